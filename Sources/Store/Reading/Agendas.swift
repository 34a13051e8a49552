import CivilTime
import Coaching
import SQLite

/// What past agendas of a team had in them.
extension Store {
    /// In how many huddles each account of the team had a place for what is still open of it, running or not. A turn by rotation counts
    /// where something was open that a huddle takes up by itself: what is merely unknown of an account comes round with the others.
    package func huddlesSeen(of team: RowID) throws -> [RowID: Int] {
        var seen: [RowID: Int] = [:]
        try database.forEach(
            """
            SELECT f.account_id, count(DISTINCT m.on_date)
            FROM person p CROSS JOIN finding f ON f.rep_id = p.id AND f.resolved_at IS NULL AND f.account_id IS NOT NULL
            CROSS JOIN message_item i ON i.finding_id = f.id JOIN message m ON m.id = i.message_id
            WHERE p.team_id = ?1 AND m.team_id = ?1 AND m.kind = 'huddle' AND i.voided = 0
              AND (i.state <> 'rotation' OR \(Self.isForHuddles))
            GROUP BY 1
            """, [.integer(team)]
        ) { seen[$0.int64(0)] = $0.int(1) }
        return seen
    }

    private static let isForHuddles = Schema.oneOf(
        "+f.kind", FindingKind.allCases.filter(\.asksForSupport).map(\.rawValue))

    /// Per rep how many places his accounts had on agendas of the team since the date.
    package func places(in team: RowID, since date: CivilDate) throws -> [RowID: Int] {
        var places: [RowID: Int] = [:]
        // An observer's copy gives no second place.
        try database.forEach(
            """
            SELECT a.rep_id, count(DISTINCT m.on_date || ' ' || a.id)
            FROM message m JOIN message_item i ON i.message_id = m.id JOIN account a ON a.id = i.account_id
            WHERE m.team_id = ?1 AND m.on_date >= ?2 AND m.kind = 'huddle' AND i.voided = 0
              AND a.rep_id IS NOT NULL
            GROUP BY 1
            """, [.integer(team), Value(date)]
        ) { places[$0.int64(0)] = $0.int(1) }
        return places
    }

    /// Per rep the last item that gave one of his accounts a rotating place on an agenda of the team.
    package func lastTurns(in team: RowID) throws -> [RowID: RowID] {
        var turns: [RowID: RowID] = [:]
        try database.forEach(
            """
            SELECT a.rep_id, max((SELECT i.id FROM message_item i JOIN message m ON m.id = i.message_id
                                  WHERE i.account_id = a.id AND i.to_rep = 0 AND i.state = 'rotation' AND i.voided = 0
                                    AND m.team_id = ?1 AND m.kind = 'huddle' ORDER BY i.on_date DESC, i.id DESC LIMIT 1)) AS last
            FROM person p CROSS JOIN account a ON a.rep_id = p.id WHERE p.team_id = ?1 GROUP BY 1 HAVING last IS NOT NULL
            """, [.integer(team)]
        ) { turns[$0.int64(0)] = $0.int64(1) }
        return turns
    }

    /// When the last agenda of a team was composed.
    package func lastHuddle(of team: RowID) throws -> Instant? {
        try database.first(
            "SELECT max(composed_at) FROM message WHERE team_id = ? AND kind = 'huddle'", .integer(team)
        ) { $0.optionalInstant(0) } ?? nil
    }

    /// Per active account of a rep the date of its last place on an agenda of the team that arrived or still may.
    package func lastHuddles(of team: RowID, onAccountsOf rep: RowID) throws -> [RowID: CivilDate] {
        var last: [RowID: CivilDate] = [:]
        try database.forEach(
            """
            SELECT a.id, (SELECT i.on_date FROM message_item i JOIN message m ON m.id = i.message_id
                          WHERE i.account_id = a.id AND i.to_rep = 0 AND i.voided = 0
                            AND m.team_id = ?1 AND m.kind = 'huddle' ORDER BY i.on_date DESC LIMIT 1) AS last
            FROM account a WHERE a.rep_id = ?2 AND a.status = 'active' AND last IS NOT NULL
            """, [.integer(team), .integer(rep)]
        ) { last[$0.int64(0)] = $0.date(1) }
        return last
    }
}
