import HTTP
import Testing

@Suite("TLS")
struct TLSTests {
    private static let needsOpenSSL = ConditionTrait.enabled(if: TLSPeer.isAvailable, "the peer is openssl s_server")

    private func request(_ url: String, authority: String?) -> HTTPRequest {
        HTTPRequest(method: .post, url: url, certificateAuthorityFile: authority)
    }

    @Test("a private authority is trusted when its file is given, and only then", Self.needsOpenSSL)
    func privateAuthority() async throws {
        let peer = try TLSPeer()
        let url = "https://localhost:\(peer.port)/"
        try await withClient { client in
            let response = try await client.send(request(url, authority: peer.authorityFile)).get()
            #expect(response.status == 200)
            let error = await client.send(request(url, authority: nil)).error
            let reason = "the certificate's authority is not trusted here, or the server does not send the whole chain"
            #expect(error == .tls(reason))
            #expect(error?.mayHaveArrived == false)
        }
    }

    @Test("a certificate for another host is refused", Self.needsOpenSSL)
    func otherHost() async throws {
        let peer = try TLSPeer()
        let error = await withClient {
            await $0.send(request("https://127.0.0.1:\(peer.port)/", authority: peer.authorityFile))
        }.error
        #expect(error == .tls("the certificate belongs to another host"))
    }

    @Test("TLS older than 1.2 is refused", Self.needsOpenSSL)
    func oldVersion() async throws {
        let peer = try TLSPeer(["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"])
        let error = await withClient {
            await $0.send(request("https://localhost:\(peer.port)/", authority: peer.authorityFile))
        }.error
        #expect(error == .tls("the handshake failed: check that the port speaks TLS 1.2 or later"))
    }

    @Test("a file of authorities that is not there is told")
    func missingFile() async throws {
        let server = try ScriptedServer { $0.waitForClose() }
        let error = await withClient {
            await $0.send(request("https://127.0.0.1:\(server.port)/", authority: "/nonexistent.pem"))
        }.error
        #expect(error == .tls("the file of certificate authorities cannot be read"))
        #expect(error?.mayHaveArrived == false)
    }

    @Test("a server that speaks no TLS gets nothing of the request")
    func plainServer() async throws {
        let server = try ScriptedServer { connection in
            _ = connection.read(1)
            connection.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
            connection.waitForClose()
        }
        let error = await withClient {
            await $0.send(request("https://127.0.0.1:\(server.port)/", authority: nil))
        }.error
        #expect(error == .tls("the handshake failed: check that the port speaks TLS 1.2 or later"))
        #expect(error?.mayHaveArrived == false)
    }

    @Test("a server that closes during the handshake gets nothing of the request")
    func closedInHandshake() async throws {
        let server = try ScriptedServer { _ = $0.read(1) }
        let error = await withClient {
            await $0.send(request("https://127.0.0.1:\(server.port)/", authority: nil))
        }.error
        #expect(error?.mayHaveArrived == false)
    }
}
