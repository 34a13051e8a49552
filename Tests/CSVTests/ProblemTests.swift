import Diagnostics
import Testing

@testable import CSV

/// A bad line among good ones: what is reported where, and what is read nevertheless.
struct ProblemCase: CustomTestStringConvertible {
    let text: [UInt8]
    let kind: CSVProblem.Kind
    let place: String
    var lines = 2...2
    /// The records that are read besides the header.
    var others = [["z"]]

    init(
        _ text: String, _ kind: CSVProblem.Kind, _ place: String, lines: ClosedRange<Int> = 2...2,
        others: [[String]] = [["z"]]
    ) {
        self.init(Array(text.utf8), kind, place, lines: lines, others: others)
    }

    init(
        _ text: [UInt8], _ kind: CSVProblem.Kind, _ place: String, lines: ClosedRange<Int> = 2...2,
        others: [[String]] = [["z"]]
    ) {
        self.text = text
        self.kind = kind
        self.place = place
        self.lines = lines
        self.others = others
    }

    var testDescription: String { String(decoding: text, as: UTF8.self).escapingControls }

    static let table: [ProblemCase] = [
        ProblemCase("a\rb,c\nz\n", .loneCarriageReturn, "2:2"),
        ProblemCase("\"a\"\rb\nz\n", .loneCarriageReturn, "2:4"),
        ProblemCase("a\r\r\nz\n", .loneCarriageReturn, "2:2"),
        ProblemCase("ä,b\"c,d\nz\n", .quoteInUnquotedField, "2:4"),
        ProblemCase("a, \"b\"\nz\n", .quoteInUnquotedField, "2:4"),
        ProblemCase("a\"\nz", .quoteInUnquotedField, "2:2"),
        ProblemCase("\"a\"b,c\nz\n", .textAfterClosingQuote, "2:4"),
        ProblemCase("\"a\" ,c\nz\n", .textAfterClosingQuote, "2:4"),
        ProblemCase("\"a\nb\"c,\"d\nz\n", .textAfterClosingQuote, "3:3", lines: 2...3),
        ProblemCase("\"a\"\"\"b\"\nz\n", .textAfterClosingQuote, "2:6"),
        ProblemCase("x,\"a\nz\n", .unterminatedQuote, "2:3", lines: 2...3, others: []),
        ProblemCase("x,\"a\nz", .unterminatedQuote, "2:3", lines: 2...3, others: []),
        ProblemCase("x,\"", .unterminatedQuote, "2:3", others: []),
        ProblemCase("\"a\"\"\nz\n", .unterminatedQuote, "2:1", lines: 2...3, others: []),
        ProblemCase("x\0,\"a\0\nz", .unterminatedQuote, "2:4", lines: 2...3, others: []),
        ProblemCase("a,b\0c\nz\n", .nulByte, "2:4"),
        ProblemCase("\"a\n\0\n\",b\nz\n", .nulByte, "3:1", lines: 2...4),
        ProblemCase("\0\n\0x\nz\n", .nulByte, "2:1"),
        ProblemCase("a\0b\"c\nz\n", .nulByte, "2:2"),
        ProblemCase(Array("x,M".utf8) + [0xFC] + Array("ller\nz\n".utf8), .invalidUTF8, "2:4"),
        ProblemCase(Array("\"ä\n".utf8) + [0xC3] + Array("\"\nz\n".utf8), .invalidUTF8, "3:1", lines: 2...3),
        ProblemCase(Array("ü,".utf8) + [0xED, 0xA0, 0x80] + Array("\nz\n".utf8), .invalidUTF8, "2:3"),
        ProblemCase([0xC0, 0x80] + Array("\nz\n".utf8), .invalidUTF8, "2:1"),
        ProblemCase(Array("a,".utf8) + [0xF4, 0x90, 0x80, 0x80] + Array("\nz\n".utf8), .invalidUTF8, "2:3"),
        ProblemCase(Array("a".utf8) + [0xFF] + Array(",\0\nz\n".utf8), .invalidUTF8, "2:2"),
        ProblemCase(Array("a\0,".utf8) + [0xFF] + Array("\nz\n".utf8), .nulByte, "2:2"),
        ProblemCase(Array("a,b".utf8) + [0xE2, 0x82], .invalidUTF8, "2:4", others: []),
    ]
}

