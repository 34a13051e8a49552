import HTTP
import Testing

@Suite("Many requests at once")
struct BatchTests {
    private typealias Answers = [Int: Result<HTTPResponse, TransportError>]

    /// Hands the requests over and awaits all answers.
    private func send(
        _ requests: [HTTPRequest], by client: CurlClient, _ meanwhile: () async -> Void = {}
    ) async -> Answers {
        let (came, arrive) = AsyncStream<[BatchAnswer]>.makeStream()
        client.send(requests.count, { requests[$0] }) { arrive.yield($0) }
        await meanwhile()
        var answers: Answers = [:]
        for await some in came {
            for (index, result) in some {
                #expect(answers.updateValue(result, forKey: index) == nil, "\(index) came twice")
            }
            if answers.count == requests.count { arrive.finish() }
        }
        return answers
    }

    @Test("each answer comes back once, to its own request")
    func matched() async throws {
        let server = try ScriptedServer(echo)
        await withClient(.init(maximumConnections: 8)) { client in
            let answers = await send((0..<100).map { .post(server.url, "\($0)") }, by: client)
            for (index, result) in answers { #expect(result.response?.text == "\(index)") }
        }
        #expect(server.requests.count == 100)
    }

    @Test("one that cannot be sent takes nothing from the others")
    func refused() async throws {
        let server = try ScriptedServer(answering: okAnswer)
        await withClient { client in
            let answers = await send([.post("ftp://host/"), .post(server.url), .post("no address")], by: client)
            #expect(answers[0]?.error == .unsupportedProtocol)
            #expect(answers[1]?.response?.text == "ok")
            #expect(answers[2]?.error?.mayHaveArrived == false)
        }
    }

    @Test("shutting down answers what is under way, what waits and what comes later")
    func shutDown() async throws {
        let taken = AsyncStream<Void>.makeStream()
        let server = try ScriptedServer { connection in
            while connection.readRequest() != nil { taken.continuation.yield() }
        }
        let client = CurlClient(configuration: .init(maximumConnections: 1))
        // A busy machine may take long to come here.
        let patient = HTTPRequest.post(server.url, total: .seconds(600))
        let answers = await send([patient, patient], by: client) {
            _ = await taken.stream.first { _ in true }
            await client.shutDown()
        }
        #expect(answers[0]?.error == .cancelled(sent: true))
        #expect(answers[1]?.error == .cancelled(sent: false))
        #expect(await send([.post(server.url)], by: client)[0]?.error == .cancelled(sent: false))
    }
}
