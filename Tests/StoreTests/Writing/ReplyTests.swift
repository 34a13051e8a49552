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

    private func call() throws -> Undo {
        let row = try store.log(
            LoggedActivity(personID: 1, accountID: 1, kind: .call, direction: .out, at: now))
        return try store.undo(adding: .activity, row)
    }

    @Test("the acts of the last words are found to be taken back, once, and not those of others")
    func lastActs() throws {
        let first = try #require(try add("called Acme", id: "1"))
        let acts = [try call(), try store.undo(of: .milestone, 1) { try store.finishMilestone(1, on: date) }]
        try store.setAnswer(of: first, "Noted", undo: acts)
        let second = try #require(try add("help", id: "2", after: 60))
        try store.setAnswer(of: second, "…", undo: [])
        let last = try #require(try store.lastActs(of: 1, since: now, through: now.adding(seconds: 99)))
        #expect(last.reply == first && last.text == "called Acme" && last.acts == acts)
        #expect(try store.lastActs(of: 2, since: now, through: now.adding(seconds: 99)) == nil)
        #expect(try store.lastActs(of: 1, since: now.adding(seconds: 1), through: now.adding(seconds: 99)) == nil)
        try store.markUndone(first, at: now)
        #expect(try store.lastActs(of: 1, since: now, through: now.adding(seconds: 99)) == nil)
    }

    private let date = CivilDate(dayNumber: 19_000)

    @Test("words that did nothing may be completed by the next ones, for a while")
    func before() throws {
        let first = try #require(try add("hold Acme", id: "1"))
        try store.setAnswer(of: first, "Until which day?", undo: [])
        let second = try #require(try add("fri", id: "2", after: 60))
        #expect(try store.wordsBefore(second, of: 1, since: now) == "hold Acme")
        #expect(try store.wordsBefore(second, of: 1, since: now.adding(seconds: 1)) == nil)
        try store.setAnswer(of: second, "Why?", readAs: "hold Acme until fri", undo: [])
        let third = try #require(try add("budget", id: "3", after: 90))
        #expect(try store.wordsBefore(third, of: 1, since: now) == "hold Acme until fri")
        try store.setAnswer(of: third, "It rests.", undo: [try call()])
        let fourth = try #require(try add("ok", id: "4", after: 95))
        #expect(try store.wordsBefore(fourth, of: 1, since: now) == nil)
        #expect(try store.wordsBefore(first, of: 1, since: now) == nil)
    }

    @Test("what an act added is gone again, and what it changed is as before, with what follows from it")
    func takenBack() throws {
        let added = try call()
        #expect(try store.database.answer("SELECT last_touch_at FROM account WHERE id = 1") == "1700000000")
        #expect(try store.takeBack(added))
        #expect(try store.database.answer("SELECT last_touch_at FROM account WHERE id = 1") == "-")
        // What is gone already is not taken back twice.
        #expect(try !store.takeBack(added))
        try store.setNextStep(of: 1, to: "call", on: date, owner: "Ana")
        let step = try store.undo(of: .account, 1) { try store.setNextStep(of: 1, to: "write", on: nil) }
        #expect(try store.takeBack(step))
        #expect(
            try store.database.answer(
                "SELECT next_step || '|' || next_step_on || '|' || next_step_owner FROM account WHERE id = 1")
                == "call|2022-01-08|Ana")
        let until = date.adding(days: 9)
        let held = try store.undo(of: .hold, at: { try store.currentHold(of: 1, on: date) }) {
            try store.hold(1, from: date, until: until, because: "budget")
        }
        let resumed = try store.undo(of: .hold, held.id) { _ = try store.endHold(of: 1, on: date) }
        #expect(try store.database.answer("SELECT count(*) FROM hold") == "0")
        #expect(try store.takeBack(resumed))
        #expect(try store.database.answer("SELECT until_on || reason FROM hold") == "2022-01-17budget")
        #expect(try StoreInvariants.complaints(in: store.database) == [])
    }

    @Test(
        "who was taken off an account comes back with all that he took part in, and with the number of his own system")
    func stakeholderBack() throws {
        try store.database.execute(
            """
            INSERT INTO stakeholder(id, source, external_id, account_id, name) VALUES (91, 'crm', 'C-91', 1, 'Lena');
            INSERT INTO activity(id, person_id, account_id, kind, direction, stakeholder_id, occurred_at) VALUES
              (51, 1, 1, 'call', 'two-way', 91, 3000), (52, 1, 1, 'meeting', 'two-way', NULL, 4000);
            INSERT INTO attendee(activity_id, stakeholder_id) VALUES (52, 91);
            """)
        let taken = try store.undo(removingStakeholder: 91)
        #expect(try store.database.answer("SELECT count(*) FROM participation WHERE stakeholder_id = 91") == "0")
        for act in taken.reversed() { #expect(try store.takeBack(try #require(Undo(act.json)))) }
        #expect(
            try store.database.answer(
                "SELECT external_id || last_two_way_at || (SELECT count(*) FROM participation WHERE stakeholder_id = 91) "
                    + "FROM stakeholder WHERE id = 91") == "C-9140002")
        #expect(try StoreInvariants.complaints(in: store.database) == [])
    }

    @Test("what somebody else went on from is left as he left it")
    func goneOn() throws {
        let mine = try store.undo(of: .account, 1) { try store.setNextStep(of: 1, to: "a", on: date) }
        try store.setNextStep(of: 1, to: "b", on: date)
        #expect(try !store.takeBack(mine))
        #expect(try store.database.answer("SELECT next_step FROM account WHERE id = 1") == "b")
        let lena = try store.addStakeholder("Lena", to: 1, role: .user, email: nil)
        let added = try store.undo(adding: .stakeholder, lena)
        try store.log(
            LoggedActivity(
                personID: 1, accountID: 1, kind: .call, direction: .twoWay, at: now, stakeholderID: lena))
        #expect(try !store.takeBack(added))
        let ask = try store.ask("who?", by: 1, about: nil, at: now)
        let asked = try store.undo(adding: .ask, ask)
        try store.answer(try #require(try store.said(.ask, ask)), "me", by: 2, at: now)
        #expect(try !store.takeBack(asked))
        #expect(try store.database.answer("SELECT answer FROM ask") == "me")
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
                    try store.hold(
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
