/// Acts that no verb names by itself: "sent Umbra the deck" is an e-mail, "Globex: voicemail" a call.
struct UnnamedAct {
    private let line: TypedLine
    private let start: Int
    private let item: RowID?
    private let context: ReplyContext

    init(_ line: TypedLine, from start: Int, item: RowID?, _ context: ReplyContext) {
        self.line = line
        self.start = start
        self.item = item
        self.context = context
    }

    /// The head with the act that its words amount to.
    func head(of read: Head) -> Head {
        guard !read.hasVerb, let kind = kind(of: read) else { return read }
        var head = read
        head.verbs = [
            Head.Verb(kind: kind, isPast: true, isWeak: false, words: read.end..<read.end, isBehindName: false)
        ]
        return head
    }

    private func kind(of head: Head) -> ActivityKind? {
        if isSent(head) { return .email }
        guard item != nil || !head.accounts.isEmpty, !head.isOfPast, !head.hasHave, !head.hasGot else { return nil }
        // "voicemail yesterday" was another day.
        guard let end = Self.missedCalls.match(line, at: head.end)?.end, line.pause(after: end - 1) > .none else {
            return nil
        }
        return .call
    }

    private func isSent(_ head: Head) -> Bool {
        let first = (start..<head.end).first { !SmallWords.fillers.contains(line.words[$0]) }
        guard let first, line[first]?.key == "sent", head.end < line.count, line.pause(after: head.end - 1) == .none
        else { return false }
        if item != nil || !head.accounts.isEmpty { return true }
        return Tail(line, head, from: start).accounts(context).count == 1
    }

    private static let missedCalls = PhraseTable<Bool>([
        (
            true,
            "voicemail,voice mail,mailbox,anrufbeantworter,left a message,left message,not reached,"
                + "didn't pick up,did not pick up,nicht erreicht,niemand erreicht,niemanden erreicht,keinen erreicht,"
                + "nicht rangegangen,nicht drangegangen"
        )
    ])
}
