import Diagnostics

/// Finds the values of secret settings in the lines of a configuration, also of one that is no TOML: what is not understood behind the name
/// of a secret is taken for it, to the end of the line. Of channels each value is secret that is not known to be public.
struct SettingMask {
    private typealias Letters = [Unicode.Scalar]

    private var letters: Letters = []
    private var place = 0
    private var secrets: [Range<Int>] = []
    /// How many names the header above has, and whether they are of channels.
    private var headerDepth = 0
    private var isInChannels = false
    /// Braces that are open, without those of a reference.
    private var braces = 0
    /// Between the braces of `{ file = "…" }`.
    private var isInReference = false
    /// The names before this one in its dotted key.
    private var keyDepth = 0
    /// A secret that goes on in the next line.
    private var open: Open?

    private enum Open {
        /// A text between three of these quotes.
        case text(Unicode.Scalar)
        /// A list, with as many brackets to close.
        case list(Int)
    }

    /// Of each line the places of secrets.
    static func secrets(in lines: [[Unicode.Scalar]]) -> [[Range<Int>]] {
        var mask = SettingMask()
        return lines.map { mask.read($0) }
    }

    private mutating func read(_ line: Letters) -> [Range<Int>] {
        (letters, place, secrets, keyDepth) = (line, 0, [], 0)
        let isFirstLine = open == nil
        if isFirstLine { readHeader() } else { readOn() }
        let isNested = braces > 0
        let wasInChannels = isInChannels
        while next != nil { readSetting(mayBeAlone: isFirstLine) }
        // A dotted key leads into channels for its own line only, a brace until it is closed.
        if headerDepth == 0, braces == 0 { isInChannels = isNested ? false : wasInChannels }
        return secrets
    }

    // MARK: Names

    private static let names = ["url", "webhook", "secret", "old_secret", "token", "key", "password"]
    private static let endings = ["url", "webhook", "secret", "token", "password", "apikey", "_key", "-key"]
    private static let references = ["file", "env", "credential"]
    /// The settings of channels that tell nobody's secret. The topic of ntfy is one: who knows it reads along.
    private static let publicNames: Set<String> = [
        "type", "path", "server", "from", "user", "to", "unsubscribe", "tls", "rate", "timeout", "ca_file", "shared",
        "on_ambiguous", "channel", "chat", "room", "email", "replies", "imap", "imap_user", "mailbox",
    ]

    /// Whether a setting is secret, or would be if it were spelt right.
    private static func isSecret(_ name: String) -> Bool {
        endings.contains(where: name.lowercased().hasSuffix) || nearestName(to: name, in: names) != nil
    }

    private static func isChannels(_ name: String) -> Bool { nearestName(to: name, in: ["channels"]) != nil }

    private var level: Int { headerDepth + braces + keyDepth }

    private func isSecret(_ name: String) -> Bool {
        Self.isSecret(name) || isInChannels && !Self.publicNames.contains(name)
    }

    // MARK: Reading

    private var next: Unicode.Scalar? { place < letters.count ? letters[place] : nil }

    private func isNext(_ signs: String) -> Bool { next.map(signs.unicodeScalars.contains) ?? false }

    private mutating func skipBlanks() { while next?.properties.isWhitespace == true { place += 1 } }

    /// The names of tables are no settings.
    private mutating func readHeader() {
        skipBlanks()
        guard next == "[" else { return }
        let end = letters.firstIndex(of: "]") ?? letters.count
        guard !letters[..<end].contains("=") else { return }
        let names = text(place..<end).split { ".[".contains($0) }.map {
            $0.filter { !$0.isWhitespace && !"\"'".contains($0) }
        }
        (headerDepth, isInChannels) = (names.count, names.first.map(Self.isChannels) ?? false)
        (braces, isInReference) = (0, false)
        place = end
    }

    private mutating func readSetting(mayBeAlone: Bool) {
        let start = place
        let name = isNext("\"'") ? readString() : readWord()
        guard place > start else {
            readSign()
            return
        }
        let isFirst = letters[..<start].allSatisfy(\.properties.isWhitespace)
        skipBlanks()
        if level == 0, Self.isChannels(text(name)) { isInChannels = true }
        if isNext("=:") {
            place += 1
            skipBlanks()
            readValue(of: text(name))
            keyDepth = 0
        } else if isInReference || isInChannels && isFirst && mayBeAlone && (next == nil || next == "#") {
            hideRest(from: start)
        } else if next == "." {
            keyDepth += 1
        } else if next != nil, !isNext(",]}#"), Self.isSecret(text(name)) {
            hideRest(from: place)
        }
    }

    private mutating func readSign() {
        if next == "}" {
            if isInReference { isInReference = false } else { braces = max(0, braces - 1) }
        }
        if next == "#" { place = letters.count } else { place += 1 }
    }

    private mutating func readValue(of name: String) {
        let isSecret = isInReference ? !Self.references.contains(name) : self.isSecret(name)
        if isNext("{") {
            place += 1
            // In channels the first names are those of channels.
            if Self.isSecret(name) || isSecret && level > 1 { isInReference = true } else { braces += 1 }
        } else if isSecret, isNext("["), !isInReference {
            readList(0)
        } else if isSecret, let quote = next, isNext("\"'"), letters[place...].starts(with: [quote, quote, quote]) {
            place += 3
            readText(quote)
        } else if isNext("\"'") {
            let value = readString()
            guard isSecret || isInReference && !text(value).isPlain(name) else { return }
            secrets.append(value)
            hideWhatFollows()
        } else if isSecret || isInReference {
            hideRest(from: place)
        }
    }

    private mutating func readOn() {
        switch open {
        case .text(let quote): readText(quote)
        case .list(let depth): readList(depth)
        case nil: break
        }
    }

    /// Hides to the closing quotes, or to the end of the line and in the next one.
    private mutating func readText(_ quote: Unicode.Scalar) {
        let end = letters.indices.dropFirst(place).first { letters[$0...].starts(with: [quote, quote, quote]) }
        guard let end else {
            open = .text(quote)
            return hideRest(from: place)
        }
        open = nil
        secrets.append(place..<end)
        place = end + 3
        hideWhatFollows()
    }

    /// Hides the line, and the next one while brackets are open.
    private mutating func readList(_ depth: Int) {
        var depth = depth
        let start = place
        while next != nil, !isNext("#") {
            if isNext("\"'") {
                _ = readString()
            } else {
                depth += next == "[" ? 1 : next == "]" ? -1 : 0
                place += 1
            }
        }
        open = depth > 0 ? .list(depth) : nil
        hideRest(from: start)
    }

    private mutating func hideWhatFollows() {
        skipBlanks()
        if next != nil, !isNext(",]}#") { hideRest(from: place) }
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

extension String {
    /// Whether it can be what a reference of this name should hold, and is not the secret itself in its place.
    fileprivate func isPlain(_ reference: String) -> Bool {
        reference == "env" ? isVariableName : !looksLikeSecret
    }
}
