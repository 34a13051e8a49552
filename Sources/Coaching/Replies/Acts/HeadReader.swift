import CivilTime

/// Reads the head of a line, word by word, until one is not understood or a pause behind what an act needs.
struct HeadReader {
    let context: ReplyContext
    let line: TypedLine
    /// The account of the item that the line names by its number.
    let item: RowID?
    let start: Int
    private(set) var head = Head()

    init(_ line: TypedLine, from start: Int, item: RowID?, _ context: ReplyContext) {
        self.line = line
        self.start = start
        self.item = item
        self.context = context
        head.end = start
        head.meaningEnd = start
        while head.end < line.count, goesOn(), step() {}
    }

    var place: Int { head.end }
    private var hasAccount: Bool { item != nil || !head.accounts.isEmpty }

    // MARK: Pauses

    /// Whether the head may go on behind the pause before the word.
    private func goesOn() -> Bool {
        guard place > start else { return true }
        guard head.hasVerb else { return head.person?.isKnown ?? true || line.pause(after: place - 1) == .none }
        switch line.pause(after: place - 1) {
        case .none: return true
        case .sentence: return false
        case .note:
            return !hasAccount && account(at: place)?.end != nil
        case .comma:
            if !hasAccount {
                let isMoment = head.person?.isKnown ?? false && stands(moment(at: place)?.end)
                return isMoment || account(at: place).map { line.pause(after: $0.end - 1) > .none } ?? false
            }
            return stands(moment(at: place)?.end) || stands(milestone(at: place)?.end) || stands(withPerson(at: place))
        }
    }

    /// Whether words that end here stand between pauses.
    private func stands(_ end: Int?) -> Bool { end.map { line.pause(after: $0 - 1) > .none } ?? false }

    private func account(at place: Int) -> NameMatch? {
        let isLed = SmallWords.at.contains(line[place]) || SmallWords.with.contains(line[place])
        return context.accounts.match(line, at: afterArticles(isLed ? place + 1 : place), isLed: isLed)
    }

    private func withPerson(at place: Int) -> Int? {
        guard SmallWords.with.contains(line[place]) else { return nil }
        let people = account.map(context.stakeholders) ?? context.everybody
        return NameMatch.person(people, in: line, at: place + 1)?.end
    }

    func afterArticles(_ place: Int) -> Int {
        var place = place
        while SmallWords.articles.contains(line[place]), place < line.count - 1, line.pause(after: place) == .none {
            place += 1
        }
        return place
    }

    // MARK: Words

    private mutating func step() -> Bool {
        if isStakeholder(at: place), takePerson(at: place, .none) { return true }
        if isCalledAsAWord, takePerson(at: place, .none) { return true }
        // "met Next", but "called Monday" may tell the day.
        let isObject =
            line[place].map { $0.isCapital && !CommonWords.calendar.contains($0) } ?? false
            && place == head.verbs.last?.words.upperBound
        if let match = context.accounts.match(line, at: place, isLed: isObject) { return take(match, .none) }
        if let match = moment(at: place) { return take(match) }
        if let kind = kindOfContext, take(.activity(kind.kind, isPast: kind.isPast), end: place + 1) { return true }
        if !head.hasVerb, let end = UnnamedAct.voicemail(line, at: place),
            take(.activity(.call, isPast: true), end: end)
        {
            return true
        }
        if let match = ReplyVerb.match(line, at: place), take(match.verb, end: match.end) { return true }
        if takeLength() { return true }
        // "mit Heinz am Telefon gesprochen"
        if !head.hasVerb, let end = SpokenKind.end(line, at: place) {
            head.end = end
            return true
        }
        if let link = link(at: place), takeLinked(link) { return true }
        if takePerson(at: place, .none) { return true }
        return takeSmallWord()
    }

    private mutating func advance(to end: Int) -> Bool {
        head.end = end
        head.meaningEnd = end
        return true
    }

    private mutating func take(_ verb: ReplyVerb, end: Int) -> Bool {
        switch verb {
        // "emailed Rita the offer" was one act.
        case .activity(.proposal, isPast: false) where head.verbs.contains { $0.isPast && $0.kind.isTouch }:
            return false
        case .activity(let kind, let isPast):
            head.verbs.append(
                Head.Verb(
                    kind: kind, isPast: isPast, isWeak: ReplyVerb.weak.contains(line.words[place]), words: place..<end,
                    isBehindName: !head.accounts.isEmpty || head.person != nil))
        case .spoke: head.isSpoken = true
        // "had a good talk with Petra"
        case .talk where head.isOfPast: head.isSpoken = true
        case .done where !head.verbs.isEmpty: head.isOfPast = true
        default: return false
        }
        return advance(to: end)
    }

    private mutating func takeSmallWord() -> Bool {
        let word = line.words[place]
        let isMark: Bool
        if SmallWords.pastMarks.contains(word) {
            head.isOfPast = true
            isMark = true
        } else if SmallWords.haveWords.contains(word) {
            head.hasHave = true
            isMark = false
        } else if SmallWords.gotWords.contains(word) {
            head.hasGot = true
            isMark = true
        } else if SmallWords.fillers.contains(word) || SmallWords.articles.contains(word) {
            isMark = false
        } else {
            return false
        }
        head.end = place + 1
        if isMark || !head.hasVerb { head.meaningEnd = head.end }
        return true
    }

    // MARK: Accounts

