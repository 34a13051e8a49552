import CivilTime
import Coaching
import JSON

/// A Telegram bot, which writes into a group or to each person who has started it. https://core.telegram.org/bots/api#sendmessage
package struct Telegram: Platform {
    package static let typeName = "telegram"

    /// Characters of a message after its entities; counted with them and in UTF-16, so never too few.
    static let textLimit = 4_096
    package static let usualServer = "https://api.telegram.org"

    package var token: Secret
    /// The id of a group or a channel; nil writes to each person.
    package var chat: String?
    /// A Bot API server of one's own.
    package var server: String

    package init(token: Secret, chat: String?, server: String = Telegram.usualServer) {
        self.token = token
        self.chat = chat
        self.server = server
    }

    package var reachesEachPersonAlone: Bool { chat == nil }
    /// Twenty a minute into a group; thirty a second over all.
    package var usualRate: Rate? { chat == nil ? Rate(count: 20, seconds: 1) : Rate(count: 20, seconds: 60) }
    package var repeats: RepeatSafety { .never }
    package var room: Secret { Secret(chat ?? token.value) }
    package var place: String { Secret(server).host }

    package func delivery(of message: Message, in envelope: Envelope, isShort: Bool) -> Outgoing {
        let limit = isShort ? Self.textLimit / 2 : Self.textLimit
        let fitting = message.shortened { Self.markup.text($0, envelope).utf16.count <= limit }
        let room = chat.map { envelope.movedTo ?? $0 }
        return envelope.addressed(to: room, setting: "chat", on: Self.typeName) { address in
            let payload: JSON = [
                "chat_id": .string(address), "text": .string(Self.markup.text(fitting, envelope)), "parse_mode": "HTML",
                "link_preview_options": ["is_disabled": true],
            ]
            return OutgoingRequest(Secret("\(server)/bot\(token.value)/sendMessage"), json: payload.utf8)
        }
    }

    package func verdict(of response: IncomingResponse, at now: Instant) -> Verdict {
        let answer = response.json
        let reason = answer?["description"]?.string.map { "HTTP \(response.status): \($0)" } ?? response.reason
        switch response.status {
        case 200..<300:
            // The answer repeats the message, and may be too long to be read whole.
            let isFine = answer?["ok"]?.bool ?? response.body.starts(with: Array(#"{"ok":true"#.utf8))
            if isFine { return .delivered(id: answer?["result"]?["message_id"]?.integer.map(String.init)) }
            return answer?["ok"] == nil
                ? response.unclear(without: "\"ok\" in JSON") : .later(seconds: nil, reason: reason)
        case 400:
            if chat != nil, let moved = answer?["parameters"]?["migrate_to_chat_id"]?.integer {
                return .moved(to: String(moved), reason: "\(reason). Write chat = \"\(moved)\" into the configuration")
            }
            if reason.hasSuffix("message is too long") { return .tooLong(reason: reason) }
            let isClosed = ["chat not found", "rights to send", "CHAT_WRITE_FORBIDDEN"].contains(where: reason.contains)
            return .refused(reason: reason, isChannelDead: chat != nil && isClosed)
        case 403:
            // Blocked, never started, or put out of the group.
            return .refused(reason: reason, isChannelDead: chat != nil)
        default: return response.usualVerdict(at: now, delay: answer?["parameters"]?["retry_after"]?.seconds)
        }
    }

    // Names of users, tags and commands become entities without any markup. https://core.telegram.org/bots/api#html-style
    private static let markup = Markup(
        data: { inert($0).escapingAngles }, words: \.escapingAngles, bold: { "<b>\($0)</b>" },
        italic: { "<i>\($0)</i>" }, knowsLists: false,
        picture: { lines in
            "<pre>\(lines.map { $0.mappingData(inert).text.escapingAngles }.joined(separator: "\n"))</pre>"
        })

    private static let inert: Markup.Writing = { $0.breakingLinks.broken(after: ["@", "#", "$", "/"]) }
}
