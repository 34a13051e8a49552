extension DocumentParser {
    /// ABNF `val`.
    ///
    /// - Parameter depth: how many tables and arrays the value stands in.
    mutating func parseValue(depth: Int) throws(SyntaxError) -> TOMLNode {
        let start = offset
        let value: TOMLValue
        switch peek {
        case "\"":
            value = .string(try hasPrefix("\"\"\"", at: start) ? parseMultilineString() : parseBasicString())
        case "'":
            value = .string(try hasPrefix("'''", at: start) ? parseMultilineString() : parseLiteralString())
        case "[": value = .array(try parseArray(depth: depth))
        case "{": value = .table(try parseInlineTable(depth: depth))
        case nil, "\n", "\r", "#", ",", "]", "}": throw missingValue()
        default: value = parseBareValue()
        }
        return TOMLNode(value: value, span: source.span(start..<offset))
    }

    /// A value without quotes or brackets. A wrong one is reported with all the text that was meant as the value.
    private mutating func parseBareValue() -> TOMLValue {
        let start = offset
        offset = bareValueEnd(from: start)
        let literal = bytes[start..<offset]
        do throws(LiteralMistake) {
            if DateTimeLiteral.isMeant(by: literal) { return try DateTimeLiteral.parse(literal) }
        } catch {
            let end = offset
            offset = bareTextEnd(from: start)
            report(SyntaxError(error.message, start..<end, hint: error.hint))
            return .string("")
        }
        if literal.elementsEqual("true".utf8) { return .boolean(true) }
        if literal.elementsEqual("false".utf8) { return .boolean(false) }
        if case .value(let value) = NumberLiteral.parse(literal) { return value }
        offset = bareTextEnd(from: start)
        report(wrongBareValue(start..<offset))
        return .string("")
    }

    private func bareValueEnd(from start: Int) -> Int {
        let end = wordEnd(from: start)
        let word = bytes[start..<end]
        let isDate = DateTimeLiteral.isMeant(by: word) && word.contains(UInt8(ascii: "-"))
        // RFC 3339 section 5.6 lets a space stand between date and time.
        guard isDate, byte(at: end) == " " else { return end }
        let time = end + 1..<wordEnd(from: end + 1)
        return byte(at: end + 1)?.isDigit == true && bytes[time].contains(UInt8(ascii: ":")) ? time.upperBound : end
    }

    private func wordEnd(from start: Int) -> Int {
        var end = start
        while end < bytes.count {
            switch bytes[end] {
            case " ", "\t", "\n", "\r", ",", "]", "}", "#", ";": return end
            default: end += 1
            }
        }
        return end
    }

    /// Where a text without its quotes ends: it may have spaces; inside brackets the next comma or bracket ends it.
    private func bareTextEnd(from start: Int) -> Int {
        var end = start
        var position = start
        var depth = 0
        scan: while !isLineEnd(position) {
            switch bytes[position] {
            case "#" where bytes[position - 1].isBlank: break scan
            case "[", "{": depth += 1
            case "]", "}":
                if depth == 0, !openers.isEmpty { break scan }
                depth -= 1
            case "," where depth <= 0 && !openers.isEmpty: break scan
            default: break
            }
            position += 1
            if !bytes[position - 1].isBlank { end = position }
        }
        return end
    }
}
