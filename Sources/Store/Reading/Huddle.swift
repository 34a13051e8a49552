import CivilTime
import Coaching
import SQLite

extension Store {
    /// Open asks of a rep, the oldest first, with the instant of each.
    package func openAsks(of rep: RowID, at now: Instant) throws -> [(text: String, account: String?, at: Instant)] {
        try database.query(
            """
            SELECT k.text, a.name, k.asked_at FROM ask k LEFT JOIN account a ON a.id = k.account_id
            WHERE k.rep_id = ?1 AND k.answered_at IS NULL AND k.asked_at <= ?2 ORDER BY k.asked_at
            """, .integer(rep), Value(now)
        ) { ($0.text(0), $0.optionalText(1), $0.instant(2)) }
    }

    /// What the leader said he will do and has not done yet.
    package func openPromises(of leader: RowID, at now: Instant) throws -> [Promise] {
        try database.query(
            """
            SELECT p.text, r.name, a.name, p.due_on FROM promise p
            LEFT JOIN person r ON r.id = p.rep_id LEFT JOIN account a ON a.id = p.account_id
            WHERE p.leader_id = ?1 AND p.kept_at IS NULL AND p.dropped_at IS NULL AND p.made_at <= ?2
            ORDER BY ifnull(p.due_on, '9999'), p.id
            """, .integer(leader), Value(now)
        ) { row in
            Promise(
                text: row.text(0), rep: row.optionalText(1), account: row.optionalText(2), dueOn: row.optionalDate(3))
        }
    }

    /// Milestones of a rep's accounts that were done on the dates.
    package func milestonesDone(
        of rep: RowID, from first: CivilDate, through last: CivilDate
    ) throws -> [(account: String, title: String)] {
        try database.query(
            """
            SELECT a.name, m.title FROM account a JOIN milestone m ON m.account_id = a.id
            WHERE a.rep_id = ?1 AND a.status IN ('active', 'won') AND m.done_on BETWEEN ?2 AND ?3 ORDER BY m.done_on, m.id
            """, .integer(rep), Value(first), Value(last)
        ) { ($0.text(0), $0.text(1)) }
    }

    /// Economic buyers of a rep's accounts whose first two-way touch lies in the span.
    package func economicBuyersMet(
        by rep: RowID, from start: Instant, before end: Instant
    ) throws -> [(account: String, name: String)] {
        try database.query(
            """
            SELECT a.name, s.name FROM activity v
            JOIN stakeholder s ON s.id = v.stakeholder_id AND s.role = 'economic buyer'
            JOIN account a ON a.id = v.account_id AND a.rep_id = ?1 AND a.status = 'active'
            WHERE v.person_id = ?1 AND v.occurred_at >= ?2 AND v.occurred_at < ?3
              AND v.touch = 1 AND v.direction = 'two-way'
              AND NOT EXISTS (SELECT 1 FROM activity e WHERE e.stakeholder_id = s.id AND e.direction = 'two-way'
                              AND e.touch = 1 AND e.occurred_at < ?2)
            GROUP BY s.id ORDER BY min(v.occurred_at)
            """, .integer(rep), Value(start), Value(end)
        ) { ($0.text(0), $0.text(1)) }
    }

    /// Open episodes of a rep from the first day that were never mentioned.
    package func unmentionedBacklog(of rep: RowID) throws -> Int {
        try database.first(
            """
            SELECT count(DISTINCT f.account_id) FROM finding f WHERE f.rep_id = ? AND f.resolved_at IS NULL AND f.backlog = 1
              AND NOT EXISTS (SELECT 1 FROM message_item i WHERE i.account_id = f.account_id AND i.voided = 0)
            """, .integer(rep)
        ) { $0.int(0) } ?? 0
    }
}
