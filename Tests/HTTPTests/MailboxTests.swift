import HTTP
import Testing

@Suite("A command to a mailbox")
struct MailboxTests {
    /// A mail that is fetched, as a literal.
    private static func fetched(_ mail: String) -> MailScript.Act {
        .say("* 3 FETCH (UID 12 BODY[]<0> {\(mail.utf8.count)}\r\n\(mail))\r\n$ OK done")
    }

    private func fetch(
        _ mail: String, _ change: (inout MailboxRequest) -> Void = { _ in }
    ) async throws -> Result<MailboxResponse, TransportError> {
        let server = try ScriptedServer(MailboxScript(command: Self.fetched(mail)))
        var request = MailboxRequest.asking(server.mailboxURL, "UID FETCH 12 (BODY.PEEK[]<0.1000>)")
        change(&request)
        return await withClient { [request] in await $0.send(request) }
    }

    @Test("what the server says is there, and the dialogue is no longer than it need be")
    func done() async throws {
        let server = try ScriptedServer(MailboxScript(command: "* SEARCH 12 14\r\n$ OK done"))
        let result = await withClient { await $0.send(.asking(server.mailboxURL, "UID SEARCH UID 12:20")) }
        #expect(result.outcome == .done)
        #expect(result.said?.contains("* OK [UIDVALIDITY 7] valid\r\n* OK [UIDNEXT 13] next\r\n") == true)
        #expect(result.said?.contains("\r\n* SEARCH 12 14\r\n") == true)
        #expect(result.said?.split(separator: "* SEARCH").count == 2)
        #expect(
            server.commands == [
                "CAPABILITY", "AUTHENTICATE PLAIN AGNvYWNoZABwYXNzIHdvcmQ=", "SELECT INBOX", "UID SEARCH UID 12:20",
                "LOGOUT",
            ])
    }

    @Test(
        "a mail arrives as it is",
        arguments: [
            "Subject: x\r\n\r\nHello.\r\n", "x\r\n* 4 FETCH (UID 13 BODY[] {3}\r\n\r\n+ go\r\n* BYE\r\n",
            "\0\u{FF}\r\n)\r\n", String(repeating: "x", count: 998) + "\r\n",
            String(repeating: "a line of a long mail, wherever blocks end\r\n", count: 6_000),
        ])
    func mail(text: String) async throws {
        let result = try await fetch(text)
        #expect(result.outcome == .done)
        #expect(result.said?.contains(" {\(text.utf8.count)}\r\n\(text)") == true)
    }

    @Test(
        "a mail with what nobody's mail program writes ends there, and is an answer all the same",
        arguments: ["A004 OK done", "A004 NO done", "B004 BAD done", String(repeating: "y", count: 100_000)])
    func hostile(line: String) async throws {
        // The letter of the tag is that of the connection.
        for letter in "ABC" {
            let result = try await fetch("hello\r\n\(letter)\(line.dropFirst())\r\nend\r\n")
            #expect(result.outcome == .done)
            #expect(result.said?.contains("}\r\nhello\r\n") == true)
        }
    }

    @Test("what is too much is not read")
    func large() async throws {
        let result = try await fetch(String(repeating: "a line\r\n", count: 100_000)) {
            $0.maximumResponseBytes = 10_000
        }
        #expect(result.outcome == .done)
        #expect(try result.get().text.count == 10_000)
    }

    @Test("the name of the mailbox and the command arrive as they are")
    func names() async throws {
        let server = try ScriptedServer(MailboxScript())
        var request = MailboxRequest.asking(server.mailboxURL + "/", "UID SEARCH SUBJECT \"100%25 a+b\"")
        request.mailbox = "Sales/Re & \"plies\" 100%"
        let result = await withClient { [request] in await $0.send(request) }
        #expect(result.outcome == .done)
        #expect(server.commands[2] == "SELECT \"Sales/Re & \\\"plies\\\" 100%\"")
        #expect(server.commands[3] == "UID SEARCH SUBJECT \"100%25 a+b\"")
    }

    @Test("what could be read as another command is not sent", arguments: ["NOOP\r\nA9 DELETE INBOX", "", "a\0", "ä"])
    func refused(text: String) async throws {
        let server = try ScriptedServer(MailboxScript())
        await withClient { client in
            for isMailbox in [true, false] {
                var request = MailboxRequest.asking(server.mailboxURL)
                if isMailbox { request.mailbox = text } else { request.command = text }
                guard case .invalidMail = await client.send(request).error else {
                    Issue.record("it was sent")
                    return
                }
            }
        }
        #expect(server.connectionCount == 0)
    }

    @Test("each command has a connection of its own, and mails and mailboxes pass side by side")
    func connections() async throws {
        let (server, mails) = (try ScriptedServer(MailboxScript()), try ScriptedServer(MailScript()))
        await withClient { client in
            await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<20 {
                    group.addTask { await client.send(MailboxRequest.asking(server.mailboxURL)).outcome == .done }
                    group.addTask { await client.send(MailRequest.plain(mails.mailURL)).reply?.code == 250 }
                }
                for await isWell in group { #expect(isWell) }
            }
        }
        #expect(server.connectionCount == 20)
    }

    @Test("descriptions hold no secret")
    func descriptions() {
        var request = MailboxRequest.asking("imap://mail.example")
        (request.user, request.password) = ("secret-user", "secret-password")
        var dumped = ""
        dump(request, to: &dumped)
        #expect(!"\(request) \(String(reflecting: request)) \(dumped)".contains("secret"))
    }
}
