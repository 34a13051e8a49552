/// What stands at a place, in words for “found …”.
extension DocumentParser {
    func found(at offset: Int) -> String {
        guard offset < bytes.count else { return "the end of the file" }
        if isLineEnd(offset) { return "the end of the line" }
        if bytes[offset] == "#" { return "a comment" }
        if bytes[offset] == "\"" || bytes[offset] == "'", stringEnd(from: offset) != nil { return "a string" }
        let text = source.text(foundRange(at: offset))
        if let scalar = text.unicodeScalars.first, let lookalike = Lookalike(scalar) {
            return "a \(lookalike.name) (U+\(scalar.hexadecimal))"
        }
        return "`\(text.shortened)`"
    }

    /// The word, or else the one character, at a place.
    func foundRange(at offset: Int) -> Range<Int> {
        guard offset < bytes.count, !isLineEnd(offset) else { return offset..<offset }
        var end = offset
        if let scalar = scalar(at: offset), Lookalike(scalar) == nil {
            while let byte = byte(at: end), byte.isBareKey || byte >= 0x80 { end += 1 }
        }
        return offset..<(end > offset ? end : scalarEnd(at: offset))
    }

    func scalar(at offset: Int) -> Unicode.Scalar? {
        guard offset < bytes.count else { return nil }
        return source.text(offset..<scalarEnd(at: offset)).unicodeScalars.first
    }

    func scalarEnd(at offset: Int) -> Int {
        var end = offset + 1
        while let byte = byte(at: end), !byte.beginsScalar { end += 1 }
        return end
    }

    /// The error and its hint for a character that only looks like what is expected; nil for any other.
    func lookalike(at offset: Int, expected: String) -> SyntaxError? {
        guard let lookalike = scalar(at: offset).flatMap(Lookalike.init) else { return nil }
        return SyntaxError(
            "expected \(expected), found \(found(at: offset))", foundRange(at: offset), hint: lookalike.hint)
    }

    /// The rest of the line without its comment and the blanks around.
    func restOfLine(from start: Int) -> Range<Int> {
        var end = start
        var position = start
        while !isLineEnd(position), bytes[position] != "#" {
            position += 1
            if !bytes[position - 1].isBlank { end = position }
        }
        return start..<end
    }
}

extension Unicode.Scalar {
    /// At least four digits, as code points are written.
    var hexadecimal: String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }
}
