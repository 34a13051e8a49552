/// Why a request has no answer. `sent` tells whether any byte of the request was handed to the server's connection. No
/// case holds more of the URL than its host.
package enum TransportError: Error, Hashable, Sendable {
    /// Not an absolute URL.
    case invalidURL
    /// A URL with another scheme than `http` or `https`; of a mail server, than `smtp` or `smtps`; of a mailbox, than `imap`
    /// or `imaps`.
    case unsupportedProtocol
    /// The request's header of that name holds a line break or another character that no header may hold, or is the
    /// client's own.
    case invalidHeader(_ name: String)
    /// The mail, or the command to a mailbox, cannot be sent as it is.
    case invalidMail(_ reason: String)
    /// The host has no address, or the resolver cannot be reached.
    case cannotResolve(_ host: String)
    /// Refused, unreachable, or out of descriptors.
    case cannotConnect
    /// Not even begun, for want of file descriptors or memory.
    case cannotBegin
    /// The proxy named in the environment cannot be found or does not pass the request on.
    case proxy(_ reason: String)
    /// No trusted TLS connection: never worked around.
    case tls(_ reason: String)
    case timedOut(sent: Bool)
    /// Closed or reset before the answer was complete.
    case connectionLost(sent: Bool)
    /// The header fields of the answer exceed what the client reads (64 kB). A long body is no error: it is truncated.
    case responseTooLarge
    /// What came back is not HTTP.
    case invalidResponse
    /// What a mail server sent is no reply of SMTP or IMAP, or none that belongs here. `sent` tells whether it may have read the
    /// whole mail, as it does in each case of a mail.
    case invalidReply(sent: Bool)
    /// The mail server knows none of the client's ways to sign in (PLAIN, LOGIN).
    case noSignIn
    /// The task was cancelled or the client shut down.
    case cancelled(sent: Bool)
    /// Anything else, with libcurl's error number (libcurl-errors(3)).
    case other(code: Int, sent: Bool)

    /// The request may have reached the server, so that sending it again may be a repeat.
    package var mayHaveArrived: Bool {
        switch self {
        case .invalidURL, .unsupportedProtocol, .invalidHeader, .invalidMail, .cannotResolve, .cannotConnect,
            .cannotBegin, .proxy,
            .tls, .noSignIn:
            false
        case .responseTooLarge, .invalidResponse: true
        case .timedOut(let sent), .connectionLost(let sent), .invalidReply(let sent), .cancelled(let sent),
            .other(_, let sent):
            sent
        }
    }
}

extension TransportError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .invalidURL: "the address is not a valid URL"
        case .unsupportedProtocol:
            "the address must begin with https:// or http://, a mail server's with smtps:// or smtp://, a mailbox's with "
                + "imaps:// or imap://"
        case .invalidHeader(let name): "the header \(name) cannot be sent: a forbidden character, or the client's own"
        case .invalidMail(let reason): "the mail cannot be sent: \(reason)"
        case .cannotResolve(let host): "no address was found for \(host): check the name and the resolver"
        case .cannotConnect: "no connection: refused or unreachable; check the address and the firewall"
        case .cannotBegin:
            "the request was not begun for want of file descriptors or memory: raise the limit (ulimit -n, LimitNOFILE=)"
        case .proxy(let reason): "the proxy from the environment does not pass the request on: \(reason)"
        case .tls(let reason): "no trusted TLS connection: \(reason)"
        case .timedOut(let sent): "no complete answer in time, \(Self.words(sent))"
        case .connectionLost(let sent): "the connection was lost, \(Self.words(sent))"
        case .responseTooLarge: "the header of the answer is too large"
        case .invalidResponse: "the answer is not HTTP: check the address and the port"
        case .invalidReply(let sent):
            "the answer is no mail server's: check the server and the port, \(Self.words(sent))"
        case .noSignIn:
            "the mail server offers no sign-in by PLAIN or LOGIN: check the port, and that sign-in is allowed"
        case .cancelled(let sent): "cancelled, \(Self.words(sent))"
        case .other(let code, let sent): "libcurl error \(code), \(Self.words(sent))"
        }
    }

    private static func words(_ sent: Bool) -> String {
        sent ? "the request may have arrived" : "the request was not sent"
    }
}
