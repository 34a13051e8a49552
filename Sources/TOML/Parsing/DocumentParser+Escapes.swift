extension DocumentParser {
    /// ABNF `escaped`. A wrong one is noted in `text`, and the string goes on after it.
    mutating func parseEscape(into text: inout StringContent) {
        let start = offset
        offset += 1
        guard let byte = peek, !isAtLineEnd else { return text.note(unknownEscape(start), resumingAt: offset) }
        offset += 1
        switch byte {
        case "b": text.add([0x08], resumingAt: offset)
        case "t": text.add([0x09], resumingAt: offset)
        case "n": text.add([0x0A], resumingAt: offset)
        case "f": text.add([0x0C], resumingAt: offset)
        case "r": text.add([0x0D], resumingAt: offset)
        case "e": text.add([0x1B], resumingAt: offset)
        case "\"", "\\": text.add([byte], resumingAt: offset)
        case "x": parseCodePoint(digits: 2, from: start, into: &text)
        case "u": parseCodePoint(digits: 4, from: start, into: &text)
        case "U": parseCodePoint(digits: 8, from: start, into: &text)
        default:
            while let next = peek, !next.beginsScalar { offset += 1 }
            text.note(unknownEscape(start), resumingAt: offset)
        }
    }

    private mutating func parseCodePoint(digits count: Int, from start: Int, into text: inout StringContent) {
        let digits = bytes[offset...].prefix(count).prefix { $0.digit(radix: 16) != nil }
        offset += digits.count
        guard digits.count == count else { return text.note(shortEscape(start, digits: count), resumingAt: offset) }
        let value = digits.reduce(UInt32(0)) { $0 << 4 | UInt32($1.digit(radix: 16) ?? 0) }
        guard let scalar = Unicode.Scalar(value) else {
            return text.note(surrogateEscape(start, value: value), resumingAt: offset)
        }
        text.add(scalar.utf8, resumingAt: offset)
    }
}
