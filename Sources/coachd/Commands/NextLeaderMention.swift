import CivilTime
import Coaching

/// What comes next of something that a leader owes, or why nothing is said.
struct NextLeaderMention {
    let day: RepDay
    /// Why no channel reaches the leader.
    let unreached: String?
    /// Kinds of which the team is to hear nothing.
    let quieted: Set<FindingKind>

    private let ladder = LeaderLadder()
    /// Working days ahead that are looked through: longer than the ladder rests.
    private static let horizon = 15

    init(day: RepDay, unreached: String?, quieted: Set<FindingKind>) {
        self.day = day
        self.unreached = unreached
        self.quieted = quieted
    }

    func words(for episode: Episode) -> String {
        let dates = DateWords(today: day.today)
        if let left = day.rep.leftOn, left <= day.today { return "nothing: left on \(dates.dated(left))" }
        if let unreached { return "nothing: \(unreached)" }
        if quieted.contains(episode.finding.kind) { return "nothing: messages about this kind are off" }
        guard let due = firstDay(on: { ladder.isDue(episode, on: $0) }) else {
            return "nothing in the next \(Self.horizon) working days"
        }
        guard due > day.today else { return "in the next morning message that has a place for it" }
        return "\(episode.mentions == 0 ? "the first time" : "again") from \(dates.dated(due))"
    }

    /// The first working day from today on of which something is true.
    private func firstDay(on isSo: (RepDay) -> Bool) -> CivilDate? {
        var date = day.rep.calendar.next(onOrAfter: day.today)
        for _ in 0..<Self.horizon {
            guard let candidate = date else { return nil }
            if isSo(RepDay(day.rep, at: max(day.now, day.rep.zone.startOfDay(candidate)))) { return candidate }
            date = day.rep.calendar.next(after: candidate)
        }
        return nil
    }
}
