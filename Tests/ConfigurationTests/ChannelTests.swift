import Chat
import Configuration
import Diagnostics
import Testing

@Suite("Channels")
struct ChannelTests {
    private static let url = "url = { env = \"U\" }\n"
    private static let token = "token = { env = \"S\" }\n"
    private static let server = "server = \"https://chat.example.com\"\n"
    private static let environment = [
        "S": "s3cret",
        "U": "https://example.com/hook", "K": "whsec_" + "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    ]

    private func channel(_ text: String) throws -> Channel? {
        try Reading.configuration("[channels.x]\n" + text, directory: "/etc/coachd", environment: Self.environment)
            .routing.channels["x"]
    }

    @Test("each type is read with what it needs")
    func types() throws {
        let url = Secret("https://example.com/hook")
        #expect(try channel("type = \"console\"")?.platform is Console)
        #expect(
            (try channel("type = \"file\"\npath = \"out.jsonl\"")?.platform as? File)?.path == "/etc/coachd/out.jsonl")
        #expect((try channel("type = \"slack\"\n\(Self.url)")?.platform as? Slack)?.url == url)
        #expect((try channel("type = \"mattermost\"\n\(Self.url)")?.platform as? Mattermost)?.url == url)
        let unsigned = try channel("type = \"webhook\"\n\(Self.url)")?.platform as? StandardWebhook
        #expect(unsigned?.url == url && unsigned?.signingSecrets == [])
        let key = Secret(Self.environment["K"] ?? "")
        let text = "type = \"webhook\"\n\(Self.url)secret = { env = \"K\" }\nold_secret = { env = \"K\" }"
        #expect((try channel(text)?.platform as? StandardWebhook)?.signingSecrets == [key, key])
    }

    @Test(
        "each type is there with nothing but what it needs, and reaches persons where it names no room",
        arguments: [
            ("slack", url, false), ("teams", url, false), ("discord", url, false), ("googlechat", url, false),
            ("mattermost", url, false), ("rocketchat", url, false), ("wecom", url, false), ("feishu", url, false),
            ("lark", url + "secret = { env = \"S\" }", false), ("dingtalk", url + "secret = { env = \"S\" }", false),
            ("discord-bot", token, true), ("discord-bot", token + "channel = 1310000000000000000", false),
            ("mattermost-bot", server + token, true),
            ("mattermost-bot", server + token + "channel = \"c1\"", false),
            ("slack-bot", token, true), ("slack-bot", token + "channel = \"C1\"", false), ("webex", token, true),
            ("webex", token + "room = \"R\"", false), ("telegram", token, true),
            ("telegram", token + "chat = -1001234567890", false), ("line", token, true),
            ("line", token + "room = \"G\"", false), ("ntfy", "", true), ("ntfy", "topic = \"t\"\n" + token, false),
            ("matrix", server + token, true), ("matrix", server + token + "room = \"!a:b\"", false),
            ("nextcloud", server + "user = \"u\"\npassword = { env = \"S\" }", true),
            ("zulip", server + "email = \"b@example.com\"\nkey = { env = \"S\" }", true),
            ("zulip", server + "email = \"b@example.com\"\nkey = { env = \"S\" }\nchannel = \"big sales\"", false),
            ("webhook", url, true), ("console", "", true), ("file", "path = \"f\"", true),
        ])
    func everyType(type: String, settings: String, isPrivate: Bool) throws {
        let channel = try channel("type = \"\(type)\"\n\(settings)")
        #expect(channel?.platform.typeName == type)
        #expect(channel?.platform.reachesEachPersonAlone == isPrivate)
    }

