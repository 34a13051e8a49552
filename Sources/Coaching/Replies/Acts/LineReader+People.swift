import CivilTime

/// Leave, and what leaders say of the people they coach.
extension LineReader {
    /// "away 21 Dec - 2 Jan: family", "Urlaub bis Freitag"
    func away(_ place: Int) -> Reply? {
        if SmallWords.notToDo.contains(line[place]) { return nil }
        return reading { () throws(AskBack) in
            try check(from: place)
            let span = DaySpan(line, from: place, today: context.today)
            if let problem = span.problem { throw AskBack(problem) }
            guard let from = span.from, let through = span.through else {
                throw AskBack(.dateMissing(.away))
            }
            guard through >= from, through >= context.today else { throw AskBack(.dateOver(through)) }
            // "away mon, tue"
            if let further = DateReader(today: context.today, side: .ahead).match(line, at: span.end),
                further.end == line.count
            {
                throw AskBack(.notADate(line.text(place..<further.end)))
            }
            let verbEnd = ReplyVerb.match(line, at: span.end).flatMap { $0.verb == .away ? $0.end : nil }
            let reason = line.text(from: verbEnd ?? span.end).droppingFirst(of: SmallWords.because)
            return .away(from: from, through: through, reason: reason.isEmpty ? nil : reason)
        }
    }

    /// "I'm away tomorrow", "ich bin ab Montag im Urlaub", "montag frei", "sick today".
    var awayOfWriter: Reply? {
        let ownWords = Self.selfWords.match(line, at: start)?.end
        let first = ownWords ?? start
        if ownWords != nil, let match = ReplyVerb.match(line, at: first), match.verb == .away { return away(match.end) }
        return absence(from: first, isOwn: ownWords != nil) ?? absenceBehindDay(first, isOwn: ownWords != nil)
    }

    /// "I'm sick today", "out sick", "off until wednesday".
    private func absence(from place: Int, isOwn: Bool) -> Reply? {
        guard let match = Self.absences.match(line, at: place) else { return nil }
        let end = line.end(from: match.end, of: .comma)
        // Who is ill today need not say so.
        if match.end == end, match.meaning == .sick {
            return .away(from: context.today, through: context.today, reason: line.text(place..<end))
        }
        let span = DaySpan(line, from: match.end, today: context.today)
        guard span.from != nil || span.problem != nil, span.end == end,
            case .away(let from, let through, let reason) = away(match.end)
        else { return nil }
        let words = match.meaning == .sick ? line.text(place..<match.end) : nil
        return .away(from: from, through: through, reason: reason ?? words)
    }

    /// "ich bin heute krank", "habe vom 23.12. bis 3.1. Urlaub", "morgen frei".
    private func absenceBehindDay(_ place: Int, isOwn: Bool) -> Reply? {
        let span = DaySpan(line, from: place, today: context.today)
        guard span.end > place, let match = Self.absences.match(line, at: span.end),
            line.pause(after: match.end - 1) > .none || isOwn && match.end == line.count,
            case .away(let from, let through, _) = away(place)
        else { return nil }
        let behind = line.text(from: match.end)
        let reason = match.meaning == .sick ? line.text(from: span.end) : behind
        return .away(from: from, through: through, reason: reason.isEmpty ? nil : reason)
    }

    private enum Absence { case sick, off }
    private static let absences = PhraseTable<Absence>([
        (.sick, "sick,off sick,out sick,ill,krank,krankgeschrieben,krank gemeldet"),
        (
            .off,
            "off,off work,the day off,day off,a day off,frei,urlaub,im urlaub,weg,abwesend,nicht da,nicht im büro,"
                + "away,on vacation,on holiday,on leave,out of office,vacation,holiday"
        ),
    ])
    private static let selfWords = PhraseTable<Bool>([
        (
            true,
            "i'm,i am,im,i'll be,i will be,we're,i have,i've got,i take,i'm taking,taking,ich bin,bin,ich bin dann,"
                + "ich werde,ich habe,habe,hab,ich hab,ich nehme,nehme"
        )
    ])

    // MARK: A leader's

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
            let head = end..<max(end, line.end(from: end, of: .note))
            if head.contains(where: { Self.ahead.contains(line[$0]) }) { throw AskBack(.doneOrPlanned) }
            return .talk(person: person, account: item ?? account(inTextFrom: end), text: line.text(from: end))
        }
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
        if Self.notPromise.contains(line[place]) { return nil }
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
