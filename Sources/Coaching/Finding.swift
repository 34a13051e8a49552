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
    case activityMissing = "activity-missing"

    /// The place in a message: lower stands first.
    package var priority: Int { Self.priorities[self] ?? Self.allCases.count }

    private static let priorities = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($0.element, $0.offset) })
}

/// The state of an account or a rep's day that a rule sees at one instant.
package struct Finding: Hashable, Sendable {
    /// What makes two findings the same episode.
    package struct Key: Hashable, Sendable {
        package var kind: FindingKind
        package var repID: RowID
        package var accountID: RowID?
        package var milestoneID: RowID?
        package var activity: PlanKind?
    }

    package var kind: FindingKind
    package var repID: RowID
    package var accountID: RowID?
    package var milestoneID: RowID?
    /// The planned kind, of `activity-missing`.
    package var activity: PlanKind?
    /// Idle working days, of `quiet` and `stalled`.
    package var days: Int?
    package var planned: Int?
    package var due: Int?
    package var done: Int?
    /// Live threads, of `single-threaded`.
    package var threads: Int?

    package init(
        _ kind: FindingKind, repID: RowID, accountID: RowID? = nil, milestoneID: RowID? = nil,
        activity: PlanKind? = nil, days: Int? = nil, planned: Int? = nil, due: Int? = nil, done: Int? = nil,
        threads: Int? = nil
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
    }

    package var key: Key {
        Key(kind: kind, repID: repID, accountID: accountID, milestoneID: milestoneID, activity: activity)
    }
}

extension Finding {
    init(_ kind: FindingKind, of account: Account, milestone: Milestone? = nil, days: Int? = nil, threads: Int? = nil) {
        self.init(
            kind, repID: account.repID, accountID: account.id, milestoneID: milestone?.id, days: days, threads: threads)
    }
}
