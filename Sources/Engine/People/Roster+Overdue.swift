import CivilTime
import Coaching
import Store

/// What tells whether a daemon does its work, from the slots alone.
extension Roster {
    /// Seconds after its time within which a slot has its row, whatever it finds to say.
    private static let patience: Int64 = 600

    /// A slot that came while a daemon was there, and has no row.
    package struct OverdueSlot: Hashable, Sendable {
        package var kind: Message.Kind
        package var who: String
        package var instant: Instant
    }

    /// The first such slot of a team's huddle or a rep's nudges. A leader's own come after huddles, so they are not looked at.
    /// - Parameters:
    ///   - last: The dates of the last slots that have a row.
    ///   - start: When the daemon began to serve.
    package func overdueSlot(
        _ last: [SlotKey: CivilDate], servedSince start: Instant, at now: Instant
    ) -> OverdueSlot? {
        let huddles = teams.flatMap { team in
            huddleSlots(of: team, at: now).filter { member, slot in
                slot.latest(atOrBefore: now).map { leads(member, team, at: $0.instant) } ?? false
            }.map { (SlotKey(kind: .huddle, owner: .team(team.id)), team.name, Optional($0.slot)) }
        }
        let nudges = order.filter { !isLeaderOrDeputy($0) }.compactMap { members[$0] }
            .filter { $0.rep.role != .observer }
            .flatMap { member -> [(SlotKey, String, DailySlot?)] in
                let (owner, name) = (SlotOwner.person(member.rep.id), member.rep.name)
                return [
                    (SlotKey(kind: .morning, owner: owner), name, member.morning),
                    (SlotKey(kind: .afternoon, owner: owner), name, member.afternoon),
                ]
            }
        return (huddles + nudges).compactMap { key, who, slot in
            guard let slot, let (date, instant) = slot.latest(atOrBefore: now) else { return nil }
            let isOver = slot.cutOff(on: date).map { now > $0 } ?? false
            // What was missed before the first slot of all has no row.
            guard last[key].map({ $0 < date }) ?? !isOver, now.seconds(since: max(instant, start)) > Self.patience
            else {
                return nil
            }
            return OverdueSlot(kind: key.kind, who: who, instant: instant)
        }.min { $0.instant < $1.instant }
    }
}
