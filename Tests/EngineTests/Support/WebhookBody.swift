import Foundation

/// What a receiver of the signed webhook reads.
struct WebhookBody: Decodable {
    struct Item: Decodable {
        var kind: String?
        var account: String?
        var state: String
        var heading: String
        var question: String?
    }

    private struct Outer: Decodable {
        var type: String
        var data: WebhookBody
    }

    var text: String
    var items: [Item]

    init(_ bytes: [UInt8]) throws { self = try JSONDecoder().decode(Outer.self, from: Data(bytes)).data }
}
