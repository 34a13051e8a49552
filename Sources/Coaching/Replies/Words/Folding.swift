/// The two forms in which words are compared: in small letters without accents, "ä" as "ae" in the one and as "a" in the other, so that
/// "Müller" is met by "mueller" and by "muller".
struct Folding: Sendable {
    private(set) var key = ""
    private(set) var bare = ""

    init(_ text: some StringProtocol) {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            key = text.lowercased()
            bare = key
            return
        }
        for scalar in text.unicodeScalars { append(scalar) }
    }

    /// Both forms, or the one where they are the same.
    var forms: Set<String> { [key, bare] }

    func isLike(_ other: Folding) -> Bool { key == other.key || bare == other.bare }

    /// Whether the other begins as this one does.
    func begins(_ other: Folding) -> Bool { other.key.hasPrefix(key) || other.bare.hasPrefix(bare) }

    private mutating func append(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "ä", "Ä": addUmlaut("a")
        case "ö", "Ö": addUmlaut("o")
        case "ü", "Ü": addUmlaut("u")
        // A diaeresis that stands behind its letter.
        case "\u{308}": if let letter = bare.last, "aou".contains(letter) { key += "e" }
        case "ß", "ẞ": add("ss")
        case "’", "‘", "ʼ", "´": add("'")
        default: add(scalar.isMark ? "" : scalar.baseLetter ?? scalar.properties.lowercaseMapping)
        }
    }

    private mutating func add(_ text: String) {
        key += text
        bare += text
    }

    private mutating func addUmlaut(_ letter: String) {
        add(letter)
        key += "e"
    }
}

extension Unicode.Scalar {
    /// What changes a letter or its place, and is none itself.
    fileprivate var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: true
        default: false
        }
    }

    /// The Latin letter or letters without the accent, by the character's name: "e" of LATIN SMALL LETTER E WITH ACUTE.
    fileprivate var baseLetter: String? {
        guard value < 0x2000, let name = properties.name else { return nil }
        for lead in ["LATIN SMALL LETTER ", "LATIN CAPITAL LETTER "] where name.hasPrefix(lead) {
            let letter = name.dropFirst(lead.count).prefix { $0 != " " }
            return letter.count <= 2 ? letter.lowercased() : nil
        }
        return nil
    }
}
