/// What a mail server does at each stage of the dialogue (RFC 5321); without a fault it takes every mail.
struct MailScript: Sendable {
    enum Act: Sendable, ExpressibleByStringLiteral {
        case say(String)
        /// The last line before it closes.
        case part(String)
        case close
        case reset
        /// Says nothing until the client has gone.
        case wait

        init(stringLiteral line: String) { self = .say(line) }
    }

    var greeting: Act = "220 mail.example ESMTP"
    var hello: Act = "250-mail.example\r\n250-SIZE 100000000\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN"
    var startTLS: Act = "454 4.7.0 TLS not available"
    var signIn: Act = "235 2.7.0 welcome"
    var sender: Act = "250 2.1.0 ok"
    var recipient: Act = "250 2.1.5 ok"
    var data: Act = "354 go on"
    /// Before the first line of the message is read.
    var message: Act?
    /// After the dot that ends the message.
    var end: Act = "250 2.0.0 queued as 12"
    var quit: Act = .part("221 2.0.0 bye")

    /// Records each command, and the message as it came over the wire.
    func play(_ connection: ScriptedConnection) {
        guard connection.perform(greeting) else { return }
        while let line = connection.readLine() {
            connection.recordCommand(line)
            if line.hasPrefix("AUTH"), connection.send("334 \r\n"), let answer = connection.readLine() {
                connection.recordCommand(answer)
            }
            guard connection.perform(act(on: line)) else { return }
            guard line == "DATA", case .say(let reply) = data, reply.hasPrefix("354") else { continue }
            if let message, !connection.perform(message) { return }
            guard let text = connection.readMessage() else { return }
            connection.ledger.record(RecordedRequest(startLine: "", headerLines: [], body: text))
            guard connection.perform(end) else { return }
        }
    }

    private func act(on line: String) -> Act {
        switch line.prefix(while: { $0 != " " }) {
        case "EHLO", "HELO": hello
        case "STARTTLS": startTLS
        case "AUTH": signIn
        case "MAIL": sender
        case "RCPT": recipient
        case "DATA": data
        case "QUIT": quit
        default: "502 5.5.1 what?"
        }
    }
}

extension ScriptedServer {
    convenience init(_ mail: MailScript) throws {
        try self.init { mail.play($0) }
    }

    var mailURL: String { "smtp://127.0.0.1:\(port)" }
    /// What the client said but its messages.
    var commands: [String] { requests.map(\.startLine).filter { !$0.isEmpty } }
    /// The messages read to their end, as they came over the wire.
    var messages: [String] {
        requests.filter(\.startLine.isEmpty).map { String(decoding: $0.body, as: UTF8.self) }
    }
}

extension ScriptedConnection {
    /// False where that was the end.
    func perform(_ act: MailScript.Act) -> Bool {
        switch act {
        case .say(let lines): return send(lines + "\r\n")
        case .part(let line):
            send(line + "\r\n")
            close()
        case .close: close()
        case .reset: reset()
        case .wait: waitForClose()
        }
        return false
    }

    func recordCommand(_ line: String) {
        ledger.record(RecordedRequest(startLine: line, headerLines: [], body: []))
    }

    /// Nil at the connection's end.
    func readLine() -> String? {
        var line: [UInt8] = []
        while line.last != UInt8(ascii: "\n") {
            guard let byte = read(1).first else { return nil }
            line.append(byte)
        }
        return String(decoding: line.dropLast(2), as: UTF8.self)
    }

    /// To the line with a dot alone, which is part of it; nil when the connection ends before.
    fileprivate func readMessage() -> [UInt8]? {
        var message = Array("\r\n".utf8)
        while !message.suffix(5).elementsEqual("\r\n.\r\n".utf8) {
            let bytes = read(65_536)
            if bytes.isEmpty { return nil }
            message += bytes
        }
        return Array(message.dropFirst(2))
    }
}
