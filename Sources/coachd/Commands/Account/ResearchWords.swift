import Diagnostics
import Store

/// The usual topics of the research checklist, as a line names them.
enum ResearchWords {
    static let topics = ["business", "priority", "current solution", "pain and its cost", "decision process"]

    static let help = """
          business: what they do, and for whom
          priority: what matters to them this year
          current solution: what they use today, and what it costs
          pain and its cost: what goes wrong, and what that costs
          decision process: how they decide, and who has a say
        """

    private static let wordings = Store.Wording.allCases.map(\.rawValue)

    /// The topic or wording that a word means: its name, a beginning of it, or a topic of the team's own.
    /// - Throws: when it is nearly one of the usual ones.
    static func topic(_ word: String) throws(UsageError) -> String {
        let wanted = word.trimmed.lowercased()
        guard !wanted.isEmpty else { throw UsageError("the topic is empty") }
        let all = topics + wordings
        if all.contains(wanted) { return wanted }
        // "solution" is the current one.
        let found = all.filter { $0.hasPrefix(wanted) || $0.split(separator: " ").last == Substring(wanted) }
        if found.count == 1, let topic = found.first { return topic }
        guard wanted != "stakeholders" else {
            throw UsageError("stakeholders are known one by one", hint: "coachd account who ACCOUNT NAME --role ROLE")
        }
        let names = all + all.compactMap { $0.split(separator: " ").first.map(String.init) }
        if let near = nearestName(to: wanted, in: names) {
            throw UsageError("\"\(word)\" is no topic", hint: "did you mean \"\(near)\"?")
        }
        return wanted
    }

    /// What of the checklist nobody has written down yet.
    static func missing(in sheet: AccountSheet) -> [String] {
        let known = sheet.research.map { $0.topic.lowercased() }
        let columns = [
            ("priority", sheet.trigger != nil), ("stakeholders", !sheet.stakeholders.isEmpty),
            ("insight", sheet.insight != nil), ("own message", sheet.ownMessage != nil),
        ]
        return (topics + ["stakeholders", "insight", "own message"]).filter { topic in
            !known.contains(topic) && !columns.contains { $0.0 == topic && $0.1 }
        }
    }
}
