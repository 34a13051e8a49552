import Coaching
import Foundation
import Testing

@testable import Chat

@Suite("Payloads as they leave")
struct PayloadTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Payloads")

    /// RENEW_PAYLOADS=1 writes the files anew: read what changed in them before you keep it.
    private static let renews = ProcessInfo.processInfo.environment["RENEW_PAYLOADS"] == "1"

    @Test(
        "an agenda and a morning plan become the payloads that stand beside the tests", arguments: Sample.allCases,
        ["agenda", "morning"])
    func golden(sample: Sample, name: String) throws {
        let message = name == "agenda" ? Samples.agenda : Samples.morning
        let payload = try sample.payload(message) as NSDictionary
        let file = Self.folder.appending(path: "\(sample.rawValue)-\(name).json")
        let stored = (try? Data(contentsOf: file)).flatMap {
            try? JSONSerialization.jsonObject(with: $0) as? NSDictionary
        }
        if Self.renews, stored != payload {
            let data = try JSONSerialization.data(
                withJSONObject: payload, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
            try (data + Data("\n".utf8)).write(to: file)
        } else {
            #expect(payload == stored)
        }
    }

    @Test("no description of a request shows its address or its secrets", arguments: Sample.allCases)
    func request(sample: Sample) throws {
        let request = try sample.request(Samples.agenda)
        let type = sample == .zulip ? "application/x-www-form-urlencoded" : "application/json; charset=utf-8"
        #expect(request.headers.first == .init("Content-Type", type))
        #expect(request.url.value.hasPrefix("https://"))
        #expect(request.url.value.contains("hooks/secret") || request.header("Authorization") != nil)
        for text in ["\(request)", String(reflecting: request), "\(sample.platform.place)"] {
            #expect(!text.contains("hooks/secret"))
        }
        #expect(sample.platform.place.hasPrefix(try #require(URLComponents(string: request.url.value)?.host)))
    }

    @Test("the console and a file want no request", arguments: [Console(), File(path: "/dev/null")] as [any Platform])
    func noRequest(platform: any Platform) {
        #expect(
            platform.delivery(of: Samples.line, in: Envelope(id: "msg_1", at: .init(secondsSinceEpoch: 0))) == .local)
    }

    @Test(
        "a possible repeat says so where the platform cannot tell",
        arguments: Sample.allCases.filter { $0.platform.repeats == .never })
    func repeats(sample: Sample) throws {
        let marked = sample.spoken(try sample.payload(Samples.agenda, mayBeRepeat: true))
        #expect(marked.contains { $0.contains("This may be a repeat.") })
        let plain = sample.spoken(try sample.payload(Samples.agenda))
        #expect(!plain.contains { $0.contains("repeat.") })
    }

    @Test("the whole message is said, in its order", arguments: Sample.allCases)
    func whole(sample: Sample) throws {
        let spoken = sample.spoken(try sample.payload(Samples.agenda)).joined(separator: "\n")
        var rest = spoken.replacing("\u{A0}", with: " ")[...]
        for words in [
            "Highlights (2 min)", "did the whole plan", "Said (2 min)", "Asks (3 min)", "Support today (6 min)",
            "12 working days without a touch", "Ask: who pays when a truck is late?", "going well", "Near: ",
            "Last five days", "28 of 30", "17 of 25",
        ] {
            let place = try #require(rest.range(of: words), "\(words)")
            rest = rest[place.upperBound...]
        }
    }

    @Test("no text of a robot of Feishu's or Lark's is empty", arguments: [Sample.feishu, .lark])
    func blankLines(sample: Sample) throws {
        let texts = sample.spoken(try sample.payload(Samples.agenda))
        #expect(!texts.contains("") && texts.contains("\u{200B}"))
    }

    @Test("the signed webhook's body is the same over all tries, for the receiver knows a repeat by its id")
    func sameBody() throws {
        let first = try Sample.webhook.request(Samples.morning, at: 1_795_510_800)
        let second = try Sample.webhook.request(Samples.morning, at: 1_795_514_400)
        #expect(first.body == second.body)
        #expect(first.headers.filter { $0.name == "webhook-id" } == second.headers.filter { $0.name == "webhook-id" })
        #expect(first.headers != second.headers)
        let marked = try Sample.webhook.request(Samples.morning, mayBeRepeat: true, at: 1_795_514_400)
        #expect(String(decoding: marked.body, as: UTF8.self).contains("This may be a repeat."))
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
