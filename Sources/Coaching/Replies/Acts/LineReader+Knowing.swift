import CivilTime

/// What is known of an account, and who decides there.
extension LineReader {
    /// "know Globex current solution: a fleet system of 2011"
    func know(_ place: Int, _ known: RowID?) -> Reply? {
        guard known != nil || hasAccount(at: place) else { return nil }
        return reading { () throws(AskBack) in
            try checkQuestion(from: place)
            let (account, end) = try account(known, at: place)
            let topics = TopicWords(context.names.topics)
            guard let topic = topics.match(line, at: end) else {
                throw AskBack(.topicUnknown(known: topics.names))
            }
            return .know(account: account, topic: topic.topic, text: try text(from: topic.end))
        }
    }

    /// "who Globex: Jonas Berg, user". A question begins so as well: an account and a name stand directly behind the word.
    func who(_ place: Int, _ known: RowID?) -> Reply? {
        guard known != nil || hasAccount(at: place) else { return nil }
        return reading { () throws(AskBack) in
            try checkQuestion(from: place)
            let (account, end) = try account(known, at: place)
            guard end < line.count else { throw AskBack(.nameMissing) }
            if let person = NameMatch.person(context.stakeholders(of: account), in: line, at: end),
                Self.leavings.match(line, at: person.end)?.end == line.count
            {
                guard person.entries.count == 1 else { throw AskBack(.several(person.entries.map(\.name))) }
                return .stakeholderLeft(account: account, person: person.entries[0].id)
            }
            let role = RoleWords(line, from: end)
            let words = line.words[end..<role.nameEnd]
            guard (1...4).contains(words.count),
                words.allSatisfy({ $0.number == nil && !CommonWords.contains($0.folding) || $0.isCapital })
            else { throw AskBack(.nameMissing) }
            if let unknown = role.unknown { throw AskBack(.roleUnknown(unknown)) }
            let known = NameMatch.person(
                context.stakeholders(of: account), in: line, at: end, byBeginning: false)
            if let known, known.end == role.nameEnd {
                guard known.entries.count == 1 else { throw AskBack(.several(known.entries.map(\.name))) }
                return .stakeholder(account: account, name: known.entries[0].name, role: role.role)
            }
            return .stakeholder(account: account, name: line.text(end..<role.nameEnd), role: role.role)
        }
    }

    /// "Maria Lopez is the economic buyer at Acme": who somebody is, in a whole sentence.
    var roleStatement: Reply? {
        guard let verb = (start + 1..<start + 4).first(where: { Self.isNow.contains(line[$0]) }),
            line.pause(in: start..<line.count) == .none
        else { return nil }
        let role = RoleWords(line, from: start)
        guard let part = role.role, role.nameEnd <= verb,
            line.words[start..<role.nameEnd].allSatisfy({ $0.number == nil && !CommonWords.contains($0.folding) }),
            let (account, words) = try? accountAnywhere(item, in: verb..<line.count), item != nil || !words.isEmpty
        else { return nil }
        let known = NameMatch.person(context.stakeholders(of: account), in: line, at: start, byBeginning: false)
        let name = known?.end == role.nameEnd && known?.entries.count == 1 ? known?.entries[0].name : nil
        return .stakeholder(account: account, name: name ?? line.text(start..<role.nameEnd), role: part)
    }

    // MARK: Who comes and goes

    /// "Rita left Initech", "new CFO at Initech: Milton Waddams", "champion at Initech is Peter", "Bernd ist jetzt Champion".
    var personNews: Reply? {
        guard !line.asks(in: start..<line.count) else { return nil }
        return personLeft ?? newPerson ?? newcomer ?? roleFirst ?? roleOfKnown
    }

    private var personLeft: Reply? {
        // "Tim hat Initech verlassen"
        if SmallWords.haveWords.contains(line[start + 1]), line[line.count - 1]?.key == "verlassen",
            line.count > start + 3
        {
            let turned = "\(line.text(start..<start + 1)) left \(line.text(start + 2..<line.count - 1))"
            return LineReader(turned, context, of: item).personLeft
        }
        guard let person = NameMatch.person(context.everybody, in: line, at: start),
            let leaving = Self.leavings.match(line, at: person.end)
        else { return nil }
        return reading { () throws(AskBack) in
            let named = context.accounts.match(
                line, at: SmallWords.at.contains(line[leaving.end]) ? leaving.end + 1 : leaving.end, isLed: true)
            let account = item ?? (named?.entries.count == 1 ? named?.entries[0].id : nil)
            let end = named?.end ?? leaving.end
            // "left a message", "left the meeting", "is leaving in March"
            let goesOn =
                Self.behindLeft.contains(line[end])
                // "for Hooli", but not "for lunch"
                || SmallWords.forWords.contains(line[end]) && line[end + 1]?.isCapital ?? false
            guard isPause(before: end) || end == line.count || leaving.meaning && goesOn else { return nil }
            let found = person.entries.filter { entry in
                account.map { context.stakeholders(of: $0).contains { $0.entry == entry } } ?? true
            }
            guard found.count == 1 else {
                throw AskBack(found.isEmpty ? .noVerb(near: nil) : .several(found.map(\.name)))
            }
            guard let name = account.flatMap(context.accounts.name) ?? context.account(of: found) else { return nil }
            return unclear(
                .meant(
                    context.language.word(
                        "who \(name): \(found[0].name) left", "wer \(name): \(found[0].name) ist weg")))
        }
    }

