/// Where a field stands in its record, as offsets of bytes from the record's beginning. 32 bits hold them: a record is never over 1 GiB.
struct FieldRange {
    /// Where the field begins, its opening quote included.
    var start: Int32
    /// Its text, without the quotes around it.
    var lower: Int32
    var upper: Int32
    /// The text holds quotes that are written twice.
    var hasDoubledQuotes: Bool

    init(start: Int, lower: Int, upper: Int, hasDoubledQuotes: Bool = false) {
        self.start = Int32(truncatingIfNeeded: start)
        self.lower = Int32(truncatingIfNeeded: lower)
        self.upper = Int32(truncatingIfNeeded: upper)
        self.hasDoubledQuotes = hasDoubledQuotes
    }

    var text: Range<Int> { Int(lower)..<Int(upper) }
}
