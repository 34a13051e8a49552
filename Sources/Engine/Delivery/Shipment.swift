import Chat
import CivilTime
import Coaching
import HTTP
import Store

extension DeliveryQueue {
    /// A request or a mail that is ready to leave; its row says so already, on the disk.
    package struct Shipment: Sendable {
        package let row: OutboxRow
        package let channel: Channel
        package let load: Load
        package let leftAt: Instant
        /// It tries a channel that took none before it.
        package let isProbe: Bool

        /// Sends shipments. Returns at once.
        /// - Parameter answered: Called with each answer once, on no particular queue, with several that came together in one call.
        package static func send(
            _ shipments: [Shipment], by transport: any Transport, answered: @escaping @Sendable ([Answer]) -> Void
        ) {
            let requested = shipments.filter { $0.load.request != nil }
            if !requested.isEmpty {
                transport.send(requested.compactMap(\.load.request)) { answers in
                    answered(answers.map { Answer(requested[$0.index], $0.result) })
                }
            }
            for shipment in shipments {
                guard let mail = shipment.load.mail else { continue }
                Task { answered([Answer(shipment, await transport.answer(to: mail))]) }
            }
        }
    }

    /// How the request of a shipment ended.
    package struct Answer: Sendable {
        package let shipment: Shipment
        /// Without the secrets of the request.
        package let result: Result<HTTPResponse, TransportError>

        package init(_ shipment: Shipment, _ result: Result<HTTPResponse, TransportError>) {
            self.shipment = shipment
            self.result = result.map(shipment.load.redacting)
        }
    }

    /// What the operator should hear of a delivery.
    package enum Report: Sendable, Hashable {
        case refused(channel: String, message: Message.Kind, reason: String, fallback: String?)
        case failing(channel: String, attempts: Int, reason: String, retryAt: Instant, fallback: String?)
        case expired(channel: String, message: Message.Kind)
        /// The channel takes nothing: from now on one message now and then tries it.
        case opened(channel: String, isDead: Bool, reason: String, probeAt: Instant)
        /// It takes messages again.
        case closed(channel: String, since: Instant)
        /// What waited for a channel that takes nothing goes to a fallback.
        case diverted(channel: String, fallback: String, count: Int)
        /// It may have arrived, and the channel says `on_ambiguous = "hold"`.
        case held(channel: String, message: Message.Kind, row: RowID)
        /// The row of a message cannot be read.
        case damaged(message: RowID, reason: String)
    }
}
