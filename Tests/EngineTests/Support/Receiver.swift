import Chat
import CivilTime
import Engine
import HTTP

/// What a scripted server does with a request.
struct Answer {
    var result: Result<HTTPResponse, TransportError>
    /// Seconds until the answer is there.
    var after: Int64 = 0
    /// Whether the message was taken, whatever the answer says.
    var arrives: Bool

    init(_ result: Result<HTTPResponse, TransportError>, after: Int64 = 0, arrives: Bool = false) {
        self.result = result
        self.after = after
        self.arrives = arrives
    }

    /// As each of the platforms says that all is well.
    static let ok = Answer(.success(HTTPResponse(status: 200, body: Array("ok".utf8))), arrives: true)
    static let refusesConnections = Answer(.failure(.cannotConnect))
    /// The message was taken, but the answer is lost.
    static let fallsSilent = Answer(.failure(.timedOut(sent: true)), after: 30, arrives: true)

    static func status(_ status: Int, _ body: String = "", retryAfter: String? = nil) -> Answer {
        let head = retryAfter.map { "Retry-After: \($0)\r\n" } ?? ""
        return Answer(.success(HTTPResponse(status: status, head: Array(head.utf8), body: Array(body.utf8))))
    }
}

/// A request that left, with what became of it.
struct Attempt {
    var at: Instant
    var shipment: DeliveryQueue.Shipment
    var arrived: Bool

    var channel: String { shipment.channel.name }
    var id: String? { shipment.request.headers.first { $0.name == "webhook-id" }?.value }
    var body: String { String(decoding: shipment.request.body, as: UTF8.self) }
}
