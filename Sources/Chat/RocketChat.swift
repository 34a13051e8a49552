import CivilTime
import Coaching
import JSON

/// Rocket.Chat's incoming webhooks. https://docs.rocket.chat/docs/integrations
package struct RocketChat: Platform {
    package static let typeName = "rocketchat"

    /// Characters of a message by the server's default setting (Message_MaxAllowedSize).
    static let textLimit = 5_000

    package var url: Secret

    package init(url: Secret) { self.url = url }

    package var reachesEachPersonAlone: Bool { false }
    /// Ten a minute and webhook by default.
    package var usualRate: Rate? { Rate(count: 10, seconds: 60) }
    package var repeats: RepeatSafety { .never }
    package var room: Secret { url }

    package func delivery(of message: Message, in envelope: Envelope, isShort: Bool) -> Outgoing {
        let limit = isShort ? Self.textLimit / 2 : Self.textLimit
        let fitting = message.shortened { Self.markup.text($0, envelope).utf16.count <= limit }
        let payload: JSON = ["text": .string(Self.markup.text(fitting, envelope)), "parseUrls": false]
        return .request(OutgoingRequest(url, json: payload.utf8))
    }

    package func verdict(of response: IncomingResponse, at now: Instant) -> Verdict {
        if response.isSuccess {
            switch response.json?["success"]?.bool {
            case true?: return .delivered()
            case false?: return .later(seconds: nil, reason: response.reason)
            case nil: return response.unclear(without: "success")
            }
        }
        // The server's setting may be lower than usual.
        if response.status == 400, response.json?["error"]?.string?.contains("error-message-size-exceeded") == true {
            return .tooLong(reason: response.reason)
        }
        let reset = response.header("X-RateLimit-Reset").flatMap { RetryAfter.seconds(untilMilliseconds: $0, at: now) }
        return response.usualVerdict(at: now, delay: reset)
    }

    // Within bold text the server's parser knows no backslash, so signs are replaced; "#room", "\(" and, where a server wants it, "$x$"
    // mean something too. The parser looks for a formula only where a run of plain letters ends: U+200B begins one.
    // https://github.com/RocketChat/Rocket.Chat/tree/develop/packages/message-parser
    private static let markup = Markup(
        data: { data in
            data.breakingLinks.replacingStyleSigns
                .mapping { $0 == "\\" ? "⧵" : $0 == "$" ? "\(String.noSpace)$" : nil }
                .broken(after: ["@", "#", "<"]).breakingEntities
        },
        bold: { "*\($0)*" }, italic: { "_\($0)_" }, picture: Markup.fencedPicture)
}
