import CivilTime
import Coaching
import SQLite
import Testing

@testable import Store

/// Ana (1) called Acme (1) at 10, 11 and 15 o'clock on Monday 2 March 2026, in UTC.
@Suite("What was done on a day that is over")
struct PastListTests {
    private let store: Store

    init() throws {
        store = try Sample.store()
        for hour in [10, 11, 15] {
            try store.log(
                LoggedActivity(
                    personID: 1, accountID: 1, kind: .call, direction: .out,
                    at: Instant(rfc3339: "2026-03-02T\(hour):00:00Z")))
        }
    }

    private func done(by rep: RowID = 1, on date: String = "2026-03-02", at now: String) throws -> Int {
        let day = try CivilDate(iso: date)
        return try store.done(
            by: rep, from: Zone.utc.startOfDay(day), before: Zone.utc.startOfDay(day.adding(days: 1)),
            at: Instant(rfc3339: "2026-03-\(now):00Z"), today: day
        ).values.reduce(0, +)
    }

    private func edit(_ now: String, _ body: () throws -> Void) throws {
        try store.editing(as: "lea@example.com", at: Instant(rfc3339: "2026-03-\(now):00Z"), body)
    }

    @Test(
        "stays done when its account leaves the list afterwards",
        arguments: [
            "UPDATE account SET status = 'won', rank = NULL WHERE id = 1",
            "UPDATE account SET status = 'dropped' WHERE id = 1", "UPDATE account SET rep_id = 2 WHERE id = 1",
            "UPDATE account SET rep_id = NULL WHERE id = 1",
            "UPDATE account SET selected_on = '2026-03-09' WHERE id = 1",
            "INSERT OR REPLACE INTO account(id, rep_id, name, selected_on) VALUES (1, 2, 'Acme', '2026-03-04')",
        ])
    func leaving(change: String) throws {
        try edit("04T09:00") { try store.database.execute(change) }
        #expect(try done(at: "04T12:00") == 3)
        #expect(try done(by: 2, at: "04T12:00") == 0)
    }

    @Test("counts up to the hour at which its account left; the day itself goes by the list of the moment")
    func during() throws {
        try edit("02T14:00") { try store.closeAccount(1, as: .won, because: "signed") }
        #expect(try done(at: "02T16:00") == 0)
        #expect(try done(at: "03T09:00") == 2)
    }

    @Test("counts from the first call where the account was taken up again after it, that day or the next")
    func takenUpAgain() throws {
        try edit("01T09:00") { try store.closeAccount(1, as: .lost, because: "silence") }
        #expect(try done(at: "02T16:00") == 0)
        try edit("02T17:00") {
            try store.select(
                1,
                as: SelectedAccount(
                    name: "Acme", repID: 1, fitNote: nil, selectedOn: CivilDate(iso: "2026-03-02"), isInnerCircle: false
                ))
        }
        #expect(try done(at: "02T18:00") == 3)
        #expect(try done(at: "03T09:00") == 3)
        try edit("04T09:00") { try store.closeAccount(1, as: .dropped, because: "once more") }
        #expect(try done(at: "05T09:00") == 3)
    }

    @Test("does not count on what was a colleague's then and is the rep's now")
    func received() throws {
        try store.log(
            LoggedActivity(
                personID: 2, accountID: 1, kind: .call, direction: .out, at: Instant(rfc3339: "2026-03-02T12:00:00Z")))
        try edit("04T09:00") { try store.hand(1, to: 2) }
        #expect(try done(by: 2, at: "04T12:00") == 0)
        #expect(try done(at: "04T12:00") == 3)
    }
}
