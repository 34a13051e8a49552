import Testing

@testable import SQLite

@Suite("Values and columns")
struct ValueTests {
    @Test(
        "a value comes back as it was bound, in its storage class",
        arguments: [
            (.null, "null"), (.integer(.max), "integer"), (.integer(.min), "integer"), (.real(0.1), "real"),
            (.text(""), "text"),
            (.text("Größe 👩‍👩‍👧"), "text"), (.text("a\0b"), "text"), (.text("'; DROP TABLE t; --"), "text"),
            (.blob([]), "blob"),
            (.blob([0, 255, 0]), "blob"),
        ] as [(Value, String)])
    func roundTrip(_ value: Value, storage: String) throws {
        let database = try Database(path: ":memory:")
        let back = try database.first("SELECT ?1, typeof(?1)", value) { row -> Value in
            #expect(row.text(1) == storage)
            return switch row.text(1) {
            case "integer": .integer(row.int64(0))
            case "real": .real(Double(row.text(0)) ?? .nan)
            case "text": .text(row.text(0))
            case "blob": .blob(row.blob(0))
            default: .null
            }
        }
        #expect(back == value)
    }

    @Test("an empty text is not NULL, and NULL reads as nothing")
    func emptyAndNull() throws {
        let database = try Database(path: ":memory:")
        try database.forEach("SELECT ?, NULL", [.text("")]) { row in
            #expect(!row.isNull(0) && row.optionalText(0) == "")
            #expect(row.isNull(1) && row.optionalText(1) == nil && row.text(1) == "")
            #expect(row.optionalInt(1) == nil && row.optionalInt64(1) == nil && row.int(1) == 0 && !row.bool(1))
            #expect(row.blob(1) == [] && row.withUTF8(1) { $0.count } == 0)
        }
    }

    @Test("optional arguments are NULL when nil")
    func optionals() throws {
        let values = [Value(nil as Int?), Value(nil as Int64?), Value(nil as String?), nil]
        #expect(values == [.null, .null, .null, .null])
        #expect([Value(3 as Int?), Value(true), Value(false), Value("x")] == [3, 1, 0, "x"])
    }

    @Test("a text with NUL keeps its length in a STRICT table and in a comparison")
    func textWithNUL() throws {
        let database = try Database(path: ":memory:")
        try database.execute("CREATE TABLE t(x TEXT) STRICT")
        try database.run("INSERT INTO t VALUES (?)", .text("a\0b"))
        #expect(try database.first("SELECT x FROM t WHERE x = ?", .text("a\0b")) { $0.text(0) } == "a\0b")
        #expect(try database.first("SELECT 1 FROM t WHERE x = ?", .text("a")) { $0.int(0) } == nil)
    }

    @Test("text that is no UTF-8 is read, repaired")
    func invalidText() throws {
        let database = try Database(path: ":memory:")
        #expect(try database.first("SELECT CAST(x'41FF42' AS TEXT)") { $0.text(0) } == "A\u{FFFD}B")
    }
}
