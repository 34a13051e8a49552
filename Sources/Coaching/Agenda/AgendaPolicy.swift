import CivilTime

/// Which accounts a huddle supports: at most seven, two of them by rotation over all accounts, healthy ones included.
package struct AgendaPolicy: Hashable, Sendable {
    package var places = 7
    package var rotation = 2
    /// Accounts by rotation where there is nothing else to speak of.
    package var rotationOfQuietDay = 5
    /// The same where only one rep of several is here: a huddle is no examination.
    package var placesOfOne = 4
    package var rotationOfOne = 1
    package var highlights = 5
    /// Huddles after which an item is stuck and gets a proposed owner.
    package var stuckAfter = 3
    /// Working days after a huddle within which an account gives way to others in need, unless today matters.
    package var peace = 2
    /// Working days that a stuck account rests after its first huddle as one; with each huddle more a day longer.
    package var pause = 1
    /// Working days after which an account that was looked at together may come up by rotation again.
    package var rotationPause = 5
    /// How often a week a colleague is proposed for somebody's ask.
    package var helpsAWeek = 2
    package var ladder = Ladder()

    package init() {}

    package struct Choice: Hashable, Sendable {
        package var needed: [SupportCandidate]
        package var rotating: [SupportCandidate]
        /// In need, and seen so often that they rest.
        package var resting: [SupportCandidate] = []

        package var all: [SupportCandidate] { needed + rotating }
    }

    /// - Parameters:
    ///   - placesLately: Per rep the places that he had lately: who had fewest goes first.
    ///   - lastTurns: Per rep what grows with each rotating place: the rep whose turn was longest ago goes first, so that nobody gets
    ///     more of them than his colleagues.
    package func choose(
        from candidates: [SupportCandidate], placesLately: [RowID: Int] = [:], lastTurns: [RowID: RowID] = [:]
    ) -> Choice {
        let present = candidates.filter { $0.day.isWorking && $0.account.hold(on: $0.day.today) == nil }
        let isAlone = Set(present.map(\.account.repID)).count < 2 && Set(candidates.map(\.account.repID)).count > 1
        let places = isAlone ? min(places, placesOfOne) : places
        let rotation = isAlone ? min(rotation, rotationOfOne) : rotation
        let inNeed = present.compactMap { candidate in need(candidate).map { (key: $0, candidate: candidate) } }
            .sorted { $0.key < $1.key }.map(\.candidate)
        let needed = chosen(inNeed.filter { !rests($0) }, places: places - rotation, placesLately)
        let taken = Set(needed.map(\.account.id))
        let waiting = present.filter { candidate in
            !taken.contains(candidate.account.id) && !rests(candidate) && !candidate.isSilenced
                && candidate.lookedAtOn.map { candidate.day.workingDays(since: $0) >= rotationPause } ?? true
        }
        return Choice(
            needed: needed, rotating: inTurn(waiting, places: min(rotation, places - needed.count), lastTurns),
            resting: inNeed.filter(rests))
    }

    /// In the given order those who were not at the last huddles, and the others where places are left.
    private func chosen(
        _ inNeed: [SupportCandidate], places: Int, _ placesLately: [RowID: Int]
    ) -> [SupportCandidate] {
        let fresh = evenly(inNeed.filter { !wasLately($0) }, places: places, placesLately)
        return fresh + evenly(inNeed.filter(wasLately), places: places - fresh.count, placesLately)
    }

    /// Whether it stood in one of the last huddles, and nothing of today makes it stand there again.
    private func wasLately(_ candidate: SupportCandidate) -> Bool {
        guard let last = candidate.lastHuddleOn, !(candidate.first?.finding.kind.isOfToday ?? false) else {
            return false
        }
        return candidate.day.workingDays(since: last) <= peace
    }

    /// Turns over the reps, so that one with many stalls does not fill the huddle alone, and in a turn whoever had fewest places before
    /// the others, so that a big team's reps all have theirs; then back into the given order.
    private func evenly(
        _ sorted: [SupportCandidate], places: Int, _ placesLately: [RowID: Int]
    ) -> [SupportCandidate] {
        var turns: [RowID: Int] = [:]
        let turned = sorted.enumerated().map { offset, candidate -> (turn: Int, lately: Int, offset: Int) in
            let rep = candidate.account.repID
            let turn = turns[rep, default: 0]
            turns[rep] = turn + 1
            return (turn, placesLately[rep, default: 0], offset)
        }
        return turned.sorted { $0 < $1 }.prefix(max(0, places)).map(\.offset).sorted().map { sorted[$0] }
    }

    /// One account of each rep in turn, the one that came up longest ago.
    private func inTurn(
        _ waiting: [SupportCandidate], places: Int, _ lastTurns: [RowID: RowID]
    ) -> [SupportCandidate] {
        let queues = Dictionary(grouping: waiting, by: \.account.repID).mapValues { own in
            own.map { (key: wait($0), candidate: $0) }.sorted { $0.key < $1.key }.map(\.candidate)
        }
        let reps = queues.keys.map { (key: (lastTurns[$0] ?? .min, $0), rep: $0) }.sorted { $0.key < $1.key }.map(\.rep)
        var chosen: [SupportCandidate] = []
        var round = 0
        while chosen.count < places, queues.contains(where: { $0.value.count > round }) {
            chosen += reps.compactMap { rep in queues[rep].flatMap { $0.indices.contains(round) ? $0[round] : nil } }
                .prefix(places - chosen.count)
            round += 1
        }
        return chosen
    }

    /// Ended ladders first, then what the rep was asked about in private, by kind and by days; then the rest in the order in which he
    /// will be asked about it, so that this happens on the same day. Nil where leader and rep have nothing to move together.
    private func need(_ candidate: SupportCandidate) -> (Int, Int, Int, Int, RowID)? {
        let first = candidate.first
        let ended = candidate.episodes.contains { ladder.hasEnded($0, on: candidate.day) }
        guard ended || first?.finding.kind.asksForSupport ?? false else { return nil }
        let kind = first?.finding.kind.priority ?? .max
        guard ended || candidate.wasAskedAbout else {
            guard !candidate.waitsForItsQuestion else { return nil }
            return (2, kind, first?.isBacklog ?? false ? 1 : 0, candidate.account.rank ?? .max, candidate.account.id)
        }
        return (ended ? 0 : 1, kind, -(first?.finding.days ?? 0), 0, candidate.account.id)
    }

    /// Whether it was marked as stuck lately.
    private func rests(_ candidate: SupportCandidate) -> Bool {
        let rest = candidate.huddles - stuckAfter + pause
        return candidate.huddles >= stuckAfter
            && candidate.lastHuddleOn.map { candidate.day.workingDays(since: $0) <= rest } ?? false
    }

    /// Healthy accounts and others, by how long ago each came up; what the rep will be asked about in private first waits for that.
    private func wait(_ candidate: SupportCandidate) -> (Int, CivilDate, Int, RowID) {
        let isAhead = candidate.first.map { !$0.finding.kind.isGroundwork } ?? false && !candidate.wasAskedAbout
        let cameUp = [candidate.lookedAtOn, candidate.lastSaidOn].compactMap { $0 }.max()
        return (
            isAhead ? 1 : 0, cameUp ?? .distantPast, candidate.account.rank ?? .max, candidate.account.id
        )
    }
}

extension FindingKind {
    /// What a leader and a rep can move together in a huddle.
    package var asksForSupport: Bool {
        switch self {
        case .holdEnded, .stalled, .milestonePassed, .nextStepPassed, .milestoneNear: true
        default: false
        }
    }
}
