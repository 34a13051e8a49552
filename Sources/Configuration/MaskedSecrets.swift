import Diagnostics

extension Diagnostic {
    /// The diagnostic with a dot for each letter of a secret that stands in the file, so that carets still point at their places.
    var maskingSecrets: Diagnostic {
        let locations = [location].compactMap { $0 } + notes.map(\.location)
        let secrets = locations.flatMap { $0.excerpt.map(Self.secrets) ?? [] }
        guard !secrets.isEmpty else { return self }
        func masked(_ text: String) -> String {
            secrets.reduce(text) { text, secret in
                // A message shows no more than the beginning of a long text.
                let beginnings = stride(from: secret.count - 1, to: 0, by: -1).lazy.map { "\(secret.prefix($0))…" }
                let whole = text.masking(secret)
                return beginnings.map { whole.masking($0) }.first { $0 != whole } ?? whole
            }
        }
        func masked(_ place: SourceLocation) -> SourceLocation {
            SourceLocation(
                file: place.file, line: place.line, column: place.column, length: place.length,
                excerpt: place.excerpt.map(masked))
        }
        return Diagnostic(
            severity, masked(message), at: location.map(masked), hint: hint.map(masked),
            notes: notes.map { Note(masked($0.message), at: masked($0.location)) })
    }

    private static let secretKeys = ["url", "secret", "token", "key", "password"]

    /// The values of `url`, `secret`, `old_secret`, `token`, `key` and `password` in a line, whole or cut, with quotes or without; not those of references.
    private static func secrets(in line: String) -> [String] {
        var secrets: [String] = []
        var rest = line[...]
        while let equals = rest.firstIndex(of: "=") {
            let key = rest[..<equals].filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
            rest = rest[equals...].dropFirst().drop(while: \.isWhitespace)
            guard Self.secretKeys.contains(where: key.hasSuffix), let first = rest.first, first != "{" else {
                continue
            }
            let isQuoted = first == "\"" || first == "'"
            if isQuoted { rest = rest.drop { $0 == first } }
            let secret = rest.prefix { isQuoted ? $0 != first : !$0.isWhitespace && !",}#".contains($0) }
            rest = rest[secret.endIndex...]
            if !secret.isEmpty { secrets.append(String(secret)) }
        }
        return secrets
    }
}

extension String {
    /// The text with a dot for each letter of the part, wherever it stands. The standard library's `replacing` would bring its engine of
    /// regular expressions along, 0.8 MB of the binary.
    fileprivate func masking(_ part: String) -> String {
        let (letters, secret) = (Array(unicodeScalars), Array(part.unicodeScalars))
        var masked = String.UnicodeScalarView()
        var place = 0
        while place < letters.count {
            if !secret.isEmpty, letters[place...].starts(with: secret) {
                masked.append(contentsOf: repeatElement("•", count: secret.count))
                place += secret.count
            } else {
                masked.append(letters[place])
                place += 1
            }
        }
        return String(masked)
    }
}
