import CivilTime
import Coaching

/// Whose a team's line of the week is, and when.
extension Roster {
    /// The slot of a team's line, at the end of its leader's week; where its time lies outside his working hours, an hour before they end.
    package func weeklySlot(of team: Team, at now: Instant) -> (leader: Member, slot: DailySlot)? {
        guard let leader = self.leader(of: team, on: team.zone.date(at: now)), leader.isZoneKnown else { return nil }
        let rep = leader.rep
        return (
            leader,
            DailySlot(
                time: rep.hours.contains(team.weeklyAt) ? team.weeklyAt : rep.hours.lastHour, lateUntil: rep.hours.end,
                zone: rep.zone, calendar: rep.calendar.weekly(on: team.weeklyDay, around: rep.zone.date(at: now)))
        )
    }
}
