import CivilTime
import Coaching
import SQLite

/// How a leader worked with a rep.
package enum CoachingKind: String, CaseIterable, Sendable {
    case talk, support
    case oneToOne = "one-to-one"
}

/// A record of it, which belongs to the two alone.
package struct CoachingNote: Hashable, Sendable {
    package var leaderID: RowID
    package var repID: RowID
    package var account: String?
    package var kind: CoachingKind
    package var at: Instant
    package var note: String?
}

extension Store {
    /// Records a coaching talk or the leader's support of an account. History says nothing of it: it is private to the two.
    /// - Returns: the row of the note.
    @discardableResult
    package func addCoachingNote(
        _ kind: CoachingKind, by leader: RowID, with rep: RowID, about account: RowID?, note: String?, at now: Instant
    ) throws -> RowID {
        try database.run(
            "INSERT INTO coaching_note(leader_id, rep_id, account_id, kind, at, note) VALUES (?, ?, ?, ?, ?, ?)",
            .integer(leader), .integer(rep), Value(account), .text(kind.rawValue), Value(now), Value(note))
        return database.lastInsertID
    }

    /// Those up to the instant, the latest first. Whose reader is neither leader nor rep of a note gets it without its text.
    package func coachingNotes(
        of rep: RowID? = nil, about account: RowID? = nil, for reader: RowID?, at now: Instant, limit: Int
    ) throws -> [CoachingNote] {
        try database.query(
            """
            SELECT n.leader_id, n.rep_id, a.name, n.kind, n.at, CASE WHEN ?3 IN (n.leader_id, n.rep_id) THEN n.note END
            FROM coaching_note n LEFT JOIN account a ON a.id = n.account_id
            WHERE (?1 IS NULL OR n.rep_id = ?1) AND (?2 IS NULL OR n.account_id = ?2) AND n.at <= ?4
            ORDER BY n.at DESC, n.id DESC LIMIT ?5
            """, Value(rep), Value(account), Value(reader), Value(now), Value(limit)
        ) { row in
            CoachingNote(
                leaderID: row.int64(0), repID: row.int64(1), account: row.optionalText(2),
                kind: CoachingKind(rawValue: row.text(3)) ?? .talk, at: row.instant(4), note: row.optionalText(5))
        }
    }

    /// Records that a leader said thank you for good work.
    /// - Returns: the row of the highlight.
    @discardableResult
    package func praise(
        _ rep: RowID, by leader: RowID, about account: RowID?, on date: CivilDate, _ text: String
    ) throws -> RowID {
        try database.run(
            "INSERT INTO highlight(rep_id, account_id, kind, on_date, leader_id, note) VALUES (?, ?, 'praise', ?, ?, ?)",
            .integer(rep), Value(account), Value(date), .integer(leader), .text(text))
        let id = database.lastInsertID
        try tell("added", of: "highlight", id, account: account, to: text)
        return id
    }
}
