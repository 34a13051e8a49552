import Coaching
import Foundation
import Testing

@testable import Chat

@Suite("Payloads as they leave")
struct PayloadTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Payloads")

    @Test(
        "an agenda and a morning plan become the payloads that stand beside the tests", arguments: Sample.allCases,
        ["agenda", "morning"])
    func golden(sample: Sample, name: String) throws {
        let message = name == "agenda" ? Samples.agenda : Samples.morning
        let payload = try sample.payload(message) as NSDictionary
        let file = Self.folder.appending(path: "\(sample.rawValue)-\(name).json")
        let golden = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? NSDictionary)
        #expect(payload == golden)
    }

    @Test("a request is a POST of JSON to the secret address", arguments: Sample.allCases)
    func request(sample: Sample) throws {
        let request = try sample.request(Samples.agenda)
        #expect(request.method == .post)
        #expect(request.url.value == "https://chat.example.com/hooks/secret")
        #expect(request.headers.first == .init("Content-Type", "application/json; charset=utf-8"))
        #expect("\(request)".contains("hooks/secret") == false)
        #expect(String(reflecting: request).contains("hooks/secret") == false)
    }

    @Test("the console and a file want no request", arguments: [Console(), File(path: "/dev/null")] as [any Platform])
    func noRequest(platform: any Platform) {
        #expect(
            platform.delivery(of: Samples.line, in: Envelope(id: "msg_1", at: .init(secondsSinceEpoch: 0))) == .local)
    }

    @Test("a possible repeat says so where the platform cannot tell", arguments: [Sample.slack, .mattermost])
    func repeats(sample: Sample) throws {
        let marked = try sample.request(Samples.agenda, mayBeRepeat: true)
        #expect(String(decoding: marked.body, as: UTF8.self).contains("This may be a repeat."))
        let plain = try sample.request(Samples.agenda)
        #expect(!String(decoding: plain.body, as: UTF8.self).contains("repeat."))
    }

    @Test("the signed webhook's body is the same over all tries, for the receiver knows a repeat by its id")
    func sameBody() throws {
        let first = try Sample.webhook.request(Samples.morning, at: 1_795_510_800)
        let second = try Sample.webhook.request(Samples.morning, mayBeRepeat: true, at: 1_795_514_400)
        #expect(first.body == second.body)
        #expect(first.headers.filter { $0.name == "webhook-id" } == second.headers.filter { $0.name == "webhook-id" })
        #expect(first.headers != second.headers)
    }

    @Test("a file's line is one JSON object with the recipient and the whole text")
    func fileLine() throws {
        let envelope = Envelope(
            id: "msg_4-file", to: .init(name: "Ana", email: "ana@example.com"),
            at: .init(secondsSinceEpoch: 1_795_510_800))
        let line = File.line(for: Samples.everywhere("two\nlines"), in: envelope, channel: "file")
        #expect(line.count { $0 == UInt8(ascii: "\n") } == 1 && line.last == UInt8(ascii: "\n"))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
        #expect(object["to"] as? String == "ana@example.com" && object["kind"] as? String == "morning")
        #expect(object["at"] as? String == "2026-11-24T09:00:00Z")
    }
}
