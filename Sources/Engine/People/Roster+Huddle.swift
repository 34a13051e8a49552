import CivilTime
import Coaching

/// Whose the huddle is, and when.
extension Roster {
    /// The leader's slot, and the deputy's for while the leader is away.
    func huddleSlots(of team: Team) -> [(member: Member, slot: DailySlot)] {
        [team.leader, team.deputy].compactMap { $0.flatMap { members[$0] } }.map { member in
            (
                member,
                DailySlot(
                    time: team.huddleAt,
                    lateUntil: team.huddleLateUntil > team.huddleAt ? team.huddleLateUntil : .endOfDay, zone: team.zone,
                    calendar: member.rep.calendar)
            )
        }
    }

    /// The leader; while he is on leave, or once he left, the deputy.
    func leadsHuddle(_ member: Member, of team: Team, on date: CivilDate) -> Bool {
        guard !member.rep.hasLeft(on: date) else { return false }
        guard let leader = team.leader.flatMap({ members[$0]?.rep }) else { return true }
        return member.rep.id == leader.id
            ? leader.works(on: date) : leader.isAway(on: date) || leader.hasLeft(on: date)
    }

    /// The next huddle, and who leads it; nil where nobody is there to lead one.
    package func nextHuddle(of team: Team, after now: Instant) -> (leader: Member, instant: Instant)? {
        huddleSlots(of: team).compactMap { member, slot in
            var (instant, days) = (now, 0)
            // A leave of months is none for ever.
            while days < 400, let next = slot.next(after: instant) {
                if leadsHuddle(member, of: team, on: next.date) { return (leader: member, instant: next.instant) }
                (instant, days) = (next.instant, days + 1)
            }
            return nil
        }.min { $0.instant < $1.instant }
    }
}
