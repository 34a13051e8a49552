/// A place in a text file, as editors show it.
package struct SourceLocation: Hashable, Sendable {
    /// The path as the user gave it.
    package let file: String
    /// 1-based.
    package let line: Int
    /// 1-based, counted in Unicode scalars.
    package let column: Int
    /// How many Unicode scalars the place spans, at least 1.
    package let length: Int
    /// The text of the line without its end, for showing it with a caret; nil where the text is not at hand.
    package let excerpt: String?

    package init(file: String, line: Int, column: Int, length: Int = 1, excerpt: String? = nil) {
        self.file = file
        self.line = line
        self.column = column
        self.length = max(1, length)
        self.excerpt = excerpt
    }
}

extension SourceLocation: CustomStringConvertible {
    package var description: String { "\(file):\(line):\(column)" }
}
