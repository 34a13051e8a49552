import CivilTime
import Coaching
import JSON

/// The line that a `file` channel appends for a message: one JSON object.
package enum JSONLine {
    package static func line(for message: Message, in envelope: Envelope, channel: String) -> [UInt8] {
        let object: JSON = [
            "at": .string(envelope.at.rfc3339), "id": .string(envelope.id), "channel": .string(channel),
            "to": JSON(envelope.to?.email), "team": JSON(envelope.team), "kind": .string(message.kind.rawValue),
            "text": .string(message.plainText),
        ]
        return object.utf8 + [UInt8(ascii: "\n")]
    }
}
