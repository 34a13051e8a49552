import CivilTime
import Testing

@testable import Chat

@Suite("What people write in a Matrix room")
struct MatrixRepliesTests {
    static let matrix = Matrix(server: "https://matrix.example.com", token: Secret("syt_Y29hY2hk_secret"), roomID: nil)
    static let ana = "!ana:example.com"
    static let own = "@coachd:example.com"

    static func event(
        _ body: String, sender: String = "@ana:example.com", content: String = #""msgtype":"m.text""#,
        type: String = "m.room.message"
    ) -> String {
        """
        {"type":"\(type)","event_id":"$1","sender":"\(sender)","origin_server_ts":1795510700999,
         "content":{"body":"\(body)",\(content)},"unsigned":{"age":1234}}
        """
    }

    static func sync(_ events: String..., room: String = ana) -> String {
        """
        {"next_batch":"s72_9","rooms":{"join":{"\(room)":{"timeline":{"events":[\(events.joined(separator: ","))],
         "limited":false,"prev_batch":"t1"},"state":{"events":[]},"summary":{}}}}}
        """
    }

    @Test("the first look asks who coachd is there")
    func whoami() {
        let request = Self.matrix.request(for: Look())
        #expect(request.method == .get && request.body.isEmpty)
        #expect(request.url.value == "https://matrix.example.com/_matrix/client/v3/account/whoami")
        #expect(request.header("Authorization") == "Bearer syt_Y29hY2hk_secret")
    }

