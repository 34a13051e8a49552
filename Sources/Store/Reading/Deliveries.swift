import CivilTime
import Coaching
import SQLite

/// A message that arrived, with the way it took.
package struct Delivery: Hashable, Sendable {
    /// The attempt's.
    package var id: RowID
    package var channel: String
    package var personID: RowID?
    package var teamID: RowID?
}

extension Store {
    /// What was delivered by attempts later than this one, in their order.
    package func deliveries(after attempt: RowID) throws -> [Delivery] {
        try database.query(
            """
            SELECT t.id, o.channel, m.person_id, m.team_id FROM attempt t
            JOIN outbox o ON o.id = t.outbox_id JOIN message m ON m.id = o.message_id
            WHERE t.id > ? AND t.verdict = 'delivered' ORDER BY t.id
            """, .integer(attempt)
        ) {
            Delivery(
                id: $0.int64(0), channel: $0.text(1), personID: $0.optionalInt64(2), teamID: $0.optionalInt64(3))
        }
    }

    /// The last row of the outbox; 0 before the first.
    package func lastQueued() throws -> RowID {
        try database.first("SELECT ifnull(max(id), 0) FROM outbox") { $0.int64(0) } ?? 0
    }

    /// The last attempt that was recorded; 0 before the first.
    package func lastAttempt() throws -> RowID {
        try database.first("SELECT ifnull(max(id), 0) FROM attempt") { $0.int64(0) } ?? 0
    }

    /// Whose episode it is and when it was first mentioned to him; nil when it never was.
    package func firstMention(of finding: RowID) throws -> (rep: RowID, date: CivilDate)? {
        try database.first(
            """
            SELECT f.rep_id, min(i.on_date) FROM finding f
            JOIN message_item i ON i.finding_id = f.id AND i.to_rep = 1 AND i.voided = 0 AND i.state <> 'thanks'
            WHERE f.id = ?
            """, .integer(finding)
        ) { row in row.optionalDate(1).map { (row.int64(0), $0) } } ?? nil
    }

    /// What an episode of `research-gap` misses.
    package func topic(ofFinding id: RowID) throws -> String? {
        try database.first("SELECT topic FROM finding WHERE id = ?", .integer(id)) { $0.optionalText(0) } ?? nil
    }

    /// How `findings` and `simulate` name an account: by its external id, else by its name.
    package func key(ofAccount id: RowID) throws -> String? {
        try database.first("SELECT ifnull(external_id, name) FROM account WHERE id = ?", .integer(id)) { $0.text(0) }
    }
}
