import HTTP
import Synchronization
import Testing

@Suite("Connections")
struct ConnectionTests {
    @Test("requests one after the other share a connection, also after an error answer")
    func reuse() async throws {
        let server = try ScriptedServer(answering: "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n")
        await withClient { client in
            for number in 0..<20 {
                #expect(await client.send(.post(server.url, "\(number)")).response?.status == 500)
            }
        }
        #expect(server.connectionCount == 1)
        #expect(server.requests.map { String(decoding: $0.body, as: UTF8.self) } == (0..<20).map(String.init))
    }

    @Test("200 requests at once use at most the connections allowed", arguments: [1, 4, 16])
    func parallel(limit: Int) async throws {
        let server = try ScriptedServer(answering: okAnswer)
        let configuration = CurlClient.Configuration(maximumConnections: 100, maximumConnectionsPerHost: limit)
        let answers = await withClient(configuration) { client in
            await withTaskGroup(of: String?.self) { group in
                for number in 0..<200 {
                    group.addTask { await client.send(.post(server.url, "\(number)")).response?.text }
                }
                return await group.reduce(into: [String?]()) { $0.append($1) }
            }
        }
        #expect(answers == Array(repeating: "ok", count: 200))
        #expect(server.connectionCount <= limit)
        #expect(Set(server.requests.map(\.body)).count == 200)
    }

    @Test("each of many answers comes back to its own request")
    func matched() async throws {
        let server = try ScriptedServer(echo)
        await withClient(.init(maximumConnections: 8)) { client in
            await withTaskGroup(of: Void.self) { group in
                for number in 0..<100 {
                    group.addTask {
                        #expect(await client.send(.post(server.url, "\(number)")).response?.text == "\(number)")
                    }
                }
            }
        }
    }

    @Test("a silent server holds up nobody else")
    func isolation() async throws {
        let silent = try ScriptedServer { $0.waitForClose() }
        let server = try ScriptedServer(answering: okAnswer)
        let client = CurlClient(configuration: .init(maximumConnections: 3, maximumConnectionsPerHost: 2))
        try await withThrowingTaskGroup(of: TransportError?.self) { group in
            for _ in 0..<10 { group.addTask { await client.send(.post(silent.url)).error } }
            for _ in 0..<10 { #expect(await client.send(.post(server.url)).response?.text == "ok") }
            await client.shutDown()
            for try await error in group {
                guard case .cancelled = error else {
                    Issue.record("\(String(describing: error))")
                    return
                }
            }
        }
        #expect(silent.connectionCount <= 2)
    }

    @Test("a connection that the server closed while idle is not used again")
    func closedWhileIdle() async throws {
        let closed = AsyncStream<Void>.makeStream()
        let server = try ScriptedServer { connection in
            _ = connection.readRequest()
            connection.send(okAnswer)
            connection.close()
            closed.continuation.yield()
        }
        await withClient { client in
            var closings = closed.stream.makeAsyncIterator()
            for _ in 0..<3 {
                #expect(await client.send(.post(server.url)).response?.text == "ok")
                await closings.next()
            }
        }
        #expect(server.connectionCount == 3)
    }

    @Test(
        "a request lost on a kept connection is repeated only where a repeat does no harm",
        arguments: [
            (HTTPRequest.Method.post, "hello", false), (.post, "", false), (.put, "hello", true), (.put, "", true),
        ])
    func lostOnKeptConnection(method: HTTPRequest.Method, body: String, isRepeated: Bool) async throws {
        let connections = Atomic(0)
        let server = try ScriptedServer { connection in
            let isFirst = connections.add(1, ordering: .relaxed).oldValue == 0
            _ = connection.readRequest()
            connection.send(okAnswer)
            // The server takes the second request, may have acted on it, and dies.
            _ = connection.readRequest()
            if !isFirst { connection.send(okAnswer) }
        }
        let request = HTTPRequest(method: method, url: server.url, body: Array(body.utf8))
        try await withClient { client in
            _ = try await client.send(.put(server.url)).get()
            let result = await client.send(request)
            if isRepeated {
                #expect(result.response?.text == "ok")
            } else {
                #expect(result.error == .connectionLost(sent: true))
            }
        }
        #expect(server.requests.count == (isRepeated ? 3 : 2))
    }

    @Test("however many kept connections were lost before, a repeat is sent")
    func lostAgainAndAgain() async throws {
        let server = try ScriptedServer { connection in
            _ = connection.readRequest()
            connection.send(okAnswer)
            _ = connection.readRequest()
        }
        await withClient { client in
            for _ in 0..<10 { #expect(await client.send(.put(server.url)).response?.text == "ok") }
        }
    }
}
