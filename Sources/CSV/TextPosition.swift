/// A place in a text as editors show it: lines end at a line feed, columns count Unicode scalars.
struct TextPosition: Equatable {
    /// 1-based.
    var line: Int
    /// 1-based.
    var column = 1
    /// The offset of the byte at which the line begins.
    var lineStart = 0

    /// The place behind `bytes`, the first of which stands in column 1 of `line`.
    init(after bytes: UnsafeBufferPointer<UInt8>.SubSequence, from line: Int) {
        self.line = line
        for (offset, byte) in bytes.enumerated() {
            if byte == Byte.lineFeed {
                self.line += 1
                column = 1
                lineStart = offset + 1
            } else if byte & 0xC0 != 0x80 {
                // Continuation bytes of UTF-8 belong to the scalar before them.
                column += 1
            }
        }
    }
}
