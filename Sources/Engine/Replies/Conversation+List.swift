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
        let said = try store.openSaid(.commitment, about: account, at: now)
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
        guard let member = roster.members[person], roster.leads(rep.id, member.rep.teamID) else {
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
            let undo = try store.undo(of: .milestone, known.id) {
                try store.reopenMilestone(known.id)
                try store.setDue(ofMilestone: known.id, on: date)
            }
            return .said(text.milestone(known.name, at: name, on: date, isNew: false), undo: undo)
        }
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

    /// An account that came back to its list has its place again.
    func arrange(after undo: Undo) throws {
        guard undo.isOfList, let owner = try account(undo.id)?.owner?.rep.id, let place = try store.rank(of: undo.id)
        else {
            return
        }
        try store.arrange(owner, moving: undo.id, to: place)
    }
}
