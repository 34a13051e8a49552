import CivilTime

/// Reads what was done. A line is an activity only where all of its head is understood: nothing wished, asked, planned or denied.
struct ActivityReader {
    private let context: ReplyContext
    private let line: TypedLine
    private let start: Int
    private let item: RowID?
    private let head: Head
    /// Those of a day or a time that stands at the end of the clause.
    private let lateMoment: Range<Int>

    init(_ line: TypedLine, from start: Int, item: RowID?, _ context: ReplyContext) {
        self.context = context
        self.line = line
        self.start = start
        self.item = item
        let head = HeadReader(line, from: start, item: item, context).head
        var act = UnnamedAct(line, from: start, item: item, context).head(of: head)
        let late = act.hasVerb ? Leftover(line, act, context).moment : nil
        lateMoment =
            late.map { act.takesMoment($0.match, $0.words, line, context) } ?? false ? late?.words ?? 0..<0 : 0..<0
        self.head = act
    }

    /// "call with Jonas"
    var hasPartner: Bool { head.hasVerb && (head.personLink == .with || head.accountLink == .with) }

    /// Whether the head says by itself that it was done, whatever the day: "called", "had a call", "Treffen gehabt".
    var isOfPast: Bool {
        head.isOfPast || head.isSpoken || head.verbs.contains { $0.isPast } || hasArrived || isCommand
    }

    private var hasArrived: Bool {
        head.hasGot && head.kinds.allSatisfy { $0 == .email || $0 == .social }
    }

    /// "/call Globex" is said to be noted.
    private var isCommand: Bool { start == 0 && line.lead.hasSuffix("/") }

    /// "email from Petra"
    private var hasCome: Bool { head.personLink == .from || head.person == nil && head.accountLink == .from }

    /// Where the line is understood no more.
    var end: Int { head.end }

    /// Behind the words that tell what was done; nil where none do.
    var endOfAct: Int? { head.hasVerb && head.meaningEnd > start ? head.meaningEnd : nil }

    /// Whether the line says that the act was not done.
    var isDenied: Bool { !head.hasVerb && deniesActivity }

    /// What the line means; nil when it tells of no activity.
    func reply() -> Result<Reply.Activity, AskBack>? {
        guard head.hasVerb else { return isDenied ? .failure(AskBack(denial)) : nil }
        if Doer(line, start, head, tail, context).isSomebodyElse || tail.speaksOfWords { return nil }
        do throws(AskBack) {
            return .success(try activity())
        } catch {
            return .failure(error)
        }
    }

    private func activity() throws(AskBack) -> Reply.Activity {
        if isQuestion { throw AskBack(.question) }
        if let conflict = head.conflict { throw AskBack(conflict) }
        guard let kind = head.kinds.first ?? SpokenKind(line).told else { throw AskBack(.kindMissing) }
        let kinds = head.kinds + (furtherKind.map { [$0] } ?? [])
        guard kinds.count <= 1 else { throw AskBack(.severalKinds(kinds)) }
        let isNoun = !head.verbs.contains { $0.isPast }
        if isNoun, let reason = tail.denial(isOfPast: isOfPast, hasCome: hasCome, context) { throw AskBack(reason) }
        if isCrossedOut || tail.isTakenBack || !isNoun && tail.turnsAround { throw AskBack(.notDone) }
        let leftover = Leftover(line, head, context)
        if lateMoment.isEmpty, let words = leftover.dateWords { throw AskBack(.notADate(words)) }
        let at = try instant()
        let account = try theAccount()
        let listed = leftover.accounts.filter { $0.id != account }
        if !listed.isEmpty {
            throw AskBack(.several([context.accounts.name(of: account)].compactMap { $0 } + listed.map(\.name)))
        }
        if !isOfPast, head.hasHave || head.hasGot || isOpenDay || isInfinitive || isOrder {
            throw AskBack(.doneOrPlanned)
        }
        if head.accountLink == .from, kind == .proposal { throw AskBack(.severalKinds([.proposal, .email])) }
        var activity = Reply.Activity(kind, account: account, at: at, note: note)
        try addPeople(to: &activity)
        if let milestone = head.milestone {
            guard milestone.entries.count == 1 else { throw AskBack(.several(milestone.entries.map(\.name))) }
            activity.milestone = milestone.entries[0].id
        }
        activity.direction = TalkDirection(line, start, head, tail, context).direction(of: kind)
        return activity
    }

    private var tail: Tail { Tail(line, head, from: start) }

    /// How long it took has no place of its own: it begins the note.
    private var note: String? {
        guard !head.lengthWords.isEmpty, head.lengthWords.lowerBound < tail.start else { return noteWithoutMoment }
        let length = line.text(head.lengthWords)
        return noteWithoutMoment.map { "\(length), \($0)" } ?? length
    }

