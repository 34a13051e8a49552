/// A mail as a mail server wants it. It may hold secrets: no description shows them.
package struct OutgoingMail: Sendable, Hashable {
    /// `smtps://…` or `smtp://…`.
    package var server: String
    /// Whether nothing leaves by `smtp://` unless STARTTLS begins TLS.
    package var requiresTLS: Bool
    package var user: String?
    package var password: Secret?
    package var sender: EmailAddress
    package var recipient: EmailAddress
    /// Header and body (RFC 5322), each line with CR LF.
    package var message: [UInt8]
}

extension OutgoingMail: CustomStringConvertible, CustomReflectable {
    package var description: String { "mail with \(message.count) bytes" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
