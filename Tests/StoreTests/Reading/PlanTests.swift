import CivilTime
import Coaching
import SQLite
import Testing

@testable import Store

/// What is asked at every slot and for every agenda finds its rows by an index, however long the store is kept.
@Suite("How rows are found")
struct PlanTests {
    private func plan(_ sql: String) throws -> String {
        try Sample.store().database.query("EXPLAIN QUERY PLAN \(sql)") { $0.text(3) }.joined(separator: "\n")
    }

    @Test("a slot by its kind, its owner and its date")
    func slots() throws {
        let owner = "SEARCH slot USING INDEX slot_key (kind=? AND <expr>=? AND <expr>=?"
        #expect(try plan(Store.isAnySlotBefore) == "\(owner) AND on_date<?)")
        #expect(try plan(Store.isStillToCome).contains("\(owner))"))
    }

    @Test("open asks by the rep, open promises by the leader")
    func said() throws {
        #expect(try plan(Store.openAsks).contains("SEARCH k USING INDEX ask_rep (rep_id=? AND asked_at<?)"))
        #expect(try plan(Store.openPromises).contains("SEARCH p USING INDEX promise_leader (leader_id=?)"))
    }

    @Test("what an agenda asks of a team, by its people and from the day on which it matters")
    func team() throws {
        #expect(try plan(Store.highlightsTold).contains("SEARCH h USING INDEX highlight_rep (rep_id=? AND on_date>?)"))
        #expect(
            try plan(Store.helps).contains("SEARCH h USING COVERING INDEX ask_match_helper (helper_id=? AND on_date>?)")
        )
        #expect(try plan(Store.huddlesSinceAsks).contains("SEARCH k USING INDEX ask_rep (rep_id=?)"))
        #expect(
            try plan(Store.huddlesSinceAsks).contains(
                "SEARCH m USING INDEX message_team (team_id=? AND on_date>? AND on_date<?)"))
        #expect(
            try plan(Store.idleAfternoons).contains(
                "SEARCH m USING INDEX message_person (person_id=? AND on_date>? AND on_date<?)"))
    }

    @Test("a date that has no slot yet is to come where a later one has, each owner by himself")
    func stillToCome() throws {
        let store = try Sample.store()
        let (team, ana) = (
            SlotKey(kind: .huddle, owner: .team(1)), SlotKey(kind: .morning, owner: .person(1))
        )
        let dates = try ["2026-03-02", "2026-03-03", "2026-03-04"].map { try CivilDate(iso: $0) }
        for (key, date) in [(team, dates[0]), (team, dates[2]), (ana, dates[1])] {
            try store.record(
                key, on: date, due: Instant(secondsSinceEpoch: 0), at: Instant(secondsSinceEpoch: 0), outcome: .sent)
        }
        #expect(try dates.map { try store.isStillToCome(team, on: $0) } == [false, true, false])
        #expect(try dates.map { try store.isAnySlot(team, before: $0) } == [false, true, true])
        #expect(try dates.map { try store.isAnySlot(ana, before: $0) } == [false, false, true])
        #expect(try !store.isAnySlot(SlotKey(kind: .huddle, owner: .person(1)), before: dates[2]))
        #expect(try store.lastSlots() == [team: dates[2], ana: dates[1]])
    }
}
