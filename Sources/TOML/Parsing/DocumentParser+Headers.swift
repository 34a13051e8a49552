extension DocumentParser {
    /// ABNF `table`: `[key]` or `[[key]]`. The keys of a header that is wrong go to a table that nobody sees.
    mutating func parseHeader() throws(SyntaxError) {
        let start = offset
        table = drafts.makeTable(depth: 0, span: source.span(start..<start + 1))
        let isElement = byte(at: start + 1) == "["
        offset = afterBlanks(start + (isElement ? 2 : 1))
        if !isElement, peek == "[" { throw spacedBrackets(start..<offset + 1, "[[") }
        if peek == "]" { throw emptyHeader(start..<offset + 1, isElement: isElement) }
        let key = try parseKey()
        try closeHeader(from: start, isElement: isElement)
        guard key.count <= limits.maximumDepth else { throw tooDeep(start..<offset) }
        do throws(TableConflict) {
            table = try drafts.open(key, span: source.span(start..<offset), asElement: isElement)
        } catch {
            report(error.error(for: key, in: source))
        }
    }

    private mutating func closeHeader(from start: Int, isElement: Bool) throws(SyntaxError) {
        let nameEnd = offset
        skipBlanks()
        guard peek == "]" else { throw openHeader(from: start, nameEnd: nameEnd, isElement: isElement) }
        offset += 1
        guard isElement else { return }
        guard peek == "]" else { throw halfClosedHeader(from: start) }
        offset += 1
    }
}
