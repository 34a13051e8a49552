import CivilTime
import SQLite
import Testing

@testable import Store

@Suite("History")
struct HistoryTests {
    private static let told = """
        SELECT ifnull(author, '-') || '|' || ifnull(reason, '-') || '|' || ifnull(account_id, '-') || '|' || subject || '|'
          || subject_id || '|' || field || '|' || ifnull(old_value, '-') || '|' || ifnull(new_value, '-')
        FROM history ORDER BY id
        """

    private static func rows(_ database: Database) throws -> [String] { try database.query(told) { $0.text(0) } }

    @Test("an edit carries its author, reason and instant")
    func edited() throws {
        let store = try Sample.store()
        try store.editing(as: "lea@example.com", because: "re-plan", at: Instant(secondsSinceEpoch: 4242)) {
            try store.database.run("UPDATE milestone SET due_on = '2026-05-01' WHERE id = 1")
        }
        #expect(try Self.rows(store.database) == ["lea@example.com|re-plan|1|milestone|1|due_on|-|2026-05-01"])
        #expect(try store.database.answer("SELECT at FROM history") == "4242")
        #expect(try store.database.answer("SELECT count(*) FROM editor") == "0")
    }

    @Test("plain SQL has no author and the time of the clock")
    func plain() throws {
        let store = try Sample.store()
        try store.database.execute("UPDATE account SET status = 'won' WHERE id = 1")
        #expect(try Self.rows(store.database) == ["-|-|1|account|1|status|active|won"])
        #expect(try store.database.answer("SELECT abs(at - unixepoch()) < 100 FROM history") == "1")
    }

    @Test("an edit that fails leaves neither rows nor an author behind")
    func failed() throws {
        struct Interruption: Error {}
        let store = try Sample.store()
        #expect(throws: Interruption.self) {
            try store.editing(as: "lea@example.com", at: Instant(secondsSinceEpoch: 4242)) {
                try store.database.run("UPDATE account SET status = 'lost' WHERE id = 1")
                throw Interruption()
            }
        }
        #expect(try Self.rows(store.database) == [])
        try store.database.execute("UPDATE account SET status = 'won' WHERE id = 1")
        #expect(try Self.rows(store.database) == ["-|-|1|account|1|status|active|won"])
    }

    @Test("what an edit sets to what it was is no history")
    func unchanged() throws {
        let store = try Sample.store()
        try store.database.execute("UPDATE account SET name = name, rep_id = rep_id, industry = 'new'")
        #expect(try Self.rows(store.database) == [])
    }

    @Test(
        "every tracked field is recorded with its old and new value",
        arguments: [
            ("UPDATE account SET rep_id = 2 WHERE id = 1", "1|account|1|rep_id|1|2"),
            ("UPDATE account SET rank = 7 WHERE id = 1", "1|account|1|rank|1|7"),
            ("UPDATE account SET next_step = 'Send offer' WHERE id = 1", "1|account|1|next_step|-|Send offer"),
            ("UPDATE account SET stall_after = 15 WHERE id = 1", "1|account|1|stall_after|-|15"),
            ("UPDATE stakeholder SET role = 'champion' WHERE id = 1", "1|stakeholder|1|role|user|champion"),
            ("UPDATE milestone SET done_on = '2026-03-02' WHERE id = 2", "2|milestone|2|done_on|-|2026-03-02"),
            ("UPDATE person SET left_on = '2026-06-30' WHERE id = 1", "-|person|1|left_on|-|2026-06-30"),
            ("DELETE FROM stakeholder WHERE id = 1", "1|stakeholder|1|removed|Jonas|-"),
            ("DELETE FROM milestone WHERE id = 1", "1|milestone|1|removed|Pilot|-"),
        ])
    func recorded(_ statement: String, row: String) throws {
        let store = try Sample.store()
        try store.database.execute(statement)
        #expect(try Self.rows(store.database) == ["-|-|" + row])
    }

    @Test("a deleted account is recorded with what went with it")
    func removedAccount() throws {
        let store = try Sample.store(
            "INSERT INTO hold(id, account_id, from_on, until_on, reason) VALUES (1, 1, '2026-03-02', '2026-03-09', 'freeze');"
        )
        try store.database.execute("DELETE FROM account WHERE id = 1")
        let rows = try Self.rows(store.database)
        #expect(rows.filter { $0.hasPrefix("-|-|1|account|1|removed|") }.count == 1)
        #expect(
            Set(rows.filter { !$0.contains("account|1|removed") }) == [
                "-|-|1|stakeholder|1|removed|Jonas|-", "-|-|1|milestone|1|removed|Pilot|-",
                "-|-|1|hold|1|removed|2026-03-02|-",
            ])
    }

    @Test("a removed account is recorded by its name")
    func removedName() throws {
        let store = try Sample.store()
        try store.database.execute("DELETE FROM account WHERE id = 1")
        #expect(try Self.rows(store.database).contains("-|-|1|account|1|removed|Acme|-"))
    }

    @Test("INSERT OR REPLACE is recorded like an update")
    func replaced() throws {
        let store = try Sample.store()
        try store.database.execute(
            "REPLACE INTO account(id, source, external_id, rep_id, name, rank, status, selected_on) "
                + "VALUES (1, 'crm', 'a1', 1, 'Acme', 1, 'lost', '2026-01-05')")
        #expect(try Self.rows(store.database) == ["-|-|1|account|1|status|active|lost"])
    }

    @Test("a replaced account keeps its history under its new id")
    func followed() throws {
        let store = try Sample.store()
        try store.database.execute("UPDATE account SET next_step = 'Send offer' WHERE id = 1")
        try store.database.execute(
            "REPLACE INTO account(source, external_id, rep_id, name, rank, next_step, selected_on) "
                + "VALUES ('crm', 'a1', 1, 'Acme', 1, 'Send offer', '2026-01-05')")
        #expect(
            try store.database.answer(
                "SELECT a.name FROM history h JOIN account a ON a.id = h.account_id WHERE h.field = 'next_step'")
                == "Acme")
    }
}
