import HTTP

/// What a mail server does at each stage of the dialogue about a mailbox (RFC 3501); "$" is the tag of the command. Without a fault it
/// has the mailbox and does nothing to whatever it is told.
struct MailboxScript: Sendable {
    typealias Act = MailScript.Act

    var greeting: Act = "* OK mail.example ready"
    var capability: Act = "* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN AUTH=LOGIN\r\n$ OK done"
    var startTLS: Act = "$ NO not now"
    var signIn: Act = "$ OK welcome"
    var select: Act = "* 3 EXISTS\r\n* OK [UIDVALIDITY 7] valid\r\n* OK [UIDNEXT 13] next\r\n$ OK [READ-WRITE] done"
    var command: Act = "$ OK done"
    var logout: Act = .say("* BYE bye\r\n$ OK done")

    /// Records each command without its tag.
    func play(_ connection: ScriptedConnection) {
        guard connection.perform(greeting) else { return }
        while let line = connection.readLine() {
            let words = line.split(separator: " ", maxSplits: 1).map(String.init)
            guard words.count == 2 else { return }
            connection.recordCommand(words[1])
            guard connection.perform(act(on: words[1]).tagged(words[0])) else { return }
        }
    }

    private func act(on command: String) -> Act {
        switch command.prefix(while: { $0 != " " }) {
        case "CAPABILITY": capability
        case "STARTTLS": startTLS
        case "AUTHENTICATE", "LOGIN": signIn
        case "SELECT": select
        case "LOGOUT": logout
        default: self.command
        }
    }
}

extension MailScript.Act {
    fileprivate func tagged(_ tag: String) -> MailScript.Act {
        switch self {
        case .say(let lines): .say(lines.replacing("$", with: tag))
        case .part(let line): .part(line.replacing("$", with: tag))
        case .close, .reset, .wait: self
        }
    }
}

extension ScriptedServer {
    convenience init(_ mailbox: MailboxScript) throws {
        try self.init { mailbox.play($0) }
    }

    var mailboxURL: String { "imap://127.0.0.1:\(port)" }
}

extension MailboxRequest {
    /// To a server without TLS.
    static func asking(_ server: String, _ command: String = "NOOP", total: Duration = .seconds(20)) -> MailboxRequest {
        MailboxRequest(
            server: server, requiresTLS: false, user: "coachd", password: "pass word", command: command,
            timeouts: .init(total: total, connect: total))
    }
}

extension Result where Success == MailboxResponse {
    var said: String? { (try? get()).map { String(decoding: $0.text, as: UTF8.self) } }
    var outcome: MailboxResponse.Outcome? { try? get().outcome }
}
