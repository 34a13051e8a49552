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
        let mentions = try Set(team.memberIDs + leads).sorted().flatMap { try store.mentions(to: $0, since: since) }
        return Effect.tally(mentions, today: today) { roster.members[$0]?.rep.calendar }
    }
}
