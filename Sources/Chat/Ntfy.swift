import CivilTime
import Coaching
import JSON

/// A topic of an ntfy server. https://docs.ntfy.sh/publish/
package struct Ntfy: Platform {
    package static let typeName = "ntfy"

    /// Bytes of a message; a longer one becomes an attachment.
    static let textLimit = 4_096
    /// Bytes of the whole request.
    static let bodyLimit = 8_192
    /// The error that stands for the quota of the day, which ends at midnight UTC.
    static let quotaError = 42_908
    package static let usualServer = "https://ntfy.sh"

    package var server: String
    /// The topic of a room; nil writes to each person's own.
    package var topic: String?
    package var token: Secret?

    package init(server: String = Ntfy.usualServer, topic: String?, token: Secret? = nil) {
        self.server = server
        self.topic = topic
        self.token = token
    }

    package var reachesEachPersonAlone: Bool { topic == nil }
    /// Sixty at once, and then one in five seconds.
    package var usualRate: Rate? { Rate(count: 12, seconds: 60) }
    package var repeats: RepeatSafety { .never }
    package var room: Secret { Secret("\(server)/\(topic ?? token?.value ?? "")") }
    package var place: String { Secret(server).host }

    package func delivery(of message: Message, in envelope: Envelope, isShort: Bool) -> Outgoing {
        let (text, body) = isShort ? (Self.textLimit / 2, Self.bodyLimit / 2) : (Self.textLimit, Self.bodyLimit)
        return envelope.addressed(to: topic, setting: "topic", on: Self.typeName) { address in
            let fitting = message.shortened {
                Self.text(of: $0, envelope).utf8.count <= text
                    && Self.payload(for: $0, envelope, topic: address).utf8.count <= body
            }
            let payload = Self.payload(for: fitting, envelope, topic: address)
            // To the root: on a topic's own address JSON is taken for the message.
            return OutgoingRequest(
                Secret("\(server)/"), json: payload.utf8, headers: token.map { [.bearer($0)] } ?? [])
        }
    }

    package func verdict(of response: IncomingResponse, at now: Instant) -> Verdict {
        let answer = response.json
        if response.isSuccess {
            if let id = answer?["id"]?.string { return .delivered(id: id) }
            return answer?["error"] == nil
                ? response.unclear(without: "a message's id") : .later(seconds: nil, reason: response.reason)
        }
        if answer?["code"]?.integer == Self.quotaError {
            let day: Int64 = 86_400
            return .later(seconds: Int(day - now.secondsSinceEpoch % day), reason: response.reason)
        }
        // A topic that only others may write to, which may be one person's.
        if [403, 404].contains(response.status) {
            return .refused(reason: response.reason, isChannelDead: topic != nil)
        }
        return response.usualVerdict(at: now)
    }

    // Plain text: Markdown shows in the web app only.

    private static func payload(for message: Message, _ envelope: Envelope, topic: String) -> JSON {
        [
            "topic": .string(topic), "title": .string(Markup.plain.line(message.title)),
            "message": .string(text(of: message, envelope)),
        ]
    }

    private static func text(of message: Message, _ envelope: Envelope) -> String {
        let text = Markup.plain.body(message, envelope).joined(separator: "\n\n")
        // An empty message is shown as "triggered".
        return text.isEmpty ? Markup.plain.line(message.title) : text
    }
}
