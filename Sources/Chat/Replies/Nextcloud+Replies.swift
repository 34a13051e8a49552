import CivilTime
import JSON

/// What a person writes in the conversation that the person and coachd have to themselves.
/// https://nextcloud-talk.readthedocs.io/en/latest/chat/
extension Nextcloud: AnswerableByRequest {
    /// Messages of one look. Each may repeat a long one that it answers.
    private static let messageLimit = 20

    package var listener: String { "\(place)/\(user)" }
    package var hearing: Hearing { Hearing(isPerPerson: true, pace: Rate(count: 1, seconds: 1)) }

    package func request(for look: Look) -> OutgoingRequest {
        // Who logs in by an e-mail address, or by the name in a directory, has another name in the chat.
        guard let position = Position(look.position) else { return get("cloud/user") }
        let range =
            position.last.map { "lookIntoFuture=1&lastKnownMessageId=\($0)&includeLastKnown=0&timeout=0" }
            ?? "lookIntoFuture=0"
        let limit = position.last == nil || look.isNarrow ? 1 : Self.messageLimit
        return get(
            "apps/spreed/api/v1/chat/\((look.handle ?? "").percentEncoded)?\(range)&limit=\(limit)&setReadMarker=0")
    }

    package func heard(_ response: IncomingResponse, after look: Look, at now: Instant) -> LookOutcome {
        let position = Position(look.position)
        if response.status == 304, var position {
            position.last = position.last ?? 0
            return .words([], position: position.text)
        }
        // The conversation is gone, or coachd was put out of it.
        if [403, 404].contains(response.status), position != nil {
            return .refused(reason: response.reason, isForAll: false)
        }
        guard response.isSuccess else { return response.usualOutcome(at: now) }
        let data = response.json?["ocs"]?["data"]
        guard var position else {
            guard let user = data?["id"]?.string else { return response.unreadable }
            return .words([], position: Position(last: nil, user: user).text, isMore: true)
        }
        guard let messages = data?.list else { return response.unreadable }
        // The header also knows of messages that are not shown.
        let ids =
            messages.compactMap { $0["id"]?.integer } + [response.header("X-Chat-Last-Given").flatMap(Int.init) ?? 0]
        let last = position.last
        let newest = max(last ?? 0, ids.max() ?? 0)
        position.last = newest
        guard let last else { return .words([], position: position.text) }
        // Where the last message is no longer there, the server begins with the first.
        let words = messages.filter { $0["id"]?.integer.map { $0 > last } == true }
            .compactMap { Self.words(in: $0, of: look.handle, to: position.user, at: now) }
        return .words(
            words, position: position.text,
            isMore: messages.count >= (look.isNarrow ? 1 : Self.messageLimit) && newest != last)
    }

    private func get(_ path: String) -> OutgoingRequest {
        OutgoingRequest(
            get: Secret("\(server)/ocs/v2.php/\(path)"),
            headers: [
                .basic(user, password), HeaderField("OCS-APIRequest", "true"),
                HeaderField("Accept", "application/json"),
            ])
    }

    private static func words(
        in message: JSON, of handle: String?, to user: String, at now: Instant
    ) -> IncomingWords? {
        guard message["actorType"]?.string == "users", let actor = message["actorId"]?.string, actor != user,
            message["messageType"]?.string == "comment", message["systemMessage"]?.string ?? "" == ""
        else { return nil }
        let text = message["message"]?.string?.replacing(between: "{", and: "}") { name in
            message["messageParameters"]?[String(name)]?["name"]?.string
        }
        return IncomingWords(
            id: message["id"]?.integer.map(String.init), senders: [handle], name: message["actorDisplayName"]?.string,
            typed: text, at: message["timestamp"]?.integer, now: now)
    }
}

/// The last message that was heard, nil before the first look into the chat, and who coachd is there.
private struct Position {
    var last: Int?
    let user: String

    var text: String { "\(last.map(String.init) ?? "")/\(user)" }
}

extension Position {
    init?(_ text: String?) {
        guard let parts = text?.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false), parts.count == 2
        else { return nil }
        self.init(last: Int(parts[0]), user: String(parts[1]))
    }
}
