import Testing

@testable import CSV

@Suite("Limits")
struct LimitTests {
    private let limits = CSVLimits(field: 10, record: 30)

    @Test("a field as long as the limit is read; one byte more is a problem, and the next line is read")
    func field() throws {
        let reads = try readAll("1234567890,a\nb,12345678901,c\nd\n", limits: limits)
        #expect(reads.map(\.fields) == [["1234567890", "a"], nil, ["d"]])
        let problem = try #require(reads[1].problem)
        #expect(problem.kind == .fieldTooLong(limit: 10, isQuoted: false))
        #expect(problem.location.description == "a.csv:2:3")
        #expect(problem.message == "this field is over 10 bytes")
    }

    @Test("a record over the limit is a problem at its beginning, and the next line is read")
    func record() throws {
        let row = Array(repeating: "1234567", count: 4).joined(separator: ",")
        let reads = try readAll("\(row)\n\(row)\n\(row)\n", limits: CSVLimits(field: 10, record: 31))
        #expect(reads.allSatisfy { $0.problem == nil })
        let tooLong = try readAll("a\n\(row)\nb\n", limits: limits)
        #expect(tooLong.map(\.fields) == [["a"], nil, ["b"]])
        #expect(tooLong[1].problem?.kind == .recordTooLong(limit: 30))
        #expect(tooLong[1].problem?.location.description == "a.csv:2:1")
    }

    @Test(
        "what stands in a quoted field over the limit is no row; reading goes on behind its closing quote",
        arguments: [1, 7, 64])
    func quotedField(chunk: Int) throws {
        let bytes = Array("h\na,\"12345678901\nx,\"\"y\nz\"\"\",c\nd,e\n".utf8)
        let reads = try readAll(bytes, limits: limits, chunk: chunk)
        #expect(reads.map(\.fields) == [["h"], nil, ["d", "e"]])
        #expect(reads[1].problem?.lines == 2...4)
    }

    @Test("a quote that swallows line after line takes all up to the next one, and the lines that it took are named")
    func swallowedLines() throws {
        let reads = try readAll("h\na,\"x\n123\n456\n789\nb,c\n", limits: limits)
        let problem = try #require(reads[1].problem)
        #expect(problem.kind == .fieldTooLong(limit: 10, isQuoted: true))
        #expect(problem.location.description == "a.csv:2:3")
        #expect(problem.lines == 2...6)
        #expect(problem.message == "the quoted field that begins here is over 10 bytes; lines 2 to 6 were not read")
        #expect(problem.hint == "the quote may never have been closed")
        #expect(reads.count == 2)
    }

    @Test("a line that is longer than all memory set aside for it is passed over", arguments: [7, 64, 4096])
    func longLine(chunk: Int) throws {
        let line = [UInt8](repeating: UInt8(ascii: "x"), count: 200_000)
        let bytes = Array("a\n".utf8) + line + Array("\nb\n".utf8) + line
        let reads = try readAll(bytes, limits: limits, chunk: chunk)
        #expect(reads.map(\.fields) == [["a"], nil, ["b"], nil])
        #expect(reads.compactMap(\.problem?.lines) == [2...2, 4...4])
    }

    @Test("the limits are 1 MiB for a field and 4 MiB for a record where nothing else is said")
    func defaults() throws {
        let field = String(repeating: "x", count: 1 << 20)
        #expect(try readAll("\(field)\n").first?.fields?.first?.utf8.count == 1 << 20)
        let long = try readAll("\(field)x\nb\n")
        #expect(long.first?.problem?.message == "this field is over 1 MiB")
        #expect(long.last?.fields == ["b"])
        #expect(CSVLimits().record == 4 << 20)
    }
}
