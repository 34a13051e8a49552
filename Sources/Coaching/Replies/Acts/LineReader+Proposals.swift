import CivilTime

/// Lines that are nearly an act, which is proposed and not done: a word of agreement does it.
extension LineReader {
    // MARK: Milestones

    /// "Pilot started at Globex", and "1 pilot started 🎉": the title says by itself that it is reached, and may be hoped for as well.
    var milestoneByTitle: Reply? {
        guard let (account, title, rest) = titled, let name = context.accounts.name(of: account) else { return nil }
        if rest.allSatisfy({ Self.reached.contains(line[$0]) || SmallWords.fillers.contains(line.words[$0]) }),
            rest.contains(where: { Self.reached.contains(line[$0]) })
                || line.text.contains(where: { "✅✔🎉🥳👍☑".contains($0) })
        {
            return .milestoneDone(account: account, milestone: title.id, on: context.today)
        }
        guard let day = rest.isEmpty ? "" : day(rest) else { return nil }
        let done = context.language.word("done \(title.name) at \(name)", "erreicht: \(title.name) bei \(name)")
        return unclear(.meant(day.isEmpty ? done : "\(done) \(day)"))
    }

    /// "yesterday", "was on Monday"
    private func day(_ places: [Int]) -> String? {
        let reader = DateReader(today: context.today, side: .behind)
        let small = SmallWords.onWords + SmallWords.wasWords
        guard let first = places.first(where: { !small.contains(line[$0]) }), let last = places.last,
            reader.match(line, at: first)?.end == last + 1
        else { return nil }
        return line.text(first..<last + 1)
    }

    private static let reached = WordSet(
        "done reached achieved complete completed finished erreicht geschafft erledigt fertig is ist")

    /// The account, the milestone whose whole title of two words or more stands in the line, and the words besides.
    private var titled: (account: RowID, title: ReplyNames.Entry, rest: [Int])? {
        guard let (account, words) = try? accountAnywhere(item, in: start..<line.count) else { return nil }
        let titles = context.milestones(of: account).filter { $0.words.count > 1 }
        for place in start..<line.count where !words.contains(place) {
            guard let title = titles.first(where: { $0.shared(with: line, at: place) == $0.words.count }) else {
                continue
            }
            let named = place..<place + title.words.count
            return (account, title.entry, (start..<line.count).filter { !words.contains($0) && !named.contains($0) })
        }
        return nil
    }

    // MARK: Asks

    /// "can someone help me with Globex?", "wer kennt den Einkauf?": one for the team.
    var helpWanted: Reply? {
        // "1 help"
        if item != nil, line.count == start + 1, ReplyVerb.match(line, at: start)?.verb == .help {
            return ask(context.language.word("who can help here?", "wer kann hier helfen?"))
        }
        let words = start..<line.count
        let asksSomebody =
            words.contains { Self.somebody.contains(line[$0]) } && words.contains { Self.helping.contains(line[$0]) }
        guard line.count - start > 2 || item != nil,
            asksSomebody || words.contains(where: { Self.helpWords.match(line, at: $0) != nil })
        else { return nil }
        return ask(line.text(from: start))
    }

    private func ask(_ words: String) -> Reply {
        let account = item ?? account(inTextFrom: start)
        let name = account.flatMap(context.accounts.name)
        let (english, german) = (name.map { " \($0)" } ?? "", name.map { " zu \($0)" } ?? "")
        return unclear(.meant(context.language.word("ask\(english): \(words)", "Frage\(german): \(words)")))
    }

    private static let somebody = WordSet("someone somebody anyone anybody jemand jemanden")
    private static let helping = WordSet("help helps helfen hilft weiterhelfen unterstützen")
    private static let helpWords = PhraseTable<Bool>([
        (
            true,
            "need help,has anyone,has anybody,who has talked to,who has worked with,hat jemand,hat schon jemand,wer hat schon,who can help,any ideas,any idea how,wer kann helfen,wer kann mir helfen,hat jemand eine idee,need some help,need your help,help me with,"
                + "anybody know,anyone know,anybody knows,somebody know,someone know,who knows,who has met,"
                + "brauche hilfe,bräuchte hilfe,brauche unterstützung,wer kennt,"
                + "kennt jemand,kennt wer,weiß jemand,wer weiß"
        )
    ])

    // MARK: Items that nobody wants

    /// "1 skip", "2 not my account anymore": no knowledge of the account.
    var passing: Reply? {
        guard let item, let name = context.accounts.name(of: item) else { return nil }
        if Self.notMine.match(line, at: start) != nil || Self.notMine.match(line, at: start + 1) != nil {
            let why = line.text(from: start)
            return unclear(.meant(context.language.word("drop \(name): \(why)", "streiche \(name): \(why)")))
        }
        return Self.passes.match(line, at: start)?.end == line.count ? unclear(.itemStays(name)) : nil
    }

    private static let notMine = PhraseTable<Bool>([
        (
            true,
            "not my account,not my customer,not mine,no longer mine,nicht mein kunde,nicht mehr mein kunde,nicht meiner"
        )
    ])
    private static let passes = PhraseTable<Bool>([
        (
            true,
            "skip,pass,later,next week,next month,not now,not this week,ignore,snooze,remind me later,überspringen,später,"
                + "nächste woche,nicht jetzt,egal"
        )
    ])

    // MARK: Plans

