import CivilTime
import Coaching
import SQLite

extension Store {
    /// What a rep did from `start` up to `end`, at or before `now`, on active accounts of his own 50, held ones included.
    package func done(
        by rep: RowID, from start: Instant, before end: Instant, at now: Instant, today: CivilDate
    ) throws -> [ActivityKind: Int] {
        var done: [ActivityKind: Int] = [:]
        try database.forEach(
            """
            SELECT v.kind, count(*)
            FROM activity v JOIN account a ON a.id = v.account_id
            WHERE v.person_id = ?1 AND v.occurred_at >= ?2 AND v.occurred_at < ?3 AND v.occurred_at <= ?4
              AND a.rep_id = ?1 AND a.status = 'active' AND a.selected_on <= ?5
            GROUP BY v.kind
            """, [.integer(rep), Value(start), Value(end), Value(now), Value(today)]
        ) { row in
            if let kind = ActivityKind(rawValue: row.text(0)) { done[kind] = row.int(1) }
        }
        return done
    }
}
