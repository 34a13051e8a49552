import CivilTime
import Coaching
import Store

/// A working day of one person, planned before it begins.
struct Workday {
    let rep: Rep
    let day: CivilDate
    let character: Character
    let people: People

    /// What a person does who sells: word in the morning, touches over the day, answers in between, the list once in a while.
    func acts(_ dice: inout Dice) throws -> [Act] {
        var acts = answering(&dice)
        if dice.falls(character.commits) { acts.append(act(0...0.15, &dice) { try $0.commit(at: $1) }) }
        if dice.falls(character.keeps) { acts.append(act(0.6...1, &dice) { try $0.keepWord(at: $1) }) }
        if dice.falls(character.asks) { acts.append(act(0...1, &dice) { try $0.ask(at: $1) }) }
        if dice.falls(character.helps) { acts.append(act(0...1, &dice) { try $0.help(at: $1) }) }
        if dice.falls(0.02) { acts.append(act(0...1, &dice) { selling, _ in try selling.rest() }) }
        if dice.falls(0.02) { acts.append(act(0...1, &dice) { selling, _ in try selling.swap() }) }
        if dice.falls(0.08) { acts.append(act(0...1, &dice) { selling, _ in try selling.finishMilestone() }) }
        guard !dice.falls(character.forgets) else { return acts }
        for _ in 0..<dice.number(0...2 * character.touches) { acts.append(touch(&dice)) }
        return acts
    }

    /// Somebody who reads a message does something about some of it, or nothing.
    private func answering(_ dice: inout Dice) -> [Act] {
        [0.1...0.5, 0.7...1].map { share in
            act(share, &dice) { selling, now in
                var selling = selling
                for item in people.takeHeard(by: rep.id) where selling.dice.falls(character.answers) {
                    try selling.answer(item, at: now)
                }
            }
        }
    }

    private func touch(_ dice: inout Dice) -> Act {
        let happened = instant(0...1, &dice)
        var logged = happened
        if dice.falls(character.logsLate) {
            logged = happened.adding(seconds: Int64(dice.number(600...(dice.falls(0.2) ? 259_200 : 20_000))))
        }
        let own = Dice(seed: dice.next())
        return Act(at: logged) { _ in
            var selling = Selling(workday: self, dice: own)
            try selling.touch(at: happened)
        }
    }

    // MARK: Time

    /// - Parameter share: Of the working hours.
    func act(
        _ share: ClosedRange<Double>, _ dice: inout Dice, _ perform: @escaping (inout Selling, Instant) throws -> Void
    ) -> Act {
        let own = Dice(seed: dice.next())
        return Act(at: instant(share, &dice)) { now in
            var selling = Selling(workday: self, dice: own)
            try perform(&selling, now)
        }
    }

    /// Minutes at which people write down what they did: several things at once, and now and then just when a message is due.
    private static let writingTimes: Int64 = 10 * 60

    private func instant(_ share: ClosedRange<Double>, _ dice: inout Dice) -> Instant {
        let seconds = Int64(Double(rep.hours.seconds) * dice.share(share))
        return rep.zone.instant(of: CivilDateTime(date: day, time: rep.hours.start))
            .adding(seconds: seconds / Self.writingTimes * Self.writingTimes)
    }
}
