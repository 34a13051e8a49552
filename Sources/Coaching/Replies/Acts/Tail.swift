/// What stands behind the head: a note of its own behind a pause, or the rest of the sentence, as people dictate.
struct Tail {
    private let line: TypedLine
    let start: Int
    /// Whether a pause stands before it.
    let isNote: Bool

    init(_ line: TypedLine, _ head: Head, from first: Int) {
        self.line = line
        isNote = head.end > first && line.pause(after: head.end - 1) > .none
        start = isNote ? head.end : head.meaningEnd
    }

    /// Behind the last word that belongs to the sentence of the head.
    var endOfHead: Int { isNote ? start : sentence.upperBound }

    /// The rest of the head's sentence; nothing where a note begins.
    private var sentence: Range<Int> {
        guard !isNote, start < line.count else { return start..<start }
        return start..<line.end(from: start, of: .comma)
    }

    /// "…, right?" asks of all that stands before.
    var isShort: Bool { line.count - start <= 2 }

    /// The words as typed; nil where they say nothing.
    var note: String? {
        guard (start..<max(start, line.count)).contains(where: { !isSilent(line.words[$0]) }) else { return nil }
        let text = line.text(from: start)
        return text.isEmpty ? nil : text
    }

    private func isSilent(_ word: TypedLine.Word) -> Bool {
        SmallWords.fillers.contains(word) || SmallWords.articles.contains(word)
    }

    /// The accounts that the rest of the sentence leads to: "called about the audit with Petra at Globex". Only behind words that
    /// name a place, for a talk "about Globex" may have been with anybody.
    func accounts(_ context: ReplyContext) -> [ReplyNames.Entry] {
        sentence.flatMap { place -> [ReplyNames.Entry] in
            let isLink = [SmallWords.at, SmallWords.with, SmallWords.to].contains { $0.contains(line.words[place]) }
            guard isLink, line.pause(after: place) == .none else { return [] }
            return context.accounts.match(line, at: place + 1, isLed: true)?.entries ?? []
        }.unique
    }

    /// The account of a second act that is told behind a pause: "called Globex, mailed Umbra".
    func furtherAccount(_ context: ReplyContext) -> ReplyNames.Entry? {
        guard isNote, start < line.count else { return nil }
        let second = HeadReader(line, from: start, item: nil, context).head
        return second.verbs.first?.isPast ?? false ? second.accounts.first : nil
    }

    // MARK: What takes the act back

    /// Whether the sentence goes on with words of its own.
    var goesOn: Bool { !sentence.isEmpty && !isTalk(start) }

    /// "called Globex is what I wrote", "Globex angerufen werden"
    var speaksOfWords: Bool { !sentence.isEmpty && Self.says.contains(line[start]) }
    private static let says = WordSet("is ist werden worden wurde wird")

    /// "called Globex, just kidding", "called Globex - not"
    var isTakenBack: Bool {
        (start..<start + 3).contains { Self.joking.contains(line[$0]) }
            || isDenial(start..<line.count)
    }

    /// "not", "of course not", "not really": a few words that say no and nothing else.
    private func isDenial(_ words: Range<Int>) -> Bool {
        (1...4).contains(words.count) && words.contains { SmallWords.negations.contains(line[$0]) }
            && words.allSatisfy { SmallWords.negations.contains(line[$0]) || Self.stressing.contains(line[$0]) }
    }

    private static let stressing = WordSet(
        "of course really yet actually at all just obviously noch natürlich wirklich doch gar eigentlich na klar")

    private static let joking = WordSet("kidding jk joke scherz spaß witz")

    /// "Globex angerufen habe ich nicht", "angerufen hat keiner"
    var turnsAround: Bool {
        guard !sentence.isEmpty, !isTalk(start) else { return false }
        if SmallWords.negations.contains(line[start]) { return true }
        let hasHave = SmallWords.haveWords.contains(line[start]) || SmallWords.pastMarks.contains(line[start])
        return hasHave && sentence.contains { SmallWords.negations.contains(line[$0]) }
    }

    /// Why the words make no act of what seemed to be one. "called Globex" tells by itself that it was done; of a noun, as in "demo with
    /// Globex", the words behind it tell whether it was, will be, or was cancelled.
    func denial(isOfPast: Bool, hasCome: Bool, _ context: ReplyContext) -> Unclear? {
        if beginsCancelled { return .notDone }
        for place in sentence where !isTalk(place) {
            let word = line.words[place]
            if isJudged(place) { continue }
            if SmallWords.negations.contains(word) || SmallWords.cancelled.contains(word) { return .notDone }
            let isAhead = SmallWords.arranged.contains(word) || !hasCome && SmallWords.planned.contains(word)
            if !isOfPast, isAhead { return .doneOrPlanned }
        }
        if isOfPast { return nil }
        if isNote { return beginsAhead(context) ? .doneOrPlanned : nil }
        return sentence.isEmpty || hasCome || tellsOutcome(context) ? nil : .doneOrPlanned
    }

    /// "war nicht gut" judges what was.
    private func isJudged(_ place: Int) -> Bool {
        guard SmallWords.negations.contains(line[place]) else { return false }
        var next = place + 1
        while Self.degrees.contains(line[next]), !Self.judgements.contains(line[next]) { next += 1 }
        return Self.judgements.contains(line[next])
    }

    private static let degrees = WordSet("so very really that too sehr ganz gerade wirklich the a das der")
    private static let judgements = WordSet(
        "good great bad easy ideal perfect convincing useful helpful impressive best enough gut schlecht leicht einfach "
            + "toll ideal perfekt optimal überzeugend hilfreich beste besonders super schön erfolgreich successful")

    /// "Demo Globex: morgen 10 Uhr"
    private func beginsAhead(_ context: ReplyContext) -> Bool {
        guard let word = line[start] else { return false }
        return SmallWords.arranged.contains(word) || Self.ahead.contains(word)
            || MomentReader(zone: context.zone, now: context.now).match(line, at: start).map { !$0.isLoose } ?? false
    }

    private static let ahead = WordSet("will todo tbd tomorrow morgen later später next nächste nächsten soon bald")

    /// "Besuch bei Globex war gut", "call Globex no answer", "demo Hooli with Dana"
    private func tellsOutcome(_ context: ReplyContext) -> Bool {
        if Self.outcomes.contains(line[start]) || isTalk(start) { return true }
        return SmallWords.with.contains(line[start]) && NameMatch.person(context.people, in: line, at: start + 1) != nil
    }

    private static let outcomes = WordSet(
        "was were went war waren lief ging verlief gut good great fine well super okay ok prima erfolgreich successful")

    /// "Demo Globex: abgesagt", "meeting Globex - didn't happen".
    private var beginsCancelled: Bool {
        let first = isNote ? start : sentence.upperBound
        return (first..<first + 3).contains { place in
            guard let word = line[place] else { return false }
            if SmallWords.cancelled.contains(word) { return true }
            return SmallWords.negations.contains(word)
                && (place + 1..<place + 3).contains { SmallWords.happen.contains(line[$0]) }
        }
    }

    /// Whether the word is a part of "no answer", which denies the talk and not the act.
    private func isTalk(_ place: Int) -> Bool {
        (place - 3...place).contains { first in
            MissedTalk.tables.contains { table in table.match(line, at: first).map { $0.end > place } ?? false }
        }
    }
}
