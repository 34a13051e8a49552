/// What a rule can see. The order is the order of items in a message.
package enum FindingKind: String, CaseIterable, Hashable, Sendable {
    case holdEnded = "hold-ended"
    case stalled
    case milestonePassed = "milestone-passed"
    case nextStepPassed = "next-step-passed"
    case milestoneNear = "milestone-near"
    case noNextStep = "no-next-step"
    case quiet
    case singleThreaded = "single-threaded"
    case noEconomicBuyer = "no-economic-buyer"
    case noChampion = "no-champion"
    case noMilestones = "no-milestones"
    case noOwnMessage = "no-own-message"
    case genericMessage = "generic-message"
    case researchGap = "research-gap"
    // Of a rep's own day and list.
    case activityMissing = "activity-missing"
    case commitmentOpen = "commitment-open"
    case offList = "off-list"
    case listShort = "list-short"
    // Of a leader.
    case askOpen = "ask-open"
    case promiseOpen = "promise-open"
    case stallUnanswered = "stall-unanswered"
    case highlightDue = "highlight-due"
    case coachingDebtRep = "coaching-debt-rep"
    case coachingDebtAccount = "coaching-debt-account"

    /// Whose it is, and what it is about.
    package enum Subject: Hashable, Sendable {
        /// One of a rep's accounts.
        case account
        /// A rep's own day, list or word.
        case rep
        /// What a leader owes.
        case leader
    }

    package var subject: Subject {
        switch self {
        case .holdEnded, .stalled, .milestonePassed, .nextStepPassed, .milestoneNear, .noNextStep, .quiet,
            .singleThreaded,
            .noEconomicBuyer, .noChampion, .noMilestones, .noOwnMessage, .genericMessage, .researchGap:
            .account
        case .activityMissing, .commitmentOpen, .offList, .listShort: .rep
        case .askOpen, .promiseOpen, .stallUnanswered, .highlightDue, .coachingDebtRep, .coachingDebtAccount: .leader
        }
    }

    /// The place in a message: lower stands first.
    package var priority: Int { Self.priorities[self] ?? Self.allCases.count }

    private static let priorities = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($0.element, $0.offset) })
}

/// The state of an account, a rep's day or a leader's work that a rule sees at one instant.
package struct Finding: Hashable, Sendable {
    /// What makes two findings the same episode.
    package struct Key: Hashable, Sendable {
        package var kind: FindingKind
        package var repID: RowID
        package var accountID: RowID?
        package var milestoneID: RowID?
        package var activity: PlanKind?
        package var personID: RowID?
        package var subjectID: RowID?
        package var topic: String?
    }

    package var kind: FindingKind
    /// Whose it is: the rep, or the leader.
    package var repID: RowID
    package var accountID: RowID?
    package var milestoneID: RowID?
    /// The planned kind, of `activity-missing`.
    package var activity: PlanKind?
    /// Idle working days, of `quiet` and `stalled`; how long it has waited, of a leader's; how often it moved, of `commitment-open`.
    package var days: Int?
    /// Of `activity-missing`; the accounts that a list should have, of `list-short`; all touches, of `off-list`.
    package var planned: Int?
    package var due: Int?
    /// Of `activity-missing`; the accounts that are there, of `list-short`; the touches off the list, of `off-list`.
    package var done: Int?
    /// Live threads, of `single-threaded`.
    package var threads: Int?
    /// Whom a leader's finding is about.
    package var personID: RowID?
    /// The commitment, ask, promise or rep's episode that it is about.
    package var subjectID: RowID?
    /// The research topic, of `research-gap`.
    package var topic: String?
    /// The account whose message is alike, of `generic-message`.
    package var otherAccountID: RowID?
    /// How much is alike, of `generic-message`; the share off the list, of `off-list`.
    package var percent: Int?

    package init(
        _ kind: FindingKind, repID: RowID, accountID: RowID? = nil, milestoneID: RowID? = nil,
        activity: PlanKind? = nil, days: Int? = nil, planned: Int? = nil, due: Int? = nil, done: Int? = nil,
        threads: Int? = nil, personID: RowID? = nil, subjectID: RowID? = nil, topic: String? = nil,
        otherAccountID: RowID? = nil, percent: Int? = nil
    ) {
        self.kind = kind
        self.repID = repID
        self.accountID = accountID
        self.milestoneID = milestoneID
        self.activity = activity
        self.days = days
        self.planned = planned
        self.due = due
        self.done = done
        self.threads = threads
        self.personID = personID
        self.subjectID = subjectID
        self.topic = topic
        self.otherAccountID = otherAccountID
        self.percent = percent
    }

    package var key: Key {
        Key(
            kind: kind, repID: repID, accountID: accountID, milestoneID: milestoneID, activity: activity,
            personID: personID, subjectID: subjectID, topic: topic)
    }
}

extension Finding {
    init(
        _ kind: FindingKind, of account: Account, milestone: Milestone? = nil, days: Int? = nil, threads: Int? = nil,
        topic: ResearchTopic? = nil, like other: Likeness.Match? = nil
    ) {
        self.init(
            kind, repID: account.repID, accountID: account.id, milestoneID: milestone?.id, days: days, threads: threads,
            topic: topic?.name, otherAccountID: other?.account, percent: other?.percent)
    }
}
