import CivilTime
import Coaching
import Store

/// What is written about the writer's own days, and what he wants to see.
extension Conversation {
    /// Seconds after which an act is not taken back by a word any more.
    private static let undoSeconds: Int64 = 2 * 86_400

    func away(_ first: CivilDate, _ last: CivilDate, _ reason: String?) throws -> Outcome {
        try store.addAway(of: rep.id, from: first, until: last, because: reason)
        return .said(text.away(from: first, through: last))
    }

    func takeBack() throws -> Outcome {
        guard let last = try store.lastActs(of: rep.id, since: now.adding(seconds: -Self.undoSeconds)) else {
            return .said(text.nothingToTakeBack)
        }
        for act in last.acts.reversed() { try store.takeBack(act) }
        try store.markUndone(last.reply, at: now)
        return .said(text.takenBack(last.text))
    }

    /// The plan of the day and what was said for it.
    func plan() throws -> Outcome {
        let said = try store.openSaid(.commitment, by: rep.id, at: now).filter { $0.dueOn.map { $0 <= today } ?? false }
        let lines =
            [try score() ?? text.noPlan] + said.map { text.said($0.text, about: $0.account, on: $0.dueOn ?? today) }
        return Outcome(lines: lines)
    }

    /// The accounts of the list, each with what comes next.
    func list() throws -> Outcome {
        let survey = try Survey(of: rep, at: now, in: store)
        let listed = survey.accounts.filter { $0.isSelected(on: today) }
        return Outcome(lines: text.list(listed, survey.states, on: survey.day))
    }
}
