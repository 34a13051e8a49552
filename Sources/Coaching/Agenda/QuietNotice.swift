import CivilTime

/// A kind of which nothing is said any more, and since when. Nothing goes silent without a line that says so.
package struct QuietNotice: Hashable, Sendable {
    package var kind: FindingKind
    package var on: CivilDate

    package init(_ kind: FindingKind, on date: CivilDate) {
        self.kind = kind
        self.on = date
    }

    /// "Messages about generic text are off since Thu 26 Nov (coachd effect --resume generic-message)."
    func phrase(_ dates: DateWords) -> Phrase {
        Phrase(
            words:
                "Messages about \(kind.topic) are off since \(dates.said(on)) (coachd effect --resume \(kind.rawValue))."
        )
    }
}

extension FindingKind {
    /// What its messages are about, as it stands in a sentence.
    package var topic: String {
        switch self {
        case .holdEnded: "holds that ended"
        case .stalled: "stalled accounts"
        case .milestonePassed: "milestones whose date has passed"
        case .nextStepPassed: "next steps whose date has passed"
        case .milestoneNear: "milestones that are near"
        case .noNextStep: "missing next steps"
        case .quiet: "quiet accounts"
        case .singleThreaded: "accounts that hang on few people"
        case .noEconomicBuyer: "missing economic buyers"
        case .noChampion: "missing champions"
        case .noMilestones: "accounts without a milestone"
        case .noOwnMessage: "accounts without a message of their own"
        case .genericMessage: "generic text"
        case .researchGap: "gaps in the research"
        case .activityMissing: "the day's plan"
        case .commitmentOpen: "what was said for the day"
        case .offList: "activity off the list"
        case .listShort: "short lists"
        case .askOpen: "open asks"
        case .promiseOpen: "open promises"
        case .stallUnanswered: "questions that moved nothing"
        case .highlightDue: "good work that nobody named"
        case .coachingDebtRep: "coaching talks with reps"
        case .coachingDebtAccount: "accounts not looked at together"
        }
    }
}
