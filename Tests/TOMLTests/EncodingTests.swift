import TOML
import Testing

@Suite struct EncodingTests {
    private func problems(of bytes: [UInt8]) -> [String] {
        TOMLParser.parse(bytes, file: "f").diagnostics.map { diagnostic in
            "\(diagnostic.location?.line ?? 0):\(diagnostic.location?.column ?? 0) \(diagnostic.message)"
        }
    }

    @Test(
        "invalid UTF-8 is refused at its place, once a line and with no other error there",
        arguments: [
            ([0x80], "0x80"), ([0xC0, 0xAF], "0xC0"), ([0xC3], "0xC3"), ([0xE2, 0x82], "0xE2"),
            ([0xED, 0xA0, 0x80], "0xED"), ([0xF4, 0x90, 0x80, 0x80], "0xF4"), ([0xFF, 0xFE], "0xFF"),
            ([0xE0, 0x80, 0x80], "0xE0"), ([0xF0, 0x80, 0x80, 0x80], "0xF0"),
        ] as [([UInt8], String)])
    func invalidUTF8(bytes: [UInt8], code: String) {
        let message = "the byte \(code) is not valid UTF-8"
        #expect(problems(of: Array("a = 1\nb = 'ä".utf8) + bytes + Array("'\nc = 2".utf8)) == ["2:7 \(message)"])
        #expect(problems(of: Array("# ä".utf8) + bytes) == ["1:4 \(message)"])
        #expect(problems(of: Array("a = ".utf8) + bytes + Array(" x".utf8)) == ["1:5 \(message)"])
        #expect(problems(of: Array("a = 'b".utf8) + bytes + Array("' 'c'd".utf8)) == ["1:7 \(message)"])
    }

    @Test(
        "control characters are refused everywhere, tab excepted",
        arguments: [("", ""), ("# ", ""), ("a = '", "'"), ("a = \"\"\"", "\"\"\"")])
    func controls(before: String, after: String) {
        for code in Array(0..<9) + [0x0B, 0x0C] + Array(0x0E..<0x20) + [0x7F] as [UInt8] {
            let found = problems(of: Array("x = 1\n\(before)".utf8) + [code] + Array(after.utf8))
            #expect(found.count == 1 && found[0].contains("the control character U+00"))
        }
        #expect(problems(of: Array("x = 1\t# a\tb\ny = 'a\tb'".utf8)) == [])
    }

    @Test(
        "a carriage return alone is refused",
        arguments: ["a = 1\r", "# a\rb", "a = '''\r'''", "\r", "a = 'x\r'\r\n"])
    func bareCarriageReturn(text: String) {
        #expect(problems(of: Array(text.utf8)).map { $0.contains("a carriage return must be followed") } == [true])
    }

    @Test("a byte order mark is fine at the start and text within strings only")
    func byteOrderMark() {
        #expect(problems(of: Array("\u{FEFF}a = '\u{FEFF}'".utf8)) == [])
        let found = problems(of: Array("a = 1\n\u{FEFF}b = 2".utf8))
        #expect(found == ["2:1 expected a key, found a byte order mark (U+FEFF)"])
    }

    @Test(
        "UTF-16 and UTF-32 are told as what they are",
        arguments: [
            [0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61], [0x61, 0x00, 0x3D, 0x00], [0x00, 0x61, 0x00, 0x3D],
        ] as [[UInt8]])
    func foreignEncoding(bytes: [UInt8]) {
        #expect(problems(of: bytes) == ["1:1 the file is not in UTF-8 but in UTF-16 or UTF-32"])
    }
}
