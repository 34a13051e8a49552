/// What a mail server said to a command (RFC 3501, 7).
package struct MailboxResponse: Hashable, Sendable {
    package enum Outcome: Hashable, Sendable {
        case done
        /// The command was not carried out.
        case refused
        /// It lets nobody in by this user and password, or has no such mailbox.
        case denied
        /// It said BYE.
        case closed
    }

    package var outcome: Outcome
    /// Where it was done, all that the server said, from the greeting on, as it came; else the reason on one line. What was
    /// too long is cut.
    package var text: [UInt8]

    package init(_ outcome: Outcome, text: [UInt8] = []) {
        self.outcome = outcome
        self.text = text
    }
}
