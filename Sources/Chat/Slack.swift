import CivilTime
import Coaching
import JSON

/// Slack's incoming webhooks: one secret URL is one room. https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
package struct Slack: Platform {
    package static let typeName = "slack"

    package var url: Secret

    package init(url: Secret) { self.url = url }

    package var reachesEachPersonAlone: Bool { false }
    package var usualRate: Rate? { Rate(count: 1, seconds: 1) }
    package var repeats: RepeatSafety { .never }
    package var room: Secret { url }

    package func delivery(of message: Message, in envelope: Envelope, isShort: Bool) -> Outgoing {
        let payload = SlackBlocks.payload(for: message, in: envelope, isShort: isShort)
        return .request(OutgoingRequest(url, json: JSON.object(payload).utf8))
    }

    package func verdict(of response: IncomingResponse, at now: Instant) -> Verdict {
        switch (response.status, response.words) {
        case (200, "ok"): .delivered()
        // It may have posted.
        case (_, "internal_error"), (_, "fatal_error"): .ambiguous(reason: response.reason)
        case (200..<300, let words):
            Self.isError(words)
                ? .later(seconds: nil, reason: response.reason) : response.unclear(without: "HTTP 200 and \"ok\" alone")
        case (400, "invalid_blocks"), (400, "msg_too_long"), (400, "msg_blocks_too_long"):
            .tooLong(reason: response.words)
        case (_, "rate_limited"), (_, "service_unavailable"):
            .later(seconds: response.retryAfter(at: now), reason: response.words)
        case (410, "channel_is_archived"):
            .refused(
                reason: "\(response.reason). The channel was archived: unarchive it, or make a webhook for another",
                isChannelDead: true)
        case (404, "no_service"), (403, "invalid_token"), (410, _):
            .refused(reason: "\(response.reason). The webhook was removed: make a new one", isChannelDead: true)
        case (400, "user_not_found"): .refused(reason: response.reason, isChannelDead: true)
        default: response.usualVerdict(at: now)
        }
    }

    /// "no_text": errors are one word.
    private static func isError(_ words: String) -> Bool {
        words.contains("_") && words.allSatisfy { $0 == "_" || $0.isASCII && $0.isLowercase }
    }
}