    /// "Hooli demo is on friday", "remind me to call Umbra on thursday", "muss morgen Kai anrufen": what has a day to come and is to be
    /// done is the writer's word for that day.
    var coming: Reply? {
        let lead = Self.remind.match(line, at: start)?.end ?? reminder
        let isQuestion = SmallWords.questionWords.contains(line[start]) && SmallWords.pronouns.contains(line[start + 1])
        guard lead != nil || !isQuestion && !line.asks(in: start..<line.count) else { return nil }
        let first = lead ?? start
        let places = first..<max(first, line.count)
        let reader = DateReader(today: context.today, side: .ahead)
        let day = places.first { place in
            guard let match = reader.match(line, at: place), case .day(let date) = match.found else { return false }
            let isLed = place > first && SmallWords.onWords.contains(line[place - 1])
            return date > context.today && (!match.isLoose || isLed)
        }
        guard day != nil || lead != nil, item == nil || lead != nil else { return nil }
        // "remind me next week to call Rita"
        if day == nil,
            let vague = places.lazy.compactMap({ place in
                Self.weeksAhead.match(line, at: place).map { place..<$0.end }
            }).first
        {
            return unclear(.notADate(line.text(vague)))
        }
        // "Ana should call Omar tomorrow" is not the writer's word.
        if NameMatch.person(context.people, in: line, at: first) != nil { return nil }
        // The part of the line that has the day.
        let from = (first..<(day ?? first)).last { line.pause(after: $0) >= .comma }.map { $0 + 1 } ?? first
        let clause = from..<line.end(from: day ?? first, of: .comma)
        guard clause.contains(where: isToDo) else { return nil }
        // "friday to call Rita"
        let behindDay = day.flatMap { reader.match(line, at: $0)?.end }
        let words = clause.filter { place in
            !Self.isNow.contains(line.words[place]) && !(place == behindDay && SmallWords.to.contains(line[place]))
        }
        var text = words.map { String(line.words[$0].text + line.words[$0].gap) }.joined().filter { $0 != "?" }.trimmed
        if account(inTextFrom: from) == nil, let name = accountOfLine { text += " (\(name))" }
        let word = WordForTheDay(text).text(in: context.language)
        guard case .commit? = LineReader(word, context).reply() else { return nil }
        return unclear(.meant(word))
    }

    /// "can you remind me (friday to call Rita)?"
    var reminder: Int? {
        (start..<start + 4).lazy.compactMap { Self.reminding.match(line, at: $0)?.end }.first
    }

    private static let weeksAhead = PhraseTable<Bool>([
        (true, "next week,next month,later,nächste woche,nächsten monat,kommende woche,später")
    ])

    private static let reminding = PhraseTable<Bool>([
        (true, "remind me,don't forget,erinnere mich,erinner mich,mich erinnern,nicht vergessen,vergiss nicht")
    ])

    private func isToDo(_ place: Int) -> Bool {
        if case .activity(_, isPast: false)? = ReplyVerb.match(line, at: place)?.verb { return true }
        return Self.toDo.contains(line[place]) || Self.followUps.contains(line[place])
    }

    /// The account that the line names, or of the only person whom it does.
    private var accountOfLine: String? {
        if let account = item ?? account(inTextFrom: start) { return context.accounts.name(of: account) }
        return (start..<line.count).lazy.compactMap { place in
            NameMatch.person(context.everybody, in: line, at: place, byBeginning: false)
                .flatMap { context.account(of: $0.entries) }
        }.first
    }

    private static let followUps = WordSet("followup follow nachfassen introduce vorstellen ask fragen")
    private static let remind = PhraseTable<Bool>([
        (
            true,
            "remind me to,i need to,i have to,i must,need to,have to,must,gotta,i should,i want to,don't forget to,"
                + "muss,ich muss,müssen wir,wir müssen,ich will,ich wollte,erinnere mich daran,nicht vergessen"
        )
    ])

    /// "1 send the contract tue": a few words with a day to come, and nobody who does something.
    var planOfItem: Reply? {
        guard let item, let name = context.accounts.name(of: item), let first = line[start],
            !SmallWords.pronouns.contains(first), !SmallWords.articles.contains(first), !Self.ofOthers.contains(first),
            NameMatch.person(context.stakeholders(of: item), in: line, at: start) == nil
        else { return nil }
        if Self.doing.contains(first) { return unclear(.doneOrPlanned) }
        let dated = DatedText(line, start..<line.count, today: context.today)
        let words = TypedLine(dated.text).words
        if words.isEmpty, let date = dated.date {
            guard let step = context.names.steps[item] else { return unclear(.textMissing) }
            return unclear(
                .meant(context.language.word("next \(name): ", "nächster Schritt \(name): ") + "\(step), \(date.iso)"))
        }
        guard let date = dated.date, date > context.today, (1...6).contains(words.count),
            !words.contains(where: Self.telling.contains)
        else { return nil }
        let step = "\(name): \(dated.text), \(date.iso)"
        return unclear(.meant(context.language.word("next \(step)", "nächster Schritt \(step)")))
    }

    private static let doing = WordSet("calling phoning emailing mailing meeting visiting sending writing preparing")
    private static let ofOthers = WordSet("their his her its ihr ihre ihren sein seine wants want wollen will")
    private static let telling = WordSet(
        "is are was were has have had wants want wanted needs need says said decides decided comes ist sind war waren hat "
            + "haben will wollen möchte braucht brauchen sagt entscheidet kommt")
}
