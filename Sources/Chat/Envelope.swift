import CivilTime
import Coaching

/// What stands on a message from outside: for whom it is, and by what a repeat is recognised.
package struct Envelope: Sendable, Hashable {
    package struct Recipient: Sendable, Hashable {
        package var name: String
        package var email: String
        /// The person's id on platforms where a bot writes to persons, by the platform's type name: "slack-bot" to "U012AB".
        package var handles: [String: String]

        package init(name: String, email: String, handles: [String: String] = [:]) {
            self.name = name
            self.email = email
            self.handles = handles
        }
    }

    /// The same over all tries; without a full stop, which Standard Webhooks reserves.
    package var id: String
    /// What an id begins with; behind it is the random token of the message's row.
    package static let idPrefix = "msg_"
    /// The person; nil for a room.
    package var to: Recipient?
    package var team: String?
    /// The instant of this try.
    package var at: Instant
    /// When the message was composed; the same over all tries.
    package var composedAt: Instant
    /// An earlier try may have arrived, and the receiver cannot tell a repeat.
    package var mayBeRepeat: Bool
    /// The id that the channel's room has since it moved, as a verdict told; nil where it did not.
    package var movedTo: String?

    /// What a message says that may be one.
    static func repeatNote(in language: Language) -> String {
        language.word("This may be a repeat.", "Das ist vielleicht eine Wiederholung.")
    }

    package init(
        id: String, to: Recipient? = nil, team: String? = nil, at: Instant, composedAt: Instant? = nil,
        mayBeRepeat: Bool = false,
        movedTo: String? = nil
    ) {
        self.id = id
        self.to = to
        self.team = team
        self.at = at
        self.composedAt = composedAt ?? at
        self.mayBeRepeat = mayBeRepeat
        self.movedTo = movedTo
    }
}
