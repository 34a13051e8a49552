import CivilTime
import Coaching
import Store

extension DeliveryQueue {
    /// What the operator should hear of a delivery.
    package enum Report: Sendable, Hashable {
        case refused(channel: String, message: Message.Kind, reason: String, fallback: String?)
        /// - Parameter retryAt: Nil of what is held.
        case failing(channel: String, attempts: Int, reason: String, retryAt: Instant?, fallback: String?)
        case expired(channel: String, message: Message.Kind)
        /// The channel takes nothing: from now on one message now and then tries it.
        case opened(channel: String, isDead: Bool, reason: String, probeAt: Instant)
        /// It takes messages again.
        case closed(channel: String, since: Instant)
        /// What waited for a channel that takes nothing goes to a fallback.
        case diverted(channel: String, fallback: String, count: Int)
        /// What waited for a channel that the configuration does not name any more goes to another; without one it is dropped.
        case rerouted(channel: String, to: String?, count: Int)
        /// It may have arrived, and the channel says `on_ambiguous = "hold"`.
        case held(channel: String, message: Message.Kind, row: RowID)
        /// The row of a message cannot be read.
        case damaged(message: RowID, reason: String)
    }
}
