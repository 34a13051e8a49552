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
        if isTried(head) { return .call }
        // "voicemail yesterday" was another day.
        guard let end = Self.missedCalls.match(line, at: head.end)?.end,
            line.pause(after: end - 1) > .none || SmallWords.forWords.contains(line[end])
                || SmallWords.with.contains(line[end])
        else { return nil }
        return .call
    }

    /// "tried Omar, no answer"
    private func isTried(_ head: Head) -> Bool {
        guard ["tried", "probiert", "versucht"].contains(line[head.end]?.key) else { return false }
        let people = (item ?? head.accounts.first?.id).map(context.stakeholders) ?? []
        return NameMatch.person(people, in: line, at: head.end + 1) != nil
    }

    private func isSent(_ head: Head) -> Bool {
        let first = (start..<head.end).first { !SmallWords.fillers.contains(line.words[$0]) }
        guard let first, line[first]?.key == "sent", head.end < line.count, line.pause(after: head.end - 1) == .none
        else { return false }
        if item != nil || !head.accounts.isEmpty { return true }
        if case .known(let people) = head.person, context.accountID(of: people) != nil { return true }
        return Tail(line, head, from: start).accounts(context).count == 1
    }

    /// "left a voicemail for Vera", "Mailbox bei Fränkel": behind the words, where somebody stands behind them.
    static func voicemail(_ line: TypedLine, at place: Int) -> Int? {
        guard let end = voicemails.match(line, at: place)?.end, line.pause(after: end - 1) == .none,
            [SmallWords.forWords, SmallWords.at, SmallWords.with, SmallWords.to].contains(where: {
                $0.contains(line[end])
            })
        else { return nil }
        return end
    }

    private static let voicemails = PhraseTable<Bool>([
        (
            true,
            "left a voicemail,left voicemail,left a vm,left a message,left message,voicemail,mailbox,"
                + "auf die mailbox gesprochen,nachricht hinterlassen"
        )
    ])

    private static let missedCalls = PhraseTable<Bool>([
        (
            true,
            "voicemail,voice mail,vm,left vm,left a vm,left voicemail,left a voicemail,mailbox,mobilbox,anrufbeantworter,"
                + "left a message,left message,no answer,no reply,keine antwort,not reached,"
                + "didn't answer,didnt answer,did not answer,hat nicht abgenommen,ging nicht ran,ist nicht rangegangen,"
                + "didn't pick up,did not pick up,nicht erreicht,niemand erreicht,niemanden erreicht,keinen erreicht,"
                + "nicht rangegangen,nicht drangegangen"
        )
    ])
}
