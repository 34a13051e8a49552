import CivilTime
import Coaching
import SQLite

extension Store {
    /// Keeps that the agenda told of a rep's good work.
    package func keep(_ highlight: Highlight, on date: CivilDate) throws {
        try database.run(
            "INSERT INTO highlight(rep_id, account_id, kind, on_date, note) VALUES (?, ?, ?, ?, ?)",
            .integer(highlight.repID), Value(highlight.accountID), .text(highlight.kindName), Value(date),
            Value(highlight.detail))
    }

    /// Whether an agenda told of the same good work since the date.
    package func wasTold(_ highlight: Highlight, since date: CivilDate) throws -> Bool {
        try database.first(
            """
            SELECT 1 FROM highlight WHERE rep_id = ?1 AND account_id IS ?2 AND kind = ?3 AND note IS ?4 AND on_date >= ?5
              AND leader_id IS NULL LIMIT 1
            """, .integer(highlight.repID), Value(highlight.accountID), .text(highlight.kindName),
            Value(highlight.detail), Value(date)
        ) { _ in true } ?? false
    }

    /// Per ask of a team that is open at the instant, the colleague who was proposed for it last.
    package func matchedColleagues(in team: RowID, at now: Instant) throws -> [RowID: RowID] {
        var matched: [RowID: RowID] = [:]
        try database.forEach(
            """
            SELECT h.ask_id, h.helper_id FROM ask_match h JOIN ask k ON k.id = h.ask_id JOIN person p ON p.id = k.rep_id
            WHERE p.team_id = ?1 AND ifnull(k.answered_at > ?2, 1) ORDER BY h.id
            """, [.integer(team), Value(now)]
        ) { matched[$0.int64(0)] = $0.int64(1) }
        return matched
    }

    /// How often each person was proposed for an ask since the date.
    package func helps(since date: CivilDate) throws -> [RowID: Int] {
        var helps: [RowID: Int] = [:]
        try database.forEach(
            "SELECT helper_id, count(*) FROM ask_match WHERE on_date >= ? GROUP BY 1", [Value(date)]
        ) { helps[$0.int64(0)] = $0.int(1) }
        return helps
    }

    /// Keeps that a colleague was proposed for an ask; the same a second time changes nothing.
    package func keepMatch(ask: RowID, helper: RowID, on date: CivilDate) throws {
        try database.run(
            "INSERT INTO ask_match(ask_id, helper_id, on_date) VALUES (?, ?, ?) ON CONFLICT (ask_id, helper_id) DO NOTHING",
            .integer(ask), .integer(helper), Value(date))
    }
}
