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
    /// It goes here because the usual channel did not take it.
    package var isFallback: Bool
    /// It may have arrived and the channel does not repeat by itself.
    package var isHeld: Bool
    /// The operator wants it tried now.
    package var isWanted: Bool
    package var nextAttemptAt: Instant
    package var expiresAt: Instant
    /// Of the body that the last attempt sent, where a repeat must be the same.
    package var fingerprint: Int64?
    package var composedAt: Instant
    /// The message as it is kept; empty in rows that are not read to leave.
    package var body: [UInt8] = []
}

extension Store {
    static let outboxColumns = """
        o.id, o.message_id, m.kind, o.channel, o.key, m.person_id, m.team_id, o.attempts, o.frozen, o.next_attempt_at,
        o.expires_at, o.shortened, o.token, o.is_fallback, o.held, o.wanted, o.fingerprint, m.composed_at
        """
    static let outboxColumnCount: Int32 = 18

    static func outboxRow(_ row: Row) -> OutboxRow {
        OutboxRow(
            id: row.int64(0), messageID: row.int64(1), kind: Message.Kind(rawValue: row.text(2)) ?? .morning,
            channel: row.text(3), key: row.text(4), token: row.text(12), personID: row.optionalInt64(5),
            teamID: row.optionalInt64(6), attempts: row.count(7), isFrozen: row.bool(8), isShortened: row.bool(11),
            isFallback: row.bool(13), isHeld: row.bool(14), isWanted: row.bool(15), nextAttemptAt: row.instant(9),
            expiresAt: row.instant(10), fingerprint: row.optionalInt64(16), composedAt: row.instant(17))
    }

    /// A row with its message's body behind the other columns.
    private static func leavingRow(_ row: Row) -> OutboxRow {
        var leaving = outboxRow(row)
        leaving.body = row.blob(outboxColumnCount)
        return leaving
    }

    /// What waits for its turn: the condition of the index `outbox_due`, word for word.
    private static let isWaiting = "ended_at IS NULL AND state = 'queued' AND held = 0"
    private static let waiting = """
        o.channel = ?1 AND o.ended_at IS NULL AND o.state = 'queued' AND o.held = 0
        """

    /// What is said to somebody arrives in its order: nothing is open before it. What is held lets others pass.
    private static let isFirstInLane = """
        NOT EXISTS (SELECT 1 FROM outbox q WHERE q.channel = o.channel AND q.lane = o.lane AND q.ended_at IS NULL
                    AND q.held = 0 AND q.id < o.id)
        """

    /// The channels for which something waits, with the earliest instant of each. Steps from name to name, so that it costs the same
    /// with one message in each as with a thousand.
    package func waitingChannels() throws -> [(channel: String, earliest: Instant)] {
        try database.query(
            """
            WITH RECURSIVE open(name) AS (
              SELECT min(channel) FROM outbox WHERE \(Self.isWaiting)
              UNION ALL
              SELECT (SELECT min(channel) FROM outbox WHERE \(Self.isWaiting) AND channel > open.name) FROM open
              WHERE open.name IS NOT NULL)
            SELECT name, (SELECT min(next_attempt_at) FROM outbox WHERE \(Self.isWaiting) AND channel = name)
            FROM open WHERE name IS NOT NULL
            """
        ) { ($0.text(0), $0.instant(1)) }
    }

    /// How many due rows are looked at for each that may leave, while others of the channel are on their way. What stands behind those
    /// has to wait for them; the rest of a long queue need not be read to learn that.
    private static let lookahead = 3

    /// What may be sent through a channel now, the oldest first.
    /// - Parameter isThorough: All that is due is looked at: nothing of the channel is on its way whose end would be a reason to look again.
    package func dueOutbox(
        of channel: String, at now: Instant, limit: Int, isThorough: Bool = true
    ) throws -> [OutboxRow] {
        let statement = try database.statement(
            """
            SELECT \(Self.outboxColumns), m.body, \(Self.isFirstInLane) FROM outbox o JOIN message m ON m.id = o.message_id
            WHERE \(Self.waiting) AND o.next_attempt_at <= ?2 ORDER BY o.next_attempt_at, o.id LIMIT ?3
            """)
        defer { statement.reset() }
        try statement.bind([.text(channel), Value(now), Value(isThorough ? -1 : Self.lookahead * limit)])
        var rows: [OutboxRow] = []
        while rows.count < limit, try statement.step() {
            if statement.row.bool(Self.outboxColumnCount + 1) { rows.append(Self.leavingRow(statement.row)) }
        }
        return rows
    }

