import Chat
import CivilTime
import Coaching
import HTTP
import Store

/// The way from an outbox row to its recorded outcome: wait for its turn, look once more whether it is still to be said, render, send,
/// read the verdict, record it. Not Sendable: it stays with the store; only the requests travel.
package final class DeliveryQueue {
    private let store: Store
    private let outlet: Outlet
    private let backoff = Backoff()
    private let random: (ClosedRange<Int>) -> Int
    private let isTransportThere: Bool
    /// The ids of rooms that moved, by channel; told again by the platform after a restart.
    private var moved: [String: String] = [:]
    /// When each channel may send again, and how many of its requests are on their way.
    private var pace: [String: ChannelPace] = [:]

    private struct ChannelPace {
        var freeAt = Instant(secondsSinceEpoch: 0)
        var inFlight = 0
        /// How many requests left in the second of the last one.
        var second = Instant(secondsSinceEpoch: 0)
        var sent = 0
    }

    /// When the queue was last asked, to notice a clock that was set back.
    private var lastLook: Instant?

    /// Attempts after which the fallback takes over.
    private static let attemptsBeforeFallback = 5
    /// Requests on their way at once through a channel whose receiver recognises repeats; others have one.
    private static let concurrency = 16
    /// Rows looked at in one go.
    private static let batch = 64

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

    /// A request that is ready to leave.
    package struct Shipment: Sendable {
        package let row: OutboxRow
        package let channel: Channel
        package let request: HTTPRequest
    }

    /// What the operator should hear of a delivery.
    package enum Report: Sendable, Hashable {
        case refused(channel: String, message: Message.Kind, reason: String, fallback: String?)
        case failing(channel: String, attempts: Int, reason: String, retryAt: Instant, fallback: String?)
        case expired(channel: String, message: Message.Kind)
    }

    /// Ends what is over, delivers what needs no network, and hands out the requests that may leave now.
    package func collect(at now: Instant, roster: Roster, channels: [String: Channel]) throws -> (
        shipments: [Shipment], reports: [Report]
    ) {
        if let lastLook, now < lastLook { for name in pace.keys { pace[name]?.freeAt = now } }
        lastLook = now
        var reports = try expire(now)
        var shipments: [Shipment] = []
        // Each channel by itself, so that a long queue of one hides no other.
        let due = try store.dueChannels(at: now).flatMap { try store.dueOutbox(of: $0, at: now, limit: Self.batch) }
        for row in due {
            guard let channel = channels[row.channel] ?? Self.builtIn(row.channel) else {
                try store.database.transaction {
                    try store.end(
                        row.id, as: .dropped, at: now, reason: "there is no channel \"\(row.channel)\" any more")
                    try voidIfDead(row)
                }
                continue
            }
            guard isFree(channel, now) else { continue }
            guard let message = try stillToBeSaid(row, roster, now) else { continue }
            let envelope = envelope(for: row, channel, roster, now)
            switch channel.platform.delivery(of: message, in: envelope, isShort: row.isShortened) {
            case .request(let outgoing):
                guard isTransportThere else { continue }
                try store.database.transaction { try store.beginAttempt(row.id) }
                occupy(channel, now)
                shipments.append(Shipment(row: row, channel: channel, request: Self.http(outgoing, channel)))
            case .local:
                let verdict = outlet.deliver(message, in: envelope, through: channel)
                try store.database.transaction { try store.beginAttempt(row.id) }
                reports += try record(verdict, status: nil, isFrozen: false, row, channel, roster, now)
            case .impossible(let reason):
                try store.database.transaction { try store.beginAttempt(row.id) }
                reports += try record(
                    .refused(reason: reason, isChannelDead: false), status: nil, isFrozen: false, row, channel, roster,
                    now)
            }
        }
        return (shipments, reports)
    }

    /// Records how a request ended.
    package func finish(
        _ shipment: Shipment, _ result: Result<HTTPResponse, TransportError>, at now: Instant, roster: Roster
    ) throws -> [Report] {
        pace[shipment.channel.name]?.inFlight -= 1
        switch result {
        case .success(let response):
            let incoming = IncomingResponse(
                status: response.status, headers: response.headers.map { HeaderField($0.name, $0.value) },
                body: response.body)
            let verdict = shipment.channel.platform.verdict(of: incoming, at: now)
            return try record(
                verdict, status: response.status, isFrozen: false, shipment.row, shipment.channel, roster, now)
        case .failure(let error):
            let verdict = Verdict.later(seconds: nil, reason: error.description)
            return try record(
                verdict, status: nil, isFrozen: error.mayHaveArrived, shipment.row, shipment.channel, roster, now)
        }
    }

    /// When the queue wants to be looked at again; nil when it is empty. A channel's own pace is part of it.
    package func next(after now: Instant) throws -> Instant? {
        guard let next = try store.nextOutbox() else { return nil }
        let busy = pace.values.filter { $0.inFlight == 0 && $0.freeAt > now }.map(\.freeAt).min()
        return next > now ? next : busy ?? now.adding(seconds: 1)
    }

    // MARK: Stages

    private func expire(_ now: Instant) throws -> [Report] {
        let expired = try store.expiredOutbox(at: now)
        guard !expired.isEmpty else { return [] }
        return try store.database.transaction {
            try expired.map { row in
                try store.end(row.id, as: .expired, at: now, reason: "its time was over before it could be delivered")
                try voidIfDead(row)
                return .expired(channel: row.channel, message: row.kind)
            }
        }
    }

    /// The message without what was answered since it was written; nil when nothing is left to say. What may have arrived already
    /// stays as it is.
    private func stillToBeSaid(_ row: OutboxRow, _ roster: Roster, _ now: Instant) throws -> Message? {
        guard var message = try store.message(row.messageID) else { return nil }
        guard !row.isFrozen, row.kind == .morning || row.kind == .afternoon else { return message }
        if let rep = row.personID.flatMap({ roster.members[$0]?.rep }), !rep.works(on: rep.zone.date(at: now)) {
            try drop(row, as: .dropped, "it is no working day of the recipient any more", now)
            return nil
        }
        let resolved = try store.resolvedFindings(inMessage: row.messageID)
        guard !resolved.isEmpty else { return message }
        message.leaveOut(resolved)
        // Thanks alone wait for the next message.
        guard message.items.contains(where: { $0.state != .thanks }) else {
            try drop(row, as: .answered, "answered before it was sent", now)
            return nil
        }
        try store.database.transaction { try store.void(itemsOfMessage: row.messageID, about: resolved) }
        return message
    }

    /// Ends a row before it was sent; what stood in its message was not said, then.
    private func drop(_ row: OutboxRow, as end: OutboxEnd, _ reason: String, _ now: Instant) throws {
        try store.database.transaction {
            try store.end(row.id, as: end, at: now, reason: reason)
            try voidIfDead(row)
        }
    }

    private func isFree(_ channel: Channel, _ now: Instant) -> Bool {
        guard let pace = pace[channel.name] else { return true }
        return pace.freeAt <= now && pace.inFlight < (channel.platform.repeats != .never ? Self.concurrency : 1)
    }

    private func occupy(_ channel: Channel, _ now: Instant) {
        pace[channel.name, default: ChannelPace()].inFlight += 1
        guard let rate = channel.rate, var own = pace[channel.name] else { return }
        if own.second != now { (own.second, own.sent) = (now, 0) }
        own.sent += 1
        // So many a second, or one in so many seconds.
        if own.sent >= max(1, rate.count / max(1, rate.seconds)) {
            own.freeAt = max(own.freeAt, now.adding(seconds: Int64((rate.intervalMilliseconds + 999) / 1000)))
        }
        pace[channel.name] = own
    }

    private func envelope(for row: OutboxRow, _ channel: Channel, _ roster: Roster, _ now: Instant) -> Envelope {
        let member = row.personID.flatMap { roster.members[$0] }
        let team = row.teamID.flatMap { id in roster.teams.first { $0.id == id } }
        return Envelope(
            id: "msg_\(row.token)", to: member?.recipient,
            team: team?.name, at: now, mayBeRepeat: row.isFrozen && channel.platform.repeats == .never,
            movedTo: moved[channel.name])
    }

    private static func builtIn(_ name: String) -> Channel? {
        name == Channel.console.name ? .console : nil
    }

    private static func http(_ outgoing: OutgoingRequest, _ channel: Channel) -> HTTPRequest {
        HTTPRequest(
            method: outgoing.method == .put ? .put : .post, url: outgoing.url.value,
            headers: HTTPHeaders(outgoing.headers.map { ($0.name, $0.value) }), body: outgoing.body,
            timeouts: .init(total: .seconds(channel.timeoutSeconds)),
            certificateAuthorityFile: channel.certificateAuthorityFile)
    }

    // MARK: Outcomes

    private func record(
        _ verdict: Verdict, status: Int?, isFrozen: Bool, _ row: OutboxRow, _ channel: Channel, _ roster: Roster,
        _ now: Instant
    ) throws -> [Report] {
        try store.database.transaction {
            switch verdict {
            case .delivered:
                try store.recordAttempt(row.id, at: now, verdict: "delivered", status: status, detail: nil)
                try store.end(row.id, as: .delivered, at: now)
                return []
            case .later(let asked, let reason):
                return try later(asked, reason, status: status, isFrozen: isFrozen, row, channel, roster, now)
            case .tooLong(let reason) where !row.isShortened:
                try store.recordAttempt(row.id, at: now, verdict: "too long", status: status, detail: reason)
                try store.shorten(row.id, next: now)
                return []
            case .ambiguous(let reason):
                return try later(nil, reason, status: status, isFrozen: true, row, channel, roster, now)
            case .moved(let room, let reason):
                moved[channel.name] = room
                return try later(nil, reason, status: status, isFrozen: false, row, channel, roster, now)
            case .refused(let reason, _), .tooLong(let reason):
                try store.recordAttempt(row.id, at: now, verdict: "refused", status: status, detail: reason)
                try store.end(row.id, as: .refused, at: now, reason: reason)
                let fallback = try queueFallback(for: row, channel, roster, now)
                if fallback == nil { try voidIfDead(row) }
                return [.refused(channel: channel.name, message: row.kind, reason: reason, fallback: fallback)]
            }
        }
    }

    private func later(
        _ asked: Int?, _ reason: String, status: Int?, isFrozen: Bool, _ row: OutboxRow, _ channel: Channel,
        _ roster: Roster, _ now: Instant
    ) throws -> [Report] {
        let attempts = row.attempts + 1
        let wait = backoff.seconds(after: attempts, asked: asked, random: random)
        let next = now.adding(seconds: Int64(wait))
        // A server that asks for a pause means all that comes from here.
        if let asked {
            let pause = now.adding(seconds: Int64(asked))
            pace[channel.name, default: ChannelPace()].freeAt = max(pause, pace[channel.name]?.freeAt ?? pause)
        }
        try store.recordAttempt(
            row.id, at: now, verdict: isFrozen ? "ambiguous" : "later", status: status, detail: reason)
        try store.postpone(row.id, until: next, isFrozen: isFrozen)
        let fallback =
            attempts >= Self.attemptsBeforeFallback && !isFrozen
            ? try queueFallback(for: row, channel, roster, now) : nil
        if fallback != nil { try store.end(row.id, as: .dropped, at: now, reason: "the fallback took over: \(reason)") }
        return [
            .failing(channel: channel.name, attempts: attempts, reason: reason, retryAt: next, fallback: fallback)
        ]
    }

    /// Queues the message for the fallback of whom it is for, once.
    /// - Returns: the name of the fallback; nil when there is none.
    private func queueFallback(
        for row: OutboxRow, _ channel: Channel, _ roster: Roster, _ now: Instant
    ) throws -> String? {
        let team = row.teamID.flatMap { id in roster.teams.first { $0.id == id } }
        let fallback =
            row.kind == .huddle || row.kind == .team
            ? team?.fallback : row.personID.flatMap { roster.members[$0]?.fallback }
        guard let fallback, fallback.name != channel.name else { return nil }
        try store.queue(
            message: row.messageID, channel: fallback.name, key: "\(row.messageID)-\(fallback.name)", notBefore: now,
            expires: row.expiresAt)
        return fallback.name
    }

    /// What no channel delivered was not said: the ladder does not count it.
    private func voidIfDead(_ row: OutboxRow) throws {
        if try !store.isAlive(message: row.messageID) { try store.void(itemsOfMessage: row.messageID) }
    }
}
