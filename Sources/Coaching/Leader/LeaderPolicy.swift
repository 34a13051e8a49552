/// Which of the open matters a leader's bundle takes up.
package struct LeaderPolicy: Hashable, Sendable {
    /// Items where they are there.
    package var usual = 3
    /// Items when more people wait for a word of the leader.
    package var maximum = 5
    let ladder = LeaderLadder()

    package init() {}

    /// So many of a kind in one bundle, so that none fills it alone.
    private static let places: [FindingKind: Int] = [
        .askOpen: 3, .promiseOpen: 2, .stallUnanswered: 2, .coachingDebtRep: 2, .highlightDue: 1,
        .coachingDebtAccount: 1,
    ]

    /// The weightiest that are due, in the order of a message: by kind, then what waited longest.
    /// - Parameter asksTold: The asks of today's agenda.
    func select(_ matters: [LeaderMatter], on day: RepDay, asksTold: Set<RowID> = []) -> [LeaderMatter] {
        let due = matters.filter {
            ladder.isDue($0.episode, on: day) && !$0.isOfHuddle(on: day, asksTold: asksTold) && !$0.waitsForRep
        }
        .map { matter in
            // Of many accounts each has its turn.
            let turns = matter.kind == .stallUnanswered ? matter.episode.mentions : 0
            return (key: (matter.kind.priority, turns, -(matter.finding.days ?? 0), matter.episode.id), matter: matter)
        }
        .sorted { $0.key < $1.key }.map(\.matter)
        var taken: [FindingKind: Int] = [:]
        var accounts: Set<RowID> = []
        let chosen = due.filter { matter in
            guard taken[matter.kind, default: 0] < Self.places[matter.kind] ?? 0 else { return false }
            // One account gives one item, whoever speaks of it.
            if let account = matter.finding.accountID, !accounts.insert(account).inserted { return false }
            taken[matter.kind, default: 0] += 1
            return true
        }
        let waiting = chosen.count { $0.kind == .askOpen || $0.kind == .promiseOpen }
        return Array(chosen.prefix(min(maximum, max(usual, waiting + 1))))
    }
}
