/// What a mail server said to a command (RFC 3501, 7), from its greeting on.
struct MailboxAnswer {
    private let lines: [ArraySlice<UInt8>]
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        // Behind the first literal is what others wrote.
        let end = Self.literalStart(in: bytes) ?? bytes.endIndex
        lines = bytes[..<end].split(separator: UInt8(ascii: "\n"))
    }

    /// Another one than before: the numbers of mails mean others now (2.3.1.1).
    var validity: UInt32? { number(behind: "* OK [UIDVALIDITY ") }

    /// The number of the next mail that comes.
    var next: UInt32? { number(behind: "* OK [UIDNEXT ") }

    /// The numbers that a search found, in order.
    var found: [UInt32]? {
        let answers = lines.compactMap { Self.rest(of: $0, behind: "* SEARCH") }
        guard !answers.isEmpty else { return nil }
        return answers.flatMap { $0.split(separator: " ").compactMap { UInt32($0) } }.sorted()
    }

    /// The mail that was fetched, as far as it came; nil where there is none any more.
    var mail: (bytes: ArraySlice<UInt8>, arrivedAt: String?)? {
        guard let start = Self.literalStart(in: bytes), let line = lines.last else { return nil }
        let text = String(decoding: line, as: UTF8.self)
        guard text.contains(" FETCH ("), let brace = text.lastIndex(of: "{"),
            let count = UInt32(text[brace...].dropFirst().prefix { $0 != "}" })
        else { return nil }
        let quoted = text.split(separator: "INTERNALDATE \"").dropFirst().first?.prefix { $0 != "\"" }
        return (bytes[start...].prefix(Int(count)), quoted.map(String.init))
    }

    private func number(behind words: String) -> UInt32? {
        lines.lazy.compactMap { Self.rest(of: $0, behind: words) }.first.flatMap { UInt32($0.prefix { $0 != "]" }) }
    }

    private static func rest(of line: ArraySlice<UInt8>, behind words: String) -> String? {
        guard line.count >= words.utf8.count,
            String(decoding: line.prefix(words.utf8.count), as: UTF8.self).uppercased() == words
        else { return nil }
        return String(decoding: line.dropFirst(words.utf8.count), as: UTF8.self).trimmed
    }

    /// Behind the first line that ends with "{310}".
    private static func literalStart(in bytes: [UInt8]) -> Int? {
        var start = bytes.startIndex
        while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
            let line = bytes[start...end]
            if line.first == UInt8(ascii: "*"), line.suffix(3).elementsEqual("}\r\n".utf8) { return end + 1 }
            start = end + 1
        }
        return nil
    }
}
