import CivilTime
import Coaching
import Store

/// The people of a simulation: what each does on a day follows from the seed, the person, the date, and what he heard.
final class People {
    let store: Store
    private let seed: UInt64
    /// What each heard and has not thought about yet.
    private var heard: [RowID: [Message.Item]] = [:]

    init(store: Store, seed: UInt64) {
        self.store = store
        self.seed = seed
    }

    func hear(_ message: Heard) {
        guard let rep = message.rep else { return }
        heard[rep.id, default: []] += message.message.items.filter { $0.state != .thanks }
    }

    /// What a person heard since he was asked last.
    func takeHeard(by person: RowID) -> [Message.Item] { heard.removeValue(forKey: person) ?? [] }

    /// What everybody does on the day. Called before it begins anywhere.
    func plan(_ day: CivilDate, _ roster: Roster) throws -> [Act] {
        var acts: [Act] = []
        for id in roster.order {
            guard let rep = roster.members[id]?.rep, rep.role != .observer, !rep.hasLeft(on: day) else { continue }
            var dice = Dice(seed: seed, subject: id, day: day)
            acts += leave(of: rep, day, &dice)
            guard rep.works(on: day) else { continue }
            let workday = Workday(rep: rep, day: day, character: Character(seed: seed, person: id), people: self)
            acts += try workday.acts(&dice)
            if rep.role == .leader { acts += workday.leading(roster, &dice) }
        }
        return dated(acts + holiday(after: day))
    }

    /// Each act is one change of the store, and its history has the date of the simulation.
    private func dated(_ acts: [Act]) -> [Act] {
        acts.map { act in
            Act(at: act.at) { [store] now in
                try store.editing(as: "simulation", at: now) { try act.perform(now) }
            }
        }
    }

    /// Leave is entered days before it begins.
    private func leave(of rep: Rep, _ day: CivilDate, _ dice: inout Dice) -> [Act] {
        guard dice.falls(0.01) else { return [] }
        let first = day.adding(days: dice.number(2...20))
        let last = first.adding(days: dice.number(0...14))
        return [
            Act(at: rep.zone.startOfDay(day)) { [store] _ in
                try store.addAway(of: rep.id, from: first, until: last, because: nil)
            }
        ]
    }

    private func holiday(after day: CivilDate) -> [Act] {
        var dice = Dice(seed: seed, subject: -2, day: day)
        guard dice.falls(0.02) else { return [] }
        let date = day.adding(days: dice.number(3...30))
        return [Act(at: Zone.utc.startOfDay(day)) { [store] _ in try store.addHoliday(on: date) }]
    }

    // MARK: Coming and going

    /// Once in a while a rep gives notice, and another begins.
    func planComingAndGoing(_ day: CivilDate, _ roster: Roster) -> [Act] {
        var dice = Dice(seed: seed, subject: -3, day: day)
        let reps = roster.order.compactMap { roster.members[$0]?.rep }.filter { $0.role == .rep && $0.leftOn == nil }
        guard reps.count > 2, let rep = dice.one(of: reps) else { return [] }
        let noon = Zone.utc.startOfDay(day).adding(seconds: 43_200)
        if dice.falls(0.004) {
            let last = day.adding(days: dice.number(3...20))
            let others = reps.filter { $0.id != rep.id && $0.teamID == rep.teamID }.map(\.id)
            return dated([
                Act(at: noon) { [store] _ in try store.set(.leftOn, of: rep.id, to: last.iso) },
                Act(at: noon) { [weak self] _ in try self?.handOver(from: rep.id, to: others, on: last) },
            ])
        }
        if dice.falls(0.004) {
            let number = dice.number(100...999)
            let accounts = dice.number(5...15)
            return dated([
                Act(at: noon) { [store] _ in
                    let id = try store.join("Jo \(number)", email: "jo\(day.dayNumber)@example.com", like: rep.id)
                    for place in 1...accounts {
                        let name = "\(Words.company(number + place)) \(id)"
                        _ = try store.add(SelectedAccount(name: name, repID: id, fitNote: nil, selectedOn: day))
                    }
                }
            ])
        }
        return []
    }

    /// Account by account to the colleague who has the fewest; what does not fit is dropped.
    private func handOver(from rep: RowID, to colleagues: [RowID], on date: CivilDate) throws {
        for account in try store.list(of: rep).map(\.id) {
            let room = try colleagues.map { ($0, try store.list(of: $0).count) }.filter {
                $0.1 < Schema.accountsPerRep
            }
            if let receiver = room.min(by: { $0.1 < $1.1 })?.0 {
                try store.handOver(account, to: receiver, on: date)
            } else {
                try store.closeAccount(account, as: .dropped, because: "nobody could take it over")
            }
        }
    }
}
