import Glibc

/// A request as it came over the wire.
struct RecordedRequest: Sendable {
    let startLine: String
    let headerLines: [String]
    let body: [UInt8]

    func header(_ name: String) -> String? {
        let prefix = name.lowercased() + ":"
        return headerLines.last { $0.lowercased().hasPrefix(prefix) }?
            .dropFirst(prefix.count).drop { $0 == " " }.description
    }
}

/// The server's end of a connection, with blocking calls for a script.
struct ScriptedConnection: Sendable {
    let descriptor: Int32
    let ledger: ScriptedServer.Ledger

    /// Reads a request with its body (by `Content-Length`) and records it; nil at the connection's end.
    func readRequest() -> RecordedRequest? {
        var head: [UInt8] = []
        while !head.suffix(4).elementsEqual("\r\n\r\n".utf8) {
            guard let byte = read(1).first else { return nil }
            head.append(byte)
        }
        let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n").map(String.init)
        var request = RecordedRequest(startLine: lines[0], headerLines: Array(lines.dropFirst()), body: [])
        let length = request.header("Content-Length").flatMap(Int.init) ?? 0
        var body: [UInt8] = []
        while body.count < length {
            let bytes = read(length - body.count)
            if bytes.isEmpty { return nil }
            body += bytes
        }
        request = RecordedRequest(startLine: request.startLine, headerLines: request.headerLines, body: body)
        ledger.record(request)
        return request
    }

    /// At most so many bytes; empty at the connection's end.
    func read(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, used in
            used = max(0, recv(descriptor, buffer.baseAddress, count, 0))
        }
    }

    /// False when the client has gone.
    @discardableResult
    func send(_ text: String) -> Bool {
        send(Array(text.utf8))
    }

    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard sent > 0 else { return false }
            rest = rest.dropFirst(sent)
        }
        return true
    }

    /// Blocks until the client has closed the connection.
    func waitForClose() {
        while !read(4096).isEmpty {}
    }

    func close() {
        ledger.close(descriptor)
    }

    /// Closes with RST instead of FIN.
    func reset() {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        close()
    }
}
