import CivilTime
import Testing

@testable import Chat

@Suite("What people write in a Nextcloud conversation")
struct NextcloudRepliesTests {
    static let nextcloud = Nextcloud(
        server: "https://cloud.example.com", user: "coachd@example.com", password: Secret("app"), conversation: nil)
    static let chat = "https://cloud.example.com/ocs/v2.php/apps/spreed/api/v1/chat/a1b2c3"

    static func message(
        _ id: Int, _ text: String, actor: String = "ana", actorType: String = "users", type: String = "comment",
        system: String = "", parameters: String = "[]"
    ) -> String {
        """
        {"id":\(id),"token":"a1b2c3","actorType":"\(actorType)","actorId":"\(actor)","actorDisplayName":"Ana Reis",
         "timestamp":1795510700,"message":"\(text)","messageParameters":\(parameters),"systemMessage":"\(system)",
         "messageType":"\(type)","isReplyable":true,"referenceId":"","reactions":{},"expirationTimestamp":0}
        """
    }

    static func answer(_ messages: String...) -> String {
        """
        {"ocs":{"meta":{"status":"ok","statuscode":200,"message":"OK"},"data":[\(messages.joined(separator: ","))]}}
        """
    }

    @Test("the first look asks by which name coachd is known there")
    func name() {
        let request = Self.nextcloud.request(for: Look(handle: "a1b2c3"))
        #expect(request.method == .get)
        #expect(request.url.value == "https://cloud.example.com/ocs/v2.php/cloud/user")
        #expect(request.header("Authorization") == "Basic Y29hY2hkQGV4YW1wbGUuY29tOmFwcA==")
        #expect(request.header("OCS-APIRequest") == "true" && request.header("Accept") == "application/json")
    }

