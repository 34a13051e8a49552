import CivilTime
import Coaching
import Foundation
import Testing

@testable import Chat

/// One channel of every platform that sends requests: what holds for all platforms is tested over all of them. Bots write to persons here.
enum Sample: String, CaseIterable, CustomTestStringConvertible {
    case slack, teams, discord, googlechat, mattermost, rocketchat, zulip, telegram, matrix, webex, ntfy, webhook
    case feishu, lark, dingtalk, wecom, nextcloud, line
    case slackBot = "slack-bot"
    case mattermostBot = "mattermost-bot"
    case discordBot = "discord-bot"

    static let secret = Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    static let url = Secret("https://chat.example.com/hooks/secret")
    static let token = Secret("hooks/secret-token")
    /// Where bots write in these tests.
    static let handle = "ana:1"

    var platform: any Platform { platform(room: nil) }

    /// - Parameter room: The room of a bot; nil writes to persons.
    func platform(room: String?) -> any Platform {
        let server = "https://chat.example.com"
        switch self {
        case .slack: return Slack(url: Self.url)
        case .slackBot: return SlackBot(token: Self.token, channel: room)
        case .teams: return Teams(url: Self.url)
        case .discord: return Discord(url: Self.url)
        case .discordBot: return DiscordBot(token: Self.token, channel: room)
        case .googlechat: return GoogleChat(url: Self.url)
        case .mattermost: return Mattermost(url: Self.url)
        case .mattermostBot: return MattermostBot(server: server, token: Self.token, channel: room)
        case .rocketchat: return RocketChat(url: Self.url)
        case .zulip: return Zulip(server: server, email: "coachd@example.com", key: Self.token, channel: room)
        case .telegram: return Telegram(token: Self.token, chat: room)
        case .matrix: return Matrix(server: server, token: Self.token, roomID: room)
        case .webex: return Webex(token: Self.token, space: room)
        case .ntfy: return Ntfy(server: server, topic: room, token: Self.token)
        case .webhook: return StandardWebhook(url: Self.url, signingSecrets: [Self.secret])
        case .feishu: return Feishu(url: Self.url, secret: nil)
        case .lark: return Lark(url: Self.url, secret: nil)
        case .dingtalk: return DingTalk(url: Self.url, secret: nil)
        case .wecom: return WeCom(url: Self.url)
        case .nextcloud:
            return Nextcloud(server: server, user: "coachd", password: Self.token, conversation: room)
        case .line: return Line(token: Self.token, group: room)
        }
    }

    /// Whether one channel writes to persons, or into a room that it names.
    var isBot: Bool {
        [.slackBot, .mattermostBot, .discordBot, .zulip, .telegram, .matrix, .webex, .ntfy, .nextcloud, .line].contains(
            self)
    }

    /// How data is kept from being markup.
    enum Escaping { case blocks, raw, plain, html, backslashes, lookalikes }

    var escaping: Escaping {
        switch self {
        case .slack, .slackBot, .teams, .feishu, .lark: .blocks
        case .webhook: .raw
        case .ntfy, .line: .plain
        case .googlechat, .telegram, .matrix: .html
        case .discord, .discordBot, .mattermost, .mattermostBot, .webex, .nextcloud: .backslashes
        case .rocketchat, .zulip, .dingtalk, .wecom: .lookalikes
        }
    }

    var testDescription: String { rawValue }

    static func envelope(
        _ type: String, at seconds: Int64 = 1_795_510_800, mayBeRepeat: Bool = false, movedTo: String? = nil
    ) -> Envelope {
        Envelope(
            id: "msg_1-leads", to: .init(name: "Ana Reis", email: "ana@example.com", handles: [type: handle]),
            team: "Team North", at: Instant(secondsSinceEpoch: seconds),
            composedAt: Instant(secondsSinceEpoch: 1_795_510_800), mayBeRepeat: mayBeRepeat, movedTo: movedTo)
    }

