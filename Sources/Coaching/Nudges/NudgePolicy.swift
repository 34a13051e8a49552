import CivilTime

/// Which of the open episodes a rep's message takes up: few, the most useful first, and over time all of the 50.
package struct NudgePolicy: Hashable, Sendable {
    /// Items of a message where they are there.
    package var usual = 3
    /// Items of a message when more of them are of today only.
    package var maximum = 5
    /// Working days that an account is left in peace after it was mentioned, unless today matters.
    package var peace = 2
    package var ladder = Ladder()

    package init() {}

    package struct Selection: Hashable, Sendable {
        package var episodes: [Episode]
        /// Accounts with something to say that found no place.
        package var left: Int
    }

    /// - Parameters:
    ///   - episodes: All open episodes of the rep's accounts.
    ///   - lastMention: Per account the date of its last mention to the rep, whatever it was about.
    package func select(
        _ episodes: some Sequence<Episode>, accounts: [RowID: Account], lastMention: [RowID: CivilDate], on day: RepDay
    ) -> Selection {
        var best: [RowID: Episode] = [:]
        for episode in episodes where ladder.isDue(episode, on: day) {
            guard let account = episode.finding.accountID, accounts[account] != nil,
                isFree(account, episode, lastMention, day)
            else { continue }
            if let other = best[account], !episode.comesBefore(other) { continue }
            best[account] = episode
        }
        let byUse = best.values.sorted { usefulness($0, accounts) < usefulness($1, accounts) }
        let ofToday = byUse.count { $0.finding.kind.isOfToday }
        let places = min(byUse.count, min(maximum, max(usual, ofToday + 1)))
        var chosen = Array(byUse.prefix(places))
        // The last place belongs to the account that waited longest, so that the urgent few never hide the others.
        if places >= usual, places > ofToday, byUse.count > places,
            let waiting = byUse.dropFirst(places - 1).min(by: {
                waited($0, lastMention, accounts) < waited($1, lastMention, accounts)
            })
        {
            chosen[places - 1] = waiting
        }
        chosen.sort { placeInMessage($0, accounts) < placeInMessage($1, accounts) }
        return Selection(episodes: chosen, left: byUse.count - chosen.count)
    }

    private func isFree(
        _ account: RowID, _ episode: Episode, _ lastMention: [RowID: CivilDate], _ day: RepDay
    ) -> Bool {
        guard !episode.finding.kind.isOfToday, let last = lastMention[account] else { return true }
        return day.workingDays(since: last) >= peace
    }

    private func usefulness(_ episode: Episode, _ accounts: [RowID: Account]) -> (Int, Int, Int, RowID) {
        let (priority, rank) = placeInMessage(episode, accounts)
        return (priority, episode.isBacklog ? 1 : 0, rank, episode.id)
    }

    private func placeInMessage(_ episode: Episode, _ accounts: [RowID: Account]) -> (Int, Int) {
        let rank = episode.finding.accountID.flatMap { accounts[$0]?.rank } ?? .max
        return (episode.finding.kind.priority, rank)
    }

    private func waited(
        _ episode: Episode, _ lastMention: [RowID: CivilDate], _ accounts: [RowID: Account]
    ) -> (CivilDate, Int) {
        let account = episode.finding.accountID
        return (account.flatMap { lastMention[$0] } ?? .distantPast, account.flatMap { accounts[$0]?.rank } ?? .max)
    }
}

extension Episode {
    /// The order of one account's episodes: one account gives one item, the first of them.
    fileprivate func comesBefore(_ other: Episode) -> Bool {
        (finding.kind.priority, id) < (other.finding.kind.priority, other.id)
    }
}

extension FindingKind {
    /// Said today or of no use: it waits for no turn.
    fileprivate var isOfToday: Bool { self == .holdEnded || self == .milestoneNear }
}
