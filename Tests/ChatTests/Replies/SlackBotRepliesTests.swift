import CivilTime
import Coaching
import Testing

@testable import Chat

@Suite("What people write to a Slack bot")
struct SlackBotRepliesTests {
    static let slack = SlackBot(token: Secret("xoxb-17653672481-secret"), channel: nil)
    static let ana = "U012AB3CD"
    /// As it is kept, with threads heard until a time of their own and looked for 40 seconds ago.
    static let position = place("1795510600.000100")
    static let threads = "1795510590.000000"

    static func place(_ talk: String, threads: String = threads, looked: String = "1795510760", waiting: String = "")
        -> String
    {
        "D069C7QFK/\(talk)/\(threads)/\(looked)/\(waiting)"
    }

    static func message(_ ts: String, _ text: String, _ more: String = "") -> String {
        """
        {"type":"message","user":"U012AB3CD","ts":"\(ts)","text":"\(text)","team":"T061EG9R6",
         "client_msg_id":"0f8a","blocks":[{"type":"rich_text","elements":[]}]\(more)}
        """
    }

    static func answer(_ messages: String...) -> String {
        """
        {"ok":true,"messages":[\(messages.joined(separator: ","))],"has_more":false,"pin_count":0,
         "response_metadata":{"next_cursor":""}}
        """
    }

    @Test("the first look opens the talk with a member")
    func open() {
        let request = Self.slack.request(for: Look(handle: Self.ana))
        #expect(request.method == .post)
        #expect(request.url.value == "https://slack.com/api/conversations.open")
        #expect(String(decoding: request.body, as: UTF8.self) == "users=U012AB3CD")
        #expect(request.header("Authorization") == "Bearer xoxb-17653672481-secret")
    }

    @Test("where the talk itself is known, the first look sees that it can be read")
    func talk() {
        let request = Self.slack.request(for: Look(handle: "D069C7QFK"))
        #expect(request.method == .get)
        #expect(request.url.value == "https://slack.com/api/conversations.history?channel=D069C7QFK&limit=1")
    }

