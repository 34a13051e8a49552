import Chat
import Configuration
import Diagnostics
import Glibc
import Testing

@Suite("Secrets")
struct SecretTests {
    private static let address: String = "https://hooks.example.com/T0/hunter2"

    private func channel(_ reference: String) -> String {
        "[channels.leads]\ntype = \"slack\"\nurl = \(reference)\n"
    }

    private func slackURL(_ configuration: Configuration) -> String? {
        (configuration.routing.channels["leads"]?.platform as? Slack)?.url.value
    }

    @Test(
        "a file of mode 0600 or 0640 is read, to the end of its first line",
        arguments: [
            (0o600, "\(address)\n", nil), (0o400, "\(address)\r\n", nil), (0o600, "\u{FEFF}\(address)\r\n", nil),
            (0o640, address, "note: channels.leads.url: its group may read "),
            (0o660, address, "warning: channels.leads.url: its group may write "),
            (0o600, "\n\(address)\nsecond line\n", "has more than one line, and only the first is taken"),
        ] as [(Int, String, String?)])
    func file(mode: Int, content: String, words: String?) throws {
        let directory = try TemporaryDirectory()
        try directory.write("leads.url", content, mode: mode)
        let configuration = try Reading.configuration(channel("{ file = \"leads.url\" }"), directory: directory.path)
        #expect(slackURL(configuration) == Self.address)
        #expect(configuration.warnings.count == (words == nil ? 0 : 1), "\(configuration.warnings.printed)")
        if let words { #expect(configuration.warnings.printed.contains(words), "\(configuration.warnings.printed)") }
    }

    @Test(
        "what is no regular file is refused as such, and nothing is to be done to it",
        arguments: ["/tmp", "/dev/null", "pipe"])
    func noFile(path: String) throws {
        let directory = try TemporaryDirectory()
        #expect(mkfifo("\(directory.path)/pipe", 0o666) == 0)
        let errors = Reading.diagnostics(channel("{ file = \"\(path)\" }"), directory: directory.path).errors
        #expect(
            errors.count == 1 && errors.first?.message.contains("cannot be read: it is ") == true, "\(errors.printed)")
        #expect(!errors.printed.contains("chmod"), "\(errors.printed)")
    }

    @Test("where one channel sends, those of the others are at most noted")
    func oneSender() throws {
        let text = ["leads", "reps"].map { "[channels.\($0)]\ntype = \"slack\"\nurl = { env = \"\($0)\" }\n" }.joined()
        func read(_ sender: String) throws -> [Diagnostic] {
            try Configuration(
                Array(text.utf8), file: "coachd.toml",
                surroundings: Surroundings(
                    directory: "", sender: sender, environment: { $0 == "leads" ? Self.address : nil }),
                zones: Reading.zones, today: Reading.today
            ).warnings
        }
        #expect(try read("leads").map(\.severity) == [.note])
        #expect(throws: ConfigurationProblem.self) { try read("reps") }
    }

    @Test("a blank behind the secret is not part of it")
    func trailingBlank() throws {
        let directory = try TemporaryDirectory()
        try directory.write("leads.url", "\(Self.address) \n")
        let configuration = try Reading.configuration(channel("{ file = \"leads.url\" }"), directory: directory.path)
        #expect(slackURL(configuration) == Self.address)
    }

    @Test(
        "a file that everybody may read or write is refused with the command that mends it",
        arguments: [(0o644, "read"), (0o604, "read"), (0o602, "write"), (0o666, "read and write")])
    func worldReadable(mode: Int, rights: String) throws {
        let directory = try TemporaryDirectory()
        let path = try directory.write("leads.url", Self.address, mode: mode)
        let errors = Reading.diagnostics(channel("{ file = \"leads.url\" }"), directory: directory.path).errors
        #expect(errors.count == 1)
        #expect(errors.first?.hint == "chmod 600 \(path)")
        #expect(errors.first?.message == "channels.leads.url: everybody may \(rights) \(path)")
        #expect(!errors.printed.contains("hunter2"))
    }

    @Test(
        "a file that is missing, empty or a directory is told with its path",
        arguments: ["missing.url", "empty.url", "."])
    func unusable(name: String) throws {
        let directory = try TemporaryDirectory()
        try directory.write("empty.url", "  \n")
        let errors = Reading.diagnostics(channel("{ file = \"\(name)\" }"), directory: directory.path).errors
        #expect(errors.count == 1)
        #expect(errors.first?.message.contains("\(directory.path)/\(name)") == true, "\(errors.printed)")
    }

    @Test("an environment variable is read; one that is not set is named")
    func environment() throws {
        let text = channel("{ env = \"LEADS_URL\" }")
        #expect(slackURL(try Reading.configuration(text, environment: ["LEADS_URL": Self.address])) == Self.address)
        let errors = Reading.diagnostics(text).errors
        #expect(errors.count == 1)
        #expect(errors.first?.message == "channels.leads.url: the environment variable LEADS_URL is not set")
    }

    @Test("a credential of systemd is read from its directory")
    func credential() throws {
        let directory = try TemporaryDirectory()
        try directory.write("leads", Self.address, mode: 0o400)
        let configuration = try Reading.configuration(
            channel("{ credential = \"leads\" }"), environment: ["CREDENTIALS_DIRECTORY": directory.path])
        #expect(slackURL(configuration) == Self.address)
    }

    @Test("a credential without systemd is told with the unit's line")
    func credentialOutside() {
        let errors = Reading.diagnostics(channel("{ credential = \"leads\" }")).errors
        #expect(errors.count == 1)
        #expect(errors.first?.hint == "the unit needs LoadCredential=leads:/etc/coachd/leads")
    }

