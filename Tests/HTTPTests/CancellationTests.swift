import HTTP
import Testing

@Suite("Cancellation and shutting down")
struct CancellationTests {
    /// Takes requests, tells of each, and answers none.
    private static func holdingServer() throws -> (server: ScriptedServer, taken: AsyncStream<Void>) {
        let taken = AsyncStream<Void>.makeStream()
        let server = try ScriptedServer { connection in
            while connection.readRequest() != nil { taken.continuation.yield() }
        }
        return (server, taken.stream)
    }

    @Test("cancelling the task ends a transfer under way, which may have arrived")
    func underWay() async throws {
        let (server, taken) = try Self.holdingServer()
        await withClient { client in
            let task = Task { await client.send(.post(server.url)) }
            _ = await taken.first { _ in true }
            task.cancel()
            let error = await task.value.error
            #expect(error == .cancelled(sent: true))
            #expect(error?.mayHaveArrived == true)
        }
    }

    @Test("cancelling a request that waits for a connection sends nothing of it, and lets the next have its place")
    func waiting() async throws {
        let (holding, taken) = try Self.holdingServer()
        let server = try ScriptedServer(answering: okAnswer)
        await withClient(.init(maximumConnections: 1)) { client in
            let first = Task { await client.send(.post(holding.url)) }
            _ = await taken.first { _ in true }
            let second = Task { await client.send(.post(server.url, "second")) }
            let third = Task { await client.send(.post(server.url, "third")) }
            second.cancel()
            #expect(await second.value.error == .cancelled(sent: false))
            first.cancel()
            #expect(await first.value.error == .cancelled(sent: true))
            #expect(await third.value.response?.text == "ok")
        }
        #expect(server.requests.map { String(decoding: $0.body, as: UTF8.self) } == ["third"])
    }

    @Test("a cancelled task sends nothing")
    func before() async throws {
        let server = try ScriptedServer(answering: okAnswer)
        await withClient { client in
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return await client.send(.post(server.url))
            }
            #expect(await task.value.error == .cancelled(sent: false))
        }
        #expect(server.connectionCount == 0)
    }

    @Test("shutting down ends what is under way, what waits, and what comes later; twice does no harm")
    func shutDown() async throws {
        let (server, taken) = try Self.holdingServer()
        let client = CurlClient(configuration: .init(maximumConnections: 1))
        let first = Task { await client.send(.post(server.url)) }
        _ = await taken.first { _ in true }
        let second = Task { await client.send(.post(server.url)) }
        await client.shutDown()
        #expect(await first.value.error == .cancelled(sent: true))
        #expect(await second.value.error == .cancelled(sent: false))
        #expect(await client.send(.post(server.url)).error == .cancelled(sent: false))
        await client.shutDown()
        #expect(server.requests.count == 1)
    }

    @Test("a client that was shut down before it was used sends nothing")
    func unused() async throws {
        let server = try ScriptedServer(answering: okAnswer)
        let client = CurlClient()
        await client.shutDown()
        #expect(await client.send(.post(server.url)).error == .cancelled(sent: false))
        #expect(server.connectionCount == 0)
    }

    @Test("a client can be dropped without being shut down")
    func dropped() async throws {
        let server = try ScriptedServer(answering: okAnswer)
        #expect(try await CurlClient().send(.post(server.url)).get().text == "ok")
    }
}
