/// Where answers to mails arrive, and how it is looked into: by IMAP (RFC 3501).
package struct Inbox: Sendable, Hashable {
    package static let usualMailbox = "INBOX"
    /// Answers are not fetched.
    package static let nowhere = Inbox(server: "")

    /// `imaps://…` or `imap://…`.
    package var server: String
    /// Both or none.
    package var user: String?
    package var password: Secret?
    package var mailbox: String
    package var security: Email.Security

    /// - Parameter security: nil asks for TLS of every server but one on this machine.
    package init(
        server: String, user: String? = nil, password: Secret? = nil, mailbox: String = Inbox.usualMailbox,
        security: Email.Security? = nil
    ) {
        self.server = server
        self.user = user
        self.password = password
        self.mailbox = mailbox
        self.security = security ?? (Secret(server).isOnThisMachine ? .none : .required)
    }

    /// Without a secret.
    var place: String { "\(Secret(server).host)/\(user ?? "")/\(mailbox)" }

    func command(_ command: String) -> MailboxCommand {
        MailboxCommand(
            server: server, requiresTLS: security == .required, user: user, password: password, mailbox: mailbox,
            command: command)
    }
}

/// One command to a mailbox. It may hold secrets: no description shows them.
package struct MailboxCommand: Sendable, Hashable {
    /// `imaps://…` or `imap://…`.
    package var server: String
    /// Whether nothing is said by `imap://` unless STARTTLS begins TLS.
    package var requiresTLS: Bool
    package var user: String?
    package var password: Secret?
    package var mailbox: String
    package var command: String
}

extension MailboxCommand: CustomStringConvertible, CustomReflectable {
    package var description: String { "mailbox command of \(command.utf8.count) bytes" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
