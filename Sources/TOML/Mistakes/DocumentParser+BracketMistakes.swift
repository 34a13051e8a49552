import Diagnostics

/// Mistakes between the brackets of arrays and inline tables.
extension DocumentParser {
    private var opener: Opener { openers[openers.count - 1] }
    private var collection: String { opener.byte == "[" ? "array" : "inline table" }
    private var closer: String { opener.byte == "[" ? "]" : "}" }
    private var openerRange: Range<Int> { opener.offset..<opener.offset + 1 }

    private var openerNote: [Diagnostic.Note] {
        guard source.line(at: opener.offset) != source.line(at: offset) else { return [] }
        return [Diagnostic.Note("the \(collection) begins here", at: source.location(of: openerRange))]
    }

    func unclosedBracket() -> SyntaxError {
        let message = "the \(collection) is not closed: expected `\(closer)` before"
        guard offset < bytes.count else { return SyntaxError("\(message) the end of the file", openerRange) }
        let place = source.location(of: foundRange(at: offset))
        return SyntaxError(
            "\(message) the next statement", openerRange,
            notes: [Diagnostic.Note("the next statement seems to begin here", at: place)])
    }

    /// A comma where a value or key should be.
    func strayComma() -> SyntaxError {
        let expected = opener.byte == "[" ? "a value" : "a key"
        return SyntaxError(
            "expected \(expected) or `\(closer)`, found `,`", offset..<offset + 1, hint: "remove the comma",
            notes: openerNote)
    }

    /// Something else than a comma or the closing bracket after a value that ended at `end`.
    func missingComma(after end: Int) -> SyntaxError {
        let expected = "`,` or `\(closer)` after the value in the \(collection)"
        if let error = lookalike(at: offset, expected: expected) { return error }
        return SyntaxError(
            "expected \(expected), found \(found(at: offset))", foundRange(at: offset), hint: hintForComma(after: end),
            notes: openerNote)
    }

    private func hintForComma(after end: Int) -> String? {
        let parts = opener.byte == "[" ? "values" : "keys"
        switch peek {
        case "]", "}":
            return "the \(collection) that begins with `\(Unicode.Scalar(opener.byte))` ends with `\(closer)`"
        case "=", ":": return nil
        default: break
        }
        if isKeyValueLine(offset) { return "close it with \(closer), or separate the \(parts) by commas" }
        return quoteInside(end) ?? "separate the \(parts) by commas"
    }

    /// What to do where a string ended at `end` because of a quote inside its text.
    func quoteInside(_ end: Int) -> String? {
        guard end == offset, peek?.isLetter == true || peek.map({ $0 >= 0x80 }) == true else { return nil }
        return hintForQuote(endingAt: end)
    }

    /// What to do where the string that ended at `end` was meant to go on.
    func hintForQuote(endingAt end: Int) -> String? {
        switch bytes[..<end].last {
        case "\"": return "a quote inside a text is written as \\\", or put the text between ' quotes"
        case "'": return "put a text with an apostrophe between \" quotes"
        default: return nil
        }
    }
}
