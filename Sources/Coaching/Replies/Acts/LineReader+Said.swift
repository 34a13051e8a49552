import CivilTime

/// What the writer says will be done, was kept or moves; what is asked and answered.
extension LineReader {
    // MARK: Commitments

    /// "today Hooli demo", but "today called Hooli" was done.
    func today(_ place: Int) -> Reply? {
        let done = ActivityReader(line, from: start, item: item, context)
        if done.isOfPast || done.isDenied, let reply = activity(from: start) { return reply }
        return commit(place, on: context.today)
    }

    /// "tomorrow: call Duff", "morgen früh Duff anrufen"
    func tomorrow(_ place: Int) -> Reply? {
        let isPart = line[place].flatMap(PartOfDay.init) != nil && !isPause(before: place)
        return commit(isPart ? place + 1 : place, on: context.today.adding(days: 1))
    }

    /// "monday: call Globex", but "monday: called Globex" was done.
    var commitOfDay: Reply? {
        guard let match = DateReader(today: context.today, side: .ahead).match(line, at: start),
            isPause(before: match.end), line.pause(after: match.end - 1) >= .note, case .day(let date) = match.found,
            match.isWeekday || date > context.today, match.end < line.count,
            context.accounts.match(line, at: start) == nil
        else { return nil }
        let done = ActivityReader(line, from: match.end, item: item, context)
        return done.isOfPast || done.isDenied || !isToDo(from: match.end) ? nil : commit(match.end, on: date)
    }

    private func commit(_ place: Int, on date: CivilDate) -> Reply? {
        if SmallWords.notToDo.contains(line[place]) || !(isPause(before: place) || isToDo(from: place)) { return nil }
        // "today Globex was closed" tells, and "today they decide" as well.
        let clause = place..<max(place, line.end(from: place, of: .comma))
        if clause.prefix(5).contains(where: { Self.telling.contains(line[$0]) }) || Self.theirs.contains(line[place]) {
            return nil
        }
        // "today: nothing"
        if Courtesy.nothing.match(line, at: place)?.end == line.count { return .courtesy }
        return reading { () throws(AskBack) in
            try checkQuestion(from: place)
            let text = try text(from: place)
            let kinds = kinds(from: place)
            if kinds.count > 1 { throw AskBack(.severalKinds(kinds)) }
            return .commit(text: text, account: item ?? account(inTextFrom: place), on: date)
        }
    }

    /// The kinds of the parts that are an act at an account each: "Globex demo, Acme call".
    private func kinds(from place: Int) -> [ActivityKind] {
        var (kinds, accounts, first): ([ActivityKind], Set<RowID>, Int) = ([], [], place)
        while first < line.count {
            let end = line.end(from: first, of: .comma)
            let head = HeadReader(line, from: first, item: nil, context).head
            if head.end >= end, let kind = head.kinds.first, let account = head.accounts.first?.id {
                kinds.append(kind)
                accounts.insert(account)
            }
            first = end
        }
        return accounts.count > 1 ? kinds : []
    }

    /// Whether the words name an account or something to do: "today many people are ill" is neither.
    private func isToDo(from place: Int) -> Bool {
        if place >= line.count || item != nil || account(inTextFrom: place) != nil { return true }
        return (place..<line.count).contains { place in
            if case .activity = ReplyVerb.match(line, at: place)?.verb { return true }
            return Self.toDo.contains(line[place])
        }
    }

    /// "I will send Umbra the model on fri": only with an account or a day, for people will do many things.
    func will(_ place: Int) -> Reply? {
        if SmallWords.notToDo.contains(line[place]) || item == nil && Self.notWill.contains(line[place]) { return nil }
        let dated = DatedText(line, place..<max(place, line.count), today: context.today)
        let account = item ?? account(inTextFrom: place)
        guard account != nil || dated.date != nil || dated.problem != nil else { return nil }
        return reading { () throws(AskBack) in
            try check(from: place)
            if let problem = dated.problem { throw AskBack(problem) }
            guard !dated.text.isEmpty else { throw AskBack(.textMissing) }
            return .commit(text: dated.text, account: account, on: dated.date)
        }
    }

