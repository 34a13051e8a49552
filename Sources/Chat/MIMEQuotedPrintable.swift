extension MIME {
    /// A body as quoted-printable (RFC 2045, 6.7): lines of at most 76 characters with CR LF, none of which begins with a dot or with
    /// "From ", which mail programs of old take for their own signs.
    static func quotedPrintable(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        var encoded: [UInt8] = []
        encoded.reserveCapacity(2 * bytes.count)
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            append(line, to: &encoded)
            encoded += lineEnd
        }
        return encoded
    }

    private static let lineEnd = Array("\r\n".utf8)
    private static let digits = Array("0123456789ABCDEF".utf8)

    private static func append(_ line: ArraySlice<UInt8>, to encoded: inout [UInt8]) {
        var column = 0
        for index in line.indices {
            let byte = line[index]
            let isLast = index == line.endIndex - 1
            // The last column is kept for the sign of a soft break.
            let room = lineLimit - 1 - column
            let isPlain = isPlain(byte, isFirst: column == 0 || room < 1, isLast: isLast)
            if (isPlain ? 1 : 3) > room {
                encoded.append(UInt8(ascii: "="))
                encoded += lineEnd
                column = 0
            }
            if isPlain {
                encoded.append(byte)
                column += 1
            } else {
                encoded += [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
                column += 3
            }
        }
    }

    /// - Parameters:
    ///   - isFirst: The byte begins a line.
    ///   - isLast: The byte ends one; a blank there would be lost.
    private static func isPlain(_ byte: UInt8, isFirst: Bool, isLast: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "="): false
        case UInt8(ascii: "."), UInt8(ascii: "F"): !isFirst
        case UInt8(ascii: " "): !isLast
        default: (0x21...0x7E).contains(byte)
        }
    }
}
