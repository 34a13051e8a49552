/// Strings on one line. Illegal bytes in them have been reported, so that here they pass.
extension DocumentParser {
    /// ABNF `basic-string`.
    mutating func parseBasicString() throws(SyntaxError) -> String {
        let start = offset
        offset += 1
        var text = StringContent(from: offset)
        while true {
            switch peek {
            case "\"":
                text.take(bytes, upTo: offset)
                offset += 1
                reportEscape(in: text, from: start)
                return text.string
            case "\\":
                text.take(bytes, upTo: offset)
                parseEscape(into: &text)
            case nil, "\n": throw unclosedString(from: start)
            case "\r" where isAtLineEnd: throw unclosedString(from: start)
            default: offset += 1
            }
        }
    }

    /// ABNF `literal-string`.
    mutating func parseLiteralString() throws(SyntaxError) -> String {
        let start = offset
        offset += 1
        while peek != "'" {
            guard !isAtLineEnd else { throw unclosedString(from: start) }
            offset += 1
        }
        offset += 1
        return source.text(start + 1..<offset - 1)
    }
}
