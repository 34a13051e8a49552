import CivilTime
import Coaching
import Store

/// What is said: commitments, asks, and what the leader promises and says of the work of others.
extension Conversation {
    func commit(_ words: String, _ account: RowID?, _ date: CivilDate?) throws -> Outcome {
        let (day, instead) = try workingDay(date ?? rep.nextChance(at: now))
        let answer =
            [text.said(words, about: try name(of: account), on: day)] + instead + (account == nil ? [text.isHeard] : [])
        // The same word for the same day is one word.
        let isSaid = try openWords().contains { $0.says(words, about: account, on: day) }
        if isSaid { return Outcome(lines: answer) }
        let id = try store.commit(rep.id, to: words, about: account, on: day, at: now)
        return Outcome(lines: answer, undo: [try store.undo(adding: .commitment, id)])
    }

    func kept(_ words: String) throws -> Outcome {
        try choose(words) { said in
            let undo = try store.undo(of: said.subject, said.id) { try store.keep(said, at: now) }
            return .said(text.kept(said.text), undo: undo)
        }
    }

    func moved(_ words: String, _ date: CivilDate?) throws -> Outcome {
        try choose(words) { said in
            let day = date ?? rep.calendar.next(after: max(today, said.dueOn ?? today)) ?? today.adding(days: 1)
            let (date, instead) = try workingDay(day)
            let undo = try store.undo(of: said.subject, said.id) { try store.move(said, to: date) }
            return Outcome(lines: [text.moved(said.text, to: date)] + instead, undo: [undo])
        }
    }

    func dropped(_ words: String) throws -> Outcome {
        try choose(words) { said in
            let undo = try store.undo(of: said.subject, said.id) { try store.drop(said, at: now) }
            return .said(text.dropped(said.text), undo: undo)
        }
    }

    /// The day, or where the writer does not work then the next one on which he does, with a word about it.
    private func workingDay(_ day: CivilDate) throws -> (CivilDate, [Phrase]) {
        guard !rep.works(on: day), let next = rep.calendar.next(after: day) else { return (day, []) }
        return (next, [text.dayOff(day)])
    }

    /// The one that is open of what he said he would do, or the one that the words are about.
    private func choose(_ words: String, _ body: (Said) throws -> Outcome) throws -> Outcome {
        let found = try openWords(about: words)
        // Of what was said twice the one that is due first is meant.
        guard let said = found.first, Set(found.map { $0.text.lowercased() }).count == 1 else {
            return .said(text.choice(of: try found.isEmpty ? openWords().map(\.text) : found.map(\.text)))
        }
        return try body(said)
    }

    /// Those that have all of the words in them; one that is the words alone is meant itself.
    func openWords(about words: String) throws -> [Said] {
        let found = try openWords().filter { said in
            said.isAbout(words, for: said.forID.flatMap { roster.members[$0]?.rep.name } ?? "")
        }
        let whole = found.filter { $0.text.lowercased() == words.lowercased() }
        return whole.isEmpty ? found : whole
    }

    /// Commitments, and a leader's promises.
    func openWords() throws -> [Said] {
        try store.openSaid(.commitment, by: rep.id, at: now)
            + (isLeader ? store.openSaid(.promise, by: rep.id, at: now) : [])
    }

    func ask(_ words: String, _ account: RowID?, _ names: ReplyNames) throws -> Outcome {
        // Everybody in the huddle hears an ask; what begins with a name may be meant for one of them alone.
        let first = words.prefix { $0.isLetter }.lowercased()
        if let person = names.people.first(where: { $0.name.firstName.lowercased() == first }) {
            return .said(text.askedOfOne(person.name.firstName))
        }
        let id = try store.ask(words, by: rep.id, about: account, at: now)
        return .said(text.asked(words, about: try name(of: account)), undo: try store.undo(adding: .ask, id))
    }

