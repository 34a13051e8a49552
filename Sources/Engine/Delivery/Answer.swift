import HTTP

extension DeliveryQueue {
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
}
