import CivilTime
import Coaching
import Testing

@testable import Chat

@Suite("What an answer means")
struct VerdictTests {
    enum Meaning: Equatable {
        case delivered, refused, tooLong, ambiguous
        /// Refused, and so will be whatever comes after it.
        case dead
        case moved(String)
        case later(Int?)

        init(_ verdict: Verdict) {
            switch verdict {
            case .delivered: self = .delivered
            case .later(let seconds, _, _): self = .later(seconds)
            case .refused(_, let isChannelDead): self = isChannelDead ? .dead : .refused
            case .tooLong: self = .tooLong
            case .ambiguous: self = .ambiguous
            case .moved(let room, _): self = .moved(room)
            }
        }
    }

    struct Case: CustomTestStringConvertible {
        var sample: Sample
        var status: Int
        var body = ""
        var retryAfter: String?
        var meaning: Meaning
        var testDescription: String { "\(sample.rawValue) \(status) \(body) \(retryAfter ?? "")" }
    }

    /// 2026-11-24T09:00:00Z
    static let now = Instant(secondsSinceEpoch: 1_795_510_800)

    static let slack: [Case] = [
        Case(sample: .slack, status: 200, body: "ok", meaning: .delivered),
        Case(sample: .slack, status: 200, body: " ok\n", meaning: .delivered),
        Case(sample: .slack, status: 200, body: "invalid_payload", meaning: .later(nil)),
        Case(sample: .slack, status: 200, body: "<html>Welcome to the hotel's network</html>", meaning: .ambiguous),
        Case(sample: .slack, status: 200, meaning: .ambiguous), Case(sample: .slack, status: 204, meaning: .ambiguous),
        Case(sample: .slack, status: 302, meaning: .dead),
        Case(sample: .slack, status: 400, body: "invalid_payload", meaning: .refused),
        Case(sample: .slack, status: 400, body: "user_not_found", meaning: .dead),
        Case(sample: .slack, status: 400, body: "too_many_attachments", meaning: .refused),
        Case(sample: .slack, status: 400, body: "invalid_blocks", meaning: .tooLong),
        Case(sample: .slack, status: 400, body: "msg_blocks_too_long", meaning: .tooLong),
        Case(sample: .slack, status: 400, body: "msg_too_long", meaning: .tooLong),
        Case(sample: .slack, status: 403, body: "action_prohibited", meaning: .dead),
        Case(sample: .slack, status: 403, body: "invalid_token", meaning: .dead),
        Case(sample: .slack, status: 404, body: "channel_not_found", meaning: .dead),
        Case(sample: .slack, status: 404, body: "no_service", meaning: .dead),
        Case(sample: .slack, status: 410, body: "channel_is_archived", meaning: .dead),
        Case(sample: .slack, status: 413, meaning: .tooLong),
        Case(sample: .slack, status: 429, body: "rate_limited", retryAfter: "30", meaning: .later(30)),
        Case(sample: .slack, status: 500, body: "rollup_error", meaning: .later(nil)),
        Case(sample: .slack, status: 500, body: "internal_error", meaning: .ambiguous),
        Case(sample: .slack, status: 500, body: "fatal_error", meaning: .ambiguous),
        Case(sample: .slack, status: 200, body: "fatal_error", meaning: .ambiguous),
        Case(sample: .slack, status: 503, body: "service_unavailable", meaning: .later(nil)),
    ]

