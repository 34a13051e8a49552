import CivilTime
import JSON

/// What people write to the bot, each in the direct messages of the two. https://zulip.com/api/get-messages
extension Zulip: AnswerableByRequest {
    /// Messages of one look: with the longest texts less than a mebibyte.
    private static let messageLimit = 20

    package var listener: String { "\(place)/\(email)" }
    /// Sending may take nearly all of the 200 requests a minute.
    package var hearing: Hearing { Hearing(isPerPerson: false, pace: Rate(count: 12, seconds: 60)) }

    package func request(for look: Look) -> OutgoingRequest {
        // "is:dm" is the newer name, which servers before 7.0 do not know; the newest ones know both.
        let narrow: JSON = [["operator": "is", "operand": "private"]]
        let range =
            look.number.map {
                "anchor=\($0)&num_before=0&num_after=\(look.isNarrow ? 1 : Self.messageLimit)&include_anchor=false"
            } ?? "anchor=newest&num_before=1&num_after=0"
        return OutgoingRequest(
            get: Secret(
                "\(server)/api/v1/messages?\(range)&narrow=\(narrow.text.percentEncoded)&apply_markdown=false"),
            headers: [.basic(email, key)])
    }

    package func heard(_ response: IncomingResponse, after look: Look, at now: Instant) -> LookOutcome {
        let answer = response.json
        guard response.isSuccess else {
            return response.usualOutcome(at: now, delay: answer?["retry-after"]?.seconds)
        }
        guard answer?["result"]?.string == "success", let messages = answer?["messages"]?.list else {
            return response.unreadable
        }
        let ids = messages.compactMap { $0["id"]?.integer }
        guard let last = look.number else {
            return .words([], position: String(max(0, ids.max() ?? 0)))
        }
        // Servers before 6.0 give the anchor too.
        let position = max(last, ids.max() ?? last)
        let words = messages.filter { $0["id"]?.integer.map { $0 > last } == true }
            .compactMap { self.words(in: $0, at: now) }
        return .words(
            words, position: String(position), isMore: answer?["found_newest"]?.bool == false && position != last)
    }

    private func words(in message: JSON, at now: Instant) -> IncomingWords? {
        guard message["type"]?.string == "private", message["display_recipient"]?.elements.count == 2,
            let sender = message["sender_id"]?.integer, let address = message["sender_email"]?.string,
            address.lowercased() != email.lowercased()
        else { return nil }
        return IncomingWords(
            id: message["id"]?.integer.map(String.init), senders: [String(sender), address],
            name: message["sender_full_name"]?.string, typed: message["content"]?.string,
            at: message["timestamp"]?.integer, now: now)
    }
}
