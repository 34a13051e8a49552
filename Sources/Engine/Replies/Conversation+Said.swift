import CivilTime
import Coaching
import Store

/// What is said: commitments, asks, and what the leader promises and says of the work of others.
extension Conversation {
    func commit(_ words: String, _ account: RowID?, _ date: CivilDate?) throws -> Outcome {
        let day = date ?? rep.nextChance(at: now)
        guard rep.works(on: day) else { return .said(text.dayOff(day, next: rep.calendar.next(after: day))) }
        let id = try store.commit(rep.id, to: words, about: account, on: day, at: now)
        let name = try account.flatMap { try self.account($0)?.name }
        return .said(text.said(words, about: name, on: day), undo: .added(.commitment, id))
    }

    func kept(_ words: String) throws -> Outcome {
        try choose(words) { said in
            try store.keep(said, at: now)
            return .said(text.kept(said.text), undo: .kept(said.id))
        }
    }

    func moved(_ words: String, _ date: CivilDate?) throws -> Outcome {
        try choose(words) { said in
            let day = date ?? rep.calendar.next(after: max(today, said.dueOn ?? today)) ?? today.adding(days: 1)
            guard rep.works(on: day) else { return .said(text.dayOff(day, next: rep.calendar.next(after: day))) }
            try store.move(said, to: day)
            return .said(text.moved(said.text, to: day))
        }
    }

    /// The one commitment that is open, or the one that the words are about.
    private func choose(_ words: String, _ body: (Said) throws -> Outcome) throws -> Outcome {
        let open = try store.openSaid(.commitment, by: rep.id, at: now)
        let wanted = words.lowercased().split { !$0.isLetter && !$0.isNumber }
        let found = open.filter { said in
            let has = (said.text + " " + (said.account ?? "")).lowercased().split { !$0.isLetter && !$0.isNumber }
            return wanted.allSatisfy { word in has.contains { $0.hasPrefix(word) } }
        }
        guard found.count == 1, let said = found.first else {
            return .said(text.choice(of: (found.isEmpty ? open : found).map(\.text), isCommitment: true))
        }
        return try body(said)
    }

    func ask(_ words: String, _ account: RowID?) throws -> Outcome {
        let id = try store.ask(words, by: rep.id, about: account, at: now)
        let name = try account.flatMap { try self.account($0)?.name }
        return .said(text.asked(words, about: name), undo: .added(.ask, id))
    }

    func answerAsk(of person: RowID, _ words: String) throws -> Outcome {
        let open = try store.openSaid(.ask, by: person, at: now)
        // The one that waits longest.
        guard let ask = open.first else { return .said(text.choice(of: [], isCommitment: false)) }
        try store.answer(ask, words, by: rep.id, at: now)
        return .said(text.answered(ask.text, of: roster.members[person]?.rep.shortName ?? ""))
    }

    // MARK: The leader

    func talk(_ person: RowID, _ account: RowID?, _ words: String) throws -> Outcome {
        try leading(person) { rep in
            try store.addCoachingNote(
                .talk, by: self.rep.id, with: rep.id, about: account, note: words.isEmpty ? nil : words, at: now)
            let undo = Undo.added(.coachingNote, store.database.lastInsertID)
            return .said(text.talked(with: rep.shortName, about: try name(of: account)), undo: undo)
        }
    }

    func praise(_ person: RowID, _ account: RowID?, _ words: String) throws -> Outcome {
        try leading(person) { rep in
            let id = try store.praise(rep.id, by: self.rep.id, about: account, on: rep.zone.date(at: now), words)
            return .said(text.praised(rep.shortName, words), undo: .added(.highlight, id))
        }
    }

    func promise(_ words: String, _ person: RowID?, _ account: RowID?, _ date: CivilDate?) throws -> Outcome {
        guard isLeader else { return .said(text.leadersOnly) }
        let owner = try account.flatMap { try self.account($0)?.owner?.rep.id }
        let receiver = person ?? owner
        let id = try store.promise(words, by: rep.id, for: receiver, about: account, on: date, at: now)
        let name = receiver.flatMap { roster.members[$0]?.rep.shortName }
        return .said(text.promised(words, to: name, by: date), undo: .added(.promise, id))
    }

    func support(_ account: RowID, _ words: String) throws -> Outcome {
        guard let (name, owner) = try self.account(account) else { return .said(text.failed) }
        guard let owner else { return .said(text.notYours(name, nil)) }
        return try leading(owner.rep.id) { rep in
            try store.addCoachingNote(
                .support, by: self.rep.id, with: rep.id, about: account, note: words.isEmpty ? nil : words, at: now)
            let undo = Undo.added(.coachingNote, store.database.lastInsertID)
            return .said(text.supported(name, of: rep.shortName), undo: undo)
        }
    }

    /// What only whoever leads the person may write.
    private func leading(_ person: RowID, _ body: (Rep) throws -> Outcome) throws -> Outcome {
        guard person != rep.id, let member = roster.members[person], roster.leads(rep.id, member.rep.teamID) else {
            return .said(text.leadersOnly)
        }
        return try body(member.rep)
    }

    private func name(of account: RowID?) throws -> String? { try account.flatMap { try self.account($0)?.name } }
}
