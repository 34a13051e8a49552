/// One topic of what should be known about an account. Two topics are the same when they mean the same: "Pain" and "pain and its cost".
package struct ResearchTopic: Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
        /// What they do and for whom.
        case business
        /// What matters to them this year, or why they would act now.
        case priority
        case stakeholders, currentSolution, pain, decisionProcess
        /// What we know that they do not.
        case insight
        case ownMessage
        /// A topic of the team's own, in small letters.
        case other(String)
    }

    /// As it stands in the configuration or in the store.
    package let name: String
    package let subject: Subject

    package init(_ name: String) {
        self.name = name
        let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
        subject = Self.subjects[words] ?? .other(words)
    }

    package static func == (left: ResearchTopic, right: ResearchTopic) -> Bool { left.subject == right.subject }
    package func hash(into hasher: inout Hasher) { hasher.combine(subject) }

    /// The names of topics that coachd has questions of its own for.
    package static var knownNames: [String] { subjects.keys.sorted() }

    private static let subjects: [String: Subject] = [
        "business": .business, "their business": .business,
        "priority": .priority, "priorities": .priority, "trigger": .priority, "trigger event": .priority,
        "stakeholders": .stakeholders, "stakeholder": .stakeholders, "people": .stakeholders,
        "current solution": .currentSolution, "solution": .currentSolution,
        "pain and its cost": .pain, "pain": .pain, "pain and cost": .pain,
        "decision process": .decisionProcess, "decision": .decisionProcess,
        "our insight": .insight, "insight": .insight,
        "own message": .ownMessage, "message": .ownMessage,
        "geschäft": .business, "priorität": .priority, "prioritäten": .priority, "auslöser": .priority,
        "beteiligte": .stakeholders, "personen": .stakeholders, "heutige lösung": .currentSolution,
        "problem": .pain, "problem und kosten": .pain, "entscheidungsweg": .decisionProcess,
        "unser wissen": .insight, "eigener text": .ownMessage,
    ]
}

/// What a rep should know about each of his accounts, in the order in which it is asked for.
package struct ResearchChecklist: Hashable, Sendable {
    package var topics = [
        "business", "priority", "stakeholders", "current solution", "pain and its cost", "decision process",
        "our insight",
        "own message",
    ].map(ResearchTopic.init)
    /// By the title of a milestone the topics that it needs, which go before the others while it is the open one due first.
    package var before: [String: [ResearchTopic]] = [:]

    package init() {}
}

extension Account {
    /// Whether something was written for this account alone.
    package var hasOwnMessage: Bool { !ownMessage.isBlank }

    /// Whether the topic is written down, in its own place or in a column of the account.
    package func knows(_ topic: ResearchTopic) -> Bool {
        let hasColumn =
            switch topic.subject {
            case .stakeholders: !stakeholders.isEmpty
            case .priority: !triggerEvent.isBlank
            case .insight: !insight.isBlank
            case .ownMessage: hasOwnMessage
            case .business, .currentSolution, .pain, .decisionProcess, .other: false
            }
        return hasColumn || research.contains(topic)
    }
}

extension String? {
    /// Nothing, or nothing that can be read.
    var isBlank: Bool { self?.allSatisfy(\.isWhitespace) ?? true }
}
