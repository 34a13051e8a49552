import Diagnostics

/// Finds the values of secret settings in a line of a configuration, also in one that is no TOML: what is not understood behind the name
/// of a secret is taken for it, to the end of the line.
struct SettingMask {
    private let letters: [Unicode.Scalar]
    private var place = 0
    /// Between the braces of `{ file = "…" }`.
    private var isInReference = false
    private var secrets: [Range<Int>] = []

    static func secrets(in line: [Unicode.Scalar]) -> [Range<Int>] {
        var mask = SettingMask(letters: line)
        mask.skipHeader()
        while mask.next != nil { mask.readSetting() }
        return mask.secrets
    }

    private init(letters: [Unicode.Scalar]) { self.letters = letters }

    // MARK: Names

    private static let names = ["url", "webhook", "secret", "old_secret", "token", "key", "password"]
    private static let endings = ["url", "webhook", "secret", "token", "password", "apikey", "_key", "-key"]
    private static let references = ["file", "env", "credential"]

    /// Whether a setting is secret, or would be if it were spelt right.
    private static func isSecret(_ name: String) -> Bool {
        endings.contains(where: name.lowercased().hasSuffix) || nearestName(to: name, in: names) != nil
    }

    // MARK: Reading

    private var next: Unicode.Scalar? { place < letters.count ? letters[place] : nil }

    private func isNext(_ signs: String) -> Bool { next.map(signs.unicodeScalars.contains) ?? false }

    private mutating func skipBlanks() { while next?.properties.isWhitespace == true { place += 1 } }

    /// The names of tables are no settings.
    private mutating func skipHeader() {
        skipBlanks()
        if next == "[", let end = letters.firstIndex(of: "]"), !letters[..<end].contains("=") { place = end }
    }

    private mutating func readSetting() {
        let start = place
        let name = isNext("\"'") ? readString() : readWord()
        guard place > start else {
            if next == "}" { isInReference = false }
            place += 1
            return
        }
        skipBlanks()
        if isNext("=:") {
            place += 1
            skipBlanks()
            readValue(of: text(name))
        } else if isInReference {
            hideRest(from: start)
        } else if next != nil, !isNext(".,]}#"), Self.isSecret(text(name)) {
            hideRest(from: place)
        }
    }

    private mutating func readValue(of name: String) {
        let isSecret = isInReference ? !Self.references.contains(name) : Self.isSecret(name)
        if isNext("{") {
            place += 1
            isInReference = isSecret
        } else if isNext("\"'") {
            let value = readString()
            guard isSecret || name == "env" && !text(value).isVariableName else { return }
            secrets.append(value)
            skipBlanks()
            if next != nil, !isNext(",]}#") { hideRest(from: place) }
        } else if isSecret || isInReference {
            hideRest(from: place)
        }
    }

    /// Reads to the closing quote, or to the end of the line.
    /// - Returns: what stands between the quotes.
    private mutating func readString() -> Range<Int> {
        let quote = next
        place += 1
        let start = place
        while let letter = next, letter != quote { place += letter == "\\" && quote == "\"" ? 2 : 1 }
        let end = min(place, letters.count)
        place = min(end + 1, letters.count)
        return start..<end
    }

    /// Reads a name as TOML lets it be without quotes.
    private mutating func readWord() -> Range<Int> {
        let start = place
        while next?.properties.isAlphabetic == true || isNext("0123456789_-") { place += 1 }
        return start..<place
    }

    private func text(_ range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: letters[range])
        return String(text)
    }

    private mutating func hideRest(from start: Int) {
        secrets.append(start..<letters.count)
        place = letters.count
    }
}
