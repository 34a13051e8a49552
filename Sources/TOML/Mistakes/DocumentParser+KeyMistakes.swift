import Diagnostics

extension DocumentParser {
    func multilineKey() -> SyntaxError {
        SyntaxError(
            "a key cannot be a multi-line string", offset..<offset + 3, hint: "write it between single \" or ' quotes")
    }

    /// No key, or one with a wrong character, begins at `start`; the offset is where it goes wrong.
    func wrongKey(from start: Int, after dot: Int?) -> SyntaxError {
        if offset > start { return oddCharacter(inKeyFrom: start) }
        if let dot, isAtLineEnd || ["=", ".", "]", "#"].contains(where: { peek == $0 }) {
            return SyntaxError("expected a name after the dot, found \(found(at: offset))", dot..<dot + 1)
        }
        let place = foundRange(at: offset)
        if isConflictMarker {
            return SyntaxError("a merge conflict was left here", offset..<offset + 7, hint: "keep one of its sides")
        }
        switch peek {
        case "=": return SyntaxError("expected a key before `=`", place)
        case ".": return SyntaxError("expected a name before the dot", place)
        case "]" where openers.isEmpty, "}" where openers.isEmpty:
            return SyntaxError("\(found(at: offset)) closes nothing here", place)
        case "{" where openers.isEmpty:
            return SyntaxError(
                "expected a key or a [table], found `{`", place,
                hint: "TOML is not JSON: write each setting as key = value on a line of its own")
        case ";", "/":
            return SyntaxError("expected a key, found \(found(at: offset))", place, hint: "a comment begins with #")
        default: break
        }
        if let scalar = scalar(at: offset), scalar.value >= 0x80, Lookalike(scalar) == nil {
            return oddCharacter(inKeyFrom: start)
        }
        let expected = isInHeader ? "the table's name" : openers.isEmpty ? "a key" : "a key or `}`"
        return lookalike(at: offset, expected: expected)
            ?? SyntaxError("expected \(expected), found \(found(at: offset))", place)
    }

    private var isInHeader: Bool { bytes[statementStart] == "[" && openers.isEmpty }

    /// The lines that git writes around the two sides of a conflict.
    private var isConflictMarker: Bool {
        hasPrefix("<<<<<<<", at: offset) || hasPrefix("=======", at: offset) || hasPrefix(">>>>>>>", at: offset)
    }

    private func oddCharacter(inKeyFrom start: Int) -> SyntaxError {
        if let error = lookalike(at: offset, expected: "`=`") { return error }
        let ends = isInHeader ? "]\n\r" : "=\n\r,}"
        let word = bytes[start...].prefix { !$0.isBlank && !ends.utf8.contains($0) }
        let range = offset..<scalarEnd(at: offset)
        return SyntaxError(
            "`\(source.text(range))` cannot stand in a key without quotes", range,
            hint: "write \(source.text(start..<word.endIndex).shortened.quoted)")
    }

    /// The offset is where `=` should be.
    func missingEquals(after key: [KeyPart]) -> SyntaxError {
        let name = source.text(key[0].range.lowerBound..<key[key.count - 1].range.upperBound).shortened
        if let error = lookalike(at: offset, expected: "`=` after the key `\(name)`") { return error }
        let isLonely = isAtLineEnd || peek == "#" || peek == "," || peek == "}"
        let expected = isLonely ? "`=` and a value" : "`=`"
        return SyntaxError(
            "expected \(expected) after the key `\(name)`, found \(found(at: offset))", foundRange(at: offset),
            hint: isLonely ? "write \(name) = and a value" : hintForEquals(after: name))
    }

    private func hintForEquals(after name: String) -> String? {
        let rest = restOfLine(from: offset)
        if peek == "]" { return "a table's header is written as [\(name)]" }
        if name.utf8.allSatisfy({ $0 == "-" }) { return "a list is written as key = [\"one\", \"two\"]" }
        if ["export", "set", "let", "var"].contains(name) { return "remove the word \(name)" }
        if byte(at: offset + 1) == "=" || peek == ":" && !openers.isEmpty { return "write \(name) = and the value" }
        if peek == ":" {
            let value = afterBlanks(offset + 1)
            return "write \(name) = \(value < rest.upperBound ? asValue(value..<rest.upperBound) : "and a value")"
        }
        guard openers.isEmpty, peek?.isBareKey == true || peek.map({ $0 >= 0x80 }) == true else { return nil }
        guard let equals = bytes[rest].firstIndex(of: UInt8(ascii: "=")) else {
            return "write \(name) = \(asValue(rest))"
        }
        let words = "\(name) \(source.text(rest.lowerBound..<equals))".split(separator: " ").joined(separator: " ")
        return "a key with spaces needs quotes: \(words.shortened.quoted)"
    }

    /// Some text as it should be written to be a value: in quotes, unless it is a value already.
    private func asValue(_ range: Range<Int>) -> String {
        let text = source.text(range)
        if ["[", "{"].contains(where: { byte(at: range.lowerBound) == $0 }) { return "…" }
        if case .value = NumberLiteral.parse(bytes[range]) { return text }
        let isString = byte(at: range.lowerBound) == "\"" || byte(at: range.lowerBound) == "'"
        return isString || text == "true" || text == "false" ? text.shortened : text.shortened.quoted
    }
}
