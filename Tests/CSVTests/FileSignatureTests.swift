import Testing

@testable import CSV

@Suite("Files that are no UTF-8 text")
struct FileSignatureTests {
    private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    @Test(
        "UTF-16 and UTF-32 are refused with what to do, with and without a byte order mark",
        arguments: [
            ([0xFF, 0xFE] + utf16("name,due\n", bigEndian: false), "UTF-16"),
            ([0xFE, 0xFF] + utf16("name,due\n", bigEndian: true), "UTF-16"),
            (utf16("name,due\nMüller,2026\n", bigEndian: false), "UTF-16"),
            (utf16("name,due\nMüller,2026\n", bigEndian: true), "UTF-16"),
            ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "UTF-32"),
            ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61], "UTF-32"),
        ] as [([UInt8], String)])
    func wideEncodings(bytes: [UInt8], encoding: String) {
        let error = #expect(throws: CSVError.self) { try readAll(bytes) }
        #expect(error == .wrongEncoding(file: "a.csv", encoding: encoding))
        #expect(error?.description == "a.csv is encoded in \(encoding), not in UTF-8")
        #expect(error?.hint == "open it in the program that it comes from and save it as CSV UTF-8")
    }

    @Test(
        "a workbook, an archive and other binary data are refused by what they are",
        arguments: [
            (Array("PK\u{3}\u{4}".utf8) + [20, 0, 6, 0], "an Excel workbook or another zip archive"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "an old Excel workbook"),
            ([0x1F, 0x8B, 8, 0, 0], "a gzip archive"),
            (Array("%PDF-1.7\n".utf8), "a PDF document"),
            (Array("SQLite format 3\0\u{10}\0\u{1}\u{1}\0\u{40}".utf8), "binary data"),
        ] as [([UInt8], String)])
    func binary(bytes: [UInt8], content: String) {
        let error = #expect(throws: CSVError.self) { try readAll(bytes) }
        #expect(error == .notText(file: "a.csv", content: content))
    }

    @Test("a stray control character or NUL is the matter of its record, not of the file")
    func strayControls() throws {
        #expect(try readAll("a,\u{1},b\nc\u{7}\n").map(\.fields) == [["a", "\u{1}", "b"], ["c\u{7}"]])
        #expect(try readAll("a,b\nc,\0\nd\n").map(\.fields) == [["a", "b"], nil, ["d"]])
    }
}
