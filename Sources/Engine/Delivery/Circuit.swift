import CivilTime
import Store

/// Whether a channel takes messages. After some failures in a row, or at once where the platform says that nothing more will pass, it
/// opens: then only one message now and then tries the channel, at growing intervals, until one gets through.
package struct Circuit: Sendable {
    struct Opening: Sendable {
        let since: Instant
        /// Nothing passes until somebody acts.
        var isDead: Bool
        var reason: String
        var failedProbes = 0
        /// When the latest of them failed.
        var failedAt: Instant
        /// When the next message may try.
        var probeAt: Instant
        /// Nothing was tried since the start or since the configuration was read anew: it may be well again.
        var isUntried = false
    }

    private(set) var failures = 0
    private(set) var opening: Opening?

    /// Failures in a row that are no accident any more.
    static let failuresToOpen = 5
    /// Seconds until the first probe and at most between two; of a channel that is dead until somebody acts, more.
    static let firstProbe = (failing: 10, dead: 300)
    static let longestProbe = (failing: 3600, dead: 21_600)

    init() {}

    /// As it was when the process ended. One message may try at once: a restart is how many faults are mended.
    init(_ before: ChannelFailures, at now: Instant) {
        failures = before.count
        guard Self.isOpen(after: before) else { return }
        opening = Opening(
            since: min(before.since, now), isDead: before.isDead, reason: before.reason, failedAt: now, probeAt: now,
            isUntried: true)
    }

    /// Whether a channel with such failures counts as one that takes nothing.
    package static func isOpen(after failures: ChannelFailures) -> Bool {
        failures.isDead || failures.count >= failuresToOpen
    }

    /// Whether messages go to their fallback instead of waiting: the channel is dead, or was tried as often and for as long as one message
    /// would be.
    var hasGivenUp: Bool {
        guard let opening, !opening.isUntried else { return false }
        return opening.isDead
            || opening.failedProbes + 1 >= Patience.attempts
                && opening.failedAt.seconds(since: opening.since) >= Patience.seconds
    }

    /// A message got through, or was refused for a reason of its own.
    /// - Returns: the opening that this ended.
    mutating func succeed() -> Opening? {
        failures = 0
        defer { opening = nil }
        return opening
    }

    /// A message did not get through.
    /// - Parameters:
    ///   - isProbe: It was the one that tried an open circuit; what was in flight when it opened tells nothing new, unless it is that
    ///     nothing passes any more.
    ///   - asked: The delay that the server asked for, in seconds.
    /// - Returns: the opening, when the circuit opened just now.
    mutating func fail(
        isDead: Bool, isProbe: Bool, asked: Int?, reason: String, at now: Instant, random: (ClosedRange<Int>) -> Int
    ) -> Opening? {
        failures += 1
        if var open = opening {
            if isDead { (open.isDead, open.reason) = (true, reason) }
            if isProbe {
                open.isUntried = false
                open.failedProbes += 1
                open.failedAt = now
                open.reason = reason
                open.probeAt = Self.probe(after: open, asked: asked, at: now, random)
            }
            opening = open
            return nil
        }
        guard isDead || failures >= Self.failuresToOpen else { return nil }
        var open = Opening(since: now, isDead: isDead, reason: reason, failedAt: now, probeAt: now)
        open.probeAt = Self.probe(after: open, asked: asked, at: now, random)
        opening = open
        return open
    }

    /// One message may try now: the configuration was read anew.
    mutating func askAgain(at now: Instant) {
        opening?.probeAt = now
        opening?.isUntried = true
    }

    /// The clock was set back.
    mutating func moveProbe(to now: Instant) {
        if let probeAt = opening?.probeAt, probeAt > now { opening?.probeAt = now }
    }

    private static func probe(
        after opening: Opening, asked: Int?, at now: Instant, _ random: (ClosedRange<Int>) -> Int
    ) -> Instant {
        let first = opening.isDead ? firstProbe.dead : firstProbe.failing
        let longest = opening.isDead ? longestProbe.dead : longestProbe.failing
        let interval = min(longest, first << min(opening.failedProbes, 20))
        // Between half and all of it, so that many daemons do not probe as one.
        return now.adding(seconds: Int64(max(asked ?? 0, random(interval / 2...interval))))
    }
}
