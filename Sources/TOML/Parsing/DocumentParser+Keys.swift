extension DocumentParser {
    /// ABNF `key`: names joined by dots. Leaves the offset after the last name.
    mutating func parseKey() throws(SyntaxError) -> [KeyPart] {
        var parts = [try parseSimpleKey(after: nil)]
        while true {
            let dot = afterBlanks(offset)
            guard byte(at: dot) == "." else { return parts }
            offset = afterBlanks(dot + 1)
            parts.append(try parseSimpleKey(after: dot))
        }
    }

    private mutating func parseSimpleKey(after dot: Int?) throws(SyntaxError) -> KeyPart {
        let start = offset
        let name: String
        if let quote = peek, quote == "\"" || quote == "'" {
            if byte(at: start + 1) == quote, byte(at: start + 2) == quote { throw multilineKey() }
            name = quote == "'" ? try parseLiteralString() : try parseBasicString()
        } else {
            while let byte = peek, byte.isBareKey { offset += 1 }
            guard offset > start, !isOddKeyByte(peek) else { throw wrongKey(from: start, after: dot) }
            name = source.text(start..<offset)
        }
        return KeyPart(name: name, range: start..<offset, span: source.span(start..<offset))
    }

    /// Whether this byte right after a bare key was meant as part of it.
    private func isOddKeyByte(_ byte: UInt8?) -> Bool {
        switch byte {
        case nil, " ", "\t", "\n", "\r", "=", ".", "]", "#", ":", ",", "}", "\"", "'": false
        default: true
        }
    }
}
