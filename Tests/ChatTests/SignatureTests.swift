import CivilTime
import Coaching
import Foundation
import Signing
import Testing

@testable import Chat

@Suite("The signed webhook")
struct SignatureTests {
    private static let second = Secret("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")

    private func request(_ secrets: [Secret], at seconds: Int64 = 1_795_510_800) throws -> OutgoingRequest {
        let platform = StandardWebhook(url: Secret("https://example.com/hook"), signingSecrets: secrets)
        let envelope = Envelope(
            id: "msg_12-hook", to: .init(name: "Ana Reis", email: "ana@example.com"),
            at: Instant(secondsSinceEpoch: seconds),
            composedAt: Instant(secondsSinceEpoch: 1_795_510_800))
        return try #require(platform.delivery(of: Samples.line, in: envelope).request)
    }

    private func header(_ name: String, of request: OutgoingRequest) -> String? {
        request.headers.first { $0.name == name }?.value
    }

    @Test("the signature is that of Python's hmac")
    func fixedVector() throws {
        let request = try request([Sample.secret])
        #expect(header("webhook-id", of: request) == "msg_12-hook")
        #expect(header("webhook-timestamp", of: request) == "1795510800")
        #expect(
            String(decoding: request.body, as: UTF8.self)
                == #"{"type":"coachd.huddle","timestamp":"2026-11-24T09:00:00Z","data":{"to":{"name":"Ana Reis","email":"ana@example.com"},"team":null,"kind":"huddle","text":"Huddle · Team North · all 200 accounts are moving.","items":[]}}"#
        )
        #expect(header("webhook-signature", of: request) == "v1,Hz8bFpQHw5gnCd+ENp6fHYUqXCnBeUx53ehYnox5Tkc=")
    }

    @Test("while a secret is being changed both signatures stand in the header, with a space between")
    func twoSecrets() throws {
        let both = try #require(header("webhook-signature", of: request([Sample.secret, Self.second])))
        let each = try [Sample.secret, Self.second].map { try header("webhook-signature", of: request([$0])) ?? "" }
        #expect(each[0] != each[1] && both == each.joined(separator: " "))
    }

    @Test("each try is signed anew, with its own timestamp")
    func eachTry() throws {
        let (first, second) = (try request([Sample.secret]), try request([Sample.secret], at: 1_795_510_900))
        #expect(first.body == second.body)
        #expect(header("webhook-signature", of: first) != header("webhook-signature", of: second))
        #expect(header("webhook-timestamp", of: second) == "1795510900")
    }

    @Test("without a secret there is no signature")
    func unsigned() throws { #expect(try header("webhook-signature", of: request([])) == nil) }

    @Test(
        "a secret is whsec_ and 24 to 64 bytes in base64",
        arguments: [
            ("whsec_" + Base64.encode([UInt8](repeating: 7, count: 24)), true),
            ("whsec_" + Base64.encode([UInt8](repeating: 7, count: 64)), true),
            ("whsec_" + Base64.encode([UInt8](repeating: 7, count: 23)), false),
            ("whsec_" + Base64.encode([UInt8](repeating: 7, count: 65)), false),
            (Base64.encode([UInt8](repeating: 7, count: 32)), false), ("whsec_not base64!", false), ("", false),
        ])
    func secrets(text: String, isValid: Bool) { #expect((SigningKey(Secret(text)) != nil) == isValid) }

    @Test(
        "the standard's own library accepts the request, with either secret",
        .enabled(if: Python.hasStandardWebhooks, "standardwebhooks (PyPI) is not installed for python3"))
    func standardLibrary() throws {
        let now = Int64(Date().timeIntervalSince1970)
        let request = try request([Sample.secret, Self.second], at: now)
        let headers = Dictionary(uniqueKeysWithValues: request.headers.map { ($0.name, $0.value) })
        for secret in [Sample.secret, Self.second] {
            let input: [String: Any] = [
                "secret": secret.value, "headers": headers, "body": String(decoding: request.body, as: UTF8.self),
            ]
            let verified = try Python.run(
                """
                import json, sys
                from standardwebhooks import Webhook
                case = json.load(sys.stdin)
                print(json.dumps(Webhook(case["secret"]).verify(case["body"], case["headers"])["type"]))
                """, input: JSONSerialization.data(withJSONObject: input))
            #expect(verified == "\"coachd.huddle\"")
        }
    }
}
