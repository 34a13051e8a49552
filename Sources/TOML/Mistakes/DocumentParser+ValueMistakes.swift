import Diagnostics

extension DocumentParser {
    /// Nothing, or something that begins no value, stands where a value should be.
    mutating func missingValue() -> SyntaxError {
        let place = bytes[..<offset].lastIndex { !$0.isBlank } ?? offset
        let found = found(at: offset)
        guard bytes[place] == "=" else {
            let closer = openers.last?.byte == "{" ? "}" : "]"
            return SyntaxError("expected a value or `\(closer)`, found \(found)", foundRange(at: offset))
        }
        var hint: String?
        if isAtLineEnd {
            let next = afterBlanks(offset + newlineLength(at: offset))
            let beginsValue = ["[", "{", "\"", "'"].contains { byte(at: next) == $0 }
            if beginsValue, !isHeaderLine(next), !isKeyValueLine(next) {
                hint = "a value begins on the line of its key"
                offset = next
            }
        } else if peek == "#", byte(at: offset + 1)?.isBlank == false, !isLineEnd(offset + 1) {
            let text = source.text(foundRange(at: offset + 1)).shortened
            hint = "# begins a comment; text with # needs quotes: \("#\(text)".quoted)"
        }
        return SyntaxError("expected a value after `=`, found \(found)", place..<place + 1, hint: hint)
    }

    /// Some text that is neither number, boolean nor date.
    func wrongBareValue(_ range: Range<Int>) -> SyntaxError {
        let text = source.text(range)
        let word = bytes[range].prefix { !$0.isBlank && $0 != ";" }
        if let error = wrongQuotes(text, range) { return error }
        if let mistake = NumberLiteral.mistake(in: word) {
            return SyntaxError(mistake.message, range.lowerBound..<word.endIndex, hint: mistake.hint)
        }
        if let hint = Self.hintForKeyword(text) { return SyntaxError("`\(text)` is not a value", range, hint: hint) }
        if text.hasPrefix("=") {
            return SyntaxError(
                "expected a value after `=`, found another `=`", range.lowerBound..<range.lowerBound + 1)
        }
        let short = text.shortened
        let key = bytes[range].prefix { $0 != "=" }
        if openers.last?.byte == "[", key.endIndex < range.upperBound, key.allSatisfy({ $0.isBareKey || $0.isBlank }) {
            return SyntaxError(
                "an array has values only, found `\(short)`", range,
                hint: "a table in an array stands between braces: { \(short) }")
        }
        let isTuple = text.hasPrefix("(") && text.hasSuffix(")")
        let list = "a list stands in brackets: [\(short.dropFirst().dropLast())]"
        return SyntaxError(
            "expected a value, found the text `\(short)`", range,
            hint: isTuple ? list : "text needs quotes: \(short.quoted)")
    }

    /// Text between other quotes than TOML's, or without the first one.
    private func wrongQuotes(_ text: String, _ range: Range<Int>) -> SyntaxError? {
        let first = range.lowerBound..<scalarEnd(at: range.lowerBound)
        if let lookalike = text.unicodeScalars.first.flatMap(Lookalike.init) {
            guard lookalike.isQuote else {
                let found = found(at: range.lowerBound)
                return SyntaxError("expected a value, found \(found)", first, hint: lookalike.hint)
            }
            let inner = text.unicodeScalars.filter { Lookalike($0)?.isQuote != true && $0 != "\"" }
            return SyntaxError(
                "a string cannot stand between typographic quotes", range,
                hint: "write \(String(String.UnicodeScalarView(inner)).shortened.quoted)")
        }
        if text.hasPrefix("`") {
            let inner = text.filter { $0 != "`" }
            return SyntaxError(
                "a string cannot stand between backticks", range, hint: "write \(inner.shortened.quoted)")
        }
        let inner = text.dropLast()
        guard text.last == "\"" || text.last == "'", !inner.contains("\""), !inner.contains("'") else { return nil }
        return SyntaxError(
            "the text `\(text.shortened)` has no opening quote", range, hint: "write \(String(inner).shortened.quoted)")
    }

    /// What to write instead of the names that other formats and languages give to values.
    private static func hintForKeyword(_ text: String) -> String? {
        let word = text.lowercased()
        switch word {
        case "true", "false": return "booleans are written in lower case: \(word)"
        case "yes", "on": return "write true, or \(text.quoted) if it is a text"
        case "no", "off": return "write false, or \(text.quoted) if it is a text"
        case "null", "nil", "none", "undefined", "~": return "TOML has no such value: leave the key out"
        case "inf", "+inf", "-inf", "nan", "+nan", "-nan": return "it is written in lower case: \(word)"
        case "infinity", "+infinity": return "infinity is written as inf"
        case "-infinity": return "negative infinity is written as -inf"
        case _ where word.hasPrefix("tru") || word.hasPrefix("fals"):
            let boolean = nearestName(to: word, in: ["true", "false"])
            return boolean.map { "write \($0), or \(text.quoted) if it is a text" }
        default: return nil
        }
    }
}
