import Signing

/// Header fields of a mail as RFC 5322 and 2047 want them.
enum MIME {
    /// Characters of a line with an encoded word (RFC 2047, 2), and what RFC 5322 advises for all others (2.1.1).
    static let lineLimit = 76
    /// Characters of one encoded word.
    static let wordLimit = 75

    /// A field with an unstructured text, without its line's end: "Subject: …".
    static func field(_ name: String, text: String) -> String {
        folded(name, words(of: text, room: lineLimit - name.utf8.count - 2, isPlain: isPlain))
    }

    /// A field with one address and the name that goes with it.
    static func field(_ name: String, _ address: EmailAddress, called display: String) -> String {
        let words = words(of: display, room: lineLimit - name.utf8.count - 2) { text in
            isPlain(text) && text.unicodeScalars.allSatisfy { $0 == " " || isAtomLetter($0) }
        }
        return folded(name, words + [words.isEmpty ? address.description : "<\(address)>"])
    }

    /// What a word may consist of without quotes (RFC 5322, 3.2.3, atext).
    static func isAtomLetter(_ letter: Unicode.Scalar) -> Bool {
        switch letter {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(letter)
        }
    }

    /// The text in parts between which a line may be broken: its words where it is plain, else encoded words. What would end the field or
    /// the line is a space.
    private static func words(of text: String, room: Int, isPlain: (String) -> Bool) -> [String] {
        var tidy = ""
        for scalar in text.unicodeScalars { tidy.unicodeScalars.append(isControl(scalar) ? " " : scalar) }
        if tidy.isEmpty { return [] }
        return isPlain(tidy) ? tidy.split(separator: " ").map(String.init) : encodedWords(tidy, room: room)
    }

    /// Whether the text may stand as it is: single spaces between words that fit into a line, and nothing that reads as an encoded word.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
            && !zip(text.utf8, text.utf8.dropFirst()).contains { $0 == UInt8(ascii: "=") && $1 == UInt8(ascii: "?") }
            && text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
                .allSatisfy { (1...60).contains($0.count) }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    /// In base64 (RFC 2047, 4.1), no character split between two.
    /// - Parameter room: Characters left for the first one, on the line with the field's name.
    private static func encodedWords(_ text: String, room: Int) -> [String] {
        var words: [String] = []
        var bytes: [UInt8] = []
        func end() { words.append("=?UTF-8?B?\(Base64.encode(bytes))?=") }
        for scalar in text.unicodeScalars {
            let piece = Array(String(scalar).utf8)
            let limit = (min(words.isEmpty ? room : wordLimit, wordLimit) - "=?UTF-8?B??=".utf8.count) / 4 * 3
            if bytes.count + piece.count > limit {
                end()
                bytes = []
            }
            bytes += piece
        }
        end()
        return words
    }

    private static func folded(_ name: String, _ words: [String]) -> String {
        var field = "\(name):"
        var length = field.utf8.count
        for (offset, word) in words.enumerated() {
            if offset > 0, length + 1 + word.utf8.count > lineLimit {
                field += "\r\n"
                length = 0
            }
            field += " \(word)"
            length += 1 + word.utf8.count
        }
        return field
    }
}
