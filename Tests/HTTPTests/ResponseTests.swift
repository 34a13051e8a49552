import HTTP
import Testing

@Suite("Responses")
struct ResponseTests {
    @Test(
        "an answer arrives as it was sent, whatever its status",
        arguments: [
            (answer: "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", status: 200, body: "ok"),
            (answer: "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n", status: 201, body: ""),
            (answer: "HTTP/1.1 204 No Content\r\n\r\n", status: 204, body: ""),
            (answer: "HTTP/1.1 304 Not Modified\r\n\r\n", status: 304, body: ""),
            (answer: "HTTP/1.1 400 Bad Request\r\nContent-Length: 8\r\n\r\nno_valid", status: 400, body: "no_valid"),
            (answer: "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", status: 404, body: ""),
            (answer: "HTTP/1.1 503 \r\nContent-Length: 4\r\n\r\nbusy", status: 503, body: "busy"),
            (answer: "HTTP/1.0 200 OK\r\nConnection: close\r\n\r\nto the end", status: 200, body: "to the end"),
            (
                answer: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nX-Trailer: no\r\n\r\n",
                status: 200, body: "abcde"
            ),
            (
                answer: "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n!",
                status: 200, body: "!"
            ),
        ])
    func answers(answer: String, status: Int, body: String) async throws {
        let server = try ScriptedServer { connection in
            _ = connection.readRequest()
            connection.send(answer)
        }
        let response = try await withClient { await $0.send(.post(server.url)) }.get()
        #expect(response.status == status)
        #expect(response.text == body)
        #expect(!response.bodyTruncated)
        #expect(!response.headers.contains("Link"))
        #expect(!response.headers.contains("X-Trailer"))
    }

    @Test("a 429 keeps its headers, in their order and without the blanks around them")
    func headers() async throws {
        let server = try ScriptedServer(
            answering: """
                HTTP/1.1 429 Too Many Requests\r
                Retry-After: 1.5\r
                X-Limit: a\r
                x-limit:b  \r
                X-Empty:\r
                X-Folded: one\r
                  two\r
                Content-Length: 0\r
                \r

                """)
        let response = try await withClient { await $0.send(.post(server.url)) }.get()
        #expect(response.status == 429)
        #expect(
            response.headers.map { "\($0.name): \($0.value)" } == [
                "Retry-After: 1.5", "X-Limit: a", "x-limit: b", "X-Empty: ", "X-Folded: one two", "Content-Length: 0",
            ])
    }

    @Test("a redirect to another host is an answer and is not followed", arguments: [301, 302, 303, 307, 308])
    func redirect(status: Int) async throws {
        let other = try ScriptedServer(answering: okAnswer)
        let server = try ScriptedServer(
            answering: "HTTP/1.1 \(status) Moved\r\nLocation: \(other.url)\r\nContent-Length: 0\r\n\r\n")
        let response = try await withClient { await $0.send(.post(server.url)) }.get()
        #expect(response.status == status)
        #expect(response.headers.first { $0.name == "Location" }?.value == other.url)
        #expect(other.connectionCount == 0)
    }

    @Test(
        "of a body without end only what the request allows is read, and the connection is closed",
        arguments: ["Content-Length: 1073741824\r\n\r\n", "Connection: close\r\n\r\n"])
    func longBody(head: String) async throws {
        let ended = AsyncStream<Int>.makeStream()
        let server = try ScriptedServer { connection in
            _ = connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\n" + head)
            let block = [UInt8](repeating: UInt8(ascii: "a"), count: 65_536)
            var count = 0
            while count < 1 << 30, connection.send(block) { count += block.count }
            ended.continuation.yield(count)
        }
        let response = try await withClient { await $0.send(.post(server.url)) }.get()
        #expect(response.status == 200)
        #expect(response.body.count == 65_536)
        #expect(response.bodyTruncated)
        let count = try #require(await ended.stream.first { _ in true })
        #expect(count < 1 << 26)
    }

    @Test(
        "a body of exactly the maximum is whole",
        arguments: [(limit: 10, cut: false), (limit: 9, cut: true), (limit: 0, cut: true)])
    func limit(limit: Int, cut: Bool) async throws {
        let server = try ScriptedServer(answering: "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789")
        var request = HTTPRequest.post(server.url)
        request.maximumResponseBytes = limit
        let response = try await withClient { [request] in await $0.send(request) }.get()
        #expect(response.text == String("0123456789".prefix(limit)))
        #expect(response.bodyTruncated == cut)
    }

    @Test("an answer that comes byte by byte is read")
    func slowBytes() async throws {
        let server = try ScriptedServer { connection in
            _ = connection.readRequest()
            for byte in okAnswer.utf8 { connection.send([byte]) }
        }
        let response = try await withClient { await $0.send(.post(server.url)) }.get()
        #expect(response.text == "ok")
    }
}