    private static let telling = WordSet(
        "is are was were has have had said says decided decides answered wants closed cancelled canceled ist sind war waren "
            + "hat haben sagte sagt will wollen geschlossen abgesagt")
    private static let theirs = WordSet("they he she it nobody someone sie er es niemand jemand")
    private static let notWill = WordSet("think see know get let keep always do try it that you")

    /// "will call Duff tomorrow", but not "Will called" and "will Globex sign".
    var bareWill: Reply? {
        line[start]?.key == "will" && Self.toDo.contains(line[start + 1]) ? will(start + 1) : nil
    }

    static let toDo = WordSet(
        "call phone email mail visit meet send write message prepare demo present anrufen telefonieren mailen "
            + "schicken senden "
            + "schreiben besuchen vorbereiten fertigmachen anzurufen treffe rufe")

    /// "kept Hooli demo"
    func kept(_ place: Int) -> Reply? {
        let end = line.end(from: place, of: .sentence)
        if SmallWords.pronouns.contains(line[place]) { return nil }
        guard end - place <= 8, !(line[place]?.key.hasSuffix("ing") ?? false) else { return nil }
        return reading { () throws(AskBack) in
            try check(from: place)
            return .kept(words: words(place..<max(place, end)))
        }
    }

    /// "Hooli demo kept", "Hooli Demo erledigt"
    var keptBefore: Reply? {
        guard let verb = verb(.kept, endingAt: line.count), verb > start, verb - start <= 6,
            line[verb]?.key != "gehalten"
        else { return nil }
        if !isWholeWord(start..<verb), !isPartOfWord(start..<verb), let reached = reached(in: start..<verb) {
            return reached
        }
        return reading { () throws(AskBack) in
            try check(from: start)
            return .kept(words: words(start..<verb))
        }
    }

    /// The words as typed; those of an item's line are its account where there are no others.
    func words(_ range: Range<Int>) -> String {
        let words = line.text(range)
        return words.isEmpty ? item.flatMap(context.accounts.name) ?? "" : words
    }

    /// "moved Hooli demo to thu"
    func moved(_ place: Int) -> Reply? {
        let end = line.end(from: place, of: .sentence)
        guard end - place <= 10, !["on", "in", "out"].contains(line[place]?.key) || isPause(before: place) else {
            return nil
        }
        // "push Globex for a date"
        let isOrder = ["move", "push", "pushed", "delay", "delayed"].contains(line[place - 1]?.key)
        if isOrder, DatedText(line, place..<max(place, end), today: context.today).date == nil { return nil }
        return reading { () throws(AskBack) in
            try check(from: place)
            return try moved(saying: place..<max(place, end))
        }
    }

    /// "Hooli demo moved to thu": with a day, for an account may move its office as well.
    var movedBefore: Reply? {
        guard let verb = (start..<line.count).first(where: { ReplyVerb.match(line, at: $0)?.verb == .moved }),
            verb > start,
            verb - start <= 6
        else { return nil }
        let range = verb + 1..<line.count
        let dated = DatedText(line, range, today: context.today)
        let isBefore = range.isEmpty && line.count - start <= 8
        let before = isBefore ? DatedText(line, start..<verb, today: context.today) : dated
        guard before.date != nil || before.problem != nil,
            isBefore || dated.text.isEmpty || dated.date == nil || isAccount(dated.text)
        else {
            return nil
        }
        return reading { () throws(AskBack) in
            try check(from: start)
            if let problem = before.problem { throw AskBack(problem) }
            if !isBefore, isAccount(dated.text) {
                return LineReader(
                    "\(line.text(start..<verb)) \(dated.text) moved to \(before.date?.iso ?? "")", context
                ).reply()
            }
            if let moved = movedMilestone(saying: start..<verb, to: before.date) { return moved }
            return .moved(words: isBefore ? before.text : words(start..<verb), to: before.date)
        }
    }

