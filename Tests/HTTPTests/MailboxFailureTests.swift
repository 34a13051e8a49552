import Glibc
import HTTP
import Testing

@Suite("A mailbox that cannot be asked")
struct MailboxFailureTests {
    struct Refusal: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let outcome: MailboxResponse.Outcome
        let reason: String
        let script: MailboxScript

        init(
            _ name: String, _ outcome: MailboxResponse.Outcome, _ reason: String,
            _ change: (inout MailboxScript) -> Void
        ) {
            (testDescription, self.outcome, self.reason) = (name, outcome, reason)
            var script = MailboxScript()
            change(&script)
            self.script = script
        }
    }

    static let refusals: [Refusal] = [
        Refusal("a wrong password", .denied, "NO [AUTHENTICATIONFAILED] no") {
            $0.signIn = "$ NO [AUTHENTICATIONFAILED] no"
        },
        Refusal("no such mailbox", .denied, "NO no such mailbox") { $0.select = "$ NO no such mailbox" },
        Refusal("a command that it does not know", .refused, "BAD what?") { $0.command = "$ BAD what?" },
        Refusal("a command that fails", .refused, "NO [SERVERBUG] later") {
            $0.command = "* 4 EXISTS\r\n$ NO [SERVERBUG] later"
        },
        Refusal("BYE as a greeting", .closed, "BYE too many connections") {
            $0.greeting = .part("* BYE too many connections")
        },
        Refusal("BYE instead of an answer", .closed, "BYE going down") { $0.command = .part("* BYE going down") },
    ]

    @Test("the server's no is an answer", arguments: refusals)
    func refusal(_ refusal: Refusal) async throws {
        let server = try ScriptedServer(refusal.script)
        let result = await withClient { await $0.send(MailboxRequest.asking(server.mailboxURL)) }
        #expect(result.outcome == refusal.outcome)
        #expect(result.said == refusal.reason)
    }

    struct Fault: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let expected: TransportError
        let script: MailboxScript

        init(_ name: String, _ expected: TransportError, _ change: (inout MailboxScript) -> Void) {
            (testDescription, self.expected) = (name, expected)
            var script = MailboxScript()
            change(&script)
            self.script = script
        }
    }

    static let faults: [Fault] = [
        Fault("closed without a greeting", .connectionLost(sent: false)) { $0.greeting = .close },
        Fault("no greeting", .timedOut(sent: false)) { $0.greeting = .wait },
        Fault("another protocol's greeting, then closed", .invalidReply(sent: false)) {
            $0.greeting = .part("220 mail.example ESMTP")
        },
        Fault("no way to sign in", .noSignIn) {
            $0.capability = "* CAPABILITY IMAP4rev1 LOGINDISABLED AUTH=GSSAPI\r\n$ OK done"
        },
        Fault("closed before it let in", .connectionLost(sent: false)) { $0.signIn = .close },
        Fault("no answer to signing in", .timedOut(sent: false)) { $0.signIn = .wait },
        Fault("closed within the answer", .connectionLost(sent: true)) {
            $0.command = .part("* 3 FETCH (UID 12 BODY[] {100}\r\nSubject: x")
        },
        Fault("no end of the answer", .timedOut(sent: true)) { $0.command = "* SEARCH 12" },
    ]

    @Test("a faulty server", arguments: faults)
    func faulty(_ fault: Fault) async throws {
        let server = try ScriptedServer(fault.script)
        let isPatient = fault.testDescription.hasPrefix("no ")
        let request = MailboxRequest.asking(server.mailboxURL, total: .seconds(isPatient ? 3 : 60))
        let error = await withClient { await $0.send(request) }.error
        #expect(error == fault.expected)
        #expect(server.connectionCount == 1)
    }

    @Test("a server that says nothing to LOGOUT has answered all the same")
    func silentAtTheEnd() async throws {
        for script in [MailboxScript(logout: .wait), MailboxScript(signIn: "$ NO no", logout: .wait)] {
            let server = try ScriptedServer(script)
            let result = await withClient {
                await $0.send(MailboxRequest.asking(server.mailboxURL, total: .seconds(60)))
            }
            #expect(result.outcome != nil)
        }
    }

    @Test(
        "without STARTTLS, or when it is refused, a server does not hear the password",
        arguments: ["AUTH=PLAIN", "STARTTLS AUTH=PLAIN"])
    func withoutTLS(capability: String) async throws {
        let ended = AsyncStream<Void>.makeStream()
        let script = MailboxScript(capability: .say("* CAPABILITY IMAP4rev1 \(capability)\r\n$ OK done"))
        let server = try ScriptedServer { connection in
            script.play(connection)
            ended.continuation.yield()
        }
        var request = MailboxRequest.asking(server.mailboxURL)
        request.requiresTLS = true
        let result = await withClient { [request] in await $0.send(request) }
        guard case .tls(let reason) = result.error else { throw result.error ?? TransportError.noSignIn }
        #expect(reason.contains("STARTTLS"))
        _ = await ended.stream.first { _ in true }
        #expect(!server.commands.contains { $0.hasPrefix("AUTH") || $0.hasPrefix("LOGIN") })
    }

    @Test("a server that lets in whoever comes, before TLS, hears nothing either")
    func preAuthenticated() async throws {
        let server = try ScriptedServer(MailboxScript(greeting: "* PREAUTH welcome"))
        var request = MailboxRequest.asking(server.mailboxURL)
        request.requiresTLS = true
        let error = await withClient { [request] in await $0.send(request) }.error
        guard case .tls = error else { throw error ?? TransportError.noSignIn }
        #expect(!server.commands.contains { $0.hasPrefix("SELECT") })
    }

    @Test(
        "imaps:// trusts no unknown authority and no other host's certificate",
        .enabled(if: TLSPeer.isAvailable, "the peer is openssl s_server"))
    func certificates() async throws {
        let peer = try TLSPeer()
        await withClient { client in
            var request = MailboxRequest.asking("imaps://localhost:\(peer.port)")
            guard case .tls = await client.send(request).error else {
                Issue.record("an unknown authority was trusted")
                return
            }
            request.server = "imaps://127.0.0.1:\(peer.port)"
            request.certificateAuthorityFile = peer.authorityFile
            #expect(await client.send(request).error == .tls("the certificate belongs to another host"))
        }
    }

    @Test(
        "an address that is no mailbox's is refused at once",
        arguments: [
            ("", TransportError.invalidURL), ("mail.example.com", .invalidURL),
            ("http://host/", .unsupportedProtocol), ("imap://host:99999", .invalidURL),
            ("smtp://host", .unsupportedProtocol),
        ])
    func unusable(url: String, expected: TransportError) async {
        #expect(await withClient { await $0.send(MailboxRequest.asking(url)) }.error == expected)
    }

    @Test("shutting down ends a dialogue, and begins none after")
    func shutDown() async throws {
        let isReading = AsyncStream<Void>.makeStream()
        let server = try ScriptedServer { connection in
            isReading.continuation.yield()
            connection.waitForClose()
        }
        let client = CurlClient()
        let task = Task { await client.send(MailboxRequest.asking(server.mailboxURL)) }
        _ = await isReading.stream.first { _ in true }
        await client.shutDown()
        #expect(await task.value.error == .cancelled(sent: false))
        #expect(await client.send(MailboxRequest.asking(server.mailboxURL)).error == .cancelled(sent: false))
        #expect(server.connectionCount == 1)
    }
}
