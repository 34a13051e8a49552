import CivilTime
import Coaching
import JSON

/// A user of a Matrix server that is coachd's own, in rooms without encryption. https://spec.matrix.org/latest/client-server-api/
package struct Matrix: Platform {
    package static let typeName = "matrix"

    /// Bytes of `body` and `formatted_body`; a whole event with its signatures has 65,536.
    static let textLimit = 40_000
    /// Seconds for which Synapse knows a transaction.
    static let memory = 86_400

    /// "https://matrix.example.com".
    package var server: String
    package var token: Secret
    /// "!id:example.com"; nil writes to each person, into the room that the person and coachd have to themselves.
    package var roomID: String?

    package init(server: String, token: Secret, roomID: String?) {
        self.server = server
        self.token = token
        self.roomID = roomID
    }

    package var reachesEachPersonAlone: Bool { roomID == nil }
    package var usualRate: Rate? { Rate(count: 1, seconds: 1) }
    package var repeats: RepeatSafety { .within(seconds: Self.memory) }
    package var room: Secret { Secret(roomID ?? token.value) }
    package var place: String { Secret(server).host }

    package func delivery(of message: Message, in envelope: Envelope, isShort: Bool) -> Outgoing {
        let limit = isShort ? Self.textLimit / 2 : Self.textLimit
        let fitting = message.shortened {
            Markup.plain.text($0, envelope).utf8.count + Self.markup.text($0, envelope).utf8.count <= limit
        }
        return envelope.addressed(to: roomID, setting: "room", on: Self.typeName) { address in
            // "m.notice" would notify nobody.
            let event: JSON = [
                "msgtype": "m.text", "body": .string(Markup.plain.text(fitting, envelope)),
                "format": "org.matrix.custom.html", "formatted_body": .string(Self.markup.text(fitting, envelope)),
                "m.mentions": [:],
            ]
            let path =
                "/_matrix/client/v3/rooms/\(address.percentEncoded)/send/m.room.message/\(envelope.id.percentEncoded)"
            return OutgoingRequest(Secret(server + path), method: .put, json: event.utf8, headers: [.bearer(token)])
        }
    }

    package func verdict(of response: IncomingResponse, at now: Instant) -> Verdict {
        let answer = response.json
        if response.isSuccess {
            guard let id = answer?["event_id"]?.string else {
                return response.unclear(without: "an event's id")
            }
            return .delivered(id: id)
        }
        switch answer?["errcode"]?.string {
        case "M_TOO_LARGE": return .tooLong(reason: response.reason)
        case "M_FORBIDDEN", "M_NOT_FOUND": return .refused(reason: response.reason, isChannelDead: roomID != nil)
        case "M_UNKNOWN_TOKEN", "M_MISSING_TOKEN", "M_USER_DEACTIVATED":
            return .refused(reason: response.reason, isChannelDead: true)
        case "M_LIMIT_EXCEEDED":
            // Older servers say it in the body only.
            let delay = response.retryAfter(at: now) ?? answer?["retry_after_ms"]?.secondsOfMilliseconds
            return .later(seconds: delay, reason: response.reason)
        default: return response.usualVerdict(at: now)
        }
    }

    private static let markup = Markup(
        data: { Markup.inert($0).escapingAngles }, words: \.escapingAngles, bold: { "<strong>\($0)</strong>" },
        italic: { "<em>\($0)</em>" }, knowsLists: false,
        picture: { lines in
            let text = lines.map { $0.mappingData(Markup.inert).text.escapingAngles }.joined(separator: "\n")
            return "<pre><code>\(text)</code></pre>"
        },
        lineEnd: "<br>", paragraphEnd: "<br><br>")
}
