/// One command to a mailbox by IMAP (RFC 3501), which is signed in to and selected before. The user and the password are
/// secrets: they appear in no description and in no error.
package struct MailboxRequest: Hashable, Sendable {
    /// `imaps://host:port`, TLS from the first byte, or `imap://host:port`. libcurl's own ports are 993 and 143.
    package var server: String
    /// With `imap://`, nothing is said to a server that does not begin TLS by STARTTLS: no sign-in, no command.
    package var requiresTLS: Bool
    /// Nil signs in nowhere.
    package var user: String?
    package var password: String?
    /// The mailbox as the server calls it (RFC 3501, 5.1).
    package var mailbox: String
    /// Without a tag: "UID SEARCH UID 12:20".
    package var command: String
    package var timeouts: Timeouts
    /// A PEM file of authorities to trust instead of the system's; nil is the system's.
    package var certificateAuthorityFile: String?
    /// Of all that the server says; the rest is not read.
    package var maximumResponseBytes: Int

    package init(
        server: String,
        requiresTLS: Bool = true,
        user: String? = nil,
        password: String? = nil,
        mailbox: String = "INBOX",
        command: String,
        timeouts: Timeouts = Timeouts(),
        certificateAuthorityFile: String? = nil,
        maximumResponseBytes: Int = 1 << 20
    ) {
        self.server = server
        self.requiresTLS = requiresTLS
        self.user = user
        self.password = password
        self.mailbox = mailbox
        self.command = command
        self.timeouts = timeouts
        self.certificateAuthorityFile = certificateAuthorityFile
        self.maximumResponseBytes = maximumResponseBytes
    }

    /// Refuses what would be another command, before anything is sent.
    func check() throws(TransportError) {
        let isPlain = [mailbox, command].allSatisfy { text in
            !text.isEmpty && text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
        }
        guard isPlain else { throw .invalidMail("the mailbox's name or the command is empty or not plain ASCII") }
    }
}

extension MailboxRequest: CustomStringConvertible, CustomReflectable {
    package var description: String { "mailbox command of \(command.utf8.count) bytes" }

    /// Empty, so that `dump` and failing test expectations show no secret either.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