    /// The meaning: whether it is over by then, whatever else is said of it.
    private static let leavings = PhraseTable<Bool>([
        (
            true,
            "left,has left,quit,has quit,resigned,has resigned,left the company,has left the company,left the firm,"
                + "has left the firm,hat gekündigt,hat aufgehört,hat die firma verlassen"
        ),
        (
            false,
            "no longer works at,no longer works there,is no longer at,is gone,ist weg,ist nicht mehr bei,"
                + "ist nicht mehr da,ist raus,arbeitet nicht mehr dort,arbeitet nicht mehr bei"
        ),
    ])
    private static let behindLeft =
        SmallWords.because + SmallWords.and
        + WordSet("in last since yesterday today im letzte letzten letzter seit gestern heute")

    /// "new CFO at Initech: Milton Waddams"
    private var newPerson: Reply? {
        let colon = line.end(from: start, of: .note)
        let end = min(line.count, line.end(from: colon, of: .comma))
        guard Self.new.contains(line[start]), colon < line.count, (1...4).contains(end - colon),
            let (account, _) = try? accountAnywhere(item, in: start + 1..<colon), line.words[colon].isCapital,
            let name = context.accounts.name(of: account)
        else { return nil }
        let role = RoleWords(TypedLine(line.text(start..<colon)), from: start).role
        let part = role.map { ", \($0.rawValue)" } ?? ""
        return unclear(
            .meant(
                context.language.word(
                    "who \(name): \(line.text(colon..<end))\(part)", "wer \(name): \(line.text(colon..<end))\(part)")))
    }

    /// "Nina Vogt joined Globex as CIO", "Jens Kuhn ist der neue CFO bei Hooli"
    private var newcomer: Reply? {
        guard
            let verb = (start + 1..<start + 4).first(where: { Self.joining.match(line, at: $0) != nil || isNew(at: $0) }
            ),
            let end = Self.joining.match(line, at: verb)?.end
                ?? (verb..<line.count).first(where: { SmallWords.at.contains(line[$0]) }).map({ $0 + 1 }),
            line.pause(in: start..<end) == .none,
            line.words[start..<verb].allSatisfy({ $0.isCapital && !CommonWords.contains($0.folding) }),
            NameMatch.person(context.people, in: line, at: start) == nil,
            let account = context.accounts.match(line, at: end, isLed: true), account.entries.count == 1,
            NameMatch.person(context.stakeholders(of: account.entries[0].id), in: line, at: start) == nil
        else { return nil }
        let (name, place) = (line.text(start..<verb), account.entries[0].name)
        return unclear(.meant(context.language.word("who \(place): \(name)", "wer \(place): \(name)")))
    }

    /// "is the new"
    private func isNew(at place: Int) -> Bool {
        let next = SmallWords.articles.contains(line[place + 1]) ? place + 2 : place + 1
        return Self.isNow.contains(line[place]) && Self.new.contains(line[next])
    }

    private static let joining = PhraseTable<Bool>([
        (
            true,
            "joined,has joined,started at,starts at,is new at,is now at,ist neu bei,ist jetzt bei,arbeitet jetzt bei"
        )
    ])

    private static let new = WordSet("new neu neue neuer neuen")

    /// "champion at Initech is Peter"
    private var roleFirst: Reply? {
        guard let verb = (start + 1..<max(start + 1, line.count)).first(where: { Self.isNow.contains(line[$0]) }),
            (1...3).contains(line.count - verb - 1), line.pause(in: start..<line.count) == .none,
            let (account, words) = try? accountAnywhere(item, in: start..<verb),
            words.lowerBound > start || item != nil,
            let role = RoleWords(
                TypedLine("x " + line.text(start..<(words.isEmpty ? verb : words.lowerBound))), from: 0
            ).role
        else { return nil }
        return named(verb + 1..<line.count, role, account)
    }

    /// "Bernd ist jetzt Champion": the account is that of whom it names.
    private var roleOfKnown: Reply? {
        guard let verb = (start + 1..<start + 4).first(where: { Self.isNow.contains(line[$0]) }),
            line.pause(in: start..<line.count) == .none, line.count - verb <= 6
        else { return nil }
        let role = RoleWords(line, from: start)
        guard let part = role.role, role.nameEnd <= verb, line.words[start].isCapital, line.words[start].owner == nil
        else { return nil }
        guard let known = NameMatch.person(context.everybody, in: line, at: start, byBeginning: false) else {
            return unclear(.noAccount(near: nil))
        }
        guard known.end == role.nameEnd else { return nil }
        guard let name = context.account(of: known.entries) else { return unclear(.several(accountsOf(known.entries))) }
        return unclear(
            .meant(
                context.language.word(
                    "who \(name): \(known.entries[0].name), \(part.rawValue)",
                    "wer \(name): \(known.entries[0].name), \(part.rawValue)")))
    }

    private func accountsOf(_ people: [ReplyNames.Entry]) -> [String] {
        (context.names.own + context.names.others).filter { account in
            context.stakeholders(of: account.id).contains { people.contains($0.entry) }
        }.map(\.name)
    }

    private func named(_ words: Range<Int>, _ role: StakeholderRole, _ account: RowID) -> Reply? {
        let known = NameMatch.person(context.stakeholders(of: account), in: line, at: words.lowerBound)
        if let known, known.end == words.upperBound, known.entries.count == 1 {
            return .stakeholder(account: account, name: known.entries[0].name, role: role)
        }
        return line.words[words.lowerBound].isCapital
            ? .stakeholder(account: account, name: line.text(words), role: role) : nil
    }

    func hasAccount(at place: Int) -> Bool {
        if case .none = self.place(at: place) { false } else { true }
    }
}
