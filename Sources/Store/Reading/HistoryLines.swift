import CivilTime
import Coaching
import SQLite

/// One change, with the names that it had or has.
package struct HistoryLine: Hashable, Sendable {
    package var at: Instant
    package var author: String?
    package var reason: String?
    package var account: String?
    package var subject: String
    /// The person, team, milestone or stakeholder that changed; what was removed since, as it was called then.
    package var name: String?
    package var field: String
    package var old: String?
    package var new: String?
}

/// Whose history is asked for.
package enum HistoryScope: Hashable, Sendable {
    case all
    case account(RowID)
    /// What the person did, and what was changed of him.
    case person(RowID, email: String)
}

extension Store {
    /// Who changed what, when and why up to an instant, the latest first. Coaching notes never stand in history.
    package func history(
        _ scope: HistoryScope, since start: Instant?, through end: Instant, limit: Int
    ) throws -> [HistoryLine] {
        let (condition, id, email): (String, Value, Value) =
            switch scope {
            case .all: ("1", .null, .null)
            case .account(let id): ("h.account_id = ?1", .integer(id), .null)
            case .person(let id, let email):
                (
                    """
                    (h.author = ?2 COLLATE NOCASE OR h.subject = 'person' AND h.subject_id = ?1
                     OR h.subject = 'commitment' AND h.subject_id IN (SELECT id FROM commitment WHERE rep_id = ?1)
                     OR h.subject = 'ask' AND h.subject_id IN (SELECT id FROM ask WHERE rep_id = ?1)
                     OR h.subject = 'promise' AND h.subject_id IN (SELECT id FROM promise WHERE leader_id = ?1)
                     OR h.subject = 'highlight' AND h.subject_id IN (SELECT id FROM highlight WHERE rep_id = ?1))
                    """, .integer(id), .text(email)
                )
            }
        // Where one account comes, goes or moves the others of its list make room, which is no news: the act itself stands there too.
        let isMakingRoom = "h.field = 'rank' AND h.author IS NOT NULL AND h.author <> 'import'"
        return try database.query(
            """
            SELECT h.at, h.author, h.reason, a.name, h.subject,
                   CASE h.subject WHEN 'person' THEN (SELECT name FROM person WHERE id = h.subject_id)
                     WHEN 'team' THEN (SELECT name FROM team WHERE id = h.subject_id)
                     WHEN 'milestone' THEN ifnull((SELECT title FROM milestone WHERE id = h.subject_id), \(Self.lastName))
                     WHEN 'stakeholder' THEN ifnull((SELECT name FROM stakeholder WHERE id = h.subject_id), \(Self.lastName))
                   END,
                   h.field, \(Self.named("h.old_value")), \(Self.named("h.new_value"))
            FROM history h LEFT JOIN account a ON a.id = h.account_id
            WHERE \(condition) AND h.subject <> 'coaching_note' AND (?3 IS NULL OR h.at >= ?3) AND h.at <= ?5
              AND NOT (\(isMakingRoom))
            ORDER BY h.id DESC LIMIT ?4
            """, id, email, Value(start), Value(limit), Value(end)
        ) { row in
            HistoryLine(
                at: row.instant(0), author: row.optionalText(1), reason: row.optionalText(2),
                account: row.optionalText(3), subject: row.text(4), name: row.optionalText(5), field: row.text(6),
                old: row.optionalText(7), new: row.optionalText(8))
        }
    }

    /// What was called so until it was removed.
    private static let lastName = """
        (SELECT r.old_value FROM history r WHERE r.subject = h.subject AND r.subject_id = h.subject_id
         AND r.field = 'removed' ORDER BY r.id DESC LIMIT 1)
        """

    /// The value, or the name of the person or team that it is the id of.
    private static func named(_ value: String) -> String {
        """
        CASE WHEN h.field IN ('rep_id', 'leader_id', 'deputy_id')
               THEN ifnull((SELECT name FROM person WHERE id = \(value)), \(value))
             WHEN h.field = 'team_id' THEN ifnull((SELECT name FROM team WHERE id = \(value)), \(value))
             ELSE \(value) END
        """
    }
}
