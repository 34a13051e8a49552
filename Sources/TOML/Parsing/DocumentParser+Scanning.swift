extension DocumentParser {
    /// The next byte, nil at the end.
    var peek: UInt8? { byte(at: offset) }

    func byte(at offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

    func hasPrefix(_ prefix: StaticString, at offset: Int) -> Bool {
        prefix.withUTF8Buffer { bytes[min(offset, bytes.count)...].starts(with: $0) }
    }

    /// ABNF `newline`, or the end of the document.
    var isAtLineEnd: Bool { isLineEnd(offset) }

    func isLineEnd(_ offset: Int) -> Bool { offset >= bytes.count || newlineLength(at: offset) > 0 }

    /// 1 for LF, 2 for CRLF, 0 for anything else.
    func newlineLength(at offset: Int) -> Int {
        switch byte(at: offset) {
        case "\n": 1
        case "\r": byte(at: offset + 1) == "\n" ? 2 : 0
        default: 0
        }
    }

    /// ABNF `ws`.
    mutating func skipBlanks() { offset = afterBlanks(offset) }

    func afterBlanks(_ start: Int) -> Int {
        var offset = start
        while offset < bytes.count, bytes[offset].isBlank { offset += 1 }
        return offset
    }

    /// Up to the newline; illegal bytes on the way have been reported.
    mutating func skipComment() {
        if peek == "#" { offset = lineEnd(from: offset) }
    }

    func lineEnd(from start: Int) -> Int {
        var offset = start
        while !isLineEnd(offset) { offset += 1 }
        return offset
    }

    /// ABNF `ws-comment-newline`.
    mutating func skipBlankLines() {
        while true {
            skipBlanks()
            skipComment()
            let length = newlineLength(at: offset)
            guard length > 0 else { return }
            offset += length
        }
    }
}
