import HTTP

/// Runs a test with a client of its own and shuts it down after.
func withClient<Value: Sendable>(
    _ configuration: CurlClient.Configuration = .init(), _ body: (CurlClient) async throws -> Value
) async rethrows -> Value {
    var configuration = configuration
    // A busy machine may take long between two requests of a test.
    configuration.maximumIdleSeconds = 600
    let client = CurlClient(configuration: configuration)
    do {
        let value = try await body(client)
        await client.shutDown()
        return value
    } catch {
        await client.shutDown()
        throw error
    }
}

extension HTTPRequest {
    /// Nothing at all, which may be repeated.
    static func put(_ url: String, connect: Duration = .seconds(10)) -> HTTPRequest {
        HTTPRequest(method: .put, url: url, timeouts: .init(total: .seconds(20), connect: connect))
    }

    static func post(_ url: String, _ body: String = "hello", total: Duration = .seconds(20)) -> HTTPRequest {
        HTTPRequest(
            method: .post, url: url, body: Array(body.utf8),
            timeouts: .init(total: total, stall: max(total, .seconds(90))))
    }
}

extension MailRequest {
    /// To a server without TLS.
    static func plain(
        _ server: String, _ message: String = "Subject: hello\r\n\r\nHello.\r\n", total: Duration = .seconds(20)
    ) -> MailRequest {
        MailRequest(
            server: server, requiresTLS: false, sender: "coachd@example.com", recipient: "ana@example.com",
            message: Array(message.utf8), timeouts: .init(total: total, connect: total))
    }
}

extension Result where Success == MailResponse {
    var reply: MailResponse? { try? get() }
}

extension Result where Success == HTTPResponse {
    var response: HTTPResponse? { try? get() }
}

extension Result where Failure == TransportError {
    var error: TransportError? {
        if case .failure(let error) = self { error } else { nil }
    }
}

extension HTTPResponse {
    var text: String { String(decoding: body, as: UTF8.self) }
}

/// Answers each request with its own body.
@Sendable func echo(_ connection: ScriptedConnection) {
    while let request = connection.readRequest() {
        connection.send("HTTP/1.1 200 OK\r\nContent-Length: \(request.body.count)\r\n\r\n")
        connection.send(request.body)
    }
}

let okAnswer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
