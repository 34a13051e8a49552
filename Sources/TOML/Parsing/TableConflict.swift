/// A key or header that the rules on tables refuse.
struct TableConflict: Error {
    enum Kind {
        /// The key is there already.
        case keyTwice
        /// A second `[header]`.
        case tableTwice
        /// A `[header]` for a table that dotted keys made.
        case tableAfterDotted
        /// A `[header]` for an array of tables.
        case arrayAsTable
        /// A `[[header]]` for a table.
        case tableAsArray
        /// A `[[header]]` for a value.
        case valueAsArray(TOMLValue)
        /// A key or header that goes through a value, or a `[header]` for one.
        case valueAsTable(TOMLValue)
        /// A dotted key that adds to a table defined elsewhere.
        case closedTable
        /// A dotted key that goes through an array of tables.
        case dottedIntoArray
    }

    let kind: Kind
    /// The index of the key's part that cannot be.
    let part: Int
    /// Where what stands in the way was defined.
    let first: SourceSpan

    init(_ kind: Kind, part: Int, first: SourceSpan) {
        self.kind = kind
        self.part = part
        self.first = first
    }
}
