/// The letters of a text by the name of their charset. What a charset does not have, and all but ASCII of one that is not known, is U+FFFD.
enum Charset {
    static func text(_ bytes: some Collection<UInt8>, _ name: String?) -> String {
        switch name?.trimmed.lowercased() {
        // Who says nothing, or ASCII, may have written either.
        case nil, "", "us-ascii", "ascii": String(validating: bytes, as: UTF8.self) ?? western(bytes, windows1252)
        case "utf-8", "utf8": String(decoding: bytes, as: UTF8.self)
        // Mail programs write the former for the latter. https://encoding.spec.whatwg.org/#names-and-labels
        case "iso-8859-1", "iso8859-1", "latin1", "windows-1252", "cp1252": western(bytes, windows1252)
        case "iso-8859-15", "iso8859-15", "latin9", "latin-9": western(bytes, latin9)
        default: western(bytes) { $0 < 0x80 ? Unicode.Scalar($0) : "\u{FFFD}" }
        }
    }

    private static func western(_ bytes: some Collection<UInt8>, _ letter: (UInt8) -> Unicode.Scalar) -> String {
        var letters = String.UnicodeScalarView()
        for byte in bytes { letters.append(letter(byte)) }
        return String(letters)
    }

    private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
        (0x80..<0xA0).contains(byte) ? signs[Int(byte) - 0x80] : Unicode.Scalar(byte)
    }

    /// 0x80 to 0x9F. https://encoding.spec.whatwg.org/index-windows-1252.txt
    private static let signs = Array(
        "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

    private static func latin9(_ byte: UInt8) -> Unicode.Scalar {
        switch byte {
        case 0xA4: "€"
        case 0xA6: "Š"
        case 0xA8: "š"
        case 0xB4: "Ž"
        case 0xB8: "ž"
        case 0xBC: "Œ"
        case 0xBD: "œ"
        case 0xBE: "Ÿ"
        default: Unicode.Scalar(byte)
        }
    }
}
