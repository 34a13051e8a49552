import Testing

@testable import CSV

@Suite("Chunks")
struct ChunkBoundaryTests {
    private static let file =
        Array(
            """
            \u{FEFF}name,note\r
            Müller,"a ""quoted"" word"\r

            \r
            "two
            lines, ""and"" a 🚚\r
            ",x
            "closed"\r
            stray"quote,"and, more"
            "text"behind,"x
            lone\rreturn
            nul,\0,"in \0 quotes"
            12345678901234567890123456789012345678901,too long
            "swallows
            many lines until the field limit is reached
            and some more
            after",b
            1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37
            last,""
            """.utf8) + [0x0A, 0x4D, 0xFC, 0x2C, 0xE2, 0x82, 0x0A] + Array("\"never closed\nx".utf8)

    private static let limits = CSVLimits(field: 40, record: 100)

    @Test("a file with everything in it gives the same wherever it is cut")
    func everyBoundary() throws {
        let whole = try readAll(Self.file, limits: Self.limits)
        #expect(whole.compactMap(\.problem).count == 9)
        #expect(whole.compactMap(\.fields).count == 5)
        // The first kilobyte is gathered before anything is read: text in front of the file brings the cuts into it.
        let lead = Array(String(repeating: "lead\n", count: 205).utf8)
        let long = try readAll(lead + Self.file, limits: Self.limits)
        for chunk in Array(1...64) + Array(lead.count...(lead.count + Self.file.count)) {
            let cut = try readAll(lead + Self.file, limits: Self.limits, chunk: chunk)
            #expect(cut == long, "in chunks of \(chunk)")
            #expect(try readAll(Self.file, limits: Self.limits, chunk: chunk) == whole, "in chunks of \(chunk)")
        }
    }

    @Test("random bytes give the same wherever they are cut, and every line is read or reported", arguments: 0..<40)
    func randomBytes(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let texts = ["a", "ä", ",", "\"", "\"\"", "\n", "\r\n", "\r", "\0", " ", "🚚"]
        let pieces = texts.map { Array($0.utf8) } + [[0xC3]]
        let bytes = Array("head\n".utf8) + (0..<400).flatMap { _ in pieces.randomElement(using: &random) ?? [] }
        let whole = try readAll(bytes, limits: Self.limits)
        for chunk in 1...64 {
            #expect(try readAll(bytes, limits: Self.limits, chunk: chunk) == whole, "in chunks of \(chunk)")
        }
    }
}
