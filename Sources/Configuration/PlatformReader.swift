import Chat
import Diagnostics
import TOML

/// Reads what the platform of a channel needs: one entry of `types` for each platform. A setting that is missing or wrong is reported, and
/// all of them are.
struct PlatformReader {
    let surroundings: Surroundings
    let reader: TableReader
    let span: SourceSpan

    static let types: [String: @Sendable (PlatformReader) -> (any Platform)?] = [
        Console.typeName: { _ in Console() },
        Email.typeName: { settings in
            EmailReader(reader: settings.reader, span: settings.span).email(settings.surroundings)
        },
        File.typeName: { $0.file() },
        Slack.typeName: { $0.url().map(Slack.init) },
        SlackBot.typeName: { settings in
            let (token, channel) = (settings.requiredSecret("token"), settings.id("channel"))
            return token.map { SlackBot(token: $0, channel: channel) }
        },
        Teams.typeName: { $0.teams() },
        Discord.typeName: { $0.url().map(Discord.init) },
        DiscordBot.typeName: { settings in
            let (token, channel) = (settings.requiredSecret("token"), settings.id("channel"))
            return token.map { DiscordBot(token: $0, channel: channel) }
        },
        GoogleChat.typeName: { $0.url().map(GoogleChat.init) },
        Mattermost.typeName: { $0.url().map(Mattermost.init) },
        MattermostBot.typeName: { settings in
            let (server, token) = (settings.server(), settings.requiredSecret("token"))
            let channel = settings.id("channel")
            guard let server, let token else { return nil }
            return MattermostBot(server: server, token: token, channel: channel)
        },
        RocketChat.typeName: { $0.url().map(RocketChat.init) },
        Zulip.typeName: { $0.zulip() },
        Telegram.typeName: { settings in
            let (token, chat) = (settings.requiredSecret("token"), settings.id("chat"))
            let server = settings.server(usual: Telegram.usualServer)
            guard let token, let server else { return nil }
            return Telegram(token: token, chat: chat, server: server)
        },
        Matrix.typeName: { settings in
            let (server, token) = (settings.server(), settings.requiredSecret("token"))
            let room = settings.id("room")
            guard let server, let token else { return nil }
            return Matrix(server: server, token: token, roomID: room)
        },
        Webex.typeName: { settings in
            let (token, room) = (settings.requiredSecret("token"), settings.id("room"))
            return token.map { Webex(token: $0, space: room) }
        },
        Ntfy.typeName: { settings in
            let (topic, token) = (settings.id("topic"), settings.secret("token"))
            return settings.server(usual: Ntfy.usualServer).map { Ntfy(server: $0, topic: topic, token: token) }
        },
        StandardWebhook.typeName: { settings in
            let secrets = settings.signingSecrets()
            return settings.url().map { StandardWebhook(url: $0, signingSecrets: secrets) }
        },
        Feishu.typeName: { settings in
            let secret = settings.secret("secret")
            return settings.url().map { Feishu(url: $0, secret: secret) }
        },
        Lark.typeName: { settings in
            let secret = settings.secret("secret")
            return settings.url().map { Lark(url: $0, secret: secret) }
        },
        DingTalk.typeName: { settings in
            let secret = settings.secret("secret")
            return settings.url().map { DingTalk(url: $0, secret: secret) }
        },
        WeCom.typeName: { $0.url().map(WeCom.init) },
        Nextcloud.typeName: { settings in
            let (server, user) = (settings.server(), settings.required("user"))
            let (password, room) = (settings.requiredSecret("password"), settings.id("room"))
            guard let server, let user, let password else { return nil }
            return Nextcloud(server: server, user: user, password: password, conversation: room)
        },
        Line.typeName: { settings in
            let (token, room) = (settings.requiredSecret("token"), settings.id("room"))
            return token.map { Line(token: $0, group: room) }
        },
    ]

    static let typeNames = types.keys.sorted()
    /// Those from which what people write can be fetched.
    static let answerableNames = [
        DiscordBot.typeName, Email.typeName, Matrix.typeName, MattermostBot.typeName, Nextcloud.typeName,
        SlackBot.typeName, Telegram.typeName, Webex.typeName, Zulip.typeName,
    ]

    private func file() -> File? {
        guard let path = required("path").map(surroundings.path) else { return nil }
        let place = reader.table["path"]?.span ?? span
        let directory = directory(of: path)
        if isDirectory(path) {
            reader.log.error("\(reader.path).path is the directory \(path); expected a file", at: place)
        } else if !isDirectory(directory) {
            // It may be there later, as what is mounted or made by another service: then the messages wait.
            reader.log.warning(
                "\(reader.path).path: there is no directory \(directory), so nothing can be written there yet",
                at: place,
                hint: "mkdir -p \(directory.quotedForShell)")
        }
        return File(path: path)
    }

