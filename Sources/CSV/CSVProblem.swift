import Diagnostics

/// Why some lines of a file are no record.
package struct CSVProblem: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// A carriage return without a line feed, outside quotes.
        case loneCarriageReturn
        /// A quote in a field that does not begin with one.
        case quoteInUnquotedField
        /// A closing quote is followed by something else than a separator or the line's end.
        case textAfterClosingQuote
        /// The file ends inside a quoted field. The place is that of the opening quote.
        case unterminatedQuote
        case nulByte
        case invalidUTF8
        /// A field over the limit of this many bytes. The place is the field's beginning.
        case fieldTooLong(limit: Int, isQuoted: Bool)
        /// A record over the limit of this many bytes. The place is the record's beginning.
        case recordTooLong(limit: Int)
    }

    package let kind: Kind
    /// The place, with the text of its line where that is not too long to show.
    package let location: SourceLocation
    /// The lines of the file, 1-based, that were passed over because of it.
    package let lines: ClosedRange<Int>
    /// What to do about it.
    package let hint: String

    init(_ kind: Kind, at location: SourceLocation, lines: ClosedRange<Int>, hint: String) {
        self.kind = kind
        self.location = location
        self.lines = lines
        self.hint = hint
    }

    /// What is wrong, in one sentence without a full stop.
    package var message: String {
        let skipped = lines.count > 1 ? "; lines \(lines.lowerBound) to \(lines.upperBound) were not read" : ""
        return switch kind {
        case .loneCarriageReturn: "a carriage return without a line feed\(skipped)"
        case .quoteInUnquotedField: "a quote inside a field that does not begin with one\(skipped)"
        case .textAfterClosingQuote: "text after the closing quote of a field\(skipped)"
        case .unterminatedQuote:
            "the quote opened here is never closed: everything from here to the end of the file (line "
                + "\(lines.upperBound)) was taken into this field, so nothing after it was read"
        case .nulByte: "a NUL byte\(skipped)"
        case .invalidUTF8: "bytes that are not UTF-8\(skipped)"
        case .fieldTooLong(let limit, let isQuoted):
            "\(isQuoted ? "the quoted field that begins here" : "this field") is over \(size(limit))\(skipped)"
        case .recordTooLong(let limit): "this record is over \(size(limit))\(skipped)"
        }
    }

    /// The problem as it is shown beside those of other files.
    package var diagnostic: Diagnostic {
        Diagnostic(.error, message, at: location, hint: hint)
    }

    private func size(_ bytes: Int) -> String {
        bytes >= 1 << 20 ? "\(bytes >> 20) MiB" : "\(bytes) bytes"
    }
}