    private var noteWithoutMoment: String? {
        guard !lateMoment.isEmpty else { return tail.note }
        let before = tail.start < lateMoment.lowerBound ? line.text(tail.start..<lateMoment.lowerBound) : ""
        let note = [before, line.text(from: lateMoment.upperBound)].filter { !$0.isEmpty }.joined(separator: " ")
        return note.isEmpty ? nil : note
    }

    // MARK: What is no act

    /// "did I call Globex", and everything with a question mark before the note.
    private var isQuestion: Bool {
        if line.asks(in: start..<tail.endOfHead) || tail.isShort && line.asks(in: start..<line.count) { return true }
        if Self.theyHave.contains(line[start]) { return true }
        guard let first = line[start], let second = line[start + 1], SmallWords.pronouns.contains(second) else {
            return false
        }
        return SmallWords.pastMarks.contains(first) || SmallWords.haveWords.contains(first)
    }

    private static let theyHave = WordSet("hat has")

    /// "❌ called Globex"
    private var isCrossedOut: Bool { line.lead.contains { "❌✖✗✘❎🚫".contains($0) } }

    /// "didn't call Globex", "Globex nicht angerufen".
    private var deniesActivity: Bool {
        guard SmallWords.negations.contains(line[head.end]) else { return false }
        return (head.end + 1..<head.end + 5).contains { place in
            if case .activity = ReplyVerb.match(line, at: place)?.verb { true } else { false }
        }
    }

    /// "didn't call Globex but emailed Umbra" denies one act and tells of another.
    private var denial: Unclear {
        var kinds: [ActivityKind] = []
        for place in head.end + 1..<max(head.end + 1, line.count) {
            guard case .activity(let kind, let isPast) = ReplyVerb.match(line, at: place)?.verb,
                kinds.isEmpty || isPast && line.pause(in: head.end..<place) <= .comma, !kinds.contains(kind)
            else { continue }
            kinds.append(kind)
        }
        return kinds.count > 1 ? .severalKinds(kinds) : .notDone
    }

    /// "called Globex and mailed Acme"
    private var furtherKind: ActivityKind? {
        guard SmallWords.and.contains(line[head.end]), line.pause(after: head.end) == .none,
            case .activity(let kind, _) = ReplyVerb.match(line, at: head.end + 1)?.verb
        else { return nil }
        return head.kinds.contains(kind) ? nil : kind
    }

    /// "demo Globex fri" and "call Globex today" are said of what was and of what will be.
    private var isOpenDay: Bool { head.moment.map { $0.isWeekday || $0.isToday } ?? false }

    /// "Globex treffen" is what somebody will do, "Treffen mit Globex" a noun.
    private var isInfinitive: Bool {
        head.verbs.contains { $0.isBehindName && line[$0.words.lowerBound]?.key == "treffen" }
    }

    /// "message Globex: hello" tells what to do; "message to Globex" is a noun.
    private var isOrder: Bool {
        guard let verb = head.verbs.first?.words, head.accountLink == .none, item == nil else { return false }
        return ["message", "nachricht"].contains(line[verb.lowerBound]?.key) && verb.count == 1
            && head.accountWords.lowerBound == verb.upperBound
    }

    private var isOfPastDay: Bool { !isOpenDay && head.moment?.instant.map { $0 <= context.now } ?? false }

    // MARK: When and where

    private func instant() throws(AskBack) -> Instant {
        guard let moment = head.moment else { return context.now }
        guard let instant = moment.instant, instant.secondsSinceEpoch >= 0 else {
            throw AskBack(.notADate(line.text(head.momentWords)))
        }
        let date = context.zone.date(at: instant)
        if context.today.days(since: date) > Self.longAgo, !line.text(head.momentWords).contains(String(date.year)) {
            throw AskBack(.longAgo(date))
        }
        // A minute of grace for clocks that differ.
        guard instant <= context.now.adding(seconds: 60) else { throw AskBack(.stillToCome) }
        return min(instant, context.now)
    }

    /// Days after which a day without its year may as well be one to come.
    private static let longAgo = 120

