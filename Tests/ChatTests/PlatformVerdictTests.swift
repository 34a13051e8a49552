import CivilTime
import Coaching
import Testing

@testable import Chat

@Suite("What the answers of each platform mean")
struct PlatformVerdictTests {
    typealias Meaning = VerdictTests.Meaning

    struct Case: CustomTestStringConvertible {
        var sample: Sample
        /// A bot that writes into a room; nil writes to persons.
        var room: String?
        var status: Int
        var body: String
        var headers: [HeaderField]
        var meaning: Meaning
        var testDescription: String { "\(sample.rawValue) \(room ?? "") \(status) \(body)" }

        init(
            _ sample: Sample, _ status: Int, _ body: String = "", _ meaning: Meaning, room: String? = nil,
            headers: KeyValuePairs<String, String> = [:]
        ) {
            self.sample = sample
            self.room = room
            self.status = status
            self.body = body
            self.meaning = meaning
            self.headers = headers.map { HeaderField($0, $1) }
        }
    }

    static let slackBot: [Case] = [
        Case(.slackBot, 200, #"{"ok":true,"channel":"D1","ts":"17.5"}"#, .delivered),
        // Cut before its end.
        Case(.slackBot, 200, #"{"ok":true,"channel":"D1","message":{"text":"a"#, .delivered),
        Case(.slackBot, 200, "<html>", .ambiguous), Case(.slackBot, 200, "{}", .ambiguous),
        Case(.slackBot, 200, #"{"ok":false,"error":"message_limit_exceeded"}"#, .later(nil)),
        Case(.slackBot, 200, #"{"ok":false,"error":"team_added_to_org"}"#, .later(nil)),
        Case(.slackBot, 200, #"{"ok":false,"error":"org_login_required"}"#, .later(nil)),
        Case(.slackBot, 200, #"{"ok":false,"error":"accesslimited"}"#, .dead),
        Case(.slackBot, 200, #"{"ok":false,"error":"team_access_not_granted"}"#, .dead),
        Case(.slackBot, 200, #"{"ok":false,"error":"msg_blocks_too_long"}"#, .tooLong),
        Case(.slackBot, 200, #"{"ok":false,"error":"ratelimited"}"#, .later(30), headers: ["Retry-After": "30"]),
        Case(.slackBot, 429, "", .later(30), headers: ["retry-after": "30"]),
        Case(.slackBot, 200, #"{"ok":false,"error":"internal_error"}"#, .ambiguous),
        Case(.slackBot, 200, #"{"ok":false,"error":"fatal_error"}"#, .ambiguous),
        Case(.slackBot, 500, #"{"ok":false,"error":"internal_error"}"#, .ambiguous),
        Case(.slackBot, 503, #"{"ok":false,"error":"fatal_error"}"#, .ambiguous),
        Case(.slackBot, 500, "", .later(nil)),
        Case(.slackBot, 200, #"{"ok":false,"error":"token_revoked"}"#, .dead),
        Case(.slackBot, 200, #"{"ok":false,"error":"missing_scope"}"#, .dead),
        // One person who is not there is no reason to give up the others.
        Case(.slackBot, 200, #"{"ok":false,"error":"channel_not_found"}"#, .refused),
        Case(.slackBot, 200, #"{"ok":false,"error":"channel_not_found"}"#, .dead, room: "C1"),
        Case(.slackBot, 200, #"{"ok":false,"error":"is_archived"}"#, .dead, room: "C1"),
        Case(.slackBot, 200, #"{"ok":false,"error":"invalid_arguments"}"#, .refused),
        Case(.slackBot, 503, "", .later(nil)),
    ]

    /// An error as the connectors of Teams tell it, with 200.
    private static func connector(_ status: Int) -> String {
        "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error \(status) with ContextId tcid=0."
    }

    static let rooms: [Case] = [
        Case(.teams, 202, "", .delivered), Case(.teams, 429, "", .later(nil)), Case(.teams, 413, "", .tooLong),
        Case(.teams, 401, #"{"error":{"code":"DirectApiAuthorizationRequired"}}"#, .dead),
        Case(.teams, 400, #"{"error":{"code":"WorkflowTriggerIsNotEnabled","message":"x"}}"#, .dead),
        Case(.teams, 400, #"{"error":{"code":"InvalidRequestContent"}}"#, .refused), Case(.teams, 200, "1", .delivered),
        Case(.teams, 200, connector(429), .later(nil)), Case(.teams, 200, connector(502), .later(nil)),
        Case(.teams, 200, connector(413), .tooLong), Case(.teams, 200, connector(400), .refused),
        Case(.discord, 200, #"{"id":"99"}"#, .delivered), Case(.discord, 204, "", .ambiguous),
        Case(.discord, 200, #"{"code":0,"message":"x"}"#, .later(nil)), Case(.discord, 200, "<html>", .ambiguous),
        Case(.discord, 429, #"{"message":"You are being rate limited.","retry_after":0.35,"global":false}"#, .later(1)),
        Case(.discord, 429, "", .later(3), headers: ["X-RateLimit-Reset-After": "2.5"]),
        Case(.discord, 404, #"{"message":"Unknown Webhook","code":10015}"#, .dead),
        Case(.discord, 401, #"{"message":"Invalid Webhook Token","code":50027}"#, .dead),
        Case(
            .discord, 400,
            #"{"errors":{"embeds":{"0":{"description":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH"}]}}}}}"#, .tooLong),
        Case(.discord, 400, #"{"code":50006}"#, .refused),
        Case(.googlechat, 200, #"{"name":"spaces/A/messages/B"}"#, .delivered),
        Case(.googlechat, 200, "{}", .ambiguous), Case(.googlechat, 200, #"{"error":{"code":500}}"#, .later(nil)),
        Case(.googlechat, 429, #"{"error":{"code":429}}"#, .later(nil)), Case(.googlechat, 403, "", .dead),
        Case(.mattermost, 429, "limit exceeded", .later(4), headers: ["X-RateLimit-Reset": "4"]),
        Case(.rocketchat, 200, #"{"success":true}"#, .delivered),
        Case(.rocketchat, 200, #"{"success":false,"error":"x"}"#, .later(nil)),
        Case(.rocketchat, 200, "<html>", .ambiguous),
        Case(.rocketchat, 400, #"{"success":false,"error":"x"}"#, .refused),
        Case(
            .rocketchat, 400,
            #"{"success":false,"error":"Message size exceeds Message_MaxAllowedSize [error-message-size-exceeded]"}"#,
            .tooLong),
        // 42.5 seconds from now, in milliseconds since 1970.
        Case(.rocketchat, 429, "", .later(43), headers: ["X-RateLimit-Reset": "1795510842500"]),
        Case(.rocketchat, 429, "", .later(86_400), headers: ["X-RateLimit-Reset": "9223372036854775807"]),
        Case(.rocketchat, 404, "", .dead),
    ]

    static let groupRobots: [Case] =
        [Sample.feishu, .lark].flatMap { sample in
            [
                Case(sample, 200, #"{"code":0,"msg":"success","data":{}}"#, .delivered),
                Case(sample, 200, #"{"StatusCode":0,"StatusMessage":"success"}"#, .delivered),
                Case(sample, 200, #"{"code":11232,"msg":"frequency limited"}"#, .later(180)),
                Case(sample, 200, #"{"code":19021,"msg":"sign match fail"}"#, .dead),
                Case(sample, 200, #"{"code":19022,"msg":"Ip Not Allowed"}"#, .dead),
                Case(sample, 200, #"{"code":19024,"msg":"Key Words Not Found"}"#, .dead),
                Case(sample, 200, #"{"code":9499,"msg":"Bad Request"}"#, .refused),
                Case(sample, 200, "", .ambiguous), Case(sample, 500, "", .later(nil)),
            ]
        } + [
            Case(.dingtalk, 200, #"{"errcode":0,"errmsg":"ok"}"#, .delivered),
            Case(.dingtalk, 200, #"{"errcode":130101,"errmsg":"send too fast"}"#, .later(600)),
            Case(.dingtalk, 200, #"{"errcode":310000,"errmsg":"sign not match"}"#, .dead),
            Case(.dingtalk, 200, #"{"errcode":-1,"errmsg":"system busy"}"#, .later(nil)),
            Case(.dingtalk, 200, #"{"errcode":400102,"errmsg":"robot stopped"}"#, .dead),
            Case(.dingtalk, 200, #"{"errcode":40035,"errmsg":"x"}"#, .refused), Case(.dingtalk, 200, "", .ambiguous),
            Case(.dingtalk, 200, #"{"errcode":410100,"errmsg":"发送速度太快而限流"}"#, .later(600)),
            Case(.dingtalk, 200, #"{"errcode":90030,"errmsg":"webhook over limit"}"#, .later(nil)),
            Case(.dingtalk, 200, #"{"errcode":400106,"errmsg":"机器人不存在"}"#, .dead),
            Case(.dingtalk, 200, #"{"errcode":460101,"errmsg":"message too long"}"#, .tooLong),
            Case(.wecom, 200, #"{"errcode":0,"errmsg":"ok"}"#, .delivered),
            Case(.wecom, 200, #"{"errcode":45009,"errmsg":"api freq out of limit"}"#, .later(60)),
            Case(.wecom, 200, #"{"errcode":40058,"errmsg":"markdown.content exceed max length 4096"}"#, .tooLong),
            Case(.wecom, 200, #"{"errcode":93000,"errmsg":"invalid webhook url"}"#, .dead),
            Case(.wecom, 200, #"{"errcode":45033,"errmsg":"api concurrent out of limit"}"#, .later(60)),
            Case(.wecom, 200, #"{"errcode":40001,"errmsg":"x"}"#, .refused), Case(.wecom, 200, "{}", .ambiguous),
        ]

    static let mattermostBot: [Case] = [
        Case(.mattermostBot, 201, #"{"id":"p0st","channel_id":"d1","message":"x"}"#, .delivered),
        Case(.mattermostBot, 200, "<html>", .ambiguous), Case(.mattermostBot, 201, "", .ambiguous),
        Case(.mattermostBot, 200, #"{"id":"bot","username":"coachd"}"#, .ambiguous),
        Case(.mattermostBot, 200, #"{"id":"api.context.error","status_code":500}"#, .later(nil)),
        Case(
            .mattermostBot, 400, #"{"id":"model.post.is_valid.message_length.app_error","status_code":400}"#, .tooLong),
        Case(.mattermostBot, 400, #"{"id":"model.post.is_valid.msg.app_error","status_code":400}"#, .tooLong),
        Case(.mattermostBot, 400, #"{"id":"api.post.create_post.root_id.app_error","status_code":400}"#, .refused),
        Case(
            .mattermostBot, 400, #"{"id":"api.post.create_post.can_not_post_to_deleted.error","status_code":400}"#,
            .dead, room: "c1"),
        Case(
            .mattermostBot, 400, #"{"id":"api.post.create_post.can_not_post_to_deleted.error","status_code":400}"#,
            .refused),
        Case(.mattermostBot, 401, #"{"id":"api.context.session_expired.app_error","status_code":401}"#, .dead),
        // Whoever gave another id than a channel's is no reason to give up the others.
        Case(.mattermostBot, 403, #"{"id":"api.context.permissions.app_error","status_code":403}"#, .refused),
        Case(.mattermostBot, 403, #"{"id":"api.context.permissions.app_error","status_code":403}"#, .dead, room: "c1"),
        Case(.mattermostBot, 404, "", .refused), Case(.mattermostBot, 404, "", .dead, room: "c1"),
        Case(.mattermostBot, 413, "", .tooLong),
        Case(.mattermostBot, 429, "limit exceeded", .later(4), headers: ["X-RateLimit-Reset": "4"]),
        Case(
            .mattermostBot, 500, #"{"id":"api.post.deduplicate_create_post.pending","status_code":500}"#, .later(nil)),
    ]

    static let discordBot: [Case] = [
        Case(.discordBot, 200, #"{"id":"99"}"#, .delivered), Case(.discordBot, 200, "<html>", .ambiguous),
        Case(.discordBot, 200, #"{"code":0,"message":"x"}"#, .later(nil)),
        Case(.discordBot, 429, #"{"message":"x","retry_after":0.35,"global":false}"#, .later(1)),
        Case(.discordBot, 429, "", .later(3), headers: ["X-RateLimit-Reset-After": "2.5"]),
        Case(.discordBot, 401, #"{"message":"401: Unauthorized","code":0}"#, .dead),
        // One person who takes no messages, or is not there, is no reason to give up the others.
        Case(.discordBot, 403, #"{"message":"Cannot send messages to this user","code":50007}"#, .refused),
        Case(.discordBot, 404, #"{"message":"Unknown Channel","code":10003}"#, .refused),
        Case(.discordBot, 404, #"{"message":"Unknown Channel","code":10003}"#, .dead, room: "7"),
        Case(.discordBot, 403, #"{"message":"Missing Access","code":50001}"#, .dead, room: "7"),
        // Shut out, before Discord itself.
        Case(.discordBot, 403, "error code: 1010", .dead),
        Case(
            .discordBot, 400,
            #"{"code":50035,"errors":{"embeds":{"0":{"description":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH"}]}}}}}"#,
            .tooLong),
        Case(.discordBot, 400, #"{"code":50006}"#, .refused),
    ]

    static let bots: [Case] = [
        Case(.zulip, 200, #"{"id":42,"msg":"","result":"success"}"#, .delivered),
        Case(.zulip, 400, #"{"code":"STREAM_DOES_NOT_EXIST","result":"error"}"#, .dead, room: "sales"),
        Case(.zulip, 200, #"{"result":"error","msg":"x"}"#, .later(nil)), Case(.zulip, 200, "<html>", .ambiguous),
        Case(.zulip, 400, #"{"code":"BAD_REQUEST","msg":"Invalid email 'x'"}"#, .refused), Case(.zulip, 401, "", .dead),
        Case(
            .zulip, 400, #"{"code":"BAD_REQUEST","msg":"Not authorized to send to channel 'sales'"}"#, .dead,
            room: "sales"),
        Case(
            .zulip, 400, #"{"code":"BAD_REQUEST","msg":"Not authorized to send to stream 'sales'"}"#, .dead,
            room: "sales"),
        Case(.zulip, 429, #"{"code":"RATE_LIMIT_HIT","retry-after":28.706807374954224}"#, .later(29)),
        Case(.zulip, 429, "", .later(2), headers: ["Retry-After": "1.2"]),
        Case(.telegram, 200, #"{"ok":true,"result":{"message_id":7}}"#, .delivered),
        Case(.telegram, 200, #"{"ok":true,"result":{"text":"a"#, .delivered),
        Case(.telegram, 200, #"{"ok":false}"#, .later(nil)), Case(.telegram, 200, "<html>", .ambiguous),
        Case(.telegram, 429, #"{"ok":false,"parameters":{"retry_after":11}}"#, .later(11)),
        Case(.telegram, 429, #"{"ok":false,"parameters":{"retry_after":100000}}"#, .later(86_400)),
        Case(
            .telegram, 400,
            #"{"ok":false,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":-1001234567890}}"#,
            .moved("-1001234567890"), room: "-12"),
        Case(.telegram, 400, #"{"ok":false,"description":"Bad Request: message is too long"}"#, .tooLong),
        Case(.telegram, 400, #"{"ok":false,"description":"Bad Request: chat not found"}"#, .refused),
        Case(.telegram, 400, #"{"ok":false,"description":"Bad Request: chat not found"}"#, .dead, room: "-12"),
        Case(
            .telegram, 400, #"{"ok":false,"description":"Bad Request: have no rights to send a message"}"#, .dead,
            room: "-12"),
        Case(
            .telegram, 400,
            #"{"ok":false,"description":"Bad Request: not enough rights to send text messages to the chat"}"#, .dead,
            room: "-12"),
        Case(.telegram, 400, #"{"ok":false,"description":"Bad Request: CHAT_WRITE_FORBIDDEN"}"#, .dead, room: "-12"),
        Case(.telegram, 400, #"{"ok":false,"description":"Bad Request: CHAT_WRITE_FORBIDDEN"}"#, .refused),
        Case(.telegram, 403, #"{"ok":false,"description":"Forbidden: bot was blocked by the user"}"#, .refused),
        Case(.telegram, 403, #"{"ok":false,"description":"Forbidden: bot was kicked"}"#, .dead, room: "-12"),
        Case(.telegram, 401, #"{"ok":false,"description":"Unauthorized"}"#, .dead), Case(.telegram, 404, "", .dead),
        Case(.matrix, 200, #"{"event_id":"$x"}"#, .delivered), Case(.matrix, 200, "{}", .ambiguous),
        Case(.matrix, 404, #"{"errcode":"M_NOT_FOUND"}"#, .refused),
        Case(.matrix, 404, #"{"errcode":"M_NOT_FOUND"}"#, .dead, room: "!a:b"),
        Case(.matrix, 404, #"{"errcode":"M_UNRECOGNIZED"}"#, .dead),
        Case(.matrix, 429, #"{"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":2001}"#, .later(3)),
        Case(.matrix, 429, #"{"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":300000}"#, .later(300)),
        Case(.matrix, 429, #"{"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":90000000}"#, .later(86_400)),
        Case(.matrix, 429, #"{"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":9223372036854775807}"#, .later(86_400)),
        Case(.matrix, 429, #"{"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":-1}"#, .later(nil)),
        Case(.matrix, 429, #"{"errcode":"M_LIMIT_EXCEEDED"}"#, .later(5), headers: ["Retry-After": "5"]),
        Case(.matrix, 413, #"{"errcode":"M_TOO_LARGE"}"#, .tooLong),
        Case(.matrix, 403, #"{"errcode":"M_FORBIDDEN"}"#, .refused),
        Case(.matrix, 403, #"{"errcode":"M_FORBIDDEN"}"#, .dead, room: "!a:b"),
        Case(.matrix, 401, #"{"errcode":"M_UNKNOWN_TOKEN"}"#, .dead),
        Case(.webex, 200, #"{"id":"Y2lz"}"#, .delivered), Case(.webex, 200, "", .ambiguous),
        Case(.webex, 200, #"{"errors":[{"description":"x"}]}"#, .later(nil)), Case(.webex, 429, "", .later(15)),
        Case(.webex, 423, "", .later(8), headers: ["Retry-After": "8"]), Case(.webex, 401, "", .dead),
        Case(.webex, 404, "", .refused), Case(.webex, 404, "", .dead, room: "R"), Case(.webex, 502, "", .later(nil)),
        Case(.ntfy, 200, #"{"id":"hwQ2"}"#, .delivered), Case(.ntfy, 200, "", .ambiguous),
        Case(.ntfy, 200, #"{"code":50001,"error":"internal"}"#, .later(nil)),
        Case(.ntfy, 429, #"{"code":42901,"http":429}"#, .later(nil)),
        // It is 09:00 UTC.
        Case(.ntfy, 429, #"{"code":42908,"http":429}"#, .later(15 * 3600)), Case(.ntfy, 413, "", .tooLong),
        // One person's topic that belongs to another says nothing of the others'.
        Case(.ntfy, 403, #"{"code":40301}"#, .refused), Case(.ntfy, 404, #"{"code":40401}"#, .refused),
        Case(.ntfy, 403, #"{"code":40301}"#, .dead, room: "t"), Case(.ntfy, 404, "", .dead, room: "t"),
        Case(.ntfy, 401, "", .dead),
        Case(.nextcloud, 201, #"{"ocs":{"data":{"id":9}}}"#, .delivered), Case(.nextcloud, 200, "<html>", .ambiguous),
        Case(.nextcloud, 200, #"{"ocs":{"meta":{"status":"failure","statuscode":500}}}"#, .later(nil)),
        Case(.nextcloud, 404, "", .refused), Case(.nextcloud, 404, "", .dead, room: "t"),
        Case(.nextcloud, 401, "", .dead), Case(.nextcloud, 413, "", .tooLong),
        Case(.line, 200, #"{"sentMessages":[{"id":"5"}]}"#, .delivered), Case(.line, 409, "", .delivered),
        Case(.line, 200, "<html>captive portal</html>", .ambiguous), Case(.line, 200, "{}", .ambiguous),
        Case(.line, 400, "", .refused), Case(.line, 400, "", .dead, room: "G"), Case(.line, 401, "", .dead),
        Case(.line, 429, "", .later(nil)),
    ]

    @Test("each answer has its meaning", arguments: slackBot + mattermostBot + discordBot + rooms + groupRobots + bots)
    func verdicts(answer: Case) {
        let response = IncomingResponse(status: answer.status, headers: answer.headers, body: Array(answer.body.utf8))
        let verdict = answer.sample.platform(room: answer.room).verdict(of: response, at: VerdictTests.now)
        #expect(Meaning(verdict) == answer.meaning)
    }

    @Test("a 2xx without the message says what was answered", arguments: [Sample.discord, .discordBot, .webex, .line])
    func noMessage(sample: Sample) {
        let response = IncomingResponse(status: 200, body: Array("<html>Welcome to the hotel</html>".utf8))
        #expect(
            sample.platform.verdict(of: response, at: VerdictTests.now)
                == .ambiguous(
                    reason:
                        "HTTP 200: <html>Welcome to the hotel</html> (no answer of the platform's own, which has a message's id)"
                ))
    }

    @Test(
        "a 2xx that neither says yes nor no, or is cut, may have posted the message",
        arguments: Sample.allCases.filter { ![.teams, .webhook].contains($0) })
    func unclear(sample: Sample) {
        for body in ["<html>Welcome to the hotel</html>", "{}", "[]", "null", #"{"somebody":"el"#] {
            let response = IncomingResponse(status: 200, body: Array(body.utf8))
            #expect(Meaning(sample.platform.verdict(of: response, at: VerdictTests.now)) == .ambiguous, "\(body)")
        }
    }

    @Test("each status that says later, no or too long says so on every platform", arguments: Sample.allCases)
    func statuses(sample: Sample) {
        func meaning(_ status: Int) -> Meaning {
            let response = IncomingResponse(status: status, headers: [HeaderField("Retry-After", "20")])
            return Meaning(sample.platform.verdict(of: response, at: VerdictTests.now))
        }
        for status in [402, 406, 407, 408, 418, 421, 425, 426, 428, 429, 431, 451, 500, 502, 503, 504] {
            #expect(meaning(status) == .later(20), "\(status)")
        }
        for status in [301, 302, 307, 401, 405, 410] { #expect(meaning(status) == .dead, "\(status)") }
        #expect(meaning(413) == .tooLong)
    }

    @Test(
        "what the platform calls the message is kept",
        arguments: [
            (Sample.slackBot, 200, #"{"ok":true,"channel":"D1","ts":"17.5"}"#, "D1/17.5"),
            (.mattermostBot, 201, #"{"id":"p0st","channel_id":"d1"}"#, "p0st"),
            (.discord, 200, #"{"id":"99"}"#, "99"), (.discordBot, 200, #"{"id":"99"}"#, "99"),
            (.zulip, 200, #"{"result":"success","id":42}"#, "42"),
            (.googlechat, 200, #"{"name":"spaces/A/messages/B"}"#, "spaces/A/messages/B"),
            (.telegram, 200, #"{"ok":true,"result":{"message_id":7}}"#, "7"),
            (.matrix, 200, #"{"event_id":"$x:y"}"#, "$x:y"), (.webex, 200, #"{"id":"Y2lz"}"#, "Y2lz"),
            (.ntfy, 200, #"{"id":"hwQ2"}"#, "hwQ2"), (.nextcloud, 201, #"{"ocs":{"data":{"id":9}}}"#, "9"),
            (.line, 200, #"{"sentMessages":[{"id":"5"}]}"#, "5"),
        ])
    func ids(sample: Sample, status: Int, body: String, id: String) {
        let response = IncomingResponse(status: status, body: Array(body.utf8))
        #expect(sample.platform.verdict(of: response, at: VerdictTests.now) == .delivered(id: id))
    }
}