    private mutating func take(_ match: NameMatch, _ link: Head.Link) -> Bool {
        if head.accounts.isEmpty {
            head.accounts = match.entries
            head.accountLink = link
            head.accountWords = place..<match.end
            return advance(to: match.end)
        }
        if head.accounts == match.entries { return advance(to: match.end) }
        // "Wayne at Globex" may be somebody called Wayne.
        if [.at, .from, .none].contains(link), head.person == nil, let account = match.entries.first,
            match.entries.count == 1,
            let namesakes = NameMatch.person(
                context.stakeholders(of: account.id), in: line, at: firstName)
        {
            head.person = .known(namesakes.entries)
            head.personLink = head.accountLink
            head.personWords = firstName..<head.accountWords.upperBound
            head.people = [head.personWords]
            head.accounts = match.entries
            head.accountLink = link
            head.accountWords = place..<match.end
            return advance(to: match.end)
        }
        head.conflict = .several((head.accounts + match.entries).unique.map(\.name))
        return advance(to: match.end)
    }

    /// Where the name of the account begins, behind the word that leads to it.
    private var firstName: Int {
        let first = head.accountWords.lowerBound
        return head.accountLink == .none ? first : afterArticles(first + 1)
    }

    // MARK: Moments and milestones

    /// "30 min", "for 2 hours", "eine Stunde": nothing that an act needs, but more of the act may follow.
    private mutating func takeLength() -> Bool {
        let first = SmallWords.forWords.contains(line[place]) ? place + 1 : place
        guard head.hasVerb, head.lengthWords.isEmpty, line[first]?.count != nil, Self.units.contains(line[first + 1]),
            line.pause(in: place..<first + 2) == .none
        else { return false }
        let end =
            SmallWords.long.contains(line[first + 2]) && line.pause(after: first + 1) == .none ? first + 3 : first + 2
        head.lengthWords = place..<end
        head.end = end
        return true
    }

    private static let units = WordSet("min mins minute minutes minuten h hour hours stunde stunden std")

    func moment(at place: Int) -> MomentReader.Match? {
        guard let match = MomentReader(zone: context.zone, now: context.now).match(line, at: place) else { return nil }
        let isOpen =
            line.pause(after: match.end - 1) == .none
            && !(SmallWords.with.contains(line[match.end]) && line[place]?.key != "sat")
        if match.isLoose,
            isOpen || SmallWords.fillers.contains(line[place])
                || line[place]?.key == "do"
        {
            return nil
        }
        return match
    }

    private mutating func take(_ match: MomentReader.Match) -> Bool {
        if !head.takesMoment(match, place..<match.end, line, context) {
            head.conflict = .notADate(line.text(head.momentWords.lowerBound..<match.end))
        }
        return advance(to: match.end)
    }

    private func milestone(at place: Int) -> NameMatch? {
        guard SmallWords.forWords.contains(line[place]), let account = item ?? head.accounts.first?.id,
            head.accounts.count <= 1
        else { return nil }
        return NameMatch.beginning(context.milestones(of: account), in: line, at: afterArticles(place + 1))
    }

    // MARK: What a small word leads to

    private func link(at place: Int) -> Head.Link? {
        guard let word = line[place], line.pause(after: place) == .none else { return nil }
        // "left a voicemail for Vera"
        if SmallWords.forWords.contains(word), let verb = head.verbs.last, verb.words.upperBound == place,
            UnnamedAct.voicemail(line, at: verb.words.lowerBound) == place
        {
            return .to
        }
        let links: [(WordSet, Head.Link)] = [
            (SmallWords.with, .with), (SmallWords.at, .at), (SmallWords.from, .from), (SmallWords.to, .to),
            (SmallWords.forWords, .purpose), (SmallWords.about, .purpose),
        ]
        return links.first { $0.0.contains(word) }?.1
    }

    private mutating func takeLinked(_ link: Head.Link) -> Bool {
        if link == .purpose, let match = milestone(at: place) {
            head.milestone = match
            return advance(to: match.end)
        }
        if isStakeholder(at: place + 1), takePerson(at: place + 1, link) { return true }
        let name = afterArticles(place + 1)
        if let match = context.accounts.match(line, at: name, isLed: true) {
            // "did a demo for Globex", but a call for Globex was with somebody else.
            if link == .purpose, SmallWords.forWords.contains(line[place]), head.kinds == [.demo] {
                return take(match, .at)
            }
            if link == .purpose, head.verbs.contains(where: { $0.kind.isTouch }) { return false }
            return take(match, link)
        }
        return link != .purpose && takePerson(at: place + 1, link)
    }

    // MARK: People

    private mutating func takePerson(at first: Int, _ link: Head.Link) -> Bool {
        let place = Self.both.contains(line[first]) ? first + 1 : first
        guard head.person == nil, let found = PersonReader(self).person(at: place, link) else { return false }
        head.person = found.person
        head.personLink = link
        head.people = [place..<found.end]
        if case .unnamed = found.person {} else { head.people += PersonReader(self).others(behind: found.end) }
        head.personWords = place..<(head.people.last?.upperBound ?? found.end)
        return advance(to: PersonReader(self).afterRole(head.personWords.upperBound))
    }

    /// "both Petra and Omar"
    private static let both = WordSet("both beide beiden sowohl")

    /// Whether somebody of the account is named here, whose name another account may have as well: "Petra" of "Petra AG".
    private func isStakeholder(at place: Int) -> Bool {
        guard let account, head.person == nil, let match = context.accounts.match(line, at: place),
            !match.entries.contains(where: { $0.id == account })
        else { return false }
        let person = NameMatch.person(context.stakeholders(of: account), in: line, at: place, byBeginning: false)
        return person.map { $0.end >= match.end } ?? false
    }

    /// The account as far as it is known.
    var account: RowID? { item ?? (head.accounts.count == 1 ? head.accounts[0].id : nil) }
}
