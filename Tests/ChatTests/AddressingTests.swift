import Coaching
import Foundation
import Signing
import Testing

@testable import Chat

@Suite("To whom a channel writes")
struct AddressingTests {
    static let bots = Sample.allCases.filter(\.isBot)

    /// Everything of a request in which an address can stand.
    private func text(_ outgoing: Outgoing) throws -> String {
        let request = try #require(outgoing.request)
        return request.url.value + " " + (String(decoding: request.body, as: UTF8.self).removingPercentEncoding ?? "")
    }

    @Test("a bot without a room writes to each person by the id there, and reaches each alone", arguments: bots)
    func person(sample: Sample) throws {
        let platform = sample.platform(room: nil)
        #expect(platform.reachesEachPersonAlone)
        let text = try text(platform.delivery(of: Samples.line, in: Sample.envelope(sample.rawValue)))
        #expect(text.contains(Sample.handle) || text.contains("ana%3A1"))
    }

    @Test("a bot with a room writes there, whomever the message is for, and is one room", arguments: bots)
    func room(sample: Sample) throws {
        let platform = sample.platform(room: "r00m")
        #expect(!platform.reachesEachPersonAlone)
        #expect(platform.room != sample.platform(room: "other").room)
        #expect(platform.room == sample.platform(room: "r00m").room)
        for envelope in [Sample.envelope(sample.rawValue), Envelope(id: "msg_1", at: VerdictTests.now)] {
            let text = try text(platform.delivery(of: Samples.line, in: envelope))
            #expect(text.contains("r00m") && !text.contains(Sample.handle))
        }
    }

    @Test("a channel of Zulip's is one room with all its topics")
    func topics() {
        let rooms = ["ana", "ben"].map {
            Zulip(
                server: "https://chat.example.com", email: "coachd@example.com", key: Sample.token, channel: "sales",
                topic: $0
            ).room
        }
        #expect(rooms[0] == rooms[1])
    }

    @Test("a message for a room that the channel does not name says which setting is missing", arguments: bots)
    func noRoom(sample: Sample) {
        let outgoing = sample.platform.delivery(of: Samples.line, in: Envelope(id: "msg_1", at: VerdictTests.now))
        guard case .impossible(let reason) = outgoing else {
            Issue.record("sent")
            return
        }
        #expect(reason.contains("it needs "))
    }

    @Test("a person without an id is named, or reached by e-mail where the platform knows e-mails", arguments: bots)
    func noHandle(sample: Sample) throws {
        let envelope = Envelope(
            id: "msg_1", to: .init(name: "Ana Reis", email: "ana@example.com", handles: ["other": "x"]),
            at: VerdictTests.now)
        let outgoing = sample.platform.delivery(of: Samples.line, in: envelope)
        if [.zulip, .webex].contains(sample) {
            #expect(try text(outgoing).contains("ana@example.com"))
        } else {
            #expect(outgoing == .impossible(reason: "Ana Reis has no id for \(sample.rawValue)"))
        }
    }

