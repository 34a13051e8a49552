import CivilTime

/// What comes next for an open episode, or why nothing is said: peace, turn, ladder, silence.
package struct NextMention: Sendable {
    package var ladder: Ladder
    package var day: RepDay
    /// Why no channel reaches the rep.
    package var unreached: String?
    /// Kinds that the team's leader wants no messages about.
    package var quieted: Set<FindingKind> = []
    /// The findings that the next message would take up.
    package var chosen: Set<RowID> = []
    /// Per account the date of its last mention to the rep.
    package var lastMention: [RowID: CivilDate] = [:]
    /// Afternoons that spoke of the plan since the rep last logged anything.
    package var idleAfternoons = 0

    package init(ladder: Ladder, day: RepDay) {
        self.ladder = ladder
        self.day = day
    }

    /// - Parameter first: The episode of the account that its one item is about.
    package func words(for episode: Episode, first: Episode?) -> String {
        if let silence = day.silence(about: episode.finding.kind, unreached: unreached, quieted) { return silence }
        let dates = DateWords(today: day.today)
        if episode.finding.kind == .activityMissing, idleAfternoons >= NudgePolicy.patientAfternoons {
            return "nothing: \(idleAfternoons) afternoons went by without an entry; again when something is logged"
        }
        let ended = day.first { ladder.hasEnded(episode, on: $0) }
        if episode.mentions > 0, ladder.hasEnded(episode, on: day) {
            return "nothing more to the rep: said \(Language.english.times(episode.mentions)), it is the leader's now"
        }
        guard let due = day.first(where: { ladder.isDue(episode, on: $0) }) else {
            let leader = ended.map { ", and still open on \(dates.dated($0)) it is the leader's" }
            return
                "nothing more to the rep: said \(Language.english.times(episode.mentions))\(leader ?? ", which is enough for this kind")"
        }
        if due > day.today {
            let first = episode.firstMentionedOn.map {
                ", \(workingDaysInWords(days(from: $0, to: due))) after the first time"
            }
            return "\(episode.mentions == 0 ? "the first time" : "again") from \(dates.dated(due))\(first ?? "")"
        }
        if chosen.contains(episode.id) { return "in the next message, unless it is answered before" }
        if let first, first.id != episode.id,
            chosen.contains(first.id) || first.finding.kind.priority < episode.finding.kind.priority
        {
            return "waits: an account gives one item a message, and \(first.finding.kind.rawValue) comes first"
        }
        guard let account = episode.finding.accountID else { return "in the next message that has a place for it" }
        if let last = lastMention[account] {
            return "waits for its turn: the account was last spoken of on \(dates.dated(last))"
        }
        return episode.isBacklog
            ? "waits for its turn: open since the first day, of which a few are said a day, the most useful first"
            : "waits for its turn: other accounts come first in the next message"
    }

    private func days(from first: CivilDate, to last: CivilDate) -> Int {
        day.workingDays(after: first, before: last) + 1
    }
}

extension RepDay {
    /// Working days ahead that are looked through: longer than any ladder.
    static let horizon = 15

    /// Why nothing is said to the person about a kind at all; nil where it may be.
    func silence(about kind: FindingKind, unreached: String?, _ quieted: Set<FindingKind>) -> String? {
        if let left = rep.leftOn, left <= today { return "nothing: left on \(DateWords(today: today).dated(left))" }
        if let unreached { return "nothing: \(unreached)" }
        return quieted.contains(kind) ? "nothing: messages about this kind are off" : nil
    }

    /// The first working day from today on of which something is true.
    func first(where isSo: (RepDay) -> Bool) -> CivilDate? {
        var date = rep.calendar.next(onOrAfter: today)
        for _ in 0..<Self.horizon {
            guard let candidate = date else { return nil }
            if isSo(RepDay(rep, at: candidate == today ? now : rep.zone.startOfDay(candidate))) { return candidate }
            date = rep.calendar.next(after: candidate)
        }
        return nil
    }
}
