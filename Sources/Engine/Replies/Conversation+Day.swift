import CivilTime
import Coaching
import Store

/// What is written about the writer's own days, and what he wants to see.
extension Conversation {
    /// Seconds after which an act is not taken back by a word any more.
    static let undoSeconds: Int64 = 7 * 86_400

    func away(_ first: CivilDate, _ last: CivilDate, _ reason: String?) throws -> Outcome {
        let undo = try store.undo(of: .away, at: { try store.leave(of: rep.id, from: first) }) {
            try store.addAway(of: rep.id, from: first, until: last, because: reason)
        }
        return .said(text.away(from: first, through: last), undo: undo)
    }

    func back() throws -> Outcome {
        let rows = try store.leaves(of: rep.id, on: today)
        let undos = try store.undo(of: .away, rows) { _ = try store.endAway(of: rep.id, on: today) }
        return Outcome(lines: [rows.isEmpty ? text.wasNotAway : text.isHere], undo: undos)
    }

    /// - Parameter done: What these very words did before.
    func takeBack(_ done: Outcome) throws -> Outcome {
        guard done.undo.isEmpty else { return try takeBack(done.undo, nil) }
        let since = now.adding(seconds: -Self.undoSeconds)
        guard let last = try store.lastActs(of: rep.id, since: since, through: now) else {
            return .said(text.nothingToTakeBack)
        }
        let outcome = try takeBack(last.acts, last.text)
        if outcome.hasTakenBack { try store.markUndone(last.reply, at: now) }
        return outcome
    }

    private func takeBack(_ acts: [Undo], _ words: String?) throws -> Outcome {
        let done = try acts.reversed().map { act in
            guard try isStillHis(act), try store.takeBack(act) else { return false }
            try arrange(after: act)
            return true
        }
        let answer =
            done.allSatisfy { $0 }
            ? text.takenBack(words) : done.contains(true) ? text.takenBackInPart(words) : text.goneOn(words)
        var outcome = Outcome.said(answer)
        outcome.isTakingBack = words == nil
        outcome.hasTakenBack = done.contains(true)
        return outcome
    }

    /// What belongs to the plan of an account that is another's by now is not his to change.
    private func isStillHis(_ undo: Undo) throws -> Bool {
        guard let account = try store.planChanged(by: undo) else { return true }
        return try mayPlan(self.account(account)?.owner)
    }

    /// The plan of the day and what was said for it.
    func plan(_ names: ReplyNames) throws -> Outcome {
        let kept = try keptByActs(of: rep)
        let said = try openWords().filter {
            $0.kind == .promise || $0.dueOn.map { $0 <= today } ?? false && !kept.contains($0.id)
        }
        let lines = said.map { said in
            said.kind == .promise
                ? text.promised(said.text, to: roster.members[said.forID ?? 0]?.rep.shortName, by: said.dueOn)
                : text.said(said.text, about: said.account, on: said.dueOn ?? today)
        }
        let items = try names.items.sorted { $0.key < $1.key }.compactMap { item in
            try account(item.value).map { (number: item.key, name: $0.name) }
        }
        return Outcome(lines: [try score() ?? text.noPlan] + lines + [text.items(items)].compactMap { $0 })
    }

    /// What somebody said and has done since, though he did not say so.
    func keptByActs(of rep: Rep) throws -> Set<RowID> {
        let day = try Survey(of: rep, at: now, in: store).day
        return Set(try store.work(on: day, countsSpread: false).work.commitments.filter(\.isKept).map(\.id))
    }

    /// The accounts of the list, each with what comes next; of who only leads the lists of those whom he leads.
    func list() throws -> Outcome {
        let survey = try Survey(of: rep, at: now, in: store)
        let listed = survey.accounts.filter { $0.isSelected(on: today) }
        guard listed.isEmpty, isLeader else { return Outcome(lines: text.list(listed, survey.states, on: survey.day)) }
        return Outcome(
            lines: try led.filter { $0.role == .rep }.map { rep in
                let survey = try Survey(of: rep, at: now, in: store)
                let stalled = survey.states.values.count { $0.contains { $0.kind == .stalled } }
                return text.list(of: rep.shortName, survey.accounts.count, stalled: stalled)
            })
    }
}
