import CivilTime
import Coaching
import Store

/// The leader's line of the week.
extension Engine {
    /// The slot of a team's line, at the end of its leader's week; never outside his working hours.
    func weeklySlot(of team: Roster.Team, at now: Instant) -> (leader: Roster.Member, slot: DailySlot)? {
        guard let leader = roster.leader(of: team, on: team.zone.date(at: now)) else { return nil }
        let rep = leader.rep
        return (
            leader,
            DailySlot(
                time: rep.hours.contains(team.weeklyAt) ? team.weeklyAt : rep.hours.start, lateUntil: rep.hours.end,
                zone: rep.zone, calendar: rep.calendar.weekly(on: team.weeklyDay, around: rep.zone.date(at: now)))
        )
    }

    /// Whether a person has the line of a team on the day.
    func hasWeekly(_ member: Roster.Member, on date: CivilDate) -> Bool {
        roster.teams.contains { team in
            roster.leader(of: team, on: date)?.rep.id == member.rep.id
                && member.rep.calendar.weekly(on: team.weeklyDay, around: date).isWorking(date)
        }
    }

    func weekly(
        _ team: Roster.Team, leader: Roster.Member, _ occurrence: Occurrence, _ now: Instant
    ) throws -> [Composed] {
        guard try store.messages(to: leader.rep.id, on: occurrence.date) < Self.messagesADay else { return [] }
        let report = try WeeklyReports(store: store, roster: roster).report(for: team, leader: leader, at: now)
        // A team that sells nothing yet has no week to tell of.
        guard report.accounts > 0 else { return [] }
        let end = leader.rep.zone.instant(of: CivilDateTime(date: occurrence.date, time: leader.rep.hours.end))
        return [
            Composed(
                message: .weekly(report), team: team.id, person: leader.rep.id, channel: leader.channel, expires: end)
        ]
    }

    /// The line of a team's week as it would be at the instant; nothing is sent. Nil for a team without a leader.
    package func previewWeekly(_ team: Roster.Team, at now: Instant) throws -> Message? {
        guard let leader = roster.leader(of: team, on: team.zone.date(at: now)) else { return nil }
        return .weekly(try WeeklyReports(store: store, roster: roster).report(for: team, leader: leader, at: now))
    }
}
