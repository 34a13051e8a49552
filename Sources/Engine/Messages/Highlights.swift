import CivilTime
import Coaching
import Store

/// Gathers the good work that an agenda may tell of.
struct Highlights {
    let store: Store
    /// The first date of what is told; what was written down later than it happened has some days.
    let since: CivilDate
    /// Praise for asking comes with the first agenda after it, or not at all: a week later it would only say that nobody answered.
    let asksSince: CivilDate
    /// What agendas told of since then.
    let told: [ToldHighlight]

    /// Working days after its mark within which a run of full plans is told.
    private static let markDays = 5

    /// What a rep did that no agenda told of yet, the weightiest first; of one account one thing.
    func highlights(of rep: Rep, at now: Instant) throws -> [Highlight] {
        let today = rep.zone.date(at: now)
        var found = try store.accountsWon(by: rep.id, since: rep.zone.startOfDay(since), at: now).map {
            Highlight(of: rep, $0.accountID, $0.account, .won)
        }
        found += try store.milestonesDone(of: rep.id, from: since, through: today).map {
            Highlight(of: rep, $0.accountID, $0.account, .milestone(title: $0.title))
        }
        let replies = try store.firstReplies(to: rep.id, from: rep.zone.startOfDay(since), before: now).map { reply in
            (on: rep.zone.date(at: reply.at), good: Highlight(of: rep, reply.accountID, reply.account, kind(of: reply)))
        }
        found += replies.map(\.good).filter { $0.kindName == "economic-buyer" }
        found += try movingAgain(rep, at: now)
        let voices = replies.filter { $0.good.kindName != "economic-buyer" && !isPartOfTold($0.good, on: $0.on) }
        let seen = Set(found.compactMap(\.accountID))
        // One voice is news, the last one; a list of them is a report.
        found += voices.map(\.good).filter { isNew($0) && !seen.contains($0.accountID ?? 0) }.suffix(1)
        if let streak = try streak(of: rep, before: today, at: now) { found.append(streak) }
        found += try store.openAsks(of: rep.id, named: rep.shortName, at: now, in: rep.zone)
            .filter { $0.askedOn >= asksSince }
            .map { Highlight(of: rep, $0.accountID, $0.account, .askedForHelp) }.filter(isNew).prefix(1)
        var accounts: Set<RowID> = []
        return found.filter(isNew).filter { $0.accountID.map { accounts.insert($0).inserted } ?? true }
    }

    private func isNew(_ highlight: Highlight) -> Bool { !told.contains { $0.isSame(as: highlight) } }

    /// Whether an agenda since the date told of the same account already: that somebody moved it says that somebody answered.
    private func isPartOfTold(_ highlight: Highlight, on date: CivilDate) -> Bool {
        told.contains {
            $0.accountID == highlight.accountID && $0.on > date && $0.kindName != Highlight.Kind.askedForHelp.name
        }
    }

    private func kind(of reply: FirstReply) -> Highlight.Kind {
        if reply.role == .economicBuyer { return .metEconomicBuyer(name: reply.name, by: reply.kind) }
        if let role = reply.role, reply.isNewRole { return .newRole(name: reply.name, role: role, by: reply.kind) }
        return .firstReply(name: reply.name, by: reply.kind)
    }

    private func movingAgain(_ rep: Rep, at now: Instant) throws -> [Highlight] {
        try store.stallsEndedByTouch(of: rep.id, since: since).compactMap { episode in
            guard let id = episode.finding.accountID, let account = try store.accounts(.account(id), at: now).first,
                let end = try store.movingAgain(episode, of: rep, at: now),
                // An account may be watched so closely that its stall is no silence to anybody else. Where something was reached
                // before, the first touch in the store is none.
                end.isFirst ? !end.isKnown : end.idleDays >= rep.thresholds.quiet
            else { return nil }
            let moving = Highlight(
                of: rep, id, account.name,
                .movingAgain(idleDays: end.idleDays, touch: end.touch, isFirst: end.isFirst))
            return isPartOfTold(moving, on: episode.resolvedOn ?? since) ? nil : moving
        }
    }

    /// The run of full plans up to the last working day, for some days after it has come to a mark.
    private func streak(of rep: Rep, before today: CivilDate, at now: Instant) throws -> Highlight? {
        var streak = 0
        var day = today
        while streak < Highlight.longestRun, let previous = rep.calendar.previous(before: day),
            try store.didWholePlan(rep, on: previous, at: now)
        {
            streak += 1
            day = previous
        }
        guard let mark = Highlight.mark(of: streak), streak - mark < Self.markDays else { return nil }
        return Highlight(of: rep, nil, nil, .fullPlan(daysInARow: streak))
    }
}

extension Highlight {
    fileprivate init(of rep: Rep, _ accountID: RowID?, _ account: String?, _ kind: Kind) {
        self.init(repID: rep.id, rep: rep.shortName, accountID: accountID, account: account, kind: kind)
    }
}
