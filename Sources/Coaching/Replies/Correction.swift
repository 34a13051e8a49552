import CivilTime

/// What sets right the line before it: "no, it was Umbra", "sorry, I meant emailed", "that was yesterday", "nein, mit Petra".
struct Correction {
    /// What was meant, with the small words that may lead to it.
    private let words: TypedLine
    private let manner: Manner

    /// Whether it was so instead, or besides, or nobody else took part, or somebody who is named did not.
    private enum Manner { case instead, besides, alone, without }

    init?(_ text: String) {
        let typed = TypedLine(text)
        let said = TypedLine(typed.text(from: Self.lead(typed) ?? 0))
        if said.count > 1, let meant = Self.manners.first(where: { $0.words.contains(said[0]) }) {
            (manner, words) = (meant.manner, TypedLine(said.text(from: 1)))
            return
        }
        if let end = (1..<4).first(where: { Self.stayedAway(said, at: $0) }) {
            (manner, words) = (.without, TypedLine(said.text(0..<end)))
            return
        }
        if let end = (1..<4).first(where: { Attendance.joined.match(said, at: $0)?.end == said.count }) {
            (manner, words) = (.besides, TypedLine(said.text(0..<end)))
            return
        }
        let line = Self.withoutDenied(typed)
        guard let lead = Self.lead(line), lead < line.count else { return nil }
        (manner, words) = (.instead, TypedLine(line.text(from: lead)))
    }

    /// "wasn't there"; who is on holiday today may have been met.
    private static func stayedAway(_ line: TypedLine, at place: Int) -> Bool {
        Attendance.missed(line, at: place) == line.count && !present.contains(line[place])
    }

    private static let present = WordSet("is isn't isnt ist on in im")
    private static let manners: [(words: WordSet, manner: Manner)] = [
        (WordSet("also plus auch and und"), .besides), (WordSet("only just nur bloß"), .alone),
        (WordSet("without ohne not nicht"), .without),
    ]

    /// "Peter" of "Peter not Rita": what was not so says nothing new.
    private static func withoutDenied(_ line: TypedLine) -> TypedLine {
        guard let not = line.words.lastIndex(where: Self.not.contains), not > 0, line.count - not <= 4,
            !Self.not.contains(line[not - 1])
        else { return line }
        return TypedLine(line.text(0..<not))
    }

    private static let not = WordSet("not nicht statt anstatt")

    /// Behind the words that say that something else was meant.
    private static func lead(_ line: TypedLine) -> Int? {
        var place = 0
        while place < line.count, let match = leads.match(line, at: place) { place = match.end }
        // "war gestern", but "war bei Globex" is another act.
        let isWas =
            place == 0 && was.contains(line[0]) && line.count > 1 && !SmallWords.at.contains(line[1])
            && !SmallWords.to.contains(line[1])
        return isWas || place > 0 && was.contains(line[place]) && place + 1 < line.count
            ? place + 1 : place > 0 ? place : nil
    }

    private static let was = WordSet("was war")
    private static let leads = PhraseTable<Bool>([
        (
            true,
            "no,nope,sorry,oops,ups,actually,correction,wrong,it was,that was,this was,i meant,i mean,meant,rather,not that,"
                + "change it to,change that to,change to,make it,make that,should be,it should be,"
                + "nein,ne,nee,nö,doch,ach,moment,falsch,korrektur,es war,das war,ich meinte,ich meine,gemeint war,eigentlich,"
                + "ändere das auf,sondern"
        )
    ])
    private static let at = SmallWords.at + SmallWords.to + SmallWords.articles + WordSet("am on ne n with mit")

    /// The one thing that the words name, whole and alone.
    private enum Change {
        case account([ReplyNames.Entry])
        case moment
        case kind(ActivityKind)
        case person
        /// One more person.
        case addition
        /// One less.
        case absence
    }

    /// What the words name, with the words themselves: the small ones before it fall away, but "at 9" is a time.
    private func change(_ context: ReplyContext) -> (change: Change, words: TypedLine)? {
        for first in words.words.indices {
            let rest = first == 0 ? words : TypedLine(words.text(from: first))
            if let change = change(rest, context) { return (change, rest) }
            guard Self.at.contains(words[first]) else { return nil }
        }
        return nil
    }