    /// The message by which a channel is tried that took none: what the operator wants, else what was tried most.
    package func probe(of channel: String) throws -> OutboxRow? {
        try database.first(
            """
            SELECT \(Self.outboxColumns), m.body FROM outbox o JOIN message m ON m.id = o.message_id
            WHERE \(Self.waiting) AND \(Self.isFirstInLane) ORDER BY o.wanted DESC, o.attempts DESC, o.id LIMIT 1
            """, .text(channel), decode: Self.leavingRow)
    }

    /// Whether the operator wants something of the channel tried now.
    package func isWanted(of channel: String) throws -> Bool {
        try database.first("SELECT 1 FROM outbox WHERE channel = ? AND wanted = 1 LIMIT 1", .text(channel)) { _ in true
        }
            ?? false
    }

    /// What waits for a channel, beyond a row, in the order of entry.
    /// - Parameter end: Only what is over by then; nil is all.
    package func waitingOutbox(
        of channel: String, after id: RowID, endingBy end: Instant? = nil, limit: Int
    ) throws -> [OutboxRow] {
        try database.query(
            """
            SELECT \(Self.outboxColumns) FROM outbox o JOIN message m ON m.id = o.message_id
            WHERE \(Self.waiting) AND o.id > ?2 AND (?3 IS NULL OR o.expires_at <= ?3) ORDER BY o.id LIMIT ?4
            """, .text(channel), .integer(id), Value(end), Value(limit), decode: Self.outboxRow)
    }

    /// Tells of each message that waits, through whatever channel, and is over by the instant. Found by its end, which few things are
    /// near to.
    package func forEachWaiting(
        endingBy end: Instant, _ body: (_ channel: String, _ id: RowID, _ end: Instant) throws -> Void
    ) throws {
        try database.forEach(
            """
            SELECT channel, id, expires_at FROM outbox
            WHERE ended_at IS NULL AND expires_at <= ?1 AND +state = 'queued' AND +held = 0
            """, [Value(end)]
        ) { try body($0.text(0), $0.int64(1), $0.instant(2)) }
    }

    /// How many messages of a channel have not ended.
    package func countOpen(of channel: String) throws -> Int {
        try database.first("SELECT count(*) FROM outbox WHERE channel = ? AND ended_at IS NULL", .text(channel)) {
            $0.int(0)
        } ?? 0
    }

    /// When the next message that waits for a channel has its turn, of those that have not had it.
    package func nextTurn(of channel: String, after now: Instant) throws -> Instant? {
        try database.first(
            "SELECT min(next_attempt_at) FROM outbox WHERE channel = ? AND \(Self.isWaiting) AND next_attempt_at > ?",
            .text(channel), Value(now)
        ) { $0.optionalInstant(0) } ?? nil
    }

    /// When the next open message comes to its end.
    package func nextExpiry() throws -> Instant? {
        try database.first("SELECT min(expires_at) FROM outbox WHERE ended_at IS NULL AND state = 'queued'") {
            $0.optionalInstant(0)
        } ?? nil
    }

    /// Queued messages whose time is over, those that are held among them.
    package func expiredOutbox(at now: Instant, limit: Int = .max) throws -> [OutboxRow] {
        try database.query(
            """
            SELECT \(Self.outboxColumns) FROM outbox o JOIN message m ON m.id = o.message_id
            WHERE o.ended_at IS NULL AND o.state = 'queued' AND o.expires_at <= ?1 ORDER BY o.expires_at, o.id LIMIT ?2
            """, Value(now), Value(limit), decode: Self.outboxRow)
    }

