extension MIME {
    /// The text of a field with encoded words (RFC 2047) as people read it: `=?utf-8?Q?Gr=C3=BC=C3=9Fe?=`. A word that is damaged stays as it
    /// is.
    static func decodingWords(in text: String) -> String {
        var decoded = ""
        // What is longer is no subject and no name.
        var rest = text.prefix(fieldLimit)
        var isBehindWord = false
        while let start = rest.firstRange(of: "=?") {
            let between = rest[..<start.lowerBound]
            let parts = rest[start.upperBound...].prefix(wordSearch)
                .split(separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
            guard parts.count == 4, parts[3].first == "=", let word = word(parts[0], parts[1], parts[2]) else {
                decoded += rest[..<start.upperBound]
                (rest, isBehindWord) = (rest[start.upperBound...], false)
                continue
            }
            // Blanks between two words are none of the text (RFC 2047, 6.2).
            if !isBehindWord || !between.allSatisfy(\.isWhitespace) { decoded += between }
            decoded += word
            (rest, isBehindWord) = (rest[parts[3].index(after: parts[3].startIndex)...], true)
        }
        return decoded + rest
    }

    /// Characters of a field that are read.
    private static let fieldLimit = 2_000

    /// Characters in which a word ends; those of some programs are longer than the 75 of the standard.
    private static let wordSearch = 1000

    private static func word(_ charset: Substring, _ encoding: Substring, _ text: Substring) -> String? {
        // RFC 2231, 5: the language behind the charset.
        let charset = charset.prefix { $0 != "*" }
        guard !charset.isEmpty, !text.contains(where: \.isWhitespace) else { return nil }
        let bytes = Array(text.utf8)
        switch encoding {
        case "B", "b": return Charset.text(TransferEncoding.base64(bytes), String(charset))
        case "Q", "q":
            let spaced = bytes.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }
            return Charset.text(TransferEncoding.quotedPrintable(spaced[...]), String(charset))
        default: return nil
        }
    }
}
