import Coaching

/// The few words that simulated people write.
enum Words {
    static let steps = [
        "send the model", "call back about the pilot", "show the numbers", "meet the plant manager", "agree the agenda",
        "walk through the offer",
    ]
    static let notes = [
        "talked about the audit", "left a short note", "the budget is decided in spring", "they compare two ways",
        "the plant has a new line", "asked for a reference",
    ]
    static let reasons = ["their audit lasts until then", "a new board is elected", "the site moves"]
    static let skips = ["they do it without this step", "it came with the last one"]
    static let commitments = ["call the buyer", "prepare the demo", "write the summary", "visit the site"]
    static let questions = ["who has met a CFO in this trade?", "how did you get the second meeting?"]
    static let milestones = ["Need confirmed", "CFO met", "Proposal sent", "Pilot agreed", "Terms agreed"]
    static let promises = ["a word with their director", "join the next call", "look at the offer together"]

    private static let companies = [
        "Alder", "Birch", "Cedar", "Dorn", "Elm", "Fir", "Gorse", "Hazel", "Iris", "Juniper", "Kelp", "Larch", "Maple",
    ]
    private static let firstNames = ["Ada", "Bo", "Cleo", "Dag", "Eva", "Finn", "Gus", "Hana", "Ivo", "Juna", "Kai"]
    private static let lastNames = ["Abel", "Brandt", "Costa", "Dietz", "Eklund", "Ferro", "Grant", "Holm"]

    static func company(_ number: Int) -> String {
        companies[number % companies.count] + " " + lastNames[number / companies.count % lastNames.count]
    }

    static func person(_ dice: inout Dice) -> String {
        "\(dice.one(of: firstNames) ?? "") \(dice.one(of: lastNames) ?? "")"
    }

    /// A text that is like no other account's.
    static func message(_ dice: inout Dice) -> String {
        (0..<12).map { _ in company(dice.number(0...103)).lowercased() }.joined(separator: " ")
    }
}
