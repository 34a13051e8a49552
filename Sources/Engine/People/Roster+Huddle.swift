import CivilTime
import Coaching

/// Whose the huddle is, and when.
extension Roster {
    /// The leader's slot, and the deputy's for while the leader is away. Their dates are the team's; the days on which they are held are
    /// working days where the person is.
    func huddleSlots(of team: Team, at now: Instant) -> [(member: Member, slot: DailySlot)] {
        let today = team.zone.date(at: now)
        let huddle = team.zone.instant(of: CivilDateTime(date: today, time: team.huddleAt))
        return [team.leader, team.deputy].compactMap { $0.flatMap { members[$0] } }.map { member in
            // Far enough from the team his day has another date.
            let shift = today.days(since: member.rep.zone.date(at: huddle))
            return (
                member,
                DailySlot(
                    time: team.huddleAt,
                    lateUntil: team.huddleLateUntil > team.huddleAt ? team.huddleLateUntil : .endOfDay, zone: team.zone,
                    calendar: team.isZoneKnown ? member.rep.calendar.shifted(byDays: shift) : .empty)
            )
        }
    }

    /// Whether the team is a person's at the instant: the leader's; while he is on leave or has a holiday, or once he left, the deputy's.
    func leads(_ member: Member, _ team: Team, at now: Instant) -> Bool {
        guard !member.rep.hasLeft(on: member.rep.zone.date(at: now)) else { return false }
        guard let leader = team.leader.flatMap({ members[$0]?.rep }) else { return true }
        let date = leader.zone.date(at: now)
        return member.rep.id == leader.id
            ? leader.works(on: date) : leader.isAway(on: date) || leader.hasLeft(on: date)
    }

    /// The next huddle, and who leads it; nil where nobody is there to lead one.
    package func nextHuddle(of team: Team, after now: Instant) -> (leader: Member, instant: Instant)? {
        huddleSlots(of: team, at: now).compactMap { member, slot in
            var (instant, days) = (now, 0)
            // A leave of months is none for ever.
            while days < 400, let next = slot.next(after: instant) {
                if leads(member, team, at: next.instant) { return (leader: member, instant: next.instant) }
                (instant, days) = (next.instant, days + 1)
            }
            return nil
        }.min { $0.instant < $1.instant }
    }
}
