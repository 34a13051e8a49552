import CivilTime
import Coaching

// Builders default everything that a test is not about. Today is Tuesday, 24 November 2026, unless a test says otherwise.

/// The working days of the fortnight before "today": 9 10 11 12 13 | 16 17 18 19 20 | 23.
let tuesday: Instant = "2026-11-24 09:00"

func hours(_ text: String) -> WorkingHours {
    guard let hours = try? WorkingHours(parsing: text) else { preconditionFailure("no hours: \(text)") }
    return hours
}

func zone(_ identifier: String) -> Zone {
    guard let zone = try? ZoneDatabase().zone(identifier) else { preconditionFailure("no zone: \(identifier)") }
    return zone
}

func rep(
    _ name: String = "Ana Silva", id: RowID = 1, role: PersonRole = .rep, zone: Zone = .utc,
    works: WeekdaySet = .mondayToFriday, holidays: [CivilDate] = [], away: [ClosedRange<CivilDate>] = [],
    hours text: String = "09:00-17:00", plan: [PlanLine] = [], thresholds: Thresholds = Thresholds(),
    leftOn: CivilDate? = nil
) -> Rep {
    Rep(
        id: id, email: "\(id)@example.com", name: name, role: role, teamID: 1, zone: zone,
        calendar: WorkingCalendar(workdays: works, daysOff: holidays, rangesOff: away), hours: hours(text), plan: plan,
        thresholds: thresholds, leftOn: leftOn, away: away)
}

func account(
    _ name: String = "Acme Logistics", id: RowID = 1, rep: RowID = 1, rank: Int? = nil, industry: String? = nil,
    status: AccountStatus = .active, selected: CivilDate = "2026-01-05", stallAfter: Int? = nil, step: String? = nil,
    stepOn: CivilDate? = nil, insight: String? = nil, touch: Instant? = nil, milestones: [Milestone] = [],
    people: [Stakeholder] = [], holds: [Hold] = []
) -> Account {
    Account(
        id: id, repID: rep, name: name, rank: rank ?? Int(id), industry: industry, status: status, selectedOn: selected,
        stallAfter: stallAfter, nextStep: step, nextStepOn: stepOn, insight: insight, lastTouchAt: touch,
        milestones: milestones, stakeholders: people, holds: holds)
}

func milestone(
    _ title: String = "CFO met", id: RowID = 1, due: CivilDate? = nil, done: CivilDate? = nil,
    skipped: CivilDate? = nil, served: Instant? = nil
) -> Milestone {
    Milestone(id: id, title: title, dueOn: due, doneOn: done, skippedOn: skipped, firstActivityAt: served)
}

func person(_ name: String, _ role: StakeholderRole?, id: RowID = 1, twoWay: Instant? = nil) -> Stakeholder {
    Stakeholder(id: id, name: name, role: role, lastTwoWayAt: twoWay)
}

func hold(_ from: CivilDate, _ until: CivilDate, _ reason: String = "their new CIO starts then") -> Hold {
    Hold(from: from, until: until, reason: reason)
}

func episode(
    _ finding: Finding, id: RowID = 1, opened: CivilDate = "2026-11-24", openedAt: Instant = "2026-11-24 07:00",
    backlog: Bool = false, resolved: Resolution? = nil, on resolvedOn: CivilDate? = nil, mentions: Int = 0,
    first: CivilDate? = nil, last: CivilDate? = nil, previous: CivilDate? = nil
) -> Episode {
    Episode(
        id: id, finding: finding, openedOn: opened, openedAt: openedAt, isBacklog: backlog,
        resolvedOn: resolvedOn ?? resolved.map { _ in "2026-11-24" }, resolution: resolved, mentions: mentions,
        firstMentionedOn: first, lastMentionedOn: last ?? first, previousResolvedOn: previous)
}

/// A finding of an account, as the rules make it.
func finding(
    _ kind: FindingKind, account: RowID? = 1, rep: RowID = 1, milestone: RowID? = nil, days: Int? = nil,
    threads: Int? = nil
) -> Finding {
    Finding(kind, repID: rep, accountID: account, milestoneID: milestone, days: days, threads: threads)
}

func missing(_ kind: PlanKind, planned: Int, due: Int, done: Int, rep: RowID = 1) -> Finding {
    Finding(.activityMissing, repID: rep, activity: kind, planned: planned, due: due, done: done)
}

extension PlanLine {
    static func touches(_ count: Int) -> PlanLine { PlanLine(.touch, count: count) }
    static func research(_ count: Int) -> PlanLine { PlanLine(.activity(.research), count: count) }
}

extension CivilDate: ExpressibleByStringLiteral {
    /// "2026-11-24"
    public init(stringLiteral text: String) {
        guard let date = try? CivilDate(iso: text) else { preconditionFailure("no date: \(text)") }
        self = date
    }
}

extension Instant: ExpressibleByStringLiteral {
    /// "2026-11-24 09:00" in UTC, with seconds where they matter.
    public init(stringLiteral text: String) {
        let seconds = text.utf8.count == 16 ? ":00" : ""
        let rfc3339 = String(text.map { $0 == " " ? "T" : $0 }) + seconds + "Z"
        guard let instant = try? Instant(rfc3339: rfc3339) else { preconditionFailure("no instant: \(text)") }
        self = instant
    }
}