    /// The body that an attempt sent which may have arrived; nil where none was kept.
    package func payload(of id: RowID) throws -> [UInt8]? {
        try database.first("SELECT payload FROM outbox WHERE id = ?", .integer(id)) {
            $0.isNull(0) ? nil : $0.blob(0)
        } ?? nil
    }

    /// When the first attempt of a row ended or, after a crash, began.
    package func firstAttempt(of id: RowID) throws -> Instant? {
        try database.first("SELECT min(at) FROM attempt WHERE outbox_id = ?", .integer(id)) { $0.optionalInstant(0) }
            ?? nil
    }

    /// How often a row was tried in vain, and since when; a server that only asked for fewer messages does not count.
    package func failures(of id: RowID) throws -> (count: Int, since: Instant) {
        try database.first(
            """
            SELECT count(*), ifnull(min(at), 0) FROM attempt
            WHERE outbox_id = ? AND verdict IN ('later', 'not yet', 'ambiguous')
            """, .integer(id)
        ) { ($0.int(0), $0.instant(1)) } ?? (0, Instant(secondsSinceEpoch: 0))
    }

    /// The channels whose server, when it answered last, asked for fewer messages.
    package func throttledChannels() throws -> [String] {
        try database.query(
            """
            SELECT channel FROM
              (SELECT o.channel, a.verdict, max(a.id) FROM
                (SELECT * FROM attempt WHERE verdict <> 'interrupted' ORDER BY id DESC LIMIT 1000) a
               JOIN outbox o ON o.id = a.outbox_id GROUP BY o.channel)
            WHERE verdict = 'slower'
            """
        ) { $0.text(0) }
    }

    /// The channel that did not take a message, and whether it may have: what a reader of the fallback is told.
    package func channelBeforeFallback(ofMessage id: RowID) throws -> (channel: String, mayHaveArrived: Bool)? {
        try database.first(
            "SELECT channel, frozen FROM outbox WHERE message_id = ? AND is_fallback = 0 ORDER BY id LIMIT 1",
            .integer(id)
        ) { ($0.text(0), $0.bool(1)) }
    }

    /// The failures in a row with which each channel's latest attempts ended, from the last thousand attempts. Channels whose latest
    /// attempt went well are missing.
    package func recentFailures() throws -> [String: ChannelFailures] {
        var failures: [String: ChannelFailures] = [:]
        var ended: Set<String> = []
        try database.forEach(
            """
            SELECT o.channel, a.verdict, a.detail, a.at FROM
              (SELECT * FROM attempt ORDER BY id DESC LIMIT 1000) a JOIN outbox o ON o.id = a.outbox_id ORDER BY a.id DESC
            """
        ) { row in
            let (channel, verdict) = (row.text(0), AttemptVerdict(rawValue: row.text(1)))
            guard !ended.contains(channel) else { return }
            guard let verdict, verdict.isFailure else {
                if verdict != .interrupted { ended.insert(channel) }
                return
            }
            var these =
                failures[channel]
                ?? ChannelFailures(
                    count: 0, isDead: verdict == .channelDead, reason: row.text(2), since: row.instant(3))
            these.count += 1
            these.since = row.instant(3)
            failures[channel] = these
        }
        return failures
    }

    /// Whether any row of the message was delivered or may still be.
    package func isAlive(message: RowID) throws -> Bool {
        try database.first(
            "SELECT 1 FROM outbox WHERE message_id = ? AND (ended_at IS NULL OR state = 'delivered') LIMIT 1",
            .integer(message)
        ) { _ in true } ?? false
    }
}

/// What came of an attempt, as its row says.
package enum AttemptVerdict: String, Sendable {
    case delivered
    case later
    /// Not yet by this one reader's place, as a mailbox that is busy.
    case notYet = "not yet"
    /// The server asks for fewer messages.
    case slower
    /// It may have arrived.
    case ambiguous
    /// The process ended before the answer was there.
    case interrupted
    case tooLong = "too long"
    case refused
    /// Refused, as every other message would be.
    case channelDead = "channel dead"

    /// Whether the channel did not take it for a reason of its own.
    var isFailure: Bool { self == .later || self == .ambiguous || self == .channelDead }
}
