/// The text of a string while it is read: runs of the document's bytes and what the escapes stand for.
struct StringContent {
    private var text: [UInt8] = []
    /// Where the bytes begin that have not been taken yet.
    private var runStart: Int
    /// The first wrong escape; the string is read on to its end, which the hint may show.
    private(set) var mistake: SyntaxError?

    init(from offset: Int) {
        runStart = offset
    }

    var string: String { String(decoding: text, as: UTF8.self) }

    /// Takes the bytes since the last run.
    mutating func take(_ bytes: [UInt8], upTo offset: Int) {
        text += bytes[runStart..<offset]
    }

    /// Adds something else than the bytes of the document; they go on at `offset`.
    mutating func add(_ utf8: some Sequence<UInt8>, resumingAt offset: Int) {
        text += utf8
        runStart = offset
    }

    mutating func note(_ mistake: SyntaxError, resumingAt offset: Int) {
        self.mistake = self.mistake ?? mistake
        runStart = offset
    }
}