    @Test("webhooks of chat platforms are rooms", arguments: Sample.allCases.filter { !$0.isBot && $0 != .webhook })
    func webhooks(sample: Sample) { #expect(!sample.platform.reachesEachPersonAlone) }

    @Test("a group of Telegram's that moved is written to where it is now, and only a group")
    func moved() throws {
        let envelope = Sample.envelope("telegram", movedTo: "-1009")
        #expect(
            try text(Telegram(token: Sample.token, chat: "-12").delivery(of: Samples.line, in: envelope)).contains(
                "-1009"))
        #expect(
            try !text(Telegram(token: Sample.token, chat: nil).delivery(of: Samples.line, in: envelope)).contains(
                "-1009"))
    }

    @Test("a direct message of Zulip's is a list of an id or an e-mail address, a channel has its topic")
    func zulip() throws {
        func fields(_ room: String?, _ handle: String) throws -> [String: String] {
            let envelope = Envelope(
                id: "msg_1", to: .init(name: "Ana", email: "ana@example.com", handles: ["zulip": handle]),
                at: VerdictTests.now)
            let request = try #require(
                Sample.zulip.platform(room: room).delivery(of: Samples.line, in: envelope).request)
            let items = URLComponents(string: "?" + String(decoding: request.body, as: UTF8.self))?.queryItems ?? []
            return Dictionary(uniqueKeysWithValues: items.map { ($0.name, $0.value ?? "") })
        }
        #expect(try fields(nil, "17")["to"] == "[17]")
        #expect(try fields(nil, "a+b@example.com")["to"] == "[\"a+b@example.com\"]")
        #expect(try fields(nil, "17")["type"] == "direct")
        let channel = try fields("sales & more", "17")
        #expect(channel["to"] == "sales & more" && channel["type"] == "stream" && channel["topic"] == "coachd")
    }

    @Test("Matrix knows a repeat by its path, and LINE by its key")
    func repeats() throws {
        let matrix = Sample.matrix.platform(room: "!a b/c:example.com")
        let (first, second) = (
            try #require(matrix.delivery(of: Samples.line, in: Sample.envelope("matrix")).request),
            try #require(matrix.delivery(of: Samples.agenda, in: Sample.envelope("matrix", at: 9)).request)
        )
        #expect(first.method == .put && first.url == second.url)
        #expect(
            first.url.value
                == "https://chat.example.com/_matrix/client/v3/rooms/%21a%20b%2Fc%3Aexample.com/send/m.room.message/msg_1-leads"
        )
        let keys = try [1, 2].map { try Sample.line.request(Samples.line, at: $0).header("X-Line-Retry-Key") }
        #expect(keys[0] == keys[1] && UUID(uuidString: keys[0] ?? "") != nil)
        #expect(matrix.repeats.holds(after: 3_600) && !matrix.repeats.holds(after: 90_000))
    }

    @Test("Discord knows a repeat by its nonce, for a minute at least")
    func nonce() throws {
        let nonces = try [1, 2].map { seconds in
            let request = try Sample.discordBot.request(Samples.line, at: Int64(seconds))
            return try Sample.discordBot.payload(of: request)["nonce"] as? String
        }
        #expect(nonces[0] == nonces[1] && nonces[0]?.count == 25)
        #expect(try Sample.discordBot.payload(Samples.line)["enforce_nonce"] as? Bool == true)
        let repeats = Sample.discordBot.platform.repeats
        #expect(repeats.holds(after: 59) && !repeats.holds(after: 60))
    }

    @Test("Feishu's robots are signed with the text as the key")
    func feishuSignature() throws {
        let platform = Lark(url: Sample.url, secret: Secret("demo"))
        let request = try #require(
            platform.delivery(of: Samples.line, in: Sample.envelope("lark", at: 1_599_360_473)).request)
        let body = try #require(try JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any])
        #expect(body["timestamp"] as? String == "1599360473")
        // By Python: base64.b64encode(hmac.new(b"1599360473\ndemo", digestmod="sha256").digest())
        #expect(body["sign"] as? String == "l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=")
    }

    @Test("DingTalk's robots are signed in the address")
    func dingTalkSignature() throws {
        let url = Secret("https://oapi.dingtalk.com/robot/send?access_token=t")
        let platform = DingTalk(url: url, secret: Secret("SECdemo"))
        let request = try #require(
            platform.delivery(of: Samples.line, in: Sample.envelope("dingtalk", at: 1_599_360_473)).request)
        // By Python: quote_plus(base64.b64encode(hmac.new(b"SECdemo", b"1599360473000\nSECdemo", "sha256").digest()))
        #expect(
            request.url.value == url.value
                + "&timestamp=1599360473000&sign=tGWkA5eQOQNCNPDgphtxIoNLO%2B%2FgD8Lcb705KQoRzeY%3D")
    }

    @Test("Nextcloud's reference is the hash of our id, and its user has a password")
    func nextcloud() throws {
        let request = try Sample.nextcloud.request(Samples.line)
        let body = try Sample.nextcloud.payload(of: request)
        #expect((body["referenceId"] as? String)?.count == 64)
        #expect(
            request.header("Authorization") == "Basic \(Data("coachd:hooks/secret-token".utf8).base64EncodedString())")
        #expect(request.header("OCS-APIRequest") == "true")
    }

    @Test("there is a form of ids for each platform where a bot writes to persons")
    func everyForm() {
        // Mails go to a person's own address; another one is known by which he answers.
        #expect(Set(HandleForm.all.keys) == Set(Self.bots.map(\.rawValue)).union([Email.typeName]))
    }

    @Test(
        "an id has the form that its platform gives ids",
        arguments: [
            ("slack-bot", "U012AB3CD", true), ("slack-bot", "D012AB3CD", true), ("slack-bot", "C012AB3CD", false),
            ("slack-bot", "@ana", false), ("telegram", "123456789", true), ("telegram", "-1001234567890", false),
            ("telegram", "@ana", false), ("matrix", "!abc:example.com", true), ("matrix", "!abcDEF-_123", true),
            ("matrix", "@ana:example.com", false), ("matrix", "#room:example.com", false),
            ("mattermost-bot", "4xp9fdt77pncbef59f4k1qe83o", true), ("mattermost-bot", "@ana", false),
            ("mattermost-bot", "https://chat.example.com/north/messages/@ana", false),
            ("discord-bot", "319674150115610528", true), ("discord-bot", "ana.reis", false),
            ("nextcloud", "x7k2p9qa", true), ("nextcloud", "https://cloud.example.com/call/x7k2p9qa", false),
            ("ntfy", "ana_topic-1", true), ("ntfy", "ntfy.sh/ana", false),
            ("ntfy", String(repeating: "a", count: 65), false),
            ("line", "U" + String(repeating: "0a", count: 16), true),
            ("line", "ana", false), ("zulip", "42", true), ("zulip", "ana@example.com", true), ("zulip", "Ana", false),
            ("webex", "Y2lzY29zcGFyazovL3Vz", true), ("email", "ana@home.example", true), ("email", "Ana", false),
        ])
    func forms(platform: String, id: String, isRight: Bool) throws {
        #expect(try #require(HandleForm.all[platform]).fits(id) == isRight)
    }
}
