import CivilTime
import Coaching
import Testing

@testable import Chat

@Suite("What people write to a Discord bot")
struct DiscordBotRepliesTests {
    static let discord = DiscordBot(token: Secret("MTk4NjIyNDgz.secret"), channel: nil)
    static let ana = "80351110224678912"
    static let talk = "319674150115610528"
    /// 2026-11-24T08:56:40Z
    static let heard = id(1_795_510_600)
    static let position = "\(heard)/\(ana)"

    /// The id of what was made at that second.
    static func id(_ seconds: Int, serial: Int = 0) -> String {
        String((seconds * 1000 - 1_420_070_400_000) << 22 + serial)
    }

    static func message(
        _ id: String, _ text: String, by user: String = ana, type: Int = 0, more: String = "", author: String = ""
    ) -> String {
        """
        {"type":\(type),"id":"\(id)","channel_id":"\(talk)","content":"\(text)","timestamp":"2026-11-24T08:58:20+00:00",
         "author":{"id":"\(user)","username":"ana.reis","global_name":"Ana Reis","discriminator":"0"\(author)},
         "edited_timestamp":null,"embeds":[],"mention_everyone":false,"pinned":false\(more)}
        """
    }

    static func answer(_ messages: String...) -> String { "[\(messages.joined(separator: ","))]" }

    static func channel(last: String = "\"\(heard)\"", type: Int = 1, people: String = #"{"id":"\#(ana)"}"#) -> String {
        #"{"id":"\#(talk)","type":\#(type),"last_message_id":\#(last),"recipients":[\#(people)]}"#
    }

    @Test("the first look asks of whom the talk is and which message is the newest, later ones what came since")
    func requests() {
        func url(_ position: String?, isNarrow: Bool = false) -> String {
            Self.discord.request(for: Look(handle: Self.talk, position: position, isNarrow: isNarrow)).url.value
        }
        let channel = "https://discord.com/api/v10/channels/\(Self.talk)"
        #expect(url(nil) == channel)
        #expect(url(Self.position) == "\(channel)/messages?after=\(Self.heard)&limit=50")
        #expect(url(Self.position, isNarrow: true) == "\(channel)/messages?after=\(Self.heard)&limit=1")
        let request = Self.discord.request(for: Look(handle: Self.talk))
        #expect(request.method == .get && request.header("Authorization") == "Bot MTk4NjIyNDgz.secret")
        #expect(request.header("User-Agent")?.hasPrefix("DiscordBot (") == true)
        #expect(Self.discord.hearing == Hearing(isPerPerson: true, pace: Rate(count: 10, seconds: 1)))
        #expect(Self.discord.listener.hasPrefix("discord.com/") && !Self.discord.listener.contains("secret"))
    }

