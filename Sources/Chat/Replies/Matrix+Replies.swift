import CivilTime
import JSON

/// What people write in the rooms that they have with coachd. https://spec.matrix.org/latest/client-server-api/#syncing
extension Matrix: AnswerableByRequest {
    private static let holdSeconds = 30
    /// Events of one room in one look. Where there are more, the server leaves out the oldest.
    private static let eventLimit = 100
    /// The same where an answer was longer than is read.
    private static let fewEvents = 10

    package var listener: String { "\(place)/\(token.mark)" }
    package var hearing: Hearing {
        Hearing(isPerPerson: false, holdSeconds: Self.holdSeconds, pace: Rate(count: 1, seconds: 1))
    }

    package func request(for look: Look) -> OutgoingRequest {
        guard let position = Position(look.position) else { return get("account/whoami") }
        let filter = Self.filter(for: position, isNarrow: look.isNarrow).text.percentEncoded
        guard let since = position.since else { return get("sync?timeout=0&filter=\(filter)") }
        return get("sync?since=\(since.percentEncoded)&timeout=\(Self.holdSeconds * 1000)&filter=\(filter)")
    }

    package func heard(_ response: IncomingResponse, after look: Look, at now: Instant) -> LookOutcome {
        let answer = response.json
        let position = Position(look.position)
        guard response.isSuccess else { return failure(response, answer, since: position?.since, at: now) }
        guard let position else {
            guard let known = Position(answer?["user_id"]?.string), known.since == nil else {
                return response.unreadable
            }
            return .words([], position: known.text, isMore: true)
        }
        if response.isCut, position.since != nil { return .lost(reason: "more was written than one answer may hold") }
        guard let since = answer?["next_batch"]?.string, !since.isEmpty else { return response.unreadable }
        let words = (answer?["rooms"]?["join"]?.members ?? []).flatMap { room in
            (room.value["timeline"]?["events"]?.elements ?? []).compactMap {
                Self.words(in: $0, of: room.name, to: position.user, at: now)
            }
        }
        return .words(position.since == nil ? [] : words, position: Position(user: position.user, since: since).text)
    }

    private func failure(
        _ response: IncomingResponse, _ answer: JSON?, since: String?, at now: Instant
    ) -> LookOutcome {
        switch answer?["errcode"]?.string {
        case "M_UNKNOWN_POS": return .lost(reason: response.reason)
        case "M_UNKNOWN_TOKEN", "M_MISSING_TOKEN", "M_USER_DEACTIVATED": return .refused(reason: response.reason)
        default:
            // Synapse knows no better name than M_UNKNOWN for a batch that is not its own.
            if response.status == 400, since != nil { return .lost(reason: response.reason) }
            let delay = response.retryAfter(at: now) ?? answer?["retry_after_ms"]?.secondsOfMilliseconds
            return response.usualOutcome(at: now, delay: delay)
        }
    }

    private func get(_ path: String) -> OutgoingRequest {
        OutgoingRequest(get: Secret("\(server)/_matrix/client/v3/\(path)"), headers: [.bearer(token)])
    }

    /// Nothing but the messages of others; at the first look not even them.
    private static func filter(for position: Position, isNarrow: Bool) -> JSON {
        let nothing: JSON = ["not_types": ["*"]]
        let messages: JSON = [
            "types": ["m.room.message"], "not_senders": [.string(position.user)],
            "limit": .integer(isNarrow ? fewEvents : eventLimit),
        ]
        return [
            "presence": nothing, "account_data": nothing,
            "room": [
                "account_data": nothing, "ephemeral": nothing, "state": nothing,
                "timeline": position.since == nil ? nothing : messages,
            ],
        ]
    }

    private static func words(in event: JSON, of room: String, to user: String, at now: Instant) -> IncomingWords? {
        guard event["type"]?.string == "m.room.message", let sender = event["sender"]?.string, sender != user,
            let content = event["content"], content["msgtype"]?.string == "m.text"
        else { return nil }
        let relation = content["m.relates_to"]
        guard relation?["rel_type"]?.string != "m.replace" else { return nil }
        let body = content["body"]?.string
        return IncomingWords(
            id: event["event_id"]?.string, senders: [room], name: sender,
            typed: relation?["m.in_reply_to"] == nil ? body : body?.withoutReplyFallback,
            at: event["origin_server_ts"]?.integer.map { $0 / 1000 }, now: now)
    }
}

/// Who coachd is there, and the batch up to which it has heard.
private struct Position {
    var user: String
    var since: String?

    var text: String { since.map { "\(user) \($0)" } ?? user }
}

extension Position {
    init?(_ text: String?) {
        guard let parts = text?.split(separator: " ", maxSplits: 1).map(String.init), let user = parts.first else {
            return nil
        }
        self.init(user: user, since: parts.count > 1 ? parts[1] : nil)
    }
}

extension JSON {
    fileprivate var members: [Member] { if case .object(let members) = self { members } else { [] } }
}

extension String {
    /// Older clients repeat what they answer. https://spec.matrix.org/v1.12/client-server-api/#fallbacks-for-rich-replies
    fileprivate var withoutReplyFallback: String {
        guard hasPrefix("> ") else { return self }
        let own = split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).drop { $0.hasPrefix("> ") }
        return own.dropFirst(own.first?.isEmpty == true ? 1 : 0).joined(separator: "\n")
    }
}
