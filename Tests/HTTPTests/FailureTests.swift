import Glibc
import HTTP
import Testing

@Suite("Failures, and whether the request may have arrived")
struct FailureTests {
    /// What a server does to a connection, and what the caller is told.
    struct Fault: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let expected: TransportError
        let script: @Sendable (ScriptedConnection) -> Void

        init(_ name: String, _ expected: TransportError, _ script: @escaping @Sendable (ScriptedConnection) -> Void) {
            testDescription = name
            self.expected = expected
            self.script = script
        }
    }

    static let faults: [Fault] = [
        Fault("reset after the request", .connectionLost(sent: true)) {
            _ = $0.readRequest()
            $0.reset()
        },
        Fault("closed after the request without an answer", .connectionLost(sent: true)) { _ = $0.readRequest() },
        Fault("closed in the status line", .connectionLost(sent: true)) {
            _ = $0.readRequest()
            $0.send("HTTP/1.")
        },
        Fault("closed in the header", .connectionLost(sent: true)) {
            _ = $0.readRequest()
            $0.send("HTTP/1.1 200 OK\r\nContent-Le")
        },
        Fault("closed in the body", .connectionLost(sent: true)) {
            _ = $0.readRequest()
            $0.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
        },
        Fault("reset in the body", .connectionLost(sent: true)) {
            _ = $0.readRequest()
            $0.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
            $0.reset()
        },
        Fault("closed in a chunk", .connectionLost(sent: true)) {
            _ = $0.readRequest()
            $0.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nhalf")
        },
        Fault("no answer", .timedOut(sent: true)) {
            _ = $0.readRequest()
            $0.waitForClose()
        },
        Fault("half-open: it reads no more and says no more", .timedOut(sent: true)) { $0.waitForClose() },
        Fault("silence within the body", .timedOut(sent: true)) {
            _ = $0.readRequest()
            $0.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\no")
            $0.waitForClose()
        },
        Fault("another protocol's greeting", .invalidResponse) {
            $0.send("220 mail.example ESMTP\r\n")
            $0.waitForClose()
        },
        Fault("headers without end", .responseTooLarge) {
            _ = $0.readRequest()
            $0.send("HTTP/1.1 200 OK\r\n")
            while $0.send("X-Filler: 0123456789012345678901234567890123456789\r\n") {}
        },
    ]

    @Test("a faulty server", arguments: faults)
    func faulty(_ fault: Fault) async throws {
        let server = try ScriptedServer(fault.script)
        // Long enough for a busy machine to send the request.
        let total: Duration = .seconds(fault.expected == .timedOut(sent: true) ? 4 : 60)
        let result = await withClient { await $0.send(.post(server.url, total: total)) }
        #expect(result.error == fault.expected)
        #expect(result.error?.mayHaveArrived == true)
        #expect(server.connectionCount == 1)
    }

    @Test("a connection reset before the request was read is a failure, and the request is not sent on another")
    func resetAtOnce() async throws {
        let server = try ScriptedServer { $0.reset() }
        // Whether the request's first bytes or the reset were first, and so what it is called, is the kernel's choice.
        #expect(await withClient { await $0.send(.post(server.url)) }.error != nil)
        #expect(server.connectionCount == 1)
    }

    @Test("a refused connection was not sent")
    func refused() async throws {
        let (descriptor, port) = try ScriptedServer.bind()
        defer { close(descriptor) }
        let error = await withClient { await $0.send(.post("http://127.0.0.1:\(port)/")) }.error
        #expect(error == .cannotConnect)
        #expect(error?.mayHaveArrived == false)
    }

    @Test("a server that takes no more connections times out unsent, by the time-out for connecting")
    func unreachable() async throws {
        let (descriptor, port) = try ScriptedServer.bind()
        defer { close(descriptor) }
        listen(descriptor, 0)
        // The kernel completes one connection for a queue of none, and drops the next ones' first packet.
        let fillers = (0..<2).map { _ in Self.beginConnection(to: port) }
        defer { fillers.forEach { close($0) } }
        let request = HTTPRequest.put("http://127.0.0.1:\(port)/", connect: .milliseconds(200))
        let error = await withClient { await $0.send(request) }.error
        #expect(error == .timedOut(sent: false))
        #expect(error?.mayHaveArrived == false)
    }

    @Test(
        "a host without an address is named",
        arguments: ["nowhere.invalid", String(repeating: "a", count: 64) + ".invalid"])
    func unknownHost(host: String) async {
        let error = await withClient { await $0.send(.post("http://user:pw@\(host)/secret?token=secret")) }.error
        #expect(error == .cannotResolve(host))
        #expect(error?.mayHaveArrived == false)
        #expect(error?.description.contains("secret") == false)
        #expect(error?.description.contains("pw") == false)
    }

    @Test(
        "an address that cannot be used is refused at once",
        arguments: [
            ("", TransportError.invalidURL), ("not a url", .invalidURL), ("/path", .invalidURL),
            ("http://", .invalidURL), ("http://host:99999/", .invalidURL), ("http://host/\r\nX: y", .invalidURL),
            ("http://host/\0", .invalidURL), ("ftp://host/", .unsupportedProtocol),
            ("file:///etc/passwd", .unsupportedProtocol), ("gopher://host/", .unsupportedProtocol),
            ("smtp://host/", .unsupportedProtocol),
        ])
    func unusable(url: String, expected: TransportError) async {
        let error = await withClient { await $0.send(.post(url)) }.error
        #expect(error == expected)
        #expect(error?.mayHaveArrived == false)
    }

    @Test("a transfer that stalls ends before its total time")
    func stall() async throws {
        let server = try ScriptedServer { connection in
            _ = connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\no")
            connection.waitForClose()
        }
        var request = HTTPRequest.post(server.url)
        request.timeouts = .init(total: .seconds(600), stall: .seconds(1))
        let error = await withClient { [request] in await $0.send(request) }.error
        #expect(error == .timedOut(sent: true))
    }

    private static func beginConnection(to port: UInt16) -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        address.sin_port = port.bigEndian
        withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        return descriptor
    }
}
