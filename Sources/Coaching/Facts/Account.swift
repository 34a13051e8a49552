import CivilTime

/// The id of a row in the store.
package typealias RowID = Int64

/// What the rules know of an account at one instant. Dates later than the instant may be there and do not count yet; instants are
/// the latest and earliest at or before it.
package struct Account: Hashable, Sendable {
    package var id: RowID
    package var externalID: String?
    package var repID: RowID
    package var name: String
    package var rank: Int?
    package var industry: String?
    package var status: AccountStatus
    package var selectedOn: CivilDate
    /// The account's own threshold for `stalled`, in working days.
    package var stallAfter: Int?
    package var nextStep: String?
    package var nextStepOn: CivilDate?
    package var ownMessage: String?
    package var insight: String?
    /// Why the customer would act now.
    package var triggerEvent: String?
    package var lastTouchAt: Instant?
    package var milestones: [Milestone]
    package var stakeholders: [Stakeholder]
    package var holds: [Hold]
    /// What is written down about the account, apart from what stands in columns of its own.
    package var research: Set<ResearchTopic>

    package init(
        id: RowID, externalID: String? = nil, repID: RowID, name: String, rank: Int? = nil, industry: String? = nil,
        status: AccountStatus = .active, selectedOn: CivilDate, stallAfter: Int? = nil, nextStep: String? = nil,
        nextStepOn: CivilDate? = nil, ownMessage: String? = nil, insight: String? = nil, lastTouchAt: Instant? = nil,
        milestones: [Milestone] = [], stakeholders: [Stakeholder] = [], holds: [Hold] = [],
        triggerEvent: String? = nil, research: Set<ResearchTopic> = []
    ) {
        self.id = id
        self.externalID = externalID
        self.repID = repID
        self.name = name
        self.rank = rank
        self.industry = industry
        self.status = status
        self.selectedOn = selectedOn
        self.stallAfter = stallAfter
        self.nextStep = nextStep
        self.nextStepOn = nextStepOn
        self.ownMessage = ownMessage
        self.insight = insight
        self.lastTouchAt = lastTouchAt
        self.milestones = milestones
        self.stakeholders = stakeholders
        self.holds = holds
        self.triggerEvent = triggerEvent
        self.research = research
    }

    /// Whether it is one of the rep's 50 on that day, held or not.
    package func isSelected(on day: CivilDate) -> Bool { status == .active && selectedOn <= day }

    /// The hold that covers the day.
    package func hold(on day: CivilDate) -> Hold? { holds.first { $0.from <= day && day <= $0.until } }

    /// The last hold that ended before the day.
    package func lastEndedHold(before day: CivilDate) -> Hold? {
        holds.filter { $0.until < day }.max { $0.until < $1.until }
    }

    /// Open milestones, the one due first before the others.
    package func openMilestones(on day: CivilDate) -> [Milestone] {
        milestones.filter { $0.isOpen(on: day) }.sorted {
            ($0.dueOn ?? .distantFuture, $0.id) < ($1.dueOn ?? .distantFuture, $1.id)
        }
    }

    /// The open milestone for today or the next working day: what an hour now can still help with.
    package func pressingMilestone(on day: RepDay) -> Milestone? {
        openMilestones(on: day.today).first { milestone in
            milestone.dueOn.map { $0 >= day.today && day.workingDays(after: day.today, before: $0) < 1 } ?? false
        }
    }
}

/// A step that shows progress.
package struct Milestone: Hashable, Sendable {
    package var id: RowID
    package var externalID: String?
    package var title: String
    package var dueOn: CivilDate?
    package var doneOn: CivilDate?
    package var skippedOn: CivilDate?
    package var firstActivityAt: Instant?

    package init(
        id: RowID, externalID: String? = nil, title: String, dueOn: CivilDate? = nil, doneOn: CivilDate? = nil,
        skippedOn: CivilDate? = nil, firstActivityAt: Instant? = nil
    ) {
        self.id = id
        self.externalID = externalID
        self.title = title
        self.dueOn = dueOn
        self.doneOn = doneOn
        self.skippedOn = skippedOn
        self.firstActivityAt = firstActivityAt
    }

    package func isDone(on day: CivilDate) -> Bool { doneOn.map { $0 <= day } ?? false }
    package func isSkipped(on day: CivilDate) -> Bool { skippedOn.map { $0 <= day } ?? false }
    package func isOpen(on day: CivilDate) -> Bool { !isDone(on: day) && !isSkipped(on: day) }
}

/// Somebody at the customer who takes part in the decision.
package struct Stakeholder: Hashable, Sendable {
    package var id: RowID
    package var name: String
    package var role: StakeholderRole?
    package var lastTwoWayAt: Instant?
    /// Whether somebody else at the account or in our team has the same first name.
    package var hasNamesake = false

    package init(id: RowID, name: String, role: StakeholderRole? = nil, lastTwoWayAt: Instant? = nil) {
        self.id = id
        self.name = name
        self.role = role
        self.lastTwoWayAt = lastTwoWayAt
    }
}

/// A rest on purpose, from its first through its last date.
package struct Hold: Hashable, Sendable {
    package var from: CivilDate
    package var until: CivilDate
    package var reason: String

    package init(from: CivilDate, until: CivilDate, reason: String) {
        self.from = from
        self.until = until
        self.reason = reason
    }
}
