import Testing

@testable import CSV

@Suite("Well-formed files")
struct RecordTests {
    @Test(
        "fields are what stands between the commas",
        arguments: [
            ("", []),
            ("a", [["a"]]),
            ("a,b\n", [["a", "b"]]),
            ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
            ("a\r\nb\nc\r\nd", [["a"], ["b"], ["c"], ["d"]]),
            ("a,\n,b\n,\n", [["a", ""], ["", "b"], ["", ""]]),
            ("a,", [["a", ""]]),
            (" a , b \n", [[" a ", " b "]]),
            ("\n\r\n\na\n\n\r\nb\n\n", [["a"], ["b"]]),
            (" \n", [[" "]]),
            ("a\r", [["a"]]),
            ("Müller,日本,🚚\n", [["Müller", "日本", "🚚"]]),
            ("a\tb;c|d\n", [["a\tb;c|d"]]),
        ] as [(String, [[String]])])
    func plain(text: String, expected: [[String]]) throws {
        #expect(try readAll(text).map(\.fields) == expected)
    }

    @Test(
        "a quoted field may hold commas, line ends and doubled quotes",
        arguments: [
            ("\"a\"", [["a"]]),
            ("\"a,b\",c\n", [["a,b", "c"]]),
            ("\"\"\n", [[""]]),
            ("\"\",\"\"\n", [["", ""]]),
            ("\"a\"\"b\"\n", [["a\"b"]]),
            ("\"\"\"\"\n", [["\""]]),
            ("\"\"\"\"\"\",x\n", [["\"\"", "x"]]),
            ("x,\"\"\"a\"\"\",\"b\"\"\"\n", [["x", "\"a\"", "b\""]]),
            ("\"a\nb\r\nc\",d\r\ne\n", [["a\nb\r\nc", "d"], ["e"]]),
            ("\"a\rb\"\n", [["a\rb"]]),
            ("\"\n\"", [["\n"]]),
            ("\"a\"\r", [["a"]]),
            ("\"Größe \"\"XL\"\"\"", [["Größe \"XL\""]]),
        ] as [(String, [[String]])])
    func quoted(text: String, expected: [[String]]) throws {
        #expect(try readAll(text).map(\.fields) == expected)
    }

    @Test("a byte order mark is not part of the first field, and a later one is text")
    func byteOrderMark() throws {
        #expect(try readAll("\u{FEFF}a,b\n\u{FEFF}c\n").map(\.fields) == [["a", "b"], ["\u{FEFF}c"]])
        #expect(try readAll("\u{FEFF}").isEmpty)
        #expect(try readAll("\u{FEFF}\"a\nb\"\n").map(\.fields) == [["a\nb"]])
    }

    @Test("a record knows the line on which it begins, empty lines and quoted line ends counted")
    func lines() throws {
        let reads = try readAll("a\n\nb,\"1\n2\n\"\n\r\nc\r\n\"d\"")
        let lines = reads.map { if case .record(_, let line) = $0 { line } else { 0 } }
        #expect(lines == [1, 3, 7, 8])
    }

    @Test("the bytes of a field are given without a copy, with doubled quotes reduced")
    func bytesOfFields() throws {
        let record = try firstRecord(of: "x,\"a\"\"b\",\n")
        #expect(record.count == 3)
        #expect(record.withField(0) { Array($0) } == Array("x".utf8))
        #expect(record.withField(1) { Array($0) } == Array("a\"b".utf8))
        #expect(record.withField(2) { $0.isEmpty })
    }

    @Test("one record value serves a whole file: nothing of the record before stays in it")
    func reuse() throws {
        var reader = CSVReader(bytes: Array("\"long \"\"one\"\"\",b,c\nx\na\"\n".utf8), name: "a.csv")
        var record = CSVRecord()
        #expect(try reader.next(&record) == .record)
        #expect(record.count == 3)
        #expect(try reader.next(&record) == .record)
        #expect((0..<record.count).map { record[$0] } == ["x"])
        #expect(record.excerpt == "x")
        guard case .malformed = try reader.next(&record) else {
            Issue.record("the stray quote was not reported")
            return
        }
        #expect(record.count == 0)
        #expect(try reader.next(&record) == .end)
        #expect(try reader.next(&record) == .end)
        #expect(record.excerpt.isEmpty)
    }
}
