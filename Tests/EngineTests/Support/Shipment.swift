import Engine
import HTTP

extension DeliveryQueue.Shipment {
    /// Empty for a mail, which has none.
    var request: HTTPRequest {
        if case .request(let request) = load {
            HTTPRequest(request, through: channel)
        } else {
            HTTPRequest(method: .post, url: "")
        }
    }

    var mail: MailRequest? {
        if case .mail(let mail) = load { mail } else { nil }
    }
}
