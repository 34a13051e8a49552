import Diagnostics

extension Diagnostic {
    /// The diagnostic of a configuration with a dot for each letter of a secret, so that carets still point at their places: in lines the
    /// values of settings that are secret, and everywhere the secret parts of addresses.
    var maskingSecrets: Diagnostic { masking(lines: \.secrets, words: AddressMask.secrets) }

    /// The diagnostic of the parser, which quotes the lines that it is about, with a dot for each letter of its words that is a secret's.
    var maskingQuotations: Diagnostic {
        let lines = ([location] + notes.map(\.location)).compactMap { $0?.excerpt.map { Letters($0.unicodeScalars) } }
        let parts = Set(lines.flatMap { line in line.secrets.flatMap { line[$0].parts } })
        return masking(lines: { _ in [] }) { words in
            words[...].parts.filter(parts.contains).map(\.indices)
        }
    }

    private func masking(lines linePlaces: Places, words wordPlaces: Places) -> Diagnostic {
        func place(_ place: SourceLocation) -> SourceLocation {
            SourceLocation(
                file: place.file, line: place.line, column: place.column, length: place.length,
                excerpt: place.excerpt.map { $0.masked(at: linePlaces) })
        }
        func words(_ text: String) -> String { text.masked(at: wordPlaces) }
        return Diagnostic(
            severity, words(message), at: location.map(place), hint: hint.map(words),
            notes: notes.map { Note(words($0.message), at: place($0.location)) })
    }
}

private typealias Letters = [Unicode.Scalar]
/// Where in a text something is that may not be shown.
private typealias Places = (Letters) -> [Range<Int>]

extension Letters {
    /// The places of secrets in a line of a configuration.
    fileprivate var secrets: [Range<Int>] { SettingMask.secrets(in: self) + AddressMask.secrets(in: self) }
}

extension ArraySlice<Unicode.Scalar> {
    /// Four letters in a row from each place on. Fewer are no mark of a secret: they stand in any text.
    fileprivate var parts: [Self] { indices.dropLast(3).map { self[$0..<$0 + 4] } }
}

extension String {
    fileprivate func masked(at places: Places) -> String {
        var letters = Letters(unicodeScalars)
        for place in places(letters).joined() { letters[place] = "•" }
        var masked = UnicodeScalarView()
        masked.append(contentsOf: letters)
        return String(masked)
    }
}
