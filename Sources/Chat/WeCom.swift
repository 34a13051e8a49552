import CivilTime
import Coaching
import JSON

/// A robot of a WeCom (WeChat Work) group. https://developer.work.weixin.qq.com/document/path/91770
package struct WeCom: Platform {
    package static let typeName = "wecom"

    /// Bytes of a Markdown message.
    static let textLimit = 4_096
    /// Seconds until the count of messages begins anew.
    static let rateDelay = 60

    package var url: Secret

    package init(url: Secret) { self.url = url }

    package var reachesEachPersonAlone: Bool { false }
    package var usualRate: Rate? { Rate(count: 20, seconds: 60) }
    package var repeats: RepeatSafety { .never }
    package var room: Secret { url }

    package func delivery(of message: Message, in envelope: Envelope, isShort: Bool) -> Outgoing {
        let limit = isShort ? Self.textLimit / 2 : Self.textLimit
        let fitting = message.shortened { Self.markup.text($0, envelope).utf8.count <= limit }
        let payload: JSON = [
            "msgtype": "markdown", "markdown": ["content": .string(Self.markup.text(fitting, envelope))],
        ]
        return .request(OutgoingRequest(url, json: payload.utf8))
    }

    package func verdict(of response: IncomingResponse, at now: Instant) -> Verdict {
        guard response.isSuccess else { return response.usualVerdict(at: now) }
        guard let answer = response.json, let code = answer["errcode"]?.integer else {
            return response.unclear(without: "a code")
        }
        let reason = "\(code) \(answer["errmsg"]?.string ?? "")"
        switch code {
        case 0: return .delivered()
        case -1: return .later(seconds: nil, reason: reason)
        case 45_009, 45_033: return .later(seconds: Self.rateDelay, reason: reason)
        case 40_058: return .tooLong(reason: reason)
        // The key is none, or the robot was taken out of its group.
        case 93_000, 93_008: return .refused(reason: reason, isChannelDead: true)
        default: return .refused(reason: reason, isChannelDead: false)
        }
    }

    // No escape is documented. Italics are not known; code has letters of one width, a line at a time.
    private static let data: Markup.Writing = { data in
        data.breakingLinks.replacingStyleSigns.broken(after: ["@", "<"]).breakingEntities
    }
    private static let markup = Markup(
        data: data, bold: { "**\($0)**" }, italic: { $0 },
        picture: { lines in lines.map { "`\($0.mappingData(data).text)`" }.joined(separator: "\n") })
}
