import Chat
import CivilTime
import Coaching
import HTTP
import Store

extension DeliveryQueue {
    /// Records how a request ended.
    package func finish(
        _ shipment: Shipment, _ result: Result<HTTPResponse, TransportError>, at now: Instant, roster: Roster
    ) throws -> [Report] {
        try finish([Answer(shipment, result)], at: now, roster: roster)
    }

    /// Records how requests ended, all in one write. When it throws nothing is recorded, and the same answers can be given again.
    package func finish(_ answers: [Answer], at now: Instant, roster: Roster) throws -> [Report] {
        try keepingStates { try store.database.transaction { try answers.flatMap { try record($0, roster, now) } } }
    }

    func record(_ answer: Answer, _ roster: Roster, _ now: Instant) throws -> [Report] {
        let shipment = answer.shipment
        let platform = shipment.channel.platform
        let (verdict, status) = platform.verdict(of: answer.result, at: now)
        if case .ambiguous = verdict, platform.repeats != .never, let request = shipment.load.request {
            try store.keepPayload(request.body, of: shipment.row.id)
        }
        return try record(
            verdict, status: status, shipment.row, shipment.channel, leftAt: shipment.leftAt, isProbe: shipment.isProbe,
            roster, now)
    }

    func record(_ local: Local, _ verdict: Verdict, _ roster: Roster, _ now: Instant) throws -> [Report] {
        try record(
            verdict, status: nil, local.row, local.channel, leftAt: now, isProbe: local.isProbe, roster, now)
    }

    // MARK: Verdicts

    private func record(
        _ verdict: Verdict, status: Int?, _ row: OutboxRow, _ channel: Channel, leftAt: Instant, isProbe: Bool,
        _ roster: Roster, _ now: Instant
    ) throws -> [Report] {
        states[channel.name, default: ChannelState()].arrive(leftAt: leftAt, isGood: verdict.isGood, at: now)
        switch verdict {
        case .delivered(let id):
            try store.recordAttempt(
                row.id, at: now, verdict: .delivered, status: status, detail: nil, platformID: id)
            try store.end(row.id, as: .delivered, at: now)
            return succeed(channel)
        case .later(let asked, let reason, let isChannelWell):
            let isThrottle = status == 429 || asked != nil && status.map { $0 < 500 } ?? false
            return try later(
                asked, reason, status: status, isThrottle ? .slower : isChannelWell ? .notYet : .later,
                isProbe: isProbe, row, channel, roster, now)
        case .ambiguous(let reason):
            return try later(nil, reason, status: status, .ambiguous, isProbe: isProbe, row, channel, roster, now)
        case .moved(let room, let reason):
            states[channel.name]?.move(channel, to: room)
            return try later(nil, reason, status: status, .later, isProbe: isProbe, row, channel, roster, now)
        case .tooLong(let reason):
            guard row.isShortened else { return try shorten(row, reason, status: status, channel, now) }
            return try refuse(
                row, reason, status: status, isChannelDead: false, isProbe: isProbe, channel, roster, now)
        case .refused(let reason, let isChannelDead):
            return try refuse(
                row, reason, status: status, isChannelDead: isChannelDead, isProbe: isProbe, channel, roster, now)
        }
    }

    private func shorten(
        _ row: OutboxRow, _ reason: String, status: Int?, _ channel: Channel, _ now: Instant
    ) throws -> [Report] {
        try store.recordAttempt(row.id, at: now, verdict: .tooLong, status: status, detail: reason)
        try store.shorten(row.id)
        return succeed(channel)
    }

    /// The channel took a message, or refused it for a reason that no other message has.
    private func succeed(_ channel: Channel) -> [Report] {
        guard let opening = states[channel.name, default: ChannelState()].succeed() else { return [] }
        return [.closed(channel: channel.name, since: opening.since)]
    }

