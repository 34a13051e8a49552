import Foundation
import Testing

@testable import SQLite

@Suite("A connection")
struct DatabaseTests {
    private static func table() throws -> Database {
        let database = try Database(path: ":memory:")
        try database.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, x INTEGER UNIQUE) STRICT")
        return database
    }

    @Test("the statement of a text is prepared once")
    func cache() throws {
        let database = try Self.table()
        let first = try database.statement("SELECT x FROM t")
        #expect(try database.statement("SELECT x FROM t") === first)
        #expect(try database.statement("SELECT id FROM t") !== first)
    }

    @Test("a cached statement survives a change of the schema")
    func schemaChange() throws {
        let database = try Self.table()
        try database.run("INSERT INTO t(x) VALUES (?)", 1)
        #expect(try database.query("SELECT * FROM t") { $0.int(1) } == [1])
        try database.execute("ALTER TABLE t ADD COLUMN y TEXT")
        #expect(try database.query("SELECT * FROM t") { $0.isNull(2) } == [true])
    }

    @Test("fewer arguments than parameters take none from the run before")
    func fewerArguments() throws {
        let database = try Database(path: ":memory:")
        #expect(try database.first("SELECT ?, ?", 1, 42) { $0.int(1) } == 42)
        #expect(try database.first("SELECT ?, ?", 2) { $0.optionalInt(1) } == .some(nil))
    }

    @Test("more arguments than parameters are refused")
    func moreArguments() throws {
        let database = try Self.table()
        #expect(throws: DatabaseError.self) { try database.run("INSERT INTO t(x) VALUES (?)", 1, 2) }
    }

    @Test("a query within a query of the same text reads all rows of both")
    func nested() throws {
        struct Endless: Error {}
        let database = try Self.table()
        try database.execute("INSERT INTO t(x) VALUES (1), (2), (3)")
        var pairs = 0
        try database.forEach("SELECT x FROM t") { _ in
            try database.forEach("SELECT x FROM t") { _ in
                pairs += 1
                if pairs > 100 { throw Endless() }
            }
        }
        #expect(pairs == 9)
    }

    @Test("first reads one row and leaves the statement free for a write")
    func first() throws {
        let database = try Self.table()
        try database.execute("INSERT INTO t(x) VALUES (1), (2)")
        #expect(try database.first("SELECT x FROM t ORDER BY x") { $0.int(0) } == 1)
        #expect(try database.first("SELECT x FROM t WHERE x > 9") { $0.int(0) } == nil)
        try database.execute("DROP TABLE t")
    }

    @Test("changes counts the rows of the statement, not those of its triggers")
    func changes() throws {
        let database = try Self.table()
        try database.execute(
            "CREATE TABLE log(x); CREATE TRIGGER l AFTER INSERT ON t BEGIN INSERT INTO log VALUES (1), (2); END")
        try database.run("INSERT INTO t(x) VALUES (7), (8)")
        #expect(database.changes == 2)
        #expect(database.lastInsertID == 2)
    }

    @Test("triggers can be turned off and on again")
    func triggers() throws {
        let database = try Self.table()
        try database.execute(
            "CREATE TABLE log(x); CREATE TRIGGER l AFTER INSERT ON t BEGIN INSERT INTO log VALUES (1); END")
        for enabled in [true, false, true] {
            database.enableTriggers(enabled)
            try database.run("INSERT INTO t(x) VALUES (NULL)")
        }
        #expect(try database.first("SELECT count(*) FROM log") { $0.int(0) } == 2)
    }

    @Test("the data version moves when another connection commits, not by own writes")
    func dataVersion() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("sqlite-\(UUID().uuidString).db").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let one = try Database(path: path)
        let two = try Database(path: path)
        try one.execute("CREATE TABLE t(x)")
        let before = try one.dataVersion()
        try one.execute("INSERT INTO t VALUES (1)")
        #expect(try one.dataVersion() == before)
        try two.execute("INSERT INTO t VALUES (2)")
        #expect(try one.dataVersion() != before)
    }

    @Test("a mode says what may be done with the file", arguments: [Database.Mode.readWrite, .readOnly])
    func missing(_ mode: Database.Mode) {
        #expect {
            try Database(path: "/nonexistent/x.db", mode: mode)
        } throws: { ($0 as? DatabaseError)?.isDiskTrouble == true }
    }
}
