import CivilTime
import Coaching
import JSON
import Signing

/// A robot of a DingTalk group. https://open.dingtalk.com/document/robots/custom-robot-access
package struct DingTalk: Platform {
    package static let typeName = "dingtalk"

    /// Bytes of a request.
    static let bodyLimit = 20_000
    /// Seconds for which a robot is shut that spoke too often.
    static let penalty = 600

    package var url: Secret
    /// Signs the requests, where the robot asks for it.
    package var secret: Secret?

    package init(url: Secret, secret: Secret?) {
        self.url = url
        self.secret = secret
    }

    package var reachesEachPersonAlone: Bool { false }
    /// Twenty a minute are allowed, and the twenty-first shuts the robot.
    package var usualRate: Rate? { Rate(count: 15, seconds: 60) }
    package var repeats: RepeatSafety { .never }
    package var room: Secret { url }

    package func delivery(of message: Message, in envelope: Envelope, isShort: Bool) -> Outgoing {
        let limit = isShort ? Self.bodyLimit / 2 : Self.bodyLimit
        let fitting = message.shortened { Self.payload(for: $0, envelope).utf8.count <= limit }
        return .request(OutgoingRequest(signed(at: envelope.at), json: Self.payload(for: fitting, envelope).utf8))
    }

    package func verdict(of response: IncomingResponse, at now: Instant) -> Verdict {
        guard response.isSuccess else { return response.usualVerdict(at: now) }
        guard let answer = response.json, let code = answer["errcode"]?.integer else {
            return response.unclear(without: "a code")
        }
        let reason = "\(code) \(answer["errmsg"]?.string ?? "")"
        switch code {
        case 0: return .delivered()
        // The system is busy, or a quota of the organisation is spent.
        case -1, 90_030: return .later(seconds: nil, reason: reason)
        case 130_101, 410_100: return .later(seconds: Self.penalty, reason: reason)
        case 460_101: return .tooLong(reason: reason)
        // The robot's keywords, signature or addresses; a token or a robot that is not there; a group that is no more.
        case 310_000, 300_001, 300_005, 400_013, 400_101, 400_102, 400_106:
            return .refused(reason: reason, isChannelDead: true)
        default: return .refused(reason: reason, isChannelDead: false)
        }
    }

    private func signed(at now: Instant) -> Secret {
        guard let secret else { return url }
        let timestamp = "\(now.secondsSinceEpoch * 1000)"
        let sign = HMAC.sha256(key: Array(secret.value.utf8), message: Array("\(timestamp)\n\(secret.value)".utf8))
        return url.adding(query: "timestamp=\(timestamp)&sign=\(Base64.encode(sign).percentEncoded)")
    }

    private static func payload(for message: Message, _ envelope: Envelope) -> JSON {
        [
            "msgtype": "markdown",
            // The title stands in the list of talks, the text begins with it once more.
            "markdown": [
                "title": .string(Markup.plain.line(message.title)), "text": .string(markup.text(message, envelope)),
            ],
            "at": ["isAtAll": false],
        ]
    }

    // No escape is documented, and no letters of one width.
    private static let data: Markup.Writing = { data in
        data.breakingLinks.replacingStyleSigns.breakingMentions.escapingAngles
    }
    private static let markup = Markup(
        data: data, bold: { "**\($0)**" }, italic: { "*\($0)*" },
        picture: Markup.namesLast(data, lineEnd: "  \n"), lineEnd: "  \n")
}
