import Testing

@testable import SQLite

@Suite("Transactions")
struct TransactionTests {
    private struct Interruption: Error {}

    private let database: Database

    init() throws {
        database = try Database(path: ":memory:")
        try database.execute("CREATE TABLE t(x INTEGER UNIQUE) STRICT")
    }

    private var rows: Int { get throws { try database.first("SELECT count(*) FROM t") { $0.int(0) } ?? -1 } }

    @Test("what throws leaves nothing behind, and the connection goes on")
    func rollsBack() throws {
        #expect(throws: Interruption.self) {
            try database.transaction {
                try database.run("INSERT INTO t VALUES (1)")
                throw Interruption()
            }
        }
        #expect(try rows == 0)
        #expect(!database.isInTransaction)
        try database.transaction { try database.run("INSERT INTO t VALUES (1)") }
        #expect(try rows == 1)
    }

    @Test("a refused row rolls the whole back, and its own error is told")
    func refusedRow() throws {
        #expect {
            try database.transaction {
                try database.run("INSERT INTO t VALUES (1)")
                try database.run("INSERT INTO t VALUES (1)")
            }
        } throws: { ($0 as? DatabaseError)?.isConstraint == true }
        #expect(try rows == 0)
    }

    @Test("a statement that rolled back by itself hides no error")
    func rolledBackAlready() throws {
        #expect {
            try database.transaction {
                try database.run("INSERT INTO t VALUES (1)")
                try database.run("INSERT OR ROLLBACK INTO t VALUES (1)")
            }
        } throws: { ($0 as? DatabaseError)?.isConstraint == true }
        #expect(!database.isInTransaction)
    }

    @Test("a transaction within another is refused, and both are undone")
    func nested() throws {
        #expect(throws: DatabaseError.self) {
            try database.transaction {
                try database.run("INSERT INTO t VALUES (1)")
                try database.transaction { try database.run("INSERT INTO t VALUES (2)") }
            }
        }
        #expect(try rows == 0)
    }

    @Test("a transaction hands back what its body gives")
    func result() throws {
        #expect(try database.transaction { try rows } == 0)
        #expect(try database.reading { try rows } == 0)
    }
}
