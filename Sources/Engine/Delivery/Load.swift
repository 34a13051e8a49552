import Chat
import HTTP

/// What leaves for a message.
package enum Load: Sendable {
    case request(HTTPRequest)
    case mail(MailRequest)

    /// Sends it.
    /// - Returns: the answer; of a mail, the status is the code of the server's last reply and the body its text.
    package func send(by transport: any Transport) async -> Result<HTTPResponse, TransportError> {
        switch self {
        case .request(let request): await transport.send(request)
        case .mail(let mail):
            await transport.send(mail).map { HTTPResponse(status: $0.code, body: Array($0.text.utf8)) }
        }
    }
}

extension HTTPRequest {
    /// A platform's request as the client sends it.
    init(_ outgoing: OutgoingRequest, through channel: Channel) {
        self.init(
            method: outgoing.method == .put ? .put : .post, url: outgoing.url.value,
            headers: HTTPHeaders(outgoing.headers.map { ($0.name, $0.value) }), body: outgoing.body,
            timeouts: .init(total: .seconds(channel.timeoutSeconds)),
            certificateAuthorityFile: channel.certificateAuthorityFile)
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
