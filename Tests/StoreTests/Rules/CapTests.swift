import SQLite
import Testing

@testable import Store

@Suite("The Magnificent 50")
struct CapTests {
    /// Ana with 50 active accounts (ids 101…150) and a dropped one (200), Ben with one (201).
    private static func fullList() throws -> Database {
        let database = try Sample.rawDatabase()
        try database.execute(
            """
            INSERT INTO person(id, email, name) VALUES (1, 'ana@example.com', 'Ana'), (2, 'ben@example.com', 'Ben');
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50)
            INSERT INTO account(id, source, external_id, rep_id, name) SELECT 100 + i, 'crm', 'a' || i, 1, 'A' || i FROM n;
            INSERT INTO account(id, source, external_id, rep_id, name, status) VALUES
              (200, 'crm', 'd', 1, 'Dropped', 'dropped'), (201, 'crm', 'b', 2, 'Ben''s', 'active');
            """)
        return database
    }

    private static func active(_ database: Database) throws -> String {
        try database.answer("SELECT count(*) FROM account WHERE rep_id = 1 AND status = 'active'")
    }

    @Test(
        "a 51st active account is refused, and the message says what to do",
        arguments: [
            "INSERT INTO account(rep_id, name) VALUES (1, 'One more')",
            "INSERT OR IGNORE INTO account(rep_id, name) VALUES (1, 'One more')",
            "INSERT OR REPLACE INTO account(rep_id, name) VALUES (1, 'One more')",
            "REPLACE INTO account(id, source, external_id, rep_id, name) VALUES (201, 'crm', 'b', 1, 'Taken over')",
            "INSERT INTO account(source, external_id, rep_id, name) VALUES ('crm', 'd', 1, 'Back') "
                + "ON CONFLICT (external_id, source) DO UPDATE SET status = 'active'",
            "UPDATE account SET status = 'active' WHERE id = 200",
            "UPDATE OR IGNORE account SET status = 'active' WHERE id = 200",
            "UPDATE account SET rep_id = 1 WHERE id = 201",
            "UPDATE account SET rep_id = 1, status = 'active'",
        ])
    func refused(_ statement: String) throws {
        let database = try Self.fullList()
        let refusal = try #require(database.refusal(of: statement))
        #expect(refusal.isConstraint)
        #expect(refusal.message.contains("50 active accounts"))
        #expect(refusal.message.contains("close or drop one"))
        #expect(try Self.active(database) == "50")
    }

    @Test(
        "what does not make the list longer is allowed",
        arguments: [
            "REPLACE INTO account(source, external_id, rep_id, name) VALUES ('crm', 'a50', 1, 'New name')",
            "REPLACE INTO account(id, rep_id, name) VALUES (150, 1, 'Another company')",
            "INSERT INTO account(source, external_id, rep_id, name) VALUES ('crm', 'a50', 1, 'New name') "
                + "ON CONFLICT (external_id, source) DO UPDATE SET name = excluded.name",
            "UPDATE account SET rep_id = 1, status = 'active' WHERE id = 150",
            "INSERT INTO account(rep_id, name, status) VALUES (1, 'Won long ago', 'won')",
            "INSERT INTO account(name) VALUES ('Nobody''s')",
        ])
    func allowed(_ statement: String) throws {
        let database = try Self.fullList()
        #expect(database.refusal(of: statement) == nil)
        #expect(try Self.active(database) == "50")
    }

    @Test("dropping one makes room for another")
    func swap() throws {
        let database = try Self.fullList()
        try database.execute("UPDATE account SET status = 'dropped' WHERE id = 101")
        try database.execute("INSERT INTO account(rep_id, name) VALUES (1, 'Swapped in')")
        #expect(try Self.active(database) == "50")
    }

    @Test("a rep who replaces another by e-mail and id takes over no more than 50")
    func merged() throws {
        let database = try Self.fullList()
        let refusal = database.refusal(of: "REPLACE INTO person(id, email, name) VALUES (1, 'ben@example.com', 'Both')")
        #expect(refusal?.message.contains("50 active accounts") == true)
        #expect(try Self.active(database) == "50")
    }
}
