/// The text of a line for showing a place in it.
enum LineExcerpt {
    /// A place farther than this from the line's beginning is named but not shown.
    private static let reach = 4096
    /// How many bytes of the line are shown from the place on.
    static let behind = 200

    /// The line that begins at `lineStart`, without its end and at most up to `behind` bytes from `offset` on.
    static func text(in bytes: UnsafeBufferPointer<UInt8>, from lineStart: Int, around offset: Int) -> String? {
        guard offset - lineStart <= reach else { return nil }
        let window = bytes[lineStart..<min(bytes.count, offset + behind)]
        let isEnd: (UInt8) -> Bool = { $0 == Byte.lineFeed || $0 == Byte.carriageReturn }
        let rest = window[offset...]
        let line = window[..<(rest.firstIndex(where: isEnd) ?? rest.endIndex)]
        let cut = line.endIndex < bytes.count ? bytes[lineStart...].scalarBoundary(near: line.count) : line.count
        return String(decoding: line.prefix(cut), as: UTF8.self)
    }
}
