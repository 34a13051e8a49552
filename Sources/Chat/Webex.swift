import CivilTime
import Coaching
import JSON

/// A Webex bot, which writes into a space or to each person. https://developer.webex.com/docs/api/v1/messages/create-a-message
package struct Webex: Platform {
    package static let typeName = "webex"

    /// Bytes of a message.
    static let textLimit = 7_439
    /// Seconds to wait where the answer does not say.
    static let usualDelay = 15
    private static let url = Secret("https://webexapis.com/v1/messages")

    package var token: Secret
    /// The id of a space; nil writes to each person.
    package var space: String?

    package init(token: Secret, space: String?) {
        self.token = token
        self.space = space
    }

    package var reachesEachPersonAlone: Bool { space == nil }
    package var usualRate: Rate? { Rate(count: space == nil ? 5 : 1, seconds: 1) }
    package var repeats: RepeatSafety { .never }
    package var room: Secret { Secret(space ?? token.value) }
    package var place: String { Self.url.host }

    package func delivery(of message: Message, in envelope: Envelope, isShort: Bool) -> Outgoing {
        let limit = isShort ? Self.textLimit / 2 : Self.textLimit
        let fitting = message.shortened { Self.markup.text($0, envelope).utf8.count <= limit }
        return envelope.addressed(to: space, setting: "room", on: Self.typeName, otherwise: \.email) { address in
            let name = space != nil ? "roomId" : address.contains("@") ? "toPersonEmail" : "toPersonId"
            let payload = JSON.object([
                .init(name: name, value: .string(address)),
                .init(name: "markdown", value: .string(Self.markup.text(fitting, envelope))),
            ])
            return OutgoingRequest(Self.url, json: payload.utf8, headers: [.bearer(token)])
        }
    }

    package func verdict(of response: IncomingResponse, at now: Instant) -> Verdict {
        switch response.status {
        case 200..<300:
            let answer = response.json
            if let id = answer?["id"]?.string { return .delivered(id: id) }
            return answer?["errors"] == nil
                ? response.unclear(without: "a message's id") : .later(seconds: nil, reason: response.reason)
        case 423, 429:
            return .later(seconds: response.retryAfter(at: now) ?? Self.usualDelay, reason: response.reason)
        // A person whom the bot may not write to, or a space that it was put out of.
        case 403, 404: return .refused(reason: response.reason, isChannelDead: space != nil)
        default: return response.usualVerdict(at: now)
        }
    }

    private static let markup = Markup(
        data: { data in
            data.breakingLinks
                .backslashed([
                    "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "#", "+", "-", "!", "|", "~", ">", "<",
                ])
                .broken(after: ["@", "<"]).breakingEntities
        },
        bold: { "**\($0)**" }, italic: { "_\($0)_" }, picture: Markup.fencedPicture, lineEnd: "  \n")
}
