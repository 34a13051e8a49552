/// What a person typed into a mail: without the mail that is quoted, and without signatures. Told by the signs that common mail programs
/// put there in English and German.
enum TypedText {
    /// Lines that are looked at; who answers types few.
    private static let lineLimit = 1000
    /// Lines over which a mail program spreads "On …, … wrote:".
    private static let attributionLines = 3

    static func lines(of text: String) -> [String] {
        let lines = text.textLines.prefix(lineLimit).map(\.trimmed)
        var typed: [String] = []
        var place = 0
        while place < lines.count {
            let rest = lines[place...].prefix(8)
            if isEnd(rest) || Signature.begins(rest, after: typed) { break }
            if let count = attribution(rest) {
                place += count
                // Without signs before its lines there is no telling where the quotation ends.
                let next = lines[place...].first { !$0.isEmpty }
                if next?.first != ">" { break }
            } else {
                if lines[place].first != ">" { typed.append(lines[place]) }
                place += 1
            }
        }
        return Array(typed.split(separator: "").joined(separator: [""]))
    }

    /// How many lines say whom the quotation is from; nil where none does.
    private static func attribution(_ lines: ArraySlice<String>) -> Int? {
        guard let first = lines.first, first.count < 200, ["On ", "Am "].contains(where: first.hasPrefix) else {
            return nil
        }
        var text = ""
        for (count, line) in zip(1..., lines.prefix(attributionLines)) {
            text += text.isEmpty ? line : " \(line)"
            if text.count > 300 { return nil }
            guard text.hasSuffix(":") else { continue }
            let isQuoting =
                text.hasPrefix("On ") && text.hasSuffix("wrote:") || text.hasPrefix("Am ") && text.contains("schrieb")
            return isQuoting && hasTime(text) ? count : nil
        }
        return nil
    }

    /// "9:41": what a person types of what was written has none.
    private static func hasTime(_ text: String) -> Bool {
        let letters = Array(text.unicodeScalars.map { ("0"..."9").contains($0) ? "0" : $0 })
        return zip(letters, zip(letters.dropFirst(), letters.dropFirst(2))).contains {
            $0 == "0" && $1.0 == ":" && $1.1 == "0"
        }
    }

    /// Whether the mail that is answered begins here, as Outlook shows it.
    private static func isEnd(_ lines: ArraySlice<String>) -> Bool {
        guard let first = lines.first else { return true }
        if first.hasPrefix("--"), first.hasSuffix("--") {
            let words = first.lowercased()
            return ["original message", "ursprüngliche nachricht", "forwarded message", "weitergeleitete nachricht"]
                .contains(where: words.contains)
        }
        if first.count >= 10, first.allSatisfy({ $0 == "_" }) { return true }
        // Some write the names of the fields in bold.
        let names = lines.filter { !$0.isEmpty }.map { $0.drop { $0 == "*" }.lowercased() }
        guard names.first.map({ $0.hasPrefix("from:") || $0.hasPrefix("von:") }) == true else { return false }
        return names.dropFirst().prefix(3).contains { line in
            ["sent:", "date:", "gesendet:", "datum:"].contains(where: line.hasPrefix)
        }
    }
}
