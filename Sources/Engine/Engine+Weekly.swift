import CivilTime
import Coaching
import Store

/// The leader's line of the week.
extension Engine {
    /// Whether a person has the line of a team on the day.
    func hasWeekly(_ member: Roster.Member, on date: CivilDate) -> Bool {
        roster.teams(ledBy: member.rep.id).contains { team in
            roster.leader(of: team, on: date)?.rep.id == member.rep.id
                && member.rep.calendar.weekly(on: team.weeklyDay, around: date).isWorking(date)
        }
    }

    func weekly(
        _ team: Roster.Team, leader: Roster.Member, _ occurrence: Occurrence, _ now: Instant
    ) throws -> [Composed] {
        let teams = teamsOfLine(of: team, at: now)
        // Who leads several teams has one message; it comes in the slot of the first.
        guard teams.first?.id == team.id, try hasRoom(for: .weekly, to: leader.rep.id, on: occurrence.date) else {
            return []
        }
        let reports = try reports(of: teams, leader: leader, now)
        guard let first = reports.first else { return [] }
        let end = leader.rep.zone.instant(of: CivilDateTime(date: occurrence.date, time: leader.rep.hours.end))
        return [
            Composed(
                message: .weekly(first, and: Array(reports.dropFirst())), team: teams.count == 1 ? team.id : nil,
                person: leader.rep.id, channel: leader.channel, expires: end)
        ]
    }

    /// The teams whose line is said together: those of one leader at the same time.
    private func teamsOfLine(of team: Roster.Team, at now: Instant) -> [Roster.Team] {
        guard let (leader, slot) = roster.weeklySlot(of: team, at: now) else { return [] }
        return roster.teams(ledBy: leader.rep.id).filter { other in
            roster.weeklySlot(of: other, at: now).map { $0.leader.rep.id == leader.rep.id && $0.slot == slot } ?? false
        }
    }

    /// A team that sells nothing yet has no week to tell of.
    private func reports(of teams: [Roster.Team], leader: Roster.Member, _ now: Instant) throws -> [WeeklyReport] {
        try teams.map { try WeeklyReports(store: store, roster: roster).report(for: $0, leader: leader, at: now) }
            .filter { $0.accounts > 0 }
    }

    /// The message with the line of a team's week as it would be at the instant; nothing is sent. Nil for a team without a leader.
    package func previewWeekly(_ team: Roster.Team, at now: Instant) throws -> Message? {
        guard let leader = roster.leader(of: team, on: team.zone.date(at: now)) else { return nil }
        let reports = try reports(of: teamsOfLine(of: team, at: now), leader: leader, now)
        guard let first = reports.first else {
            return .weekly(try WeeklyReports(store: store, roster: roster).report(for: team, leader: leader, at: now))
        }
        return .weekly(first, and: Array(reports.dropFirst()))
    }
}
