import CivilTime

/// Which of the open episodes a rep's message takes up: few, the most useful first, and over time all of the 50.
package struct NudgePolicy: Hashable, Sendable {
    /// Items of a message where they are there.
    package var usual = 3
    /// Items of a message when more of them are of today only.
    package var maximum = 5
    /// Working days that an account is left in peace after it was mentioned, unless today matters.
    package var peace = 2
    /// Working days that it is left in peace before another piece of groundwork is asked for.
    package var groundworkPeace = 5
    package var ladder = Ladder()
    /// Afternoons in a row without anything logged after which the day's plan is asked about no more until something is.
    package static let patientAfternoons = 5
    /// Calendar days back to which mentions are remembered.
    package static let memory = 90

    package init() {}

    package struct Selection: Hashable, Sendable {
        package var episodes: [Episode]
        /// Accounts with something to say that found no place.
        package var left: Int
    }

    /// The policy for a message in which something else than an account takes a place.
    func leavingPlace(if isTaken: Bool) -> NudgePolicy {
        var policy = self
        policy.usual = max(1, usual - (isTaken ? 1 : 0))
        policy.maximum = max(1, maximum - (isTaken ? 1 : 0))
        return policy
    }

    /// - Parameters:
    ///   - episodes: All open episodes of the rep's accounts.
    ///   - lastMention: Per account the date of its last mention to the rep, whatever it was about.
    package func select(
        _ episodes: some Sequence<Episode>, accounts: [RowID: Account], lastMention: [RowID: CivilDate], on day: RepDay
    ) -> Selection {
        let episodes = Array(episodes)
        let heardOfGroundwork = Set(
            episodes.compactMap { episode -> RowID? in
                guard let account = episode.finding.accountID, episode.finding.kind.isGroundwork else { return nil }
                return episode.mentions > 0 && episode.lastMentionedOn == lastMention[account] ? account : nil
            })
        var due: [RowID: [Episode]] = [:]
        for episode in episodes where ladder.isDue(episode, on: day) {
            guard let account = episode.finding.accountID, accounts[account] != nil,
                isFree(episode, lastMention[account], afterGroundwork: heardOfGroundwork.contains(account), day)
            else { continue }
            due[account, default: []].append(episode)
        }
        let byUse = due.values.compactMap(Candidate.init).sorted {
            usefulness($0.first, accounts, lastMention, day) < usefulness($1.first, accounts, lastMention, day)
        }
        let ofToday = byUse.count { $0.first.finding.kind.isOfToday }
        let places = min(byUse.count, min(maximum, max(usual, ofToday + 1)))
        var order = byUse
        // The last place belongs to the account that waited longest, so that the urgent few never hide the others.
        if places >= usual, places > ofToday, byUse.count > places,
            let waiting = byUse.indices.dropFirst(places - 1).min(by: {
                waited(byUse[$0].first, lastMention, accounts) < waited(byUse[$1].first, lastMention, accounts)
            })
        {
            order.insert(order.remove(at: waiting), at: places - 1)
        }
        var chosen: [Episode] = []
        for candidate in order where chosen.count < places {
            if let episode = candidate.episode(besides: chosen) { chosen.append(episode) }
        }
        let taken = Set(chosen.compactMap(\.finding.accountID))
        chosen.sort { placeInMessage($0, accounts) < placeInMessage($1, accounts) }
        // Groundwork is no heap that waits: every list has some.
        let left = byUse.count { candidate in
            !candidate.first.finding.kind.isGroundwork
                && !(candidate.first.finding.accountID.map(taken.contains) ?? false)
        }
        return Selection(episodes: chosen, left: left)
    }

    /// What one account has to say: what moves, else the groundwork, of which any piece may come first.
    private struct Candidate {
        let first: Episode
        private let groundwork: [Episode]

        init?(_ episodes: [Episode]) {
            let sorted = episodes.sorted { $0.comesBefore($1) }
            guard let first = sorted.first else { return nil }
            self.first = first
            groundwork = first.finding.kind.isGroundwork ? sorted : []
        }

        /// Three accounts get three different questions where that is possible, and one gap of knowledge a day is enough.
        func episode(besides chosen: [Episode]) -> Episode? {
            guard !groundwork.isEmpty else { return first }
            let said = Set(chosen.map(\.finding.kind))
            return groundwork.first { !said.contains($0.finding.kind) }
                ?? groundwork.first { $0.finding.kind != .researchGap }
        }
    }

    /// - Parameter afterGroundwork: Whether the last mention was of groundwork, which keeps nobody from hearing what moves a day later.
    private func isFree(
        _ episode: Episode, _ lastMention: CivilDate?, afterGroundwork: Bool, _ day: RepDay
    ) -> Bool {
        let kind = episode.finding.kind
        guard !kind.isOfToday, let lastMention else { return true }
        let rest =
            switch (kind.isGroundwork, episode.mentions) {
            case (true, 0): groundworkPeace
            case (false, _) where afterGroundwork: 1
            default: peace
            }
        return day.workingDays(since: lastMention) >= rest
    }

    /// What only today makes possible, where its account had its peace; then what was asked before, for a question is followed up before
    /// another one is begun; then by kind, an account with a milestone for today or tomorrow that nothing serves before others, and rank. Groundwork, which is never urgent, goes by how long its account has waited.
    private func usefulness(
        _ episode: Episode, _ accounts: [RowID: Account], _ lastMention: [RowID: CivilDate], _ day: RepDay
    ) -> (Int, Int, CivilDate, Int, Int, RowID) {
        let (kind, rank) = placeInMessage(episode, accounts)
        let backlog = episode.isBacklog ? 1 : 0
        guard episode.finding.kind.isGroundwork else {
            let heard = episode.finding.accountID.flatMap { lastMention[$0] }
            let hadPeace = heard.map { day.workingDays(since: $0) >= peace } ?? true
            let pressing = episode.finding.accountID.flatMap { accounts[$0]?.pressingMilestone(on: day) }
            let isPressing = pressing.map { $0.firstActivityAt == nil } ?? false
            let isOfToday = episode.finding.kind.isOfToday || isPressing
            let turn = isOfToday && hadPeace ? 0 : episode.mentions > 0 ? 1 : 2
            let priority = 2 * kind + (isPressing ? 0 : 1)
            return (turn, priority, .distantPast, backlog, rank, episode.id)
        }
        let (last, _) = waited(episode, lastMention, accounts)
        return (3, 0, last, backlog, rank, episode.id)
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

extension FindingKind {
    /// Said today or of no use: it waits for no turn.
    var isOfToday: Bool { self == .holdEnded || self == .milestoneNear }
}
