import CivilTime

/// What a leader tells in whole sentences: "had my 1:1 with Chidi", "I promised Ben a word", "great job Ana on Globex".
extension LineReader {
    var leaderTells: Reply? {
        guard item == nil, !line.asks(in: start..<line.count) else { return nil }
        return keptPromise ?? closedBy ?? promiseTold ?? talkTold ?? joined ?? praiseTold ?? absenceOfOther
    }

    /// Behind "I", "we had my": where what is told begins.
    private var told: Int {
        (start..<line.count).first { !Self.beforeTelling.contains(line[$0]) } ?? line.count
    }

    private static let beforeTelling =
        SmallWords.fillers + SmallWords.haveWords + SmallWords.articles + SmallWords.pastMarks + WordSet("i've")

    /// "I promised Ben to call the CFO"
    private var promiseTold: Reply? {
        guard told > start, let match = ReplyVerb.match(line, at: told), match.verb == .promise else { return nil }
        return promise(match.end)
    }

    // MARK: What others won and lost

    /// "Chidi won Soylent!": the account's end, told by whoever leads him.
    private var closedBy: Reply? {
        guard let person = NameMatch.person(context.people, in: line, at: start), person.entries.count == 1 else {
            return nil
        }
        let first = SmallWords.haveWords.contains(line[person.end]) ? person.end + 1 : person.end
        guard let match = ReplyVerb.match(line, at: first), match.verb == .won || match.verb == .lost,
            let account = context.accounts.match(line, at: match.end, isLed: true), account.entries.count == 1,
            account.end == line.count || isPause(before: account.end)
        else { return nil }
        let name = account.entries[0].name
        return unclear(
            .meant(
                match.verb == .won
                    ? context.language.word("won \(name)", "gewonnen \(name)")
                    : context.language.word("lost \(name)", "verloren \(name)")))
    }

    // MARK: Talks

    /// "had my 1:1 with Chidi", "discussed Globex with Ana", "mit Jürgen über Weber gesprochen".
    private var talkTold: Reply? {
        let clause = start..<line.end(from: start, of: .note)
        guard
            let talk = clause.lazy.compactMap({ place in
                Self.talks.match(line, at: place).map { place..<$0.end }
            }).first,
            let place = clause.first(where: { SmallWords.with.contains(line[$0]) || SmallWords.to.contains(line[$0]) }),
            let person = NameMatch.person(context.people, in: line, at: place + 1)
        else { return nil }
        return reading { () throws(AskBack) in
            try check(from: start)
            guard person.entries.count == 1 else { throw AskBack(.several(person.entries.map(\.name))) }
            let named = Array(start..<told) + talk + (place..<person.end)
            return try self.talk(person.entries[0].id, in: clause, besides: Set(named))
        }
    }

    private static let talks = PhraseTable<Bool>([
        (
            true,
            "1 1,1on1,one on one,one to one,discussed,spoke,talked,gesprochen,besprochen,geredet,vier augen,"
                + "catch up,caught up,coached,coaching"
        )
    ])

    /// "joined Ana's call with Globex"
    private var joined: Reply? {
        guard Self.joins.contains(line[told]), let (account, words) = try? accountAnywhere(nil, in: told..<line.count),
            let owner = (told + 1..<words.lowerBound).first(where: { isColleague(at: $0) }), owner <= told + 2
        else { return nil }
        let name = context.accounts.name(of: account) ?? ""
        return unclear(
            .meant(context.language.word("support \(name): ", "unterstützt \(name): ") + line.text(from: told)))
    }

    private static let joins = WordSet("joined supported helped accompanied begleitet unterstützt")

    private func isColleague(at place: Int) -> Bool {
        let owner = line[place].flatMap(\.owner)
        return context.people.contains { person in
            person.words.first.map { owner?.isLike($0) ?? line.words[place].isLike($0) } ?? false
        }
    }

    // MARK: Praise

    /// "great job Ana on Globex", "Well done Ben!!"
    private var praiseTold: Reply? {
        guard let praise = Self.praises.match(line, at: 0) else { return nil }
        guard let person = NameMatch.person(context.people, in: line, at: praise.end), person.entries.count == 1 else {
            return nil
        }
        let rest = line.text(from: person.end)
        let words = [line.text(0..<praise.end), rest].filter { !$0.isEmpty }.joined(separator: " ")
        return unclear(
            .meant(
                context.language.word("praise \(person.entries[0].name): ", "Lob \(person.entries[0].name): ") + words))
    }

    private static let praises = PhraseTable<Bool>([
        (
            true,
            "great job,good job,nice job,well done,great work,good work,nice work,nicely done,excellent work,bravo,kudos,"
                + "kudos to,congrats,gut gemacht,super gemacht,toll gemacht,klasse gemacht,starke leistung,glückwunsch"
        )
    ])

    // MARK: Absence

    /// "Ana is sick today"
    private var absenceOfOther: Reply? {
        guard let person = NameMatch.person(context.people, in: line, at: start), person.entries.count == 1,
            Self.isNow.contains(line[person.end])
        else { return nil }
        guard
            case .away(let from, let through, let reason)? = LineReader(
                "I am \(line.text(from: person.end + 1))", context
            ).reply()
        else { return nil }
        return .awayOf(person: person.entries[0].id, from: from, through: through, reason: reason)
    }

    static let isNow = WordSet("is ist")
}
