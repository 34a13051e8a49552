import CivilTime
import Testing

@testable import Chat

@Suite("What people write to a Telegram bot")
struct TelegramRepliesTests {
    static let telegram = Telegram(token: Secret("110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"), chat: nil)

    static func update(_ id: Int, _ text: String, chat: String = #"{"id":1111,"type":"private"}"#, isBot: Bool = false)
        -> String
    {
        """
        {"update_id":\(id),"message":{"message_id":\(id - 1000),"date":1795510700,"chat":\(chat),"text":"\(text)",
         "from":{"id":1111,"is_bot":\(isBot),"first_name":"Ana","last_name":"Reis","username":"ana","language_code":"en"}}}
        """
    }

    static func answer(_ updates: String...) -> String { #"{"ok":true,"result":[\#(updates.joined(separator: ","))]}"# }

    @Test("the first look asks for the last update only, and waits for none")
    func first() {
        let request = Self.telegram.request(for: Look())
        #expect(request.method == .post)
        #expect(
            request.url.value == "https://api.telegram.org/bot110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/getUpdates")
        #expect(
            String(decoding: request.body, as: UTF8.self)
                == #"{"offset":-1,"limit":1,"timeout":0,"allowed_updates":["message"]}"#)
    }

    @Test("a later look waits for what comes next")
    func later() {
        #expect(
            String(decoding: Self.telegram.request(for: Look(position: "8001")).body, as: UTF8.self)
                == #"{"offset":8001,"limit":20,"timeout":50,"allowed_updates":["message"]}"#)
        #expect(Self.telegram.hearing.holdSeconds == 50 && !Self.telegram.hearing.isPerPerson)
    }

    @Test("the listener is the bot's number at its server, without the secret")
    func listener() {
        #expect(Self.telegram.listener == "api.telegram.org/110201543")
        #expect(Telegram(token: Secret("secret"), chat: nil).listener == "api.telegram.org/")
    }

    @Test("who wrote is known by the chat, which is where the bot writes to")
    func sender() {
        let outcome = Answer(Self.answer(Self.update(8001, "1 met the CFO\\nno news")), after: "8001", .lost)
            .heard(by: Self.telegram)
        #expect(
            outcome
                == .words(
                    [
                        IncomingWords(
                            id: "1111/7001", senders: ["1111"], name: "Ana Reis", text: "1 met the CFO\nno news",
                            at: Instant(secondsSinceEpoch: 1_795_510_700))
                    ], position: "8002"))
    }

