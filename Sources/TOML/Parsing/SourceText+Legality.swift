/// Bytes that no TOML document may have, wherever they stand: these are found before the grammar is looked at.
extension SourceText {
    /// What tells that the file is UTF-16 or UTF-32, in which every line would be wrong.
    var foreignEncoding: SyntaxError? {
        let head = Array(bytes.prefix(2))
        let hasMark = head == [0xFF, 0xFE] || head == [0xFE, 0xFF]
        let hasZeros = head.count == 2 && head.count(where: { $0 == 0 }) == 1
        guard hasMark || hasZeros else { return nil }
        return SyntaxError("the file is not in UTF-8 but in UTF-16 or UTF-32", 0..<0, hint: "save it as UTF-8")
    }

    /// The first illegal byte or character of each line, of as many lines as are told.
    func illegalBytes() -> [SyntaxError] {
        var errors: [SyntaxError] = []
        var lastLine: Int?
        var offset = start
        while offset < bytes.count, errors.count <= ProblemLog.limit {
            let length = wellFormedLength(at: offset)
            if let error = length == 0 ? malformed(at: offset) : control(at: offset) {
                let line = line(at: offset)
                if line != lastLine { errors.append(error) }
                lastLine = line
            }
            offset += max(1, length)
        }
        return errors
    }

    private func control(at offset: Int) -> SyntaxError? {
        let byte = bytes[offset]
        switch byte {
        case "\t", "\n": return nil
        case "\r":
            if offset + 1 < bytes.count, bytes[offset + 1] == "\n" { return nil }
            return SyntaxError(
                "a carriage return must be followed by a line feed", offset..<offset + 1,
                hint: "end lines with LF or CRLF; inside a string write \\r")
        case 0..<0x20, 0x7F:
            let code = String(byte, radix: 16, uppercase: true)
            let padded = String(repeating: "0", count: 4 - code.utf8.count) + code
            return SyntaxError(
                "the control character U+\(padded) is not allowed", offset..<offset + 1,
                hint: "remove it; inside a \"…\" string write \\u\(padded)")
        default: return nil
        }
    }

    private func malformed(at offset: Int) -> SyntaxError {
        let byte = bytes[offset]
        let code = String(byte, radix: 16, uppercase: true)
        let letter = byte >= 0xA0 ? "; if it is meant as `\(Unicode.Scalar(byte))`, the file is in Latin-1" : ""
        return SyntaxError(
            "the byte 0x\(code) is not valid UTF-8", offset..<offset + 1, hint: "save the file as UTF-8\(letter)")
    }

    /// How many bytes the scalar at `offset` has, 0 where there is none (Unicode 16, table 3-7).
    private func wellFormedLength(at offset: Int) -> Int {
        let lead = bytes[offset]
        let second: ClosedRange<UInt8>
        let length: Int
        switch lead {
        case 0..<0x80: return 1
        case 0xC2...0xDF: (second, length) = (0x80...0xBF, 2)
        case 0xE0: (second, length) = (0xA0...0xBF, 3)
        case 0xED: (second, length) = (0x80...0x9F, 3)
        case 0xE1...0xEF: (second, length) = (0x80...0xBF, 3)
        case 0xF0: (second, length) = (0x90...0xBF, 4)
        case 0xF1...0xF3: (second, length) = (0x80...0xBF, 4)
        case 0xF4: (second, length) = (0x80...0x8F, 4)
        default: return 0
        }
        guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return 0 }
        return bytes[offset + 2..<max(offset + 2, offset + length)].allSatisfy { !$0.beginsScalar } ? length : 0
    }
}