    private func change(_ words: TypedLine, _ context: ReplyContext) -> Change? {
        let isPerson = NameMatch.person(context.everybody, in: words, at: 0)?.end == words.count
        switch manner {
        case .instead: break
        case .besides: return isPerson ? .addition : nil
        case .alone: return isPerson ? .person : nil
        case .without: return isPerson ? .absence : nil
        }
        if let account = context.accounts.match(words, at: 0, isLed: true), account.end == words.count {
            return .account(account.entries)
        }
        if MomentReader(zone: context.zone, now: context.now).match(words, at: 0)?.end == words.count { return .moment }
        if let match = ReplyVerb.match(words, at: 0), match.end == words.count, case .activity(let kind, _) = match.verb
        {
            return .kind(kind)
        }
        return isPerson ? .person : nil
    }

    /// Whether there is something that could be set right.
    func isOne(_ context: ReplyContext) -> Bool { change(context) != nil }

    /// The line with that changed; nil where it tells of no activity.
    func line(of text: String, _ context: ReplyContext) -> String? {
        guard let (change, words) = change(context), case .activity(let done)? = LineReader(text, context).reply()
        else {
            return nil
        }
        let line = TypedLine(text)
        let number = ItemNumber(line, at: 0).flatMap { context.names.items[$0.value] == nil ? nil : $0 }
        let item = number.flatMap { context.names.items[$0.value] }
        let head = HeadReader(line, from: number?.end ?? 0, item: item, context).head
        let person = line.text(head.personWords)
        switch change {
        case .account(let entries):
            let moved = moving(line, from: number?.end ?? 0, head, to: words.text)
            guard !done.stakeholders.isEmpty, entries.count == 1, !head.personWords.isEmpty else { return moved }
            let people = context.stakeholders(of: entries[0].id)
            if NameMatch.person(people, in: line, at: head.personWords.lowerBound) != nil { return moved }
            // Who is of the old account was not met at the new one.
            return ["with \(person)", "mit \(person)", person].lazy.compactMap { moved.dropping($0) }.first ?? moved
        case .moment:
            return head.momentWords.isEmpty
                ? inserting(words.text, into: line)
                : line.replacing(head.momentWords, with: day(of: head, line, context, before: words) + words.text)
        case .kind(let kind):
            guard let verb = head.verbs.first?.words, !verb.isEmpty else { return nil }
            let changed = line.replacing(verb, with: words.text)
            // Nobody writes "with" somebody.
            let isWritten = kind == .email || kind == .social
            return isWritten && head.personLink == .with
                ? changed.replacing("with \(person)", with: "to \(person)") : changed
        case .person:
            return head.personWords.isEmpty
                ? inserting("with \(words.text)", into: line) : line.replacing(head.personWords, with: words.text)
        case .addition:
            return head.personWords.isEmpty
                ? inserting("with \(words.text)", into: line)
                : line.replacing(head.personWords, with: "\(person) and \(words.text)")
        case .absence:
            let others = head.people.filter { line[$0.lowerBound]?.key != words[0]?.key }.map { line.text($0) }
            guard !others.isEmpty, others.count < head.people.count else { return nil }
            return line.replacing(head.personWords, with: others.joined(separator: " and "))
        }
    }

    /// The day stays where only the time was another.
    private func day(of head: Head, _ line: TypedLine, _ context: ReplyContext, before words: TypedLine) -> String {
        guard TimeReader.match(words, at: 0)?.end == words.count else { return "" }
        let reader = DateReader(today: context.today, side: .behind)
        for place in head.momentWords {
            if let day = reader.match(line, at: place) { return line.text(place..<day.end) + " " }
        }
        return ""
    }

    /// The line at the account that the words name; an item's number gives way to it.
    private func moving(_ line: TypedLine, from start: Int, _ head: Head, to name: String) -> String {
        let rest = start == 0 ? line : TypedLine(line.text(from: start))
        guard !head.accountWords.isEmpty else { return inserting("at \(name)", into: rest) }
        var first = head.accountWords.lowerBound
        // "at Globex"
        if head.accountWords.count > 1, SmallWords.at.contains(line[first]) || SmallWords.with.contains(line[first]) {
            first += 1
        }
        return rest.replacing(first - start..<head.accountWords.upperBound - start, with: name)
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
