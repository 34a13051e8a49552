import CivilTime
import Coaching
import SQLite
import Testing

@testable import Store

@Suite("What a huddle reads")
struct HuddleTests {
    private static func at(_ seconds: Int64) -> Instant { Instant(secondsSinceEpoch: seconds) }

    @Test(
        "commitments of the dates as they stand at the instant: what was said, kept or taken back later does not count yet"
    )
    func commitments() throws {
        let store = try Sample.store(
            """
            INSERT INTO commitment(rep_id, account_id, text, due_on, made_at, kept_at, dropped_at, moved) VALUES
              (1, 1, 'Call Jonas', '2026-03-02', 1, 5, NULL, 0), (1, NULL, 'Plan', '2026-03-03', 1, NULL, NULL, 2),
              (1, 1, 'Dropped', '2026-03-02', 1, NULL, 5, 0), (1, 1, 'Later', '2026-03-04', 1, NULL, NULL, 0),
              (1, 1, 'Said at 7', '2026-03-02', 7, NULL, NULL, 0), (2, 2, 'Ben''s', '2026-03-02', 1, NULL, NULL, 0);
            """)
        func found(at second: Int64) throws -> [Commitment] {
            try store.commitments(
                of: 1, from: try CivilDate(iso: "2026-03-02"), through: try CivilDate(iso: "2026-03-03"),
                at: Self.at(second))
        }
        let late = try found(at: 9)
        #expect(late.map(\.text) == ["Call Jonas", "Said at 7", "Plan"])
        #expect(late.map(\.isKept) == [true, false, false] && late.map(\.moved) == [0, 0, 2])
        #expect(late.map(\.account) == ["Acme", "Acme", nil])
        let early = try found(at: 4)
        #expect(early.map(\.text) == ["Call Jonas", "Dropped", "Plan"])
        #expect(early.map(\.isKept) == [false, false, false] && early.map(\.keptAt) == [nil, nil, nil])
    }

    @Test("asks and promises that are open at the instant")
    func asksAndPromises() throws {
        let store = try Sample.store(
            """
            INSERT INTO ask(rep_id, account_id, text, asked_at, answered_at) VALUES
              (1, 1, 'Second', 2000, NULL), (1, NULL, 'First', 1000, NULL), (1, 1, 'Answered', 500, 600), (1, 1, 'Later', 9000, NULL);
            INSERT INTO promise(leader_id, rep_id, account_id, text, due_on, made_at, kept_at) VALUES
              (3, 1, 1, 'No date', NULL, 1000, NULL), (3, 1, NULL, 'Join the demo', '2026-03-02', 1000, NULL),
              (3, 1, 1, 'Kept', '2026-03-01', 1000, 1500), (3, 1, 1, 'Later', '2026-03-01', 9000, NULL);
            """)
        #expect(
            try store.openAsks(of: 1, named: "Ana", at: Self.at(5000), in: .utc).map(\.text) == ["First", "Second"])
        #expect(try store.openPromises(of: 3, at: Self.at(5000), in: .utc).map(\.text) == ["Join the demo", "No date"])
        #expect(try store.openPromises(of: 3, at: Self.at(5000), in: .utc).first?.rep == "Ana")
    }

    @Test("milestones done on the dates, of lost accounts not")
    func milestones() throws {
        let store = try Sample.store(
            """
            UPDATE milestone SET done_on = '2026-03-02' WHERE id IN (1, 3);
            UPDATE milestone SET done_on = '2026-03-02' WHERE id = 2;
            UPDATE account SET status = 'lost' WHERE id = 3;
            """)
        let day = try CivilDate(iso: "2026-03-02")
        #expect(try store.milestonesDone(of: 1, from: day, through: day).map(\.account) == ["Acme"])
    }

    @Test("somebody answers for the first time once, and a role is new once")
    func firstReplies() throws {
        let store = try Sample.store(
            """
            INSERT INTO stakeholder(id, account_id, name, role) VALUES (4, 3, 'Uli', 'economic buyer');
            INSERT INTO activity(person_id, account_id, kind, occurred_at, direction, stakeholder_id) VALUES
              (1, 3, 'email', 500, 'out', 3), (1, 3, 'call', 1500, 'two-way', 3), (1, 3, 'demo', 1600, 'two-way', 3),
              (1, 1, 'call', 2500, 'two-way', 1), (1, 3, 'call', 3500, 'two-way', 4);
            """)
        func replies(_ start: Int64, _ end: Int64) throws -> [FirstReply] {
            try store.firstReplies(to: 1, from: Self.at(start), before: Self.at(end))
        }
        #expect(try replies(1000, 2000).map(\.name) == ["Noor"])
        #expect(try replies(1000, 2000).map(\.kind) == [.call])
        #expect(try replies(1550, 2000).isEmpty)
        #expect(try replies(2000, 4000).map(\.name) == ["Jonas", "Uli"])
        #expect(try replies(2000, 4000).map(\.isNewRole) == [true, false])
        // Uli, of Noor's role, is not heard of yet.
        #expect(try replies(1000, 2000).map(\.isNewRole) == [true])
        try store.database.execute(
            """
            INSERT INTO stakeholder(id, account_id, name) VALUES (5, 3, 'Ida');
            INSERT INTO attendee(activity_id, stakeholder_id) SELECT id, 5 FROM activity WHERE occurred_at = 1600;
            """)
        #expect(try replies(1550, 2000).map(\.name) == ["Ida"])
    }

    @Test("what a leader did for an account is no talk with its rep")
    func talks() throws {
        let store = try Sample.store(
            """
            INSERT INTO coaching_note(leader_id, rep_id, account_id, kind, at) VALUES
              (3, 1, 1, 'support', 100), (3, 1, 1, 'talk', 200), (3, 1, NULL, 'one-to-one', 300);
            """)
        #expect(try store.notedTalks(in: 1, from: Self.at(0), through: Self.at(400)) == [1: 2])
    }

    @Test("coverage counts touches up to the instant: not what is dated later")
    func coverage() throws {
        let store = try Sample.store(
            """
            INSERT INTO activity(person_id, account_id, kind, occurred_at) VALUES
              (1, 1, 'call', 1500), (1, 1, 'call', 9000), (1, 3, 'call', 500), (1, 3, 'call', 9000), (2, 2, 'call', 2000),
              (2, 2, 'research', 2500);
            """)
        func touched(since start: Int64, at now: Int64) throws -> [Int] {
            let both = try [1, 2].map { try store.coverage(of: $0, since: Self.at(start), at: Self.at(now)) }
            return [both.map(\.touched).reduce(0, +), both.map(\.accounts).reduce(0, +)]
        }
        #expect(try touched(since: 1000, at: 3000) == [2, 3])
        #expect(try touched(since: 1000, at: 2000) == [2, 3])
        #expect(try touched(since: 1600, at: 1999) == [0, 3])
        #expect(try touched(since: 1000, at: 9000) == [3, 3])
    }
}
