import CivilTime
import Coaching
import JSON

/// A Slack app's bot, which writes into a channel or to a person. It needs the scope `chat:write`.
/// https://docs.slack.dev/reference/methods/chat.postMessage
package struct SlackBot: Platform {
    package static let typeName = "slack-bot"

    package var token: Secret
    /// The id of a channel; nil writes to each person.
    package var channel: String?

    package init(token: Secret, channel: String?) {
        self.token = token
        self.channel = channel
    }

    private static let url = Secret("https://slack.com/api/chat.postMessage")

    package var reachesEachPersonAlone: Bool { channel == nil }
    /// One a second and channel; over all channels "several hundred a minute".
    package var usualRate: Rate? { Rate(count: channel == nil ? 4 : 1, seconds: 1) }
    package var repeats: RepeatSafety { .never }
    package var room: Secret { Secret(channel ?? token.value) }
    package var place: String { Self.url.host }

    package func delivery(of message: Message, in envelope: Envelope, isShort: Bool) -> Outgoing {
        envelope.addressed(to: channel, setting: "channel", on: Self.typeName) { address in
            // A person's id opens the direct message. The metadata lets our message be found again.
            let payload: [JSON.Member] =
                [.init(name: "channel", value: .string(address))]
                // What was written in a thread is answered there.
                + (message.thread.flatMap { SlackTime($0.id) }.map {
                    [.init(name: "thread_ts", value: .string($0.text))]
                } ?? [])
                + SlackBlocks.payload(for: message, in: envelope, isShort: isShort)
                + [
                    .init(
                        name: "metadata",
                        value: ["event_type": "coachd_message", "event_payload": ["id": .string(envelope.id)]])
                ]
            return OutgoingRequest(Self.url, json: JSON.object(payload).utf8, headers: [.bearer(token)])
        }
    }

    package func verdict(of response: IncomingResponse, at now: Instant) -> Verdict {
        let answer = response.json
        // With whatever status, it may have posted.
        if let error = answer?["error"]?.string, ["internal_error", "fatal_error"].contains(error) {
            return .ambiguous(reason: error)
        }
        guard response.status == 200 else { return response.usualVerdict(at: now) }
        guard let answer else {
            // The answer repeats the message, and may be too long to be read whole.
            let isFine = response.body.starts(with: Array(#"{"ok":true"#.utf8))
            return isFine ? .delivered() : response.unclear(without: "\"ok\" in JSON")
        }
        if answer["ok"]?.bool == true {
            let parts = [answer["channel"]?.string, answer["ts"]?.string].compactMap { $0 }
            return .delivered(id: parts.count == 2 ? parts.joined(separator: "/") : nil)
        }
        guard let error = answer["error"]?.string else { return response.unclear(without: "\"ok\" in JSON") }
        switch error {
        case "msg_too_long", "msg_blocks_too_long", "invalid_blocks": return .tooLong(reason: error)
        case "ratelimited", "rate_limited", "service_unavailable", "request_timeout", "message_limit_exceeded",
            // While a workspace moves into an organisation.
            "team_added_to_org", "org_login_required":
            return .later(seconds: response.retryAfter(at: now), reason: error)
        case "invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "missing_scope",
            "no_permission", "access_denied", "ekm_access_denied", "accesslimited", "team_access_not_granted":
            return .refused(reason: error, isChannelDead: true)
        case "channel_not_found", "not_in_channel", "is_archived", "restricted_action", "user_not_found":
            return .refused(reason: error, isChannelDead: channel != nil)
        default: return .refused(reason: error, isChannelDead: false)
        }
    }
}
