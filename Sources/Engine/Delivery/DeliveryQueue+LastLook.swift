import Chat
import CivilTime
import Coaching
import HTTP
import JSON
import Store

extension DeliveryQueue {
    /// The last look before a message leaves: whether it is still to be said, in which words and to whom. Then its row is marked as being
    /// sent.
    /// - Returns: nil when it does not leave; then its row says why.
    func prepare(
        _ row: OutboxRow, _ channel: Channel, _ roster: Roster, isProbe: Bool, _ now: Instant,
        _ reports: inout [Report]
    ) throws -> Departure? {
        let isKnownRepeat =
            try row.isFrozen
            && channel.platform.repeats.holds(after: now.seconds(since: store.firstAttempt(of: row.id) ?? now))
        if row.isFrozen, !isKnownRepeat, !row.isWanted, channel.onAmbiguous == .hold {
            try store.hold(row.id)
            reports.append(.held(channel: channel.name, message: row.kind, row: row.id))
            return nil
        }
        guard let message = try readable(row, roster, now, &reports) else { return nil }
        let envelope = try envelope(
            for: row, channel, roster, now, mayBeRepeat: row.isFrozen && !isKnownRepeat)
        var outgoing = channel.platform.delivery(of: message, in: envelope, isShort: row.isShortened)
        if isKnownRepeat, case .request(let request) = outgoing, let body = try store.payload(of: row.id) {
            outgoing = .request(channel.platform.repetition(of: request, body: body, in: envelope))
        }
        func ship(_ load: Shipment.Load, body: [UInt8]?) throws -> Departure? {
            guard isTransportThere else { return nil }
            let isKept = channel.platform.repeats != .never && !isKnownRepeat
            try store.beginAttempt(row.id, at: now, payload: isKept ? body : nil)
            states[channel.name, default: ChannelState()].depart(through: channel, at: now)
            return .shipment(Shipment(row: row, channel: channel, load: load, leftAt: now, isProbe: isProbe))
        }
        switch outgoing {
        case .request(let request): return try ship(.request(Self.http(request, channel)), body: request.body)
        case .mail(let mail): return try ship(.mail(Self.mail(mail, channel)), body: nil)
        case .local:
            try store.beginAttempt(row.id, at: now)
            states[channel.name, default: ChannelState()].depart(through: channel, at: now)
            return .local(
                Local(row: row, channel: channel, message: message, envelope: envelope, isProbe: isProbe))
        case .impossible(let reason):
            try store.beginAttempt(row.id, at: now)
            reports += try refuse(row, reason, status: nil, isChannelDead: false, channel, roster, now)
            return nil
        }
    }

    /// The message of a row, as far as it is still to be said. One that cannot be read any more ends: it must not stop the others.
    private func readable(
        _ row: OutboxRow, _ roster: Roster, _ now: Instant, _ reports: inout [Report]
    ) throws -> Message? {
        let message: Message?
        do {
            message = try store.message(row.messageID)
        } catch let error as JSONError {
            message = nil
            reports.append(.damaged(message: row.messageID, reason: "\(error)"))
        }
        guard var message else {
            try drop(row, as: .dropped, "the text of the message cannot be read", now)
            return nil
        }
        guard try leaveOutAnswered(&message, row, roster, now) else { return nil }
        if row.isFallback, let missed = try store.channelBeforeFallback(ofMessage: row.messageID) {
            message.note(Self.fallbackNote(missed.channel, mayHaveArrived: missed.mayHaveArrived))
        }
        return message
    }

    /// Takes out of a message what was answered since it was written. What may have arrived already stays as it was sent.
    /// - Returns: whether anything is left to say.
    private func leaveOutAnswered(
        _ message: inout Message, _ row: OutboxRow, _ roster: Roster, _ now: Instant
    ) throws -> Bool {
        guard row.kind == .morning || row.kind == .afternoon else { return true }
        guard !row.isFrozen else {
            let leftOut = try store.voidedFindings(inMessage: row.messageID)
            if !leftOut.isEmpty { message.leaveOut(leftOut) }
            return true
        }
        if let rep = row.personID.flatMap({ roster.members[$0]?.rep }), !rep.works(on: rep.zone.date(at: now)) {
            try drop(row, as: .dropped, "it is no working day of the recipient any more", now)
            return false
        }
        let resolved = try store.resolvedFindings(inMessage: row.messageID)
        guard !resolved.isEmpty else { return true }
        message.leaveOut(resolved)
        // Thanks alone wait for the next message.
        guard message.items.contains(where: { $0.state != .thanks }) else {
            try drop(row, as: .answered, "answered before it was sent", now)
            return false
        }
        try store.void(itemsOfMessage: row.messageID, about: resolved)
        return true
    }

    private static func fallbackNote(_ channel: String, mayHaveArrived: Bool) -> Phrase {
        let name = Phrase(words: "(Came here because #") + Phrase(data: channel)
        return name
            + Phrase(words: mayHaveArrived ? " gave no answer; it may have arrived there.)" : " could not be reached.)")
    }

    private func envelope(
        for row: OutboxRow, _ channel: Channel, _ roster: Roster, _ now: Instant, mayBeRepeat: Bool
    ) throws -> Envelope {
        let member = row.personID.flatMap { roster.members[$0] }
        let team = row.teamID.flatMap { id in roster.teams.first { $0.id == id } }
        return Envelope(
            id: "msg_\(row.token)", to: member?.recipient, team: team?.name, at: now, mayBeRepeat: mayBeRepeat, movedTo: states[channel.name]?.movedTo)
    }

    private static func http(_ outgoing: OutgoingRequest, _ channel: Channel) -> HTTPRequest {
        HTTPRequest(
            method: outgoing.method == .put ? .put : .post, url: outgoing.url.value,
            headers: HTTPHeaders(outgoing.headers.map { ($0.name, $0.value) }), body: outgoing.body,
            timeouts: .init(total: .seconds(channel.timeoutSeconds)),
            certificateAuthorityFile: channel.certificateAuthorityFile)
    }

    private static func mail(_ outgoing: OutgoingMail, _ channel: Channel) -> MailRequest {
        // Mail servers let strangers wait for the greeting: connecting has no limit of its own.
        let total: Duration = .seconds(channel.timeoutSeconds)
        return MailRequest(
            server: outgoing.server, requiresTLS: outgoing.requiresTLS, user: outgoing.user,
            password: outgoing.password?.value, sender: outgoing.sender.description,
            recipient: outgoing.recipient.description, message: outgoing.message,
            timeouts: .init(total: total, connect: total),
            certificateAuthorityFile: channel.certificateAuthorityFile)
    }
}

extension Message {
    /// Says something about the message itself, below its title.
    fileprivate mutating func note(_ note: Phrase) {
        lateness = lateness.map { $0 + Phrase(words: " ") + note } ?? note
    }
}
