import CivilTime

/// A person with all that time and policy say of him: what stands in the store, completed by the configuration.
package struct Rep: Hashable, Sendable {
    package var id: RowID
    package var email: String
    package var name: String
    package var role: PersonRole
    package var teamID: RowID?
    package var zone: Zone
    package var calendar: WorkingCalendar
    package var hours: WorkingHours
    package var plan: [PlanLine]
    package var thresholds: Thresholds
    /// Silent from this date on.
    package var leftOn: CivilDate?
    /// Leave, both ends included; part of `calendar` already.
    package var away: [ClosedRange<CivilDate>]
    /// What the team calls him where somebody else there has the same first name.
    package var nameInTeam: String?

    package init(
        id: RowID, email: String, name: String, role: PersonRole = .rep, teamID: RowID? = nil, zone: Zone,
        calendar: WorkingCalendar, hours: WorkingHours, plan: [PlanLine] = [], thresholds: Thresholds = Thresholds(),
        leftOn: CivilDate? = nil, away: [ClosedRange<CivilDate>] = []
    ) {
        self.id = id
        self.email = email
        self.name = name
        self.role = role
        self.teamID = teamID
        self.zone = zone
        self.calendar = calendar
        self.hours = hours
        self.plan = plan
        self.thresholds = thresholds
        self.leftOn = leftOn
        self.away = away
    }

    package func isOnLeave(on day: CivilDate) -> Bool { away.contains { $0.contains(day) } }

    /// On leave or on a holiday. A weekday on which he never works is neither.
    package func isAway(on day: CivilDate) -> Bool {
        isOnLeave(on: day) || calendar.workdays.contains(day.weekday) && !calendar.isWorking(day)
    }

    package func hasLeft(on day: CivilDate) -> Bool { leftOn.map { $0 <= day } ?? false }

    /// The name that a colleague would use.
    package var firstName: String { name.firstName }
    /// The same where others read of him.
    package var shortName: String { nameInTeam ?? firstName }

    /// The day on which he can still do something: today, unless it is over for him or he is off.
    package func nextChance(at now: Instant) -> CivilDate {
        let local = zone.local(now)
        let first = local.time >= hours.end ? local.date.adding(days: 1) : local.date
        return calendar.next(onOrAfter: first) ?? first
    }

    package func works(on day: CivilDate) -> Bool { calendar.isWorking(day) && !hasLeft(on: day) }
}

/// So many activities of a kind on a working day.
package struct PlanLine: Hashable, Sendable {
    package var kind: PlanKind
    package var count: Int

    package init(_ kind: PlanKind, count: Int) {
        self.kind = kind
        self.count = count
    }
}

/// One instant as a rep sees it: the rules are given this and nothing else of time.
package struct RepDay: Hashable, Sendable {
    package let rep: Rep
    package let now: Instant
    package let today: CivilDate
    package let time: TimeOfDay

    package init(_ rep: Rep, at now: Instant) {
        self.rep = rep
        self.now = now
        let local = rep.zone.local(now)
        today = local.date
        time = local.time
    }

    package var isWorking: Bool { rep.works(on: today) }

    /// Whole working days strictly between two dates.
    package func workingDays(after first: CivilDate, before last: CivilDate) -> Int {
        rep.calendar.workingDays(after: first, before: last)
    }
}
