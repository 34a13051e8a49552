import CivilTime

/// When an episode is mentioned: first when its turn comes, again 2 and 6 working days later, then never again to the rep. Still open
/// 10 working days after the first mention it becomes an item for the leader, groundwork apart.
package struct Ladder: Hashable, Sendable {
    /// Working days from the first mention to each of the next.
    package var again = [2, 6]
    /// Working days from the first mention until it is the leader's.
    package var escalation = 10

    package init() {}

    /// Whether the episode may be mentioned to its rep on the day.
    package func isDue(_ episode: Episode, on day: RepDay) -> Bool {
        guard episode.resolvedOn == nil else { return false }
        guard let first = episode.firstMentionedOn, episode.mentions > 0 else { return true }
        guard episode.finding.kind.hasLadder, episode.mentions <= again.count, episode.lastMentionedOn != day.today,
            case let passed = day.workingDays(since: first), passed < escalation
        else { return false }
        return passed >= again[episode.mentions - 1]
    }

    /// Whether the rep has heard enough of it and the leader takes it on.
    package func hasEnded(_ episode: Episode, on day: RepDay) -> Bool {
        guard episode.resolvedOn == nil, episode.finding.kind.endsWithLeader, let first = episode.firstMentionedOn
        else { return false }
        return day.workingDays(since: first) >= escalation
    }
}

extension FindingKind {
    /// Quiet accounts are mentioned once; what ends with its day has no ladder either, and one gentle question about the rep's own word
    /// and ways is enough.
    var hasLadder: Bool {
        switch self {
        case .quiet, .activityMissing, .holdEnded, .commitmentOpen, .offList, .listShort: false
        default: true
        }
    }

    /// Whether the leader takes on what the rep was told of without an end. What is the rep's own, and groundwork of which every list
    /// has some, stays between coachd and the rep; the huddle's rotation sees it anyway.
    var endsWithLeader: Bool { hasLadder && subject == .account && !isGroundwork }

    /// What is merely unknown or unwritten about an account. It waits for what moves.
    package var isGroundwork: Bool {
        switch self {
        case .noChampion, .noMilestones, .noOwnMessage, .genericMessage, .researchGap: true
        default: false
        }
    }
}

extension RepDay {
    /// How many working days lie between the date and today, today counted: 1 on the next working day.
    func workingDays(since date: CivilDate) -> Int {
        date >= today ? 0 : workingDays(after: date, before: today) + (isWorking ? 1 : 0)
    }
}
