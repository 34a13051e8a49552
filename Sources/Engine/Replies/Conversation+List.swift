import CivilTime
import Coaching
import Store

/// What is asked about accounts and lists, and what changes a list.
extension Conversation {
    /// All that a phone shows of an account; of a colleague's the colleague is named.
    func show(_ account: RowID) throws -> Outcome {
        guard let (name, owner) = try self.account(account) else { return .said(text.failed) }
        guard let owner, mayPlan(owner) else { return .said(text.notYours(name, owner?.rep.shortName)) }
        let survey = try Survey(of: owner.rep, at: now, in: store)
        guard let found = survey.accounts.first(where: { $0.id == account }) else { return .said(text.offList(name)) }
        let sheet = try store.sheet(of: account, at: now, activities: 0)
        let kept = try keptByActs(of: owner.rep)
        let said = try store.openSaid(.commitment, about: account, at: now).filter { !kept.contains($0.id) }
        let story = AccountStory(found, lastTouch: try store.lastTouch(of: account, at: now))
        return Outcome(
            lines: text.card(
                ReplyText.AccountCard(
                    story, findings: survey.states[account] ?? [], on: survey.day,
                    said: said.map { ($0.text, $0.dueOn) },
                    known: (sheet?.research ?? []).map { ($0.topic, $0.answer) })))
    }

    /// How a rep's list stands, for whoever leads him.
    func showList(of person: RowID) throws -> Outcome {
        if person == rep.id { return try list() }
        guard let member = roster.members[person], roster.isLeaderOrDeputy(rep.id, of: member.rep) else {
            return .said(text.leadersOnly)
        }
        let survey = try Survey(of: member.rep, at: now, in: store)
        let stalled = survey.accounts.filter { account in
            survey.states[account.id]?.contains { $0.kind == .stalled } ?? false
        }
        return Outcome(lines: text.list(of: member.rep.shortName, survey.accounts.count, stalled: stalled.map(\.name)))
    }

    /// Plans a milestone, or gives it another date.
    func planMilestone(_ title: String, of account: RowID, on date: CivilDate) throws -> Outcome {
        try planned(account) { name, _ in
            guard
                let known = try store.milestones(of: account).first(where: {
                    $0.name.lowercased() == title.lowercased()
                })
            else {
                let id = try store.addMilestone(title, to: account, due: date)
                return .said(
                    text.milestone(title, at: name, on: date, isNew: true), undo: try store.undo(adding: .milestone, id)
                )
            }
            if let done = try reachedOn(known.id, of: account) {
                return .said(
                    text.wasReached(known.name, at: name, on: done), text.howToReopen(known.name, at: name, on: date))
            }
            let undo = try store.undo(of: .milestone, known.id) {
                try store.reopenMilestone(known.id)
                try store.setDue(ofMilestone: known.id, on: date)
            }
            return .said(text.milestone(known.name, at: name, on: date, isNew: false), undo: undo)
        }
    }

    // MARK: Who is on the list

    /// Selects an account for the writer's own list: a new one, or one that comes back with all its history. A full list is refused
    /// with those that would best give way.
    func select(_ name: String, because fit: String?, insteadOf out: RowID?) throws -> Outcome {
        let known = try store.accounts(named: name)
        if let taken = known.first(where: { $0.isActive && $0.owner != nil }) {
            return .said(text.notYours(taken.name, taken.owner.flatMap { roster.members[$0]?.rep.shortName }))
        }
        guard known.count <= 1 else { return .said(text.question(about: .several(known.map(\.name)), line: name)[1]) }
        guard let out else { return try join(name, known.first, because: fit, at: nil) }
        return try planned(out) { outName, _ in
            guard try self.account(out)?.owner?.rep.id == rep.id else { return .said(text.notYours(outName, nil)) }
            let place = try store.rank(of: out)
            let left = try close(out, as: .dropped, because: text.gavePlace(to: name))
            return try left + join(name, known.first, because: fit, at: place)
        }
    }

    private func join(_ name: String, _ old: Named?, because fit: String?, at place: Int?) throws -> Outcome {
        // What was on the list of somebody whom the writer leads comes back there.
        let owner = old?.owner.flatMap { roster.members[$0]?.rep }
        let rep = owner.flatMap { roster.isLeaderOrDeputy(self.rep.id, of: $0) ? $0 : nil } ?? self.rep
        let today = rep.zone.date(at: now)
        guard try store.listSize(of: rep.id).accounts < Schema.accountsPerRep else {
            return .said(
                text.isFull(with: name, givingWay: try store.givingWay(of: rep.id, today: today).map(\.account)))
        }
        let account = SelectedAccount(name: old?.name ?? name, repID: rep.id, fitNote: fit, selectedOn: today)
        let id: RowID
        if let old {
            id = old.id
        } else {
            // An undo leaves it dropped: what was written of it meanwhile stays.
            id = try store.add(account)
            try store.closeAccount(id, as: .dropped, because: text.notSelected)
        }
        let undo = try store.undo(of: .account, id) { try store.select(id, as: account, at: place) }
        let size = try store.listSize(of: rep.id).accounts
        return .said(
            text.selected(
                account.name, number: try store.rank(of: id) ?? size, of: size, isBack: old != nil, because: fit),
            undo: undo)
    }

    /// A line about an account that was won, lost or dropped: nothing is done there before it is back.
    func offerToReopen(_ unclear: Unclear, _ line: String, _ names: ReplyNames) throws -> Outcome? {
        switch unclear {
        case .noVerb, .noAccount, .question: break
        default: return nil
        }
        guard NameInText.one(of: names.own + names.others, in: line) == nil,
            let closed = NameInText.one(of: names.closed, in: line),
            let status = try store.status(of: closed.id)?.status
        else { return nil }
        var outcome = Outcome.said(text.isClosed(closed.name, as: status))
        outcome.readAs = ReplyReader.doubted("reopen \(closed.name)")
        return outcome
    }

    /// Takes an account off its list.
    func close(_ account: RowID, as status: AccountStatus, because reason: String) throws -> Outcome {
        try planned(account) { name, _ in
            let owner = try self.account(account)?.owner?.rep.id
            let undo = try store.undo(of: .account, account) {
                try store.closeAccount(account, as: status, because: reason)
                if let owner { try store.arrange(owner) }
            }
            return .said(text.closed(name, as: status, because: reason), undo: undo)
        }
    }

    /// An account that came back to its list has its place again, and one that left it leaves no gap.
    func arrange(after undo: Undo) throws {
        guard undo.isOfList, let owner = try account(undo.id)?.owner?.rep.id else { return }
        guard let place = try store.rank(of: undo.id) else {
            try store.arrange(owner)
            return
        }
        try store.arrange(owner, moving: undo.id, to: place)
    }
}
