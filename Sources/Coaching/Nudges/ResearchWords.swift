extension ResearchTopic {
    /// "how they decide is not known yet".
    var unknown: Phrase {
        switch subject {
        case .business: "what they live on is not written down yet"
        case .priority: "what presses them this year is not known yet"
        case .stakeholders: "who takes part in the decision is not known yet"
        case .currentSolution: "what they use today is not known yet"
        case .pain: "what hurts there, and what it costs them, is not known yet"
        case .decisionProcess: "how they decide is not known yet"
        case .insight: "nothing is written down yet that we know and they do not"
        case .ownMessage: "nothing is written yet that is meant for them alone"
        case .other: "not known yet: \(name.withoutFullStop)"
        }
    }

    /// "we know now how they decide".
    var known: Phrase {
        switch subject {
        case .business: "we know now what they live on"
        case .priority: "we know now what presses them"
        case .stakeholders: "we know now who takes part in the decision"
        case .currentSolution: "we know now what they use today"
        case .pain: "we know now what hurts there and what it costs"
        case .decisionProcess: "we know now how they decide"
        case .insight: "there is something now that we know and they do not"
        case .ownMessage: "there is a message of its own now"
        case .other: "we know more now: \(name.withoutFullStop)"
        }
    }
}

extension Phrase {
    /// With a capital, unless it begins with data.
    var startingSentence: Phrase {
        guard let first = runs.first, !first.isData else { return self }
        return Phrase(runs: [Run(first.text.prefix(1).uppercased() + first.text.dropFirst(), isData: false)])
            + Phrase(runs: Array(runs.dropFirst()))
    }
}
