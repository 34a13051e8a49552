/// Finds the fields of the record with which a window begins. It keeps nothing from call to call: when the window ends before the
/// record does it says so, and is called again with a longer one. So the outcome can't depend on where a file was cut into chunks.
struct RecordScanner {
    enum Outcome {
        /// The window ends first.
        case incomplete
        /// An empty line of this many bytes, its end included.
        case blank(length: Int)
        /// A record of `length` bytes and, with its line end, `total`; `lineFeeds` counts those of its end and of its quoted fields.
        case record(length: Int, total: Int, lineFeeds: Int, hasDoubledQuotes: Bool)
        case malformed(Fault)
        /// The file ends here.
        case end
    }

    /// What is wrong, and from where on the file can be read again.
    struct Fault {
        enum Continuation {
            /// Behind this many bytes.
            case after(Int)
            /// Behind the first line feed at this offset or later.
            case afterLine(from: Int)
            /// Behind the line on which the quoted field that begins at this offset ends: what stands in it is no row.
            case afterQuoted(from: Int)
        }

        let kind: CSVProblem.Kind
        /// The place that is shown.
        let offset: Int
        let fieldStart: Int
        let continuation: Continuation
    }

    private let limits: CSVLimits
    private let bytes: UnsafeBufferPointer<UInt8>
    private let isAtEnd: Bool
    private let separator: UInt8
    private var position = 0
    private var lineFeeds = 0
    private var hasDoubledQuotes = false
    /// All bytes of the fields, or-ed: its high bit tells whether there is anything but ASCII.
    private var allBits: UInt8 = 0
    /// The first byte that spoils the record but not its structure: reading goes on to the record's end.
    private var blemish: (kind: CSVProblem.Kind, offset: Int, fieldStart: Int)?

    /// - Parameter isAtEnd: the file has nothing behind `bytes`.
    init(_ bytes: UnsafeBufferPointer<UInt8>, isAtEnd: Bool, limits: CSVLimits, separator: UInt8 = Byte.comma) {
        self.bytes = bytes
        self.separator = separator
        self.isAtEnd = isAtEnd
        self.limits = limits
    }

    /// What follows a field, or why there is no telling.
    private enum FieldEnd {
        case separator
        /// The record's end, with a line end of this many bytes.
        case lineEnd(Int)
        case stop(Outcome)
    }

    mutating func scan(into fields: inout [FieldRange]) -> Outcome {
        fields.removeAll(keepingCapacity: true)
        guard !bytes.isEmpty else { return isAtEnd ? .end : .incomplete }
        while true {
            let start = position
            let isQuoted = position < bytes.count && bytes[position] == Byte.quote
            let end = isQuoted ? scanQuoted(into: &fields) : scanUnquoted(into: &fields)
            if position - start > limits.field || position > limits.record {
                return overLimit(fieldStart: start, isQuoted: isQuoted)
            }
            switch end {
            case .separator: position += 1
            case .lineEnd(let length): return finish(lineEnd: length, fields)
            case .stop(let outcome): return outcome
            }
        }
    }

    /// Scans up to the byte behind the field.
    private mutating func scanUnquoted(into fields: inout [FieldRange]) -> FieldEnd {
        let start = position
        while true {
            skipPlainBytes()
            guard position < bytes.count else { break }
            switch bytes[position] {
            case separator:
                fields.append(FieldRange(start: start, lower: start, upper: position))
                return .separator
            case Byte.lineFeed, Byte.carriageReturn:
                guard let length = lineEndLength() else { return .stop(.incomplete) }
                guard length == 0 else {
                    fields.append(FieldRange(start: start, lower: start, upper: position))
                    return .lineEnd(length)
                }
                note(.loneCarriageReturn, fieldStart: start)
            case Byte.quote:
                return .stop(fault(.quoteInUnquotedField, fieldStart: start))
            case Byte.nul:
                note(.nulByte, fieldStart: start)
            default: break
            }
            position += 1
        }
        guard isAtEnd else { return .stop(.incomplete) }
        fields.append(FieldRange(start: start, lower: start, upper: position))
        return .lineEnd(0)
    }

    /// The bytes with a meaning are all at or below the comma, but for a semicolon that separates; letters and digits are above it.
    private mutating func skipPlainBytes() {
        var (next, bits) = (position, allBits)
        while next < bytes.count, bytes[next] > Byte.comma, bytes[next] != separator {
            bits |= bytes[next]
            next += 1
        }
        (position, allBits) = (next, bits)
    }

