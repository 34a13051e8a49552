import Diagnostics

/// Reads TOML 1.1 (toml.io/en/v1.1.0); every TOML 1.0 document is one.
package struct TOMLParser {
    /// What a document may ask of memory and stack. Beyond a limit it is refused with a diagnostic.
    package struct Limits: Sendable {
        /// Bytes of the whole document.
        package var maximumBytes: Int
        /// Levels of tables and arrays in one another, dotted keys and headers included. While parsing, a level takes
        /// up to 4 kB of stack in a release build and 12 kB in a debug build.
        package var maximumDepth: Int
        /// Keys of all tables together.
        package var maximumKeys: Int

        package init(maximumBytes: Int = 1 << 20, maximumDepth: Int = 128, maximumKeys: Int = 100_000) {
            self.maximumBytes = maximumBytes
            self.maximumDepth = maximumDepth
            self.maximumKeys = maximumKeys
        }
    }

    /// Parses a whole document and tells all its problems at once, in document order: at most 20, then one that says
    /// that there are more. A document with a diagnostic of severity error is invalid; what could be read of it is
    /// returned all the same, with stand-ins for values that could not.
    ///
    /// - Parameter file: the path for diagnostics; nothing is read from it.
    package static func parse(
        _ bytes: [UInt8], file: String, limits: Limits = Limits()
    ) -> (document: TOMLDocument, diagnostics: [Diagnostic]) {
        guard bytes.count <= limits.maximumBytes else {
            let problem = Diagnostic(
                .error, "the file has \(bytes.count) bytes, more than the \(limits.maximumBytes) that are read",
                at: SourceLocation(file: file, line: 1, column: 1))
            return (TOMLDocument(root: TOMLTable(), source: SourceText([], file: file)), [problem])
        }
        let source = SourceText(bytes, file: file)
        if let problem = source.foreignEncoding {
            return (TOMLDocument(root: TOMLTable(), source: source), [problem.diagnostic(in: source)])
        }
        var parser = DocumentParser(source, limits: limits)
        parser.parseDocument()
        return (TOMLDocument(root: parser.drafts.root, source: source), parser.log.diagnostics)
    }
}