    @Test("the second finds the place, and asks for no event")
    func place() {
        let request = Self.matrix.request(for: Look(position: Self.own))
        #expect(
            request.url.value.removingPercentEncoding
                == #"https://matrix.example.com/_matrix/client/v3/sync?timeout=0&filter={"presence":{"not_types":["*"]},"account_data":{"not_types":["*"]},"room":{"account_data":{"not_types":["*"]},"ephemeral":{"not_types":["*"]},"state":{"not_types":["*"]},"timeline":{"not_types":["*"]}}}"#
        )
        #expect(!request.url.value.contains("{") && !request.url.value.contains("\""))
    }

    @Test("a later look waits for the messages of others")
    func later() {
        let request = Self.matrix.request(for: Look(position: "\(Self.own) s72 9&x"))
        #expect(
            request.url.value.hasPrefix("https://matrix.example.com/_matrix/client/v3/sync?since=s72%209%26x&timeout"))
        #expect(
            request.url.value.removingPercentEncoding?.hasSuffix(
                #"x&timeout=30000&filter={"presence":{"not_types":["*"]},"account_data":{"not_types":["*"]},"room":{"account_data":{"not_types":["*"]},"ephemeral":{"not_types":["*"]},"state":{"not_types":["*"]},"timeline":{"types":["m.room.message"],"not_senders":["@coachd:example.com"],"limit":100}}}"#
            ) == true)
        #expect(Self.matrix.hearing.holdSeconds == 30 && !Self.matrix.hearing.isPerPerson)
    }

    @Test("the listener tells one token from another and gives none away")
    func listener() {
        let other = Matrix(server: Self.matrix.server, token: Secret("other"), roomID: nil)
        #expect(Self.matrix.listener.hasPrefix("matrix.example.com/"))
        #expect(Self.matrix.listener != other.listener)
        #expect(!Self.matrix.listener.contains("secret"))
    }

    @Test("who wrote is known by the room, which is where coachd writes to")
    func sender() {
        let outcome = Answer(Self.sync(Self.event("1 met")), after: "\(Self.own) s1", .lost).heard(by: Self.matrix)
        #expect(
            outcome
                == .words(
                    [
                        IncomingWords(
                            id: "$1", senders: [Self.ana], name: "@ana:example.com", text: "1 met",
                            at: Instant(secondsSinceEpoch: 1_795_510_700))
                    ], position: "\(Self.own) s72_9"))
    }

    static let steps: [Answer] = [
        Answer(
            #"{"user_id":"@coachd:example.com","device_id":"ABC","is_guest":false}"#, after: nil,
            .words([], position: own, isMore: true)),
        Answer(#"{"user_id":7}"#, after: nil, .later()), Answer(#"{"user_id":""}"#, after: nil, .later()),
        Answer(#"{"user_id":"@a b"}"#, after: nil, .later()), Answer("<html>", after: nil, .later()),
        // A server that gives messages all the same gives old ones.
        Answer(sync(event("old")), after: own, .words([], position: "\(own) s72_9")),
        Answer(#"{"next_batch":"s1"}"#, after: own, .words([], position: "\(own) s1")),
        Answer(#"{"next_batch":""}"#, after: own, .later()), Answer("{}", after: own, .later()),
        Answer("[]", after: "\(own) s1", .later()), Answer(#"{"next_batch":7}"#, after: "\(own) s1", .later()),
        // What is too long stays so until coachd begins anew.
        Answer(#"{"next_batch":"s2","rooms":{"jo"#, after: "\(own) s1", .lost),
        Answer(#"{"next_batch":"s2","rooms":{"jo"#, after: own, .later()),
        Answer("<html>", after: "\(own) s1", .later()),
        Answer(#"{"next_batch":"s2"}"#, after: "\(own) s1", .words([], position: "\(own) s2")),
    ]

    static func heard(_ sync: String, _ texts: [String]) -> Answer {
        Answer(sync, after: "\(own) s1", .words(texts, position: "\(own) s72_9"))
    }

    static let events: [Answer] = [
        heard(sync(event("a"), event("b")), ["a", "b"]),
        heard(sync(event("a", sender: own), event("b")), ["b"]),
        heard(sync(event("a", content: #""msgtype":"m.notice""#)), []),
        heard(sync(event("a.png", content: #""msgtype":"m.image""#)), []),
        heard(sync(event("a", type: "m.room.encrypted"), event("b", type: "m.room.topic")), []),
        heard(
            sync(
                event(
                    "* b",
                    content:
                        #""msgtype":"m.text","m.new_content":{"body":"b"},"m.relates_to":{"rel_type":"m.replace","event_id":"$1"}"#
                )), []),
        heard(
            sync(
                event(
                    "b", content: #""msgtype":"m.text","m.relates_to":{"rel_type":"m.thread","event_id":"$1"}"#)),
            ["b"]),
        // What is answered is repeated by older clients.
        heard(
            sync(
                event(
                    #"> <@coachd:example.com> Today:\n> 1. Globex\n\n1 met\n\n> and said so"#,
                    content: #""msgtype":"m.text","m.relates_to":{"m.in_reply_to":{"event_id":"$1"}}"#)),
            ["1 met\n\n> and said so"]),
        heard(
            sync(
                event(
                    #"1 met\n> quoted"#,
                    content: #""msgtype":"m.text","m.relates_to":{"m.in_reply_to":{"event_id":"$1"}}"#)),
            ["1 met\n> quoted"]),
        heard(
            sync(
                event(
                    "> nothing else",
                    content: #""msgtype":"m.text","m.relates_to":{"m.in_reply_to":{"event_id":"$1"}}"#)), []),
        heard(sync(event(#"> typed\n\nso"#)), ["> typed\n\nso"]),
        // What cannot be read is passed over.
        heard(
            sync(
                "null", "[]", #"{"type":"m.room.message"}"#,
                #"{"type":"m.room.message","sender":"@a:b","event_id":"$1","origin_server_ts":1}"#,
                #"{"type":"m.room.message","sender":"@a:b","event_id":"$1","content":{"msgtype":"m.text","body":"no time"}}"#,
                #"{"type":"m.room.message","sender":"@a:b","event_id":"$1","origin_server_ts":1,"content":{"msgtype":"m.text","body":{}}}"#,
                event("a", content: #""msgtype":"m.text","m.relates_to":[]"#), event("b")), ["a", "b"]),
        heard(#"{"next_batch":"s72_9","rooms":[]}"#, []),
        heard(#"{"next_batch":"s72_9","rooms":{"join":[{"timeline":{}}]}}"#, []),
        heard(#"{"next_batch":"s72_9","rooms":{"join":{"!a:b":{"timeline":{"events":{}}},"!c:d":7}}}"#, []),
        heard(#"{"next_batch":"s72_9","rooms":{"invite":{"!a:b":{"invite_state":{"events":[]}}}}}"#, []),
    ]

    static let failures: [Answer] = [
        Answer(401, #"{"errcode":"M_UNKNOWN_TOKEN","soft_logout":true}"#, after: nil, .refused),
        Answer(401, #"{"errcode":"M_MISSING_TOKEN"}"#, after: "\(own) s1", .refused),
        Answer(403, #"{"errcode":"M_USER_DEACTIVATED"}"#, after: own, .refused),
        Answer(
            429, #"{"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":2001}"#, after: "\(own) s1", .later(3)),
        Answer(
            429, #"{"errcode":"M_LIMIT_EXCEEDED"}"#, after: own, headers: ["Retry-After": "5"], .later(5)),
        Answer(429, "", after: own, .later()),
        Answer(400, #"{"errcode":"M_UNKNOWN","error":"Invalid stream token"}"#, after: "\(own) s1", .lost),
        Answer(400, #"{"errcode":"M_INVALID_PARAM"}"#, after: "\(own) s1", .lost),
        Answer(404, #"{"errcode":"M_UNKNOWN_POS"}"#, after: "\(own) s1", .lost),
        // Without a batch it is the request that the server does not understand.
        Answer(400, #"{"errcode":"M_INVALID_PARAM"}"#, after: own, .refusedOne),
        Answer(404, #"{"errcode":"M_UNRECOGNIZED"}"#, after: nil, .refused), Answer(404, "", after: nil, .refused),
        Answer(500, #"{"errcode":"M_UNKNOWN"}"#, after: "\(own) s1", .later()),
        Answer(504, "<html>", after: "\(own) s1", .later()),
    ]

    @Test("each answer brings what it brings", arguments: steps + events + failures)
    func outcomes(answer: Answer) {
        #expect(Answer.Brings(answer.heard(by: Self.matrix)) == answer.brings)
    }

    @Test("each room is a person")
    func rooms() {
        let body = """
            {"next_batch":"s2","rooms":{"join":{
             "!ana:example.com":{"timeline":{"events":[\(Self.event("a")),\(Self.event("b"))],"limited":true}},
             "!ben:example.com":{"timeline":{"events":[\(Self.event("c", sender: "@ben:example.com"))]}}}}}
            """
        let words = Answer(body, after: "\(Self.own) s1", .lost).heard(by: Self.matrix).words
        #expect(words.map(\.text) == ["a", "b", "c"])
        #expect(words.map(\.senders) == [[Self.ana], [Self.ana], ["!ben:example.com"]])
    }
}