    @Test("the second asks for the newest message, and later ones for those behind it")
    func chat() {
        #expect(
            Self.nextcloud.request(for: Look(handle: "a1b2c3", position: "/coachd")).url.value
                == "\(Self.chat)?lookIntoFuture=0&limit=1&setReadMarker=0")
        #expect(
            Self.nextcloud.request(for: Look(handle: "a1b2c3", position: "42/coachd")).url.value
                == "\(Self.chat)?lookIntoFuture=1&lastKnownMessageId=42&includeLastKnown=0&timeout=0&limit=20&setReadMarker=0"
        )
        #expect(Self.nextcloud.hearing.isPerPerson && Self.nextcloud.hearing.holdSeconds == 0)
        #expect(Self.nextcloud.listener == "cloud.example.com/coachd@example.com")
    }

    @Test("who wrote is known by the conversation, which is where coachd writes to")
    func sender() {
        let answer = Answer(Self.answer(Self.message(43, "1 met")), after: "42/coachd", .lost)
        #expect(
            answer.heard(by: Self.nextcloud, handle: "a1b2c3")
                == .words(
                    [
                        IncomingWords(
                            id: "43", senders: ["a1b2c3"], name: "Ana Reis", text: "1 met",
                            at: Instant(secondsSinceEpoch: 1_795_510_700))
                    ], position: "43/coachd"))
    }

    static let steps: [Answer] = [
        Answer(
            #"{"ocs":{"meta":{"status":"ok"},"data":{"id":"coachd","display-name":"Coach","email":"coachd@example.com"}}}"#,
            after: nil, .words([], position: "/coachd", isMore: true)),
        // A name may have any sign in it.
        Answer(#"{"ocs":{"data":{"id":"a/b c"}}}"#, after: nil, .words([], position: "/a/b c", isMore: true)),
        Answer(answer(message(3, "a", actor: "a/b c")), after: "2/a/b c", .words([], position: "3/a/b c")),
        Answer(#"{"ocs":{"data":{"id":7}}}"#, after: nil, .later()), Answer(answer(), after: nil, .later()),
        // What was written before the first look is not for coachd.
        Answer(answer(message(42, "old")), after: "/coachd", .words([], position: "42/coachd")),
        Answer(answer(), after: "/coachd", .words([], position: "0/coachd")),
        Answer(304, "", after: "/coachd", .words([], position: "0/coachd")),
    ]

    static let lists: [Answer] = [
        Answer(304, "", after: "42/coachd", .words([], position: "42/coachd")),
        Answer(answer(), after: "42/coachd", .words([], position: "42/coachd")),
        Answer(answer(), after: "42/coachd", headers: ["X-Chat-Last-Given": "47"], .words([], position: "47/coachd")),
        Answer(
            answer(message(43, "a"), message(44, "b")), after: "42/coachd", headers: ["x-chat-last-given": "44"],
            .words(["a", "b"], position: "44/coachd")),
        Answer(
            answer(message(43, "a")), after: "42/coachd", headers: ["X-Chat-Last-Given": "x"],
            .words(["a"], position: "43/coachd")),
        // The server begins anew where the last message is no longer there.
        Answer(answer(message(40, "old"), message(43, "a")), after: "42/coachd", .words(["a"], position: "43/coachd")),
        Answer(answer(message(40, "old")), after: "42/coachd", .words([], position: "42/coachd")),
        // coachd's own, guests, bots, what the system says, what was deleted.
        Answer(
            answer(message(43, "a", actor: "coachd"), message(44, "b")), after: "42/coachd",
            .words(["b"], position: "44/coachd")),
        Answer(answer(message(43, "a", actorType: "guests")), after: "42/coachd", .words([], position: "43/coachd")),
        Answer(answer(message(43, "a", actorType: "bots")), after: "42/coachd", .words([], position: "43/coachd")),
        Answer(
            answer(message(43, "{actor} joined", type: "system", system: "user_added")), after: "42/coachd",
            .words([], position: "43/coachd")),
        Answer(
            answer(message(43, "a", system: "call_started")), after: "42/coachd", .words([], position: "43/coachd")),
        Answer(
            answer(message(43, "a", type: "comment_deleted")), after: "42/coachd", .words([], position: "43/coachd")),
        // Names stand in their places, once and for all.
        Answer(
            answer(
                message(
                    43, "met {mention-user1} on {file} {other} {",
                    parameters:
                        #"{"mention-user1":{"type":"user","id":"ben","name":"{file}"},"file":{"type":"file","name":"a.pdf"},"other":7}"#
                )
            ), after: "42/coachd", .words(["met {file} on a.pdf {other} {"], position: "43/coachd")),
        // What cannot be read is passed over.
        Answer(
            answer(
                "null", "[]", "{}", #"{"id":"45"}"#, #"{"id":44,"actorType":"users","actorId":7,"message":{}}"#,
                #"{"id":46,"actorType":"users","actorId":"ana","messageType":"comment","message":[],"timestamp":"x"}"#,
                message(47, "b")), after: "42/coachd", .words(["b"], position: "47/coachd")),
    ]

    static let failures: [Answer] = [
        Answer("<html>", after: "42/coachd", .later()), Answer("", after: nil, .later()),
        Answer(
            #"{"ocs":{"meta":{"status":"failure","statuscode":997},"data":{}}}"#, after: "42/coachd", .later()),
        Answer(#"{"ocs":{"data":[{"id":43,"mess"#, after: "42/coachd", .later()),
        Answer(401, #"{"ocs":{"meta":{"status":"failure","statuscode":997}}}"#, after: nil, .refused),
        Answer(404, "", after: "42/coachd", .refusedOne), Answer(403, "", after: "/coachd", .refusedOne),
        // The lobby opens by itself.
        Answer(412, "", after: "42/coachd", .later()),
        Answer(429, "", after: "42/coachd", headers: ["Retry-After": "12"], .later(12)),
        Answer(503, "<html>maintenance</html>", after: "42/coachd", headers: ["Retry-After": "120"], .later(120)),
    ]

    @Test("each answer brings what it brings", arguments: steps + lists + failures)
    func outcomes(answer: Answer) {
        #expect(Answer.Brings(answer.heard(by: Self.nextcloud, handle: "a1b2c3")) == answer.brings)
    }

    @Test("a full list says that there is more, unless it would come again")
    func full() {
        let full = (1...20).map { Self.message($0, "\($0)") }.joined(separator: ",")
        #expect(
            Answer.Brings(Answer(Self.answer(full), after: "0/coachd", .lost).heard(by: Self.nextcloud, handle: "a1"))
                == .words((1...20).map(String.init), position: "20/coachd", isMore: true))
        #expect(
            Answer.Brings(Answer(Self.answer(full), after: "20/coachd", .lost).heard(by: Self.nextcloud, handle: "a1"))
                == .words([], position: "20/coachd"))
    }
}
