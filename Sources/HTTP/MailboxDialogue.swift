/// The lines that a mail server sends (RFC 3501, 2.2), and how far the dialogue is by them.
struct MailboxDialogue {
    private static let longestReason = 500

    private let limit: Int
    private(set) var text: [UInt8] = []
    /// More was said than is kept.
    private(set) var isCut = false
    /// How many commands were answered; behind a literal, at most.
    private(set) var replyCount = 0
    /// Lines came, but none of them is a server's that has mailboxes.
    private(set) var isForeign = false
    /// The first NO, BAD or BYE.
    private(set) var refusal: String?
    private(set) var isBye = false
    /// A literal began (RFC 3501, 4.3): what follows was written by others.
    private(set) var hasLiteral = false
    private var lastLine: [UInt8] = []

    /// - Parameter limit: Bytes that are kept.
    init(limit: Int) { self.limit = limit }

    /// - Returns: false where it is too much.
    mutating func takeLine(_ line: UnsafeRawBufferPointer) -> Bool {
        if text.isEmpty { isForeign = line.first != UInt8(ascii: "*") }
        lastLine = Array(line)
        read(line)
        hasLiteral = hasLiteral || line.first == UInt8(ascii: "*") && line.dropLast(2).last == UInt8(ascii: "}")
        return take(line)
    }

    /// What libcurl takes for the content: a line over again, or in newer versions the bytes of a literal, which come as lines
    /// in others.
    mutating func takeContent(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.elementsEqual(lastLine) || take(bytes)
    }

    private mutating func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let room = limit - text.count
        text += bytes.prefix(max(0, room))
        isCut = isCut || bytes.count > room
        return !isCut
    }

    private mutating func read(_ line: UnsafeRawBufferPointer) {
        let words = line.split(separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: false)
        guard words.count > 1 else { return }
        let isTagged = Self.isTag(words[0])
        if isTagged { replyCount += 1 }
        guard !hasLiteral, refusal == nil else { return }
        isBye = words[0].elementsEqual("*".utf8) && words[1].elementsEqual("BYE".utf8)
        if isBye || isTagged && !words[1].elementsEqual("OK".utf8) {
            let rest = String(decoding: line.dropFirst(words[0].count + 1).prefix(Self.longestReason), as: UTF8.self)
            refusal = rest.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }

    /// As libcurl makes them: a letter and three digits.
    private static func isTag(_ word: Slice<UnsafeRawBufferPointer>) -> Bool {
        word.count == 4 && (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(word[word.startIndex])
            && word.dropFirst().allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
