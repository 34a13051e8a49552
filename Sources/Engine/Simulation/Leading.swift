import CivilTime
import Coaching
import Store

extension Workday {
    /// What a leader does for the reps of his team: talks, support, a promise now and then, thanks in person.
    func leading(_ roster: Roster, _ dice: inout Dice) -> [Act] {
        let reps = roster.teams(ledBy: rep.id).flatMap(\.memberIDs)
            .filter { $0 != rep.id }
        guard !reps.isEmpty else { return [] }
        var acts: [Act] = []
        for _ in 0..<dice.number(0...3) {
            acts.append(
                act(0...1, &dice) { selling, now in try coach(reps, &selling.dice, at: now) })
        }
        if dice.falls(character.keeps) {
            acts.append(
                act(0...1, &dice) { [store = people.store] _, now in
                    let open = try store.openSaid(.promise, by: rep.id, at: now)
                    if let oldest = open.min(by: { $0.id < $1.id }) { try store.keep(oldest, at: now) }
                })
        }
        return acts
    }

    private func coach(_ reps: [RowID], _ dice: inout Dice, at now: Instant) throws {
        let store = people.store
        guard let coached = dice.one(of: reps) else { return }
        let account = dice.falls(0.6) ? dice.one(of: try store.list(of: coached).map(\.id)) : nil
        let note = dice.one(of: Words.notes) ?? ""
        try store.addCoachingNote(
            account == nil ? .talk : .support, by: rep.id, with: coached, about: account, note: note, at: now)
        if dice.falls(0.2) {
            let due = day.adding(days: dice.number(1...10))
            _ = try store.promise(
                dice.one(of: Words.promises) ?? "", by: rep.id, for: coached, about: account, on: due, at: now)
        }
        if dice.falls(0.2) { try store.praise(coached, by: rep.id, about: nil, on: day, note) }
    }
}
