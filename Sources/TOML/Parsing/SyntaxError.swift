import Diagnostics

/// A mistake in the document, at a range of its bytes.
struct SyntaxError: Error {
    let range: Range<Int>
    /// What was found and what was expected, as `Diagnostic.message`.
    let message: String
    var hint: String?
    var notes: [Diagnostic.Note] = []

    init(_ message: String, _ range: Range<Int>, hint: String? = nil, notes: [Diagnostic.Note] = []) {
        self.message = message
        self.range = range
        self.hint = hint
        self.notes = notes
    }

    func diagnostic(in source: SourceText) -> Diagnostic {
        Diagnostic(.error, message, at: source.location(of: range), hint: hint, notes: notes)
    }
}
