import Chat
import HTTP
import Testing

/// What a server or the network does to the first request; every later one is answered well.
struct Fault: CustomTestStringConvertible, Sendable {
    enum End: Sendable {
        /// It surely did not arrive, or was refused for now: it goes again, as it is then.
        case again
        /// As again; the server asked for fewer messages.
        case slower
        /// It may have arrived: it goes again as it was.
        case frozen
        case tooLong
        case refused
        /// Refused as every other would be.
        case dead
        case delivered

        var outcome: Postman.Outcome {
            switch self {
            case .again: .init(state: "queued", isFrozen: false, attempts: 1, verdict: "later", told: ["failing"])
            case .slower: .init(state: "queued", isFrozen: false, attempts: 1, verdict: "slower", told: ["failing"])
            case .frozen: .init(state: "queued", isFrozen: true, attempts: 1, verdict: "ambiguous", told: ["failing"])
            case .tooLong: .init(state: "queued", isFrozen: false, attempts: 1, verdict: "too long", told: [])
            case .refused: .init(state: "refused", isFrozen: false, attempts: 1, verdict: "refused", told: ["refused"])
            case .dead:
                .init(
                    state: "refused", isFrozen: false, attempts: 1, verdict: "channel dead",
                    told: ["refused", "opened"])
            case .delivered: .init(state: "delivered", isFrozen: false, attempts: 1, verdict: "delivered", told: [])
            }
        }
    }

    let testDescription: String
    let end: End
    let isSlack: Bool
    /// Seconds that the retry waits at least.
    let wait: Int64
    let script: @Sendable (ScriptedConnection) -> Void

    init(
        _ name: String, _ end: End, slack: Bool = false, wait: Int64 = 1,
        _ script: @escaping @Sendable (ScriptedConnection) -> Void
    ) {
        (testDescription, self.end, isSlack, self.wait, self.script) = (name, end, slack, wait, script)
    }

    /// The answer to a request that was read.
    init(_ status: Int, _ end: End, _ headers: String = "", body: String = "no", slack: Bool = false, wait: Int64 = 1) {
        self.init("\(status) \(headers) \(body)", end, slack: slack, wait: wait) { connection in
            _ = connection.readRequest()
            let length = status == 204 ? "" : "Content-Length: \(body.utf8.count)\r\n"
            connection.send("HTTP/1.1 \(status) X\r\n\(headers)\(length)\r\n\(status == 204 ? "" : body)")
            connection.waitForClose()
        }
    }

    static let connections: [Fault] = [
        Fault("reset within the request", .frozen) {
            _ = $0.read(1)
            $0.reset()
        },
        Fault("reset after the request", .frozen) {
            _ = $0.readRequest()
            $0.reset()
        },
        Fault("closed after the request", .frozen) { _ = $0.readRequest() },
        Fault("reset within the body of the answer", .frozen) {
            _ = $0.readRequest()
            $0.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
            $0.reset()
        },
        Fault("no answer", .frozen) {
            _ = $0.readRequest()
            $0.waitForClose()
        },
        Fault("half-open: it reads nothing and says nothing", .frozen) { $0.waitForClose() },
        Fault("one byte at a time, slower than the time-out", .frozen) { connection in
            _ = connection.readRequest()
            for byte in "HTTP/1.1 200 OK\r\n".utf8 where connection.send([byte]) {
                if connection.waits(milliseconds: 300) { return }
            }
        },
        Fault("no HTTP", .frozen) {
            _ = $0.readRequest()
            $0.send("220 mail.example ESMTP\r\n")
            $0.waitForClose()
        },
        Fault("a gigabyte of an answer: its status counts, the rest is not read", .delivered) { connection in
            _ = connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n")
            let piece = [UInt8](repeating: 0x61, count: 65_536)
            while connection.send(piece) {}
        },
    ]

    static let answers: [Fault] = [
        Fault(204, .delivered), Fault(200, .again, body: "invalid_something", slack: true),
        Fault(204, .frozen, slack: true),
        Fault(301, .dead, "Location: http://other.example/\r\n"), Fault(400, .refused), Fault(401, .dead),
        Fault(403, .dead), Fault(404, .dead, body: "no_service", slack: true), Fault(405, .dead), Fault(408, .again),
        Fault(410, .dead), Fault(413, .tooLong, wait: 0), Fault(422, .refused), Fault(425, .again),
        Fault(429, .slower), Fault(429, .slower, "Retry-After: 90\r\n", wait: 90),
        Fault(429, .slower, "Retry-After: 89.2\r\n", wait: 90),
        Fault(429, .slower, "Retry-After: Mon, 02 Mar 2026 09:01:30 GMT\r\n", wait: 90),
        Fault(429, .slower, "Retry-After: soon\r\n"), Fault(500, .again), Fault(502, .again), Fault(503, .again),
        Fault(503, .again, "Retry-After: 120\r\n", wait: 120), Fault(504, .again),
    ]
}

@Suite("Faults of servers and networks, from the socket to the outbox")
struct FaultTests {
    private func platform(_ url: String, isSlack: Bool) -> any Platform {
        isSlack ? Slack(url: Secret(url)) : StandardWebhook(url: Secret(url), signingSecrets: [])
    }

    @Test(
        "each has its state, its attempt, its word to the operator, and an end",
        arguments: Fault.connections + Fault.answers)
    func fault(_ fault: Fault) async throws {
        let server = try ScriptedServer { connection in
            guard connection.ledger.connectionCount > 1 else { return fault.script(connection) }
            while connection.readRequest() != nil, connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok") {}
        }
        let postman = try Postman(platform(server.url, isSlack: fault.isSlack))
        // A new connection for each request, so that the first one alone meets the fault.
        let first = CurlClient()
        let outcome = try await postman.attempt(by: first)
        await first.shutDown()
        #expect(outcome == fault.end.outcome)
        guard outcome.state == "queued" else { return }
        #expect(try postman.wait() >= fault.wait)
        let second = CurlClient()
        let last = try await postman.attempt(by: second)
        await second.shutDown()
        #expect(last.state == "delivered" && last.attempts == 2 && last.told.isEmpty)
        // What may have arrived came again under its id, byte for byte, where repeats are known by it.
        let received = server.requests
        if fault.end == .frozen, !fault.isSlack, received.count == 2 {
            #expect(received[0].body == received[1].body)
            #expect(received[0].header("webhook-id") == received[1].header("webhook-id"))
        }
    }

    @Test("where nobody listens or the name is unknown, nothing arrived", arguments: [true, false])
    func unreachable(isRefused: Bool) async throws {
        let (descriptor, port) = try ScriptedServer.bind()
        defer { ScriptedConnection.closeSocket(descriptor) }
        let url = isRefused ? "http://127.0.0.1:\(port)/" : "http://nobody.invalid/"
        let client = CurlClient()
        #expect(try await Postman(platform(url, isSlack: true)).attempt(by: client) == Fault.End.again.outcome)
        await client.shutDown()
    }

    @Test(
        "a certificate that is not to be trusted lets nothing of the message out",
        .enabled(if: TLSPeer.isAvailable, "the peer is openssl s_server"),
        arguments: ["another authority", "another name"])
    func certificate(fault: String) async throws {
        let peer = try TLSPeer()
        let host = fault == "another name" ? "127.0.0.1" : "localhost"
        let authority = fault == "another authority" ? nil : peer.authorityFile
        let client = CurlClient()
        let postman = try Postman(platform("https://\(host):\(peer.port)/", isSlack: false), authority: authority)
        #expect(try await postman.attempt(by: client) == Fault.End.again.outcome)
        await client.shutDown()
    }
}
