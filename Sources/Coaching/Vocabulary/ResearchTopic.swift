/// The checklist of what is worth knowing about an account, in the order in which a project needs it.
package enum ResearchTopic: String, CaseIterable, Hashable, Sendable {
    case business, goals, pain
    case currentSolution = "current solution"
    case decision, budget, timing, alternatives, proof

    /// What is known when the topic is.
    package var question: String {
        switch self {
        case .business: "what they sell, and to whom"
        case .goals: "what they want to reach this year"
        case .pain: "what costs them time or money today"
        case .currentSolution: "what they use today, and what it costs"
        case .decision: "how they decided the last time, and who had a say"
        case .budget: "where the money comes from, and when it is planned"
        case .timing: "what makes one date better for them than another"
        case .alternatives: "what else they look at, doing nothing included"
        case .proof: "what would convince them that it works"
        }
    }
}
