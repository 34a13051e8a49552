import CivilTime
import Coaching
import Store

/// Counts from the store what came of the messages to a team.
package struct Effects {
    let store: Store
    let roster: Roster

    package init(store: Store, roster: Roster) {
        self.store = store
        self.roster = roster
    }

    /// The effect of what was said to a team's people, its leader and deputy, over the last working days.
    package func effects(in team: Roster.Team, at now: Instant) throws -> [Effect] {
        let today = team.zone.date(at: now)
        let leads = [team.leader, team.deputy].compactMap { $0 }
        let calendar = leads.first.flatMap { roster.members[$0]?.rep.calendar }
        let since = calendar?.adding(workingDays: -Effect.span, to: today) ?? today.adding(days: -84)
        let mentions = try Set(team.memberIDs + leads).sorted().flatMap { id in
            try store.mentions(to: id, since: since).map { mention in
                var mention = mention
                if mention.kind == .activityMissing, let rep = roster.members[id]?.rep {
                    mention.isFollowed = try isFollowed(mention, rep, at: now)
                }
                return mention
            }
        }
        return Effect.tally(mentions, today: today) { roster.members[$0]?.rep.calendar }
    }

    /// Whether a rep did something of his plan after a message about it, on its day.
    private func isFollowed(_ mention: Effect.Mention, _ rep: Rep, at now: Instant) throws -> Bool {
        let done = try store.done(
            by: rep.id, from: mention.at, before: rep.zone.startOfDay(mention.on.adding(days: 1)), at: now,
            today: mention.on)
        return rep.plan.contains { $0.count > 0 && $0.kind.count(in: done) > 0 }
    }
}
