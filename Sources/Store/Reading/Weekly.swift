import CivilTime
import Coaching
import SQLite

/// An account that leader and rep looked at together: in a talk, or in a huddle.
package struct TalkRow: Hashable, Sendable {
    package var accountID: RowID
    package var repID: RowID
    package var at: Instant
    package var isOfHuddle: Bool
}

/// What became of an account since an instant.
package enum Movement: Hashable, Sendable {
    /// The customer took part, a milestone was reached or a next step was set.
    case moved
    /// It heard from us, and that was all.
    case heardFromUs
    case none
}

extension Store {
    /// The talks on accounts of a team in the span: coaching notes on an account, and places on agendas.
    package func talks(in team: RowID, from start: Instant, through end: Instant) throws -> [TalkRow] {
        try database.query(
            """
            SELECT n.account_id, n.rep_id, n.at, 0 FROM coaching_note n JOIN person p ON p.id = n.rep_id
            WHERE p.team_id = ?1 AND n.account_id IS NOT NULL AND n.at BETWEEN ?2 AND ?3
            UNION
            SELECT i.account_id, a.rep_id, m.composed_at, 1 FROM message m JOIN message_item i ON i.message_id = m.id
            JOIN account a ON a.id = i.account_id
            WHERE m.team_id = ?1 AND m.kind = 'huddle' AND i.voided = 0 AND a.rep_id IS NOT NULL
              AND m.composed_at BETWEEN ?2 AND ?3
            ORDER BY 3, 1
            """, .integer(team), Value(start), Value(end)
        ) { TalkRow(accountID: $0.int64(0), repID: $0.int64(1), at: $0.instant(2), isOfHuddle: $0.bool(3)) }
    }

    /// How many talks with each rep of a team were noted in the span, about an account or not. What a leader did for an account is none.
    package func notedTalks(in team: RowID, from start: Instant, through end: Instant) throws -> [RowID: Int] {
        var talks: [RowID: Int] = [:]
        try database.forEach(
            """
            SELECT n.rep_id, count(DISTINCT n.at) FROM coaching_note n JOIN person p ON p.id = n.rep_id
            WHERE p.team_id = ?1 AND n.kind <> 'support' AND n.at BETWEEN ?2 AND ?3 GROUP BY 1
            """, [.integer(team), Value(start), Value(end)]
        ) { talks[$0.int64(0)] = $0.int(1) }
        return talks
    }

    /// What became of an account after an instant.
    /// - Parameter zone: In whose days it is; a milestone knows its date only.
    package func movement(
        of account: RowID, since start: Instant, at now: Instant, in zone: Zone
    ) throws -> Movement {
        let isTogether = Schema.oneOf("kind", ActivityKind.allCases.filter(\.isTogether).map(\.rawValue))
        let touched = "activity WHERE account_id = ?1 AND touch = 1 AND occurred_at > ?2 AND occurred_at <= ?3"
        return try database.first(
            """
            SELECT EXISTS (SELECT 1 FROM \(touched) AND (direction = 'two-way' OR \(isTogether)))
                OR EXISTS (SELECT 1 FROM milestone WHERE account_id = ?1 AND done_on BETWEEN ?4 AND ?5)
                OR EXISTS (SELECT 1 FROM history WHERE account_id = ?1 AND subject = 'account' AND at > ?2 AND at <= ?3
                           AND field IN ('next_step', 'next_step_on') AND new_value IS NOT NULL),
              EXISTS (SELECT 1 FROM \(touched))
            """, .integer(account), Value(start), Value(now), Value(zone.date(at: start)), Value(zone.date(at: now))
        ) { $0.bool(0) ? Movement.moved : $0.bool(1) ? .heardFromUs : .none } ?? .none
    }

    /// How many active accounts a rep has, and how many of these were touched since `start`, at or before `now`.
    package func coverage(of rep: RowID, since start: Instant, at now: Instant) throws -> (accounts: Int, touched: Int)
    {
        try database.first(
            """
            SELECT count(*), ifnull(sum(last_touch_at >= ?2 AND (last_touch_at <= ?3 OR EXISTS (
              SELECT 1 FROM activity WHERE account_id = a.id AND touch = 1 AND occurred_at BETWEEN ?2 AND ?3))), 0)
            FROM account a WHERE rep_id = ?1 AND status = 'active'
            """, .integer(rep), Value(start), Value(now)
        ) { ($0.int(0), $0.int(1)) } ?? (0, 0)
    }

    /// What was mentioned to a person since the date, and what came of it.
    package func mentions(to person: RowID, since date: CivilDate) throws -> [Effect.Mention] {
        try database.query(
            """
            SELECT f.kind, i.on_date, f.resolved_on, f.resolved_by, m.composed_at
            FROM message m JOIN message_item i ON i.message_id = m.id JOIN finding f ON f.id = i.finding_id
            WHERE m.person_id = ?1 AND m.on_date >= ?2 AND i.to_rep = 1 AND i.voided = 0 AND i.state <> 'thanks'
            GROUP BY m.id, CASE f.kind WHEN 'activity-missing' THEN 0 ELSE i.id END
            """, .integer(person), Value(date)
        ) { row in
            FindingKind(rawValue: row.text(0)).map { kind in
                Effect.Mention(
                    kind, personID: person, on: row.date(1), at: row.instant(4), resolvedOn: row.optionalDate(2),
                    resolution: row.optionalText(3).flatMap(Resolution.init))
            }
        }.compactMap { $0 }
    }

    /// The kinds that a leader was asked about since the date, whether to silence them.
    package func proposedForSilence(to leader: RowID, since date: CivilDate) throws -> Set<FindingKind> {
        Set(
            try database.query(
                """
                SELECT DISTINCT i.kind FROM message m JOIN message_item i ON i.message_id = m.id
                WHERE m.person_id = ?1 AND m.kind = 'weekly' AND m.on_date >= ?2 AND i.voided = 0
                """, .integer(leader), Value(date)
            ) { FindingKind(rawValue: $0.text(0)) }.compactMap { $0 })
    }
}
