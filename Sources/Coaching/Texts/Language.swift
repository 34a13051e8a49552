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

    /// A title that stands as a part of a line: German titles read like a part of the sentence.
    func title(_ data: String) -> Phrase { say("\(data)", quoted(data)) }

    /// What somebody wrote, in the quotation marks of the language.
    package func quoted(_ data: String) -> Phrase { say("\"\(data)\"", "„\(data)“") }
}
