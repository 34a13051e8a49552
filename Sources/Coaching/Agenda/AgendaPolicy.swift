import CivilTime

/// Which accounts a huddle supports: at most seven, two of them by rotation over all accounts, healthy ones included.
package struct AgendaPolicy: Hashable, Sendable {
    package var places = 7
    package var rotation = 2
    package var highlights = 5
    /// Huddles running after which an item is stuck and gets a proposed owner.
    package var stuckAfter = 3
    /// Working days that a stuck account gives way to others after it was marked as stuck.
    package var pause = 1
    package var ladder = Ladder()

    package init() {}

    package struct Choice: Hashable, Sendable {
        package var needed: [SupportCandidate]
        package var rotating: [SupportCandidate]
    }

    package func choose(from candidates: [SupportCandidate]) -> Choice {
        let present = candidates.filter { $0.day.isWorking && $0.account.hold(on: $0.day.today) == nil }
        let inNeed = present.filter { candidate in
            candidate.first?.finding.kind.asksForSupport ?? false
                || candidate.episodes.contains { ladder.hasEnded($0, on: candidate.day) }
        }
        let needed = evenly(inNeed.sorted { need($0) < need($1) }, places: places - rotation)
        let taken = Set(needed.map(\.account.id))
        let waiting = present.filter { !taken.contains($0.account.id) }.sorted { wait($0) < wait($1) }
        return Choice(needed: needed, rotating: evenly(waiting, places: min(rotation, places - needed.count)))
    }

    /// Turns over the reps, so that one with many stalls does not fill the huddle alone; then back into the given order.
    private func evenly(_ sorted: [SupportCandidate], places: Int) -> [SupportCandidate] {
        var turns: [RowID: Int] = [:]
        let turned = sorted.enumerated().map { offset, candidate -> (turn: Int, offset: Int) in
            let turn = turns[candidate.account.repID, default: 0]
            turns[candidate.account.repID] = turn + 1
            return (turn, offset)
        }
        return turned.sorted { $0 < $1 }.prefix(max(0, places)).map(\.offset).sorted().map { sorted[$0] }
    }

    /// Ended ladders first, then by kind and by days; what was marked as stuck in the last huddle gives way to the others.
    private func need(_ candidate: SupportCandidate) -> (Int, Int, Int, Int, RowID) {
        let ended = candidate.episodes.contains { ladder.hasEnded($0, on: candidate.day) }
        let rests = candidate.lastHuddleOn.map { candidate.day.workingDays(since: $0) <= pause } ?? false
        return (
            rests && candidate.huddles >= stuckAfter ? 1 : 0, ended ? 0 : 1,
            candidate.first?.finding.kind.priority ?? .max,
            -(candidate.first?.finding.days ?? 0), candidate.account.id
        )
    }

    private func wait(_ candidate: SupportCandidate) -> (CivilDate, Int, RowID) {
        (candidate.lastHuddleOn ?? .distantPast, candidate.account.rank ?? .max, candidate.account.id)
    }
}

extension FindingKind {
    /// What a leader and a rep can move together in a huddle.
    fileprivate var asksForSupport: Bool {
        switch self {
        case .holdEnded, .stalled, .milestonePassed, .nextStepPassed, .milestoneNear: true
        default: false
        }
    }
}
