import CivilTime
import Testing

@testable import Chat

@Suite("What people write to a Zulip bot")
struct ZulipRepliesTests {
    static let zulip = Zulip(
        server: "https://chat.example.com", email: "coachd-bot@chat.example.com", key: Secret("key"), channel: nil)
    static let both =
        #"[{"id":9,"email":"ana@example.com","full_name":"Ana Reis"},{"id":5,"email":"coachd-bot@chat.example.com"}]"#

    static func message(
        _ id: Int, _ content: String, sender: String = "ana@example.com", to: String = both, type: String = "private"
    ) -> String {
        """
        {"id":\(id),"sender_id":9,"sender_email":"\(sender)","sender_full_name":"Ana Reis","type":"\(type)",
         "display_recipient":\(to),"content":"\(content)","content_type":"text/x-markdown","timestamp":1795510700,
         "flags":[],"reactions":[],"client":"website"}
        """
    }

    static func answer(_ messages: String..., foundNewest: Bool = true) -> String {
        """
        {"result":"success","msg":"","found_newest":\(foundNewest),"found_anchor":true,"history_limited":false,
         "messages":[\(messages.joined(separator: ","))]}
        """
    }

    @Test("the first look asks for the newest direct message only")
    func first() {
        let request = Self.zulip.request(for: Look())
        #expect(request.method == .get)
        #expect(
            request.url.value
                == "https://chat.example.com/api/v1/messages?anchor=newest&num_before=1&num_after=0&narrow=%5B%7B%22operator%22%3A%22is%22%2C%22operand%22%3A%22private%22%7D%5D&apply_markdown=false"
        )
        #expect(request.header("Authorization") == "Basic Y29hY2hkLWJvdEBjaGF0LmV4YW1wbGUuY29tOmtleQ==")
    }

    @Test("a later look asks for those behind the last one, as they were typed")
    func later() {
        #expect(
            Self.zulip.request(for: Look(position: "42")).url.value.removingPercentEncoding
                == #"https://chat.example.com/api/v1/messages?anchor=42&num_before=0&num_after=20&include_anchor=false&narrow=[{"operator":"is","operand":"private"}]&apply_markdown=false"#
        )
        #expect(Self.zulip.hearing.holdSeconds == 0 && !Self.zulip.hearing.isPerPerson)
        #expect(Self.zulip.listener == "chat.example.com/coachd-bot@chat.example.com")
    }

    @Test("who wrote is known by the number and the address there")
    func sender() {
        let outcome = Answer(Self.answer(Self.message(43, "1 met **them**")), after: "42", .lost).heard(by: Self.zulip)
        #expect(
            outcome
                == .words(
                    [
                        IncomingWords(
                            id: "43", senders: ["9", "ana@example.com"], name: "Ana Reis", text: "1 met **them**",
                            at: Instant(secondsSinceEpoch: 1_795_510_700))
                    ], position: "43"))
    }

    static let lists: [Answer] = [
        Answer(answer(), after: nil, .words([], position: "0")),
        Answer(answer(message(42, "old")), after: nil, .words([], position: "42")),
        Answer(answer(), after: "42", .words([], position: "42")),
        Answer(answer(message(43, "a"), message(44, "b")), after: "42", .words(["a", "b"], position: "44")),
        Answer(answer(message(1, "a")), after: "0", .words(["a"], position: "1")),
        // Older servers give the anchor once more.
        Answer(answer(message(42, "a"), message(43, "b")), after: "42", .words(["b"], position: "43")),
        Answer(
            answer(message(43, "a"), foundNewest: false), after: "42", .words(["a"], position: "43", isMore: true)),
        Answer(answer(foundNewest: false), after: "42", .words([], position: "42")),
        // The bot's own, groups, and whatever is no direct message.
        Answer(
            answer(message(43, "a", sender: "Coachd-Bot@chat.example.com"), message(44, "b")), after: "42",
            .words(["b"], position: "44")),
        Answer(answer(message(43, "a", to: #"[{"id":9},{"id":5},{"id":6}]"#)), after: "42", .words([], position: "43")),
        Answer(answer(message(43, "a", to: #"[{"id":5}]"#)), after: "42", .words([], position: "43")),
        Answer(answer(message(43, "a", to: #""sales""#, type: "stream")), after: "42", .words([], position: "43")),
        // What cannot be read is passed over.
        Answer(
            answer(
                "null", "[[]]", "{}", #"{"id":"44"}"#, #"{"id":43,"type":"private","display_recipient":{}}"#,
                #"{"id":45,"type":"private","display_recipient":[{},{}],"sender_id":"9","sender_email":[],"content":{}}"#,
                message(46, "b")), after: "42", .words(["b"], position: "46")),
    ]

    static let failures: [Answer] = [
        Answer("<html>Welcome to the hotel</html>", after: "42", .later()), Answer("{}", after: nil, .later()),
        Answer(#"{"result":"error","msg":"x","messages":[]}"#, after: "42", .later()),
        Answer(#"{"result":"success","messages":{}}"#, after: "42", .later()),
        Answer(#"{"result":"success","messages":[{"id":43,"cont"#, after: "42", .later()),
        Answer(401, #"{"result":"error","code":"INVALID_API_KEY","msg":"Invalid API key"}"#, after: "42", .refused),
        Answer(403, #"{"result":"error","code":"USER_DEACTIVATED"}"#, after: nil, .refused),
        Answer(400, #"{"result":"error","code":"BAD_NARROW","msg":"x"}"#, after: "42", .refusedOne),
        Answer(404, "", after: nil, .refused),
        Answer(
            429, #"{"result":"error","code":"RATE_LIMIT_HIT","retry-after":28.706807374954224}"#, after: "42",
            .later(29)),
        Answer(429, "", after: "42", headers: ["Retry-After": "1.2"], .later(2)),
        Answer(500, #"{"result":"error"}"#, after: "42", .later()), Answer(502, "<html>", after: "42", .later()),
    ]

    @Test("each answer brings what it brings", arguments: lists + failures)
    func outcomes(answer: Answer) {
        #expect(Answer.Brings(answer.heard(by: Self.zulip)) == answer.brings)
    }
}
