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
        let earlier = try earlier(row, channel.platform, now)
        if earlier == .forgotten, channel.onAmbiguous == .hold, !row.isWanted {
            try store.hold(row.id)
            reports.append(.held(channel: channel.name, message: row.kind, row: row.id))
            return nil
        }
        guard let message = try readable(row, roster, now, &reports) else { return nil }
        let envelope = envelope(for: row, channel, roster, now, mayBeRepeat: earlier == .forgotten)
        func shipment(_ load: Load) -> Departure {
            .shipment(Shipment(row: row, channel: channel, load: load, leftAt: now, isProbe: isProbe))
        }
        switch channel.platform.delivery(of: message, in: envelope, isShort: row.isShortened) {
        case .request(let fresh):
            guard isTransportThere else { return nil }
            return shipment(.request(try begin(row, fresh, earlier, channel, envelope, now)))
        case .mail(let mail):
            guard isTransportThere else { return nil }
            depart(channel, now)
            try store.beginAttempt(row.id, at: now)
            return shipment(.mail(MailRequest(mail, through: channel)))
        case .local:
            try store.beginAttempt(row.id, at: now)
            depart(channel, now)
            return .local(Local(row: row, channel: channel, message: message, envelope: envelope, isProbe: isProbe))
        case .impossible(let reason):
            try store.beginAttempt(row.id, at: now)
            reports += try refuse(row, reason, status: nil, isChannelDead: false, channel, roster, now)
            return nil
        }
    }

    /// Marks a row as being sent, with the body that leaves where a repeat is to be the same.
    /// - Returns: the request: the body of an earlier attempt where the receiver may know it, else the fresh one.
    private func begin(
        _ row: OutboxRow, _ fresh: OutgoingRequest, _ earlier: Earlier, _ channel: Channel, _ envelope: Envelope,
        _ now: Instant
    ) throws -> HTTPRequest {
        depart(channel, now)
        if earlier == .known, let body = try store.payload(of: row.id) {
            try store.beginAttempt(row.id, at: now)
            let request = channel.platform.repetition(of: fresh, body: body, in: envelope)
            return HTTPRequest(request, through: channel)
        }
        try store.beginAttempt(row.id, at: now, payload: channel.platform.repeats == .never ? nil : fresh.body)
        return HTTPRequest(fresh, through: channel)
    }

    private func depart(_ channel: Channel, _ now: Instant) {
        states[channel.name, default: ChannelState()].depart(through: channel, at: now)
    }

    /// What the receiver may have of a row already.
    private enum Earlier {
        case nothing
        /// An attempt that it recognises by its id.
        case known
        /// An attempt that it does not recognise, or not any more.
        case forgotten
    }

    private func earlier(_ row: OutboxRow, _ platform: any Platform, _ now: Instant) throws -> Earlier {
        guard row.isFrozen else { return .nothing }
        let first = try store.firstAttempt(of: row.id) ?? now
        return platform.repeats.holds(after: now.seconds(since: first)) ? .known : .forgotten
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
    ) -> Envelope {
        let member = row.personID.flatMap { roster.members[$0] }
        let team = row.teamID.flatMap { id in roster.teams.first { $0.id == id } }
        return Envelope(
            id: "msg_\(row.token)", to: member?.recipient, team: team?.name, at: now, mayBeRepeat: mayBeRepeat,
            movedTo: states[channel.name]?.movedTo)
    }
}

extension Message {
    /// Says something about the message itself, below its title.
    fileprivate mutating func note(_ note: Phrase) {
        lateness = lateness.map { $0 + Phrase(words: " ") + note } ?? note
    }
}
