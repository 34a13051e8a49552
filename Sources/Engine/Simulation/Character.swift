import CivilTime
import Coaching

/// How a simulated person works, the same on each of his days. All but the touches are probabilities.
struct Character {
    /// Touches of a usual day.
    let touches: Int
    /// A day on which nothing is logged.
    let forgets: Double
    /// A touch that is logged hours or days later.
    let logsLate: Double
    /// An item of a message is answered by an act on the same day.
    let answers: Double
    /// The customer takes part in a touch.
    let reaches: Double
    /// A touch of a company that is on nobody's list.
    let strays: Double
    /// A touch goes to one of the first ten accounts rather than to any.
    let prefers: Double
    /// A next step is agreed when the customer took part.
    let agrees: Double
    /// A word is given in the morning, and kept.
    let commits: Double
    let keeps: Double
    /// Help is asked for; a colleague's question is answered.
    let asks: Double
    let helps: Double

    init(seed: UInt64, person: RowID) {
        var dice = Dice(seed: seed, subject: person, day: CivilDate(dayNumber: 0))
        touches = dice.number(2...7)
        forgets = dice.share(0.02...0.25)
        logsLate = dice.share(0...0.35)
        answers = dice.share(0.1...0.85)
        reaches = dice.share(0.25...0.7)
        strays = dice.share(0...0.15)
        prefers = dice.share(0.2...0.8)
        agrees = dice.share(0.1...0.7)
        commits = dice.share(0.1...0.8)
        keeps = dice.share(0.4...0.95)
        asks = dice.share(0.005...0.05)
        helps = dice.share(0.05...0.3)
    }
}
