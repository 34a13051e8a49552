import Diagnostics
import TOML

/// Where secrets stand in a configuration, and what is told of it without them.
struct MaskedSecrets {
    private let lines: [[Range<Int>]]

    init(_ document: TOMLDocument) {
        lines = SettingMask.secrets(in: document.lines.map { Letters($0.unicodeScalars) })
    }

    /// A diagnostic with a dot for each letter of a secret, so that carets still point at their places: in lines the values of settings that
    /// are secret, and everywhere the secret parts of addresses.
    func masking(_ diagnostic: Diagnostic) -> Diagnostic {
        diagnostic.masking(lines: secrets, words: AddressMask.secrets)
    }

    /// A diagnostic of the parser, which quotes the lines that it is about: its words are masked as well where they are a secret's.
    func maskingQuotations(_ diagnostic: Diagnostic) -> Diagnostic {
        let places = ([diagnostic.location] + diagnostic.notes.map(\.location)).compactMap { $0 }
        let parts = Set(
            places.flatMap { place in
                let line = Letters((place.excerpt ?? "").unicodeScalars)
                return secrets(in: place).flatMap { line[$0].parts }
            })
        return diagnostic.masking(lines: secrets) { words in
            words[...].parts.filter(parts.contains).map(\.indices) + AddressMask.secrets(in: words)
        }
    }

    private func secrets(in place: SourceLocation) -> [Range<Int>] {
        let line = Letters((place.excerpt ?? "").unicodeScalars)
        let found = lines.indices.contains(place.line - 1) ? lines[place.line - 1] : []
        return found.map { $0.clamped(to: line.indices) } + AddressMask.secrets(in: line)
    }
}

extension Diagnostic {
    fileprivate func masking(
        lines linePlaces: (SourceLocation) -> [Range<Int>], words wordPlaces: (Letters) -> [Range<Int>]
    ) -> Diagnostic {
        func place(_ place: SourceLocation) -> SourceLocation {
            SourceLocation(
                file: place.file, line: place.line, column: place.column, length: place.length,
                excerpt: place.excerpt.map { $0.masked(at: linePlaces(place)) })
        }
        func words(_ text: String) -> String { text.masked(at: wordPlaces(Letters(text.unicodeScalars))) }
        return Diagnostic(
            severity, words(message), at: location.map(place), hint: hint.map(words),
            notes: notes.map { Note(words($0.message), at: place($0.location)) })
    }
}

private typealias Letters = [Unicode.Scalar]

extension ArraySlice<Unicode.Scalar> {
    /// Four letters in a row from each place on. Fewer are no mark of a secret: they stand in any text.
    fileprivate var parts: [Self] { indices.dropLast(3).map { self[$0..<$0 + 4] } }
}

extension String {
    fileprivate func masked(at places: [Range<Int>]) -> String {
        var letters = Letters(unicodeScalars)
        for place in places.joined() { letters[place] = "•" }
        var masked = UnicodeScalarView()
        masked.append(contentsOf: letters)
        return String(masked)
    }
}
