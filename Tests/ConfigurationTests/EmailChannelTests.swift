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
