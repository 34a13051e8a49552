import Chat
import CivilTime
import Coaching

/// What a queue remembers of a channel while it runs: its pace, how much it bears at once, and whether it takes messages.
struct ChannelState: Sendable {
    var circuit = Circuit()
    var inFlight = 0
    /// Where the channel led when it was used last.
    private(set) var room: Secret?
    /// When the channel may send again.
    var freeAt = Instant(secondsSinceEpoch: 0)
    /// The id of the channel's room since it moved; told again by the platform after a restart.
    private(set) var movedTo: String?
    /// Up to this row the waiting messages were looked at for a fallback.
    var divertedUpTo: RowID = 0
    /// The same for messages whose time is over before the channel may send again, which was at this instant.
    var rescued: (upTo: RowID, before: Instant) = (0, Instant(secondsSinceEpoch: 0))
    /// Times in a row that the server asked for fewer messages.
    var throttles = 0

    /// How many may be on their way at once: one to begin with, twice as many with each that arrives swiftly. So a channel that is dead
    /// or slow takes hardly a connection from the others.
    private var window = 1
    private var lastDeparture = Instant(secondsSinceEpoch: 0)
    private var pace = Pace()

    /// Requests on their way at once where a receiver recognises repeats. More than the connections of a host: while the outcomes of
    /// some are written, others already wait in the line of the HTTP client.
    static let widest = 128
    /// Seconds after which an answer is slow, and after which an idle channel is a stranger again.
    private static let slow: Int64 = 5
    private static let forgotten: Int64 = 60

    /// - Parameter channel: nil where it was not used yet.
    init(of channel: Channel? = nil) { room = channel?.room }

    /// How many messages may leave now.
    func room(for channel: Channel, at now: Instant) -> Int {
        guard freeAt <= now else { return 0 }
        // Elsewhere a crash may repeat what was in flight, so it is never more than one.
        guard channel.platform.repeats != .never else { return inFlight == 0 ? 1 : 0 }
        let width = inFlight == 0 && now.seconds(since: lastDeparture) > Self.forgotten ? 1 : window
        let paced = channel.rate.map { pace.allowance(of: $0, at: now) } ?? width
        return max(0, min(width - inFlight, paced))
    }

    /// A message leaves.
    mutating func depart(through channel: Channel, at now: Instant) {
        if inFlight == 0, now.seconds(since: lastDeparture) > Self.forgotten { window = 1 }
        lastDeparture = now
        inFlight += 1
        room = channel.room
        guard let rate = channel.rate else { return }
        freeAt = max(freeAt, pace.spend(rate, at: now))
    }

    /// An answer is there.
    /// - Parameter isGood: The message was taken.
    mutating func arrive(leftAt: Instant, isGood: Bool, at now: Instant) {
        inFlight -= 1
        let isSwift = now.seconds(since: leftAt) < Self.slow
        window = isGood && isSwift ? min(Self.widest, window * 2) : isGood ? max(1, window / 2) : 1
    }

    /// The channel took a message, or refused it for a reason of its own.
    /// - Returns: the opening of the circuit that this ended.
    mutating func succeed() -> Circuit.Opening? {
        throttles = 0
        let ended = circuit.succeed()
        if ended != nil { divertedUpTo = 0 }
        return ended
    }

    /// The server asked for a pause, which means all that goes there. An answer from where the channel led before a new configuration
    /// means nothing any more.
    mutating func pause(_ channel: Channel, until instant: Instant) {
        if channel.room == room { freeAt = max(freeAt, instant) }
    }

    /// The channel's room has another id from now on.
    mutating func move(_ channel: Channel, to id: String) { if channel.room == room { movedTo = id } }

    /// Before this instant nothing leaves, whatever waits.
    var isShutUntil: Instant {
        guard let opening = circuit.opening, inFlight == 0 else { return freeAt }
        return max(freeAt, opening.probeAt)
    }

    /// Up to this row the waiting messages were looked at for whether they are over before such an instant.
    func rescued(before instant: Instant) -> RowID { rescued.before >= instant ? rescued.upTo : 0 }

    /// The configuration was read anew: one message may try at once. What a server asked for holds for the address that it was asked at.
    /// - Returns: whether the channel leads to another address from now on.
    mutating func reconfigure(to channel: Channel?, at now: Instant) -> Bool {
        circuit.askAgain(at: now)
        divertedUpTo = 0
        rescued.upTo = 0
        guard let channel, channel.room != room else { return false }
        room = channel.room
        movedTo = nil
        throttles = 0
        freeAt = now
        pace = Pace()
        return true
    }

    /// The clock was set back: nothing waits for an hour that was there already.
    mutating func clockWasSetBack(to now: Instant) {
        freeAt = min(freeAt, now)
        lastDeparture = min(lastDeparture, now)
        pace = Pace()
        circuit.moveProbe(to: now)
    }
}
