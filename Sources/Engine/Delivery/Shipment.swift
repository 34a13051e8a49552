import Chat
import CivilTime
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
            let requested = shipments.compactMap { shipment in shipment.load.request.map { (shipment, $0) } }
            if !requested.isEmpty {
                transport.send(requested.count) { index in
                    let (shipment, request) = requested[index]
                    return HTTPRequest(request, through: shipment.channel)
                } answered: { answers in
                    answered(answers.map { Answer(requested[$0.index].0, $0.result) })
                }
            }
            for shipment in shipments {
                guard let mail = shipment.load.mail else { continue }
                Task { answered([Answer(shipment, await transport.answer(to: mail))]) }
            }
        }
    }
}
