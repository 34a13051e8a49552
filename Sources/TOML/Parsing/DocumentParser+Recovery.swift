/// How to go on after a broken statement, so that the next errors are mistakes of their own.
extension DocumentParser {
    /// Skips to the end of the broken statement. Where its brackets are closed further on, that is behind the last
    /// one; where they are not, it is before the next line that looks like a statement.
    mutating func skipStatement() {
        var open = openers.map(\.byte)
        openers = []
        var next = isKeyValueLine(offset) ? offset : nil
        var isNew = isHeaderLine(offset) && isNamedHeader(offset)
        while !isNew {
            skipRestOfLine(&open)
            guard !open.isEmpty else { return }
            guard offset < bytes.count else { break }
            offset = afterBlanks(offset + newlineLength(at: offset))
            isNew = isHeaderLine(offset) && isNamedHeader(offset)
            if next == nil, isHeaderLine(offset) || isKeyValueLine(offset) { next = offset }
        }
        offset = next ?? offset
    }

    /// Goes on to the end of the line, or of the line where a multi-line string ends, and counts brackets.
    private mutating func skipRestOfLine(_ open: inout [UInt8]) {
        while !isAtLineEnd {
            let byte = bytes[offset]
            switch byte {
            case "#": offset = lineEnd(from: offset)
            case "\"", "'": skipString()
            case "[", "{":
                open.append(byte)
                offset += 1
            case "]", "}":
                let opener = byte == "]" ? UInt8(ascii: "[") : UInt8(ascii: "{")
                if let index = open.lastIndex(of: opener) { open.removeSubrange(index...) }
                offset += 1
            default: offset += 1
            }
        }
    }

    private mutating func skipString() {
        offset = stringEnd(from: offset) ?? lineEnd(from: offset)
    }

    /// Where the string that begins at `start` ends, nil where it is not closed.
    func stringEnd(from start: Int) -> Int? {
        let quote = bytes[start]
        let isMultiline = byte(at: start + 1) == quote && byte(at: start + 2) == quote
        let length = isMultiline ? 3 : 1
        var end = start + length
        while isMultiline ? end < bytes.count : !isLineEnd(end) {
            if bytes[end] == "\\", quote == "\"" {
                end += 1
            } else if bytes[end..<min(end + length, bytes.count)].elementsEqual(repeatElement(quote, count: length)) {
                return end + length
            }
            end += 1
        }
        return nil
    }

    /// Whether `offset` is where a line begins with `key =`, indented no more than the statement that is being read.
    func isKeyValueLine(_ offset: Int) -> Bool {
        guard isLineOfOwn(offset), let end = keyEnd(from: offset) else { return false }
        return byte(at: end) == "="
    }

    /// Whether `offset` is where a line holds a header and nothing else, indented no more than the statement.
    func isHeaderLine(_ offset: Int) -> Bool {
        guard byte(at: offset) == "[", isLineOfOwn(offset) else { return false }
        let brackets = byte(at: offset + 1) == "[" ? 2 : 1
        guard let end = keyEnd(from: afterBlanks(offset + brackets)) else { return false }
        guard bytes[end...].prefix(brackets).elementsEqual("]]".utf8.prefix(brackets)) else { return false }
        let rest = afterBlanks(end + brackets)
        return isLineEnd(rest) || bytes[rest] == "#"
    }

    /// Whether the header at `offset` has a name that no array could have as its value.
    func isNamedHeader(_ offset: Int) -> Bool {
        let name = bytes[offset...].drop { $0 == "[" || $0.isBlank }.prefix { $0.isBareKey }
        let isWord = name.first?.isLetter == true
        return isWord && !["true", "false", "inf", "nan"].contains { name.elementsEqual($0.utf8) }
    }

    private func isLineOfOwn(_ offset: Int) -> Bool {
        guard offset > statementStart, offset < bytes.count else { return false }
        let lineStart = source.lineStart(at: offset)
        return lineStart > statementStart && bytes[lineStart..<offset].allSatisfy(\.isBlank)
            && offset - lineStart <= statementStart - source.lineStart(at: statementStart)
    }

    /// Where what looks like a key, with the blanks after it, ends; nil if there is none.
    func keyEnd(from start: Int) -> Int? {
        var end = start
        while true {
            let nameStart = end
            if let quote = byte(at: end), quote == "\"" || quote == "'" {
                end += 1
                while !isLineEnd(end), bytes[end] != quote { end += bytes[end] == "\\" && quote == "\"" ? 2 : 1 }
                guard byte(at: end) == quote else { return nil }
                end += 1
            } else {
                while let byte = byte(at: end), byte.isBareKey { end += 1 }
            }
            guard end > nameStart else { return nil }
            end = afterBlanks(end)
            guard byte(at: end) == "." else { return end }
            end = afterBlanks(end + 1)
        }
    }
}
