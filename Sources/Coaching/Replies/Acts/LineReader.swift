import CivilTime

/// Reads one line: an item's number perhaps, then an act.
struct LineReader {
    let context: ReplyContext
    let line: TypedLine
    /// The account of the item that the line names by its number.
    private(set) var item: RowID?
    /// Where the act begins.
    private(set) var start = 0
    private var unknownItem: Int?
    /// Whether the number is surely an item's: "2:", "#2".
    private(set) var isItemMarked = false
    /// Said before the act: "thanks, called Globex".
    private(set) var isGreeted = false

    /// - Parameter account: Whose the act is where the line names none.
    init(_ text: String, _ context: ReplyContext, of account: RowID? = nil) {
        self.context = context
        line = TypedLine(text)
        item = account
        skipName()
        skipCourtesy()
        readItem()
        if start > 0, item != nil { skipCourtesy() }
    }

    /// What the line means behind an act of an account, which is meant where the line names none: "next: send the note, fri".
    func reply(behind account: RowID?) -> Reply? {
        let reply = reply()
        switch reply {
        case nil, .unclear(.noAccount(near: nil), _): break
        default: return reply
        }
        guard let account, item == nil, let match = ReplyVerb.match(line, at: start) else { return reply }
        switch match.verb {
        case .next, .done, .hold, .know: break
        // "who knows", "support was slow"
        case .who, .support, .resume:
            guard isPause(before: match.end) else { return reply }
        default: return reply
        }
        let behind = LineReader(line.text, context, of: account).reply()
        if case .unclear = behind { return isPause(before: match.end) ? behind : reply }
        return behind ?? reply
    }

    /// Whether the line is no part of the act before it, understood or not: it names another account, or begins with an item's number or
    /// with what was done.
    func beginsAnew(behind account: RowID?) -> Bool {
        if item != nil || unknownItem != nil { return true }
        if ReplyVerb.isDone(line, at: start) { return true }
        return (start..<line.count).contains { place in
            let isLed =
                place > 0 && (SmallWords.at.contains(line[place - 1]) || SmallWords.to.contains(line[place - 1]))
            guard place == start || isLed || line[place]?.isCapital ?? false,
                let match = context.accounts.match(line, at: place, isLed: isLed)
            else { return false }
            return !match.entries.contains { $0.id == account }
        }
    }

    /// What stands before an act of which it is not sure that it was meant.
    static let doubt = "perhaps meant:"

    /// What the line means; nil when no word says so.
    func reply() -> Reply? {
        if let act = line.text.dropping(Self.doubt) { return unclear(.meant(act.trimmed)) }
        if let reply = accountOfCommonWord ?? leaderTells ?? wholeLine ?? asksOfPeople ?? reopened { return reply }
        if let unknownItem { return unclear(.itemUnknown(unknownItem)) }
        if let match = ReplyVerb.match(line, at: start), !isBeginningOfName(endingAt: match.end),
            item == nil || !tellsOfCustomer(behind: match),
            let reply = reply(to: match.verb, from: match.end, account: nil)
        {
            return reply
        }
        if item == nil, isBack { return .back }
        return (item == nil ? awayOfWriter : nil) ?? commitOfDay ?? bareWill ?? replyBehindAccount ?? replyBeforeVerb
            ?? replyWithoutVerb
    }

    /// What the line means by all of its words.
    private var replyWithoutVerb: Reply? {
        if let reply = notToDoAfterAll ?? joining ?? milestoneByTitle { return reply }
        if reminder != nil, passing == nil, let reply = coming { return reply }
        let activity = activity(from: start)
        if let activity, activity.unclear == nil { return activity }
        return passing ?? outcome ?? helpWanted ?? activity ?? roleStatement ?? personNews ?? planOfItem ?? accountAlone
            ?? coming
    }

    /// The word that the one which is not understood is nearly.
    var nearVerb: String? {
        let place = max(start, ActivityReader(line, from: start, item: item, context).end)
        // Small talk is not corrected.
        let isAboutAccount =
            item != nil || (start..<line.count).contains { context.accounts.match(line, at: $0) != nil }
        guard isAboutAccount, let word = line[place], word.key.count >= 5 else { return nil }
        return context.nearestVerb(to: word)
    }

    /// What the line says of the account of the item that it names.
    var answerToItem: ReplyNote? {
        guard let item, start < line.count else { return nil }
        return ReplyNote(account: item, text: line.text(from: start))
    }

    /// "Petra expects it by Friday": perhaps an answer without its number, of somebody who is at only one account that was asked about.
    var answerOfPerson: Reply? {
        guard item == nil, line.count - start > 2, line[start]?.isCapital ?? false,
            let person = NameMatch.person(context.everybody, in: line, at: start, byBeginning: false),
            NameInText.one(of: context.names.own + context.names.others, in: line.text) == nil
        else { return nil }
        let asked = context.names.items.filter { item in
            context.stakeholders(of: item.value).contains { person.entries.contains($0.entry) }
        }
        guard asked.count == 1, let item = asked.first else { return nil }
        return unclear(.meant("\(item.key): \(line.text(from: start))"))
    }

    func unclear(_ reason: Unclear) -> Reply { .unclear(reason, line: line.text) }

    // MARK: Before the act

    private mutating func skipName() {
        if line[start]?.key == "coachd" { start += 1 }
    }