    func answerAsk(of person: RowID, _ words: String) throws -> Outcome {
        let open = try store.openSaid(.ask, by: person, at: now)
        let name = roster.members[person]?.rep.shortName ?? ""
        let meant = open.count == 1 ? open : open.filter { $0.sharesWord(with: words) }
        guard meant.count == 1, let ask = meant.first else {
            return .said(text.choice(of: open.map(\.text), askedBy: name))
        }
        let undo = try store.undo(of: .ask, ask.id) { try store.answer(ask, words, by: rep.id, at: now) }
        return .said(text.answered(ask.text, of: name), undo: undo)
    }

    // MARK: The leader

    func talk(_ person: RowID, _ account: RowID?, _ words: String, _ at: Instant?) throws -> Outcome {
        try leading(person) { rep in
            let id = try store.addCoachingNote(
                .talk, by: self.rep.id, with: rep.id, about: account, note: words.isEmpty ? nil : words,
                at: min(at ?? now, now))
            return .said(
                text.talked(with: rep.shortName, about: try name(of: account), at: at),
                undo: try store.undo(adding: .coachingNote, id))
        }
    }

    func praise(_ person: RowID, _ account: RowID?, _ words: String) throws -> Outcome {
        try leading(person) { rep in
            let id = try store.praise(rep.id, by: self.rep.id, about: account, on: rep.zone.date(at: now), words)
            return .said(text.praised(rep.shortName, words), undo: try store.undo(adding: .highlight, id))
        }
    }

    func promise(_ words: String, _ person: RowID?, _ account: RowID?, _ date: CivilDate?) throws -> Outcome {
        // What a rep promises he will do himself.
        guard isLeader else { return try commit(words, account, date) }
        let owner = try account.flatMap { try self.account($0)?.owner?.rep.id }
        let receiver = person ?? owner
        let isSaid = try store.openSaid(.promise, by: rep.id, at: now).contains {
            $0.says(words, about: account, on: date) && $0.forID == receiver
        }
        let name = receiver.flatMap { roster.members[$0]?.rep.shortName }
        if isSaid { return .said(text.promised(words, to: name, by: date)) }
        let id = try store.promise(words, by: rep.id, for: receiver, about: account, on: date, at: now)
        return .said(text.promised(words, to: name, by: date), undo: try store.undo(adding: .promise, id))
    }

    func support(_ account: RowID, _ words: String) throws -> Outcome {
        guard let (name, owner) = try self.account(account) else { return .said(text.failed) }
        guard let owner else { return .said(text.notYours(name, nil)) }
        return try leading(owner.rep.id) { rep in
            let id = try store.addCoachingNote(
                .support, by: self.rep.id, with: rep.id, about: account, note: words.isEmpty ? nil : words, at: now)
            return .said(text.supported(name, of: rep.shortName), undo: try store.undo(adding: .coachingNote, id))
        }
    }

    /// What only whoever leads the person may write.
    func leading(_ person: RowID, _ body: (Rep) throws -> Outcome) throws -> Outcome {
        guard person != rep.id, let member = roster.members[person], roster.isLeaderOrDeputy(rep.id, of: member.rep)
        else {
            return .said(text.leadersOnly)
        }
        return try body(member.rep)
    }

    private func name(of account: RowID?) throws -> String? { try account.flatMap { try self.account($0)?.name } }
}

extension Said {
    fileprivate var subject: Undo.Subject { kind == .promise ? .promise : .commitment }

    fileprivate func says(_ words: String, about account: RowID?, on date: CivilDate?) -> Bool {
        text.lowercased() == words.lowercased() && accountID == account && dueOn == date
    }

    /// Whether each word stands in the text, or begins one there; or names for whom it was promised.
    fileprivate func isAbout(_ words: String, for person: String) -> Bool {
        let has = Self.words("\(text) \(account ?? "") \(person)")
        return Self.words(words).allSatisfy { word in has.contains { $0.hasPrefix(word) } }
    }

    /// Whether a word that means something stands in both.
    fileprivate func sharesWord(with other: String) -> Bool {
        let has = Set(Self.words(text + " " + (account ?? "")))
        return Self.words(other).contains { $0.count > 2 && has.contains($0) }
    }

    private static func words(_ text: String) -> [Substring] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }
    }
}
