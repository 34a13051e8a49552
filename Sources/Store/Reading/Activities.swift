import CivilTime
import Coaching
import SQLite

extension Store {
    /// What a rep did from `start` up to `end`, at or before `now`, on active accounts of his own 50, held ones included. The list is
    /// today's; of a day that is over it is that day's, so that what was done then stays done when an account leaves the list.
    package func done(
        by rep: RowID, from start: Instant, before end: Instant, at now: Instant, today: CivilDate
    ) throws -> [ActivityKind: Int] {
        var done: [ActivityKind: Int] = [:]
        try database.forEach(
            end <= now ? Self.doneOnPastDay : Self.doneToday,
            [.integer(rep), Value(start), Value(end), Value(now), Value(today)]
        ) { row in
            if let kind = ActivityKind(rawValue: row.text(0)) { done[kind] = row.int(1) }
        }
        return done
    }

    private static let isListed = "a.rep_id = ?1 AND a.status = 'active' AND a.selected_on <= ?5"
    private static let doneToday = done(where: isListed)
    /// At the time of the activity, or by the end of its day: what is selected after the first call counts as it did that day. Few
    /// accounts came, went or changed hands since then, so that of the others the history is gone through once, not six times.
    private static let doneOnPastDay = done(
        where: """
            CASE WHEN EXISTS (SELECT 1 FROM history WHERE account_id = a.id AND at >= v.occurred_at AND subject = 'account'
                                AND field IN ('rep_id', 'status', 'selected_on'))
                 THEN \(wasListed(at: "v.occurred_at")) OR \(wasListed(at: "?3")) ELSE \(isListed) END
            """)

    private static func done(where isListed: String) -> String {
        """
        SELECT v.kind, count(*) FROM activity v JOIN account a ON a.id = v.account_id
        WHERE v.person_id = ?1 AND v.occurred_at >= ?2 AND v.occurred_at < ?3 AND v.occurred_at <= ?4 AND \(isListed)
        GROUP BY v.kind
        """
    }

    /// SQL for whether the account `a` was on the list of the rep ?1 at an instant of the date ?5.
    private static func wasListed(at instant: String) -> String {
        func past(_ field: String) -> String {
            """
            ifnull((SELECT ifnull(old_value, '') FROM history WHERE account_id = a.id AND at >= \(instant)
              AND subject = 'account' AND field = '\(field)' ORDER BY at, id LIMIT 1), a.\(field))
            """
        }
        return
            "CAST(\(past("rep_id")) AS INTEGER) = ?1 AND \(past("status")) = 'active' AND \(past("selected_on")) <= ?5"
    }

    /// How many accounts of a rep are active and selected on the day, held ones included.
    package func listedAccounts(of rep: RowID, on day: CivilDate) throws -> Int {
        try database.first(
            "SELECT count(*) FROM account WHERE rep_id = ?1 AND status = 'active' AND selected_on <= ?2", .integer(rep),
            Value(day)
        ) { $0.int(0) } ?? 0
    }

    /// The date on which the first of a rep's accounts was chosen, whatever became of it; nil where he has none.
    package func firstSelection(of rep: RowID) throws -> CivilDate? {
        try database.first("SELECT min(selected_on) FROM account WHERE rep_id = ?", .integer(rep)) {
            $0.optionalDate(0)
        } ?? nil
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
