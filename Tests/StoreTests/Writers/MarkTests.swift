import SQLite
import Testing

@testable import Store

@Suite("What the engine looks at again")
struct MarkTests {
    private static let rows = """
        INSERT INTO hold(id, account_id, from_on, until_on, reason) VALUES (1, 1, '2026-03-02', '2026-03-09', 'freeze');
        INSERT INTO plan(id, rep_id, kind, count) VALUES (1, 1, 'call', 3);
        INSERT INTO away(id, person_id, from_on, until_on) VALUES (1, 1, '2026-03-02', '2026-03-09');

        """

    @Test(
        "a change marks the accounts, people and days that it touches",
        arguments: [
            ("INSERT INTO activity(person_id, account_id, kind) VALUES (2, 1, 'call')", "accounts 1 people days 2"),
            ("UPDATE activity SET person_id = 2 WHERE id = 1", "accounts 1 people days 1,2"),
            ("UPDATE activity SET account_id = 3 WHERE id = 1", "accounts 1,3 people days 1"),
            ("UPDATE activity SET note = 'went well' WHERE id = 1", "accounts people days"),
            ("DELETE FROM activity WHERE id = 1", "accounts 1 people days 1"),
            ("UPDATE account SET rep_id = 2 WHERE id = 1", "accounts 1 people days 1,2"),
            ("UPDATE account SET fit_note = 'x' WHERE id = 1", "accounts people days"),
            ("UPDATE milestone SET due_on = '2026-04-01' WHERE id = 2", "accounts 2 people days"),
            ("INSERT INTO stakeholder(account_id, name) VALUES (2, 'Kim')", "accounts 2 people days"),
            ("DELETE FROM hold", "accounts 1 people days"),
            ("UPDATE plan SET count = 4", "accounts people 1 days"),
            ("UPDATE person SET time_zone = 'Europe/Paris' WHERE id = 2", "accounts people 2 days"),
            ("UPDATE team SET time_zone = 'Europe/Paris' WHERE id = 1", "accounts people 1,2,3 days"),
            ("INSERT INTO holiday(on_date) VALUES ('2026-05-01')", "accounts people 1,2,3 days"),
            ("INSERT INTO holiday(on_date, team_id) VALUES ('2026-05-01', 2)", "accounts people days"),
            ("INSERT INTO holiday(on_date, person_id) VALUES ('2026-05-01', 2)", "accounts people 2 days"),
        ])
    func marked(_ statement: String, marks: String) throws {
        let store = try Sample.store(Sample.activities + Self.rows)
        try store.database.execute(statement)
        #expect(try Self.marks(store) == marks)
    }

    @Test(
        "a replacement marks what the old row belonged to as well",
        arguments: [
            (
                "REPLACE INTO account(source, external_id, rep_id, name) VALUES ('crm', 'a2', 1, 'Borg')", "days", 2
            ),
            ("REPLACE INTO stakeholder(id, account_id, name) VALUES (1, 3, 'Jonas')", "accounts", 1),
            ("REPLACE INTO milestone(id, account_id, title) VALUES (1, 3, 'Pilot')", "accounts", 1),
            (
                "REPLACE INTO hold(id, account_id, from_on, until_on, reason) "
                    + "VALUES (1, 3, '2026-03-02', '2026-03-09', 'freeze')", "accounts", 1
            ),
            ("REPLACE INTO plan(id, rep_id, kind, count) VALUES (1, 2, 'call', 3)", "people", 1),
            (
                "REPLACE INTO away(id, person_id, from_on, until_on) VALUES (1, 2, '2026-03-02', '2026-03-09')",
                "people", 1
            ),
        ])
    func replaced(_ statement: String, list: String, id: Int64) throws {
        let store = try Sample.store(Self.rows)
        try store.database.execute(statement)
        let changes = try store.changes()
        let found = ["accounts": changes.accounts, "people": changes.people, "days": changes.days]
        #expect(found[list]?.contains(id) == true)
    }

    @Test("clearing forgets what was read and keeps what came since")
    func cleared() throws {
        let store = try Sample.store()
        try store.database.execute("UPDATE person SET hours = '08:00-16:00' WHERE id = 1")
        let read = try store.changes()
        try store.database.execute("UPDATE person SET hours = '08:00-16:00' WHERE id = 2")
        try store.clear(read)
        #expect(try store.changes().people == [2])
        try store.clear(try store.changes())
        #expect(try store.changes().isEmpty)
    }

    private static func marks(_ store: Store) throws -> String {
        let changes = try store.changes()
        let lists = [("accounts", changes.accounts), ("people", changes.people), ("days", changes.days)]
        return lists.map { name, ids in
            ids.isEmpty ? name : name + " " + ids.sorted().map(String.init).joined(separator: ",")
        }.joined(separator: " ")
    }
}
