import CivilTime
import JSON

/// What a person writes in the space that the person and the bot have to themselves.
/// https://developer.webex.com/docs/api/v1/messages/list-direct-messages
extension Webex: AnswerableByRequest {
    package var listener: String { "\(place)/\(token.mark)" }
    /// No limit is stated.
    package var hearing: Hearing { Hearing(isPerPerson: true, isByEmail: true, pace: Rate(count: 1, seconds: 1)) }

    package func request(for look: Look) -> OutgoingRequest {
        let handle = look.handle ?? ""
        let name = handle.contains("@") ? "personEmail" : "personId"
        return OutgoingRequest(
            get: Secret("https://\(place)/v1/messages/direct?\(name)=\(handle.percentEncoded)"),
            headers: [.bearer(token)])
    }

    package func heard(_ response: IncomingResponse, after look: Look, at now: Instant) -> LookOutcome {
        switch response.status {
        case 200..<300:
            guard let items = response.json?["items"]?.list else { return response.unreadable }
            return heard(items.compactMap(Item.init), after: look, at: now)
        case 404:
            // Nobody has written yet.
            return .words([], position: look.position ?? Position(at: now).text)
        case 423, 429:
            return .later(seconds: response.retryAfter(at: now) ?? Self.usualDelay, reason: response.reason)
        default: return response.usualOutcome(at: now)
        }
    }

    /// - Parameter items: Newest first.
    private func heard(_ items: [Item], after look: Look, at now: Instant) -> LookOutcome {
        let newest = items.first?.position
        guard let last = Position(look.position) else {
            return .words([], position: (newest ?? Position(at: now)).text)
        }
        // Two messages of one millisecond stand in their order; of one that was deleted only the time is left.
        let fresh =
            items.firstIndex { $0.position.id == last.id }.map { items[..<$0] }
            ?? items.prefix { $0.position.created > last.created }
        let words = fresh.reversed().compactMap { $0.words(of: look.handle ?? "", at: now) }
        return .words(words, position: (fresh.isEmpty ? last : newest ?? last).text)
    }
}

/// The newest message that was heard.
private struct Position {
    /// RFC 3339 with milliseconds, always in UTC: later ones are greater as text.
    let created: String
    let id: String

    var text: String { "\(created)/\(id)" }

    init(created: String, id: String) {
        (self.created, self.id) = (created, id)
    }

    /// Where nothing was heard yet.
    init(at now: Instant) {
        self.init(created: "\(now.rfc3339.dropLast()).000Z", id: "")
    }

    init?(_ text: String?) {
        guard let parts = text?.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false), parts.count == 2
        else { return nil }
        self.init(created: String(parts[0]), id: String(parts[1]))
    }
}

/// A message as the list has it, of whomever.
private struct Item {
    let position: Position
    private let instant: Instant
    private let message: JSON

    init?(_ message: JSON) {
        guard let id = message["id"]?.string, let created = message["created"]?.string,
            let instant = try? Instant(rfc3339: created)
        else { return nil }
        position = Position(created: created, id: id)
        self.instant = instant
        self.message = message
    }

    func words(of handle: String, at now: Instant) -> IncomingWords? {
        let senders = ["personId", "personEmail"].compactMap { message[$0]?.string }
        guard senders.contains(where: { $0.lowercased() == handle.lowercased() }) else { return nil }
        return IncomingWords(
            id: position.id, senders: [handle] + senders, typed: message["text"]?.string,
            at: Int(instant.secondsSinceEpoch), now: now)
    }
}