    @Test("a later look asks for what came since")
    func later() {
        #expect(
            Self.slack.request(for: Look(handle: Self.ana, position: Self.position)).url.value
                == "https://slack.com/api/conversations.history?channel=D069C7QFK&oldest=1795510600.000100&inclusive=false&limit=200"
        )
        #expect(Self.slack.hearing == Hearing(isPerPerson: true, holdSeconds: 0, pace: Rate(count: 40, seconds: 60)))
        #expect(Self.slack.listener.hasPrefix("slack.com/") && !Self.slack.listener.contains("xoxb"))
    }

    @Test("now is where the first look ends, by the talk's id")
    func place() {
        let opened = Answer(#"{"ok":true,"channel":{"id":"D069C7QFK"}}"#, after: nil, .lost)
        #expect(
            opened.heard(by: Self.slack, handle: Self.ana)
                == .words([], position: "D069C7QFK/1795510800.000000/1795510800.000000/1795510800/"))
        let seen = Answer(Self.answer(Self.message("1795510700.000100", "old")), after: nil, .lost)
        #expect(
            seen.heard(by: Self.slack, handle: "D0")
                == .words([], position: "D0/1795510800.000000/1795510800.000000/1795510800/"))
        for body in [#"{"ok":true}"#, #"{"ok":true,"channel":{"id":7}}"#, #"{"ok":true,"channel":{"id":"C1"}}"#] {
            let answer = Answer(body, after: nil, .later())
            #expect(Answer.Brings(answer.heard(by: Self.slack, handle: Self.ana)) == .later())
        }
    }

    @Test("who wrote is known by the id to which coachd writes, and by the member's own")
    func sender() {
        let answer = Answer(Self.answer(Self.message("1795510700.000200", "1 met")), after: Self.position, .lost)
        func words(_ senders: [String]) -> LookOutcome {
            .words(
                [
                    IncomingWords(
                        id: "D069C7QFK/1795510700.000200", senders: senders, text: "1 met",
                        at: Instant(secondsSinceEpoch: 1_795_510_700))
                ], position: Self.place("1795510700.000200"))
        }
        #expect(answer.heard(by: Self.slack, handle: Self.ana) == words([Self.ana]))
        #expect(answer.heard(by: Self.slack, handle: "D069C7QFK") == words(["D069C7QFK", Self.ana]))
        #expect(answer.heard(by: Self.slack, handle: "U999").words.isEmpty)
    }

    static func heard(_ messages: String..., brings texts: [String], until time: String) -> Answer {
        Answer(
            answer(messages.joined(separator: ",")), after: position, .words(texts, position: place(time)))
    }

    static let lists: [Answer] = [
        Answer(answer(), after: position, .words([], position: position)),
        // Newest first.
        heard(
            message("1795510702.000100", "b"), message("1795510701.999999", "a"), brings: ["a", "b"],
            until: "1795510702.000100"),
        heard(
            message("1795510702.000200", "b"), message("1795510702.000100", "a"), brings: ["a", "b"],
            until: "1795510702.000200"),
        // What was heard is not heard again.
        heard(message("1795510600.000100", "a"), brings: [], until: "1795510600.000100"),
        // Bots, joins, pictures without a word, other people.
        heard(
            message("1795510701.000100", "a", #","bot_id":"B1","app_id":"A1""#), brings: [], until: "1795510701.000100"),
        heard(message("1795510701.000100", "a", #","subtype":"channel_join""#), brings: [], until: "1795510701.000100"),
        heard(message("1795510701.000100", ""), brings: [], until: "1795510701.000100"),
        heard(
            #"{"type":"message","user":"U999","text":"a","ts":"1795510701.000100"}"#,
            message("1795510700.000100", "b"), brings: ["b"], until: "1795510701.000100"),
        // Edited ones keep their time; answers in a thread that were also sent to the talk count.
        heard(
            message("1795510701.000100", "a", #","edited":{"user":"U012AB3CD","ts":"1795510702.000000"}"#),
            brings: ["a"], until: "1795510701.000100"),
        heard(
            message("1795510701.000100", "a", #","subtype":"thread_broadcast","thread_ts":"1.2""#), brings: ["a"],
            until: "1795510701.000100"),
        // What cannot be read is passed over.
        heard(
            "null", "[]", "{}", #"{"ts":1795510799}"#, #"{"ts":"later"}"#, #"{"ts":"1795510799"}"#,
            #"{"ts":"99999999999999999999.000000","text":"a"}"#, #"{"ts":"1795510701.000100","user":[],"text":{}}"#,
            message("1795510702.000100", "b"), brings: ["b"], until: "1795510702.000100"),
    ]

    static let week = "D069C7QFK/1795510600.000100"
    static let looking = place("1795510600.000100", looked: "now")
    static let parent = "1795420800.000300"
    static let waiting = place(
        "1795510600.000100", looked: "1795510799", waiting: "\(parent)+\(threads),1.000000+2.000000")
    static let last = place("1795510600.000100", looked: "1795510799", waiting: "\(parent)+\(threads)")

    static func reply(_ ts: String, _ text: String) -> String {
        message(ts, text, #","thread_ts":"\#(parent)","parent_user_id":"U0BOT""#)
    }

    static func answered(_ ts: String, at time: String) -> String {
        message(ts, "a question", #","bot_id":"B1","thread_ts":"\#(ts)","reply_count":2,"latest_reply":"\#(time)""#)
    }

    static let threadLooks: [Answer] = [
        // A minute after the last look for threads the next one is due; what an older coachd wrote down knows of none.
        Answer(
            answer(), after: place("1795510600.000100", looked: "1795510740"),
            .words([], position: place("1795510600.000100", looked: "now"))),
        Answer(
            answer(), after: week,
            .words([], position: place("1795510600.000100", threads: "1795510600.000100", looked: "now"))),
        // Of the messages of some days those whose last answer is newer than what was heard wait to be read.
        Answer(
            answer(
                message("1795510700.000100", "met Petra"), answered("1795420800.000300", at: "1795510790.000100"),
                answered("1795420700.000300", at: "1795510590.000000"), message("1795420600.000300", "old")),
            after: looking,
            .words(
                ["met Petra"],
                position: place(
                    "1795510700.000100", threads: "1795510790.000100", looked: "1795510800",
                    waiting: "\(parent)+\(threads)"), isMore: true)),
        Answer(answer(), after: looking, .words([], position: place("1795510600.000100", looked: "1795510800"))),
        // A thread brings the message that is answered, and the answers of everybody.
        Answer(
            answer(
                message(parent, "a question", #","bot_id":"B1""#), reply("1795510580.000000", "heard"),
                reply("1795510700.000100", "called Petra"), reply("1795510701.000100", "hold Globex")), after: last,
            .words(["called Petra", "hold Globex"], position: place("1795510600.000100", looked: "1795510799"))),
        // One after the other, and a long one in pieces.
        Answer(
            answer(reply("1795510700.000100", "called Petra")), after: waiting,
            .words(
                ["called Petra"],
                position: place("1795510600.000100", looked: "1795510799", waiting: "1.000000+2.000000"), isMore: true)),
        Answer(
            #"{"ok":true,"has_more":true,"messages":[\#(reply("1795510700.000100", "called Petra"))]}"#, after: last,
            .words(
                ["called Petra"],
                position: place("1795510600.000100", looked: "1795510799", waiting: "\(parent)+1795510700.000100"),
                isMore: true)),
        // What was taken away in between is passed over, as is what is too long.
        Answer(
            #"{"ok":false,"error":"thread_not_found"}"#, after: last,
            .words([], position: place("1795510600.000100", looked: "1795510799"))),
        Answer(
            #"{"ok":true,"messages":[{"te"#, after: last,
            .words([], position: place("1795510600.000100", looked: "1795510799"))),
        Answer(
            #"{"ok":true,"messages":[{"te"#, after: looking,
            .words([], position: place("1795510600.000100", looked: "1795510800"))),
        // More of the talk than one answer holds is for the next look, which goes back less far.
        Answer(
            #"{"ok":true,"has_more":true,"messages":[\#(message("1795510700.000100", "b"))]}"#, after: looking,
            .words([], position: place("1795510600.000100", looked: "1795510800"))),
        Answer(#"{"ok":false,"error":"ratelimited"}"#, after: last, headers: ["Retry-After": "30"], .later(30)),
        Answer("{}", after: last, .later()),
    ]

    @Test(
        "about once a minute a look goes back four days for threads with answers, and reads each from where it was heard"
    )
    func threadRequests() {
        func url(_ position: String, isNarrow: Bool = false) -> String {
            Self.slack.request(for: Look(handle: Self.ana, position: position, isNarrow: isNarrow)).url.value
        }
        #expect(
            url(Self.looking)
                == "https://slack.com/api/conversations.history?channel=D069C7QFK&oldest=1795165000.000000&inclusive=false&limit=200"
        )
        #expect(
            url(Self.waiting, isNarrow: true)
                == "https://slack.com/api/conversations.replies?channel=D069C7QFK&ts=1795420800.000300&oldest=1795510590.000000&inclusive=false&limit=20"
        )
    }

    @Test("who answers in a thread is answered there")
    func answerInThread() throws {
        let words = Answer(Self.answer(Self.reply("1795510700.000100", "called Petra")), after: Self.last, .lost)
            .heard(by: Self.slack, handle: Self.ana).words
        var message = Message(.reply, title: "Noted.")
        message.thread = try #require(words.first).thread
        #expect(message.thread == Message.Thread(id: Self.parent))
        #expect(try Sample.slackBot.payload(message)["thread_ts"] as? String == Self.parent)
        message.thread = Message.Thread(id: "a.letter@example.com", subject: "Morning")
        #expect(try Sample.slackBot.payload(message)["thread_ts"] == nil)
    }

    static let failures: [Answer] = [
        Answer("<html>", after: position, .later()), Answer("{}", after: position, .later()),
        Answer(#"{"ok":true,"messages":{}}"#, after: position, .later()),
        // What is too long stays so until coachd begins anew.
        Answer(#"{"ok":true,"messages":[{"te"#, after: position, .lost),
        Answer(#"{"ok":true,"mess"#, after: nil, .later()), Answer("", after: nil, .later()),
        Answer(
            #"{"ok":false,"error":"ratelimited"}"#, after: position, headers: ["Retry-After": "30"], .later(30)),
        Answer(429, "", after: position, headers: ["Retry-After": "30"], .later(30)),
        Answer(#"{"ok":false,"error":"internal_error"}"#, after: position, .later()),
        Answer(#"{"ok":false,"error":"channel_not_found"}"#, after: position, .lost),
        Answer(#"{"ok":false,"error":"channel_not_found"}"#, after: nil, .refusedOne),
        Answer(#"{"ok":false,"error":"invalid_ts_oldest"}"#, after: position, .lost),
        Answer(#"{"ok":false,"error":"user_not_found"}"#, after: nil, .refusedOne),
        Answer(#"{"ok":false,"error":"token_revoked"}"#, after: position, .refused),
        Answer(503, "", after: position, .later()), Answer(404, "", after: position, .refused),
    ]

    @Test("each answer brings what it brings", arguments: lists + threadLooks + failures)
    func outcomes(answer: Answer) {
        #expect(Answer.Brings(answer.heard(by: Self.slack, handle: Self.ana)) == answer.brings)
    }

    @Test("a scope that is missing is named, with what to do")
    func scope() throws {
        let answer = Answer(
            #"{"ok":false,"error":"missing_scope","needed":"im:history","provided":"chat:write"}"#, after: nil,
            .refused)
        let reason = try #require(answer.heard(by: Self.slack, handle: Self.ana).reason)
        #expect(["missing_scope", "im:history", "im:write", "install"].allSatisfy(reason.contains))
    }

    @Test(
        "a text is given as it was typed",
        arguments: [
            ("1 &lt;3 &amp;amp; &gt; 2", "1 <3 &amp; > 2"), ("<http://globex.com|globex.com>", "globex.com"),
            ("see <https://globex.com/?a=1&amp;b=2>!", "see https://globex.com/?a=1&b=2!"),
            ("<mailto:petra@globex.com|petra@globex.com> wrote", "petra@globex.com wrote"),
            ("with <@U999>, <@U998|ben>", "with @U999, @ben"), ("in <#C1|sales> or <#C2|>", "in #sales or #C2"),
            ("<!here> <!subteam^S1|@sales>", "@here @sales"), ("a < b <", "a < b <"), ("<> <|> >", "<> <|> >"),
            ("<<@U1>", "<@U1"), ("&amp;lt;", "&lt;"),
        ])
    func plain(markup: String, text: String) {
        #expect(SlackBlocks.plain(markup) == text)
    }
}
