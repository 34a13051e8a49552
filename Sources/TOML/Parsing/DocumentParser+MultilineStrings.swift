extension DocumentParser {
    /// ABNF `ml-basic-string` and `ml-literal-string`. Every line end becomes LF, which the specification leaves open.
    mutating func parseMultilineString() throws(SyntaxError) -> String {
        let start = offset
        let quote = bytes[start]
        offset += 3
        offset += newlineLength(at: offset)
        var text = StringContent(from: offset)
        while let byte = peek {
            switch byte {
            case quote:
                let count = bytes[offset...].prefix(5).prefix { $0 == quote }.count
                offset += count
                guard count >= 3 else { continue }
                text.take(bytes, upTo: offset - 3)
                reportEscape(in: text, from: start)
                return text.string
            case "\\" where quote == "\"":
                text.take(bytes, upTo: offset)
                if !skipLineContinuation(&text) { parseEscape(into: &text) }
            case "\r" where newlineLength(at: offset) == 2:
                text.take(bytes, upTo: offset)
                offset += 1
                text.add([], resumingAt: offset)
            default: offset += 1
            }
        }
        throw unclosedMultilineString(from: start)
    }

    /// ABNF `mlb-escaped-nl`: a backslash at the end of a line takes all blanks and line ends after it away.
    private mutating func skipLineContinuation(_ text: inout StringContent) -> Bool {
        var end = afterBlanks(offset + 1)
        guard newlineLength(at: end) > 0 else { return false }
        while newlineLength(at: end) > 0 { end = afterBlanks(end + newlineLength(at: end)) }
        offset = end
        text.add([], resumingAt: end)
        return true
    }
}
