import CivilTime

/// When something is mentioned to a leader: when its turn comes, again 2 and 6 working days later, then it rests for 10 and begins
/// anew. What a leader owes never goes silent by itself: an act or `coachd effect --quiet` ends it.
struct LeaderLadder: Hashable, Sendable {
    /// Working days from one mention to the next, in turn.
    var gaps = [2, 4, 10]

    func isDue(_ episode: Episode, on day: RepDay) -> Bool {
        guard episode.resolvedOn == nil else { return false }
        guard let last = episode.lastMentionedOn, episode.mentions > 0 else { return true }
        return day.workingDays(since: last) >= gaps[(episode.mentions - 1) % gaps.count]
    }
}
