import Chat
import CivilTime
import Store

extension DeliveryQueue {
    /// Gives what waits for a channel that takes nothing to the fallback of whom it is for.
    func divert(from channel: Channel, _ roster: Roster, _ now: Instant) throws -> [Report] {
        guard let state = states[channel.name], state.circuit.hasGivenUp,
            let reason = state.circuit.opening?.reason
        else { return [] }
        let rows = try store.waitingOutbox(of: channel.name, after: state.divertedUpTo, limit: 4 * Self.batch)
        if let last = rows.last { states[channel.name]?.divertedUpTo = last.id }
        return try handOver(rows, from: channel, reason, roster, now)
    }

    /// Gives what would be over before its channel may send again to the fallback of whom it is for, while there is time.
    func rescue(_ now: Instant, _ roster: Roster, _ channels: [String: Channel]) throws -> [Report] {
        var reports: [Report] = []
        for (name, state) in try endingUnsent(now).sorted(by: { $0.key < $1.key }) {
            // What waits for a channel that is gone is rerouted, however much time it has.
            guard let channel = channels.channel(named: name) else { continue }
            let shut = state.isShutUntil
            let rows = try store.waitingOutbox(
                of: name, after: state.rescued(before: shut), endingBy: shut, limit: 4 * Self.batch)
            guard let last = rows.last else { continue }
            states[name]?.rescued = (last.id, shut)
            reports += try handOver(rows, from: channel, "nothing is sent there before \(shut)", roster, now)
        }
        return reports
    }

    /// The channels for which something waits that is over before they may send, and was not looked at for that yet. One look for all of
    /// them, since there may be thousands.
    func endingUnsent(_ now: Instant) throws -> [String: ChannelState] {
        guard let latest = states.values.lazy.map(\.isShutUntil).max(), latest > now else { return [:] }
        var found: [String: ChannelState] = [:]
        try store.forEachWaiting(endingBy: latest) { name, id, end in
            guard let state = states[name] else { return }
            let shut = state.isShutUntil
            if shut > now, end <= shut, id > state.rescued(before: shut) { found[name] = state }
        }
        return found
    }

    private func handOver(
        _ rows: [OutboxRow], from channel: Channel, _ reason: String, _ roster: Roster, _ now: Instant
    ) throws -> [Report] {
        var counts: [String: Int] = [:]
        for row in rows {
            // What is to be held is the operator's.
            guard try !channel.holds(after: earlier(row, channel.platform, now)),
                let fallback = try queueFallback(for: row, roster, now)
            else { continue }
            try store.end(row.id, as: .dropped, at: now, reason: "the fallback took over: \(reason)")
            counts[fallback, default: 0] += 1
        }
        return counts.sorted { $0.key < $1.key }.map {
            .diverted(channel: channel.name, fallback: $0.key, count: $0.value)
        }
    }

    /// Queues the message for the fallback of whom it is for, once.
    /// - Returns: the name of the fallback; nil when there is none, or the message went there before.
    func queueFallback(for row: OutboxRow, _ roster: Roster, _ now: Instant) throws -> String? {
        guard let fallback = Self.ways(of: row, roster).fallback, fallback.name != row.channel,
            try store.queue(
                message: row.messageID, channel: fallback.name, key: "\(row.messageID)-\(fallback.name)",
                notBefore: now, expires: row.expiresAt, isFallback: true)
        else { return nil }
        return fallback.name
    }
}
