import CivilTime
import Coaching
import Foundation
import Testing

@testable import Chat

enum Sample: String, CaseIterable, CustomTestStringConvertible {
    case slack, mattermost, webhook

    static let secret = Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")

    var platform: any Platform {
        let url = Secret("https://chat.example.com/hooks/secret")
        switch self {
        case .slack: return Slack(url: url)
        case .mattermost: return Mattermost(url: url)
        case .webhook: return StandardWebhook(url: url, signingSecrets: [Self.secret])
        }
    }

    var testDescription: String { rawValue }

    /// The request for a message.
    func request(
        _ message: Message, mayBeRepeat: Bool = false, isShort: Bool = false, at seconds: Int64 = 1_795_510_800
    ) throws
        -> OutgoingRequest
    {
        let envelope = Envelope(
            id: "msg_1-leads", to: .init(name: "Ana Reis", email: "ana@example.com"), team: "Team North",
            at: Instant(secondsSinceEpoch: seconds), mayBeRepeat: mayBeRepeat)
        return try #require(platform.delivery(of: message, in: envelope, isShort: isShort).request)
    }

    /// The body as another reader of JSON sees it.
    func payload(_ message: Message, mayBeRepeat: Bool = false, isShort: Bool = false) throws -> [String: Any] {
        let body = Data(try request(message, mayBeRepeat: mayBeRepeat, isShort: isShort).body)
        return try #require(try JSONSerialization.jsonObject(with: body) as? [String: Any])
    }
}

extension Outgoing {
    var request: OutgoingRequest? { if case .request(let request) = self { request } else { nil } }
}

/// All strings of a JSON value that stand under `text`, in order of appearance within arrays.
func texts(of json: Any?) -> [String] {
    switch json {
    case let array as [Any]: return array.flatMap(texts)
    case let object as [String: Any]:
        let own = (object["text"] as? String).map { [$0] } ?? texts(of: object["text"])
        return own + object.filter { $0.key != "text" }.sorted { $0.key < $1.key }.flatMap { texts(of: $0.value) }
    default: return []
    }
}

/// The value with every string under `text` replaced, so that only its structure is left.
func skeleton(_ json: Any) -> NSObject {
    switch json {
    case let array as [Any]: return array.map(skeleton) as NSArray
    case let object as [String: Any]:
        return Dictionary(
            uniqueKeysWithValues: object.map { key, value in
                (key, key == "text" && value is String ? "" as NSString : skeleton(value))
            }) as NSDictionary
    default: return json as? NSObject ?? NSNull()
    }
}
