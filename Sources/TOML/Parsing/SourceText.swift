import Diagnostics

/// A document's bytes with an index from byte offsets to lines and columns.
struct SourceText: Sendable {
    let bytes: [UInt8]
    let file: String
    /// Where the text begins: after a byte order mark.
    let start: Int
    private let lineStarts: [Int]
    /// How many scalars begin before each block of bytes, so that a column costs no walk along a long line.
    private let scalarsBeforeBlock: [Int]

    private static let blockSize = 64

    init(_ bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
        start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var lineStarts = [start]
        var scalarsBeforeBlock: [Int] = []
        var scalars = 0
        for (offset, byte) in bytes.enumerated() {
            if offset % Self.blockSize == 0 { scalarsBeforeBlock.append(scalars) }
            if byte == "\n" { lineStarts.append(offset + 1) }
            if byte.beginsScalar { scalars += 1 }
        }
        if bytes.count % Self.blockSize == 0 { scalarsBeforeBlock.append(scalars) }
        self.lineStarts = lineStarts
        self.scalarsBeforeBlock = scalarsBeforeBlock
    }

    /// The place of some bytes; of several lines only the first counts.
    func span(_ range: Range<Int>) -> SourceSpan {
        let line = line(at: range.lowerBound)
        let column = scalars(before: range.lowerBound) - scalars(before: lineStarts[line]) + 1
        let end = min(range.upperBound, max(lineEnd(line), range.lowerBound))
        let length = scalars(before: end) - scalars(before: range.lowerBound)
        return SourceSpan(line: line + 1, column: column, length: max(1, length))
    }

    func location(of span: SourceSpan) -> SourceLocation {
        let line = lineStarts.indices.contains(span.line - 1) ? span.line - 1 : lineStarts.count - 1
        return SourceLocation(
            file: file, line: span.line, column: span.column, length: span.length, excerpt: text(ofLine: line))
    }

    var lines: [String] { lineStarts.indices.map(text(ofLine:)) }

    private func text(ofLine line: Int) -> String { text(lineStarts[line]..<lineEnd(line)) }

    func location(of range: Range<Int>) -> SourceLocation { location(of: span(range)) }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The index of the line that holds `offset`.
    func line(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    func lineStart(at offset: Int) -> Int { lineStarts[line(at: offset)] }

    /// Where the line with this index ends, without its LF or CRLF.
    private func lineEnd(_ line: Int) -> Int {
        guard line + 1 < lineStarts.count else { return bytes.count }
        let newline = lineStarts[line + 1] - 1
        return newline > lineStarts[line] && bytes[newline - 1] == "\r" ? newline - 1 : newline
    }

    private func scalars(before offset: Int) -> Int {
        let block = offset / Self.blockSize
        var count = scalarsBeforeBlock[block]
        for byte in bytes[block * Self.blockSize..<offset] where byte.beginsScalar { count += 1 }
        return count
    }
}
