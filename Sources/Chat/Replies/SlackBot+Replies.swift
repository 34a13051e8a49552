import CivilTime
import JSON

/// What people write to the bot, each in the direct messages of the two. It needs the scopes `im:history` and `im:write`. Answers in a
/// thread are not among them. https://docs.slack.dev/reference/methods/conversations.history
extension SlackBot: AnswerableByRequest {
    /// Messages of one look, as Slack advises. Where there are more, it leaves out the oldest.
    private static let messageLimit = 200
    /// The same where an answer was longer than is read.
    private static let fewMessages = 20

    package var listener: String { "\(place)/\(token.mark)" }
    /// Of 50 a minute.
    package var hearing: Hearing { Hearing(isPerPerson: true, pace: Rate(count: 40, seconds: 60)) }

    package func request(for look: Look) -> OutgoingRequest {
        if let position = Position(look.position) {
            return history(
                of: position.channel,
                "oldest=\(position.time.text.percentEncoded)&inclusive=false&limit=\(look.isNarrow ? Self.fewMessages : Self.messageLimit)"
            )
        }
        let handle = look.handle ?? ""
        // The talk itself.
        if handle.hasPrefix("D") { return history(of: handle, "limit=1") }
        return OutgoingRequest(
            Secret("https://slack.com/api/conversations.open"), form: [("users", handle)], headers: [.bearer(token)])
    }

    package func heard(_ response: IncomingResponse, after look: Look, at now: Instant) -> LookOutcome {
        guard response.isSuccess else { return response.usualOutcome(at: now) }
        let answer = response.json
        let position = Position(look.position)
        guard answer?["ok"]?.bool == true else {
            if response.isCut, position != nil { return .lost(reason: "more was written than one answer may hold") }
            guard let error = answer?["error"]?.string else { return response.unreadable }
            return failure(error, isFirst: position == nil, delay: response.retryAfter(at: now))
        }
        guard let position else {
            let talk = answer?["channel"]?["id"]?.string ?? look.handle
            guard let talk, talk.hasPrefix("D") else { return response.unreadable }
            return .words([], position: "\(talk)/\(now.secondsSinceEpoch).000000")
        }
        guard let messages = answer?["messages"]?.list else { return response.unreadable }
        let fresh = messages.compactMap { message in
            message["ts"]?.string.flatMap(SlackTime.init).map { (time: $0, message: message) }
        }
        .filter { $0.time > position.time }.sorted { $0.time < $1.time }
        let words = fresh.compactMap { time, message in
            Self.words(in: message, at: time, id: "\(position.channel)/\(time.text)", to: look.handle, now: now)
        }
        return .words(words, position: "\(position.channel)/\((fresh.last?.time ?? position.time).text)")
    }

    private func failure(_ error: String, isFirst: Bool, delay: Int?) -> LookOutcome {
        switch error {
        case "ratelimited", "rate_limited", "service_unavailable", "request_timeout", "internal_error", "fatal_error",
            // While a workspace moves into an organisation.
            "team_added_to_org", "org_login_required":
            .later(seconds: delay, reason: error)
        case "channel_not_found" where !isFirst, "invalid_ts_oldest": .lost(reason: error)
        case "missing_scope":
            .refused(reason: "\(error): to read answers the app needs im:history and im:write; then install it again")
        case "channel_not_found", "user_not_found", "user_disabled", "user_not_visible", "users_list_not_supplied":
            .refused(reason: error, isForAll: false)
        default: .refused(reason: error)
        }
    }

    private func history(of channel: String, _ range: String) -> OutgoingRequest {
        OutgoingRequest(
            get: Secret("https://slack.com/api/conversations.history?channel=\(channel.percentEncoded)&\(range)"),
            headers: [.bearer(token)])
    }

    private static func words(
        in message: JSON, at time: SlackTime, id: String, to handle: String?, now: Instant
    ) -> IncomingWords? {
        // An answer in a thread that was also sent to the talk is there like any other message.
        guard [nil, "thread_broadcast"].contains(message["subtype"]?.string), message["bot_id"]?.string == nil,
            let user = message["user"]?.string, handle == user || handle?.hasPrefix("D") == true
        else { return nil }
        return IncomingWords(
            id: id, senders: [handle, user], typed: message["text"]?.string.map(SlackBlocks.plain), at: time.seconds,
            now: now)
    }
}

/// The talk of the two, and the last message in it that was heard.
private struct Position {
    let channel: String
    let time: SlackTime

    init?(_ text: String?) {
        guard let parts = text?.split(separator: "/"), parts.count == 2, let time = SlackTime(String(parts[1])) else {
            return nil
        }
        channel = String(parts[0])
        self.time = time
    }
}

/// When a message was written, which is also its id: "1512085950.000216", seconds since 1970 and six digits that make it unique.
private struct SlackTime: Comparable {
    let text: String
    let seconds: Int
    private let serial: Int

    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].count == 6, let seconds = Int(parts[0]), let serial = Int(parts[1]) else {
            return nil
        }
        (self.text, self.seconds, self.serial) = (text, seconds, serial)
    }

    static func < (left: SlackTime, right: SlackTime) -> Bool {
        (left.seconds, left.serial) < (right.seconds, right.serial)
    }
}
