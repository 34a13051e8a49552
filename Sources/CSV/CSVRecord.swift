/// One record. Reuse one value for a whole file: its memory is kept from record to record.
package struct CSVRecord: Sendable {
    /// The 1-based line of the file on which the record begins.
    package private(set) var line = 0
    /// The record as it stands in the file without its line end, and behind it the texts of those fields that hold doubled quotes,
    /// with each pair reduced to one.
    private var storage: [UInt8] = []
    private var rawCount = 0
    var fields: [FieldRange] = []

    package init() {}

    /// A record that a line of another format holds.
    /// - Parameter fields: Each with the place in the line at which it begins.
    package init(line: Int, raw: [UInt8], fields: [(start: Int, text: [UInt8])]) {
        self.line = line
        storage = raw
        rawCount = raw.count
        for (start, text) in fields {
            self.fields.append(FieldRange(start: start, lower: storage.count, upper: storage.count + text.count))
            storage += text
        }
    }

    /// The number of fields: at least 1, or 0 when the reader gave no record.
    package var count: Int { fields.count }

    /// The text of a field, 0-based, without the quotes around it.
    package subscript(index: Int) -> String {
        withField(index) { String(decoding: $0, as: UTF8.self) }
    }

    /// The text of a field, 0-based, as UTF-8 and without a copy. The bytes are valid only inside `body`.
    package func withField<R>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        let range = fields[index].text
        return storage.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// Where a field begins, its opening quote included: the 1-based line of the file, and the 1-based column in Unicode scalars.
    /// It is counted when asked for.
    package func location(of index: Int) -> (line: Int, column: Int) {
        let start = Int(fields[index].start)
        let position = storage.withUnsafeBufferPointer { TextPosition(after: $0[..<start], from: line) }
        return (position.line, position.column)
    }

    /// How the record begins in the file: its first 200 bytes, cut between two characters, for showing it to a person.
    package var excerpt: String {
        let raw = storage[..<rawCount]
        return String(decoding: raw.prefix(raw.scalarBoundary(near: 200)), as: UTF8.self)
    }

    /// What to tell the person when this is the header and its separator is not the comma: a hint, or nil for a header that is fine.
    package var separatorHint: String? {
        guard count == 1 else { return nil }
        return withField(0) { SeparatorHint.text(for: $0) }
    }

    mutating func clear() {
        storage.removeAll(keepingCapacity: true)
        fields.removeAll(keepingCapacity: true)
        rawCount = 0
    }

    /// Takes the bytes over to which `fields` was set.
    mutating func fill(from raw: UnsafeBufferPointer<UInt8>.SubSequence, line: Int, hasDoubledQuotes: Bool) {
        self.line = line
        rawCount = raw.count
        storage.removeAll(keepingCapacity: true)
        storage.append(contentsOf: UnsafeBufferPointer(rebasing: raw))
        guard hasDoubledQuotes else { return }
        for index in fields.indices where fields[index].hasDoubledQuotes { reduceQuotes(in: index) }
    }

    private mutating func reduceQuotes(in index: Int) {
        let lower = storage.count
        var offset = fields[index].text.lowerBound
        while offset < fields[index].text.upperBound {
            storage.append(storage[offset])
            offset += storage[offset] == Byte.quote ? 2 : 1
        }
        fields[index].lower = Int32(truncatingIfNeeded: lower)
        fields[index].upper = Int32(truncatingIfNeeded: storage.count)
    }
}

extension Collection<UInt8> {
    /// The last place at or before `length` at which a scalar of UTF-8 ends.
    func scalarBoundary(near length: Int) -> Int {
        guard length < count else { return count }
        var boundary = length
        while boundary > 0, self[index(startIndex, offsetBy: boundary)] & 0xC0 == 0x80 { boundary -= 1 }
        return boundary
    }
}
