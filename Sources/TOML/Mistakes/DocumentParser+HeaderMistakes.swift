extension DocumentParser {
    func spacedBrackets(_ range: Range<Int>, _ brackets: String) -> SyntaxError {
        SyntaxError("`\(brackets)` must be written without a space between", range)
    }

    func emptyHeader(_ range: Range<Int>, isElement: Bool) -> SyntaxError {
        let header = isElement ? "[[name]]" : "[name]"
        return SyntaxError("expected the table's name between the brackets", range, hint: "write \(header)")
    }

    /// A header whose name is followed by something else than its closing bracket.
    func openHeader(from start: Int, nameEnd: Int, isElement: Bool) -> SyntaxError {
        let closer = isElement ? "]]" : "]"
        if isAtLineEnd || peek == "#" {
            return SyntaxError(
                "the header is not closed: expected `\(closer)`, found \(found(at: offset))", start..<nameEnd,
                hint: "write \(source.text(start..<nameEnd).shortened)\(closer)")
        }
        let expected = "`\(closer)` after the table's name"
        return lookalike(at: offset, expected: expected)
            ?? SyntaxError(
                "expected \(expected), found \(found(at: offset))", foundRange(at: offset),
                hint: hintForPhrase(from: start + closer.utf8.count))
    }

    /// What to do where the last name of a header has characters that need quotes, such as spaces.
    private func hintForPhrase(from start: Int) -> String? {
        let rest = bytes[restOfLine(from: start)]
        let path = rest.prefix { $0 != "]" }
        guard path.endIndex < rest.endIndex, !path.contains(where: { "\"'[".utf8.contains($0) }) else { return nil }
        let name = path.suffix(while: { $0 != "." }).drop(while: \.isBlank)
        return "a name with other characters than A-Z a-z 0-9 _ - needs quotes: "
            + String(decoding: name, as: UTF8.self).shortened.quoted
    }

    /// `[[name]` or `[[name] ]`.
    func halfClosedHeader(from start: Int) -> SyntaxError {
        if byte(at: afterBlanks(offset)) == "]" { return spacedBrackets(offset - 1..<afterBlanks(offset) + 1, "]]") }
        let name = source.text(start + 2..<offset - 1).shortened
        return SyntaxError(
            "the header begins with `[[` but ends with one `]`", start..<offset,
            hint: "write [[\(name)]] for one of several tables, or [\(name)] for a single one")
    }
}

extension ArraySlice {
    /// The longest end of the slice whose elements all satisfy the condition.
    fileprivate func suffix(while isIncluded: (Element) -> Bool) -> ArraySlice {
        self[(lastIndex { !isIncluded($0) }.map { $0 + 1 } ?? startIndex)...]
    }
}
