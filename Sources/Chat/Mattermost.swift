import CivilTime
import Coaching
import JSON

/// Mattermost's incoming webhooks. https://developers.mattermost.com/integrate/webhooks/incoming/
package struct Mattermost: Platform {
    package static let typeName = "mattermost"

    /// Characters of a post; a longer one is split into several.
    static let textLimit = 16_383

    package var url: Secret

    package init(url: Secret) { self.url = url }

    package var reachesEachPersonAlone: Bool { false }
    package var usualRate: Rate? { Rate(count: 5, seconds: 1) }
    package var repeats: RepeatSafety { .never }
    package var room: Secret { url }

    package func delivery(of message: Message, in envelope: Envelope, isShort: Bool) -> Outgoing {
        let payload: JSON = ["text": .string(Self.text(of: message, in: envelope, isShort: isShort))]
        return .request(OutgoingRequest(url, json: payload.utf8))
    }

    package func verdict(of response: IncomingResponse, at now: Instant) -> Verdict {
        if response.isSuccess, response.words == "ok" { return .delivered() }
        let error = response.json?["id"]?.string
        if response.isSuccess {
            return error == nil
                ? response.unclear(without: "\"ok\" alone") : .later(seconds: nil, reason: response.reason)
        }
        // With statuses that mean less elsewhere: there is no such webhook, or the server allows none.
        if ["web.incoming_webhook.invalid.app_error", "web.incoming_webhook.disabled.app_error"].contains(error) {
            return .refused(reason: response.reason, isChannelDead: true)
        }
        return response.usualVerdict(at: now, delay: response.mattermostDelay(at: now))
    }

    /// A post's Markdown, within the limit.
    static func text(of message: Message, in envelope: Envelope, isShort: Bool) -> String {
        let limit = isShort ? textLimit / 2 : textLimit
        let fitting = message.shortened { markup.text($0, envelope).unicodeScalars.count <= limit }
        return markup.text(fitting, envelope)
    }

    private static let markup = Markup(
        data: escape, bold: { "**\($0)**" }, italic: { "_\($0)_" }, picture: Markup.fencedPicture,
        // Two spaces at its end keep a line a line of its own.
        lineEnd: "  \n")

    /// Markdown signs get a backslash, which does not stop mentions: those, and the signs that Mattermost shares with Slack, are broken
    /// by a zero-width space.
    static let escape: Markup.Writing = { data in
        data.backslashed([
            "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "#", "+", "-", ".", "!", "|", "~", ">", "$", "<",
        ])
        .broken(after: ["@", ":", "<"]).breakingEntities
    }
}

extension IncomingResponse {
    /// Seconds from now, in either header.
    func mattermostDelay(at now: Instant) -> Int? {
        retryAfter(at: now) ?? RetryAfter.seconds(header("X-RateLimit-Reset"), at: now)
    }
}
