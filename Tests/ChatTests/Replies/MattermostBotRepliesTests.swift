import CivilTime
import Coaching
import Testing

@testable import Chat

@Suite("What people write to a Mattermost bot")
struct MattermostBotRepliesTests {
    static let mattermost = MattermostBot(
        server: "https://chat.example.com", token: Secret("7hfytsecret"), channel: nil)
    static let bot = "9jrxmb4f6bdk3qsa8xzpbe1huw"
    static let ana = "1wdg6kbhpfn7m8s4bbqek6e1tc"
    static let talk = "4xp9fdt77pncbef59f4k1qe83o"
    static let root = "c7a9zbw3r3nspmkt7b4uj1ihze"
    static let place = "\(bot)/\(ana)"
    static let position = "\(place)/1795510600000"

    static func post(
        _ id: String, at created: Int, _ text: String, by user: String = ana, root: String = "", type: String = "",
        deleted: Int = 0, props: String = "{}"
    ) -> (id: String, body: String) {
        (
            id,
            """
            {"id":"\(id)","create_at":\(created),"update_at":\(created),"edit_at":0,"delete_at":\(deleted),
             "user_id":"\(user)","channel_id":"\(talk)","root_id":"\(root)","original_id":"","message":"\(text)",
             "type":"\(type)","props":\(props),"hashtags":"","pending_post_id":"","metadata":{}}
            """
        )
    }

    /// - Parameter others: Posts that come along with those that were asked for.
    static func answer(_ posts: (id: String, body: String)..., others: [(id: String, body: String)] = []) -> String {
        answer(posts, others)
    }

    static func answer(_ posts: [(id: String, body: String)], _ others: [(id: String, body: String)]) -> String {
        let bodies = (posts + others).map { "\"\($0.id)\":\($0.body)" }.joined(separator: ",")
        let order = posts.map { "\"\($0.id)\"" }.joined(separator: ",")
        return #"{"order":[\#(order)],"posts":{\#(bodies)},"next_post_id":"","prev_post_id":"","has_next":false}"#
    }

    static func channel(_ name: String, type: String = "D") -> String {
        #"{"id":"\#(talk)","type":"\#(type)","name":"\#(name)","display_name":"","last_post_at":1795510600000}"#
    }

    @Test(
        "the first looks ask who the bot is, of whom the talk is, and which post is the newest; later ones what came since"
    )
    func requests() {
        func url(_ position: String?) -> String {
            Self.mattermost.request(for: Look(handle: Self.talk, position: position)).url.value
        }
        let api = "https://chat.example.com/api/v4"
        #expect(url(nil) == "\(api)/users/me")
        #expect(url(Self.bot) == "\(api)/channels/\(Self.talk)")
        #expect(url(Self.place) == "\(api)/channels/\(Self.talk)/posts?per_page=1&skipFetchThreads=true")
        #expect(url(Self.position) == "\(api)/channels/\(Self.talk)/posts?since=1795510600000")
        let request = Self.mattermost.request(for: Look(handle: Self.talk))
        #expect(request.method == .get && request.header("Authorization") == "Bearer 7hfytsecret")
        #expect(Self.mattermost.hearing == Hearing(isPerPerson: true, pace: Rate(count: 4, seconds: 1)))
        #expect(Self.mattermost.listener.hasPrefix("chat.example.com/"))
        #expect(!Self.mattermost.listener.contains("secret"))
    }

