import CivilTime
import Testing

@testable import Chat

@Suite("What people write to a Webex bot")
struct WebexRepliesTests {
    static let webex = Webex(token: Secret("secret"), space: nil)
    static let id = "Y2lzY29zcGFyazovL3VzL1BFT1BMRS9hbmE"
    static let position = "2026-11-24T08:50:00.123Z/M5"

    static func item(_ id: String, _ created: String, _ text: String, by email: String = "ana@example.com") -> String {
        """
        {"id":"\(id)","roomId":"Y2lzY29zcGFyazovL3VzL1JPT00","roomType":"direct","text":"\(text)",
         "personId":"\(email == "ana@example.com" ? Self.id : "Y2lzY2")","personEmail":"\(email)","created":"\(created)"}
        """
    }

    static func answer(_ items: String...) -> String { #"{"items":[\#(items.joined(separator: ","))]}"# }

    @Test("a look asks for the messages with the person, by address or id, first or later")
    func requests() {
        let byAddress = Self.webex.request(for: Look(handle: "ana+1@example.com"))
        #expect(byAddress.method == .get)
        #expect(
            byAddress.url.value == "https://webexapis.com/v1/messages/direct?personEmail=ana%2B1%40example.com")
        #expect(byAddress.header("Authorization") == "Bearer secret")
        let byID = Self.webex.request(for: Look(handle: Self.id, position: Self.position))
        #expect(byID.url.value == "https://webexapis.com/v1/messages/direct?personId=\(Self.id)")
        #expect(Self.webex.hearing.isPerPerson && Self.webex.hearing.holdSeconds == 0)
        #expect(!Self.webex.listener.contains("secret"))
    }

    @Test(
        "who wrote is known by the id to which coachd writes, and by all that the message says",
        arguments: [
            "ANA@example.com", "ana@example.com", id,
        ])
    func sender(handle: String) {
        let answer = Answer(
            Self.answer(Self.item("M6", "2026-11-24T08:51:00.000Z", "1 met")), after: Self.position, .lost)
        let senders = [handle] + [Self.id, "ana@example.com"].filter { $0 != handle }
        #expect(
            answer.heard(by: Self.webex, handle: handle)
                == .words(
                    [
                        IncomingWords(
                            id: "M6", senders: senders, text: "1 met", at: Instant(secondsSinceEpoch: 1_795_510_260))
                    ], position: "2026-11-24T08:51:00.000Z/M6"))
    }

    static let lists: [Answer] = [
        // What was written before the first look is not for coachd.
        Answer(answer(), after: nil, .words([], position: "2026-11-24T09:00:00.000Z/")),
        Answer(
            404, #"{"message":"The requested resource could not be found.","errors":[]}"#, after: nil,
            .words([], position: "2026-11-24T09:00:00.000Z/")),
        Answer(answer(item("M5", "2026-11-24T08:50:00.123Z", "old")), after: nil, .words([], position: position)),
        Answer(
            answer(item("M1", "2026-11-24T09:00:00.001Z", "a")), after: "2026-11-24T09:00:00.000Z/",
            .words(["a"], position: "2026-11-24T09:00:00.001Z/M1")),
        Answer(404, "", after: position, .words([], position: position)),
        Answer(answer(), after: position, .words([], position: position)),
        Answer(answer(item("M5", "2026-11-24T08:50:00.123Z", "a")), after: position, .words([], position: position)),
        // Newest first, up to the known one, be it of the same millisecond.
        Answer(
            answer(
                item("M7", "2026-11-24T08:50:01.000Z", "b"), item("M6", "2026-11-24T08:50:00.123Z", "a"),
                item("M5", "2026-11-24T08:50:00.123Z", "old"), item("M4", "2026-11-24T08:50:00.123Z", "older")),
            after: position, .words(["a", "b"], position: "2026-11-24T08:50:01.000Z/M7")),
        // The known one was deleted.
        Answer(
            answer(item("M6", "2026-11-24T08:50:00.124Z", "a"), item("M4", "2026-11-24T08:49:00.000Z", "old")),
            after: position, .words(["a"], position: "2026-11-24T08:50:00.124Z/M6")),
        Answer(answer(item("M4", "2026-11-24T08:49:00.000Z", "old")), after: position, .words([], position: position)),
        // The bot's own move the place and say nothing.
        Answer(
            answer(
                item("M7", "2026-11-24T08:52:00.000Z", "nudge", by: "coachd@webex.bot"),
                item("M6", "2026-11-24T08:51:00.000Z", "a")), after: position,
            .words(["a"], position: "2026-11-24T08:52:00.000Z/M7")),
        Answer(
            answer(item("M6", "2026-11-24T08:51:00.000Z", "  ")), after: position,
            .words([], position: "2026-11-24T08:51:00.000Z/M6")),
        // What cannot be read is passed over.
        Answer(
            answer(
                "null", "[]", #"{"id":"M9"}"#, #"{"id":"M9","created":"today"}"#,
                #"{"id":9,"created":"2027-01-01T00:00:00Z"}"#,
                #"{"id":"M7","created":"2026-11-24T08:52:00.000Z","personId":7,"personEmail":null,"text":{}}"#,
                item("M6", "2026-11-24T08:51:00.000Z", "a")), after: position,
            .words(["a"], position: "2026-11-24T08:52:00.000Z/M7")),
    ]

    static let failures: [Answer] = [
        Answer("<html>", after: position, .later()), Answer("{}", after: nil, .later()),
        Answer(#"{"items":{}}"#, after: position, .later()), Answer(#"{"items":[{"id"#, after: position, .later()),
        Answer(#"{"errors":[{"description":"x"}]}"#, after: position, .later()),
        Answer(204, "", after: position, .later()), Answer(429, "", after: position, .later(15)),
        Answer(423, "", after: position, headers: ["Retry-After": "8"], .later(8)),
        Answer(401, #"{"message":"The request requires a valid access token"}"#, after: position, .refused),
        Answer(400, "", after: nil, .refusedOne), Answer(502, "", after: position, .later()),
    ]

    @Test("each answer brings what it brings", arguments: lists + failures)
    func outcomes(answer: Answer) {
        #expect(Answer.Brings(answer.heard(by: Self.webex, handle: "ana@example.com")) == answer.brings)
    }
}
