extension DocumentParser {
    /// Something else than a comment stands behind a statement that ended at `end`.
    func textAfterStatement(endingAt end: Int) -> SyntaxError {
        let isHeader = bytes[statementStart] == "["
        let after = isHeader ? "header" : "value"
        if let error = lookalike(at: offset, expected: "the end of the line after the \(after)") { return error }
        return SyntaxError(
            "expected the end of the line after the \(after), found \(found(at: offset))", foundRange(at: offset),
            hint: isHeader ? hintAfterHeader : hintAfterValue(endingAt: end))
    }

    private var hintAfterHeader: String? {
        let name = source.text(statementStart..<offset).drop { $0 == "[" }.prefix { $0 != "]" }
        if peek == "]" { return "write [\(name)] for a table, or [[\(name)]] for one of several" }
        return commentHint ?? "the table's keys go on the next lines"
    }

    private var commentHint: String? {
        hasPrefix("//", at: offset) || hasPrefix("/*", at: offset) ? "a comment begins with #" : nil
    }

    private func hintAfterValue(endingAt end: Int) -> String? {
        let restRange = restOfLine(from: offset)
        let rest = source.text(restRange)
        let equals = keyEnd(from: statementStart) ?? end
        let valueStart = min(afterBlanks(equals + 1), end)
        let value = source.text(valueStart..<end)
        if let number = grouped([value] + rest.split { $0 == " " || $0 == "," }.map(String.init)) {
            return "digits are grouped with underscores: \(number)"
        }
        switch peek {
        case "," where rest == ",": return "remove the comma"
        case ",": return "several values stand in brackets: [\((value + rest).shortened)]"
        case ";": return "remove the semicolon"
        case "\"", "'": return hintForQuote(endingAt: end)
        case "]", "}", "=": return nil
        default: break
        }
        if let hint = commentHint ?? quoteInside(end) { return hint }
        if rest.contains("=") { return "write each key on a line of its own" }
        let isMarked = ["\"", "'", "[", "{"].contains { byte(at: valueStart) == $0 }
        let text = source.text(valueStart..<restRange.upperBound)
        return isMarked ? nil : "text needs quotes: \(text.shortened.quoted)"
    }

    /// The number that was written as groups of three digits, nil if they are something else.
    private func grouped(_ parts: [String]) -> String? {
        let areGroups = parts.dropFirst().allSatisfy { $0.utf8.count == 3 } && parts.count > 1
        guard areGroups, parts.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }) else { return nil }
        return parts.joined(separator: "_").shortened
    }
}
