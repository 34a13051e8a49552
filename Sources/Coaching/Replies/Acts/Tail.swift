/// What stands behind the head: a note of its own behind a pause, or the rest of the sentence, as people dictate.
struct Tail {
    private let line: TypedLine
    private let start: Int
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

    // MARK: What takes the act back

    /// Why the words make no act of what seemed to be one.
    /// - Parameter isNoun: "demo with Globex" may go on "was cancelled"; "called Globex" may not.
    func denial(isOfPast: Bool, isNoun: Bool) -> Unclear? {
        guard isNoun else { return nil }
        if isNote { return beginsCancelled ? .notDone : nil }
        for place in sentence where !isTalk(place) {
            let word = line.words[place]
            if SmallWords.negations.contains(word) || SmallWords.cancelled.contains(word) { return .notDone }
            if !isOfPast, SmallWords.arranged.contains(word) || SmallWords.planned.contains(word) {
                return .doneOrPlanned
            }
        }
        return beginsCancelled ? .notDone : nil
    }

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
        (place - 2...place).contains { first in
            SmallWords.negativeTalk.match(line, at: first).map { $0.end > place } ?? false
        }
    }
}