    private func teams() -> Teams? {
        guard let url = url() else { return nil }
        if url.host.lowercased().hasSuffix("webhook.office.com") {
            reader.log.warning(
                "\(reader.path).url is that of an Office 365 connector, which Microsoft has retired",
                at: reader.table["url"]?.span ?? span,
                hint: "make a webhook in Teams' Workflows app: \"Send webhook alerts to a channel\"")
        }
        return Teams(url: url)
    }

    private func zulip() -> Zulip? {
        let (server, email) = (server(), required("email"))
        let (key, channel) = (requiredSecret("key"), reader.string("channel"))
        let topic = reader.string("topic") ?? Zulip.usualTopic
        if topic.isEmpty || topic.unicodeScalars.count > Zulip.topicLimit {
            reader.log.error(
                "\(reader.path).topic has \(topic.unicodeScalars.count) characters; expected 1 to \(Zulip.topicLimit)",
                at: reader.table["topic"]?.span ?? span)
            return nil
        }
        guard let server, let email, let key else { return nil }
        return Zulip(server: server, email: email, key: key, channel: channel, topic: topic)
    }

    // MARK: Settings

    private func needed<Value>(_ key: String, _ value: Value?) -> Value? {
        if value == nil, reader.table[key] == nil {
            reader.log.error("\(reader.path) needs the setting \(key)", at: span)
        }
        return value
    }

    private func required(_ key: String) -> String? {
        guard let text = needed(key, reader.string(key)) else { return nil }
        guard !text.isEmpty else {
            reader.log.error("\(reader.path).\(key) is empty", at: reader.table[key]?.span ?? span)
            return nil
        }
        return text
    }

    private func secret(_ key: String) -> Secret? { reader.secret(key, surroundings) }

    private func requiredSecret(_ key: String) -> Secret? { needed(key, secret(key)) }

    /// The id of a room, which may be all digits.
    private func id(_ key: String) -> String? {
        if case .integer(let number)? = reader.table[key]?.value {
            _ = reader.node(key)
            return String(number)
        }
        guard let text = reader.string(key) else { return nil }
        guard !text.isEmpty, !text.contains(where: \.isWhitespace) else {
            reader.log.error(
                "\(reader.path).\(key) is no id: it is empty or has a space in it", at: reader.table[key]?.span ?? span)
            return nil
        }
        return text
    }

    private func url() -> Secret? {
        guard let url = requiredSecret("url") else { return nil }
        return !url.isKnown || isAddress(url.value, "url") ? url : nil
    }

    /// The address of a server, without a stroke at its end.
    private func server(usual: String? = nil) -> String? {
        guard let text = reader.string("server") else {
            guard let usual else { return needed("server", nil) }
            return reader.table["server"] == nil ? usual : nil
        }
        guard isAddress(text, "server") else { return nil }
        return text.hasSuffix("/") ? String(text.dropLast()) : text
    }

    private func isAddress(_ text: String, _ key: String) -> Bool {
        let place = reader.table[key]?.span ?? span
        let parts = text.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        if parts.count > 2, ["https:", "http:"].contains(parts[0]), parts[1].isEmpty, !parts[2].isEmpty,
            !text.contains(where: \.isWhitespace)
        {
            if parts[0] == "http:", !Secret(text).isOnThisMachine {
                reader.log.warning(
                    "\(reader.path).\(key) begins with http://: the messages, and what lets them in, can be read on their way",
                    at: place)
            }
            return reader.hasRightPort(text, key, at: place)
        }
        reader.log.error("\(reader.path).\(key) is not an address that begins with https:// or http://", at: place)
        return false
    }

    /// One, or two while it is being changed.
    private func signingSecrets() -> [Secret] {
        let secrets = [signingSecret("secret"), signingSecret("old_secret")].compactMap { $0 }
        guard reader.table["secret"] == nil else { return secrets }
        if let old = reader.table["old_secret"] {
            reader.log.error(
                "\(reader.path).old_secret is for the time while secret is being changed: there is no secret",
                at: old.span)
        } else {
            reader.log.warning(
                "\(reader.path) has no secret: whoever learns the address can send there in coachd's name", at: span,
                hint: "make one for both sides: echo whsec_$(head -c 32 /dev/urandom | base64)")
        }
        return secrets
    }

    /// A key of Standard Webhooks: `whsec_` and the base64 of 24 to 64 random bytes.
    private func signingSecret(_ key: String) -> Secret? {
        guard let secret = secret(key) else { return nil }
        guard !secret.isKnown || SigningKey(secret) != nil else {
            reader.log.error(
                "\(reader.path).\(key) is no signing secret: it is whsec_ followed by the base64 of 24 to 64 random bytes",
                at: reader.table[key]?.span ?? span,
                hint: "make one: echo whsec_$(head -c 32 /dev/urandom | base64)")
            return nil
        }
        return secret
    }
}
