import Chat
import CivilTime
import Coaching
import HTTP
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
        guard let draft = try draft(row, earlier, channel, roster, now, &reports) else { return nil }
        let words = draft.words
        return draft.isAnotherThanSent(words)
            ? try restate(draft, roster, isProbe: isProbe, now, &reports)
            : try begin(draft, words, isProbe: isProbe, roster, now, &reports)
    }

    /// A name or the program is another since the process ended: what was sent then cannot be said again, and the receiver must not take
    /// for a repeat what is said now.
    private func restate(
        _ draft: Draft, _ roster: Roster, isProbe: Bool, _ now: Instant, _ reports: inout [Report]
    ) throws -> Departure? {
        var row = draft.row
        row.token = try store.renewToken(of: row.id)
        guard let draft = try self.draft(row, .forgotten, draft.channel, roster, now, &reports) else { return nil }
        return try begin(draft, draft.words, isProbe: isProbe, roster, now, &reports)
    }

    /// - Returns: nil when the message does not leave.
    private func draft(
        _ row: OutboxRow, _ earlier: Draft.Earlier, _ channel: Channel, _ roster: Roster, _ now: Instant,
        _ reports: inout [Report]
    ) throws -> Draft? {
        if channel.holds(after: earlier), !row.isWanted {
            try store.hold(row.id)
            reports.append(.held(channel: channel.name, message: row.kind, row: row.id))
            return nil
        }
        let member = row.personID.flatMap { roster.members[$0] }
        let team = roster.team(row.teamID)
        let envelope = Envelope(
            id: Envelope.idPrefix + row.token, to: member?.recipient, team: team?.name, at: now,
            composedAt: row.composedAt,
            mayBeRepeat: earlier == .forgotten, movedTo: states[channel.name]?.movedTo)
        var draft = Draft(row: row, channel: channel, envelope: envelope, earlier: earlier)
        if row.kind.isNudge || row.kind == .huddle {
            if row.isFrozen {
                // What may have arrived already stays as it was sent.
                draft.leftOut = try store.voidedFindings(inMessage: row.messageID)
            } else if row.kind.isNudge, let rep = member?.rep, !rep.works(on: rep.zone.date(at: now)) {
                try store.drop(row, at: now, reason: "it is no working day of the recipient any more")
                return nil
            } else {
                draft.leftOut = try store.resolvedFindings(inMessage: row.messageID)
            }
        }
        if row.isFallback, let missed = try store.channelBeforeFallback(ofMessage: row.messageID) {
            draft.missed = missed
        }
        return draft
    }

    /// - Returns: nil when the message does not leave.
    private func begin(
        _ draft: Draft, _ words: Draft.Words, isProbe: Bool, _ roster: Roster, _ now: Instant,
        _ reports: inout [Report]
    ) throws -> Departure? {
        let channel = draft.channel
        var row = draft.row
        // What was said travels in the request.
        row.body = []
        switch words {
        case .unreadable(let reason):
            // It must not stop the others.
            if let reason { reports.append(.damaged(message: row.messageID, reason: reason)) }
            try store.drop(row, at: now, reason: "the text of the message cannot be read")
            return nil
        case .nothingLeft:
            try store.drop(row, as: .answered, at: now, reason: "answered before it was sent")
            return nil
        case .message(let message, let outgoing):
            if !row.isFrozen, !draft.leftOut.isEmpty {
                try store.void(itemsOfMessage: row.messageID, about: draft.leftOut)
            }
            func shipment(_ load: Load) -> Departure {
                .shipment(Shipment(row: row, channel: channel, load: load, leftAt: now, isProbe: isProbe))
            }
            switch outgoing {
            case .request(let fresh):
                guard isTransportThere else { return nil }
                return shipment(.request(try begin(draft, fresh, now)))
            case .mail(let mail):
                guard isTransportThere else { return nil }
                depart(channel, now)
                try store.beginAttempt(row.id, at: now)
                return shipment(.mail(MailRequest(mail, through: channel)))
            case .local:
                try store.beginAttempt(row.id, at: now)
                depart(channel, now)
                return .local(
                    Local(row: row, channel: channel, message: message, envelope: draft.envelope, isProbe: isProbe))
            case .impossible(let reason):
                try store.beginAttempt(row.id, at: now)
                reports += try refuse(row, reason, status: nil, isChannelDead: false, channel, roster, now)
                return nil
            }
        }
    }

    /// Marks a row as being sent, with the fingerprint of the body that leaves where a repeat is to be the same.
    /// - Returns: the request: the body of an earlier attempt where the receiver may know it, else the fresh one.
    private func begin(_ draft: Draft, _ fresh: OutgoingRequest, _ now: Instant) throws -> OutgoingRequest {
        let (row, channel, platform) = (draft.row, draft.channel, draft.channel.platform)
        depart(channel, now)
        if case .known(let body?) = draft.earlier {
            try store.beginAttempt(row.id, at: now)
            // The header, with a signature where there is one, is that of this try.
            var repeated = fresh
            repeated.body = body
            return repeated
        }
        try store.beginAttempt(
            row.id, at: now, fingerprint: platform.repeats == .never ? nil : Fingerprint.of(fresh.body))
        return fresh
    }

    private func depart(_ channel: Channel, _ now: Instant) {
        states[channel.name, default: ChannelState()].depart(through: channel, at: now)
    }

    func earlier(_ row: OutboxRow, _ platform: any Platform, _ now: Instant) throws -> Draft.Earlier {
        guard row.isFrozen else { return .nothing }
        let first = try store.firstAttempt(of: row.id) ?? now
        return platform.repeats.holds(after: now.seconds(since: first))
            ? .known(payload: try store.payload(of: row.id)) : .forgotten
    }
}
