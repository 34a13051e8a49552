import CivilTime
import Coaching
import Store

/// A message that reached somebody in a simulation.
package struct Heard: Sendable {
    package let at: Instant
    /// As it was delivered: without what was answered before.
    package let message: Message
    package let channel: String
    /// The person; nil for a team's room.
    package let rep: Rep?
    /// The team, of an agenda and of what its room hears.
    package let team: Roster.Team?
    /// By episode the working days of its rep since its first mention to him: 0 on that day.
    package let ladderDays: [RowID: Int]

    /// The reader's.
    package var zone: Zone { rep?.zone ?? team?.zone ?? .utc }

    init(_ message: Message, _ delivery: Delivery, at now: Instant, roster: Roster, store: Store) throws {
        at = now
        self.message = message
        channel = delivery.channel
        team = roster.team(delivery.teamID)
        rep = delivery.personID.flatMap { roster.members[$0]?.rep }
        var days: [RowID: Int] = [:]
        for finding in message.items.compactMap(\.findingID) {
            guard let mention = try store.firstMention(of: finding), let owner = roster.members[mention.rep]?.rep else {
                continue
            }
            let tomorrow = owner.zone.date(at: now).adding(days: 1)
            days[finding] = owner.calendar.workingDays(after: mention.date, before: tomorrow)
        }
        ladderDays = days
    }
}
