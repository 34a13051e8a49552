import Chat
import CivilTime
import Coaching
import Store

extension DeliveryQueue {
    /// The configuration was read anew: what is waiting may try again and may have another fallback, at another address nothing waits for
    /// what the first one asked for, and what waits for channels that are not named any more goes where today's routes lead. At the turn
    /// of each message that would be found as well, but the operator hears of it only then.
    package func reconfigured(at now: Instant, roster: Roster, channels: [String: Channel]) throws -> [Report] {
        // Where the store cannot be written now, the next reading still finds that the address is another.
        try keepingStates {
            let readdressed = states.keys.sorted().filter {
                states[$0]?.reconfigure(to: channels.channel(named: $0), at: now) ?? false
            }
            try store.database.transaction { for name in readdressed { try store.hasten(name, to: now) } }
        }
        return try store.waitingChannels().map(\.channel).filter { channels.channel(named: $0) == nil }.flatMap {
            name in
            var all = Moves()
            while true {
                let moves = try store.database.transaction { try move(from: name, roster, now) }
                guard !moves.isEmpty else { return reports(of: all, from: name) }
                all.merge(moves, uniquingKeysWith: +)
            }
        }
    }

    /// Gives some of what waits for a channel that is gone to where its readers are reached today, or drops what has no way to them. The
    /// rest follows with the next turn.
    func reroute(from name: String, _ roster: Roster, _ now: Instant) throws -> [Report] {
        reports(of: try move(from: name, roster, now), from: name)
    }

    /// How many messages went to which channel; nil is none.
    private typealias Moves = [String?: Int]

    private func move(from name: String, _ roster: Roster, _ now: Instant) throws -> Moves {
        var moves = Moves()
        for row in try store.waitingOutbox(of: name, after: 0, limit: 4 * Self.batch) {
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
                moves[nil, default: 0] += 1
                continue
            }
            try store.drop(row, at: now, reason: "\(gone): it goes to \"\(channel)\"")
            moves[channel, default: 0] += 1
        }
        return moves
    }

    /// What was dropped comes last.
    private func reports(of moves: Moves, from name: String) -> [Report] {
        moves.sorted { ($0.key == nil ? 1 : 0, $0.key ?? "") < ($1.key == nil ? 1 : 0, $1.key ?? "") }
            .map { .rerouted(channel: name, to: $0.key, count: $0.value) }
    }

    /// The channels by which a message reaches its readers today.
    static func ways(of row: OutboxRow, _ roster: Roster) -> (usual: Channel?, fallback: Channel?) {
        let team = roster.team(row.teamID)
        let member = row.personID.flatMap { roster.members[$0] }
        return switch row.kind {
        case .huddle:
            (team?.observers.first { $0.id == row.personID }?.channel ?? team?.leaderChannel, team?.agendaFallback)
        case .team: (team?.room, team?.fallback)
        case .morning, .afternoon, .weekly: (member?.channel, member?.fallback)
        // It answers what stands in one place, and makes no sense in another.
        case .reply: (nil, nil)
        }
    }
}
