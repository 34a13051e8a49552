import CivilTime

/// What leaders say of the people they coach.
extension LineReader {
    /// "talk Ana: Globex, the audit first"
    func talk(_ place: Int) -> Reply? {
        let first = SmallWords.with.contains(line[place]) || SmallWords.to.contains(line[place]) ? place + 1 : place
        if SmallWords.pronouns.contains(line[first]) { return nil }
        return reading { () throws(AskBack) in
            try checkQuestion(from: place)
            // A talk with a customer was a call or a meeting.
            let isCustomer =
                NameMatch.person(context.people, in: line, at: first) == nil
                && (NameMatch.person(context.everybody, in: line, at: first) != nil || hasCustomer(at: place))
            if isCustomer { throw AskBack(.kindMissing) }
            let (person, end) = try person(at: place)
            // "talk to Ben about Globex tomorrow"
            // What stands behind a colon is what was talked about.
            let isText = line.pause(after: end - 1) >= .note
            let head = end..<(isText ? end : max(end, line.end(from: end, of: .note)))
            if head.contains(where: { Self.ahead.contains(line[$0]) }) { throw AskBack(.doneOrPlanned) }
            return try talk(person, in: head)
        }
    }

    /// A talk with the day and the time that stand in its first clause: "yesterday about Duff", "at 9".
    /// - Parameter told: The words that say that it was a talk, and with whom.
    func talk(_ person: RowID, in clause: Range<Int>, besides told: Set<Int> = []) throws(AskBack) -> Reply {
        let (at, moment) = try moment(in: clause)
        let rest = clause.filter { !told.contains($0) && !(moment?.contains($0) ?? false) }
        let parts = [line.text(runs: rest), line.text(from: clause.upperBound)].filter { !$0.isEmpty }
        return .talk(
            person: person, account: item ?? account(inTextFrom: start),
            text: rest.count == clause.count ? line.text(from: clause.lowerBound) : parts.joined(separator: " "), at: at
        )
    }

    private func moment(in head: Range<Int>) throws(AskBack) -> (Instant?, Range<Int>?) {
        let reader = MomentReader(zone: context.zone, now: context.now)
        for place in head {
            guard let match = reader.match(line, at: place), !match.isLoose else { continue }
            guard let instant = match.instant else { throw AskBack(.notADate(line.text(place..<match.end))) }
            guard instant <= context.now.adding(seconds: 60) else { throw AskBack(.doneOrPlanned) }
            return (instant, place..<match.end)
        }
        return (nil, nil)
    }

    private static let ahead = WordSet("tomorrow later soon next morgen später bald nächste nächsten will tonight")

    /// "talked to Ana about Globex"
    func talksWithColleague(_ place: Int) -> Bool {
        let isLed = SmallWords.with.contains(line[place]) || SmallWords.to.contains(line[place])
        return isLed && NameMatch.person(context.people, in: line, at: place + 1) != nil
    }

    private func hasCustomer(at place: Int) -> Bool {
        if case .none = self.place(at: place) { false } else { true }
    }

    /// "praise Ana: the audit note was to the point"
    func praise(_ place: Int) -> Reply? {
        reading { () throws(AskBack) in
            try checkQuestion(from: place)
            let (person, end) = try person(at: place)
            try checkAlone(person, endingAt: end)
            return .praise(person: person, account: item ?? account(inTextFrom: end), text: try text(from: end))
        }
    }

    /// - Throws: when a second colleague is named: "praise Ana and Ben".
    private func checkAlone(_ person: RowID, endingAt end: Int) throws(AskBack) {
        let isJoined = SmallWords.and.contains(line[end])
        guard let other = NameMatch.person(context.people, in: line, at: isJoined ? end + 1 : end) else { return }
        // "praise Ana, Ben: x", but not "praise Ana: Ben likes it"
        let isListed = line.pause(after: end - 1) < .note && line.pause(after: other.end - 1) >= .note
        guard isJoined || isListed else { return }
        let names = context.names.people.filter { $0.id == person }.map(\.name)
        throw AskBack(.several(names + other.entries.map(\.name)))
    }

    /// "promise Ana: a word with Globex's director, by fri"
    func promise(_ place: Int) -> Reply? {
        // "promise done"
        switch ReplyVerb.match(line, at: place) {
        case (.done, line.count)?, (.kept, line.count)?: return .kept(words: "")
        default: break
        }
        if Self.notPromise.contains(line[place]) { return nil }
        if let kept = keptPromise { return kept }
        return reading { () throws(AskBack) in
            try checkQuestion(from: place)
            let direct = try? person(at: place)
            if let direct { try checkAlone(direct.id, endingAt: direct.end) }
            var first = direct?.end ?? place
            // "promise Globex mon: a word"
            if direct == nil, case .one(_, let end) = self.place(at: place), isDay(at: end) { first = end }
            if direct != nil, line[first]?.key == "to" { first += 1 }
            let dated = DatedText(line, first..<max(first, line.count), today: context.today)
            if let problem = dated.problem { throw AskBack(problem) }
            guard !dated.text.isEmpty else { throw AskBack(.textMissing) }
            return .promise(
                text: dated.text, person: direct?.id ?? receiver(from: first),
                account: item ?? account(inTextFrom: place), on: dated.date)
        }
    }

    /// "the promise to Ana is done", "I kept my promise to Ana", "das Versprechen an Ana ist erledigt".
    var keptPromise: Reply? {
        var (person, isKept, isPromise): (String?, Bool, Bool) = (nil, false, false)
        var place = start
        while place < line.count {
            if person == nil, let match = NameMatch.person(context.people, in: line, at: place),
                match.entries.count == 1
            {
                person = match.entries[0].name
                place = match.end
                continue
            }
            guard let word = line[place] else { return nil }
            if Self.promises.contains(word) {
                isPromise = true
            } else if Self.keptWords.contains(word) {
                isKept = true
            } else if !Self.aroundPromise.contains(word) {
                return nil
            }
            place += 1
        }
        return isPromise && isKept ? .kept(words: person ?? "") : nil
    }

    private static let promises = WordSet("promise promised versprechen zusage")
    private static let keptWords = WordSet("kept done fulfilled erledigt gehalten eingelöst erfüllt fertig")
    private static let aroundPromise =
        SmallWords.articles + SmallWords.haveWords + SmallWords.to + SmallWords.forWords
        + WordSet("i ich is ist was wurde it's now jetzt already schon today heute meine meines ihr zum")

    /// Whether a day and nothing besides stands before the next colon.
    private func isDay(at place: Int) -> Bool {
        DateReader(today: context.today, side: .ahead).match(line, at: place).map {
            line.pause(after: $0.end - 1) >= .note
        } ?? false
    }

    private static let notPromise = WordSet("is kept me not ist")

    /// "… for Ana": the only colleague whom the text leads to.
    private func receiver(from place: Int) -> RowID? {
        let found = (place..<line.count).flatMap { place -> [ReplyNames.Entry] in
            guard SmallWords.forWords.contains(line[place]) else { return [] }
            return NameMatch.person(context.people, in: line, at: place + 1)?.entries ?? []
        }.unique
        return found.count == 1 ? found[0].id : nil
    }

    /// "support Globex: joined the call"
    func support(_ place: Int, _ known: RowID?) -> Reply? {
        let first = known == nil ? (try? person(at: place))?.end ?? place : place
        return reading { () throws(AskBack) in
            try check(from: place)
            let (account, end) = try account(known, at: first)
            guard known != nil || end > first else { throw AskBack(.noAccount(near: nil)) }
            return .support(account: account, text: line.text(from: end))
        }
    }
}
