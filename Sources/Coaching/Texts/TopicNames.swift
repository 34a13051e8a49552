extension Language {
    /// A topic of the research checklist as a reader calls it; a team's own as it is written.
    package func name(of topic: ResearchTopic) -> String {
        guard self == .german else { return topic.name }
        return switch topic.subject {
        case .business: "Geschäft"
        case .priority: "Priorität"
        case .stakeholders: "Beteiligte"
        case .currentSolution: "heutige Lösung"
        case .pain: "Problem und Kosten"
        case .decisionProcess: "Entscheidungsweg"
        case .insight: "unser Wissen"
        case .ownMessage: "eigener Text"
        case .other: topic.name
        }
    }
}
