import Glibc
import HTTP
import Testing

@Suite("Mail that does not pass, and whether it may have arrived")
struct MailFailureTests {
    struct Refusal: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let reply: MailResponse
        let script: MailScript

        init(_ name: String, _ code: Int, _ text: String, _ change: (inout MailScript, MailScript.Act) -> Void) {
            testDescription = "\(code) \(name)"
            reply = MailResponse(code: code, text: text)
            var script = MailScript()
            change(&script, .say("\(code) \(text)"))
            self.script = script
        }
    }

    static let refusals: [Refusal] = [
        Refusal("as a greeting", 421, "4.3.2 closing") { $0.greeting = $1 },
        Refusal("as a greeting", 554, "5.7.1 you are on a list") { $0.greeting = $1 },
        Refusal("to EHLO and HELO", 550, "5.7.1 who are you?") { $0.hello = $1 },
        Refusal("to signing in", 535, "5.7.8 wrong password") { $0.signIn = $1 },
        Refusal("to signing in", 454, "4.7.0 try later") { $0.signIn = $1 },
        Refusal("to MAIL", 451, "4.3.0 try later") { $0.sender = $1 },
        Refusal("to MAIL", 530, "5.7.0 sign in first") { $0.sender = $1 },
        Refusal("to RCPT", 450, "4.2.0 greylisted") { $0.recipient = $1 },
        Refusal("to RCPT", 550, "5.1.1 no such user") { $0.recipient = $1 },
        Refusal("to DATA", 451, "4.3.0 try later") { $0.data = $1 },
        Refusal("to DATA", 554, "5.5.1 no valid recipients") { $0.data = $1 },
        Refusal("to the message", 452, "4.3.1 disk full") { $0.end = $1 },
        Refusal("to the message", 552, "5.3.4 too big") { $0.end = $1 },
    ]

    @Test("the server's no is an answer, at every stage", arguments: refusals)
    func refusal(_ refusal: Refusal) async throws {
        let server = try ScriptedServer(refusal.script)
        var mail = MailRequest.plain(server.mailURL)
        (mail.user, mail.password) = ("coachd", "pw")
        let result = await withClient { [mail] in await $0.send(mail) }
        #expect(result.reply == refusal.reply)
    }

    struct Fault: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let expected: TransportError
        let script: MailScript
        let isLarge: Bool

        init(
            _ name: String, _ expected: TransportError, isLarge: Bool = false, _ change: (inout MailScript) -> Void
        ) {
            testDescription = name
            self.expected = expected
            self.isLarge = isLarge
            var script = MailScript()
            change(&script)
            self.script = script
        }
    }

    static let faults: [Fault] = [
        Fault("closed instead of a greeting", .connectionLost(sent: false)) { $0.greeting = .close },
        Fault("closed after EHLO", .connectionLost(sent: false)) { $0.hello = .close },
        Fault("closed after MAIL", .connectionLost(sent: false)) { $0.sender = .close },
        Fault("closed after RCPT", .connectionLost(sent: false)) { $0.recipient = .close },
        Fault("closed after DATA", .connectionLost(sent: false)) { $0.data = .close },
        Fault("reset within the message", .connectionLost(sent: false), isLarge: true) { $0.message = .reset },
        Fault("closed after the message", .connectionLost(sent: true)) { $0.end = .close },
        Fault("reset after the message", .connectionLost(sent: true)) { $0.end = .reset },
        Fault("no greeting", .timedOut(sent: false)) { $0.greeting = .wait },
        Fault("no answer to EHLO", .timedOut(sent: false)) { $0.hello = .wait },
        Fault("no answer to RCPT", .timedOut(sent: false)) { $0.recipient = .wait },
        Fault("no answer to DATA", .timedOut(sent: false)) { $0.data = .wait },
        Fault("no answer to the message", .timedOut(sent: true)) { $0.end = .wait },
        Fault("another protocol's greeting, then closed", .invalidReply(sent: false)) {
            $0.greeting = .part("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n")
        },
        Fault("a greeting that is none", .invalidReply(sent: false)) { $0.greeting = "354 go on" },
        Fault("another kind of reply to the message", .invalidReply(sent: true)) { $0.end = "354 more" },
        Fault("no reply to the message, but words", .timedOut(sent: true)) {
            $0.end = "yes, thanks"
        },
    ]

    @Test("a faulty server", arguments: faults)
    func faulty(_ fault: Fault) async throws {
        let server = try ScriptedServer(fault.script)
        let isPatient = fault.testDescription.hasPrefix("no ")
        let line = String(repeating: "x", count: 900) + "\r\n"
        let message = fault.isLarge ? String(repeating: line, count: 8_000) : line
        let mail = MailRequest.plain(server.mailURL, message, total: .seconds(isPatient ? 4 : 60))
        let error = await withClient { await $0.send(mail) }.error
        #expect(error == fault.expected)
        #expect(server.connectionCount == 1)
    }

    @Test("a refused connection was not sent")
    func refusedConnection() async throws {
        let (descriptor, port) = try ScriptedServer.bind()
        defer { close(descriptor) }
        let error = await withClient { await $0.send(.plain("smtp://127.0.0.1:\(port)")) }.error
        #expect(error == .cannotConnect)
    }

    @Test(
        "an address that is no mail server's is refused at once",
        arguments: [
            ("", TransportError.invalidURL), ("mail.example.com", .invalidURL),
            ("http://host/", .unsupportedProtocol), ("smtp://host:99999", .invalidURL),
            ("smtp://host\r\nX", .invalidURL), ("imap://host", .unsupportedProtocol),
        ])
    func unusable(url: String, expected: TransportError) async {
        let error = await withClient { await $0.send(.plain(url)) }.error
        #expect(error == expected)
        #expect(error?.mayHaveArrived == false)
    }

    @Test("a mail that is cancelled within its message is never marked as whole")
    func cancelledWithin() async throws {
        let (isReading, tail) = (AsyncStream<Void>.makeStream(), AsyncStream<[UInt8]>.makeStream())
        let server = try ScriptedServer { connection in
            connection.send("220 hi\r\n")
            for reply in ["250 hi", "250 ok", "250 ok", "354 go"] {
                _ = connection.read(4096)
                connection.send(reply + "\r\n")
            }
            var last = connection.read(10)
            isReading.continuation.yield()
            while case let bytes = connection.read(65_536), !bytes.isEmpty { last = (last + bytes).suffix(5) }
            tail.continuation.yield(last)
        }
        let line = String(repeating: "x", count: 998) + "\r\n"
        let message = String(repeating: line, count: 8_000)
        await withClient { client in
            let task = Task { await client.send(.plain(server.mailURL, message)) }
            _ = await isReading.stream.first { _ in true }
            task.cancel()
            let result = await task.value
            let last = await tail.stream.first { _ in true }
            // Whether the whole came before the cancellation is a race; but where it came, it is never denied.
            if last == Array("\r\n.\r\n".utf8) { #expect(result.error?.mayHaveArrived == true) }
        }
    }

    @Test("shutting down ends mails as well, and sends none after")
    func shutDown() async throws {
        let isReading = AsyncStream<Void>.makeStream()
        let server = try ScriptedServer { connection in
            isReading.continuation.yield()
            connection.waitForClose()
        }
        let client = CurlClient()
        let task = Task { await client.send(.plain(server.mailURL)) }
        _ = await isReading.stream.first { _ in true }
        await client.shutDown()
        #expect(await task.value.error == .cancelled(sent: false))
        #expect(await client.send(.plain(server.mailURL)).error == .cancelled(sent: false))
        #expect(server.connectionCount == 1)
    }
}