    static let steps: [Answer] = [
        Answer(
            #"{"id":"\#(bot)","username":"coachd","is_bot":true}"#, after: nil, .words([], position: bot, isMore: true)),
        Answer(channel("\(ana)__\(bot)"), after: bot, .words([], position: place, isMore: true)),
        Answer(channel("\(bot)__\(ana)"), after: bot, .words([], position: place, isMore: true)),
        // Where others may write, nobody is heard.
        Answer(channel("north-leads", type: "P"), after: bot, .refusedOne),
        Answer(channel("\(ana)__\(bot)", type: "G"), after: bot, .refusedOne),
        Answer(channel("\(ana)__1wdg6kbhpfn7m8s4bbqek6e1td"), after: bot, .refusedOne),
        Answer(channel("\(bot)__\(bot)"), after: bot, .refusedOne),
        // What was written before the first look is not for coachd.
        Answer(
            answer(post("p1", at: 1_795_510_600_000, "old")), after: place, .words([], position: position)),
        Answer(answer(), after: place, .words([], position: "\(place)/0")),
        Answer(
            answer(post("p1", at: 1_795_510_700_000, "a")), after: "\(place)/0",
            .words(["a"], position: "\(place)/1795510700000")),
    ]

    static func heard(
        _ posts: (id: String, body: String)..., brings texts: [String], until time: Int = 1_795_510_700_000
    ) -> Answer {
        Answer(answer(posts, []), after: position, .words(texts, position: "\(place)/\(time)"))
    }

    static let time = 1_795_510_700_000

    static let lists: [Answer] = [
        heard(brings: [], until: 1_795_510_600_000),
        // Newest first, or in any order.
        heard(
            post("p3", at: time, "c"), post("p1", at: time - 2, "a"), post("p2", at: time - 1, "b"),
            brings: ["a", "b", "c"]),
        // What was heard before and then changed, or answered.
        heard(post("p1", at: 1_795_510_600_000, "edited"), brings: [], until: 1_795_510_600_000),
        heard(post("p1", at: 1_795_510_500_000, "older"), post("p2", at: time, "b"), brings: ["b"]),
        // Deleted, and the earlier text of what was edited.
        heard(post("p1", at: time, "a", deleted: time + 5), brings: []),
        // The bot's own, and another's.
        heard(post("p1", at: time, "Good morning", by: bot, props: #"{"from_bot":"true"}"#), brings: []),
        heard(post("p1", at: time, "Good morning", by: bot), brings: []),
        heard(post("p1", at: time, "a", by: root), brings: []),
        // What programs wrote in her name, and the server.
        heard(post("p1", at: time, "a", props: #"{"from_webhook":"true"}"#), brings: []),
        heard(post("p1", at: time, "a", props: #"{"from_plugin":"true"}"#), brings: []),
        heard(post("p1", at: time, "a", type: "system_header_change"), brings: []),
        heard(post("p1", at: time, "*waves*", type: "me"), brings: []),
        heard(post("p1", at: time, "a", props: #"{"disable_group_highlight":true}"#), brings: ["a"]),
        heard(post("p1", at: time, " "), brings: []),
        // As it was typed.
        heard(
            post("p1", at: time, "**met** @petra :tada: <b> &amp; [x](http://x.de)"),
            brings: ["**met** @petra :tada: <b> &amp; [x](http://x.de)"]),
        // A post that is only there because it was answered.
        Answer(
            answer(
                post("p1", at: time, "met", root: root),
                others: [post(root, at: time + 9, "Good morning", by: bot)]),
            after: position, .words(["met"], position: "\(place)/\(time)")),
        // What cannot be read is passed over.
        Answer(
            #"{"order":["p1","p2",7,null,"p9"],"posts":{"p1":{"create_at":"now"},"p2":{"create_at":\#(time),"user_id":7,"props":[]}}}"#,
            after: position, .words([], position: "\(place)/\(time)")),
    ]

    static let failures: [Answer] = [
        Answer("<html>", after: position, .later()), Answer("", after: nil, .later()),
        Answer("{}", after: bot, .later()),
        Answer(#"{"order":{},"posts":[]}"#, after: position, .later()), Answer("{}", after: position, .later()),
        // What is too long stays so until coachd begins anew.
        Answer(#"{"order":["p1"],"posts":{"p1":{"me"#, after: position, .lost),
        Answer(401, #"{"id":"api.context.session_expired.app_error","status_code":401}"#, after: position, .refused),
        Answer(403, #"{"id":"api.context.permissions.app_error","status_code":403}"#, after: position, .refusedOne),
        Answer(404, #"{"id":"app.channel.get.existing.app_error","status_code":404}"#, after: bot, .refusedOne),
        // No Mattermost is there.
        Answer(404, "<html>", after: nil, .refused),
        Answer(429, "limit exceeded", after: position, headers: ["X-RateLimit-Reset": "2"], .later(2)),
        Answer(429, "", after: position, headers: ["Retry-After": "3"], .later(3)),
        Answer(503, "", after: position, .later()),
    ]

    @Test("each answer brings what it brings", arguments: steps + lists + failures)
    func outcomes(answer: Answer) {
        #expect(Answer.Brings(answer.heard(by: Self.mattermost, handle: Self.talk)) == answer.brings)
    }

    @Test("who wrote is known by the talk, which is where coachd writes to")
    func sender() {
        let answer = Answer(Self.answer(Self.post("p1", at: Self.time + 999, "1 met")), after: Self.position, .lost)
        #expect(
            answer.heard(by: Self.mattermost, handle: Self.talk).words == [
                IncomingWords(
                    id: "p1", senders: [Self.talk], text: "1 met", at: Instant(secondsSinceEpoch: 1_795_510_700))
            ])
    }

    @Test("who answers in a thread is answered there")
    func answerInThread() throws {
        let words = Answer(
            Self.answer(Self.post("p1", at: Self.time, "called Petra", root: Self.root)), after: Self.position, .lost
        ).heard(by: Self.mattermost, handle: Self.talk).words
        var message = Message(.reply, title: "Noted.")
        message.thread = try #require(words.first).thread
        #expect(message.thread == Message.Thread(id: Self.root))
        #expect(try Sample.mattermostBot.payload(message)["root_id"] as? String == Self.root)
        message.thread = Message.Thread(id: "a.letter@example.com", subject: "Morning")
        #expect(try Sample.mattermostBot.payload(message)["root_id"] == nil)
    }
}
