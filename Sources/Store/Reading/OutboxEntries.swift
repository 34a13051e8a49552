import CivilTime
import Coaching
import SQLite

/// A row of the outbox as the operator reads it.
package struct OutboxEntry: Hashable, Sendable {
    package var row: OutboxRow
    /// "queued", "sending" or how it ended; see `OutboxEnd`.
    package var state: String
    /// Whom it is for; nil for a room.
    package var person: String?
    package var email: String?
    package var team: String?
    package var endedAt: Instant?
    /// Why it ended, else what the last attempt said.
    package var reason: String?

    package var isOpen: Bool { endedAt == nil }
    /// On its way just now, or so it was when the daemon ended.
    package var isSending: Bool { state == "sending" }
}

/// One try to deliver a row.
package struct AttemptEntry: Hashable, Sendable {
    package var at: Instant
    package var verdict: String
    /// The HTTP status or the reply code of SMTP.
    package var status: Int?
    package var detail: String?
    package var platformID: String?
}

extension Store {
    private static let entries = """
        SELECT \(outboxColumns), o.state, p.name, p.email, t.name, o.ended_at,
          ifnull(o.reason, (SELECT a.detail FROM attempt a WHERE a.outbox_id = o.id ORDER BY a.id DESC LIMIT 1))
        FROM outbox o JOIN message m ON m.id = o.message_id LEFT JOIN person p ON p.id = m.person_id
          LEFT JOIN team t ON t.id = m.team_id
        """

    private static func entry(_ row: Row) -> OutboxEntry {
        let first = outboxColumnCount
        return OutboxEntry(
            row: outboxRow(row), state: row.text(first), person: row.optionalText(first + 1),
            email: row.optionalText(first + 2), team: row.optionalText(first + 3),
            endedAt: row.optionalInstant(first + 4), reason: row.optionalText(first + 5))
    }

    /// Hands over what is in the outbox, in the order of entry.
    /// - Parameters:
    ///   - channel: Only what goes through it; nil is all.
    ///   - isEndedToo: With what has ended.
    package func forEachOutboxEntry(
        of channel: String?, isEndedToo: Bool, _ body: (OutboxEntry) throws -> Void
    ) throws {
        try database.forEach(
            """
            \(Self.entries) WHERE (?1 OR o.ended_at IS NULL) AND (?2 IS NULL OR o.channel = ?2) ORDER BY o.id
            """, [Value(isEndedToo), Value(channel)]
        ) { try body(Self.entry($0)) }
    }

    /// The channels that something went through or waits for.
    package func outboxChannels() throws -> [String] {
        try database.query("SELECT DISTINCT channel FROM outbox") { $0.text(0) }
    }

    package func outboxEntry(_ id: RowID) throws -> OutboxEntry? {
        try database.first("\(Self.entries) WHERE o.id = ?", .integer(id), decode: Self.entry)
    }

    package func attempts(of id: RowID) throws -> [AttemptEntry] {
        try database.query(
            "SELECT at, verdict, status, detail, platform_id FROM attempt WHERE outbox_id = ? ORDER BY id", .integer(id)
        ) {
            AttemptEntry(
                at: $0.instant(0), verdict: $0.text(1), status: $0.optionalInt(2), detail: $0.optionalText(3),
                platformID: $0.optionalText(4))
        }
    }

    /// The message as a text, as it was composed.
    package func text(ofMessage id: RowID) throws -> String? {
        try database.first("SELECT text FROM message WHERE id = ?", .integer(id)) { $0.text(0) }
    }
}