    static let mattermost: [Case] = [
        Case(sample: .mattermost, status: 200, body: "ok", meaning: .delivered),
        Case(sample: .mattermost, status: 200, body: #"{"id":"api.error"}"#, meaning: .later(nil)),
        Case(sample: .mattermost, status: 200, meaning: .ambiguous),
        Case(
            sample: .mattermost, status: 400,
            body: #"{"id":"web.incoming_webhook.invalid.app_error","status_code":400}"#, meaning: .dead),
        Case(
            sample: .mattermost, status: 501,
            body: #"{"id":"web.incoming_webhook.disabled.app_error","status_code":501}"#, meaning: .dead),
        Case(sample: .mattermost, status: 307, meaning: .dead),
        Case(
            sample: .mattermost, status: 400, body: #"{"id":"web.incoming_webhook.parse.app_error"}"#, meaning: .refused
        ),
        Case(sample: .mattermost, status: 403, meaning: .dead),
        Case(sample: .mattermost, status: 404, meaning: .dead),
        Case(sample: .mattermost, status: 410, meaning: .dead),
        Case(sample: .mattermost, status: 413, meaning: .tooLong),
        Case(sample: .mattermost, status: 429, body: "limit exceeded", retryAfter: "7", meaning: .later(7)),
        Case(sample: .mattermost, status: 500, meaning: .later(nil)),
        Case(sample: .mattermost, status: 503, retryAfter: "60", meaning: .later(60)),
    ]

    static let webhook: [Case] =
        [200, 201, 202, 204].map { Case(sample: .webhook, status: $0, meaning: .delivered) }
        + [301, 302, 303, 307, 308, 400, 401, 403, 404, 405, 410, 422].map {
            Case(sample: .webhook, status: $0, meaning: [400, 422].contains($0) ? .refused : .dead)
        }
        + [402, 406, 407, 408, 409, 418, 421, 423, 425, 428, 429, 451, 500, 502, 503, 504, 520, 599].map {
            Case(sample: .webhook, status: $0, meaning: .later(nil))
        }
        + [
            Case(sample: .webhook, status: 413, meaning: .tooLong),
            Case(sample: .webhook, status: 429, retryAfter: "120", meaning: .later(120)),
            Case(sample: .webhook, status: 503, retryAfter: "0.25", meaning: .later(1)),
            Case(sample: .webhook, status: 503, retryAfter: "Tue, 24 Nov 2026 09:02:00 GMT", meaning: .later(120)),
        ]

    @Test("each platform's answers", arguments: slack + mattermost + webhook)
    func verdicts(answer: Case) {
        let response = IncomingResponse(
            status: answer.status, headers: answer.retryAfter.map { [HeaderField("retry-after", $0)] } ?? [],
            body: Array(answer.body.utf8))
        #expect(Meaning(answer.sample.platform.verdict(of: response, at: Self.now)) == answer.meaning)
    }

    @Test("Mattermost says \"ok\": an empty 2xx of something in between is no delivery", arguments: [201, 202, 204])
    func emptySuccess(status: Int) {
        let verdict = Sample.mattermost.platform.verdict(of: IncomingResponse(status: status), at: Self.now)
        #expect(Meaning(verdict) == .ambiguous)
    }

    @Test("a reason names the status and what the platform said, on one line and not at length")
    func reasons() {
        let body = Array("no\nsuch\thook \(String(repeating: "x", count: 5_000))".utf8)
        for sample in Sample.allCases {
            guard
                case .refused(let reason, _) = sample.platform.verdict(
                    of: IncomingResponse(status: 404, body: body), at: Self.now)
            else {
                Issue.record("\(sample)")
                continue
            }
            #expect(reason.contains("404") && reason.contains("no such hook") && reason.count < 250)
            #expect(!reason.contains("\n"))
        }
    }

    @Test(
        "a room of Slack's that is closed says whether it is the channel or the webhook",
        arguments: [("channel_is_archived", "The channel was archived"), ("gone", "The webhook was removed")])
    func closed(body: String, reason: String) {
        let verdict = Sample.slack.platform.verdict(
            of: IncomingResponse(status: 410, body: Array(body.utf8)), at: Self.now)
        guard case .refused(let said, true) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(said.contains(reason))
    }

    @Test("a redirect says what to do")
    func redirect() {
        guard
            case .refused(let reason, _) = Sample.webhook.platform.verdict(
                of: IncomingResponse(status: 308), at: Self.now)
        else {
            Issue.record("a redirect was followed")
            return
        }
        #expect(reason.contains("redirects are not followed"))
    }

    @Test(
        "a delay in any form that servers use, in whole seconds rounded up",
        arguments: [
            ("0", 0), ("30", 30), (" 30 ", 30), ("1.2", 2), ("0.001", 1), ("86400", 86_400), ("999999999999", 86_400),
            ("1e3", 1000), ("Tue, 24 Nov 2026 09:00:30 GMT", 30), ("Tue, 24 Nov 2026 08:59:00 GMT", 0),
            ("Wed, 25 Nov 2026 10:00:00 GMT", 86_400), ("Tue, 1 Dec 2026 09:00:00 GMT", 86_400),
        ])
    func delays(header: String, seconds: Int) { #expect(RetryAfter.seconds(header, at: Self.now) == seconds) }

    @Test(
        "a delay that makes no sense is none",
        arguments: [
            "", " ", "-1", "soon", "nan", "inf", "Tue, 24 Nov", "Tue, 32 Nov 2026 09:00:00 GMT",
            "Tue, 24 Foo 2026 09:00:00 GMT",
        ])
    func nonsense(header: String) { #expect(RetryAfter.seconds(header, at: Self.now) == nil) }
}