    /// "at Globex"
    private func isAccount(_ words: String) -> Bool {
        let typed = TypedLine(words)
        let first = SmallWords.at.contains(typed[0]) ? 1 : 0
        return !words.isEmpty && context.accounts.match(typed, at: first, isLed: true)?.end == typed.count
    }

    private func moved(saying range: Range<Int>) throws(AskBack) -> Reply {
        let dated = DatedText(line, range, today: context.today)
        if let problem = dated.problem { throw AskBack(problem) }
        if dated.date == nil, case .notADate(let words) = dated.required(.nextStep, line, range) {
            throw AskBack(.notADate(words))
        }
        if let moved = movedMilestone(saying: range, to: dated.date) { return moved }
        let words = dated.text.isEmpty ? item.flatMap(context.accounts.name) ?? "" : dated.text
        return .moved(words: words, to: dated.date)
    }

    /// "cancel call Duff", "drop the call with Duff": only what the writer said he would do.
    func cancel(_ place: Int, byOneWord: Bool = false) -> Reply? {
        said(in: place..<max(place, line.count), byOneWord).map { .dropped(words: $0) }
    }

    /// "not calling Duff after all"
    var notToDoAfterAll: Reply? {
        guard item == nil, Self.doNot.contains(line[start]), let said = said(in: start + 1..<max(start + 1, line.count))
        else { return nil }
        return unclear(.meant(context.language.word("cancel \(said)", "absagen \(said)")))
    }

    private static let doNot = WordSet("not won't wont can't cant nicht doch")

    /// The only thing that the writer said he would do and that has all the words in it: "calling Duff" of "call Duff". One word of many
    /// is too little unless the verb is clear, for "drop by Duff" is another plan.
    private func said(in range: Range<Int>, _ byOneWord: Bool = false) -> String? {
        let wanted = content(of: range).filter { !Self.afterAll.contains($0) }
        guard !wanted.isEmpty else { return nil }
        let found = Set(context.names.said).filter { said in
            let has = TypedLine(said).words
            return (byOneWord || wanted.count > 1 || has.count == 1)
                && wanted.allSatisfy { word in
                    has.contains { $0.isLike(word.folding) || $0.key.count > 3 && $0.folding.begins(word.folding) }
                }
        }
        return found.count == 1 ? found.first : nil
    }

    private static let afterAll = WordSet("doing after all anymore any more today tomorrow mehr doch heute morgen i'll")

    // MARK: Asks

    /// "ask: who has met a CFO?", "Frage zu Tyrell: wer kennt den CFO?"
    func ask(_ place: Int, _ known: RowID?) -> Reply? {
        var (end, account) = (place, known)
        if !isPause(before: place), case .one(let id, let behind) = self.place(at: place) {
            (end, account) = (behind, known ?? id)
        }
        let isAsked =
            isPause(before: end) || SmallWords.questionWords.contains(line[end]) || line.asks(in: end..<line.count)
        guard isAsked else { return nil }
        return reading { () throws(AskBack) in
            let text = try text(from: end)
            return .ask(text: text, account: account ?? self.account(inTextFrom: end))
        }
    }

    /// "help with Globex: who knows their CFO?"
    func asksForHelp(_ place: Int) -> Reply? {
        guard case .one(let account, let end) = self.place(at: place), isPause(before: end), end < line.count else {
            return nil
        }
        return .ask(text: line.text(from: end), account: account)
    }

    /// "answer Dana: I have, call me at two"
    func answer(_ place: Int) -> Reply? {
        if Self.notAnswer.contains(line[place]) { return nil }
        return reading { () throws(AskBack) in
            let (person, end) = try person(at: place)
            return .answer(person: person, text: try text(from: end))
        }
    }

    private static let notAnswer = WordSet("is was me my the their his her came ist war kam")
}
