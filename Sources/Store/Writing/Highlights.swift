import CivilTime
import Coaching
import SQLite

/// Good work that an agenda told of.
package struct ToldHighlight: Hashable, Sendable {
    package var repID: RowID
    package var accountID: RowID?
    package var kindName: String
    package var detail: String?
    package var on: CivilDate

    /// Whether it is the same. What was done at an account stays done when somebody else takes it over.
    package func isSame(as highlight: Highlight) -> Bool {
        kindName == highlight.kindName && detail == highlight.detail && accountID == highlight.accountID
            && (accountID != nil || repID == highlight.repID)
    }
}

extension Store {
    /// Keeps that the agenda told of a rep's good work.
    package func keep(_ highlight: Highlight, on date: CivilDate) throws {
        try database.run(
            "INSERT INTO highlight(rep_id, account_id, kind, on_date, note) VALUES (?, ?, ?, ?, ?)",
            .integer(highlight.repID), Value(highlight.accountID), .text(highlight.kindName), Value(date),
            Value(highlight.detail))
    }

    /// The good work of a team's people that agendas told of since the date.
    package func highlightsTold(of team: RowID, since date: CivilDate) throws -> [ToldHighlight] {
        try database.query(Self.highlightsTold, .integer(team), Value(date)) { row in
            ToldHighlight(
                repID: row.int64(0), accountID: row.optionalInt64(1), kindName: row.text(2),
                detail: row.optionalText(3),
                on: row.date(4))
        }
    }

    static let highlightsTold = """
        SELECT h.rep_id, h.account_id, h.kind, h.note, h.on_date
        FROM person p CROSS JOIN highlight h ON h.rep_id = p.id AND h.on_date >= ?2
        WHERE p.team_id = ?1 AND h.leader_id IS NULL
        """

    /// Per ask of a team that is open at the instant, the colleague who was proposed for it last.
    package func matchedColleagues(in team: RowID, at now: Instant) throws -> [RowID: AskMatch] {
        var matched: [RowID: AskMatch] = [:]
        try database.forEach(
            """
            SELECT h.ask_id, h.helper_id, h.on_date FROM ask_match h JOIN ask k ON k.id = h.ask_id
              JOIN person p ON p.id = k.rep_id
            WHERE p.team_id = ?1 AND ifnull(k.answered_at > ?2, 1) ORDER BY h.id
            """, [.integer(team), Value(now)]
        ) { matched[$0.int64(0)] = AskMatch(helperID: $0.int64(1), on: $0.date(2)) }
        return matched
    }

    /// For how many asks each person of a team was proposed since the date.
    package func helps(in team: RowID, since date: CivilDate) throws -> [RowID: Int] {
        var helps: [RowID: Int] = [:]
        try database.forEach(Self.helps, [.integer(team), Value(date)]) { helps[$0.int64(0)] = $0.int(1) }
        return helps
    }

    static let helps = """
        SELECT h.helper_id, count(*) FROM person p CROSS JOIN ask_match h ON h.helper_id = p.id AND h.on_date >= ?2
        WHERE p.team_id = ?1 GROUP BY 1
        """

    /// Keeps that a colleague was proposed for an ask, and on which day last.
    package func keepMatch(ask: RowID, helper: RowID, on date: CivilDate) throws {
        try database.run(
            """
            INSERT INTO ask_match(ask_id, helper_id, on_date) VALUES (?, ?, ?)
            ON CONFLICT (ask_id, helper_id) DO UPDATE SET on_date = excluded.on_date
            """,
            .integer(ask), .integer(helper), Value(date))
    }
}
