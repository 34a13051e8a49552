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
        let all = checklist.topics.map(\.name) + wordings
        if let topic = all.first(where: { $0.lowercased() == wanted }) { return try place(of: topic) }
        // "solution" is the current one.
        let found = try Set(
            all.filter {
                let name = $0.lowercased()
                return name.hasPrefix(wanted) || name.split(separator: " ").last == Substring(wanted)
            }.map(place))
        if found.count == 1, let topic = found.first { return topic }
        let topic = try place(of: wanted)
        guard topic == wanted else { return topic }
        if let near = nearest(to: wanted, of: checklist) {
            throw UsageError("\"\(word)\" is no topic", hint: "did you mean \"\(near)\"?")
        }
        return wanted
    }

    /// The label of the checklist, or one of its words, that a topic is nearly.
    private static func nearest(to topic: String, of checklist: ResearchChecklist) -> String? {
        let labels = checklist.topics.map(\.name) + wordings
        return nearestName(
            to: topic, in: labels + labels.compactMap { $0.split(separator: " ").first.map(String.init) })
    }

    /// The wording under which a topic is kept that has a place of its own; else its name.
    private static func place(of topic: String) throws(UsageError) -> String {
        switch ResearchTopic(topic).subject {
        case .ownMessage: return Store.Wording.message.rawValue
        case .insight: return Store.Wording.insight.rawValue
        case .stakeholders:
            throw UsageError("stakeholders are known one by one", hint: "coachd account who ACCOUNT NAME --role ROLE")
        case .business, .priority, .currentSolution, .pain, .decisionProcess, .other: return topic
        }
    }

    /// What of the checklist nobody has written down yet.
    static func missing(of account: Account, on day: RepDay) -> [String] {
        day.rep.thresholds.research.topics.filter { !account.knows($0) }.map(\.name)
    }
}