    /// The request for a message.
    func request(
        _ message: Message, mayBeRepeat: Bool = false, isShort: Bool = false, at seconds: Int64 = 1_795_510_800
    ) throws -> OutgoingRequest {
        let envelope = Self.envelope(rawValue, at: seconds, mayBeRepeat: mayBeRepeat)
        return try #require(platform.delivery(of: message, in: envelope, isShort: isShort).request)
    }

    /// The body as another reader of JSON, or of forms, sees it.
    func payload(_ message: Message, mayBeRepeat: Bool = false, isShort: Bool = false) throws -> [String: Any] {
        try payload(of: request(message, mayBeRepeat: mayBeRepeat, isShort: isShort))
    }

    func payload(of request: OutgoingRequest) throws -> [String: Any] {
        let body = Data(request.body)
        guard self == .zulip else {
            return try #require(try JSONSerialization.jsonObject(with: body) as? [String: Any])
        }
        let form = try #require(URLComponents(string: "?" + String(decoding: body, as: UTF8.self))?.queryItems)
        return Dictionary(uniqueKeysWithValues: form.map { ($0.name, $0.value ?? "") })
    }

    /// What is shown of a payload, without the short form for notifications.
    func spoken(_ payload: [String: Any]) -> [String] {
        switch self {
        case .slack, .slackBot: texts(of: payload["blocks"])
        case .teams: texts(of: at(payload, "attachments", 0, "content", "body"))
        case .googlechat: texts(of: at(payload, "cardsV2"))
        case .feishu, .lark: texts(of: payload["content"])
        case .discord, .discordBot:
            (payload["embeds"] as? [[String: String]] ?? []).flatMap { [$0["title"], $0["description"]] }.compactMap {
                $0
            }
        case .mattermost, .rocketchat, .telegram: [payload["text"] as? String ?? ""]
        case .zulip: [payload["content"] as? String ?? ""]
        case .matrix: [payload["formatted_body"] as? String ?? ""]
        case .webex: [payload["markdown"] as? String ?? ""]
        case .ntfy: [payload["title"] as? String ?? "", payload["message"] as? String ?? ""]
        case .webhook: [at(payload, "data", "text") as? String ?? ""]
        case .dingtalk: [at(payload, "markdown", "text") as? String ?? ""]
        case .wecom: [at(payload, "markdown", "content") as? String ?? ""]
        case .nextcloud, .mattermostBot: [payload["message"] as? String ?? ""]
        case .line: [at(payload, "messages", 0, "text") as? String ?? ""]
        }
    }
}

/// The part of a JSON value that these names and places lead to.
func at(_ json: Any?, _ path: any Hashable...) -> Any? {
    path.reduce(json) { value, step in
        if let place = step as? Int { return (value as? [Any])?[place] }
        return (value as? [String: Any])?[step as? String ?? ""]
    }
}

extension Outgoing {
    var request: OutgoingRequest? { if case .request(let request) = self { request } else { nil } }
}

extension OutgoingRequest {
    func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
}

/// All strings of a JSON value that stand under `text`, in order of appearance within arrays.
func texts(of json: Any?) -> [String] {
    switch json {
    case let array as [Any]: return array.flatMap(texts)
    case let object as [String: Any]:
        let own = (object["text"] as? String).map { [$0] } ?? texts(of: object["text"])
        return own + object.filter { $0.key != "text" }.sorted { $0.key < $1.key }.flatMap { texts(of: $0.value) }
    default: return []
    }
}

/// The value with every string that shows something replaced, so that only its structure is left.
func skeleton(_ json: Any) -> NSObject {
    let shown = ["text", "title", "description", "content", "message", "body", "formatted_body", "markdown"]
    switch json {
    case let array as [Any]: return array.map(skeleton) as NSArray
    case let object as [String: Any]:
        return Dictionary(
            uniqueKeysWithValues: object.map { key, value in
                (
                    key,
                    value is String && (shown.contains(key) || key == "fallbackText") ? "" as NSString : skeleton(value)
                )
            }) as NSDictionary
    default: return json as? NSObject ?? NSNull()
    }
}
