import CivilTime
import Coaching
import SQLite

/// What past agendas of a team had in them.
extension Store {
    /// In how many huddles each account of the team had a place since an act last moved it, whatever of it was open then, and whether it
    /// had one before. A turn by rotation counts where something was open that a huddle takes up by itself: what is merely unknown of an
    /// account comes round with the others, and who answers that moves nothing.
    package func huddlesSeen(of team: RowID) throws -> [RowID: (sinceMove: Int, isCountedAnew: Bool)] {
        var seen: [RowID: (sinceMove: Int, isCountedAnew: Bool)] = [:]
        try database.forEach(
            """
            WITH moved AS MATERIALIZED (
              SELECT a.id, ifnull((SELECT max(f.resolved_at) FROM finding f
                                   WHERE f.account_id = a.id AND (\(Self.wasAct)) AND (\(Self.isMoving))), 0) AS at
              FROM person p CROSS JOIN account a ON a.rep_id = p.id AND a.status = 'active' WHERE p.team_id = ?1)
            SELECT a.id,
                   -- The days before need no look, wherever on earth the reader is.
                   (SELECT count(DISTINCT m.on_date) \(Self.placesInHuddles) AND m.composed_at > a.at
                    AND i.on_date >= date(a.at, 'unixepoch', '-1 day')) AS since,
                   EXISTS (SELECT 1 \(Self.placesInHuddles) AND m.composed_at <= a.at) AS before
            FROM moved a WHERE since > 0 OR before
            """, [.integer(team)]
        ) { seen[$0.int64(0)] = (sinceMove: $0.int(1), isCountedAnew: $0.bool(2)) }
        return seen
    }

    /// Those of the account `a` in the team ?1.
    private static let placesInHuddles = """
        FROM message_item i JOIN message m ON m.id = i.message_id
        WHERE i.account_id = a.id AND i.to_rep = 0 AND m.team_id = ?1 AND m.kind = 'huddle' AND i.voided = 0
          AND (i.state <> 'rotation' OR \(isForHuddles))
        """
    private static let isForHuddles = Schema.oneOf(
        "i.kind", FindingKind.allCases.filter(\.asksForSupport).map(\.rawValue))
    private static let wasAct = Schema.oneOf("f.resolved_by", Resolution.allCases.filter(\.isAct).map(\.rawValue))
    private static let isMoving = Schema.oneOf(
        "f.kind", FindingKind.allCases.filter { $0.subject == .account && !$0.isGroundwork }.map(\.rawValue))

    /// By ask that is open at the instant, how many huddles of the team there were since it was asked and before the date.
    package func huddlesSinceAsks(of team: RowID, before date: CivilDate, at now: Instant) throws -> [RowID: Int] {
        var huddles: [RowID: Int] = [:]
        try database.forEach(Self.huddlesSinceAsks, [.integer(team), Value(date), Value(now)]) {
            huddles[$0.int64(0)] = $0.int(1)
        }
        return huddles
    }

    static let huddlesSinceAsks = """
        SELECT k.id, count(DISTINCT m.on_date)
        FROM (SELECT id FROM person WHERE team_id = ?1 UNION SELECT leader_id FROM team WHERE id = ?1
              UNION SELECT deputy_id FROM team WHERE id = ?1) p
        CROSS JOIN ask k ON k.rep_id = p.id AND (k.answered_at IS NULL OR k.answered_at > ?3)
        CROSS JOIN message m ON m.team_id = ?1 AND m.on_date < ?2
          -- The days before need no look, wherever on earth the reader is.
          AND m.on_date >= date(k.asked_at, 'unixepoch', '-1 day') AND m.kind = 'huddle' AND m.composed_at > k.asked_at
        GROUP BY 1
        """

    /// A team's last agenda before the date, whoever led it.
    package func lastAgenda(of team: RowID, before date: CivilDate) throws -> HuddleBriefing.Agenda? {
        try database.first(
            """
            SELECT on_date, composed_at FROM message WHERE team_id = ? AND kind = 'huddle' AND on_date < ?
            ORDER BY on_date DESC, id DESC LIMIT 1
            """, .integer(team), Value(date)
        ) { HuddleBriefing.Agenda(on: $0.date(0), at: $0.instant(1)) }
    }

    /// When the team's last agenda of the span was composed that went to the person.
    package func agenda(of team: RowID, to person: RowID, since start: Instant, at now: Instant) throws -> Instant? {
        try database.first(
            """
            SELECT max(m.composed_at) FROM message m JOIN outbox o ON o.message_id = m.id
            WHERE m.team_id = ?1 AND m.person_id = ?2 AND m.kind = 'huddle' AND m.composed_at BETWEEN ?3 AND ?4
            """, .integer(team), .integer(person), Value(start), Value(now)
        ) { $0.optionalInstant(0) } ?? nil
    }

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
