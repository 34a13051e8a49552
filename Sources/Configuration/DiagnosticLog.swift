import Diagnostics
import TOML

/// Collects what is wrong with a configuration, so that all of it is told at once.
final class DiagnosticLog {
    /// Without the secrets that stand in the file.
    private(set) var diagnostics: [Diagnostic]
    /// What was read besides the configuration itself.
    private(set) var otherFiles: [String] = []
    let document: TOMLDocument
    private lazy var secrets = MaskedSecrets(document)

    /// - Parameter diagnostics: What the parser said of the document.
    init(_ document: TOMLDocument, _ diagnostics: [Diagnostic]) {
        self.document = document
        self.diagnostics = []
        if !diagnostics.isEmpty { self.diagnostics = diagnostics.map(secrets.maskingQuotations) }
    }

    func error(_ message: String, at span: SourceSpan, hint: String? = nil) {
        add(.error, message, span, hint)
    }

    func warning(_ message: String, at span: SourceSpan, hint: String? = nil) {
        add(.warning, message, span, hint)
    }

    func note(_ message: String, at span: SourceSpan, hint: String? = nil) {
        add(.note, message, span, hint)
    }

    private func add(_ severity: Diagnostic.Severity, _ message: String, _ span: SourceSpan, _ hint: String?) {
        let diagnostic = Diagnostic(severity, message, at: document.location(of: span), hint: hint)
        diagnostics.append(secrets.masking(diagnostic))
    }

    /// The place of a name that only the store can know.
    func place(of span: SourceSpan) -> SourceLocation? {
        secrets.masking(Diagnostic(.note, "", at: document.location(of: span))).location
    }

    /// Adds what is to be said of another file that was read.
    func add(_ more: [Diagnostic], of file: String) {
        diagnostics += more
        otherFiles.append(file)
    }

    /// In the order of the file, then those of other files.
    var told: [Diagnostic] {
        diagnostics.enumerated().sorted { left, right in place(of: left) < place(of: right) }.map(\.element)
    }

    private func place(of entry: (offset: Int, element: Diagnostic)) -> (Int, Int, Int, Int) {
        guard let location = entry.element.location else { return (2, 0, 0, entry.offset) }
        return (location.file == document.file ? 0 : 1, location.line, location.column, entry.offset)
    }
}

/// The configuration cannot be used.
package struct ConfigurationProblem: Error {
    package let diagnostics: [Diagnostic]

    package init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}
