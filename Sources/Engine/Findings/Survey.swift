import CivilTime
import Coaching
import Store

/// What the rules say of one rep at one instant, straight from the rows: nothing is kept.
package struct Survey: Sendable {
    package let day: RepDay
    package let accounts: [Account]
    /// By account. On a day off they are what would be found on a working day.
    package let states: [RowID: [Finding]]
    package let work: RepWork
    /// The commitments of `work` as they stand in the store, in the same order.
    let openCommitments: [Commitment]
    /// Of the rep's own day, word and list.
    package let dayFindings: [Finding]

    package init(of rep: Rep, at now: Instant, in store: Store) throws {
        self.init(try Rows(of: rep, at: now, in: store))
    }

    package init(_ rows: Rows) {
        var list = rows.list
        self.init(on: rows.day, &list, rows.work, rows.openCommitments)
    }

    /// - Parameters:
    ///   - list: The rep's, as it is at the instant.
    ///   - countsSpread: Whether touches off the list are counted.
    init(of rep: Rep, at now: Instant, _ list: inout RepList, in store: Store, countsSpread: Bool = true) throws {
        let day = RepDay(rep, at: now)
        let (work, open) = try store.work(on: day, listed: list.listed(on: day.today), countsSpread: countsSpread)
        self.init(on: day, &list, work, open)
    }

    private init(on day: RepDay, _ list: inout RepList, _ work: RepWork, _ open: [Commitment]) {
        self.day = day
        accounts = list.accounts
        states = list.states(on: day)
        self.work = work
        openCommitments = open
        dayFindings = Rules.findings(of: work, on: day)
    }

    /// What the store knows of one rep at one instant. To read it is one thing after another, to judge it is not.
    package struct Rows: Sendable {
        let day: RepDay
        let list: RepList
        let work: RepWork
        let openCommitments: [Commitment]

        package init(of rep: Rep, at now: Instant, in store: Store) throws {
            day = RepDay(rep, at: now)
            list = RepList(try store.accounts(.rep(rep.id), at: now))
            (work, openCommitments) = try store.work(on: day, listed: list.listed(on: day.today), countsSpread: true)
        }
    }

    package var done: [ActivityKind: Int] { work.done }

    /// What is found: nothing on a day off. In the order of a message.
    package var findings: [Finding] {
        guard day.isWorking else { return [] }
        return dayFindings + accounts.flatMap { states[$0.id] ?? [] }
    }
}

extension Store {
    /// Working days back to which touches off the list are counted.
    private static let spreadDays = 20
    /// Calendar days after which what was said and never done is history.
    private static let commitmentMemory = 90

    /// A rep's own work on the day, and his open commitments as they stand in the store.
    /// - Parameters:
    ///   - listed: The accounts of his list, where they are known already.
    ///   - countsSpread: Whether touches off the list are counted, over weeks of them.
    func work(
        on day: RepDay, listed: Int? = nil, countsSpread: Bool
    ) throws -> (work: RepWork, commitments: [Commitment]) {
        let rep = day.rep
        guard rep.role != .observer else { return (RepWork(), []) }
        let open = try openCommitments(
            of: rep.id, dueSince: day.today.adding(days: -Self.commitmentMemory), on: day.today, at: day.now)
        var work = RepWork(
            done: try done(by: rep.id, on: day.today, zone: rep.zone, at: day.now),
            listed: try listed ?? listedAccounts(of: rep.id, on: day.today),
            commitments: open.map { $0.commitment.brought(to: day, by: $0.acts) })
        if countsSpread, rep.thresholds.offList > 0, day.isWorking,
            let first = rep.calendar.adding(workingDays: -Self.spreadDays, to: day.today),
            // Before he chose, nothing was off his list.
            let chosen = try firstSelection(of: rep.id)
        {
            let start = rep.zone.startOfDay(max(first, chosen))
            let (all, elsewhere) = try touches(by: rep.id, from: start, at: day.now)
            work.touches = all
            // Most reps stay with their lists: what the others' touches were about is only looked up where it may be much.
            if OffList.isMuch(elsewhere, of: all, on: day) {
                work.touchesOffList = try touchesOffList(by: rep.id, from: start, at: day.now)
            }
        }
        return (work, open.map(\.commitment))
    }

    /// The rep's activity of a local date, at or before `now`.
    func done(by rep: RowID, on date: CivilDate, zone: Zone, at now: Instant) throws -> [ActivityKind: Int] {
        try done(
            by: rep, from: zone.startOfDay(date), before: zone.startOfDay(date.adding(days: 1)), at: now, today: date)
    }
}