@Suite("Malformed lines")
struct ProblemTests {
    @Test("a bad line is named with its place, and reading goes on behind it", arguments: ProblemCase.table)
    func reported(_ bad: ProblemCase) throws {
        let reads = try readAll(Array("h\n".utf8) + bad.text)
        let problem = try #require(reads.compactMap(\.problem).first)
        #expect(problem.kind == bad.kind)
        #expect(problem.location.description == "a.csv:\(bad.place)")
        #expect(problem.lines == bad.lines)
        #expect(reads.first?.fields == ["h"])
        #expect(reads.dropFirst().compactMap(\.fields) == bad.others)
    }

    @Test("every bad line is reported, the good ones between them are read")
    func severalProblems() throws {
        let reads = try readAll("a\"\n1\nb\"\n2\n\0\n3\n")
        #expect(reads.compactMap { $0.problem?.lines.lowerBound } == [1, 3, 5])
        #expect(reads.compactMap(\.fields) == [["1"], ["2"], ["3"]])
    }

    @Test("a file that was cut in a quoted field says where the quote was opened and that nothing after it was read")
    func cutFile() throws {
        let reads = try readAll("h\na,b\nc,\"d\ne,f\ng,h\n")
        let problem = try #require(reads.last?.problem)
        #expect(
            problem.diagnostic.description == """
                a.csv:3:3: error: the quote opened here is never closed: everything from here to the end of the file \
                (line 5) was taken into this field, so nothing after it was read
                  3 | c,"d
                    |   ^
                    hint: close the quote, or export the file again if it was cut off
                """)
    }

    @Test("a problem over several lines says which were not read")
    func severalLines() throws {
        let problem = try #require(try readAll("\"a\nb\nc\"d\n").first?.problem)
        #expect(problem.message == "text after the closing quote of a field; lines 1 to 3 were not read")
    }

    @Test(
        "the hint fits what stands around the place",
        arguments: [
            ("a, \"b\"\n", "remove the space before the quote"),
            ("a\"b\n", "put the whole field in quotes and write each quote in it twice"),
            ("\"a\" ,b\n", "remove the space after the quote"),
            ("\"a\"b\n", "a quote that belongs to the text of a quoted field is written twice"),
            ("\"a\";\"b\"\n", "the file seems to be separated by ';': export it with commas"),
            ("a;\"b\"\n", "the file seems to be separated by ';': export it with commas"),
            ("\"a\"\t\"b\"\n", "the file seems to be separated by tabs: export it with commas"),
            ("a\rb\rc", "save the file with the line ends of Windows (CR LF) or Unix (LF)"),
        ])
    func hints(text: String, hint: String) throws {
        #expect(try readAll(text).first?.problem?.hint == hint)
    }

    @Test("a place far along its line is named without its text")
    func farPlace() throws {
        let text = String(repeating: "abcd,", count: 2000) + "x\"y\n"
        let problem = try #require(try readAll(text).first?.problem)
        #expect(problem.location.column == 10_002)
        #expect(problem.location.excerpt == nil)
    }

    @Test(
        "a header of one field with another separator in it gives a hint, and no other record does",
        arguments: [
            ("name;due;owner\n", "the file seems to be separated by ';': export it with commas"),
            ("name\tdue\n", "the file seems to be separated by tabs: export it with commas"),
            ("name\n", nil),
            ("name;x,due\n", nil),
        ])
    func separatorHint(text: String, hint: String?) throws {
        #expect(try firstRecord(of: text).separatorHint == hint)
    }
}
