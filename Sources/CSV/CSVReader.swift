import Diagnostics

/// Reads the records of a CSV file (RFC 4180) one after another, in constant memory.
///
/// The file is UTF-8, with or without a byte order mark; its fields are separated by commas, or by what the header says; its lines end
/// with CRLF, LF or both
/// mixed. Empty lines are passed over; the last line needs no end. Lines that are no record are reported and passed over.
package struct CSVReader: ~Copyable, Sendable {
    private var window: ByteWindow
    private let limits: CSVLimits
    /// The line with which the window begins.
    private var line = 1
    private var hasBegun = false
    /// What stands between two fields.
    package private(set) var separator = Byte.comma

    /// 256 KiB: long enough that the calls cost nothing, short enough to stay in the processor's cache.
    static let chunk = 256 << 10

    /// Opens the file; it is closed with the reader's end.
    /// - Throws: `CSVError.cannotOpen`.
    package init(path: String, limits: CSVLimits = CSVLimits()) throws(CSVError) {
        self.init(try ByteSource(path: path), limits: limits, chunk: Self.chunk)
    }

    /// Reads from memory.
    package init(bytes: [UInt8], name: String, limits: CSVLimits = CSVLimits()) {
        self.init(ByteSource(bytes: bytes, name: name), limits: limits, chunk: Self.chunk)
    }

    init(_ source: consuming ByteSource, limits: CSVLimits, chunk: Int) {
        window = ByteWindow(source: source, chunk: chunk)
        self.limits = limits
    }

    /// Reads the next record. After `.malformed` and `.end` the record has no fields; after `.malformed` the next call goes on behind
    /// the lines that the problem names.
    /// - Throws: `CSVError` when nothing more can be read: at the first call also when the file is not UTF-8 text.
    package mutating func next(_ record: inout CSVRecord) throws(CSVError) -> CSVStep {
        try begin()
        while true {
            switch scan(into: &record) {
            case .incomplete:
                try window.extend()
            case .blank(let length):
                window.drop(length)
                line += 1
            case .record(_, let total, let lineFeeds, _):
                window.drop(total)
                line += lineFeeds
                return .record
            case .malformed(let fault):
                record.clear()
                return .malformed(try pass(fault))
            case .end:
                record.clear()
                return .end
            }
        }
    }

    /// Goes by the header in what separates the fields, before the first record is read: spreadsheets write semicolons where decimals
    /// have a comma. Excel's own line `sep=;` says it outright and is passed over.
    /// - Throws: as `next`.
    package mutating func takeSeparatorFromHeader() throws(CSVError) {
        try begin()
        while !hasFirstLine, !window.isAtEnd, window.count < limits.record { try window.extend() }
        let (first, behind) = window.withBytes { bytes in
            let first = Array(bytes.prefix { !Self.endsLine($0) })
            return (first, first.count + bytes[first.count...].prefix(while: Self.endsLine).count)
        }
        if first.count == 5, String(decoding: first.prefix(4), as: UTF8.self).lowercased() == "sep=" {
            if first[4] == Byte.semicolon || first[4] == Byte.tab { separator = first[4] }
            _ = drop(behind)
        } else if first.count(where: { $0 == Byte.semicolon }) > first.count(where: { $0 == Byte.comma }) {
            separator = Byte.semicolon
        }
    }

    private var hasFirstLine: Bool { window.withBytes { $0.contains(where: Self.endsLine) } }

    private static func endsLine(_ byte: UInt8) -> Bool { byte == Byte.lineFeed || byte == Byte.carriageReturn }

    private mutating func begin() throws(CSVError) {
        guard !hasBegun else { return }
        try window.passSignature()
        hasBegun = true
    }

    private func scan(into record: inout CSVRecord) -> RecordScanner.Outcome {
        window.withBytes { bytes in
            var scanner = RecordScanner(bytes, isAtEnd: window.isAtEnd, limits: limits, separator: separator)
            let outcome = scanner.scan(into: &record.fields)
            if case .record(let length, _, _, let hasDoubledQuotes) = outcome {
                record.fill(from: bytes[..<length], line: line, hasDoubledQuotes: hasDoubledQuotes)
            }
            return outcome
        }
    }

    /// Drops the lines of a fault and tells what is wrong with them.
    private mutating func pass(_ fault: RecordScanner.Fault) throws(CSVError) -> CSVProblem {
        let first = line
        while window.count < fault.offset + LineExcerpt.behind, !window.isAtEnd { try window.extend() }
        let (location, hint) = window.withBytes { bytes in
            (
                locate(fault.offset, in: bytes),
                fault.kind.hint(in: bytes, at: fault.offset, fieldStart: fault.fieldStart)
            )
        }
        let last =
            switch fault.continuation {
            case .after(let length): drop(length)
            case .afterLine(let offset): try dropLine(from: offset)
            case .afterQuoted(let offset): try dropQuoted(from: offset)
            }
        return CSVProblem(fault.kind, at: location, lines: first...last, hint: hint)
    }

    /// Drops `length` bytes and returns the number of the line on which the last of them stands.
    private mutating func drop(_ length: Int) -> Int {
        let (lineFeeds, endsLine) = window.withBytes { bytes in
            let dropped = bytes[..<length]
            return (dropped.count { $0 == Byte.lineFeed }, dropped.last == Byte.lineFeed)
        }
        window.drop(length)
        line += lineFeeds
        return endsLine ? line - 1 : line
    }

    /// Drops everything up to the first line feed at `offset` or later, however far away it is.
    private mutating func dropLine(from offset: Int) throws(CSVError) -> Int {
        _ = drop(offset)
        while true {
            let end = window.withBytes { bytes in bytes.firstIndex(of: Byte.lineFeed) }
            if let end { return drop(end + 1) }
            window.drop(window.count)
            if window.isAtEnd { return line }
            try window.extend()
        }
    }

    /// Drops everything up to the end of the line on which the quoted field at `offset` is closed, however far away that is.
    private mutating func dropQuoted(from offset: Int) throws(CSVError) -> Int {
        var last = drop(offset + 1)
        while true {
            guard let quote = window.withBytes({ bytes in bytes.firstIndex(of: Byte.quote) }) else {
                if window.count > 0 { last = drop(window.count) }
                if window.isAtEnd { return last }
                try window.extend()
                continue
            }
            if window.count == quote + 1 { try window.extend() }
            // A doubled quote stands for one.
            let isDoubled = window.withBytes { bytes in quote + 1 < bytes.count && bytes[quote + 1] == Byte.quote }
            last = drop(quote + (isDoubled ? 2 : 1))
            if !isDoubled { return try dropLine(from: 0) }
        }
    }

    private func locate(_ offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> SourceLocation {
        let position = TextPosition(after: bytes[..<offset], from: line)
        return SourceLocation(
            file: window.name, line: position.line, column: position.column,
            excerpt: LineExcerpt.text(in: bytes, from: position.lineStart, around: offset))
    }
}
