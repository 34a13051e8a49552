import CivilTime
import Coaching
import SQLite

/// How a delivery ended.
package enum OutboxEnd: String, Sendable {
    case delivered, refused, expired, answered, dropped
}

extension Store {
    /// Queues a message for a channel. The same key a second time changes nothing.
    /// - Parameter isFallback: It goes there because the usual channel did not take it.
    /// - Returns: whether the key was new.
    @discardableResult
    package func queue(
        message: RowID, channel: String, key: String, notBefore: Instant, expires: Instant, isFallback: Bool = false
    ) throws -> Bool {
        try database.run(
            """
            INSERT INTO outbox(message_id, channel, key, not_before, next_attempt_at, expires_at, is_fallback, lane)
            SELECT id, ?2, ?3, ?4, max(?4, ifnull((SELECT max(q.next_attempt_at) FROM outbox q WHERE q.channel = ?2
              AND q.lane = ifnull(ifnull(person_id, -team_id), 0) AND q.ended_at IS NULL AND q.held = 0), 0)),
              ?5, ?6, ifnull(ifnull(person_id, -team_id), 0)
            FROM message WHERE id = ?1 ON CONFLICT (key) DO NOTHING
            """, .integer(message), .text(channel), .text(key), Value(notBefore), Value(expires), Value(isFallback))
        return database.changes > 0
    }

    // MARK: Attempts

    /// Marks a row as being sent, before the request leaves: after a crash it is known to have been in flight.
    /// - Parameter fingerprint: Of the body that leaves, where a repeat must be the same; nil keeps what is there.
    package func beginAttempt(_ id: RowID, at now: Instant, fingerprint: Int64? = nil) throws {
        try database.run(
            """
            UPDATE outbox SET state = 'sending', attempts = attempts + 1, next_attempt_at = ?2, wanted = 0,
              fingerprint = ifnull(?3, fingerprint)
            WHERE id = ?1
            """, .integer(id), Value(now), Value(fingerprint))
    }

    /// Keeps the body of an attempt that may have arrived: a repeat sends the same.
    package func keepPayload(_ payload: [UInt8], of id: RowID) throws {
        try database.run("UPDATE outbox SET payload = ?2 WHERE id = ?1", .integer(id), .blob(payload))
    }

    /// Gives a row another token: what leaves from now on is not what the receiver may know under the first.
    package func renewToken(of id: RowID) throws -> String {
        try database.run("UPDATE outbox SET token = \(Schema.newToken) WHERE id = ?", .integer(id))
        return try database.first("SELECT token FROM outbox WHERE id = ?", .integer(id)) { $0.text(0) } ?? ""
    }

    /// Puts what was in flight when the process ended back into the queue. Each may have arrived, so it is frozen; its attempt is
    /// recorded at the instant when it left.
    /// - Returns: how many there were.
    package func recoverInterrupted(at now: Instant) throws -> Int {
        try database.transaction {
            try database.run(
                """
                INSERT INTO attempt(outbox_id, at, verdict, detail)
                SELECT id, min(next_attempt_at, ?), 'interrupted', 'coachd ended while it was in flight'
                FROM outbox WHERE ended_at IS NULL AND state = 'sending'
                """, Value(now))
            // Not later than what waits behind them.
            try database.run(
                """
                UPDATE outbox SET state = 'queued', frozen = 1, next_attempt_at = not_before
                WHERE ended_at IS NULL AND state = 'sending'
                """)
            return database.changes
        }
    }

    /// - Parameter platformID: The platform's own id of the message.
    package func recordAttempt(
        _ id: RowID, at now: Instant, verdict: AttemptVerdict, status: Int?, detail: String?, platformID: String? = nil
    ) throws {
        try database.run(
            "INSERT INTO attempt(outbox_id, at, verdict, status, detail, platform_id) VALUES (?, ?, ?, ?, ?, ?)",
            .integer(id), Value(now), .text(verdict.rawValue), Value(status), Value(detail), Value(platformID))
    }

    // MARK: Outcomes

    /// Puts a row back for a later attempt.
    package func postpone(_ id: RowID, until next: Instant, isFrozen: Bool) throws {
        try database.run(
            "UPDATE outbox SET state = 'queued', next_attempt_at = ?2, frozen = max(frozen, ?3) WHERE id = ?1",
            .integer(id), Value(next), Value(isFrozen))
    }

    /// What waits behind a row for the same reader has its turn no sooner than that.
    package func holdBack(behind id: RowID, until next: Instant) throws {
        try database.run(
            """
            UPDATE outbox SET next_attempt_at = ?2
            WHERE channel = (SELECT channel FROM outbox WHERE id = ?1) AND lane = (SELECT lane FROM outbox WHERE id = ?1)
              AND ended_at IS NULL AND held = 0 AND id > ?1 AND next_attempt_at < ?2
            """, .integer(id), Value(next))
    }

