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

    /// How many accounts of a rep are active and selected on the day, held ones included.
    package func listedAccounts(of rep: RowID, on day: CivilDate) throws -> Int {
        try database.first(
            "SELECT count(*) FROM account WHERE rep_id = ?1 AND status = 'active' AND selected_on <= ?2", .integer(rep),
            Value(day)
        ) { $0.int(0) } ?? 0
    }

    /// A rep's touches since `start`, at or before `now`, and those of them on anything else than an active account of his own.
    package func touches(by rep: RowID, from start: Instant, at now: Instant) throws -> (all: Int, elsewhere: Int) {
        try database.first(
            """
            SELECT count(*), count(*) - count(a.id)
            FROM activity v LEFT JOIN account a ON a.id = v.account_id AND a.rep_id = ?1 AND a.status = 'active'
            WHERE v.person_id = ?1 AND v.occurred_at BETWEEN ?2 AND ?3 AND v.touch = 1
            """, .integer(rep), Value(start), Value(now)
        ) { ($0.int(0), $0.int(1)) } ?? (0, 0)
    }

    /// Those off the list: on no company, on one that is nobody's, or on one that had been lost or dropped by then. Touches of a
    /// colleague's account and of a customer are not.
    package func touchesOffList(by rep: RowID, from start: Instant, at now: Instant) throws -> Int {
        try database.first(
            """
            SELECT count(*) FROM activity v LEFT JOIN account a ON a.id = v.account_id
            WHERE v.person_id = ?1 AND v.occurred_at BETWEEN ?2 AND ?3 AND v.touch = 1 AND (
              a.id IS NULL OR a.status = 'active' AND a.rep_id IS NULL
              OR (a.status = 'lost' OR a.status = 'dropped')
                 AND v.occurred_at > ifnull((SELECT max(at) FROM history
                   WHERE subject = 'account' AND subject_id = a.id AND field = 'status'), 0))
            """, .integer(rep), Value(start), Value(now)
        ) { $0.int(0) } ?? 0
    }

    /// When the next activity comes true that was written with a date later than `now`; nil when there is none.
    package func nextActivity(of scope: AccountScope, after now: Instant) throws -> Instant? {
        try database.first(
            """
            SELECT min((SELECT min(v.occurred_at) FROM activity v
                        WHERE v.account_id = a.id AND v.touch IN (0, 1) AND v.occurred_at > ?2))
            FROM account a WHERE \(scope.condition)
            """, .integer(scope.id), Value(now)
        ) { $0.optionalInstant(0) } ?? nil
    }
}
