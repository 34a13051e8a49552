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
    package let signingSecrets: [Secret]
    private let signingKeys: [SigningKey]

    package init(url: Secret, signingSecrets: [Secret]) {
        self.url = url
        self.signingSecrets = signingSecrets
        signingKeys = signingSecrets.compactMap(SigningKey.init)
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

    private func request(_ body: [UInt8], in envelope: Envelope) -> OutgoingRequest {
        let timestamp = String(envelope.at.secondsSinceEpoch)
        return OutgoingRequest(
            url, json: body,
            headers: [HeaderField("webhook-id", envelope.id), HeaderField("webhook-timestamp", timestamp)],
            signature: StandardSignature(id: envelope.id, timestamp: timestamp, keys: signingKeys))
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
        var writer = JSONWriter(capacity: 2048)
        writer.object { event in
            event.member("type", "coachd.\(message.kind.rawValue)")
            event.member("timestamp", envelope.composedAt.rfc3339)
            event.member("data") { $0.object { write(message, envelope, to: &$0) } }
        }
        return writer.utf8
    }

    private static func write(_ message: Message, _ envelope: Envelope, to data: inout JSONWriter) {
        data.member("to") { to in
            guard let person = envelope.to else { return to.value(nil) }
            to.object {
                $0.member("name", person.name)
                $0.member("email", person.email)
            }
        }
        data.member("team", envelope.team)
        data.member("kind", message.kind.rawValue)
        data.member(
            "text", (envelope.mayBeRepeat ? "\(Envelope.repeatNote(in: message.language))\n\n" : "") + message.plainText
        )
        data.member("items") {
            $0.array { for section in message.sections { for item in section.items { write(item, to: &$0) } } }
        }
    }

    private static func write(_ item: Message.Item, to items: inout JSONWriter) {
        items.object {
            $0.member("kind", item.kind?.rawValue)
            $0.member("account", item.account)
            $0.member("state", item.state.rawValue)
            $0.member("heading", item.heading.text)
            $0.member("facts") { $0.array { for fact in item.facts { $0.string(fact.text) } } }
            $0.member("question", item.question?.text)
        }
    }
}

/// What shows a receiver that a request comes from who knows its secret, and that nobody changed it.
struct StandardSignature: Sendable, Hashable {
    private let id: String
    private let timestamp: String
    private let keys: [SigningKey]

    /// - Parameter keys: Each gives a signature; nil without any.
    init?(id: String, timestamp: String, keys: [SigningKey]) {
        guard !keys.isEmpty else { return nil }
        self.id = id
        self.timestamp = timestamp
        self.keys = keys
    }

    func field(of body: [UInt8]) -> HeaderField {
        let signed = Array("\(id).\(timestamp).".utf8) + body
        let signatures = keys.map { "v1," + Base64.encode($0.hmac.sha256(of: signed)) }
        return HeaderField("webhook-signature", signatures.joined(separator: " "))
    }
}

/// The key behind a `whsec_` secret: 24 to 64 random bytes, as base64.
package struct SigningKey: Sendable, Hashable {
    let hmac: HMAC

    /// Nil when the secret has not that form.
    package init?(_ secret: Secret) {
        let text = secret.value
        guard text.hasPrefix("whsec_"), let bytes = Base64.decode(String(text.dropFirst(6))),
            (24...64).contains(bytes.count)
        else { return nil }
        hmac = HMAC(key: bytes)
    }
}
