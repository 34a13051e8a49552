import CivilTime
import Coaching
import JSON
import Signing

/// A LINE bot, which writes into a group or to each person who has added it. https://developers.line.biz/en/reference/messaging-api/
package struct Line: Platform {
    package static let typeName = "line"

    /// Characters of a text, counted in UTF-16.
    static let textLimit = 5_000
    /// Seconds for which a retry key is known.
    static let memory = 86_400
    private static let url = Secret("https://api.line.me/v2/bot/message/push")

    package var token: Secret
    /// The id of a group; nil writes to each person.
    package var group: String?

    package init(token: Secret, group: String?) {
        self.token = token
        self.group = group
    }

    package var reachesEachPersonAlone: Bool { group == nil }
    package var usualRate: Rate? { Rate(count: 20, seconds: 1) }
    package var repeats: RepeatSafety { .within(seconds: Self.memory) }
    package var room: Secret { Secret(group ?? token.value) }
    package var place: String { Self.url.host }

    package func delivery(of message: Message, in envelope: Envelope, isShort: Bool) -> Outgoing {
        let limit = isShort ? Self.textLimit / 2 : Self.textLimit
        let fitting = message.shortened { Markup.plain.text($0, envelope).utf16.count <= limit }
        return envelope.addressed(to: group, setting: "room", on: Self.typeName) { address in
            let payload: JSON = [
                "to": .string(address),
                "messages": [["type": "text", "text": .string(Markup.plain.text(fitting, envelope))]],
            ]
            return OutgoingRequest(
                Self.url, json: payload.utf8,
                headers: [.bearer(token), HeaderField("X-Line-Retry-Key", Self.retryKey(of: envelope))])
        }
    }

    package func verdict(of response: IncomingResponse, at now: Instant) -> Verdict {
        switch response.status {
        case 200..<300:
            guard let id = response.json?["sentMessages"]?.elements.first?["id"]?.string else {
                return response.unclear(without: "a message's id")
            }
            return .delivered(id: id)
        // An earlier try was accepted.
        case 409: return .delivered()
        // A person who is not, or who never added the bot.
        case 400: return .refused(reason: response.reason, isChannelDead: group != nil)
        default: return response.usualVerdict(at: now)
        }
    }

    /// A UUID of the message's id, the same over all tries (RFC 9562, version 8).
    private static func retryKey(of envelope: Envelope) -> String {
        var bytes = Array(SHA256.digest(of: Array(envelope.id.utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        let parts = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { Array(bytes[$0]).hexadecimal }
        return parts.joined(separator: "-")
    }
}
