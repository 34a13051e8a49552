import Diagnostics
import TOML

/// Collects what is wrong with a configuration, so that all of it is told at once.
final class DiagnosticLog {
    private(set) var diagnostics: [Diagnostic] = []
    let document: TOMLDocument

    init(_ document: TOMLDocument) { self.document = document }

    func error(_ message: String, at span: SourceSpan, hint: String? = nil) {
        diagnostics.append(Diagnostic(.error, message, at: document.location(of: span), hint: hint))
    }

    func warning(_ message: String, at span: SourceSpan, hint: String? = nil) {
        diagnostics.append(Diagnostic(.warning, message, at: document.location(of: span), hint: hint))
    }

    /// In the order of the file, then those of other files; without the secrets that stand in the file.
    var told: [Diagnostic] {
        diagnostics.enumerated().sorted { left, right in place(of: left) < place(of: right) }.map {
            $0.element.maskingSecrets
        }
    }

    private func place(of entry: (offset: Int, element: Diagnostic)) -> (Int, Int, Int, Int) {
        guard let location = entry.element.location else { return (2, 0, 0, entry.offset) }
        return (location.file == document.file ? 0 : 1, location.line, location.column, entry.offset)
    }

    func add(_ more: [Diagnostic]) { diagnostics += more }
}

/// The configuration cannot be used.
package struct ConfigurationProblem: Error {
    package let diagnostics: [Diagnostic]

    package init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}
