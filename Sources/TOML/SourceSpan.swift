/// The place of a key or value in its document, as editors count.
package struct SourceSpan: Hashable, Sendable {
    /// 1-based.
    package let line: Int
    /// 1-based, counted in Unicode scalars.
    package let column: Int
    /// Unicode scalars on that line; what goes on over several lines is measured to the end of the first.
    package let length: Int

    package init(line: Int, column: Int, length: Int) {
        self.line = line
        self.column = column
        self.length = length
    }
}
