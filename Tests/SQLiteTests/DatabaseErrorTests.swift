import Testing

@testable import SQLite

@Suite("Errors")
struct DatabaseErrorTests {
    @Test("an error carries its code, SQLite's words and the statement, and never the arguments")
    func refusal() throws {
        let database = try Database(path: ":memory:")
        try database.execute("CREATE TABLE t(x TEXT UNIQUE, n INTEGER CHECK (n > 0)) STRICT")
        let sql = "INSERT INTO t VALUES (?, ?)"
        try database.run(sql, "private words", 1)
        let refusals: [([Value], Int32)] = [
            (["private words", 2], uniqueCode),
            (["other private words", 0], checkCode),
            (["x", "private words"], datatypeCode),
        ]
        for (arguments, code) in refusals {
            let error = try #require(throws: DatabaseError.self) { try database.statement(sql).run(arguments) }
            #expect(error.extendedCode == code && error.isConstraint && error.sql == sql)
            #expect(!"\(error) \(error.message)".contains("private"))
        }
    }

    // See https://sqlite.org/rescode.html; Swift imports no macro that is an expression.
    private let uniqueCode: Int32 = 2067
    private let checkCode: Int32 = 275
    private let datatypeCode: Int32 = 3091

    @Test("a statement that cannot be prepared names itself")
    func syntax() throws {
        let database = try Database(path: ":memory:")
        let error = try #require(throws: DatabaseError.self) { try database.run("SELEC 1") }
        #expect(error.sql == "SELEC 1" && error.message.contains("SELEC") && error.code == 1)
    }

    @Test("a text without a statement is refused with words that tell it")
    func nothing() throws {
        let database = try Database(path: ":memory:")
        for text in ["", "-- only words"] {
            let error = try #require(throws: DatabaseError.self) { try database.run(text) }
            #expect(error.message != "not an error")
        }
    }

    @Test("a second statement in one text is refused, not dropped")
    func second() throws {
        let database = try Database(path: ":memory:")
        try database.execute("CREATE TABLE t(x)")
        #expect(throws: DatabaseError.self) {
            try database.run("INSERT INTO t VALUES (1); INSERT INTO t VALUES (2)")
        }
    }

    @Test(
        "errors are told apart by what can be done",
        arguments: [
            (5, "busy"), (261, "busy"), (6, "busy"), (13, "disk"), (8, "disk"), (10, "disk"), (3850, "disk"),
            (14, "disk"), (11, "corrupt"),
            (26, "corrupt"), (19, "constraint"), (1811, "constraint"), (1, ""),
        ] as [(Int32, String)])
    func kinds(_ code: Int32, kind: String) {
        let error = DatabaseError(extendedCode: code, message: "")
        let kinds = [
            ("busy", error.isBusy), ("disk", error.isDiskTrouble), ("corrupt", error.isCorruption),
            ("constraint", error.isConstraint),
        ]
        #expect(kinds.filter(\.1).map(\.0) == (kind.isEmpty ? [] : [kind]))
    }
}