    /// What waits for a channel need not wait any longer, but for its time.
    package func hasten(_ channel: String, to now: Instant) throws {
        try database.run(
            """
            UPDATE outbox SET next_attempt_at = max(not_before, ?2)
            WHERE channel = ?1 AND ended_at IS NULL AND state = 'queued' AND held = 0 AND next_attempt_at > ?2
            """, .text(channel), Value(now))
    }

    /// Puts a row back to be sent at once in a shorter form. A platform that finds it too long has not taken it, now or before.
    package func shorten(_ id: RowID) throws {
        try database.run(
            "UPDATE outbox SET state = 'queued', next_attempt_at = not_before, shortened = 1, frozen = 0, payload = NULL WHERE id = ?",
            .integer(id))
    }

    /// Sets a row aside that may have arrived, until the operator decides. What waits behind it goes on.
    package func hold(_ id: RowID) throws {
        try database.run("UPDATE outbox SET held = 1 WHERE id = ?", .integer(id))
    }

    /// Ends a row for good.
    package func end(_ id: RowID, as end: OutboxEnd, at now: Instant, reason: String? = nil) throws {
        try database.run(
            "UPDATE outbox SET state = ?2, ended_at = ?3, reason = ?4, payload = NULL, held = 0, wanted = 0 WHERE id = ?1",
            .integer(id), .text(end.rawValue), Value(now), Value(reason))
    }

    /// Ends a row that never arrived.
    package func drop(_ row: OutboxRow, as end: OutboxEnd = .dropped, at now: Instant, reason: String) throws {
        try self.end(row.id, as: end, at: now, reason: reason)
        try voidIfDead(row)
    }

    /// What no channel delivered was not said: the ladder does not count it.
    package func voidIfDead(_ row: OutboxRow) throws {
        if try !isAlive(message: row.messageID) { try void(itemsOfMessage: row.messageID) }
    }

    // MARK: What the operator wants

    /// Lets a row go now, also one that is held.
    package func retry(_ id: RowID, at now: Instant) throws {
        try database.run(
            "UPDATE outbox SET next_attempt_at = min(next_attempt_at, ?2), held = 0, wanted = 1 WHERE id = ?1",
            .integer(id), Value(now))
    }

    /// Queues a row again that ended without being delivered: it goes now, and what it says counts as said again. What was answered
    /// meanwhile stays left out, also where it may have arrived once and goes out as it was.
    package func revive(_ id: RowID, at now: Instant) throws {
        try database.run(
            """
            UPDATE outbox SET state = 'queued', ended_at = NULL, reason = NULL, next_attempt_at = ?2, wanted = 1
            WHERE id = ?1
            """, .integer(id), Value(now))
        guard
            let message = try database.first(
                "SELECT message_id FROM outbox WHERE id = ?", .integer(id), decode: { $0.int64(0) })
        else { return }
        try database.run("UPDATE message_item SET voided = 0 WHERE message_id = ?", .integer(message))
        try void(itemsOfMessage: message, about: resolvedFindings(inMessage: message))
    }

    /// The operator's wish was met with a failure: what else he wanted of the channel waits its turn again.
    package func forgetWishes(of channel: String) throws {
        try database.run("UPDATE outbox SET wanted = 0 WHERE channel = ? AND wanted = 1", .text(channel))
    }

    // MARK: The file

    /// Moves the retries with a wall clock that was set, so that each still waits as long as it should, and never beyond its last chance.
    /// - Parameters:
    ///   - earliest: What was tried since then, and what waits behind that for the same reader, was put off by the new clock already.
    ///   - latest: No retry waits longer.
    package func shiftRetries(
        by seconds: Int64, unlessTriedSince earliest: Instant, at now: Instant, notPast latest: Instant
    ) throws {
        try database.run(
            """
            UPDATE outbox SET next_attempt_at = min(next_attempt_at + ?1, ?4, expires_at - 1)
            WHERE ended_at IS NULL AND state = 'queued' AND next_attempt_at > not_before AND NOT EXISTS
              (SELECT 1 FROM outbox q JOIN attempt a ON a.outbox_id = q.id
               WHERE q.channel = outbox.channel AND q.lane = outbox.lane AND q.ended_at IS NULL AND q.held = 0
                 AND a.at BETWEEN ?2 AND ?3)
            """, .integer(seconds), Value(earliest), Value(now), Value(latest))
    }

    /// A write transaction that is on the disk when it returns, and with it all that was committed before: it outlives a power cut. The
    /// others outlive only the process (`synchronous = NORMAL`), which is enough for what can be found out again.
    package func durably<Result>(_ body: () throws -> Result) throws -> Result {
        // The pragma acts when it is prepared, so it is never one of the kept statements.
        try database.execute("PRAGMA synchronous = FULL")
        defer { try? database.execute("PRAGMA synchronous = NORMAL") }
        return try database.transaction(body)
    }

    /// Brings what is in the write-ahead log into the file.
    package func checkpoint() throws {
        try database.run("PRAGMA wal_checkpoint(TRUNCATE)")
    }
}
