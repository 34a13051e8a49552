/// Why a question is asked; the headings of the bank.
package enum QuestionReason: String, CaseIterable, Hashable, Sendable {
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
    case noMilestones = "no-milestones"
    case holdEnded = "hold-ended"
    case activityMissing = "activity-missing"
    case offList = "off-list"
    case listShort = "list-short"
    case commitmentOpen = "commitment-open"
    case healthy
    case stuck
    case coachingDebt = "coaching-debt"
}

/// A fact that a question may use.
package enum Placeholder: String, CaseIterable, Hashable, Sendable {
    case account, milestone, due, person, role, nextStep = "nextstep", industry, insight
    case missingRole = "missingrole"
    case lastKind = "lastkind"
}