    static let steps: [Answer] = [
        // What was written before the first look is not for coachd.
        Answer(channel(), after: nil, .words([], position: position)),
        Answer(channel(last: "null"), after: nil, .words([], position: "0/\(ana)")),
        Answer(
            answer(message(id(1_795_510_700), "a")), after: "0/\(ana)",
            .words(["a"], position: "\(id(1_795_510_700))/\(ana)")),
        // Where others may write, nobody is heard.
        Answer(channel(type: 0, people: ""), after: nil, .refusedOne),
        Answer(channel(type: 3, people: #"{"id":"\#(ana)"},{"id":"7"}"#), after: nil, .refusedOne),
        Answer(channel(people: ""), after: nil, .refusedOne), Answer(channel(people: "7"), after: nil, .refusedOne),
    ]

    static let (first, second) = (id(1_795_510_700), id(1_795_510_700, serial: 1))

    static func heard(_ messages: String..., brings texts: [String], until last: String = first) -> Answer {
        Answer("[\(messages.joined(separator: ","))]", after: position, .words(texts, position: "\(last)/\(ana)"))
    }

    static let lists: [Answer] = [
        heard(brings: [], until: heard),
        // Newest first.
        heard(message(second, "b"), message(first, "a"), brings: ["a", "b"], until: second),
        heard(message(heard, "old"), brings: [], until: heard),
        heard(message(first, "a", more: #","edited":1"#), brings: ["a"]),
        // The bot's own, another's, what programs wrote, and what Discord says.
        heard(message(first, "Good morning", by: "198622483", author: #","bot":true"#), brings: []),
        heard(message(first, "a", author: #","bot":true"#), brings: []),
        heard(message(first, "a", by: "7"), brings: []), heard(message(first, "a", type: 6), brings: []),
        heard(message(first, "a", type: 3), brings: []), heard(message(first, "a", type: 20), brings: []),
        // Pictures, stickers and what was handed on have no text.
        heard(message(first, "", more: #","message_reference":{"type":1,"message_id":"5"}"#), brings: []),
        heard(message(first, "met", type: 19, more: #","message_reference":{"message_id":"5"}"#), brings: ["met"]),
        // What cannot be read is passed over.
        heard(
            "null", "[]", "{}", #"{"id":7}"#, #"{"id":"later"}"#, #"{"id":"-1","content":"a"}"#,
            #"{"id":"\#(first)","type":"0","content":[],"author":7}"#, brings: []),
    ]

    static let failures: [Answer] = [
        Answer("<html>", after: position, .later()), Answer("{}", after: position, .later()),
        Answer("", after: nil, .later()), Answer("[]", after: nil, .later()),
        Answer(#"[{"id":"13"#, after: position, .later()),
        Answer(401, #"{"message":"401: Unauthorized","code":0}"#, after: position, .refused),
        // The person has left, or gave another id than the talk's.
        Answer(403, #"{"message":"Missing Access","code":50001}"#, after: position, .refusedOne),
        Answer(404, #"{"message":"Unknown Channel","code":10003}"#, after: nil, .refusedOne),
        Answer(400, #"{"message":"Invalid Form Body","code":50035}"#, after: nil, .refusedOne),
        // Shut out, before Discord itself.
        Answer(403, "error code: 1010", after: position, .refused),
        Answer(
            429, #"{"message":"You are being rate limited.","retry_after":1.3,"global":false}"#, after: position,
            .later(2)),
        Answer(429, "", after: position, headers: ["X-RateLimit-Reset-After": "2.5"], .later(3)),
        Answer(429, "error code: 1015", after: position, headers: ["Retry-After": "900"], .later(900)),
        Answer(503, "", after: position, .later()),
    ]

    @Test("each answer brings what it brings", arguments: steps + lists + failures)
    func outcomes(answer: Answer) {
        #expect(Answer.Brings(answer.heard(by: Self.discord, handle: Self.talk)) == answer.brings)
    }

    @Test("who wrote is known by the talk, which is where coachd writes to, and when by the message's id")
    func sender() {
        let answer = Answer(Self.answer(Self.message(Self.second, "1 met")), after: Self.position, .lost)
        #expect(
            answer.heard(by: Self.discord, handle: Self.talk).words == [
                IncomingWords(
                    id: Self.second, senders: [Self.talk], name: "Ana Reis", text: "1 met",
                    at: Instant(secondsSinceEpoch: 1_795_510_700))
            ])
    }

    @Test("a full list says that there is more, and so does a narrow one")
    func full() {
        let full = (1...50).map { Self.message(Self.id(1_795_510_700, serial: $0), "\($0)") }.reversed()
        let body = "[\(full.joined(separator: ","))]"
        let last = "\(Self.id(1_795_510_700, serial: 50))/\(Self.ana)"
        #expect(
            Answer.Brings(Answer(body, after: Self.position, .lost).heard(by: Self.discord, handle: Self.talk))
                == .words((1...50).map(String.init), position: last, isMore: true))
        #expect(
            Answer.Brings(Answer(body, after: last, .lost).heard(by: Self.discord, handle: Self.talk))
                == .words([], position: last))
        let one = IncomingResponse(status: 200, body: Array(Self.answer(Self.message(Self.first, "a")).utf8))
        let look = Look(handle: Self.talk, position: Self.position, isNarrow: true)
        #expect(
            Answer.Brings(Self.discord.heard(one, after: look, at: Answer.now))
                == .words(["a"], position: "\(Self.first)/\(Self.ana)", isMore: true))
    }

    @Test("a reply is answered by a reply, also where what it answers is gone, and mentions nobody")
    func reply() throws {
        let words = Answer(Self.answer(Self.message(Self.first, "called Petra", type: 19)), after: Self.position, .lost)
            .heard(by: Self.discord, handle: Self.talk).words
        var message = Message(.reply, title: "Noted.")
        message.thread = try #require(words.first).thread
        #expect(message.thread == Message.Thread(id: Self.first))
        let payload = try Sample.discordBot.payload(message)
        #expect(at(payload, "message_reference", "message_id") as? String == Self.first)
        #expect(at(payload, "message_reference", "fail_if_not_exists") as? Bool == false)
        #expect((at(payload, "allowed_mentions", "parse") as? [String])?.isEmpty == true)
        message.thread = Message.Thread(id: "a.letter@example.com", subject: "Morning")
        #expect(try Sample.discordBot.payload(message)["message_reference"] == nil)
        let usual = Answer(Self.answer(Self.message(Self.first, "called Petra")), after: Self.position, .lost)
        #expect(usual.heard(by: Self.discord, handle: Self.talk).words.map(\.thread) == [nil])
    }

    @Test(
        "a text is given as it was typed",
        arguments: [
            ("met <@7> and <@!8> <@9>", "met @Petra and @omar <@9>"),
            ("done <:tada:41771983429993937> <a:go:42>", "done :tada: :go:"),
            (
                "**met** :tada: 1 < 2 > 0 &amp; <https://globex.com>",
                "**met** :tada: 1 < 2 > 0 &amp; <https://globex.com>"
            ),
            ("<t:1795510800:R> <@&5> <#6> <:> <::1> <@>", "<t:1795510800:R> <@&5> <#6> <:> <::1> <@>"),
            ("<<@7>", "<@Petra"),
        ])
    func typed(content: String, text: String) {
        let mentions =
            #","mentions":[{"id":"7","username":"p","global_name":"Petra"},{"id":"8","username":"omar","global_name":null}]"#
        let answer = Answer(
            Self.answer(Self.message(Self.first, content, more: mentions)), after: Self.position, .lost)
        #expect(answer.heard(by: Self.discord, handle: Self.talk).words.map(\.text) == [text])
    }
}
