/// A language that messages and their questions are written in.
package enum Language: String, CaseIterable, Hashable, Sendable {
    case english = "en"
    case german = "de"

    package var name: String {
        switch self {
        case .english: "English"
        case .german: "German"
        }
    }

    /// The one of the two sentences that is in this language.
    package func say(_ english: @autoclosure () -> Phrase, _ german: @autoclosure () -> Phrase) -> Phrase {
        self == .english ? english() : german()
    }

    /// The one of the two words that is in this language.
    package func word(_ english: @autoclosure () -> String, _ german: @autoclosure () -> String) -> String {
        self == .english ? english() : german()
    }

    /// A title that stands as a part of a line: German titles read like a part of the sentence, and so does one that ends with a mark of
    /// its own ("Price agreed?, planned for tomorrow").
    func title(_ data: String) -> Phrase {
        let isWord = Phrase(data: data).text.last.map { $0.isLetter || $0.isNumber || ")]%".contains($0) } ?? true
        return isWord ? say("\(data)", quoted(data)) : quoted(data)
    }

    /// What somebody wrote, in the quotation marks of the language.
    package func quoted(_ data: String) -> Phrase {
        let inner = insideQuotes(data)
        return say("\"\(inner)\"", "„\(inner)“")
    }

    /// What somebody wrote, as it stands within quotation marks: those of its own become single ones. A mark without its other half is
    /// something else, as in a 19" rack.
    func insideQuotes(_ data: String) -> String {
        let marks = data.count(where: Self.doubleQuotes.contains)
        guard marks > 0, marks.isMultiple(of: 2) else { return data }
        let (opening, closing): (Character, Character) = self == .english ? ("'", "'") : ("‚", "‘")
        var inner = ""
        inner.reserveCapacity(data.utf8.count)
        for character in data {
            let opens = inner.last.map { $0.isWhitespace || "([-–—/".contains($0) } ?? true
            inner.append(Self.doubleQuotes.contains(character) ? (opens ? opening : closing) : character)
        }
        return inner
    }

    private static let doubleQuotes: Set<Character> = ["\"", "“", "”", "„", "«", "»"]
}
