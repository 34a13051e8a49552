import CivilTime
import Coaching
import JSON
import Signing

/// What the robots of Feishu and Lark have in common.
package struct FeishuRobot: Sendable {
    /// Bytes of a request.
    static let bodyLimit = 20_000
    /// A hundred a minute and five a second are allowed.
    static let rate = Rate(count: 1, seconds: 1)
    /// Seconds to keep away from the full and the half hour, when most robots speak.
    static let crowdDelay = 180

    package var url: Secret
    /// Signs the requests, where the robot asks for it.
    package var secret: Secret?
    /// The language under which the text stands; a text in one language is shown to all.
    var locale: String

    func request(for message: Message, in envelope: Envelope, isShort: Bool) -> OutgoingRequest {
        let limit = isShort ? Self.bodyLimit / 2 : Self.bodyLimit
        let fitting = message.shortened { payload(for: $0, envelope).utf8.count <= limit }
        return OutgoingRequest(url, json: payload(for: fitting, envelope).utf8)
    }

    func verdict(of response: IncomingResponse, at now: Instant) -> Verdict {
        guard response.isSuccess else { return response.usualVerdict(at: now) }
        guard let answer = response.json, let code = answer["code"]?.integer ?? answer["StatusCode"]?.integer else {
            return response.unclear(without: "a code")
        }
        let reason = "\(code) \(answer["msg"]?.string ?? "")"
        switch code {
        case 0: return .delivered()
        case 11232: return .later(seconds: Self.crowdDelay, reason: reason)
        case 19021:
            return .refused(
                reason: "\(reason) (the signature is wrong, or the clock is off by an hour)", isChannelDead: true)
        case 19022, 19024:
            return .refused(
                reason: "\(reason) (the robot's own rule for addresses or keywords refuses us)", isChannelDead: true)
        case 19001: return .refused(reason: reason, isChannelDead: true)
        default: return .refused(reason: reason, isChannelDead: false)
        }
    }

    // A post's text elements know no markup: `<at>` is an element of its own.

    private func payload(for message: Message, _ envelope: Envelope) -> JSON {
        let lines = Self.lines(of: message, envelope)
        let post: JSON = ["title": .string(Markup.plain.line(message.title)), "content": .array(lines)]
        var members: [JSON.Member] = []
        if let secret {
            let timestamp = String(envelope.at.secondsSinceEpoch)
            // The text to be signed is the key, and the message is empty.
            let sign = HMAC.sha256(key: Array("\(timestamp)\n\(secret.value)".utf8), message: [])
            members = [
                .init(name: "timestamp", value: .string(timestamp)),
                .init(name: "sign", value: .string(Base64.encode(sign))),
            ]
        }
        let content: JSON = ["post": .object([.init(name: locale, value: post)])]
        return .object(members + [.init(name: "msg_type", value: "post"), .init(name: "content", value: content)])
    }

    private static func lines(of message: Message, _ envelope: Envelope) -> [JSON] {
        var lines = envelope.notes(on: message).map { line($0, style: "italic") }
        for section in message.sections {
            // Nothing says that a text may be empty.
            if !lines.isEmpty { lines.append(line(text: .noSpace)) }
            if let heading = section.heading { lines.append(line(heading, style: "bold")) }
            if section.isPicture {
                let picture = Markup.plain.picture(section.lines).split(separator: "\n").map { line(text: String($0)) }
                lines += picture
            } else {
                lines += section.lines.map { line($0) }
            }
            for item in section.items {
                let heading = item.number.map { "\($0). " + item.heading } ?? item.heading
                lines.append(line(heading, style: item.number == nil ? nil : "bold"))
                lines += item.facts.map { line($0) }
                lines += [item.question].compactMap { $0 }.map { line($0, style: "italic") }
            }
        }
        return lines
    }

    private static func line(_ phrase: Phrase, style: JSON? = nil) -> JSON {
        line(text: Markup.plain.line(phrase), style: style)
    }

    private static func line(text: String, style: JSON? = nil) -> JSON {
        let element: [JSON.Member] = [.init(name: "tag", value: "text"), .init(name: "text", value: .string(text))]
        return [.object(element + (style.map { [.init(name: "style", value: [$0])] } ?? []))]
    }
}
