import CivilTime
import Coaching
import JSON

/// A bot account of a Mattermost server, which writes into a channel or to each person.
/// https://developers.mattermost.com/api-documentation/#/operations/CreatePost
package struct MattermostBot: Platform {
    package static let typeName = "mattermost-bot"

    /// "https://chat.example.com".
    package var server: String
    package var token: Secret
    /// The id of a channel; nil writes to each person, into the direct messages of the person and the bot.
    package var channel: String?

    package init(server: String, token: Secret, channel: String?) {
        self.server = server
        self.token = token
        self.channel = channel
    }

    package var reachesEachPersonAlone: Bool { channel == nil }
    /// A server that has limits has ten a second, unless it is set otherwise.
    package var usualRate: Rate? { Rate(count: 5, seconds: 1) }
    /// The pending id is known for half a minute, by the one of several servers that was asked.
    package var repeats: RepeatSafety { .never }
    package var room: Secret { Secret("\(server)/\(channel ?? token.value)") }
    package var place: String { Secret(server).host }

    package func delivery(of message: Message, in envelope: Envelope, isShort: Bool) -> Outgoing {
        envelope.addressed(to: channel, setting: "channel", on: Self.typeName) { address in
            let payload: [JSON.Member] =
                [
                    .init(name: "channel_id", value: .string(address)),
                    .init(
                        name: "message",
                        value: .string(Mattermost.text(of: message, in: envelope, isShort: isShort))),
                    .init(name: "pending_post_id", value: .string(envelope.id)),
                ]
                // What was written in a thread is answered there.
                + (message.thread.flatMap { $0.id.isMattermostID ? $0.id : nil }.map {
                    [.init(name: "root_id", value: .string($0))]
                } ?? [])
            return OutgoingRequest(
                Secret("\(server)/api/v4/posts"), json: JSON.object(payload).utf8, headers: [.bearer(token)])
        }
    }

    package func verdict(of response: IncomingResponse, at now: Instant) -> Verdict {
        let answer = response.json
        // An error has an id as well, which is its name.
        let error = answer?["status_code"] == nil ? nil : answer?["id"]?.string
        switch response.status {
        case 200..<300:
            if error == nil, answer?["channel_id"] != nil, let id = answer?["id"]?.string { return .delivered(id: id) }
            return error == nil
                ? response.unclear(without: "a post's id") : .later(seconds: nil, reason: response.reason)
        case 400
        where ["model.post.is_valid.message_length.app_error", "model.post.is_valid.msg.app_error"]
            .contains(error):
            return .tooLong(reason: response.reason)
        // A channel that is archived, or that the bot is not in, as well as another id than a channel's.
        case 400 where error == "api.post.create_post.can_not_post_to_deleted.error", 403, 404:
            return .refused(reason: response.reason, isChannelDead: channel != nil)
        default: return response.usualVerdict(at: now, delay: response.mattermostDelay(at: now))
        }
    }
}

extension String {
    /// Whether it has the form that Mattermost gives the ids of users, channels and posts alike.
    var isMattermostID: Bool {
        utf8.count == 26 && allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) }
    }
}
