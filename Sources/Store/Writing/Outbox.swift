import CivilTime
import Coaching
import SQLite

/// A message on its way through one channel.
package struct OutboxRow: Hashable, Sendable {
    package var id: RowID
    package var messageID: RowID
    package var kind: Message.Kind
    package var channel: String
    package var key: String
    /// Random, so that a receiver can tell it from the messages of every other store.
    package var token: String
    package var personID: RowID?
    package var teamID: RowID?
    package var attempts: Int
    /// An attempt may have reached the server: the message stays as it is.
    package var isFrozen: Bool
    /// The platform refused the usual length.
    package var isShortened: Bool
    package var nextAttemptAt: Instant
    package var expiresAt: Instant
}

/// How a delivery ended.
package enum OutboxEnd: String, Sendable {
    case delivered, refused, expired, answered, dropped
}

extension Store {
    /// Queues a message for a channel. The same key a second time changes nothing.
    package func queue(
        message: RowID, channel: String, key: String, notBefore: Instant, expires: Instant
    ) throws {
        try database.run(
            """
            INSERT INTO outbox(message_id, channel, key, not_before, next_attempt_at, expires_at)
            VALUES (?1, ?2, ?3, ?4, ?4, ?5) ON CONFLICT (key) DO NOTHING
            """, .integer(message), .text(channel), .text(key), Value(notBefore), Value(expires))
    }

    private static let outboxColumns = """
        o.id, o.message_id, m.kind, o.channel, o.key, m.person_id, m.team_id, o.attempts, o.frozen, o.next_attempt_at,
        o.expires_at, o.shortened, o.token
        """

    /// The oldest open row of each person or room and channel: what is said to somebody arrives in its order.
    private static let heads = """
        (SELECT min(q.id) FROM outbox q JOIN message w ON w.id = q.message_id WHERE q.ended_at IS NULL
         GROUP BY q.channel, w.person_id, w.team_id)
        """

    /// Channels for which something may be sent now, the one that waited longest first.
    package func dueChannels(at now: Instant) throws -> [String] {
        try database.query(
            """
            SELECT channel FROM outbox WHERE ended_at IS NULL AND state = 'queued' AND next_attempt_at <= ?
            GROUP BY channel ORDER BY min(next_attempt_at)
            """, Value(now)
        ) { $0.text(0) }
    }

    /// What may be sent through a channel now, the oldest first.
    package func dueOutbox(of channel: String, at now: Instant, limit: Int) throws -> [OutboxRow] {
        try database.query(
            """
            SELECT \(Self.outboxColumns) FROM outbox o JOIN message m ON m.id = o.message_id
            WHERE o.ended_at IS NULL AND o.state = 'queued' AND o.next_attempt_at <= ?1 AND o.channel = ?2
              AND o.id IN \(Self.heads)
            ORDER BY o.next_attempt_at, o.id LIMIT ?3
            """, Value(now), .text(channel), Value(limit), decode: Self.outboxRow)
    }

    /// When the next queued message wants its attempt or comes to its end.
    package func nextOutbox() throws -> Instant? {
        try database.first(
            """
            SELECT min(CASE WHEN id IN \(Self.heads) THEN min(next_attempt_at, expires_at) ELSE expires_at END)
            FROM outbox WHERE ended_at IS NULL AND state = 'queued'
            """
        ) { $0.optionalInstant(0) } ?? nil
    }

    /// Queued messages whose time is over.
    package func expiredOutbox(at now: Instant) throws -> [OutboxRow] {
        try database.query(
            """
            SELECT \(Self.outboxColumns) FROM outbox o JOIN message m ON m.id = o.message_id
            WHERE o.ended_at IS NULL AND o.state = 'queued' AND o.expires_at <= ?1
            """, Value(now), decode: Self.outboxRow)
    }

    private static func outboxRow(_ row: Row) -> OutboxRow {
        OutboxRow(
            id: row.int64(0), messageID: row.int64(1), kind: Message.Kind(rawValue: row.text(2)) ?? .morning,
            channel: row.text(3), key: row.text(4), token: row.text(12), personID: row.optionalInt64(5),
            teamID: row.optionalInt64(6),
            attempts: row.int(7), isFrozen: row.bool(8), isShortened: row.bool(11), nextAttemptAt: row.instant(9),
            expiresAt: row.instant(10))
    }

    /// Marks a row as being sent, before the request leaves: after a crash it is known to have been in flight.
    package func beginAttempt(_ id: RowID) throws {
        try database.run("UPDATE outbox SET state = 'sending', attempts = attempts + 1 WHERE id = ?", .integer(id))
    }

    /// Puts what was in flight when the process ended back into the queue. Each may have arrived, so it is frozen.
    /// - Returns: how many there were.
    package func recoverInterrupted(at now: Instant) throws -> Int {
        try database.transaction {
            try database.run(
                """
                INSERT INTO attempt(outbox_id, at, verdict, detail)
                SELECT id, ?, 'interrupted', 'coachd ended while it was in flight' FROM outbox WHERE state = 'sending'
                """, Value(now))
            try database.run("UPDATE outbox SET state = 'queued', frozen = 1 WHERE state = 'sending'")
            return database.changes
        }
    }

    package func recordAttempt(
        _ id: RowID, at now: Instant, verdict: String, status: Int?, detail: String?
    ) throws {
        try database.run(
            "INSERT INTO attempt(outbox_id, at, verdict, status, detail) VALUES (?, ?, ?, ?, ?)",
            .integer(id), Value(now), .text(verdict), Value(status), Value(detail))
    }

    /// Puts a row back for a later attempt.
    package func postpone(_ id: RowID, until next: Instant, isFrozen: Bool) throws {
        try database.run(
            "UPDATE outbox SET state = 'queued', next_attempt_at = ?2, frozen = max(frozen, ?3) WHERE id = ?1",
            .integer(id), Value(next), Value(isFrozen))
    }

    /// Puts a row back to be sent in a shorter form.
    package func shorten(_ id: RowID, next: Instant) throws {
        try database.run(
            "UPDATE outbox SET state = 'queued', next_attempt_at = ?2, shortened = 1 WHERE id = ?1",
            .integer(id), Value(next))
    }

    /// Ends a row for good.
    package func end(_ id: RowID, as end: OutboxEnd, at now: Instant, reason: String? = nil) throws {
        try database.run(
            "UPDATE outbox SET state = ?2, ended_at = ?3, reason = ?4 WHERE id = ?1",
            .integer(id), .text(end.rawValue), Value(now), Value(reason))
    }

    /// Whether any row of the message was delivered or may still be.
    package func isAlive(message: RowID) throws -> Bool {
        try database.first(
            "SELECT 1 FROM outbox WHERE message_id = ? AND (ended_at IS NULL OR state = 'delivered') LIMIT 1",
            .integer(message)
        ) { _ in true } ?? false
    }
}

extension Store {
    /// Moves the retries with a wall clock that was set, so that each still waits as long as it should.
    package func shiftRetries(by seconds: Int64) throws {
        try database.run(
            "UPDATE outbox SET next_attempt_at = next_attempt_at + ? WHERE ended_at IS NULL AND attempts > 0",
            .integer(seconds))
    }

    /// Brings what is in the write-ahead log into the file.
    package func checkpoint() throws {
        try database.run("PRAGMA wal_checkpoint(TRUNCATE)")
    }
}
