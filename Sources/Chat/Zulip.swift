import CivilTime
import Coaching
import JSON

/// A Zulip bot, which writes under a topic of a channel or to a person. https://zulip.com/api/send-message
package struct Zulip: Platform {
    package static let typeName = "zulip"

    /// Characters of a message; a longer one is cut unseen.
    static let textLimit = 10_000
    /// Characters of a topic; a longer one is cut unseen.
    package static let topicLimit = 60
    package static let usualTopic = "coachd"

    /// "https://example.zulipchat.com".
    package var server: String
    /// The bot's e-mail address.
    package var email: String
    package var key: Secret
    /// The name of a channel; nil writes to each person.
    package var channel: String?
    package var topic: String

    package init(server: String, email: String, key: Secret, channel: String?, topic: String = Zulip.usualTopic) {
        self.server = server
        self.email = email
        self.key = key
        self.channel = channel
        self.topic = topic
    }

    package var reachesEachPersonAlone: Bool { channel == nil }
    /// 200 a minute by default.
    package var usualRate: Rate? { Rate(count: 3, seconds: 1) }
    package var repeats: RepeatSafety { .never }
    /// Whoever reads a channel reads all its topics.
    package var room: Secret { Secret("\(server)/\(channel ?? email)") }
    package var place: String { Secret(server).host }

    package func delivery(of message: Message, in envelope: Envelope, isShort: Bool) -> Outgoing {
        let limit = isShort ? Self.textLimit / 2 : Self.textLimit
        let fitting = message.shortened { Self.markup.text($0, envelope).unicodeScalars.count <= limit }
        // A person is an id of Zulip's, or an e-mail address.
        return envelope.addressed(
            to: channel, setting: "channel", on: Self.typeName, otherwise: \.email
        ) { address in
            let person: JSON = [Int(address).map { .integer($0) } ?? .string(address)]
            // "channel" is the newer name, which servers before 9.0 do not know.
            let target =
                channel == nil
                ? [("type", "direct"), ("to", person.text)]
                : [("type", "stream"), ("to", address), ("topic", topic)]
            return OutgoingRequest(
                Secret("\(server)/api/v1/messages"),
                form: target + [("content", Self.markup.text(fitting, envelope))],
                headers: [.basic(email, key)])
        }
    }

    package func verdict(of response: IncomingResponse, at now: Instant) -> Verdict {
        let answer = response.json
        if response.isSuccess {
            switch answer?["result"]?.string {
            case "success"?: return .delivered(id: answer?["id"]?.integer.map(String.init))
            case "error"?: return .later(seconds: nil, reason: response.reason)
            default: return response.unclear(without: "success")
            }
        }
        // An archived channel, or one that the bot may not write to, has no code of its own.
        if answer?["code"]?.string == "STREAM_DOES_NOT_EXIST"
            || response.status == 400 && answer?["msg"]?.string?.hasPrefix("Not authorized to send") == true
        {
            return .refused(reason: response.reason, isChannelDead: channel != nil)
        }
        return response.usualVerdict(at: now, delay: answer?["retry-after"]?.seconds)
    }

    // There is no backslash escape: signs are replaced and broken. https://zulip.com/help/format-your-message-using-markdown
    private static let markup = Markup(
        data: { $0.breakingLinks.replacingStyleSigns.broken(after: ["@", "#", "$", "<", "|"]).breakingEntities },
        bold: { "**\($0)**" }, italic: { "*\($0)*" }, picture: Markup.fencedPicture)
}