    @Test(
        "what people write is heard where a bot writes to each person alone, of a platform that can be asked",
        arguments: [
            ("slack-bot", token), ("mattermost-bot", server + token), ("discord-bot", token), ("webex", token),
            ("telegram", token), ("matrix", server + token),
            ("nextcloud", server + "user = \"u\"\npassword = { env = \"S\" }\n"),
            ("zulip", server + "email = \"b@example.com\"\nkey = { env = \"S\" }\n"),
        ])
    func replies(type: String, settings: String) throws {
        let hearing = try channel("type = \"\(type)\"\n\(settings)replies = true")
        #expect(hearing?.takesReplies == true && hearing?.answerable != nil)
        #expect(try channel("type = \"\(type)\"\n\(settings)")?.answerable == nil)
        let deaf = "[channels.x]\ntype = \"mattermost\"\n\(Self.url)replies = true"
        let errors = Reading.diagnostics(deaf, environment: Self.environment).errors
        #expect(errors.count == 1 && errors.first?.hint?.contains(type) == true)
    }

    @Test("a server has no stroke at its end, and a usual one where the platform has one")
    func servers() throws {
        let matrix = try channel("type = \"matrix\"\nserver = \"https://m.example.com/\"\n\(Self.token)")?.platform
        #expect((matrix as? Matrix)?.server == "https://m.example.com")
        #expect((try channel("type = \"ntfy\"")?.platform as? Ntfy)?.server == "https://ntfy.sh")
        let errors = Reading.diagnostics("[channels.x]\ntype = \"ntfy\"\nserver = \"ntfy.sh\"").errors
        #expect(errors.map(\.message) == ["channels.x.server is not an address that begins with https:// or http://"])
    }

    @Test("a topic of Zulip's that would be cut is refused, and so is an id with a space")
    func ids() {
        let zulip = "type = \"zulip\"\n\(Self.server)email = \"b@example.com\"\nkey = { env = \"S\" }\n"
        for text in [
            zulip + "topic = \"\(String(repeating: "x", count: 61))\"", zulip + "topic = \"\"",
            "type = \"slack-bot\"\n\(Self.token)channel = \"my room\"",
        ] {
            #expect(Reading.diagnostics("[channels.x]\n" + text, environment: Self.environment).errors.count == 1)
        }
    }

    @Test("any channel may have a pace, an authority and be shared")
    func options() throws {
        let directory = try TemporaryDirectory()
        let authority = try directory.write("ca.pem", "…")
        let channel = try Reading.configuration(
            "[channels.x]\ntype = \"slack\"\n\(Self.url)rate = \"20/min\"\nca_file = \"ca.pem\"\nshared = true",
            directory: directory.path, environment: Self.environment
        ).routing.channels["x"]
        #expect(channel?.rate == Rate(count: 20, seconds: 60))
        #expect(channel?.certificateAuthorityFile == authority)
        #expect(channel?.isShared == true)
    }

