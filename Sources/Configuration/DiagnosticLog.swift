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

    func add(_ more: [Diagnostic]) { diagnostics += more }
}

/// The configuration cannot be used.
package struct ConfigurationProblem: Error {
    package let diagnostics: [Diagnostic]

    package init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}
