import CivilTime
import Coaching

/// A robot of a Feishu group. https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
package struct Feishu: Platform {
    package static let typeName = "feishu"

    package var robot: FeishuRobot

    package init(url: Secret, secret: Secret?) { robot = FeishuRobot(url: url, secret: secret, locale: "zh_cn") }

    package var reachesEachPersonAlone: Bool { false }
    package var usualRate: Rate? { FeishuRobot.rate }
    package var repeats: RepeatSafety { .never }
    package var room: Secret { robot.url }

    package func delivery(of message: Message, in envelope: Envelope, isShort: Bool) -> Outgoing {
        .request(robot.request(for: message, in: envelope, isShort: isShort))
    }

    package func verdict(of response: IncomingResponse, at now: Instant) -> Verdict {
        robot.verdict(of: response, at: now)
    }
}
