import Chat
import Configuration
import Testing

@Suite("The email channel")
struct EmailChannelTests {
    private static let least = "[channels.x]\ntype = \"email\"\nfrom = \"coachd@example.com\"\n"

    private func email(_ text: String) throws -> Email? {
        let environment = ["P": "pass word"]
        let configuration = try Reading.configuration(Self.least + text, environment: environment)
        return configuration.routing.channels["x"]?.platform as? Email
    }

    @Test("all settings are read")
    func whole() throws {
        let email = try #require(
            try email(
                """
                server = "smtp://mail.example.com:587"
                user = "coachd"
                password = { env = "P" }
                to = "team@example.com"
                unsubscribe = "no-more@example.com"
                """))
        #expect(email.server == "smtp://mail.example.com:587")
        #expect(email.from.description == "coachd@example.com")
        #expect(email.user == "coachd" && email.password == Secret("pass word"))
        #expect(email.list?.description == "team@example.com")
        #expect(email.unsubscribe?.description == "no-more@example.com")
        #expect(email.security == .required)
    }

    @Test(
        "TLS is required, but of a server on this machine; tls says otherwise",
        arguments: [
            ("smtps://mail.example.com", "", Email.Security.required), ("smtp://mail.example.com", "", .required),
            ("smtp://mail.example.com", "tls = \"none\"", .none), ("smtp://localhost:25", "", .none),
            ("smtp://127.0.0.1", "", .none), ("smtp://[::1]:2525", "", .none),
            ("smtp://localhost", "tls = \"required\"", .required), ("smtp://127.example.com", "", .required),
            ("smtp://localhost.example.com", "", .required), ("smtp://[::2]", "", .required),
        ])
    func security(server: String, tls: String, expected: Email.Security) throws {
        #expect(try email("server = \"\(server)\"\n\(tls)")?.security == expected)
    }

    @Test(
        "what is missing or wrong is named",
        arguments: [
            ("", "channels.x needs the setting server"),
            ("server = \"mail.example.com\"", "channels.x.server is no mail server's address"),
            ("server = \"https://mail.example.com\"", "channels.x.server is no mail server's address"),
            ("server = \"smtps://\"", "channels.x.server is no mail server's address"),
            ("server = \"smtps://coachd:pw@mail.example.com\"", "channels.x.server is no mail server's address"),
            ("server = \"smtps://m\"\nto = \"team\"", "channels.x.to is no e-mail address"),
            ("server = \"smtps://m\"\nunsubscribe = \"a b@c\"", "channels.x.unsubscribe is no e-mail address"),
            ("server = \"smtps://m\"\nuser = \"coachd\"", "channels.x signs in with user and password"),
            ("server = \"smtps://m\"\ntls = \"no\"", "channels.x.tls is \"no\"; expected \"required\" or \"none\""),
        ])
    func wrong(text: String, message: String) {
        let errors = Reading.diagnostics(Self.least + text).errors
        #expect(errors.count == 1)
        #expect(errors.first?.message.hasPrefix(message) == true, "\(errors.printed)")
    }

    private static let server = "server = \"smtps://m\"\nuser = \"u\"\npassword = { env = \"P\" }\n"

    @Test("answers are fetched from a mailbox, as the same user unless another one is named")
    func inbox() throws {
        let plain = try #require(try email(Self.server + "replies = true\nimap = \"imaps://mail.example.com\""))
        #expect(
            plain.inbox
                == Inbox(
                    server: "imaps://mail.example.com", user: "u", password: Secret("pass word"), security: .required))
        #expect(plain.inbox.mailbox == "INBOX")
        let other = try #require(
            try email(
                "server = \"smtp://localhost\"\nreplies = true\nimap = \"imap://[::1]:143/\"\nmailbox = \"Sales/Replies\"\n"
                    + "imap_user = \"v\"\nimap_password = { env = \"P\" }"))
        #expect(
            other.inbox
                == Inbox(
                    server: "imap://[::1]:143/", user: "v", password: Secret("pass word"), mailbox: "Sales/Replies",
                    security: Email.Security.none))
        #expect(try email(Self.server)?.inbox == .nowhere)
    }

    @Test(
        "what is missing or wrong for replies is named at its place",
        arguments: [
            ("replies = true", "channels.x.replies: answers to mails are fetched from a mailbox", 7),
            ("replies = true\nimap = \"https://m\"", "channels.x.imap is no mailbox's address", 8),
            ("replies = true\nimap = \"imaps://u:hunter2@m\"", "channels.x.imap is no mailbox's address", 8),
            ("replies = true\nimap = \"imaps://m/INBOX\"", "channels.x.imap has something behind the host", 8),
            ("replies = true\nimap = \"imaps://m:0\"", "channels.x.imap: the port is not a number", 8),
            ("imap = \"imaps://m\"\nimap_user = \"v\"", "channels.x signs in to its mailbox with imap_user", 8),
            ("imap = \"imaps://m\"\nmailbox = \"Entwürfe\"", "channels.x.mailbox is empty or holds other letters", 8),
            ("mailbox = \"INBOX\"", "channels.x.mailbox says how answers are fetched", 7),
        ])
    func wrongInbox(text: String, message: String, line: Int) {
        let errors = Reading.diagnostics(Self.least + Self.server + text, environment: ["P": "pw"]).errors
        #expect(errors.count == 1, "\(errors.printed)")
        #expect(errors.first?.message.hasPrefix(message) == true, "\(errors.printed)")
        #expect(errors.errorLines == [line])
        #expect(!errors.printed.contains("hunter2"))
    }

    @Test("nobody is let into a mailbox without user and password")
    func nobody() {
        let text = "server = \"smtp://localhost\"\nreplies = true\nimap = \"imap://localhost\""
        let errors = Reading.diagnostics(Self.least + text).errors
        #expect(
            errors.map(\.message) == ["channels.x.imap: nobody is let into a mailbox without user and password"])
    }

    @Test("one mailbox is heard by one channel")
    func twice() {
        let settings = Self.server + "replies = true\nimap = \"imaps://m\"\n"
        let text = "\(Self.least)\(settings)[channels.y]\ntype = \"email\"\nfrom = \"coachd@example.com\"\n\(settings)"
        let errors = Reading.diagnostics(text, environment: ["P": "pw"]).errors
        #expect(errors.count == 1)
        #expect(errors.first?.message.hasPrefix("channels.y.replies: \"x\" hears already") == true, "\(errors.printed)")
        #expect(Reading.diagnostics(text + "mailbox = \"Y\"", environment: ["P": "pw"]).errors.isEmpty)
    }

    @Test("a mail server is given more time than others, or as much as is said")
    func timeout() throws {
        for (text, expected) in [("", 60), ("timeout = \"20s\"", 20)] {
            let configuration = try Reading.configuration(Self.least + "server = \"smtps://m\"\n\(text)")
            #expect(configuration.routing.channels["x"]?.timeoutSeconds == expected)
        }
    }

    @Test("a password that crosses the network in the clear is warned of")
    func clear() {
        let text = "server = \"smtp://m\"\nuser = \"u\"\npassword = { env = \"P\" }\ntls = \"none\""
        let diagnostics = Reading.diagnostics(Self.least + text, environment: ["P": "pw"])
        #expect(diagnostics.errors.isEmpty)
        #expect(
            diagnostics.map(\.message) == [
                "channels.x.tls is \"none\": the password and the mails can be read on their way"
            ])
    }

    @Test("a password in the file is warned of, and shown nowhere")
    func plainSight() {
        let text = "server = \"smtps://m\"\nuser = \"u\"\npassword = \"hunter2\""
        let diagnostics = Reading.diagnostics(Self.least + text)
        #expect(diagnostics.count == 1)
        #expect(!diagnostics.printed.contains("hunter2"))
    }
}
