import Chat
import CivilTime
import Coaching
import HTTP
import Store

/// The way from an outbox row to its recorded outcome: wait for its turn, look once more whether it is still to be said, render, send,
/// read the verdict, record it. Not Sendable: it stays with the store; only the requests travel.
///
/// A row says that it is being sent, on the disk, before its request leaves; so whatever ends the process or the machine, what may have
/// arrived is known at the next start. Many rows share one such write.
package final class DeliveryQueue {
    let store: Store
    let outlet: Outlet
    let backoff = Backoff()
    let random: (ClosedRange<Int>) -> Int
    let isTransportThere: Bool
    var states: [String: ChannelState] = [:]
    /// What was said here and is not recorded yet.
    private var spoken: [(local: Local, verdict: Verdict)] = []
    /// The channel that was served last, where not all could leave at once.
    private var lastServed = ""
    /// When the queue was last asked, to notice a clock that was set back.
    private var lastLook: Instant?

    /// Rows looked at in one go, so that no write takes long.
    static let batch = 256

    /// - Parameters:
    ///   - isTransportThere: Whether requests can be sent; the demo has no network and leaves them queued.
    ///   - random: Gives a number of the range, for the jitter.
    package init(
        store: Store, outlet: Outlet, isTransportThere: Bool = true,
        random: @escaping (ClosedRange<Int>) -> Int = { Int.random(in: $0) }
    ) {
        self.store = store
        self.outlet = outlet
        self.isTransportThere = isTransportThere
        self.random = random
    }

    /// Ends what is over, delivers what needs no network, and hands out the requests that may leave now.
    package func collect(at now: Instant, roster: Roster, channels: [String: Channel]) throws -> (
        shipments: [Shipment], reports: [Report]
    ) {
        try turn([], at: now, roster: roster, channels: channels)
    }

    /// Records how requests ended, and does what `collect` does, in one write. When it throws nothing is recorded or marked, and the same
    /// answers can be given again.
    /// - Parameter most: How many may leave. When as many did, call again: others may be due, and the channels take turns.
    package func turn(
        _ answers: [Answer], at now: Instant, roster: Roster, channels: [String: Channel], atMost most: Int = .max
    ) throws -> (shipments: [Shipment], reports: [Report]) {
        try notice(now, channels)
        var (shipments, reports) = try step(answers, now, roster, channels, most)
        while !spoken.isEmpty {
            // What is marked already must leave; what was said and cannot be recorded now is recorded with the next turn.
            guard let more = try? step([], now, roster, channels, most - shipments.count) else { break }
            shipments += more.shipments
            reports += more.reports
        }
        return (shipments, reports)
    }

    /// When the queue wants to be looked at again, apart from answers, which want it at once; nil when it is empty.
    package func next(after now: Instant) throws -> Instant? {
        var next = try store.nextExpiry()
        func consider(_ instant: Instant?) { next = [next, instant].compactMap { $0 }.min() }
        for (name, earliest) in try store.waitingChannels() {
            let state = states[name] ?? ChannelState()
            if let opening = state.circuit.opening {
                if state.inFlight == 0 { consider(max(opening.probeAt, state.freeAt)) }
            } else if earliest > now {
                consider(max(earliest, state.freeAt))
            } else {
                if state.freeAt > now {
                    consider(state.freeAt)
                } else if state.inFlight == 0, try !store.dueOutbox(of: name, at: now, limit: 1).isEmpty {
                    consider(now)
                }
                consider(try store.nextTurn(of: name, after: now))
            }
        }
        return next
    }

    // MARK: What leaves

    /// Something that was marked as being sent.
    enum Departure {
        case shipment(Shipment)
        /// To be said here, without the network.
        case local(Local)

        var shipment: Shipment? { if case .shipment(let shipment) = self { shipment } else { nil } }
        var local: Local? { if case .local(let local) = self { local } else { nil } }
    }

    struct Local {
        let row: OutboxRow
        let channel: Channel
        let message: Message
        let envelope: Envelope
        let isProbe: Bool
    }

    private func notice(_ now: Instant, _ channels: [String: Channel]) throws {
        if lastLook == nil {
            for (name, failures) in try store.recentFailures() {
                guard let channel = channels.channel(named: name) else { continue }
                states[name, default: ChannelState(of: channel)].circuit = Circuit(failures, at: now)
            }
            // A restart is how another address is taken over, and as a secret it leaves no trace in the store that would tell: one
            // message asks whether the pause still holds, and its answer counts for the others.
            for name in try store.throttledChannels() { try store.hasten(name, to: now) }
        }
        if let lastLook, now < lastLook { for name in states.keys { states[name]?.clockWasSetBack(to: now) } }
        lastLook = now
    }

    /// Records what ended and marks what may leave now, in one write that is on the disk before anything does; then says what needs no
    /// network.
    private func step(
        _ answers: [Answer], _ now: Instant, _ roster: Roster, _ channels: [String: Channel], _ most: Int
    ) throws -> (shipments: [Shipment], reports: [Report]) {
        guard try !answers.isEmpty || !spoken.isEmpty || isAnythingToDo(now, channels) else { return ([], []) }
        var reports: [Report] = []
        let leaving = try keepingStates {
            try store.durably {
                for answer in answers { reports += try record(answer, roster, now) }
                for (local, verdict) in spoken { reports += try record(local, verdict, roster, now) }
                reports += try expire(now)
                reports += try rescue(now, roster, channels)
                return try departures(now, roster, channels, most, &reports)
            }
        }
        spoken = leaving.compactMap(\.local).map {
            ($0, outlet.deliver($0.message, in: $0.envelope, through: $0.channel))
        }
        return (leaving.compactMap(\.shipment), reports)
    }

    /// Does a write. When it fails the states are as they were before it, as the store is.
    func keepingStates<Result>(_ write: () throws -> Result) throws -> Result {
        let remembered = states
        do { return try write() } catch {
            states = remembered
            throw error
        }
    }

    /// The channels from the one after that which was served last.
    private func inTurn(
        _ channels: [(channel: String, earliest: Instant)]
    ) -> [(channel: String, earliest: Instant)] {
        let next = channels.firstIndex { $0.channel > lastServed } ?? 0
        return Array(channels[next...] + channels[..<next])
    }

    private func isAnythingToDo(_ now: Instant, _ channels: [String: Channel]) throws -> Bool {
        if let expiry = try store.nextExpiry(), expiry <= now { return true }
        if try !endingUnsent(now).isEmpty { return true }
        return try store.waitingChannels().contains { mayLeave($0.channel, earliest: $0.earliest, now, channels) }
    }

    /// Whether a look at the channel can be of use; spares a write where all waits.
    private func mayLeave(_ name: String, earliest: Instant, _ now: Instant, _ channels: [String: Channel]) -> Bool {
        // What waits for a channel that is gone has no turn to wait for.
        guard channels.channel(named: name) != nil else { return true }
        guard let state = states[name] else { return earliest <= now }
        // The operator's wish or a fallback may move what waits for a channel that takes nothing.
        return state.circuit.opening != nil
            || earliest <= now && state.freeAt <= now && state.inFlight < ChannelState.widest
    }

    private func departures(
        _ now: Instant, _ roster: Roster, _ channels: [String: Channel], _ most: Int, _ reports: inout [Report]
    ) throws -> [Departure] {
        var leaving: [Departure] = []
        var names = try inTurn(store.waitingChannels())
            .filter { mayLeave($0.channel, earliest: $0.earliest, now, channels) }.map(\.channel)
        // Each has an equal share, and then of what others left. So none waits for another, and rows that stand together in the file, as
        // they were queued, leave together: fewer pages to write.
        while leaving.count < most, !names.isEmpty {
            let share = max(1, (most - leaving.count) / names.count)
            var unsated: [String] = []
            for name in names where leaving.count < most {
                let few = min(share, most - leaving.count)
                let its = try departures(of: name, now, roster, channels, few, &reports)
                if its.count == few { unsated.append(name) }
                leaving += its
                lastServed = name
            }
            names = unsated
        }
        return leaving
    }

    private func departures(
        of name: String, _ now: Instant, _ roster: Roster, _ channels: [String: Channel], _ most: Int,
        _ reports: inout [Report]
    ) throws -> [Departure] {
        guard let channel = channels.channel(named: name) else {
            reports += try reroute(from: name, roster, now)
            return []
        }
        guard let opening = states[name]?.circuit.opening else {
            return try due(through: channel, now, roster, most, &reports)
        }
        reports += try divert(from: channel, roster, now)
        // The operator's wish is no reason to ask a server again before its delay is over.
        guard let state = states[name], state.freeAt <= now, state.inFlight == 0,
            try opening.probeAt <= now || store.isWanted(of: name)
        else { return [] }
        return try probe(channel, now, roster, &reports).map { [$0] } ?? []
    }

    private func due(
        through channel: Channel, _ now: Instant, _ roster: Roster, _ most: Int, _ reports: inout [Report]
    ) throws -> [Departure] {
        var leaving: [Departure] = []
        while true {
            let isLocal = channel.platform.isLocal
            let free = isLocal ? Self.batch : (states[channel.name] ?? ChannelState()).room(for: channel, at: now)
            let room = min(free, Self.batch, most - leaving.count)
            guard room > 0 else { return leaving }
            let rows = try store.dueOutbox(
                of: channel.name, at: now, limit: room, isThorough: states[channel.name]?.inFlight ?? 0 == 0)
            let before = leaving.count
            for row in rows {
                if let departure = try prepare(row, channel, roster, isProbe: false, now, &reports) {
                    leaving.append(departure)
                }
            }
            // What was answered meanwhile left its place to others.
            guard !isLocal, rows.count == room, leaving.count - before < rows.count, isTransportThere
            else { return leaving }
        }
    }

    private func probe(
        _ channel: Channel, _ now: Instant, _ roster: Roster, _ reports: inout [Report]
    ) throws -> Departure? {
        guard isTransportThere || channel.platform.isLocal else { return nil }
        while let row = try store.probe(of: channel.name) {
            if let departure = try prepare(row, channel, roster, isProbe: true, now, &reports) { return departure }
        }
        return nil
    }

    // MARK: What ends without leaving

    private func expire(_ now: Instant) throws -> [Report] {
        try store.expiredOutbox(at: now, limit: 4 * Self.batch).map { row in
            let reason =
                row.isHeld
                ? "held, as it may have arrived, until its time was over"
                : "its time was over before it could be delivered"
            try store.drop(row, as: .expired, at: now, reason: reason)
            return .expired(channel: row.channel, message: row.kind)
        }
    }
}