    private mutating func skipCourtesy() {
        while let match = Courtesy.phrases.match(line, at: start) {
            start = match.end
            isGreeted = true
        }
        // "Morgen!" greets, "morgen Duff anrufen" does not.
        if Courtesy.isGreeting(line, at: start) {
            start += 1
            isGreeted = true
        }
    }

    private mutating func readItem() {
        guard let number = ItemNumber(line, at: start) else { return }
        if let account = context.names.items[number.value] {
            item = account
            isItemMarked = number.isMarked
            start = number.end
        } else if number.isMarked || ReplyVerb.match(line, at: number.end) != nil {
            unknownItem = number.value
        }
    }

    // MARK: Where the verb stands

    /// What has no more words than itself: "undo", "plan?", "thanks".
    private var wholeLine: Reply? {
        guard start < line.count else { return isGreeted ? .courtesy : Courtesy.wordless(line.text) }
        if let match = Courtesy.nothing.match(line, at: start), match.end == line.count { return .courtesy }
        if item != nil, FollowUp.isAgreement(line.text(from: start)) { return .courtesy }
        // "pls undo"
        let first = Courtesy.pleases.contains(line[start]) ? start + 1 : start
        guard let match = ReplyVerb.match(line, at: first), item == nil else {
            return item == nil && FollowUp.isRefusal(line.text(from: start)) ? .courtesy : nil
        }
        // "undo please"
        guard
            (match.end..<line.count).allSatisfy({
                Courtesy.pleases.contains(line[$0]) || Self.nowWords.contains(line[$0])
            })
        else { return nil }
        switch match.verb {
        case .undo: return line.asks(in: start..<line.count) ? nil : .undo
        case .help: return .help
        case .stop: return .stop
        case .list: return .list
        case .plan: return .plan
        default: return nil
        }
    }

    private static let nowWords = WordSet("now today heute jetzt")

    /// Whether the verb is the first word of a longer name: "Next AG".
    private func isBeginningOfName(endingAt end: Int) -> Bool {
        context.accounts.match(line, at: start).map { $0.end > end } ?? false
    }

    /// "Globex: next send the offer, fri", "Initech ruht bis 4.12.: neuer CIO".
    private var replyBehindAccount: Reply? {
        let first = Self.putting.contains(line[start]) ? start + 1 : start
        guard let account = context.accounts.match(line, at: first) else { return nil }
        // "Globex pain: every late truck is refunded"
        if account.entries.count == 1, !isPause(before: account.end),
            let topic = TopicWords(context.names.topics).match(line, at: account.end), topic.end < line.count,
            line.pause(after: topic.end - 1) == .note
        {
            return know(account.end, account.entries[0].id)
        }
        guard let match = ReplyVerb.match(line, at: account.end) else { return nil }
        switch match.verb {
        case .next, .hold, .resume, .done, .know, .who, .support, .milestone, .won, .lost, .drop:
            if tellsOfCustomer(behind: match) { return nil }
            guard account.entries.count == 1 else { return unclear(.several(account.entries.map(\.name))) }
            return reply(to: match.verb, from: match.end, account: account.entries[0].id)
        default: return nil
        }
    }

    /// "put Wonka on hold", "take Wonka off hold"
    private static let putting = WordSet("put take lege leg setze nimm hol")

    /// "Hooli demo kept", "Globex CFO met done", "Hooli demo moved to thu"; but "called Globex, demo moved to thu" tells of a call.
    private var replyBeforeVerb: Reply? {
        if ReplyVerb.isDone(line, at: start) { return doneBefore }
        return keptBefore ?? movedBefore ?? doneBefore
    }

    private func reply(to verb: ReplyVerb, from place: Int, account: RowID?) -> Reply? {
        let account = account ?? item
        switch verb {
        case .activity, .undo, .stop, .list, .plan: return nil
        case .show: return show(place)
        case .milestone: return plannedMilestone(place, account)
        case .won: return close(as: .won, place, account)
        case .lost: return close(as: .lost, place, account)
        case .drop: return close(as: .dropped, place, account) ?? cancel(place)
        case .cancel: return cancel(place, byOneWord: true)
        case .skip: return skipped(place)
        case .help: return asksForHelp(place)
        case .spoke: return talksWithColleague(place) ? talk(place) : nil
        case .next: return next(place, account)
        case .done: return done(place, account)
        case .hold: return hold(place, account)
        case .resume: return resume(place, account)
        case .today: return today(place)
        case .tomorrow: return tomorrow(place)
        case .will: return will(place)
        case .kept: return kept(place)
        case .moved: return moved(place)
        case .ask: return ask(place, account)
        case .answer: return answer(place)
        case .know: return know(place, account)
        case .who: return who(place, account)
        case .away: return away(place)
        case .talk: return talk(place)
        case .praise: return praise(place)
        case .promise: return promise(place)
        case .support: return support(place, account)
        }
    }

    func activity(from place: Int) -> Reply? {
        let reader = ActivityReader(line, from: place, item: item, context)
        // "great call Globex" praises somebody; "thanks called Globex" tells.
        if isGreeted, !isPause(before: start), item == nil, !reader.isOfPast, !reader.hasPartner { return nil }
        return switch reader.reply() {
        case .success(let activity): .activity(activity)
        case .failure(let problem): unclear(problem.reason)
        case nil: nil
        }
    }
}

extension String {
    /// What stands behind the words with which it begins; nil where it does not.
    fileprivate func dropping(_ words: String) -> String? {
        hasPrefix(words) ? String(dropFirst(words.count)) : nil
    }
}
