import CivilTime
import Coaching
import JSON
import Signing

/// A user of a Nextcloud server that is coachd's own, in Talk. https://nextcloud-talk.readthedocs.io/en/latest/chat/
package struct Nextcloud: Platform {
    package static let typeName = "nextcloud"

    /// Characters of a message.
    static let textLimit = 32_000

    /// "https://cloud.example.com".
    package var server: String
    package var user: String
    /// An app password.
    package var password: Secret
    /// The token of a conversation, from its address; nil writes to each person, into their conversation with coachd.
    package var conversation: String?

    package init(server: String, user: String, password: Secret, conversation: String?) {
        self.server = server
        self.user = user
        self.password = password
        self.conversation = conversation
    }

    package var reachesEachPersonAlone: Bool { conversation == nil }
    package var usualRate: Rate? { Rate(count: 5, seconds: 1) }
    package var repeats: RepeatSafety { .never }
    package var room: Secret { Secret("\(server)/\(conversation ?? user)") }
    package var place: String { Secret(server).host }

    package func delivery(of message: Message, in envelope: Envelope, isShort: Bool) -> Outgoing {
        let limit = isShort ? Self.textLimit / 2 : Self.textLimit
        let fitting = message.shortened { Self.markup.text($0, envelope).utf16.count <= limit }
        return envelope.addressed(to: conversation, setting: "room", on: Self.typeName) { address in
            // By the reference our message can be found again.
            let reference = SHA256.digest(of: Array(envelope.id.utf8)).hexadecimal
            let payload: JSON = [
                "message": .string(Self.markup.text(fitting, envelope)), "referenceId": .string(reference),
            ]
            return OutgoingRequest(
                Secret("\(server)/ocs/v2.php/apps/spreed/api/v1/chat/\(address.percentEncoded)"), json: payload.utf8,
                headers: [
                    .basic(user, password), HeaderField("OCS-APIRequest", "true"),
                    HeaderField("Accept", "application/json"),
                ])
        }
    }

    package func verdict(of response: IncomingResponse, at now: Instant) -> Verdict {
        switch response.status {
        case 201: .delivered(id: response.json?["ocs"]?["data"]?["id"]?.integer.map(String.init))
        case 200..<300:
            response.json?["ocs"]?["meta"]?["status"]?.string == "failure"
                ? .later(seconds: nil, reason: response.reason) : response.unclear(without: "HTTP 201")
        case 403, 404: .refused(reason: response.reason, isChannelDead: conversation != nil)
        default: response.usualVerdict(at: now)
        }
    }

    private static let markup = Markup(
        data: { data in
            data.breakingLinks
                .backslashed([
                    "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "#", "+", "-", "!", "|", "~", ">", "<",
                ])
                .breakingMentions.breakingEntities
        },
        bold: { "**\($0)**" }, italic: { "_\($0)_" }, picture: Markup.fencedPicture, lineEnd: "  \n")
}
