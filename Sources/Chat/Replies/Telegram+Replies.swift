import CivilTime
import JSON

/// What people write to the bot, each in the private chat with it. https://core.telegram.org/bots/api#getupdates
extension Telegram: AnswerableByRequest {
    /// Updates of one look: with usual texts far less than a mebibyte.
    private static let updateLimit = 20
    private static let holdSeconds = 50

    /// The bot's number, which stands before the colon and is no secret. Each server counts its updates for itself.
    package var listener: String { "\(place)/\(token.value.prefix { $0.isASCII && $0.isNumber })" }

    package var hearing: Hearing {
        Hearing(isPerPerson: false, holdSeconds: Self.holdSeconds, pace: Rate(count: 1, seconds: 1))
    }

    package func request(for look: Look) -> OutgoingRequest {
        // -1 is the last update that waits, and lets go of those before it.
        let offset = look.number
        let payload: JSON = [
            "offset": .integer(offset ?? -1), "limit": .integer(offset == nil || look.isNarrow ? 1 : Self.updateLimit),
            "timeout": .integer(offset == nil ? 0 : Self.holdSeconds), "allowed_updates": ["message"],
        ]
        return OutgoingRequest(Secret("\(server)/bot\(token.value)/getUpdates"), json: payload.utf8)
    }

    package func heard(_ response: IncomingResponse, after look: Look, at now: Instant) -> LookOutcome {
        let answer = response.json
        switch response.status {
        case 200..<300:
            guard let updates = answer?["result"]?.list, answer?["ok"]?.bool == true else { return response.unreadable }
            // The highest of this answer, though it may be lower than before: after a quiet week the ids begin somewhere else.
            let last = updates.compactMap { $0["update_id"]?.integer.flatMap(Int32.init(exactly:)) }.max()
            let position = last.map { String(Int($0) + 1) } ?? look.position ?? "0"
            guard look.number != nil else { return .words([], position: position) }
            return .words(
                updates.compactMap { words(in: $0, at: now) }, position: position,
                isMore: updates.count >= (look.isNarrow ? 1 : Self.updateLimit) && position != look.position)
        case 409:
            let advice =
                response.reason.contains("webhook")
                ? "a webhook is set for this bot: remove it with deleteWebhook"
                : "something else fetches what is written to this bot: stop it, or give coachd a bot of its own"
            return .refused(reason: "\(response.reason): \(advice)")
        default:
            return response.usualOutcome(at: now, delay: answer?["parameters"]?["retry_after"]?.seconds)
        }
    }

    private func words(in update: JSON, at now: Instant) -> IncomingWords? {
        guard let message = update["message"], message["chat"]?["type"]?.string == "private",
            let chat = message["chat"]?["id"]?.integer, let id = message["message_id"]?.integer,
            let sender = message["from"], sender["is_bot"]?.bool != true
        else { return nil }
        let names = ["first_name", "last_name"].compactMap { sender[$0]?.string }.filter { !$0.isEmpty }
        return IncomingWords(
            id: "\(chat)/\(id)", senders: [String(chat)],
            name: names.isEmpty ? sender["username"]?.string : names.joined(separator: " "),
            typed: message["text"]?.string, at: message["date"]?.integer, now: now)
    }
}
