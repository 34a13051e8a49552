/// Why a question is asked; the headings of the bank.
package enum QuestionReason: String, CaseIterable, Hashable, Sendable {
    /// Nobody there was ever touched.
    case firstContact = "first-contact"
    case noNextStep = "no-next-step"
    case nextStepPassed = "next-step-passed"
    case quiet
    case stalled
    case stalledNoEconomicBuyer = "stalled-no-economic-buyer"
    case stalledSingleThreaded = "stalled-single-threaded"
    case stalledMilestone = "stalled-milestone"
    case milestoneNear = "milestone-near"
    case milestonePassed = "milestone-passed"
    case singleThreaded = "single-threaded"
    case noThreads = "no-threads"
    case noEconomicBuyer = "no-economic-buyer"
    case noChampion = "no-champion"
    case noOwnMessage = "no-own-message"
    case genericMessage = "generic-message"
    case researchGap = "research-gap"
    case researchBusiness = "research-business"
    case researchPriority = "research-priority"
    case researchStakeholders = "research-stakeholders"
    case researchCurrentSolution = "research-current-solution"
    case researchPain = "research-pain"
    case researchDecisionProcess = "research-decision-process"
    case researchInsight = "research-insight"
    case researchOwnMessage = "research-own-message"
    case noMilestones = "no-milestones"
    case holdEnded = "hold-ended"
    case activityMissing = "activity-missing"
    /// The same where calls or touches are among it.
    case callsMissing = "calls-missing"
    case offList = "off-list"
    case listShort = "list-short"
    case commitmentOpen = "commitment-open"
    case healthy
    case stuck
    case coachingDebt = "coaching-debt"
    /// The same where it is an account that leader and rep have not looked at together, well or stuck.
    case coachingDebtAccount = "coaching-debt-account"
    case askOpen = "ask-open"
    case promiseOpen = "promise-open"
    case stallUnanswered = "stall-unanswered"
    /// The same where the account moves and something is missing there.
    case gapUnanswered = "gap-unanswered"

    /// The reason of a research topic as a checklist names it, such as "decision process" or "pain and its cost"; nil where it has no
    /// questions of its own. `researchGap` comes after it.
    package static func research(topic: String) -> QuestionReason? {
        switch ResearchTopic(topic).subject {
        case .business: .researchBusiness
        case .priority: .researchPriority
        case .stakeholders: .researchStakeholders
        case .currentSolution: .researchCurrentSolution
        case .pain: .researchPain
        case .decisionProcess: .researchDecisionProcess
        case .insight: .researchInsight
        case .ownMessage: .researchOwnMessage
        case .other: nil
        }
    }

    /// Whether it is asked about one account, whose name is then always known.
    package var isOfAccount: Bool {
        switch self {
        case .activityMissing, .callsMissing, .offList, .listShort, .commitmentOpen, .coachingDebt, .askOpen,
            .promiseOpen:
            false
        default: true
        }
    }

    /// Whether its questions are about somebody who was in touch with us. Asked about an account that never was, they would invent it.
    var presupposesContact: Bool {
        switch self {
        case .noNextStep, .quiet, .stalled, .stalledNoEconomicBuyer, .stalledSingleThreaded, .stalledMilestone,
            .singleThreaded, .noThreads, .noChampion, .holdEnded, .healthy, .stuck:
            true
        default: false
        }
    }
}

/// A fact that a question may use.
package enum Placeholder: String, CaseIterable, Hashable, Sendable {
    case account, milestone, due, person, role, nextStep = "nextstep", industry, insight
    /// Why the customer would act now.
    case trigger
    case missingRole = "missingrole"
    /// Somebody who has answered: without such a person a question may not speak of an earlier talk.
    case heard
    case lastKind = "lastkind"
}
