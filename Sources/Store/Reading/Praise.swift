import CivilTime
import Coaching
import SQLite

extension Store {
    /// What leaders said to a rep of his good work on the dates, in their own words, the newest first.
    package func praise(
        of rep: RowID, from first: CivilDate, through last: CivilDate
    ) throws -> [(on: CivilDate, note: String)] {
        try database.query(
            """
            SELECT on_date, note FROM highlight WHERE rep_id = ?1 AND on_date BETWEEN ?2 AND ?3
              AND leader_id IS NOT NULL AND note IS NOT NULL ORDER BY on_date DESC, id DESC LIMIT 5
            """, .integer(rep), Value(first), Value(last)
        ) { ($0.date(0), $0.text(1)) }
    }

    /// What leaders said to a rep of his good work since his last bundle that arrived or still may, within two weeks. Of what another
    /// program wrote only the date is known: it counts as said when that is over.
    package func praiseToTell(to rep: RowID, at now: Instant) throws -> [Praise] {
        try database.query(
            """
            SELECT p.name, a.name, k.note,
                   ifnull((SELECT min(h.at) FROM history h WHERE h.subject = 'highlight' AND h.subject_id = k.id
                             AND h.field = 'added'), strftime('%s', k.on_date, '+1 day') + 0) AS said
            FROM highlight k JOIN person p ON p.id = k.leader_id LEFT JOIN account a ON a.id = k.account_id
            WHERE k.rep_id = ?1 AND k.note <> '' AND k.on_date >= date(?2, 'unixepoch', '-15 days')
              AND said <= ?2 AND said >= \(Self.lastBundle)
            ORDER BY said, k.id
            """, .integer(rep), Value(now)
        ) { Praise(leader: $0.text(0), account: $0.optionalText(1), text: $0.text(2)) }
    }

    /// When the last bundle of the person ?1 before the instant ?2 was composed that arrived or still may, at most two weeks ago.
    static let lastBundle = """
        max(?2 - 14 * 86400, ifnull((SELECT max(m.composed_at) FROM message m
          WHERE m.person_id = ?1 AND m.on_date >= date(?2, 'unixepoch', '-15 days')
            AND m.kind IN ('morning', 'afternoon') AND m.composed_at < ?2 AND EXISTS
              (SELECT 1 FROM outbox o WHERE o.message_id = m.id AND (o.ended_at IS NULL OR o.state = 'delivered'))), 0))
        """

    /// Accounts of a rep that were won in the span, and when.
    package func accountsWon(
        by rep: RowID, since start: Instant, at now: Instant
    ) throws -> [(accountID: RowID, account: String, at: Instant)] {
        try database.query(
            """
            SELECT a.id, a.name, max(h.at) FROM account a JOIN history h ON h.account_id = a.id
              AND h.subject = 'account' AND h.field = 'status' AND h.new_value = 'won'
            WHERE a.rep_id = ?1 AND a.status = 'won' AND h.at BETWEEN ?2 AND ?3 GROUP BY a.id ORDER BY 3, 1
            """, .integer(rep), Value(start), Value(now)
        ) { ($0.int64(0), $0.text(1), $0.instant(2)) }
    }
}
