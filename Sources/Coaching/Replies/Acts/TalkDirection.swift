/// Whether the customer took part.
struct TalkDirection {
    private let line: TypedLine
    private let start: Int
    private let head: Head
    private let tail: Tail
    private let context: ReplyContext

    init(_ line: TypedLine, _ start: Int, _ head: Head, _ tail: Tail, _ context: ReplyContext) {
        self.context = context
        self.line = line
        self.start = start
        self.head = head
        self.tail = tail
    }

    /// Nil of preparation.
    func direction(of kind: ActivityKind) -> Direction? {
        guard kind.isTouch else { return nil }
        if isCallOfTheirs(kind) { return .twoWay }
        if isTried { return saysSo ? .twoWay : .out }
        if MissedTalk(line, head, context).isSo(from: start, of: kind) { return .out }
        let hasPartner = head.personLink == .with || head.accountLink == .with
        let wasReached = kind == .call && head.person != nil && [.none, .from].contains(head.personLink)
        return kind.isTogether || hasPartner || wasReached || cameFromThem(kind) || saysSo ? .twoWay : .out
    }

    /// "Globex called, Tom is on holiday": they reached us, wherever somebody is.
    private func isCallOfTheirs(_ kind: ActivityKind) -> Bool {
        guard kind == .call, let verb = head.verbs.first?.words.lowerBound, head.person == nil,
            !head.accountWords.isEmpty, head.accountWords.upperBound == verb
        else { return false }
        return cameFromThem(kind) && !tail.goesOn
    }

    /// "tried calling Hooli"
    private var isTried: Bool {
        guard let words = head.verbs.first?.words, !words.isEmpty else { return false }
        return ["tried", "versucht"].contains(line[words.lowerBound]?.key)
    }

    /// "email from Petra", "Petra from Globex called", "Globex hat angerufen".
    private func cameFromThem(_ kind: ActivityKind) -> Bool {
        if head.personLink == .from || head.person == nil && head.accountLink == .from {
            return kind != .call || !isOnlyPlace
        }
        guard let words = head.verbs.first?.words else { return false }
        let verb = words.lowerBound
        // "Globex called me"
        if Self.theyDid.contains(line[verb]), Doer.us.contains(line[words.upperBound]) { return true }
        if (start..<verb).contains(where: { Self.theyHave.contains(line.words[$0]) }) { return true }
        // "Globex called, wants the audit", but not "Globex: called"
        if head.person == nil, !head.accountWords.isEmpty, head.accountWords.upperBound == verb,
            Self.theyDid.contains(line[verb]), line.pause(after: verb - 1) == .none
        {
            return !(start..<verb).contains { Self.weDid.contains(line.words[$0]) }
        }
        return head.person != nil && head.personWords.lowerBound < verb && Self.theyDid.contains(line.words[verb])
            && !(start..<verb).contains { Self.weDid.contains(line.words[$0]) }
    }

    /// "call from Globex" came from them; "called of Globex" says nothing.
    private var isOnlyPlace: Bool { head.verbs.allSatisfy(\.isPast) }

    private static let theyHave = WordSet("hat has")
    private static let theyDid = WordSet("called phoned emailed mailed messaged wrote rief replied rang texted")
    private static let replies = PhraseTable<Bool>([
        (
            true,
            "got a reply,got an answer,got a response,had a reply,call was short,call was long,call was good,"
                + "call was great,call was brief,call went well,went well,went great,antwort bekommen,antwort erhalten,"
                + "war kurz,war gut,lief gut,verlief gut"
        )
    ])
    private static let weDid = WordSet("i we ich wir")

    /// In the head, or within the first words behind it.
    private var saysSo: Bool {
        let last = min(line.count, tail.endOfHead + 6)
        // What stands behind a colon may be of another talk.
        let sentence = line.end(from: start, of: .note)
        return (start..<max(start, last)).contains {
            SmallWords.positiveTalk.contains(line.words[$0])
                || $0 < sentence && Self.replies.match(line, at: $0) != nil
        }
    }
}
