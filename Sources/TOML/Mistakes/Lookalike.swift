/// A character that looks like one of TOML's, or like nothing; it comes with text from word processors and web pages.
struct Lookalike {
    let name: String
    /// What was meant; empty for characters that should not be there at all.
    let replacement: String

    init?(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x201C...0x201F, 0x00AB, 0x00BB, 0xFF02: (name, replacement) = ("typographic quote", "\"")
        case 0x2018...0x201B, 0x00B4, 0xFF07: (name, replacement) = ("typographic quote", "'")
        case 0x00A0, 0x2007, 0x202F: (name, replacement) = ("no-break space", " ")
        case 0x1680, 0x2000...0x2006, 0x2008...0x200A, 0x205F, 0x3000: (name, replacement) = ("wide or thin space", " ")
        case 0x200B...0x200F, 0x2060, 0x00AD: (name, replacement) = ("invisible character", "")
        case 0xFEFF: (name, replacement) = ("byte order mark", "")
        case 0x2028, 0x2029, 0x0085: (name, replacement) = ("line separator", "\n")
        case 0x2010...0x2015, 0x2212, 0xFE63, 0xFF0D: (name, replacement) = ("typographic dash", "-")
        case 0xFF0B: (name, replacement) = ("full-width sign", "+")
        case 0xFF0C, 0x3001: (name, replacement) = ("full-width sign", ",")
        case 0xFF1D: (name, replacement) = ("full-width sign", "=")
        case 0xFF1A: (name, replacement) = ("full-width sign", ":")
        case 0xFF3B: (name, replacement) = ("full-width sign", "[")
        case 0xFF3D: (name, replacement) = ("full-width sign", "]")
        default: return nil
        }
    }

    var isQuote: Bool { replacement == "\"" || replacement == "'" }

    var hint: String {
        switch replacement {
        case "": "delete it"
        case " ": "replace it by an ordinary space"
        case "\n": "replace it by an ordinary line end"
        default: "replace it by `\(replacement)`"
        }
    }
}
