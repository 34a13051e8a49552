import Diagnostics

/// A parsed document: its values, and its text for showing places in it.
package struct TOMLDocument: Sendable {
    package let root: TOMLTable
    private let source: SourceText

    init(root: TOMLTable, source: SourceText) {
        self.root = root
        self.source = source
    }

    /// The path as it was given to the parser.
    package var file: String { source.file }

    /// The text line by line, as the excerpts of places show it.
    package var lines: [String] { source.lines }

    /// The place of a key or value with the text of its line, for a diagnostic.
    package func location(of span: SourceSpan) -> SourceLocation { source.location(of: span) }
}
