import SQLite
import Testing

@testable import Store

@Suite("What the schema refuses")
struct RefusedRowTests {
    @Test(
        "a row that cannot be true is refused by the store itself",
        arguments: [
            "UPDATE account SET selected_on = '2026-2-3'",
            "UPDATE account SET selected_on = '03.02.2026'",
            "UPDATE account SET selected_on = '2026-02-03T00:00:00Z'",
            "UPDATE account SET selected_on = 20260203",
            "UPDATE account SET selected_on = 'today'",
            "UPDATE account SET selected_on = ''",
            "INSERT INTO away(person_id, from_on, until_on) VALUES (1, '2026-05-02', '2026-05-01')",
            "INSERT INTO holiday(on_date) VALUES ('2026-13-01')",
            "INSERT INTO hold(account_id, from_on, until_on) VALUES (1, '2026-03-02', '2026-03-09')",
            "INSERT INTO hold(account_id, from_on, until_on, reason) VALUES (1, '2026-03-02', '2026-03-09', ' ')",
            "INSERT INTO hold(account_id, from_on, reason) VALUES (1, '2026-03-02', 'budget freeze')",
            "INSERT INTO hold(account_id, from_on, until_on, reason) VALUES (1, '2026-03-02', '2026-03-01', 'budget freeze')",
            "INSERT INTO activity(person_id, kind, occurred_at) VALUES (1, 'call', 1764000000000)",
            "INSERT INTO activity(person_id, kind, occurred_at) VALUES (1, 'call', '2026-03-02T09:00:00Z')",
            "INSERT INTO activity(person_id, kind, occurred_at) VALUES (1, 'call', 1764000000.5)",
            "INSERT INTO activity(person_id, kind, occurred_at) VALUES (1, 'call', -1)",
            "INSERT INTO activity(person_id, kind) VALUES (1, 'phone call')",
            "INSERT INTO activity(person_id, kind) VALUES (1, 'Call')",
            "INSERT INTO activity(person_id, kind, direction) VALUES (1, 'call', 'in')",
            "INSERT INTO activity(person_id, kind, touch) VALUES (1, 'research', 1)",
            "INSERT INTO activity(kind) VALUES ('call')",
            "UPDATE stakeholder SET role = 'boss'",
            "UPDATE person SET role = 'manager'",
            "UPDATE person SET email = 'ana'",
            "INSERT INTO person(email, name) VALUES ('ANA@example.com', 'Ana again')",
            "UPDATE account SET status = 'paused'",
            "UPDATE account SET name = '  '",
            "UPDATE account SET rank = 0",
            "UPDATE account SET stall_after = 0",
            "UPDATE account SET inner_circle = 2",
            "INSERT INTO plan(rep_id, kind, count) VALUES (1, 'lunch', 1)",
            "INSERT INTO plan(rep_id, kind, count) VALUES (1, 'call', -1)",
            "INSERT INTO editor(id, name, at) VALUES (2, 'x', 1)",
        ])
    func refused(_ statement: String) throws {
        let database = try Sample.rawDatabase()
        try database.execute(Sample.script)
        #expect(database.refusal(of: statement) != nil)
    }

    @Test(
        "a day that its month does not have is refused",
        arguments: [
            "UPDATE account SET next_step_on = '2026-02-30'",
            "UPDATE account SET selected_on = '2026-02-29'",
            "UPDATE milestone SET due_on = '2027-02-29'",
            "UPDATE milestone SET done_on = '2026-04-31'",
            "UPDATE person SET left_on = '2026-04-31'",
            "INSERT INTO away(person_id, from_on, until_on) VALUES (1, '2026-02-30', '2026-03-01')",
            "INSERT INTO holiday(on_date) VALUES ('2026-11-31')",
            "INSERT INTO hold(account_id, from_on, until_on, reason) VALUES (1, '2026-03-02', '2026-06-31', 'freeze')",
            "INSERT INTO commitment(rep_id, text, due_on) VALUES (1, 'Call', '2026-02-30')",
        ])
    func noSuchDay(_ statement: String) throws {
        let database = try Sample.rawDatabase()
        try database.execute(Sample.script)
        #expect(database.refusal(of: statement) != nil)
    }

