import CivilTime
import Coaching
import Store

/// The huddle: whose it is, and the agenda with what the team's room hears.
extension Engine {
    func huddle(
        _ team: Roster.Team, leader: Roster.Member, _ occurrence: Occurrence, _ now: Instant
    ) throws -> [Composed] {
        let agenda = try huddleAgenda(team, leader: leader, now)
        if team.leaderChannel != nil || team.room != nil { try remember(agenda) }
        // The team's day may have another date where the leader is.
        let date = leader.rep.zone.date(at: occurrence.instant)
        let expires = leader.rep.zone.instant(of: CivilDateTime(date: date, time: leader.rep.hours.end))
        let latest = max(expires, occurrence.instant.adding(seconds: 3600))
        var composed = [
            Composed(
                message: agenda.message, team: team.id, person: leader.rep.id, channel: team.leaderChannel,
                expires: latest)
        ]
        composed += team.observers.map { observer in
            Composed(
                message: agenda.observersMessage, team: team.id, person: observer.id, channel: observer.channel,
                expires: latest)
        }
        if let room = team.room, let message = agenda.roomMessage {
            composed.append(Composed(message: message, team: team.id, person: nil, channel: room, expires: latest))
        }
        return composed
    }

    /// Keeps what an agenda recognised and whom it proposed.
    private func remember(_ agenda: HuddleAgenda) throws {
        for highlight in agenda.highlights { try store.keep(highlight, on: agenda.briefing.day.today) }
        for (ask, colleague) in agenda.colleagues.sorted(by: { $0.key < $1.key }) {
            try store.keepMatch(ask: ask, helper: colleague.helperID, on: agenda.briefing.day.today)
        }
    }

    func huddleAgenda(_ team: Roster.Team, leader: Roster.Member, _ now: Instant) throws -> HuddleAgenda {
        var surveys: [RowID: Survey] = [:]
        for id in team.memberIDs {
            if let member = roster.members[id] { surveys[id] = try survey(member, now) }
        }
        var agenda = HuddleAgenda(
            try HuddleBriefings(
                store: store, roster: roster,
                bank: Briefings.bank(team.bank, for: RepDay(leader.rep, at: now), in: store)
            )
            .briefing(for: team, leader: leader, surveys: surveys, at: now))
        var touches: [RowID: Touch] = [:]
        for id in agenda.accountsSpokenOf { touches[id] = try store.lastTouch(of: id, at: now) }
        agenda.tell(touches)
        return agenda
    }
}
