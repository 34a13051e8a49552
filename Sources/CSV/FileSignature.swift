/// What the first bytes of a file say about it, before any record is read.
enum FileSignature: Equatable {
    /// Text that may be UTF-8, behind a byte order mark of `markLength` bytes (0 or 3).
    case text(markLength: Int)
    case wrongEncoding(String)
    case notText(String)

    /// As many bytes as the decision takes into account.
    static let length = 1024

    init(of start: some Collection<UInt8>) {
        let start = Array(start.prefix(Self.length))
        if let known = Self.marks.first(where: { start.starts(with: $0.bytes) }) {
            self = known.signature
        } else if let encoding = Self.wideEncoding(start) {
            self = .wrongEncoding(encoding)
        } else if Self.isBinary(start) {
            self = .notText("binary data")
        } else {
            self = .text(markLength: 0)
        }
    }

    /// Longest first where one begins like another: the mark of UTF-32 LE begins with that of UTF-16 LE.
    private static let marks: [(bytes: [UInt8], signature: FileSignature)] = [
        ([0xEF, 0xBB, 0xBF], .text(markLength: 3)),
        ([0xFF, 0xFE, 0, 0], .wrongEncoding("UTF-32")),
        ([0, 0, 0xFE, 0xFF], .wrongEncoding("UTF-32")),
        ([0xFF, 0xFE], .wrongEncoding("UTF-16")),
        ([0xFE, 0xFF], .wrongEncoding("UTF-16")),
        ([0x50, 0x4B, 3, 4], .notText("an Excel workbook or another zip archive")),
        ([0xD0, 0xCF, 0x11, 0xE0], .notText("an old Excel workbook")),
        ([0x1F, 0x8B], .notText("a gzip archive")),
        ([0x25, 0x50, 0x44, 0x46, 0x2D], .notText("a PDF document")),
    ]

    /// UTF-16 without a mark: in Western text every second byte is NUL, and the others hardly ever are.
    private static func wideEncoding(_ start: [UInt8]) -> String? {
        let pairs = start.count / 2
        guard pairs >= 4 else { return nil }
        var zeros = (even: 0, odd: 0)
        for pair in 0..<pairs {
            zeros.even += start[2 * pair] == 0 ? 1 : 0
            zeros.odd += start[2 * pair + 1] == 0 ? 1 : 0
        }
        let (more, fewer) = (max(zeros.even, zeros.odd), min(zeros.even, zeros.odd))
        return more * 4 >= pairs * 3 && fewer * 4 <= pairs ? "UTF-16" : nil
    }

    /// A stray control character is the problem of its record; one in ten bytes is no text.
    private static func isBinary(_ start: [UInt8]) -> Bool {
        let controls = start.count { $0 < 0x20 && !($0 == 0x09 || $0 == 0x0A || $0 == 0x0D) }
        return controls >= 4 && controls * 10 > start.count
    }
}
