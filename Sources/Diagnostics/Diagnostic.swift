/// A problem in a file that a person wrote, told so that the person can mend it.
package struct Diagnostic: Hashable, Sendable {
    package enum Severity: String, Hashable, Sendable {
        case error
        case warning
        /// Nothing is wrong: something could not be looked at.
        case note
    }

    /// A second place that belongs to the problem, such as the first of two equal keys.
    package struct Note: Hashable, Sendable {
        package let message: String
        package let location: SourceLocation

        package init(_ message: String, at location: SourceLocation) {
            self.message = message
            self.location = location
        }
    }

    package let severity: Severity
    /// What is wrong and what was expected: one sentence without a full stop.
    package let message: String
    package let location: SourceLocation?
    /// What to do about it, where that is not plain from the message.
    package let hint: String?
    package let notes: [Note]

    package init(
        _ severity: Severity, _ message: String, at location: SourceLocation? = nil, hint: String? = nil,
        notes: [Note] = []
    ) {
        self.severity = severity
        self.message = message
        self.location = location
        self.hint = hint
        self.notes = notes
    }
}

extension Diagnostic: CustomStringConvertible {
    /// The diagnostic as printed: `file:line:column: error: message`, the line with a caret, the hint, the notes.
    package var description: String {
        var lines = [heading(severity.rawValue, message, location)]
        lines += location?.excerptLines ?? []
        if let hint { lines.append("    hint: \(hint.escapingControls)") }
        for note in notes {
            lines.append(heading("note", note.message, note.location))
            lines += note.location.excerptLines
        }
        return lines.joined(separator: "\n")
    }

    private func heading(_ label: String, _ message: String, _ location: SourceLocation?) -> String {
        let place = location.map { "\($0.description.escapingControls): " } ?? ""
        return "\(place)\(label): \(message.escapingControls)"
    }
}

extension SourceLocation {
    /// The line and a caret under the place; a long line is cut to a window around it.
    fileprivate var excerptLines: [String] {
        guard let excerpt else { return [] }
        let window = 96
        let scalars = excerpt.unicodeScalars
        let before = min(max(0, column - 1), scalars.count)
        let skipped = before > window * 3 / 4 ? before - window / 2 : 0
        let shown = scalars.dropFirst(skipped).prefix(window)
        let lead = String(String.UnicodeScalarView(shown.prefix(before - skipped))).escapingControls
        let text = String(String.UnicodeScalarView(shown)).escapingControls
        let gutter = String(repeating: " ", count: String(line).count)
        let carets = String(repeating: "^", count: max(1, min(length, shown.count - (before - skipped))))
        let start = skipped > 0 ? "…" : ""
        let end = skipped + shown.count < scalars.count ? "…" : ""
        let indent = String(repeating: " ", count: start.count + lead.unicodeScalars.count)
        return ["  \(line) | \(start)\(text)\(end)", "  \(gutter) | \(indent)\(carets)"]
    }
}