    private func fail(
        _ channel: Channel, _ reason: String, isDead: Bool, isProbe: Bool, asked: Int? = nil, _ now: Instant
    ) throws -> [Report] {
        let opening = states[channel.name, default: ChannelState()].circuit.fail(
            isDead: isDead, isProbe: isProbe, asked: asked, reason: reason, at: now, random: random)
        if isProbe { try store.forgetWishes(of: channel.name) }
        return opening.map {
            [.opened(channel: channel.name, isDead: $0.isDead, reason: reason, probeAt: $0.probeAt)]
        } ?? []
    }

    /// Ends a row that was refused for good, and gives its message to the fallback.
    func refuse(
        _ row: OutboxRow, _ reason: String, status: Int?, isChannelDead: Bool, isProbe: Bool = false,
        _ channel: Channel, _ roster: Roster, _ now: Instant
    ) throws -> [Report] {
        let verdict: AttemptVerdict = isChannelDead ? .channelDead : .refused
        try store.recordAttempt(row.id, at: now, verdict: verdict, status: status, detail: reason)
        try store.end(row.id, as: .refused, at: now, reason: reason)
        let fallback = try queueFallback(for: row, roster, now)
        if fallback == nil { try store.voidIfDead(row) }
        let report = Report.refused(channel: channel.name, message: row.kind, reason: reason, fallback: fallback)
        if isChannelDead { return try [report] + fail(channel, reason, isDead: true, isProbe: isProbe, now) }
        // Without a status nobody was asked, so nothing is known of the channel.
        return status == nil ? [report] : [report] + succeed(channel)
    }

    /// Puts a row back for another attempt, or hands its message to the fallback: after so many for so long, or where there is no time for
    /// another.
    private func later(
        _ asked: Int?, _ reason: String, status: Int?, _ verdict: AttemptVerdict, isProbe: Bool, _ row: OutboxRow,
        _ channel: Channel, _ roster: Roster, _ now: Instant
    ) throws -> [Report] {
        let isAmbiguous = verdict == .ambiguous
        try store.recordAttempt(row.id, at: now, verdict: verdict, status: status, detail: reason)
        var row = row
        row.isFrozen = row.isFrozen || isAmbiguous
        let isHeld = try channel.holds(after: earlier(row, channel.platform, now))
        let failures = try store.failures(of: row.id)
        let isThrottle = verdict == .slower
        var state = states[channel.name, default: ChannelState()]
        if isThrottle { state.throttles += 1 }
        let wait = backoff.seconds(
            after: isThrottle ? state.throttles : failures.count, asked: asked, random: random)
        // A server that wants fewer messages wants it of all, also where it does not say for how long.
        if let pause = isThrottle ? wait : asked { state.pause(channel, until: now.adding(seconds: Int64(pause))) }
        states[channel.name] = state
        // What must be held is looked at again at once, and held then.
        let next = isHeld ? now : max(now.adding(seconds: Int64(wait)), isThrottle ? state.freeAt : now)
        try store.postpone(row.id, until: next, isFrozen: isAmbiguous)
        let isLast = max(next, state.freeAt) >= row.expiresAt
        let isEnough =
            failures.count >= Patience.attempts && now.seconds(since: failures.since) >= Patience.seconds
            && !isAmbiguous
        let fallback = !isHeld && (isLast || isEnough) ? try queueFallback(for: row, roster, now) : nil
        if fallback != nil {
            try store.end(row.id, as: .dropped, at: now, reason: "the fallback took over: \(reason)")
        } else {
            try store.holdBack(behind: row.id, until: next)
        }
        var reports: [Report] = []
        if !isProbe || fallback != nil {
            reports.append(
                .failing(
                    channel: channel.name, attempts: row.attempts + 1, reason: reason, retryAt: isHeld ? nil : next,
                    fallback: fallback
                ))
        }
        switch verdict {
        case .slower:
            if isProbe { try store.forgetWishes(of: channel.name) }
            return reports
        case .notYet: return reports + succeed(channel)
        default: return try reports + fail(channel, reason, isDead: false, isProbe: isProbe, asked: asked, now)
        }
    }
}

extension Verdict {
    fileprivate var isGood: Bool { if case .delivered = self { true } else { false } }
}
