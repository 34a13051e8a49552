import CivilTime
import Coaching
import SQLite
import Testing

@testable import Store

@Suite("What people write to coachd")
struct ReplyTests {
    private let store: Store
    private let now = Instant(secondsSinceEpoch: 1_700_000_000)

    init() throws { store = try Sample.store() }

    private func add(_ text: String, id: String, after seconds: Int64 = 0) throws -> RowID? {
        let at = now.adding(seconds: seconds)
        return try store.addReply(
            text, id: id, in: "bot", by: "4711", named: "Ana", person: 1, writtenAt: at, at: at)
    }

    @Test("the same words are kept once, whatever else of the platform is the same")
    func once() throws {
        #expect(try add("called Acme", id: "1") != nil)
        #expect(try add("called Acme", id: "1") == nil)
        #expect(try add("called Acme", id: "2") != nil)
        #expect(try store.replies(at: now, limit: 9).map(\.text) == ["called Acme", "called Acme"])
        #expect(try store.lastReply(of: 1) == now)
        #expect(try store.lastReply(of: 2) == nil)
    }

    @Test("where a look ended is kept for each listener and person")
    func positions() throws {
        try store.setPosition(in: "bot", of: "a", handle: nil, to: "12")
        try store.setPosition(in: "bot", of: "a", handle: "U1", to: "x")
        try store.setPosition(in: "bot", of: "a", handle: nil, to: "13")
        #expect(try store.position(in: "bot", of: "a", handle: nil) == "13")
        #expect(try store.position(in: "bot", of: "a", handle: "U1") == "x")
        #expect(try store.position(in: "bot", of: "b", handle: nil) == nil)
        try store.setPosition(in: "bot", of: "a", handle: nil, to: nil)
        #expect(try store.position(in: "bot", of: "a", handle: nil) == nil)
    }

    @Test("the acts of the last words are found to be taken back, once, and not those of others")
    func lastActs() throws {
        let first = try #require(try add("called Acme", id: "1"))
        try store.setAnswer(of: first, "Noted", undo: [.added(.activity, 7), .kept(3)])
        let second = try #require(try add("help", id: "2", after: 60))
        try store.setAnswer(of: second, "…", undo: [])
        let last = try #require(try store.lastActs(of: 1, since: now))
        #expect(last.reply == first && last.text == "called Acme" && last.acts == [.added(.activity, 7), .kept(3)])
        #expect(try store.lastActs(of: 2, since: now) == nil)
        #expect(try store.lastActs(of: 1, since: now.adding(seconds: 1)) == nil)
        try store.markUndone(first, at: now)
        #expect(try store.lastActs(of: 1, since: now) == nil)
    }

    @Test("what is kept to take acts back reads as it was written")
    func undoIsKept() {
        let all: [Undo] = [
            .added(.hold, 1), .added(.coachingNote, 2), .milestoneDone(3), .kept(4),
            .nextStep(of: 5, nil, nil, owner: nil),
            .nextStep(of: 6, "send \"the\" model", CivilDate(dayNumber: 20_000), owner: "Ana"),
        ]
        #expect(all.map { Undo($0.json) } == all)
        #expect(Undo(["added": "person", "id": 1]) == nil)
    }

    @Test("an act is taken back as if it had never been, and one that is gone changes nothing")
    func takenBack() throws {
        try store.setNextStep(of: 1, to: "call", on: CivilDate(dayNumber: 20_000), owner: "Ana")
        let before = try store.nextStepBefore(of: 1)
        try store.setNextStep(of: 1, to: "write", on: nil)
        try store.takeBack(before)
        #expect(
            try store.database.answer(
                "SELECT next_step || '|' || next_step_on || '|' || next_step_owner FROM account WHERE id = 1")
                == "call|2024-10-04|Ana")
        try store.log(LoggedActivity(personID: 1, accountID: 1, kind: .call, direction: .out, at: now))
        let call = store.database.lastInsertID
        #expect(try store.database.answer("SELECT last_touch_at FROM account WHERE id = 1") == "1700000000")
        for _ in 0..<2 { try store.takeBack(.added(.activity, call)) }
        #expect(try store.database.answer("SELECT last_touch_at FROM account WHERE id = 1") == "-")
        try store.finishMilestone(1, on: CivilDate(dayNumber: 19_000))
        try store.takeBack(.milestoneDone(1))
        #expect(try store.database.answer("SELECT done_on FROM milestone WHERE id = 1") == "-")
        #expect(try StoreInvariants.complaints(in: store.database) == [])
    }

    @Test("an act that the schema refuses leaves those before and after it, and its author in nobody's name")
    func refused() throws {
        try store.database.transaction {
            _ = try store.editingInTurn(as: "ana@example.com", at: now) {
                try store.commit(1, to: "one", about: nil, on: CivilDate(dayNumber: 20_000), at: now)
            }
            #expect(throws: Store.ActRefused.self) {
                try store.editingInTurn(as: "ana@example.com", at: now) {
                    _ = try store.commit(1, to: "two", about: nil, on: CivilDate(dayNumber: 20_000), at: now)
                    _ = try store.hold(
                        1, from: CivilDate(dayNumber: 20_000), until: CivilDate(dayNumber: 19_000), because: "x")
                }
            }
            _ = try store.editingInTurn(as: "ben@example.com", at: now) {
                try store.commit(2, to: "three", about: nil, on: CivilDate(dayNumber: 20_000), at: now)
            }
        }
        #expect(try store.database.answer("SELECT text FROM commitment ORDER BY id") == "one three")
        #expect(
            try store.database.answer("SELECT author FROM history WHERE subject = 'commitment' ORDER BY id")
                == "ana@example.com ben@example.com")
        #expect(try store.database.answer("SELECT count(*) FROM editor") == "0")
    }
}
