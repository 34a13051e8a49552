import Glibc
import HTTP
import Testing

@Suite("Requests on the wire")
struct RequestTests {
    @Test(
        "method, path, body and length go out as given",
        arguments: [
            (HTTPRequest.Method.post, 0), (.post, 5), (.post, 200_000), (.put, 0), (.put, 5),
        ])
    func message(method: HTTPRequest.Method, bytes: Int) async throws {
        let server = try ScriptedServer(answering: okAnswer)
        let body = (0..<bytes).map { UInt8(truncatingIfNeeded: $0) }
        let request = HTTPRequest(method: method, url: server.url + "a/b?c=%20d", body: body)
        let response = try await withClient { await $0.send(request) }.get()
        #expect(response.status == 200)
        let seen = try #require(server.requests.first)
        #expect(seen.startLine == "\(method.rawValue) /a/b?c=%20d HTTP/1.1")
        #expect(seen.header("Content-Length") == "\(bytes)")
        #expect(seen.body == body)
        #expect(seen.header("Expect") == nil)
        #expect(seen.header("Transfer-Encoding") == nil)
        #expect(seen.header("Content-Type") == nil)
        #expect(seen.header("Accept-Encoding") == nil)
    }

    @Test("headers go out in order, with the client's name, and empty values stay")
    func headers() async throws {
        let server = try ScriptedServer(answering: okAnswer)
        let request = HTTPRequest(
            method: .post, url: server.url,
            headers: [
                "Content-Type": "application/json", "X-A": "one", "X-A": "zwölf\tü", "X-Empty": "",
                "Authorization": "Bearer t",
            ],
            body: Array("{}".utf8))
        _ = try await withClient(.init(userAgent: "coachd/1")) { await $0.send(request) }.get()
        let seen = try #require(server.requests.first)
        #expect(seen.headerLines.filter { $0.hasPrefix("X-") } == ["X-A: one", "X-A: zwölf\tü", "X-Empty:"])
        #expect(seen.header("Content-Type") == "application/json")
        #expect(seen.header("User-Agent") == "coachd/1")
        #expect(seen.header("Authorization") == "Bearer t")
    }

    @Test(
        "a header that would change the message is refused before anything is sent",
        arguments: [
            ("X-Note", "a\r\nX-Evil: b"), ("X-Note", "a\nb"), ("X-Note", "a\rb"), ("X-Note", "a\0b"),
            ("X-Note", "\u{7F}"), ("X Note", "a"), ("X:Note", "a"), ("", "a"), ("X\r\nEvil", "a"),
            ("Ünicode", "a"), ("content-length", "5"), ("Transfer-Encoding", "chunked"), ("Expect", "100-continue"),
        ])
    func refusedHeader(name: String, value: String) async throws {
        let server = try ScriptedServer(answering: okAnswer)
        let request = HTTPRequest(method: .post, url: server.url, headers: [(name, value)])
        let error = try #require(await withClient { await $0.send(request) }.error)
        guard case .invalidHeader = error else {
            Issue.record("\(error)")
            return
        }
        #expect(!error.mayHaveArrived)
        #expect(!error.description.contains { $0.isNewline })
        #expect(server.connectionCount == 0)
    }

    @Test(
        "nothing of one request stays for the next on the same handle, whatever became of it",
        arguments: [HTTPRequest.Method.post, .put], [200, 401, 503])
    func freshStart(method: HTTPRequest.Method, status: Int) async throws {
        let server = try ScriptedServer { connection in
            while let request = connection.readRequest() {
                // The first of each pair is answered so.
                let given = request.header("X-Secret") == nil ? 200 : status
                connection.send("HTTP/1.1 \(given) X\r\nX-Answer: \(given)\r\nContent-Length: 2\r\n\r\nok")
            }
        }
        let full = HTTPRequest(
            method: method, url: "http://me:pw@127.0.0.1:\(server.port)/a",
            headers: ["X-Secret": "s", "Content-Type": "text/plain"], body: Array("a long body".utf8))
        let plain: [HTTPRequest] = [.put(server.url), .post(server.url, ""), .post(server.url, "short")]
        try await withClient(.init(maximumConnections: 1)) { client in
            for request in plain {
                let answer = try await client.send(full).get()
                #expect(answer.status == status)
                let next = try await client.send(request).get()
                #expect(next.status == 200)
                #expect(next.text == "ok")
                #expect(next.headers.filter { $0.name == "X-Answer" }.map(\.value) == ["200"])
            }
        }
        for pair in 0..<3 {
            let (first, next) = (server.requests[2 * pair], server.requests[2 * pair + 1])
            // Whatever was sent or answered before.
            #expect(first.header("Authorization") != nil)
            #expect(first.body == full.body)
            #expect(next.startLine == "\(plain[pair].method.rawValue) / HTTP/1.1")
            #expect(next.body == plain[pair].body)
            #expect(next.header("Content-Length") == "\(plain[pair].body.count)")
            for name in ["X-Secret", "Authorization", "Content-Type"] { #expect(next.header(name) == nil) }
        }
    }

    @Test("a request shows neither address nor headers nor body when printed")
    func description() {
        let request = HTTPRequest(
            method: .post, url: "https://host/secret", headers: ["X": "secret"], body: Array("secret".utf8))
        var dumped = ""
        dump(request, to: &dumped)
        for text in ["\(request)", String(reflecting: request), dumped] {
            #expect(!text.contains("secret"))
        }
    }

    @Test("a proxy is taken from the environment")
    func proxy() async {
        await #expect(processExitsWith: .success) {
            let proxy = try ScriptedServer { connection in
                guard let request = connection.readRequest() else { return }
                connection.send(
                    request.startLine.hasPrefix("CONNECT ") ? "HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n" : okAnswer)
            }
            setenv("http_proxy", proxy.url, 1)
            setenv("https_proxy", proxy.url, 1)
            unsetenv("no_proxy")
            unsetenv("NO_PROXY")
            try await withClient { client in
                let response = try await client.send(.post("http://inside.invalid/x")).get()
                #expect(response.text == "ok")
                #expect(proxy.requests.first?.startLine == "POST http://inside.invalid/x HTTP/1.1")
                let error = await client.send(.post("https://inside.invalid/x")).error
                #expect(error == .proxy("it answered 407 to CONNECT"))
                #expect(error?.mayHaveArrived == false)
            }
        }
    }
}
