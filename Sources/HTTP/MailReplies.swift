/// The lines that a mail server sends (RFC 5321, 4.2): "250-first", "250 last", of which the latest reply of each code
/// is of interest: the very last answers QUIT.
struct MailReplies {
    private static let maximumTextBytes = 500

    private var texts: [Int: [UInt8]] = [:]
    /// The code of a reply whose last line is still to come.
    private var unfinished: Int?
    private var lineCount = 0

    /// Lines came, but none of them is a reply.
    var areForeign: Bool { lineCount > 0 && texts.isEmpty }

    mutating func take(_ line: UnsafeRawBufferPointer) {
        lineCount += 1
        let digits = line.prefix(3).map { Int($0) - 0x30 }
        guard digits.count == 3, digits.allSatisfy((0...9).contains) else { return }
        let code = digits.reduce(0) { 10 * $0 + $1 }
        let isLast = line.count < 4 || line[3] != UInt8(ascii: "-")
        var text = unfinished == code ? texts[code, default: []] + [UInt8(ascii: " ")] : []
        text += line.dropFirst(4)
        texts[code] = Array(text.prefix(Self.maximumTextBytes))
        unfinished = isLast ? nil : code
    }

    /// On one line.
    func text(of code: Int) -> String {
        String(decoding: texts[code, default: []], as: UTF8.self).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }
}
