extension FindingKind {
    /// The rule in one sentence.
    package var rule: String {
        switch self {
        case .holdEnded: "today is the first working day after a hold, and nobody has been in touch since it ended"
        case .stalled:
            "the idle working days have reached the account's threshold, and no next step in reach pauses the count"
        case .quiet: "the idle working days have reached the first threshold and not yet the one of a stall"
        case .milestonePassed: "the milestone is open, and its date lies before today"
        case .milestoneNear:
            "the milestone is open and due in the next working days, and no activity was ever logged for it"
        case .nextStepPassed: "the next step is dated before today"
        case .noNextStep: "no next step has a date"
        case .singleThreaded: "a milestone is done, and fewer distinct roles than needed were in a two-way touch lately"
        case .noEconomicBuyer: "no stakeholder of the account is its economic buyer"
        case .noChampion: "no stakeholder of the account is a champion"
        case .noMilestones: "the account has no open milestone"
        case .noOwnMessage: "nothing is written that is meant for this account alone"
        case .genericMessage: "the account's own message is nearly that of another account"
        case .researchGap: "a topic of the research checklist has no answer yet"
        case .activityMissing:
            "of a planned kind less is done today than the elapsed part of the working hours asks for"
        case .commitmentOpen: "what was said for a day has moved three times and is neither kept nor dropped"
        case .offList: "a good part of the touches went to companies that are on nobody's list"
        case .listShort: "the list has fewer active accounts than a list needs"
        case .askOpen: "a request for help has no answer yet"
        case .promiseOpen: "what the leader promised is not done yet"
        case .stallUnanswered: "a rep heard of it as often as the ladder says, and it is still open"
        case .highlightDue: "a rep did the right things and heard nothing about it"
        case .coachingDebtRep: "the leader and the rep have not sat down for longer than the limit"
        case .coachingDebtAccount: "the leader has not looked at the account for longer than the limit"
        }
    }

    /// What would end it.
    package var remedy: String {
        switch self {
        case .holdEnded: "a touch, or a new hold; it ends by itself with the day"
        case .stalled, .quiet: "a touch by anybody, a next step in reach, or a hold with a reason and a date"
        case .milestonePassed: "the milestone done, dated anew, or skipped with a reason"
        case .milestoneNear: "an activity that names the milestone; the milestone done, dated anew or skipped"
        case .nextStepPassed: "a next step with a date of today or later, or none"
        case .noNextStep: "a next step with a date"
        case .singleThreaded: "a two-way touch with a stakeholder of another role"
        case .noEconomicBuyer: "a stakeholder with the role economic buyer"
        case .noChampion: "a stakeholder with the role champion"
        case .noMilestones: "an open milestone"
        case .noOwnMessage, .genericMessage: "an own message that could only be meant for this account"
        case .researchGap: "an answer to the topic (research_item)"
        case .activityMissing: "the activity, logged for today; it ends by itself with the day"
        case .commitmentOpen: "the commitment kept, moved or dropped"
        case .offList: "more of the touches on the list, or a company taken onto it"
        case .listShort: "accounts for the free places"
        case .askOpen: "an answer"
        case .promiseOpen: "the promise kept or dropped"
        case .stallUnanswered: "the rep's finding resolved, a hold, or the place given to another account"
        case .highlightDue: "a word to the rep about what was good"
        case .coachingDebtRep: "a coaching note on a talk with the rep"
        case .coachingDebtAccount: "a coaching note on the account, or the account on the huddle"
        }
    }
}
