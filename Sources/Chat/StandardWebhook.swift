import CivilTime
import Coaching
import JSON
import Signing

/// A signed webhook of the user's own, after Standard Webhooks: https://github.com/standard-webhooks/standard-webhooks
package struct StandardWebhook: Platform {
    package static let typeName = "webhook"

    /// Bytes of a body, as the standard advises.
    static let bodyLimit = 20_000

    package var url: Secret
    /// One, or two while a secret is being changed; none leaves requests unsigned.
    package var signingSecrets: [Secret]

    package init(url: Secret, signingSecrets: [Secret]) {
        self.url = url
        self.signingSecrets = signingSecrets
    }

    package var reachesEachPersonAlone: Bool { true }
    package var usualRate: Rate? { nil }
    package var repeats: RepeatSafety { .always }
    package var room: Secret { url }

    package func delivery(of message: Message, in envelope: Envelope, isShort: Bool) -> Outgoing {
        let limit = isShort ? Self.bodyLimit / 2 : Self.bodyLimit
        var body = Self.body(for: message, envelope)
        if body.count > limit {
            body = Self.body(for: message.shortened { Self.body(for: $0, envelope).count <= limit }, envelope)
        }
        return .request(request(body, in: envelope))
    }

    /// The signature is that of the try, over the body as it was.
    package func repetition(of request: OutgoingRequest, body: [UInt8], in envelope: Envelope) -> OutgoingRequest {
        self.request(body, in: envelope)
    }

    private func request(_ body: [UInt8], in envelope: Envelope) -> OutgoingRequest {
        let timestamp = String(envelope.at.secondsSinceEpoch)
        var headers = [
            HeaderField("webhook-id", envelope.id), HeaderField("webhook-timestamp", timestamp),
        ]
        let signatures = signingSecrets.compactMap(SigningKey.init).map { key in
            "v1,"
                + Base64.encode(HMAC.sha256(key: key.bytes, message: Array("\(envelope.id).\(timestamp).".utf8) + body))
        }
        if !signatures.isEmpty {
            headers.append(HeaderField("webhook-signature", signatures.joined(separator: " ")))
        }
        return OutgoingRequest(url, json: body, headers: headers)
    }

    package func verdict(of response: IncomingResponse, at now: Instant) -> Verdict {
        if response.status == 410 {
            return .refused(
                reason: "HTTP 410: the receiver wants no more messages on this address", isChannelDead: true)
        }
        return response.usualVerdict(at: now)
    }

    /// The body is the same over all tries: nothing in it depends on the instant of the try.
    private static func body(for message: Message, _ envelope: Envelope) -> [UInt8] {
        let data: JSON = [
            "to": envelope.to.map { ["name": .string($0.name), "email": .string($0.email)] } ?? nil,
            "team": JSON(envelope.team),
            "kind": .string(message.kind.rawValue),
            "text": .string(message.plainText),
            "items": .array(message.items.map(item)),
        ]
        return (["type": .string("coachd.\(message.kind.rawValue)"), "data": data] as JSON).utf8
    }

    private static func item(_ item: Message.Item) -> JSON {
        [
            "kind": JSON(item.kind?.rawValue), "account": JSON(item.account), "state": .string(item.state.rawValue),
            "heading": .string(item.heading.text), "facts": .array(item.facts.map { .string($0.text) }),
            "question": JSON(item.question?.text),
        ]
    }
}

/// The key behind a `whsec_` secret: 24 to 64 random bytes, as base64.
package struct SigningKey: Sendable {
    let bytes: [UInt8]

    /// Nil when the secret has not that form.
    package init?(_ secret: Secret) {
        let text = secret.value
        guard text.hasPrefix("whsec_"), let bytes = Base64.decode(String(text.dropFirst(6))),
            (24...64).contains(bytes.count)
        else { return nil }
        self.bytes = bytes
    }
}
