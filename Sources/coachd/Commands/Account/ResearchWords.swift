import Coaching
import Diagnostics
import Store

/// The topics of the research checklist, as a line names them.
enum ResearchWords {
    /// The usual topics that are written down as such; the others have a place of their own.
    static let usual = written(ResearchChecklist())

    private static let wordings = Store.Wording.allCases.map(\.rawValue)

    private static func written(_ checklist: ResearchChecklist) -> [String] {
        checklist.topics.filter { topic in
            switch topic.subject {
            case .stakeholders, .insight, .ownMessage: false
            case .business, .priority, .currentSolution, .pain, .decisionProcess, .other: true
            }
        }.map(\.name)
    }

    /// The topic or wording that a word means: its name, a beginning of it, or a topic that is on no checklist.
    /// - Throws: when it is nearly one of the checklist.
    static func topic(_ word: String, of checklist: ResearchChecklist) throws(UsageError) -> String {
        let wanted = word.trimmed.lowercased()
        guard !wanted.isEmpty else { throw UsageError("the topic is empty") }
        let all = written(checklist) + wordings
        if let topic = all.first(where: { $0.lowercased() == wanted }) { return topic }
        // "solution" is the current one.
        let found = all.filter {
            let name = $0.lowercased()
            return name.hasPrefix(wanted) || name.split(separator: " ").last == Substring(wanted)
        }
        if found.count == 1, let topic = found.first { return topic }
        guard ResearchTopic(wanted).subject != .stakeholders else {
            throw UsageError("stakeholders are known one by one", hint: "coachd account who ACCOUNT NAME --role ROLE")
        }
        let names = all + all.compactMap { $0.split(separator: " ").first.map(String.init) }
        if let near = nearestName(to: wanted, in: names) {
            throw UsageError("\"\(word)\" is no topic", hint: "did you mean \"\(near)\"?")
        }
        return wanted
    }

    /// What of the checklist nobody has written down yet.
    static func missing(of account: Account, on day: RepDay) -> [String] {
        day.rep.thresholds.research.topics.filter { !account.knows($0) }.map(\.name)
    }
}
