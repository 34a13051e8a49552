import CivilTime
import Coaching
import Judging
import Store
import Testing

@testable import Engine

/// The judge of simulated years is judged himself: what is broken on purpose he sees, and nothing else.
@Suite("The judge of simulated years", .enabled(if: Zones.areThere, "tzdata is not installed"))
struct JudgeTests {
    private static let (first, last) = (CivilDate(dayNumber: 20_514), CivilDate(dayNumber: 20_604))

    /// Thirteen weeks of two reps who have much to be asked about and seldom answer.
    private static func quarter() throws -> Store {
        let world = try World()
        let team = try world.team(zone: "Europe/London")
        try world.leader(of: team)
        for name in ["Ana", "Ben"] {
            let rep = try world.person(name, team: team, zone: "Europe/London")
            for rank in 1...7 { try world.account("\(name)'s \(rank)", of: rep, rank: rank) }
        }
        let simulation = try Simulation(
            world.store, policy: PolicySettings(), routing: world.routing, zones: Zones.database, period: first...last,
            life: .people(seed: 3))
        try simulation.run { _ in }
        return world.store
    }

    private func rules(of quarter: Store, brokenBy statements: String) throws -> Set<String> {
        let store = try quarter.scratchCopy()
        try store.database.execute("PRAGMA foreign_keys = OFF; " + statements)
        let record = try Record(store, zones: Zones.database, through: Self.last)
        return Set(Judge.violations(of: record).map(\.rule))
    }

    private static let oneMorning = "(SELECT max(id) FROM message WHERE kind = 'morning')"

    /// What is broken on purpose, by the rule that tells it.
    private static let crimes: [(rule: String, statements: String)] = [
        ("quiet hours", "UPDATE outbox SET ended_at = ended_at + 36000 WHERE message_id = \(oneMorning)"),
        (
            "silence on days off",
            "INSERT INTO away(person_id, from_on, until_on) SELECT person_id, on_date, on_date FROM message WHERE id = \(oneMorning)"
        ),
        (
            "2 nudges a day",
            """
            UPDATE outbox SET ended_at = (SELECT min(ended_at) FROM outbox JOIN message m ON m.id = message_id
                                          WHERE m.kind = 'morning')
            WHERE message_id IN (SELECT id FROM message WHERE kind = 'morning' AND person_id = 2)
            """
        ),
        (
            "1 to 5 items",
            """
            UPDATE message_item SET message_id = \(oneMorning)
            WHERE message_id IN (SELECT id FROM message WHERE kind = 'morning') AND state <> 'thanks'
            """
        ),
        ("one item an account", "UPDATE message_item SET account_id = 1 WHERE account_id = 2"),
        ("order of items", "UPDATE message_item SET position = -position"),
        ("thanks stand first", "UPDATE message_item SET position = 99 WHERE state = 'thanks'"),
        (
            "own accounts only",
            "UPDATE finding SET rep_id = 5 - rep_id WHERE rep_id IN (2, 3) AND account_id IS NOT NULL"
        ),
        ("a slot each working day", "DELETE FROM slot WHERE on_date = '2026-04-15'"),
        ("a slot has its message", "UPDATE slot SET outcome = 'skipped' WHERE outcome = 'sent'"),
        ("a slot is of its day", "UPDATE slot SET due_at = due_at - 86400 WHERE on_date = '2026-04-15'"),
        (
            "the ladder ends",
            """
            UPDATE message_item SET finding_id = (SELECT min(finding_id) FROM message_item WHERE rung = 2)
            WHERE account_id = (SELECT account_id FROM message_item WHERE rung = 2 ORDER BY finding_id LIMIT 1)
            """
        ),
        (
            "the ladder's days",
            "UPDATE message SET on_date = date(on_date, '+13 days') WHERE id IN (SELECT message_id FROM message_item WHERE rung = 1)"
        ),
        ("new, still, back", "UPDATE message_item SET state = 'new' WHERE state = 'still'"),
        ("new, still, back", "UPDATE message_item SET state = 'back' WHERE state = 'new'"),
        ("new, still, back", "UPDATE message_item SET voided = 1 WHERE rung = 1"),
        ("thanks once", "UPDATE message_item SET state = 'thanks' WHERE state IN ('new', 'still')"),
        ("thanks for an act", "UPDATE finding SET resolved_by = 'lapsed' WHERE resolved_by IS NOT NULL"),
        ("thanks after the act", "UPDATE finding SET resolved_at = resolved_at + 8640000"),
        ("thanks for an answer", "UPDATE message_item SET voided = 1 WHERE state <> 'thanks' AND to_rep = 1"),
        (
            "what is resolved is over",
            "UPDATE finding SET resolved_at = opened_at, resolved_on = opened_on, resolved_by = 'touch'"
        ),
        (
            "only what was mentioned escalates",
            "UPDATE message_item SET state = 'new', kind = 'no-next-step' WHERE state = 'rotation'"
        ),
        (
            "a hold silences",
            "INSERT INTO hold(account_id, from_on, until_on, reason) SELECT id, '2026-03-25', '2026-04-20', 'x' FROM account WHERE true ON CONFLICT DO NOTHING"
        ),
        (
            "no question twice in ten days",
            "UPDATE message_item SET question = 'What now?' WHERE account_id IS NOT NULL"
        ),
        (
            "7 places on the agenda",
            "UPDATE message_item SET message_id = (SELECT max(id) FROM message WHERE kind = 'huddle') WHERE to_rep = 0"
        ),
        (
            "everything open comes up in ten weeks",
            """
            DELETE FROM message_item WHERE account_id = 1;
            UPDATE finding SET resolved_at = NULL, resolved_on = NULL, resolved_by = NULL
              WHERE id = (SELECT min(f.id) FROM finding f WHERE f.account_id = 1 AND NOT EXISTS
                (SELECT 1 FROM finding o WHERE o.account_id = 1 AND o.kind = f.kind AND o.resolved_at IS NULL))
            """
        ),
        ("words", "UPDATE message SET body = replace(body, 'Ask: ', 'You must answer: ')"),
        ("words", "UPDATE message SET body = replace(body, 'Thank you.', 'Thank you!')"),
        ("a message can be read", "UPDATE message SET body = '{' WHERE id = \(oneMorning)"),
    ]

    @Test("sees nothing where nothing is broken, and each promise that is")
    func judge() throws {
        let quarter = try Self.quarter()
        #expect(try quarter.database.first("SELECT count(*) FROM message_item") { $0.int(0) } ?? 0 > 200)
        #expect(try rules(of: quarter, brokenBy: "SELECT 1") == [])
        for crime in Self.crimes {
            let broken = try rules(of: quarter, brokenBy: crime.statements)
            #expect(broken.contains(crime.rule), "\(crime.statements) broke \(broken)")
        }
        // Names in the data are no words of coachd's own.
        let names = #"UPDATE message SET body = replace(body, '["Ana''s 1"]', '["Failed Target Quota!"]')"#
        #expect(try rules(of: quarter, brokenBy: names) == [])
    }
}
