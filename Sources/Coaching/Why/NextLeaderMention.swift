import CivilTime

/// What comes next of something that a leader owes, or why nothing is said.
package struct NextLeaderMention: Sendable {
    let day: RepDay
    /// Why no channel reaches the leader.
    let unreached: String?
    /// Kinds of which the team is to hear nothing.
    let quieted: Set<FindingKind>

    private let ladder = LeaderLadder()

    package init(day: RepDay, unreached: String?, quieted: Set<FindingKind>) {
        self.day = day
        self.unreached = unreached
        self.quieted = quieted
    }

    package func words(for episode: Episode) -> String {
        if let silence = day.silence(about: episode.finding.kind, unreached: unreached, quieted) { return silence }
        guard let due = day.first(where: { ladder.isDue(episode, on: $0) }) else {
            return "nothing in the next \(RepDay.horizon) working days"
        }
        guard due > day.today else { return "in the next morning message that has a place for it" }
        return
            "\(episode.mentions == 0 ? "the first time" : "again") from \(DateWords(today: day.today).dated(due))"
    }
}
