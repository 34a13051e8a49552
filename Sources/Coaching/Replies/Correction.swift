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
        return isSo ? place : nil
    }

    private static let leads = PhraseTable<Bool>([
        (
            true,
            "no,nope,sorry,oops,ups,actually,correction,it was,that was,this was,i meant,i mean,meant,rather,not that,"
                + "nein,doch,ach,moment,korrektur,es war,das war,war,ich meinte,ich meine,gemeint war,eigentlich"
        )
    ])
    private static let at = SmallWords.at + SmallWords.to + WordSet("the der die das am")

    /// The line with the one thing changed that the words name, whole and alone.
    func lines(of text: String, _ context: ReplyContext) -> [String] {
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
            return [named.map { rest.replacing($0, with: words.text) } ?? inserting("at \(words.text)", into: rest)]
        }
        let moment = MomentReader(zone: context.zone, now: context.now).match(words, at: 0)
        if let moment, moment.end == words.count {
            return [
                head.momentWords.isEmpty
                    ? inserting(words.text, into: line) : line.replacing(head.momentWords, with: words.text)
            ]
        }
        if case .activity = ReplyVerb.match(words, at: 0)?.verb, ReplyVerb.match(words, at: 0)?.end == words.count,
            let verb = head.verbs.first?.words, !verb.isEmpty
        {
            return [line.replacing(verb, with: words.text)]
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
