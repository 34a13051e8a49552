/// Reads the lines of a text file one after another, in constant memory: UTF-8 with or without a byte order mark, lines that end with CRLF,
/// LF or both mixed.
package final class LineReader {
    package enum Line: Hashable, Sendable {
        /// Without its end.
        case text([UInt8])
        /// Over the limit, and passed over.
        case tooLong
    }

    private var window: ByteWindow
    private let limit: Int
    private var hasBegun = false
    /// The 1-based number of the line read last.
    package private(set) var number = 0

    /// Opens the file; it is closed with the reader's end.
    /// - Parameter limit: Bytes of a line.
    /// - Throws: `CSVError.cannotOpen`.
    package init(path: String, limit: Int) throws(CSVError) {
        window = ByteWindow(source: try ByteSource(path: path), chunk: CSVReader.chunk)
        self.limit = limit
    }

    /// Reads from memory.
    package init(bytes: [UInt8], name: String, limit: Int) {
        window = ByteWindow(source: ByteSource(bytes: bytes, name: name), chunk: CSVReader.chunk)
        self.limit = limit
    }

    /// The next line; nil behind the last.
    /// - Throws: `CSVError` when nothing more can be read: at the first call also when the file is not UTF-8 text.
    package func next() throws(CSVError) -> Line? {
        if !hasBegun {
            try window.passSignature()
            hasBegun = true
        }
        var (searched, isTooLong) = (0, false)
        while true {
            let end = window.withBytes { bytes in bytes[searched...].firstIndex(of: Byte.lineFeed) }
            if end == nil, !window.isAtEnd {
                searched = window.count
                if searched > limit {
                    // Nothing of it is of use, so its memory is not kept.
                    isTooLong = true
                    window.drop(searched)
                    searched = 0
                }
                try window.extend()
                continue
            }
            let length = end ?? window.count
            guard end != nil || length > 0 || isTooLong else { return nil }
            number += 1
            let text = window.withBytes { bytes in Array(bytes[..<length]) }
            window.drop(length + (end == nil ? 0 : 1))
            if isTooLong || length > limit { return .tooLong }
            return .text(text.last == Byte.carriageReturn ? text.dropLast() : text)
        }
    }
}
