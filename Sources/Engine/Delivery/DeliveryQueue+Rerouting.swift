import Chat
import CivilTime
import Coaching
import Store

extension DeliveryQueue {
    /// The configuration was read anew: what is waiting may try again and may have another fallback, at another address nothing waits for
    /// what the first one asked for, and what waits for channels that are not named any more goes where today's routes lead. At the turn
    /// of each message that would be found as well, but the operator hears of it only then.
    package func reconfigured(at now: Instant, roster: Roster, channels: [String: Channel]) throws -> [Report] {
        var readdressed: [String] = []
        for name in states.keys.sorted() {
            let isAnother = states[name]?.reconfigure(to: channels.channel(named: name), at: now) ?? false
            if isAnother { readdressed.append(name) }
        }
        return try store.database.transaction {
            for name in readdressed { try store.hasten(name, to: now) }
            return try store.waitingChannels().filter { channels.channel(named: $0.channel) == nil }.flatMap {
                try reroute(from: $0.channel, roster, now)
            }
        }
    }

    /// Gives what waits for a channel that is gone to where its readers are reached today, or drops what has no way to them.
    func reroute(from name: String, _ roster: Roster, _ now: Instant) throws -> [Report] {
        var counts: [String: Int] = [:]
        var dropped = 0
        for row in try store.waitingOutbox(of: name, after: 0, limit: .max) {
            let gone = "there is no channel \"\(name)\" any more"
            let (usual, fallback) = Self.ways(of: row, roster)
            // What may have arrived there says so where it goes now, as a fallback does. Where the message was tried already it does not
            // go twice.
            guard let channel = (row.isFallback ? fallback ?? usual : usual ?? fallback)?.name,
                try store.queue(
                    message: row.messageID, channel: channel, key: "\(row.messageID)-\(channel)", notBefore: now,
                    expires: row.expiresAt, isFallback: row.isFallback || row.isFrozen)
            else {
                try store.drop(row, at: now, reason: gone)
                dropped += 1
                continue
            }
            try store.drop(row, at: now, reason: "\(gone): it goes to \"\(channel)\"")
            counts[channel, default: 0] += 1
        }
        return counts.sorted { $0.key < $1.key }.map { .rerouted(channel: name, to: $0.key, count: $0.value) }
            + (dropped == 0 ? [] : [.rerouted(channel: name, to: nil, count: dropped)])
    }

    /// The channels by which a message reaches its readers today.
    static func ways(of row: OutboxRow, _ roster: Roster) -> (usual: Channel?, fallback: Channel?) {
        let team = row.teamID.flatMap { id in roster.teams.first { $0.id == id } }
        let member = row.personID.flatMap { roster.members[$0] }
        return switch row.kind {
        case .huddle:
            (team?.observers.first { $0.id == row.personID }?.channel ?? team?.leaderChannel, team?.agendaFallback)
        case .team: (team?.room, team?.fallback)
        case .morning, .afternoon, .weekly: (member?.channel, member?.fallback)
        }
    }
}