    @Test("the name is what there is of it")
    func names() {
        for (sender, name) in [
            (#"{"id":1,"first_name":"Ana"}"#, "Ana"), (#"{"id":1,"first_name":"","username":"ana"}"#, "ana"),
            (#"{"id":1}"#, ""), (#"{"first_name":7,"last_name":"Reis"}"#, "Reis"),
        ] {
            let body = #"{"update_id":1,"message":{"message_id":2,"date":3,"chat":{"id":4,"type":"private"},"from":"#
            let answer = Answer(Self.answer(body + sender + #","text":"a"}}"#), after: "1", .lost)
            #expect(answer.heard(by: Self.telegram).words.map(\.name) == [name])
        }
    }

    static let lists: [Answer] = [
        // What waits before the first look is not for coachd.
        Answer(answer(), after: nil, .words([], position: "0")),
        Answer(answer(update(8000, "old")), after: nil, .words([], position: "8001")),
        Answer(answer(), after: "8001", .words([], position: "8001")),
        Answer(answer(update(8001, "a"), update(8002, "b")), after: "8001", .words(["a", "b"], position: "8003")),
        // After a quiet week the ids begin somewhere else, and the server answers from its first one.
        Answer(answer(update(17, "a")), after: "8001", .words(["a"], position: "18")),
        // Groups, channels, bots, pictures and whatever is no message are passed over.
        Answer(
            answer(update(8001, "a", chat: #"{"id":-100123,"type":"supergroup","title":"Team"}"#)), after: "8001",
            .words([], position: "8002")),
        Answer(
            answer(update(8001, "a", chat: #"{"id":-5,"type":"channel"}"#), update(8002, "b")), after: "8001",
            .words(["b"], position: "8003")),
        Answer(answer(update(8001, "a", isBot: true)), after: "8001", .words([], position: "8002")),
        Answer(answer(update(8001, " \\n ")), after: "8001", .words([], position: "8002")),
        Answer(
            answer(
                #"{"update_id":8001,"message":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"from":{"id":1},"photo":[{}]}}"#
            ), after: "8001", .words([], position: "8002")),
        Answer(
            answer(#"{"update_id":8001,"edited_message":{"message_id":1}}"#), after: "8001",
            .words([], position: "8002")),
        // What cannot be read is passed over too.
        Answer(
            answer(
                #"{"update_id":8001,"message":[{"message":{}}]}"#, #"{"update_id":8002,"message":null}"#, "7", "null",
                #"{"update_id":"9999"}"#, #"{"update_id":9223372036854775807}"#,
                #"{"update_id":8003,"message":{"message_id":"x","date":"y","chat":{"id":"1","type":"private"},"from":[],"text":7}}"#,
                update(8004, "b")), after: "8001", .words(["b"], position: "8005")),
        Answer(answer("{}", "{}"), after: "8001", .words([], position: "8001")),
    ]

    static let failures: [Answer] = [
        Answer("<html>Welcome to the hotel</html>", after: "1", .later()), Answer("", after: "1", .later()),
        Answer(#"{"ok":true}"#, after: "1", .later()), Answer(#"{"ok":true,"result":{}}"#, after: "1", .later()),
        Answer(#"{"ok":false,"error_code":500,"description":"Internal"}"#, after: "1", .later()),
        Answer(#"{"result":[]}"#, after: nil, .later()), Answer(#"{"ok":true,"result":[{"upd"#, after: "1", .later()),
        Answer(401, #"{"ok":false,"error_code":401,"description":"Unauthorized"}"#, after: "1", .refused),
        Answer(404, #"{"ok":false,"error_code":404,"description":"Not Found"}"#, after: nil, .refused),
        Answer(
            429, #"{"ok":false,"error_code":429,"parameters":{"retry_after":11}}"#, after: "1", .later(11)),
        Answer(429, "", after: "1", headers: ["Retry-After": "7"], .later(7)), Answer(429, "", after: "1", .later()),
        Answer(502, "<html>", after: "1", .later()), Answer(302, "", after: "1", .refused),
    ]

    @Test("each answer brings what it brings", arguments: lists + failures)
    func outcomes(answer: Answer) {
        #expect(Answer.Brings(answer.heard(by: Self.telegram)) == answer.brings)
    }

    @Test("a full list says that there is more, unless it would come again")
    func full() {
        let full = (1...20).map { Self.update($0 + 2000, "\($0)") }.joined(separator: ",")
        let texts = (1...20).map(String.init)
        #expect(
            Answer.Brings(Answer(Self.answer(full), after: "2001", .lost).heard(by: Self.telegram))
                == .words(texts, position: "2021", isMore: true))
        let unreadable = Array(repeating: "{}", count: 20).joined(separator: ",")
        #expect(
            Answer.Brings(Answer(Self.answer(unreadable), after: "2001", .lost).heard(by: Self.telegram))
                == .words([], position: "2001"))
    }

    @Test("two that fetch are one too many, and the reason says what to do")
    func conflict() throws {
        let webhook = #"{"ok":false,"description":"Conflict: can't use getUpdates method while webhook is active; …"}"#
        let other = #"{"ok":false,"description":"Conflict: terminated by other getUpdates request"}"#
        for (body, advice) in [(webhook, "deleteWebhook"), (other, "a bot of its own")] {
            let outcome = Answer(409, body, after: "1", .refused).heard(by: Self.telegram)
            #expect(Answer.Brings(outcome) == .refused)
            #expect(try #require(outcome.reason).contains(advice))
        }
    }

    @Test("a long text is cut, and a time that cannot be is put right")
    func bounds() throws {
        let long = String(repeating: "é\u{301}", count: 9_000)
        let body = #"{"update_id":1,"message":{"message_id":2,"date":9223372036854775807,"text":"\#(long)","#
        let answer = Answer(
            Self.answer(body + #""chat":{"id":4,"type":"private"},"from":{"id":4}}}"#), after: "1", .lost)
        let words = try #require(answer.heard(by: Self.telegram).words.first)
        #expect(words.text.unicodeScalars.count == 4_000)
        #expect(words.at == Answer.now)
    }

    @Test("what people wrote stands in no reason")
    func privacy() throws {
        let cut = Answer(#"{"ok":true,"result":[{"message":{"text":"secret"#, after: "1", .later())
        #expect(try !#require(cut.heard(by: Self.telegram).reason).contains("secret"))
        let page = Answer("<html>", after: "1", headers: ["content-type": "text/html"], .later())
        #expect(page.heard(by: Self.telegram).reason == "HTTP 200 with text/html that cannot be read")
    }
}