    @Test("a milestone is skipped with a reason", arguments: ["NULL", "''", "' '"])
    func skippedWithoutReason(_ reason: String) throws {
        let database = try Sample.rawDatabase()
        try database.execute(Sample.script)
        #expect(
            database.refusal(of: "UPDATE milestone SET skipped_on = '2026-02-02', skip_reason = \(reason)") != nil)
    }

    @Test(
        "what is unusual and true is accepted",
        arguments: [
            "UPDATE account SET next_step_on = '2028-02-29'",
            "UPDATE account SET next_step_on = NULL",
            "INSERT INTO hold(account_id, from_on, until_on, reason) VALUES (1, '2026-03-02', '2026-03-02', 'one day')",
            "INSERT INTO activity(person_id, kind, occurred_at) VALUES (1, 'call', 1764000000.0)",
            "INSERT INTO activity(person_id, kind, occurred_at) VALUES (1, 'call', '1764000000')",
            "UPDATE milestone SET skipped_on = '2026-02-02', skip_reason = 'not needed'",
            "INSERT INTO plan(rep_id, kind, count) VALUES (1, 'touch', 0)",
        ])
    func accepted(_ statement: String) throws {
        let database = try Sample.rawDatabase()
        try database.execute(Sample.script)
        #expect(database.refusal(of: statement) == nil)
    }

    @Test(
        "a stakeholder or milestone of another account is refused, and the message says which",
        arguments: [
            (
                "INSERT INTO activity(person_id, account_id, kind, stakeholder_id) VALUES (1, 1, 'call', 2)",
                "stakeholder"
            ),
            ("INSERT INTO activity(person_id, account_id, kind, milestone_id) VALUES (1, 1, 'call', 2)", "milestone"),
            ("INSERT INTO activity(person_id, kind, stakeholder_id) VALUES (1, 'call', 2)", "stakeholder"),
            (
                "INSERT OR IGNORE INTO activity(person_id, account_id, kind, milestone_id) VALUES (1, 1, 'call', 2)",
                "milestone"
            ),
            (
                "REPLACE INTO activity(id, person_id, account_id, kind, milestone_id) VALUES (2, 1, 3, 'call', 1)",
                "milestone"
            ),
            ("UPDATE activity SET stakeholder_id = 2 WHERE id = 2", "stakeholder"),
            ("UPDATE activity SET milestone_id = 2 WHERE id = 2", "milestone"),
            ("UPDATE activity SET account_id = 2, milestone_id = NULL WHERE id = 2", "stakeholder"),
            ("UPDATE OR REPLACE activity SET account_id = NULL, stakeholder_id = NULL WHERE id = 2", "milestone"),
        ])
    func ofAnotherAccount(_ statement: String, subject: String) throws {
        let database = try Sample.rawDatabase()
        try database.execute(Sample.script + Sample.activities)
        let refusal = try #require(database.refusal(of: statement))
        #expect(refusal.message == "the \(subject) belongs to another account")
        #expect(try database.answer("SELECT count(*) FROM activity") == "3")
    }

    @Test(
        "milliseconds are refused in every time stamp that writers fill in",
        arguments: [
            "INSERT INTO commitment(rep_id, text, due_on, made_at) VALUES (1, 'Call Acme', '2026-03-02', 1764000000000)",
            "INSERT INTO commitment(rep_id, text, due_on, kept_at) VALUES (1, 'Call Acme', '2026-03-02', 1764000000000)",
            "INSERT INTO ask(rep_id, text, asked_at) VALUES (1, 'Help', 1764000000000)",
            "INSERT INTO ask(rep_id, text, answered_at) VALUES (1, 'Help', 1764000000000)",
            "INSERT INTO coaching_note(leader_id, rep_id, at) VALUES (3, 1, 1764000000000)",
            "INSERT INTO promise(leader_id, text, made_at) VALUES (3, 'Join', 1764000000000)",
            "INSERT INTO promise(leader_id, text, kept_at) VALUES (3, 'Join', 1764000000000)",
        ])
    func milliseconds(_ statement: String) throws {
        let database = try Sample.rawDatabase()
        try database.execute(Sample.script)
        #expect(database.refusal(of: statement) != nil)
    }

    @Test(
        "an external id without a source is refused: it would never be found again",
        arguments: [
            "account(external_id, name) VALUES ('x', 'X')",
            "activity(external_id, person_id, kind) VALUES ('x', 1, 'call')",
        ]
    )
    func externalIDWithoutSource(_ row: String) throws {
        let database = try Sample.rawDatabase()
        try database.execute(Sample.script)
        _ = database.refusal(of: "INSERT INTO " + row)
        #expect(database.refusal(of: "INSERT INTO " + row) != nil)
    }
}
