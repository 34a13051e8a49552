import Chat
import HTTP

/// What leaves for a message.
package enum Load: Sendable {
    case request(OutgoingRequest)
    case mail(MailRequest)

    var request: OutgoingRequest? { if case .request(let request) = self { request } else { nil } }
    var mail: MailRequest? { if case .mail(let mail) = self { mail } else { nil } }
}

extension Transport {
    /// Sends a mail.
    /// - Returns: the answer as one to a request: the status is the code of the server's last reply, the body its text.
    func answer(to mail: MailRequest) async -> Result<HTTPResponse, TransportError> {
        await send(mail).map { HTTPResponse(status: $0.code, body: Array($0.text.utf8)) }
    }

    /// Sends a command to a mailbox.
    /// - Returns: the answer as one to a request, see `Email.heard`.
    func answer(to command: MailboxRequest) async -> Result<HTTPResponse, TransportError> {
        await send(command).map { HTTPResponse(status: $0.outcome.status, body: $0.text) }
    }
}

extension HTTPRequest {
    /// A platform's request as the client sends it.
    package init(_ outgoing: OutgoingRequest, through channel: Channel) {
        self.init(
            method: Method(outgoing.method), url: outgoing.url.value,
            headers: HTTPHeaders(outgoing.headers.map { .init(name: $0.name, value: $0.value) }), body: outgoing.body,
            timeouts: .init(total: .seconds(channel.timeoutSeconds)),
            certificateAuthorityFile: channel.certificateAuthorityFile)
    }
}

extension HTTPRequest.Method {
    fileprivate init(_ method: OutgoingRequest.Method) {
        switch method {
        case .get: self = .get
        case .post: self = .post
        case .put: self = .put
        }
    }
}

extension MailRequest {
    /// A mail as the client sends it.
    init(_ outgoing: OutgoingMail, through channel: Channel) {
        // Mail servers let strangers wait for the greeting: connecting has no limit of its own.
        let total: Duration = .seconds(channel.timeoutSeconds)
        self.init(
            server: outgoing.server, requiresTLS: outgoing.requiresTLS, user: outgoing.user,
            password: outgoing.password?.value, sender: outgoing.sender.description,
            recipient: outgoing.recipient.description, message: outgoing.message,
            timeouts: .init(total: total, connect: total),
            certificateAuthorityFile: channel.certificateAuthorityFile)
    }
}

extension MailboxRequest {
    /// A command as the client sends it.
    init(_ outgoing: MailboxCommand, through channel: Channel) {
        let total: Duration = .seconds(channel.timeoutSeconds)
        self.init(
            server: outgoing.server, requiresTLS: outgoing.requiresTLS, user: outgoing.user,
            password: outgoing.password?.value, mailbox: outgoing.mailbox, command: outgoing.command,
            timeouts: .init(total: total, connect: total),
            certificateAuthorityFile: channel.certificateAuthorityFile)
    }
}

extension MailboxResponse.Outcome {
    fileprivate var status: Int {
        switch self {
        case .done: 200
        case .refused: 400
        case .denied: 401
        case .closed: 503
        }
    }
}
