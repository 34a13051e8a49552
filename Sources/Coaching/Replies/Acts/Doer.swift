/// Whether the head tells of what somebody else did: "Globex met our expectations", "Petra called Globex".
struct Doer {
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

    /// An English verb of the past has its doer before it. What the customer did is a touch only where it came to us: "Petra from
    /// Globex called".
    var isSomebodyElse: Bool { isSubject || comesToUs }

    /// "Globex besucht uns" is no participle; with "hat" it is.
    private var comesToUs: Bool {
        guard let verb = head.verbs.first, line[verb.words.lowerBound]?.key == "besucht", verb.isBehindName else {
            return false
        }
        return Self.us.contains(line[verb.words.upperBound]) && !head.hasHave
    }

    static let us = WordSet("us me uns mich")

    private var isSubject: Bool {
        guard let verb = head.verbs.first?.words.lowerBound, Self.english.contains(line[verb]), !isWriter(before: verb)
        else {
            return false
        }
        let names = [head.accountWords, head.personWords].filter { !$0.isEmpty && $0.upperBound <= verb }
        guard let first = names.map(\.lowerBound).min(), line.pause(in: first..<verb + 1) == .none else { return false }
        if !Self.reachingUs.contains(line[verb]) { return true }
        // "Globex called back"
        if line[verb + 1]?.key == "back" { return false }
        // "Petra called Omar"
        if isSomebody(at: verb + 1) { return true }
        let isPersonFirst = !head.personWords.isEmpty && head.personWords.upperBound <= verb
        return isPersonFirst ? head.accountWords.lowerBound > verb : tail.goesOn
    }

    private func isSomebody(at place: Int) -> Bool {
        [context.everybody, context.people].contains {
            NameMatch.person($0, in: line, at: place, byBeginning: false) != nil
        }
    }

    private func isWriter(before verb: Int) -> Bool { (start..<verb).contains { Self.writer.contains(line[$0]) } }

    private static let writer = WordSet("i we i've we've have")
    private static let reachingUs = WordSet("called phoned telephoned emailed mailed messaged wrote")
    private static let english = reachingUs + WordSet("met visited demoed researched prepped prepared")
}
