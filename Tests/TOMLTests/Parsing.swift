import Diagnostics
import TOML

/// The document and the diagnostics of some text, read as `coachd.toml`.
func parse(_ text: String, limits: TOMLParser.Limits = .init()) -> (document: TOMLDocument, diagnostics: [Diagnostic]) {
    TOMLParser.parse(Array(text.utf8), file: "coachd.toml", limits: limits)
}

/// The value of `x` in a valid document, nil in an invalid one.
func value(_ text: String) -> TOMLValue? {
    let (document, diagnostics) = parse(text)
    return diagnostics.isEmpty ? document.root["x"]?.value : nil
}

/// `line:column message` of each diagnostic.
func problems(_ text: String, limits: TOMLParser.Limits = .init()) -> [String] {
    parse(text, limits: limits).diagnostics.map { diagnostic in
        "\(diagnostic.location?.line ?? 0):\(diagnostic.location?.column ?? 0) \(diagnostic.message)"
    }
}
