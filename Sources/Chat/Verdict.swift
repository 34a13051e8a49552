/// What an answer means for the message.
package enum Verdict: Sendable, Hashable {
    /// - Parameter id: What the platform calls the message, where it tells.
    case delivered(id: String? = nil)
    /// Try again, not before so many seconds where the platform says so.
    /// - Parameter isChannelWell: The reason lies with this one reader, as with a mailbox that is busy: others are reached.
    case later(seconds: Int?, reason: String, isChannelWell: Bool = false)
    /// An answer that does not tell whether the message was posted.
    case ambiguous(reason: String)
    /// The room has another id from now on: to be sent again there, see `Envelope.movedTo`.
    case moved(to: String, reason: String)
    /// Never to be tried again as it is.
    /// - Parameter isChannelDead: No other message will pass either until somebody acts, as with a token that was revoked.
    case refused(reason: String, isChannelDead: Bool)
    /// Refused for its size: to be shortened once.
    case tooLong(reason: String)
}
