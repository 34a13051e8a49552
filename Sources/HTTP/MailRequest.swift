/// One mail to one recipient. The user, the password and the message may be secrets: they appear in no description and
/// in no error.
package struct MailRequest: Hashable, Sendable {
    /// `smtps://host:port`, TLS from the first byte, or `smtp://host:port`. libcurl's own ports are 465 and 25. A path
    /// is the name that the client gives itself in EHLO; without one it is the machine's.
    package var server: String
    /// With `smtp://`, nothing is said to a server that does not begin TLS by STARTTLS: no sign-in, no mail.
    package var requiresTLS: Bool
    /// Nil signs in nowhere.
    package var user: String?
    package var password: String?
    /// Address that the server tells of failures (RFC 5321, 4.1.1.2), without brackets.
    package var sender: String
    package var recipient: String
    /// The mail (RFC 5322); each line ends with CR LF. What SMTP adds, dots at the beginning of lines, is the client's
    /// own.
    package var message: [UInt8]
    package var timeouts: Timeouts
    /// A PEM file of authorities to trust instead of the system's; nil is the system's.
    package var certificateAuthorityFile: String?

    package init(
        server: String,
        requiresTLS: Bool = true,
        user: String? = nil,
        password: String? = nil,
        sender: String,
        recipient: String,
        message: [UInt8],
        timeouts: Timeouts = Timeouts(),
        certificateAuthorityFile: String? = nil
    ) {
        self.server = server
        self.requiresTLS = requiresTLS
        self.user = user
        self.password = password
        self.sender = sender
        self.recipient = recipient
        self.message = message
        self.timeouts = timeouts
        self.certificateAuthorityFile = certificateAuthorityFile
    }
}

extension MailRequest: CustomStringConvertible, CustomReflectable {
    package var description: String { "mail with \(message.count) bytes" }

    /// Empty, so that `dump` and failing test expectations show no secret either.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