    /// Scans from the opening quote to the byte behind the closing one.
    private mutating func scanQuoted(into fields: inout [FieldRange]) -> FieldEnd {
        let start = position
        var isDoubled = false
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case Byte.quote:
                let next = position + 1
                guard next < bytes.count || isAtEnd else { return .stop(.incomplete) }
                if next < bytes.count, bytes[next] == Byte.quote {
                    isDoubled = true
                    position = next
                } else {
                    let range = FieldRange(
                        start: start, lower: start + 1, upper: position, hasDoubledQuotes: isDoubled)
                    fields.append(range)
                    hasDoubledQuotes = hasDoubledQuotes || isDoubled
                    position = next
                    return endAfterQuote(fieldStart: start)
                }
            case Byte.lineFeed:
                lineFeeds += 1
            case Byte.nul:
                note(.nulByte, fieldStart: start)
            default:
                allBits |= byte
            }
            position += 1
        }
        guard isAtEnd else { return .stop(.incomplete) }
        let all = Fault.Continuation.after(bytes.count)
        return .stop(
            .malformed(Fault(kind: .unterminatedQuote, offset: start, fieldStart: start, continuation: all)))
    }

    private func endAfterQuote(fieldStart: Int) -> FieldEnd {
        guard position < bytes.count else { return .lineEnd(0) }
        if bytes[position] == separator { return .separator }
        guard let length = lineEndLength() else { return .stop(.incomplete) }
        if length > 0 { return .lineEnd(length) }
        let isReturn = bytes[position] == Byte.carriageReturn
        return .stop(fault(isReturn ? .loneCarriageReturn : .textAfterClosingQuote, fieldStart: fieldStart))
    }

    /// The length of the line end at the position: 0 when there is none, nil when the window ends between CR and LF. A CR with
    /// which the file ends is one.
    private func lineEndLength() -> Int? {
        switch bytes[position] {
        case Byte.lineFeed: return 1
        case Byte.carriageReturn:
            guard position + 1 < bytes.count else { return isAtEnd ? 1 : nil }
            return bytes[position + 1] == Byte.lineFeed ? 2 : 0
        default: return 0
        }
    }

    private mutating func note(_ kind: CSVProblem.Kind, fieldStart: Int) {
        if blemish == nil { blemish = (kind, position, fieldStart) }
    }

    private func finish(lineEnd: Int, _ fields: [FieldRange]) -> Outcome {
        let total = position + lineEnd
        if position == 0 { return .blank(length: total) }
        if let earlier = earlierFault(before: position, continuation: .after(total)) { return .malformed(earlier) }
        let feeds = lineFeeds + (lineEnd > 0 ? 1 : 0)
        return .record(length: position, total: total, lineFeeds: feeds, hasDoubledQuotes: hasDoubledQuotes)
    }

    /// A fault at the position that breaks the structure: what follows on its line can't be trusted.
    private func fault(_ kind: CSVProblem.Kind, fieldStart: Int) -> Outcome {
        let continuation = Fault.Continuation.afterLine(from: position)
        let fault = Fault(kind: kind, offset: position, fieldStart: fieldStart, continuation: continuation)
        return .malformed(earlierFault(before: position, continuation: continuation) ?? fault)
    }

    private func earlierFault(before offset: Int, continuation: Fault.Continuation) -> Fault? {
        let checked = blemish?.offset ?? offset
        if allBits >= 0x80, let invalid = UTF8Check.firstInvalidOffset(in: bytes[..<checked]) {
            return Fault(kind: .invalidUTF8, offset: invalid, fieldStart: invalid, continuation: continuation)
        }
        return blemish.map {
            Fault(kind: $0.kind, offset: $0.offset, fieldStart: $0.fieldStart, continuation: continuation)
        }
    }

    /// The limit that is passed first counts, and reading goes on with the line after the place where it is passed, or after the field's
    /// closing quote.
    private func overLimit(fieldStart: Int, isQuoted: Bool) -> Outcome {
        let fieldLimit = fieldStart + limits.field
        let isRecord = limits.record < fieldLimit
        let passed = isRecord ? limits.record : fieldLimit
        let continuation: Fault.Continuation =
            isQuoted ? .afterQuoted(from: fieldStart) : .afterLine(from: passed)
        if let blemish, blemish.offset < passed {
            return .malformed(
                Fault(
                    kind: blemish.kind, offset: blemish.offset, fieldStart: blemish.fieldStart,
                    continuation: continuation))
        }
        let kind: CSVProblem.Kind =
            isRecord
            ? .recordTooLong(limit: limits.record) : .fieldTooLong(limit: limits.field, isQuoted: isQuoted)
        let offset = isRecord ? 0 : fieldStart
        return .malformed(
            Fault(kind: kind, offset: offset, fieldStart: offset, continuation: continuation))
    }
}
