import CivilTime
import Coaching
import JSON

/// What people write to the bot, each in the direct messages of the two and in the threads there. It needs the scopes `im:history` and
/// `im:write`. A look at the talk does not bring what was answered in a thread, but says of each message when it was last answered: about
/// once a minute a look goes back some days for that. https://docs.slack.dev/reference/methods/conversations.history
/// and https://docs.slack.dev/reference/methods/conversations.replies
extension SlackBot: AnswerableByRequest {
    /// Messages of one look, as Slack advises. Where there are more, it leaves out the oldest of a talk and the newest of a thread.
    private static let messageLimit = 200
    /// The same where an answer was longer than is read.
    private static let fewMessages = 20
    /// How old a message may be for answers in its thread to be heard: Friday's is answered on Monday.
    private static let threadSeconds = 4 * 86_400
    /// Seconds between two looks for threads.
    private static let threadPause = 60

    package var listener: String { "\(place)/\(token.mark)" }
    /// Of 50 a minute.
    package var hearing: Hearing { Hearing(isPerPerson: true, pace: Rate(count: 40, seconds: 60)) }

    package func request(for look: Look) -> OutgoingRequest {
        if let place = SlackPlace(look.position) {
            let limit = look.isNarrow ? Self.fewMessages : Self.messageLimit
            if let thread = place.waiting.first {
                return get(
                    "conversations.replies", of: place.channel,
                    "ts=\(thread.parent.text)&oldest=\(thread.heard.text)&inclusive=false&limit=\(limit)")
            }
            let oldest = place.looksForThreads ? place.talk.adding(seconds: -Self.threadSeconds) : place.talk
            return get(
                "conversations.history", of: place.channel, "oldest=\(oldest.text)&inclusive=false&limit=\(limit)")
        }
        let handle = look.handle ?? ""
        // The talk itself.
        if handle.hasPrefix("D") { return get("conversations.history", of: handle, "limit=1") }
        return OutgoingRequest(
            Secret("https://slack.com/api/conversations.open"), form: [("users", handle)], headers: [.bearer(token)])
    }

    package func heard(_ response: IncomingResponse, after look: Look, at now: Instant) -> LookOutcome {
        guard response.isSuccess else { return response.usualOutcome(at: now) }
        let answer = response.json
        let place = SlackPlace(look.position)
        guard answer?["ok"]?.bool == true else {
            if response.isCut, let place {
                return place.looksForThreads || !place.waiting.isEmpty
                    ? passing(place, now) : .lost(reason: "more was written than one answer may hold")
            }
            guard let error = answer?["error"]?.string else { return response.unreadable }
            if error == "thread_not_found", let place, !place.waiting.isEmpty { return passing(place, now) }
            return failure(error, isFirst: place == nil, delay: response.retryAfter(at: now))
        }
        guard let place else {
            let talk = answer?["channel"]?["id"]?.string ?? look.handle
            guard let talk, talk.hasPrefix("D") else { return response.unreadable }
            let start = SlackPlace(talk, since: SlackTime(seconds: Int(now.secondsSinceEpoch)))
            return .words([], position: start.text)
        }
        guard let list = answer?["messages"]?.list else { return response.unreadable }
        let messages = list.compactMap(Written.init).sorted { $0.time < $1.time }
        let hasMore = answer?["has_more"]?.bool == true
        return place.waiting.isEmpty
            ? ofTalk(messages, hasMore, place, to: look.handle, now)
            : ofThread(messages, hasMore, place, to: look.handle, now)
    }

    private func ofTalk(
        _ messages: [Written], _ hasMore: Bool, _ old: SlackPlace, to handle: String?, _ now: Instant
    ) -> LookOutcome {
        var place = old
        var fresh = messages.filter { $0.time > old.talk }
        if old.looksForThreads {
            place.waiting = messages.filter { $0.lastAnswer.map { $0 > old.threads } ?? false }
                .map { SlackPlace.Thread(parent: $0.time, heard: old.threads) }
            place.threads = messages.compactMap(\.lastAnswer).max().map { max($0, old.threads) } ?? old.threads
            (place.looksForThreads, place.lookedAt) = (false, Int(now.secondsSinceEpoch))
            // Of more than one answer holds, the look that goes back less far brings the rest.
            if hasMore, fresh.count == messages.count { fresh = [] }
        }
        place.talk = fresh.last?.time ?? old.talk
        return outcome(fresh.compactMap { $0.words(in: place, to: handle, now: now) }, at: place, now)
    }

    private func ofThread(
        _ messages: [Written], _ hasMore: Bool, _ old: SlackPlace, to handle: String?, _ now: Instant
    ) -> LookOutcome {
        var place = old
        let thread = place.waiting.removeFirst()
        // The message that is answered comes with its answers.
        let fresh = messages.filter { $0.time > thread.heard && $0.time != thread.parent }
        if hasMore, let last = fresh.last {
            place.waiting.insert(SlackPlace.Thread(parent: thread.parent, heard: last.time), at: 0)
        }
        let words = fresh.compactMap { message in
            message.words(in: place, to: handle, now: now).map { words in
                var words = words
                words.thread = Message.Thread(id: thread.parent.text)
                return words
            }
        }
        return outcome(words, at: place, now)
    }

    /// Goes on behind a look for threads, or a thread, that brings nothing.
    private func passing(_ old: SlackPlace, _ now: Instant) -> LookOutcome {
        var place = old
        if old.waiting.isEmpty {
            (place.looksForThreads, place.lookedAt) = (false, Int(now.secondsSinceEpoch))
        } else {
            place.waiting.removeFirst()
        }
        return outcome([], at: place, now)
    }

    private func outcome(_ words: [IncomingWords], at old: SlackPlace, _ now: Instant) -> LookOutcome {
        var place = old
        if place.waiting.isEmpty, now.secondsSinceEpoch - Int64(place.lookedAt) >= Self.threadPause {
            place.looksForThreads = true
        }
        return .words(words, position: place.text, isMore: !place.waiting.isEmpty)
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

    private func get(_ method: String, of channel: String, _ range: String) -> OutgoingRequest {
        OutgoingRequest(
            get: Secret("https://slack.com/api/\(method)?channel=\(channel.percentEncoded)&\(range)"),
            headers: [.bearer(token)])
    }
}

/// A message as Slack hands it out.
private struct Written {
    let time: SlackTime
    let message: JSON

    init?(_ message: JSON) {
        guard let time = message["ts"]?.string.flatMap({ SlackTime($0) }) else { return nil }
        (self.time, self.message) = (time, message)
    }

    /// When it was last answered in a thread.
    var lastAnswer: SlackTime? { message["latest_reply"]?.string.flatMap { SlackTime($0) } }

    /// What its writer said; nil for what no person wrote, or another one than is listened to.
    func words(in place: SlackPlace, to handle: String?, now: Instant) -> IncomingWords? {
        // An answer in a thread that was also sent to the talk is there like any other message.
        guard [nil, "thread_broadcast"].contains(message["subtype"]?.string), message["bot_id"]?.string == nil,
            let user = message["user"]?.string, handle == user || handle?.hasPrefix("D") == true
        else { return nil }
        return IncomingWords(
            id: "\(place.channel)/\(time.text)", senders: [handle, user],
            typed: message["text"]?.string.map(SlackBlocks.plain), at: time.seconds, now: now)
    }
}
