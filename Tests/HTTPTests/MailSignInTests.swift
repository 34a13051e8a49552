import HTTP
import Testing

@Suite("Signing in to a mail server, and its TLS")
struct MailSignInTests {
    private func mail(_ server: String, requiresTLS: Bool, authority: String? = nil) -> MailRequest {
        var mail = MailRequest.plain(server)
        (mail.user, mail.password) = ("coachd", "pass word")
        mail.requiresTLS = requiresTLS
        mail.certificateAuthorityFile = authority
        return mail
    }

    /// A server, and the end of its first dialogue.
    private func server(_ script: MailScript) throws -> (server: ScriptedServer, ended: AsyncStream<Void>) {
        let ended = AsyncStream<Void>.makeStream()
        let server = try ScriptedServer { connection in
            script.play(connection)
            ended.continuation.yield()
        }
        return (server, ended.stream)
    }

    @Test("a user signs in before the mail")
    func signsIn() async throws {
        let server = try ScriptedServer(MailScript())
        let result = await withClient { await $0.send(mail(server.mailURL, requiresTLS: false)) }
        #expect(result.reply?.code == 250)
        // "\0coachd\0pass word"
        #expect(server.commands.prefix(3).dropFirst() == ["AUTH PLAIN", "AGNvYWNoZABwYXNzIHdvcmQ="])
    }

    @Test("a server with no way to sign in that the client knows is told")
    func unknownWays() async throws {
        let server = try ScriptedServer(MailScript(hello: "250-mail.example\r\n250 AUTH CRAM-MD5 GSSAPI"))
        let error = await withClient { await $0.send(mail(server.mailURL, requiresTLS: false)) }.error
        #expect(error == .noSignIn)
        #expect(error?.mayHaveArrived == false)
    }

    @Test(
        "without STARTTLS, or when it is refused, a server hears neither password nor mail",
        arguments: [
            "250-mail.example\r\n250 AUTH PLAIN LOGIN", "250-mail.example\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN",
        ])
    func withoutTLS(hello: String) async throws {
        let (server, ended) = try server(MailScript(hello: .say(hello)))
        let result = await withClient { await $0.send(mail(server.mailURL, requiresTLS: true)) }
        if hello.contains("STARTTLS") {
            #expect(result.reply == MailResponse(code: 454, text: "4.7.0 TLS not available"))
        } else {
            guard case .tls(let reason) = result.error else { throw result.error ?? TransportError.noSignIn }
            #expect(reason.contains("STARTTLS"))
        }
        _ = await ended.first { _ in true }
        #expect(!server.commands.contains { $0.hasPrefix("AUTH") || $0.hasPrefix("MAIL") })
    }

    @Test("a server that begins TLS and then speaks on in the clear hears nothing more")
    func brokenTLS() async throws {
        var script = MailScript(hello: "250-mail.example\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN")
        script.startTLS = "220 go ahead\r\n250-mail.example\r\n250 AUTH PLAIN"
        let (server, ended) = try server(script)
        let error = await withClient { await $0.send(mail(server.mailURL, requiresTLS: true)) }.error
        #expect(error != nil)
        #expect(error?.mayHaveArrived == false)
        _ = await ended.first { _ in true }
        #expect(!server.commands.contains { $0.hasPrefix("AUTH") || $0.hasPrefix("MAIL") })
    }

    @Test(
        "smtps:// trusts no unknown authority and no other host's certificate",
        .enabled(if: TLSPeer.isAvailable, "the peer is openssl s_server"))
    func certificates() async throws {
        let peer = try TLSPeer()
        await withClient { client in
            let unknown = await client.send(mail("smtps://localhost:\(peer.port)", requiresTLS: true)).error
            guard case .tls = unknown else {
                Issue.record("\(String(describing: unknown))")
                return
            }
            let url = "smtps://127.0.0.1:\(peer.port)"
            let other = await client.send(mail(url, requiresTLS: true, authority: peer.authorityFile)).error
            #expect(other == .tls("the certificate belongs to another host"))
        }
    }
}
