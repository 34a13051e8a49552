import CivilTime
import SQLite

/// How a channel does, as the rows of its messages tell.
package struct ChannelHealth: Hashable, Sendable {
    package var name: String
    package var lastDelivery: Instant?
    /// Messages that have not ended, and when the first of them had its turn.
    package var waiting = 0
    package var waitsSince: Instant?
    /// The failures in a row with which its latest attempts ended.
    package var failures: ChannelFailures?

    /// A channel of which nothing is known yet.
    package init(name: String) { self.name = name }
}

/// Attempts through a channel that failed one after the other.
package struct ChannelFailures: Hashable, Sendable {
    package var count: Int
    /// Nothing passes until somebody acts.
    package var isDead: Bool
    /// Of the latest.
    package var reason: String
    /// When the first of them was.
    package var since: Instant
}

extension Store {
    /// The channels that something went through or waits for, by name.
    package func channelHealth() throws -> [ChannelHealth] {
        let failures = try recentFailures()
        return try database.query(
            """
            SELECT channel, max(iif(state = 'delivered', ended_at, NULL)), sum(ended_at IS NULL),
              min(iif(ended_at IS NULL, not_before, NULL))
            FROM outbox GROUP BY channel ORDER BY channel
            """
        ) {
            var health = ChannelHealth(name: $0.text(0))
            health.lastDelivery = $0.optionalInstant(1)
            health.waiting = $0.int(2)
            health.waitsSince = $0.optionalInstant(3)
            health.failures = failures[health.name]
            return health
        }
    }

    /// When the latest activity was that is not dated ahead; nil where there is none.
    package func latestActivity(upTo now: Instant) throws -> Instant? {
        try database.first("SELECT max(occurred_at) FROM activity WHERE occurred_at <= ?", Value(now)) {
            $0.optionalInstant(0)
        } ?? nil
    }
}
