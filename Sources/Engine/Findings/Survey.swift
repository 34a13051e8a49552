import CivilTime
import Coaching
import Store

/// What the rules say of one rep at one instant, straight from the rows: nothing is kept.
package struct Survey: Sendable {
    package let day: RepDay
    package let accounts: [Account]
    /// By account. On a day off they are what would be found on a working day.
    package let states: [RowID: [Finding]]
    package let done: [ActivityKind: Int]
    /// Of the rep's own day.
    package let dayFindings: [Finding]

    package init(of rep: Rep, at now: Instant, in store: Store) throws {
        let day = RepDay(rep, at: now)
        self.day = day
        accounts = try store.accounts(.rep(rep.id), at: now)
        states = Dictionary(uniqueKeysWithValues: accounts.map { ($0.id, Rules.states(of: $0, on: day)) })
        done = rep.plan.isEmpty && accounts.isEmpty ? [:] : try store.done(on: day)
        dayFindings = Rules.findings(forDayOf: day, done: done)
    }

    /// What is found: nothing on a day off. In the order of a message.
    package var findings: [Finding] {
        guard day.isWorking else { return [] }
        return dayFindings + accounts.flatMap { states[$0.id] ?? [] }
    }
}

extension Store {
    /// The rep's activity of the day so far.
    func done(on day: RepDay) throws -> [ActivityKind: Int] {
        try done(by: day.rep.id, on: day.today, zone: day.rep.zone, at: day.now)
    }

    /// The rep's activity of a local date, at or before `now`.
    func done(by rep: RowID, on date: CivilDate, zone: Zone, at now: Instant) throws -> [ActivityKind: Int] {
        try done(
            by: rep, from: zone.startOfDay(date), before: zone.startOfDay(date.adding(days: 1)), at: now, today: date)
    }
}