    @Test("an authority that cannot be read is told at its place", arguments: ["missing.pem", "."])
    func authority(name: String) throws {
        let directory = try TemporaryDirectory()
        let errors = Reading.diagnostics(
            "[channels.x]\ntype = \"console\"\nca_file = \"\(name)\"", directory: directory.path
        ).errors
        #expect(errors.count == 1)
        #expect(
            errors.first?.message.hasPrefix("channels.x.ca_file: \(directory.path)/\(name) cannot be read: ") == true)
        #expect(errors.errorLines == [3])
    }

    @Test(
        "a port that there cannot be is told at its place",
        arguments: [
            ("slack", "url = \"https://host:99999/x\""), ("slack", "url = \"https://host:0\""),
            ("slack", "url = \"https://me:1@host:80x/\""), ("ntfy", "server = \"http://[::1]:65536\""),
            ("ntfy", "server = \"http://host:+80\""),
            ("email", "from = \"a@example.com\"; server = \"smtps://host:99999\""),
        ])
    func wrongPort(type: String, settings: String) {
        let lines = settings.replacing("; ", with: "\n")
        let errors = Reading.diagnostics("[channels.x]\ntype = \"\(type)\"\n\(lines)\n").errors
        #expect(errors.count == 1)
        #expect(
            errors.first?.message.hasSuffix(": the port is not a number from 1 to 65535") == true, "\(errors.printed)")
        #expect(
            errors.first?.location?.excerpt?.hasPrefix("url") == true
                || errors.first?.location?.excerpt?.hasPrefix("server") == true)
    }

    @Test(
        "any other port is taken",
        arguments: [
            "https://host:443", "http://host:1/x", "https://a:b@host:65535", "http://[::1]", "http://[::1]:80",
            "https://host:/",
        ])
    func rightPort(address: String) {
        let text = "[channels.x]\ntype = \"ntfy\"\nserver = \"\(address)\"\n"
        #expect(Reading.diagnostics(text).errors.isEmpty)
    }

    @Test(
        "an address without TLS is told, unless nobody is in between",
        arguments: [
            ("http://chat.example.com/x", true), ("http://127.example.com", true), ("http://localhost:8065/x", false),
            ("http://127.0.0.1", false), ("http://[::1]:80/", false), ("https://chat.example.com", false),
        ])
    func withoutTLS(address: String, isTold: Bool) {
        for text in ["type = \"slack\"\nurl = { env = \"U\" }", "type = \"ntfy\"\nserver = \"\(address)\""] {
            let said = Reading.diagnostics("[channels.x]\n\(text)\n", environment: ["U": address])
            #expect(said.map(\.severity) == (isTold ? [.warning] : []))
            #expect(said.allSatisfy { $0.message.contains("begins with http://") && !$0.message.contains("example") })
        }
    }

    @Test("a connector of Teams that is retired is told, with what takes its place")
    func retiredConnector() {
        let text = "[channels.x]\ntype = \"teams\"\nurl = { env = \"U\" }\n"
        let old = Reading.diagnostics(text, environment: ["U": "https://acme.webhook.office.com/webhookb2/x"])
        #expect(old.map(\.severity) == [.warning] && old.first?.hint?.contains("Workflows") == true)
        #expect(Reading.diagnostics(text, environment: ["U": "https://prod-1.logic.azure.com/x"]).isEmpty)
    }

    @Test(
        "a pace is so many in a second, a minute or an hour",
        arguments: [("50/s", 50, 1), ("20/min", 20, 60), ("100/h", 100, 3600)])
    func rates(text: String, count: Int, seconds: Int) throws {
        #expect(try channel("type = \"console\"\nrate = \"\(text)\"")?.rate == Rate(count: count, seconds: seconds))
    }

    @Test(
        "a pace of another form is refused with examples",
        arguments: ["50", "0/s", "-1/s", "50/d", "10001/s", "1/2/s", "x/s", ""])
    func noRate(text: String) {
        let errors = Reading.diagnostics("[channels.x]\ntype = \"console\"\nrate = \"\(text)\"").errors
        #expect(errors.count == 1)
        #expect(errors.first?.message.contains("\"50/s\", \"20/min\" or \"100/h\"") == true)
    }

    @Test(
        "a type that is not there gets the nearest, or the list, and nothing else is complained of",
        arguments: [
            ("slak", "did you mean \"slack\"?"), ("web_hook", "did you mean \"webhook\"?"),
            (
                "pager",
                "the types are console, dingtalk, discord, discord-bot, email, feishu, file, googlechat, lark, line, matrix, mattermost, mattermost-bot, nextcloud, ntfy, rocketchat, slack, slack-bot, teams, telegram, webex, webhook, wecom, zulip"
            ),
        ])
    func unknownType(type: String, hint: String) {
        let errors = Reading.diagnostics(
            "[channels.x]\ntype = \"\(type)\"\nurl = \"x\"\nanything = 1\n[routes]\nrep = \"x\""
        ).errors
        #expect(errors.count == 1)
        #expect(errors.first?.hint == hint)
    }

    @Test("a channel without a type is told once")
    func noType() {
        let errors = Reading.diagnostics(
            "[channels.x]\nurl = { env = \"U\" }\npath = \"y\"\n", environment: Self.environment
        ).errors
        #expect(errors.count == 1)
        #expect(Reading.diagnostics("[channels.x]\n").errors.first?.message == "the channel \"x\" needs a type")
    }

    @Test(
        "what a type needs and does not have is named",
        arguments: [
            ("file", "channels.x needs the setting path"), ("slack", "channels.x needs the setting url"),
            ("webhook", "channels.x needs the setting url"), ("slack-bot", "channels.x needs the setting token"),
            ("matrix", "channels.x needs the setting server, channels.x needs the setting token"),
            ("mattermost-bot", "channels.x needs the setting server, channels.x needs the setting token"),
            (
                "nextcloud",
                "channels.x needs the setting server, channels.x needs the setting user, channels.x needs the setting password"
            ),
            (
                "zulip",
                "channels.x needs the setting server, channels.x needs the setting email, channels.x needs the setting key"
            ),
        ])
    func missing(type: String, message: String) {
        let errors = Reading.diagnostics("[channels.x]\ntype = \"\(type)\"\n").errors
        #expect(errors.map(\.message).joined(separator: ", ") == message)
    }

    @Test(
        "an address is a whole http or https URL",
        arguments: [
            "hooks.slack.com/x", "ftp://example.com/x", "https://", "https:// example.com", "https://example.com/a b",
        ])
    func addresses(text: String) {
        let errors = Reading.diagnostics(
            "[channels.x]\ntype = \"slack\"\nurl = { env = \"U\" }", environment: ["U": text]
        ).errors
        #expect(errors.count == 1)
        #expect(errors.first?.message.contains("https:// or http://") == true)
    }

    @Test("an address without a host is refused")
    func noHost() {
        let text = "[channels.x]\ntype = \"slack\"\nurl = { env = \"U\" }"
        #expect(Reading.diagnostics(text, environment: ["U": "https:///services/x"]).errors.count == 1)
    }

    @Test(
        "a signing secret has the form of Standard Webhooks",
        arguments: ["hunter2", "whsec_", "whsec_AAAA", "whsec_###"])
    func signingSecret(text: String) {
        let diagnostics = Reading.diagnostics(
            "[channels.x]\ntype = \"webhook\"\nurl = { env = \"U\" }\nsecret = { env = \"S\" }",
            environment: ["U": "https://example.com", "S": text])
        #expect(diagnostics.errors.count == 1)
        #expect(diagnostics.errors.first?.hint?.contains("whsec_$(head -c 32 /dev/urandom | base64)") == true)
    }

    @Test("a webhook without a secret is told; an old secret alone is an error")
    func unsigned() {
        let text = "[channels.x]\ntype = \"webhook\"\n\(Self.url)"
        let unsigned = Reading.diagnostics(text, environment: Self.environment)
        #expect(unsigned.map(\.severity) == [.warning] && unsigned.first?.message.contains("no secret") == true)
        let old = Reading.diagnostics(text + "old_secret = { env = \"K\" }", environment: Self.environment)
        #expect(old.map(\.severity) == [.error] && old.errorLines == [4])
        #expect(Reading.diagnostics(text + "secret = { env = \"K\" }", environment: Self.environment).isEmpty)
    }

    @Test("a file channel whose directory is missing is told with what makes it, one that is a directory is refused")
    func filePaths() throws {
        let directory = try TemporaryDirectory()
        func said(_ path: String) -> [Diagnostic] {
            Reading.diagnostics("[channels.log]\ntype = \"file\"\npath = \"\(path)\"\n", directory: directory.path)
        }
        #expect(said("log.jsonl").isEmpty)
        #expect(said("missing/log.jsonl").map(\.severity) == [.warning])
        #expect(said("missing/log.jsonl").first?.hint == "mkdir -p \(directory.path)/missing")
        #expect(said(".").map(\.severity) == [.error])
    }

    @Test("a store that is no name of a file is an error", arguments: ["", ".", "/"])
    func storePaths(path: String) throws {
        let directory = try TemporaryDirectory()
        let errors = Reading.diagnostics("store = \"\(path)\"\n", directory: directory.path).errors
        #expect(errors.count == 1 && errors.first?.message.hasPrefix("store is ") == true)
    }
}
