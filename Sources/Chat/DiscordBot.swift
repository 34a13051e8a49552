import CivilTime
import Coaching
import JSON
import Signing

/// A Discord app's bot, which writes into a channel or to each person. https://discord.com/developers/docs/resources/message#create-message
package struct DiscordBot: Platform {
    package static let typeName = "discord-bot"

    /// Characters of a nonce.
    static let nonceLimit = 25
    /// Seconds for which Discord surely knows a nonce: it says "a few minutes".
    static let memory = 60

    package var token: Secret
    /// The id of a channel; nil writes to each person, into the direct messages of the person and the bot.
    package var channel: String?

    package init(token: Secret, channel: String?) {
        self.token = token
        self.channel = channel
    }

    package var reachesEachPersonAlone: Bool { channel == nil }
    /// About one a second and channel; over all channels fifty a second, with the looks.
    package var usualRate: Rate? { Rate(count: channel == nil ? 5 : 1, seconds: 1) }
    package var repeats: RepeatSafety { .within(seconds: Self.memory) }
    package var room: Secret { Secret(channel ?? token.value) }
    package var place: String { Self.host }

    package func delivery(of message: Message, in envelope: Envelope, isShort: Bool) -> Outgoing {
        envelope.addressed(to: channel, setting: "channel", on: Self.typeName) { address in
            let nonce = SHA256.digest(of: Array(envelope.id.utf8)).hexadecimal.prefix(Self.nonceLimit)
            let payload =
                Discord.payload(for: message, in: envelope, isShort: isShort)
                + [.init(name: "nonce", value: .string(String(nonce))), .init(name: "enforce_nonce", value: true)]
                // What was written as a reply is answered by one.
                + (message.thread.flatMap { DiscordID($0.id) }.map {
                    [
                        .init(
                            name: "message_reference",
                            value: ["message_id": .string($0.text), "fail_if_not_exists": false])
                    ]
                } ?? [])
            return OutgoingRequest(
                Self.address("channels/\(address.percentEncoded)/messages"), json: JSON.object(payload).utf8,
                headers: headers)
        }
    }

    package func verdict(of response: IncomingResponse, at now: Instant) -> Verdict {
        response.isDiscordsOwnRefusal
            ? .refused(reason: response.reason, isChannelDead: channel != nil)
            : Discord.verdict(of: response, at: now)
    }

    var headers: [HeaderField] { [HeaderField("Authorization", "Bot \(token.value)"), Discord.agent] }

    private static let host = "discord.com"

    static func address(_ path: String) -> Secret { Secret("https://\(host)/api/v10/\(path)") }
}

/// An id of Discord's, whose first bits say when it was made. https://discord.com/developers/docs/reference#snowflakes
struct DiscordID: Comparable {
    private let number: UInt64

    /// Before all others.
    static let first = DiscordID(0)

    private init(_ number: UInt64) { self.number = number }

    init?(_ text: String) {
        guard text.allSatisfy(\.isNumber), let number = UInt64(text) else { return nil }
        self.number = number
    }

    var text: String { String(number) }

    /// In seconds since 1970; Discord counts milliseconds from 2015 on.
    var seconds: Int { Int(((number >> 22) + 1_420_070_400_000) / 1000) }

    static func < (left: DiscordID, right: DiscordID) -> Bool { left.number < right.number }
}
