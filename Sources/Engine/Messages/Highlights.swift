import CivilTime
import Coaching
import Store

/// Gathers the good work that an agenda may tell of, the weightiest first.
struct Highlights {
    let store: Store

    /// Runs of full plans that are told: each day's would soon be noise.
    private static let toldStreaks: Set = [3, 5, 10, 15, 20]
    /// Working days back to which a run of full plans is counted.
    private static let streakDays = 20

    /// What a rep did since the date that no agenda told of yet.
    func highlights(of rep: Rep, since date: CivilDate, at now: Instant) throws -> [Highlight] {
        let name = rep.firstName
        let today = rep.zone.date(at: now)
        let start = rep.zone.startOfDay(date)
        var highlights = try store.milestonesDone(of: rep.id, from: date, through: today).map {
            Highlight(
                repID: rep.id, rep: name, accountID: $0.accountID, account: $0.account,
                kind: .milestone(title: $0.title))
        }
        let replies = try store.firstReplies(to: rep.id, from: start, before: now).map { reply in
            Highlight(
                repID: rep.id, rep: name, accountID: reply.accountID, account: reply.account, kind: kind(of: reply))
        }
        highlights += replies.filter { $0.kindName == "economic-buyer" }
        highlights += try movingAgain(rep, since: date, at: now)
        // One voice is news; a list of them is a report.
        highlights += replies.filter { $0.kindName != "economic-buyer" }.prefix(1)
        let streak = try fullPlans(of: rep, before: today, at: now)
        if Self.toldStreaks.contains(streak) {
            highlights.append(Highlight(repID: rep.id, rep: name, kind: .fullPlan(daysInARow: streak)))
        }
        highlights += try store.openAsks(of: rep.id, named: name, at: now, in: rep.zone).filter { $0.askedOn >= date }
            .prefix(1).map {
                Highlight(repID: rep.id, rep: name, accountID: $0.accountID, account: $0.account, kind: .askedForHelp)
            }
        return try highlights.filter { try !store.wasTold($0, since: date) }
    }

    private func kind(of reply: FirstReply) -> Highlight.Kind {
        if reply.role == .economicBuyer { return .metEconomicBuyer(name: reply.name) }
        if let role = reply.role, reply.isNewRole { return .newRole(name: reply.name, role: role) }
        return .firstReply(name: reply.name)
    }

    private func movingAgain(_ rep: Rep, since date: CivilDate, at now: Instant) throws -> [Highlight] {
        try store.stallsEndedByTouch(of: rep.id, since: date).compactMap { episode in
            guard let id = episode.finding.accountID, let days = episode.finding.days,
                let account = try store.accounts(.account(id), at: now).first,
                let touch = try store.lastTouch(of: id, at: now)
            else { return nil }
            let isFirst = try store.firstTouchAt(of: id, at: now).map { $0 >= episode.openedAt } ?? false
            return Highlight(
                repID: rep.id, rep: rep.firstName, accountID: id, account: account.name,
                kind: .movingAgain(idleDays: days, touch: touch, isFirst: isFirst))
        }
    }

    /// How many working days running, up to the last one, the whole plan was done.
    private func fullPlans(of rep: Rep, before today: CivilDate, at now: Instant) throws -> Int {
        var streak = 0
        var day = today
        while streak < Self.streakDays, let previous = rep.calendar.previous(before: day) {
            guard try store.didWholePlan(rep, on: previous, at: now) else { break }
            streak += 1
            day = previous
        }
        return streak
    }
}
