import CivilTime
import Coaching
import SQLite

extension Store {
    /// When a leader and a rep last had a one-to-one.
    package func lastOneOnOne(of leader: RowID, with rep: RowID, before now: Instant) throws -> Instant? {
        try database.first(
            "SELECT max(at) FROM coaching_note WHERE leader_id = ? AND rep_id = ? AND kind = 'one-to-one' AND at <= ?",
            .integer(leader), .integer(rep), Value(now)
        ) { $0.optionalInstant(0) } ?? nil
    }

    /// What a leader noted of talks with a rep since the instant, the oldest first.
    package func coachingNotes(
        of leader: RowID, with rep: RowID, since start: Instant, at now: Instant, in zone: Zone
    ) throws -> [OneOnOne.Note] {
        try database.query(
            """
            SELECT n.at, a.name, n.note FROM coaching_note n LEFT JOIN account a ON a.id = n.account_id
            WHERE n.leader_id = ?1 AND n.rep_id = ?2 AND n.at >= ?3 AND n.at <= ?4 ORDER BY n.at, n.id
            """, .integer(leader), .integer(rep), Value(start), Value(now)
        ) { OneOnOne.Note(on: zone.date(at: $0.instant(0)), account: $0.optionalText(1), text: $0.optionalText(2)) }
    }

    /// What a leader promised a rep: open still, or kept since the start.
    package func promises(
        of leader: RowID, to rep: RowID, since start: Instant, at now: Instant, in zone: Zone
    ) throws -> [OneOnOne.Word] {
        try database.query(
            """
            SELECT p.text, a.name, p.due_on, CASE WHEN p.kept_at <= ?4 THEN p.kept_at END
            FROM promise p LEFT JOIN account a ON a.id = p.account_id
            WHERE p.leader_id = ?1 AND p.rep_id = ?2 AND ifnull(p.dropped_at > ?4, 1) AND p.made_at <= ?4
              AND (p.kept_at IS NULL OR p.kept_at >= ?3) ORDER BY ifnull(p.due_on, '9999'), p.id
            """, .integer(leader), .integer(rep), Value(start), Value(now)
        ) { row in
            OneOnOne.Word(
                text: row.text(0), account: row.optionalText(1), dueOn: row.optionalDate(2),
                keptOn: row.optionalInstant(3).map(zone.date))
        }
    }

    /// What a rep said for a day: open still, or due since the date.
    package func words(of rep: RowID, since date: CivilDate, at now: Instant, in zone: Zone) throws -> [OneOnOne.Word] {
        try database.query(
            """
            SELECT c.text, a.name, c.due_on, CASE WHEN c.kept_at <= ?3 THEN c.kept_at END
            FROM commitment c LEFT JOIN account a ON a.id = c.account_id
            WHERE c.rep_id = ?1 AND ifnull(c.dropped_at > ?3, 1) AND c.made_at <= ?3
              AND (ifnull(c.kept_at > ?3, 1) OR c.due_on >= ?2)
            ORDER BY c.due_on DESC, c.id DESC LIMIT 20
            """, .integer(rep), Value(date), Value(now)
        ) { row in
            OneOnOne.Word(
                text: row.text(0), account: row.optionalText(1), dueOn: row.optionalDate(2),
                keptOn: row.optionalInstant(3).map(zone.date))
        }
    }
}
