import CivilTime
import Coaching
import JSON

/// A file to which each message is appended as one line: a JSON object.
package struct File: Platform {
    package static let typeName = "file"

    package var path: String

    package init(path: String) { self.path = path }

    package var reachesEachPersonAlone: Bool { true }
    package var usualRate: Rate? { nil }
    package var repeats: RepeatSafety { .always }
    package var room: Secret { Secret(path) }
    package var place: String { path }

    package func delivery(of message: Message, in envelope: Envelope, isShort: Bool) -> Outgoing { .local }
    package func verdict(of response: IncomingResponse, at now: Instant) -> Verdict { .delivered() }

    /// The line for a message, with its end.
    package static func line(for message: Message, in envelope: Envelope, channel: String) -> [UInt8] {
        let object: JSON = [
            "at": .string(envelope.at.rfc3339), "id": .string(envelope.id), "channel": .string(channel),
            "to": JSON(envelope.to?.email), "team": JSON(envelope.team), "kind": .string(message.kind.rawValue),
            "text": .string(message.plainText),
        ]
        return object.utf8 + [UInt8(ascii: "\n")]
    }
}
