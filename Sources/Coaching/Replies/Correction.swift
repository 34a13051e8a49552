import CivilTime

/// What sets right the line before it: "no, it was Umbra", "sorry, I meant emailed", "that was yesterday", "nein, mit Petra".
struct Correction {
    private let words: TypedLine

    init?(_ text: String) {
        let line = TypedLine(text)
        guard let lead = Self.lead(line), lead < line.count else { return nil }
        words = TypedLine(line.text(from: lead))
    }

    /// Behind the words that say that something else was meant.
    private static func lead(_ line: TypedLine) -> Int? {
        var place = 0
        var isSo = false
        while place < line.count {
            if let match = leads.match(line, at: place) {
                (place, isSo) = (match.end, true)
            } else if isSo, at.contains(line[place]), place + 1 < line.count {
                place += 1
            } else {
                break
            }
        }
        // "war gestern", but "war bei Globex" is another act.
        if !isSo, line[0]?.key == "war", line.count > 1, !at.contains(line[1]) { return 1 }
        return isSo ? place : nil
    }

    private static let leads = PhraseTable<Bool>([
        (
            true,
            "no,nope,sorry,oops,ups,actually,correction,it was,that was,this was,i meant,i mean,meant,rather,not that,"
                + "nein,doch,ach,moment,korrektur,es war,das war,ich meinte,ich meine,gemeint war,eigentlich"
        )
    ])
    private static let at = SmallWords.at + SmallWords.to + WordSet("the der die das am")

    /// The one thing that the words name, whole and alone.
    private enum Change {
        case account([ReplyNames.Entry])
        case moment
        case kind(ActivityKind)
        /// Behind a "with".
        case person(place: Int)
    }

    private func change(_ context: ReplyContext) -> Change? {
        if let account = context.accounts.match(words, at: 0, isLed: true), account.end == words.count {
            return .account(account.entries)
        }
        if MomentReader(zone: context.zone, now: context.now).match(words, at: 0)?.end == words.count { return .moment }
        if let match = ReplyVerb.match(words, at: 0), match.end == words.count, case .activity(let kind, _) = match.verb
        {
            return .kind(kind)
        }
        let name = SmallWords.with.contains(words[0]) ? 1 : 0
        return NameMatch.person(context.everybody, in: words, at: name)?.end == words.count ? .person(place: name) : nil
    }

    /// Whether there is something that could be set right.
    func isOne(_ context: ReplyContext) -> Bool { change(context) != nil }

    /// The line with that changed; nil where it tells of no activity.
    func line(of text: String, _ context: ReplyContext) -> String? {
        guard let change = change(context), case .activity(let done)? = LineReader(text, context).reply() else {
            return nil
        }
        let line = TypedLine(text)
        let number = ItemNumber(line, at: 0).flatMap { context.names.items[$0.value] == nil ? nil : $0 }
        let item = number.flatMap { context.names.items[$0.value] }
        let head = HeadReader(line, from: number?.end ?? 0, item: item, context).head
        let person = line.text(head.personWords)
        switch change {
        case .account(let entries):
            let moved = moving(line, from: number?.end ?? 0, head)
            guard !done.stakeholders.isEmpty, entries.count == 1, !head.personWords.isEmpty else { return moved }
            let people = context.stakeholders(of: entries[0].id)
            if NameMatch.person(people, in: line, at: head.personWords.lowerBound) != nil { return moved }
            // Who is of the old account was not met at the new one.
            return ["with \(person)", "mit \(person)", person].lazy.compactMap { moved.dropping($0) }.first ?? moved
        case .moment:
            return head.momentWords.isEmpty
                ? inserting(words.text, into: line) : line.replacing(head.momentWords, with: words.text)
        case .kind(let kind):
            guard let verb = head.verbs.first?.words, !verb.isEmpty else { return nil }
            let changed = line.replacing(verb, with: words.text)
            // Nobody writes "with" somebody.
            let isWritten = kind == .email || kind == .social
            return isWritten && head.personLink == .with
                ? changed.replacing("with \(person)", with: "to \(person)") : changed
        case .person(let place):
            let name = words.text(from: place)
            return head.personWords.isEmpty
                ? inserting("with \(name)", into: line) : line.replacing(head.personWords, with: name)
        }
    }

    /// The line at the account that the words name; an item's number gives way to it.
    private func moving(_ line: TypedLine, from start: Int, _ head: Head) -> String {
        let rest = start == 0 ? line : TypedLine(line.text(from: start))
        guard !head.accountWords.isEmpty else { return inserting("at \(words.text)", into: rest) }
        var first = head.accountWords.lowerBound
        // "at Globex"
        if head.accountWords.count > 1, SmallWords.at.contains(line[first]) || SmallWords.with.contains(line[first]) {
            first += 1
        }
        return rest.replacing(first - start..<head.accountWords.upperBound - start, with: words.text)
    }

    /// At the end of what is before a colon or a comma.
    private func inserting(_ text: String, into line: TypedLine) -> String {
        let end = line.end(from: 0, of: .comma)
        guard end < line.count else { return "\(line.text) \(text)" }
        return "\(line.text(0..<end)) \(text), \(line.text(from: end))"
    }
}

extension String {
    /// Without the words; nil where they do not stand there.
    fileprivate func dropping(_ words: String) -> String? {
        guard let range = firstRange(of: words) else { return nil }
        let rest = [self[..<range.lowerBound], self[range.upperBound...]].map { TypedLine(String($0)).text(from: 0) }
        return rest.filter { !$0.isEmpty }.joined(separator: " ")
    }

    fileprivate func replacing(_ words: String, with other: String) -> String {
        firstRange(of: words).map { String(self[..<$0.lowerBound]) + other + String(self[$0.upperBound...]) } ?? self
    }
}
