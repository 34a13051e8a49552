/// An address that mail can be sent to (RFC 5321, 4.1.2, with the letters of RFC 6531), without the quoted names that nobody has. It holds
/// no blank, bracket, comma or control character, so it can stand in a header as it is.
package struct EmailAddress: Sendable, Hashable, CustomStringConvertible {
    package let local: String
    package let domain: String

    /// Nil when it is none.
    package init?(_ text: String) {
        guard let at = text.lastIndex(of: "@") else { return nil }
        local = String(text[..<at])
        domain = String(text[text.index(after: at)...])
        // Bytes, RFC 5321, 4.5.3.1.
        guard (1...64).contains(local.utf8.count), (1...255).contains(domain.utf8.count),
            Self.isDotted(local, of: Self.isAtomLetter), Self.isDotted(domain, of: Self.isHostLetter)
        else { return nil }
    }

    package var description: String { "\(local)@\(domain)" }

    /// For an address that opens a mail program (RFC 6068).
    var mailto: String { "mailto:\(local.percentEncoded)@\(domain.percentEncoded)" }

    private static func isDotted(_ text: String, of isLetter: (Unicode.Scalar) -> Bool) -> Bool {
        text.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
            !$0.isEmpty && $0.allSatisfy(isLetter)
        }
    }

    private static func isAtomLetter(_ letter: Unicode.Scalar) -> Bool {
        MIME.isAtomLetter(letter) || isForeignLetter(letter)
    }

    private static func isHostLetter(_ letter: Unicode.Scalar) -> Bool {
        switch letter {
        case "a"..."z", "A"..."Z", "0"..."9", "-": true
        default: isForeignLetter(letter)
        }
    }

    private static func isForeignLetter(_ letter: Unicode.Scalar) -> Bool {
        guard !letter.isASCII else { return false }
        return switch letter.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber:
            true
        default: false
        }
    }
}
