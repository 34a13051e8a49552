import CivilTime

/// What sets right the line before it: "no, it was Umbra", "sorry, I meant emailed", "that was yesterday", "nein, mit Petra".
struct Correction {
    private let words: TypedLine

    init?(_ text: String) {
        let line = TypedLine(text)
        guard let lead = Self.lead(line), lead < line.count else { return nil }
        words = TypedLine(line.text(from: lead))
    }

    /// Whether the words say outright that they set something right.
    static func isPlain(_ text: String) -> Bool {
        let line = TypedLine(text)
        return line.words.indices.prefix(3).contains { plain.match(line, at: $0) != nil }
    }

    private static let plain = PhraseTable<Bool>([
        (true, "it was,that was,this was,i meant,i mean,es war,das war,ich meinte,ich meine")
    ])

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

    /// The line with the one thing changed that the words name, whole and alone.
    func lines(of text: String, _ context: ReplyContext) -> [String] {
        guard case .activity(let done)? = LineReader(text, context).reply() else { return [] }
        let line = TypedLine(text)
        let number = ItemNumber(line, at: 0).flatMap { context.names.items[$0.value] == nil ? nil : $0 }
        let start = number?.end ?? 0
        let head = HeadReader(line, from: start, item: number.flatMap { context.names.items[$0.value] }, context).head
        if let account = context.accounts.match(words, at: 0, isLed: true), account.end == words.count {
            let rest = number == nil ? line : TypedLine(line.text(from: start))
            var first = head.accountWords.lowerBound
            // "at Globex"
            if head.accountWords.count > 1, SmallWords.at.contains(line[first]) || SmallWords.with.contains(line[first])
            {
                first += 1
            }
            let named = head.accountWords.isEmpty ? nil : first - start..<head.accountWords.upperBound - start
            let moved = named.map { rest.replacing($0, with: words.text) } ?? inserting("at \(words.text)", into: rest)
            guard done.stakeholder != nil, account.entries.count == 1, !head.personWords.isEmpty else { return [moved] }
            let people = context.stakeholders(of: account.entries[0].id)
            if NameMatch.person(people, in: line, at: head.personWords.lowerBound) != nil { return [moved] }
            // Who is of the old account was not met at the new one.
            let person = line.text(head.personWords)
            let alone = ["with \(person)", "mit \(person)", person].lazy.compactMap { moved.dropping($0) }.first
            return [alone ?? moved]
        }
        let moment = MomentReader(zone: context.zone, now: context.now).match(words, at: 0)
        if let moment, moment.end == words.count {
            return [
                head.momentWords.isEmpty
                    ? inserting(words.text, into: line) : line.replacing(head.momentWords, with: words.text)
            ]
        }
        if case .activity(let kind, _) = ReplyVerb.match(words, at: 0)?.verb,
            ReplyVerb.match(words, at: 0)?.end == words.count, let verb = head.verbs.first?.words, !verb.isEmpty
        {
            let changed = line.replacing(verb, with: words.text)
            guard kind == .email || kind == .social, head.personLink == .with else { return [changed] }
            // Nobody writes "with" somebody.
            let person = line.text(head.personWords)
            return [changed.replacing("with \(person)", with: "to \(person)")]
        }
        let name = SmallWords.with.contains(words[0]) ? 1 : 0
        guard NameMatch.person(context.everybody, in: words, at: name)?.end == words.count else { return [] }
        return [
            head.personWords.isEmpty
                ? inserting("with \(words.text(from: name))", into: line)
                : line.replacing(head.personWords, with: words.text(from: name))
        ]
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