    @Test(
        "who sends nothing needs no secret: what only the service can read is a note",
        arguments: [
            "{ credential = \"leads\" }", "{ env = \"LEADS_URL\" }", "{ file = \"/nowhere/leads.url\" }",
            "{ file = \"/dev/null/leads.url\" }",
        ])
    func unneeded(reference: String) throws {
        let text = channel(reference) + "[routes]\nleader = \"leads\"\n"
        let configuration = try Reading.configuration(text, needsSecrets: false)
        #expect(configuration.warnings.map(\.severity) == [.note])
        #expect(configuration.warnings.first?.message.hasPrefix("channels.leads.url cannot be checked here: ") == true)
        #expect(configuration.routing.channels["leads"]?.platform.place.contains("not known here") == true)
        #expect(Reading.diagnostics(text).errors.count == 1, "who sends needs it")
    }

    @Test("a signing secret and a token that only the service can read are no error elsewhere")
    func unneededKeys() throws {
        let configuration = try Reading.configuration(
            """
            [channels.reps]
            type = "webhook"
            url = "\(Self.address)"
            secret = { credential = "reps-secret" }
            [channels.bot]
            type = "slack-bot"
            token = { env = "TOKEN" }
            """, needsSecrets: false)
        #expect(Set(configuration.routing.channels.keys) == ["reps", "bot"])
    }

    @Test("two channels with one unknown secret are still one room, others are not")
    func unknownRooms() throws {
        let configuration = try Reading.configuration(
            ["a": "X", "b": "X", "c": "Y"].map { "[channels.\($0)]\ntype = \"slack\"\nurl = { env = \"\($1)\" }\n" }
                .joined(), needsSecrets: false)
        let rooms = configuration.routing.channels.mapValues(\.room)
        #expect(rooms["a"] == rooms["b"] && rooms["a"] != rooms["c"])
    }

    @Test("a file that is wrong for everybody is an error for everybody")
    func wrongForAll() throws {
        #expect(throws: ConfigurationProblem.self) {
            try Reading.configuration(channel("{ file = \"/tmp\" }"), needsSecrets: false)
        }
    }

    @Test("a credential is a name, never a path", arguments: ["../leads", "/etc/passwd", ""])
    func credentialPath(name: String) {
        #expect(
            Reading.diagnostics(channel("{ credential = \"\(name)\" }"), environment: ["CREDENTIALS_DIRECTORY": "/tmp"])
                .errors.count == 1)
    }

    @Test("a reference names one place", arguments: ["{}", "{ file = \"a\", env = \"b\" }"])
    func onePlace(reference: String) {
        let errors = Reading.diagnostics(channel(reference)).errors
        #expect(errors.count == 1)
        #expect(errors.first?.message.contains("needs one of file, env and credential") == true)
    }

    @Test("a literal is taken with a warning that says what to write instead")
    func literal() throws {
        let configuration = try Reading.configuration(channel("\"\(Self.address)\""))
        #expect(slackURL(configuration) == Self.address)
        #expect(configuration.warnings.count == 1)
        #expect(
            configuration.warnings.first?.message.contains("channels.leads.url stands in the file in plain sight")
                == true)
        #expect(configuration.warnings.first?.hint?.contains("url = { file = ") == true)
    }

    @Test("a secret never shows itself in what is printed of a configuration")
    func neverPrinted() throws {
        let text = channel("{ env = \"U\" }") + "[routes]\nleader = \"leads\"\n"
        let configuration = try Reading.configuration(text, environment: ["U": Self.address])
        var dumped = ""
        dump(configuration, to: &dumped)
        for text in [dumped, String(describing: configuration), String(reflecting: configuration.routing.channels)] {
            #expect(!text.contains("hunter2"))
            #expect(text.contains("(secret)"))
        }
    }

    @Test(
        "a secret that is empty is an error at its place, and never another channel",
        arguments: [
            ("type = \"slack-bot\"\ntoken = \"\"", "token is empty"), ("type = \"slack\"\nurl = \" \"", "url is empty"),
            ("type = \"slack\"\nurl = { env = \"E\" }", "url: the environment variable E is empty"),
            ("type = \"webhook\"\nsecret = \"\"\nurl = { env = \"U\" }", "secret is empty"),
            (
                "type = \"dingtalk\"\nsecret = { env = \"E\" }\nurl = { env = \"U\" }",
                "secret: the environment variable E is empty"
            ),
            ("type = \"lark\"\nsecret = { file = \"empty\" }\nurl = { env = \"U\" }", "/empty is empty"),
        ])
    func empty(settings: String, message: String) throws {
        let directory = try TemporaryDirectory()
        try directory.write("empty", "\n")
        let text = "[channels.leads]\n\(settings)\n[routes]\nleader = \"leads\"\n"
        let diagnostics = Reading.diagnostics(
            text, directory: directory.path, environment: ["E": "\n", "U": Self.address])
        #expect(diagnostics.count == 1)
        #expect(diagnostics.errors.first?.message.hasSuffix(message) == true, "\(diagnostics.printed)")
        #expect(diagnostics.errorLines == [3])
    }

    @Test("the newline that a shell leaves behind a variable is not part of the secret")
    func trailingNewline() throws {
        let configuration = try Reading.configuration(
            channel("{ env = \"LEADS_URL\" }"), environment: ["LEADS_URL": "\(Self.address) \r\n"])
        #expect(slackURL(configuration) == Self.address)
    }
}
