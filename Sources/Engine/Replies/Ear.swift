import Chat
import CivilTime

/// A conversation that is listened to, or all of a channel.
struct EarKey: Hashable, Sendable {
    let channel: String
    let handle: String?
}

/// How the looks for one of them stand.
struct Ear {
    /// Where the channel leads, and who listens there.
    let room: Secret
    /// Where the last look ended.
    var position: String?
    /// Somebody else listened in this channel before: where he left off means nothing here.
    var follows = false
    /// From where what is written is heard is known, here and in the store.
    var isPlaced = false
    var savedAt = Instant(secondsSinceEpoch: 0)
    /// The last answer was too long to be read whole: the next look asks for less.
    var isNarrow = false
    var isOut = false
    /// The number of the look that is out.
    var turn = 0
    var dueAt = Instant(secondsSinceEpoch: 0)
    var failures = 0
    /// Nothing is heard for a reason that is not this one person's.
    var isInTrouble = false
    /// Why this one person is not heard.
    var ownTrouble: String?

    init(room: Secret, position: String?) {
        self.room = room
        self.position = position
    }
}