    private func theAccount() throws(AskBack) -> RowID {
        if SmallWords.and.contains(line[head.end]), let second = context.accounts.match(line, at: head.end + 1),
            !head.accounts.isEmpty, head.accounts != second.entries
        {
            throw AskBack(.several((head.accounts + second.entries).unique.map(\.name)))
        }
        if let item {
            guard head.accounts.isEmpty || head.accounts.contains(where: { $0.id == item }) else {
                throw AskBack(
                    .several(([context.accounts.name(of: item)].compactMap { $0 } + head.accounts.map(\.name))))
            }
            return item
        }
        let found = narrowed(head.accounts.isEmpty && isOfPast ? tail.accounts(context) : head.accounts)
        guard found.count <= 1 else { throw AskBack(.several(found.map(\.name))) }
        guard let account = found.first else {
            if let account = accountOfPerson {
                // "call Jonas" may be still to do.
                guard isOfPast || isOfPastDay else { throw AskBack(.doneOrPlanned) }
                return account
            }
            throw AskBack(.noAccount(near: near))
        }
        // "a call for Globex" or "about Globex" was with somebody else.
        if head.accountLink == .purpose, head.kinds.contains(where: \.isTouch) {
            throw AskBack(.noAccount(near: account.name))
        }
        // "emailed Globex's offer to Umbra"
        if let other = tail.furtherAccount(context) ?? tail.accounts(context).first, other != account {
            throw AskBack(.several([account.name, other.name]))
        }
        return account.id
    }

    /// Of several accounts of one name the only one that knows who is named: "called Dana at Acme".
    private func narrowed(_ accounts: [ReplyNames.Entry]) -> [ReplyNames.Entry] {
        guard accounts.count > 1, let first = head.people.first,
            // "Acme" is a name of its own beside "Acme Logistics".
            !accounts.contains(where: { NamedWords($0).words.count == 1 })
        else { return accounts }
        let found = accounts.filter { account in
            NameMatch.person(context.stakeholders(of: account.id), in: line, at: first.lowerBound, byBeginning: false)
                != nil
        }
        return found.count == 1 ? found : accounts
    }

    /// "called Rita": the account of the writer's own that knows the only customer of that name, where nobody of the team is called so and
    /// nothing in the line speaks of another one.
    private var accountOfPerson: RowID? {
        guard case .known(let people) = head.person, people.count == 1, !speaksOfElsewhere,
            let account = context.accountID(of: people)
        else { return nil }
        let isOfAll = head.people.allSatisfy { name in
            NameMatch.person(context.people, in: line, at: name.lowerBound) == nil
                && NameMatch.person(context.everybody, in: line, at: name.lowerBound, byBeginning: false)
                    .map { $0.entries.count == 1 && context.accountID(of: $0.entries) == account } ?? false
        }
        let listed = context.names.own.isEmpty ? context.names.others : context.names.own
        return isOfAll && listed.contains { $0.id == account } ? account : nil
    }

    /// "Petra at Globxe", "Petra (Globxe)", "Tom Brown", "Petra about the Umbra deal"
    private var speaksOfElsewhere: Bool {
        let next = line[head.personWords.upperBound]
        let isLed = [SmallWords.at, SmallWords.from, SmallWords.with, SmallWords.to].contains {
            $0.contains(line[head.end])
        }
        let isLonger = next?.isCapital ?? false && line.pause(after: head.personWords.upperBound - 1) == .none
        return isLed || isLonger || line[head.end - 1]?.gap.contains("(") ?? false
            || (head.end..<max(head.end, line.count)).contains { context.accounts.match(line, at: $0) != nil }
    }

    /// The account of the person who is named, or one whose name is near.
    private var near: String? {
        if case .known(let people) = head.person, let account = context.account(of: people) { return account }
        return context.accounts.nearest(to: line, in: start..<min(line.count, head.end + 4))
    }

    // MARK: With whom

    private func addPeople(to activity: inout Reply.Activity) throws(AskBack) {
        if case .unnamed = head.person { return }
        for words in Attendance(line, head, context).people {
            if case .unknown(let name) = head.person, words == head.people.first {
                activity.unknownNames.append(name)
                continue
            }
            guard let person = try stakeholder(words, of: activity.account) else {
                activity.unknownNames.append(line.text(words))
                continue
            }
            if !activity.stakeholders.contains(person) { activity.stakeholders.append(person) }
        }
    }

    /// Whom the words name; nil of somebody new. Who is known of another account may have a namesake at this one.
    private func stakeholder(_ words: Range<Int>, of account: RowID) throws(AskBack) -> RowID? {
        let people = context.stakeholders(of: account)
        guard let match = NameMatch.person(people, in: line, at: words.lowerBound) else { return nil }
        guard match.entries.count == 1 else { throw AskBack(.several(match.entries.map(\.name))) }
        // "Petra Klein" of another account is not the Petra Vogel of this one.
        let name = NamedWords(match.entries[0]).words
        let isWhole = words.dropFirst(match.end - words.lowerBound).allSatisfy { place in
            name.contains { line.words[place].folding.begins($0) }
        }
        return isWhole ? match.entries[0].id : nil
    }
}
