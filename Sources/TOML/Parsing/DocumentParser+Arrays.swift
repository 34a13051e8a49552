extension DocumentParser {
    /// ABNF `array`. Lines, comments and a comma after the last value are free.
    mutating func parseArray(depth: Int) throws(SyntaxError) -> [TOMLNode] {
        guard depth < limits.maximumDepth else { throw tooDeep(offset..<offset + 1) }
        openers.append(Opener(byte: UInt8(ascii: "["), offset: offset))
        offset += 1
        var nodes: [TOMLNode] = []
        skipBlankLines()
        while peek != "]" {
            guard offset < bytes.count, !isNextStatement else { throw unclosedBracket() }
            guard peek != "," else { throw strayComma() }
            nodes.append(try parseValue(depth: depth + 1))
            try parseSeparator(before: "]")
        }
        offset += 1
        openers.removeLast()
        return nodes
    }

    /// ABNF `inline-table`. Since TOML 1.1 lines, comments and a comma after the last value are free.
    mutating func parseInlineTable(depth: Int) throws(SyntaxError) -> TOMLTable {
        guard depth < limits.maximumDepth else { throw tooDeep(offset..<offset + 1) }
        openers.append(Opener(byte: UInt8(ascii: "{"), offset: offset))
        let draft = drafts.makeTable(depth: depth, span: source.span(offset..<offset + 1))
        offset += 1
        skipBlankLines()
        while peek != "}" {
            guard offset < bytes.count, !isHeaderLine(offset) else { throw unclosedBracket() }
            guard peek != "," else { throw strayComma() }
            try parseKeyValue(in: draft)
            try parseSeparator(before: "}")
        }
        offset += 1
        openers.removeLast()
        return drafts.finish(inlineTable: draft)
    }

    /// A comma, or nothing where the closing bracket follows.
    private mutating func parseSeparator(before closer: Unicode.Scalar) throws(SyntaxError) {
        let valueEnd = offset
        skipBlankLines()
        if peek == "," {
            offset += 1
            skipBlankLines()
        } else if offset >= bytes.count || isNextStatement {
            throw unclosedBracket()
        } else if peek != closer {
            throw missingComma(after: valueEnd)
        }
    }

    /// Whether the next line is certainly a statement of its own, so that a bracket was left open before it.
    private var isNextStatement: Bool {
        isHeaderLine(offset) && isNamedHeader(offset) || isKeyValueLine(offset) && openers.allSatisfy { $0.byte == "[" }
    }
}
