extension DocumentParser {
    /// Leaves the offset at the end of the line, where the next statement can be looked for.
    mutating func unclosedString(from start: Int) -> SyntaxError {
        offset = lineEnd(from: start)
        let rest = restOfString(from: start)
        let quote = Unicode.Scalar(bytes[start])
        let last = source.text(rest).unicodeScalars.last
        let triple = "\(quote)\(quote)\(quote)"
        var hint = "close it with \(quote) on the same line; text over several lines stands between \(triple)"
        if rest.count > 1, let last {
            if Lookalike(last)?.isQuote == true {
                hint = "the text ends with a typographic quote; replace it by \(quote)"
            } else if last != quote, last == "\"" || last == "'" {
                hint = "it begins with \(quote) but ends with \(last)"
            } else if last == "\"", source.text(rest).hasSuffix("\\\"") {
                hint = "\\\" is a quote in the text; for a backslash write \\\\, or put the text between ' quotes"
            }
        }
        skipTextLines(to: bytes[start])
        return SyntaxError("the string is not closed", rest, hint: hint)
    }

    /// Where the lines up to the next statement have the missing quote, they were meant as the string's text.
    private mutating func skipTextLines(to quote: UInt8) {
        var end = offset
        while end < bytes.count {
            let start = afterBlanks(end + newlineLength(at: end))
            guard !isLineEnd(start), !isKeyValueLine(start), !isHeaderLine(start) else { return }
            end = lineEnd(from: start)
            if bytes[start..<end].contains(quote) {
                offset = end
                return
            }
        }
    }

    private func restOfString(from start: Int) -> Range<Int> {
        var end = offset
        while end > start + 1, bytes[end - 1].isBlank { end -= 1 }
        return start..<end
    }

    /// Leaves the offset before the next header, since the lines up to there may be the string's text.
    mutating func unclosedMultilineString(from start: Int) -> SyntaxError {
        let quotes = source.text(start..<start + 3)
        offset = lineEnd(from: start)
        var next = offset
        while next < bytes.count, !isHeaderLine(next) {
            offset = lineEnd(from: next)
            next = afterBlanks(offset + newlineLength(at: offset))
        }
        openers = []
        return SyntaxError("the multi-line string is not closed", start..<start + 3, hint: "close it with \(quotes)")
    }

    /// Reports the string's first wrong escape, if there is one; the offset is behind the string.
    mutating func reportEscape(in text: StringContent, from start: Int) {
        guard var mistake = text.mistake else { return }
        let quotes = hasPrefix("\"\"\"", at: start) && offset - start >= 6 ? 3 : 1
        let raw = source.text(start + quotes..<offset - quotes)
        if mistake.hint == nil, !raw.contains("'"), !raw.hasEscapedQuote {
            let isShort = quotes == 1 && raw.unicodeScalars.count <= 48
            let literal = quotes == 3 ? "'''" : "'"
            mistake.hint = "between \(literal) quotes backslashes are just text" + (isShort ? ": '\(raw)'" : "")
        }
        mistake.hint = mistake.hint ?? "for a backslash write \\\\"
        report(mistake)
    }

    /// The offset is behind the escape.
    func unknownEscape(_ start: Int) -> SyntaxError {
        let escape = source.text(start..<offset)
        let range = start..<offset
        let message = "`\(escape)` is not an escape sequence"
        switch escape {
        case "\\": return SyntaxError("a backslash at the end of a line belongs in a \"\"\" string", range)
        case "\\'", "\\/":
            return SyntaxError(message, range, hint: "write \(escape.dropFirst()) alone")
        case "\\0", "\\a", "\\v":
            return SyntaxError(message, range, hint: "write the character's code as \\xHH")
        default: return SyntaxError(message, range)
        }
    }

    func shortEscape(_ start: Int, digits: Int) -> SyntaxError {
        let letter = source.text(start..<start + 2)
        return SyntaxError("`\(letter)` must be followed by \(digits) hexadecimal digits", start..<offset)
    }

    /// A code point that is no scalar value: half of a surrogate pair, as in JSON, or too large.
    func surrogateEscape(_ start: Int, value: UInt32) -> SyntaxError {
        var hint = "code points go up to 10FFFF, without D800 to DFFF"
        let next = bytes[offset...].prefix(6)
        if (0xD800..<0xDC00).contains(value), next.starts(with: "\\u".utf8),
            let low = UInt32(String(decoding: next.dropFirst(2), as: UTF8.self), radix: 16),
            (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (value - 0xD800) << 10 + (low - 0xDC00))
        {
            hint = "write the character itself or \\U000\(scalar.hexadecimal)"
        }
        let escape = source.text(start..<offset)
        return SyntaxError("`\(escape)` is not a Unicode character", start..<offset, hint: hint)
    }
}

extension StringProtocol {
    fileprivate var hasEscapedQuote: Bool {
        zip(utf8, utf8.dropFirst()).contains { $0 == UInt8(ascii: "\\") && $1 == UInt8(ascii: "\"") }
    }
}
