import CivilTime
import Coaching
import SQLite

/// The first time that a stakeholder took part in a touch.
package struct FirstReply: Hashable, Sendable {
    package var accountID: RowID
    package var account: String
    package var name: String
    package var role: StakeholderRole?
    /// Nobody else of the role ever took part.
    package var isNewRole: Bool
    /// The touch that it was.
    package var kind: ActivityKind
    package var at: Instant
}

extension Store {
    static let openAsks = """
        SELECT k.id, k.text, a.id, a.name, k.asked_at FROM ask k LEFT JOIN account a ON a.id = k.account_id
        WHERE k.rep_id = ?1 AND (k.answered_at IS NULL OR k.answered_at > ?2) AND k.asked_at <= ?2 ORDER BY k.asked_at, k.id
        """

    /// Open asks of a rep, the oldest first.
    /// - Parameter zone: In whose days the asks are dated.
    package func openAsks(of rep: RowID, named name: String, at now: Instant, in zone: Zone) throws -> [Ask] {
        try database.query(Self.openAsks, .integer(rep), Value(now)) { row in
            Ask(
                id: row.int64(0), repID: rep, rep: name, accountID: row.optionalInt64(2), account: row.optionalText(3),
                text: row.text(1), askedOn: zone.date(at: row.instant(4)))
        }
    }

    static let openPromises = """
        SELECT p.id, p.text, r.id, r.name, a.id, a.name, p.due_on, p.made_at FROM promise p
        LEFT JOIN person r ON r.id = p.rep_id LEFT JOIN account a ON a.id = p.account_id
        WHERE p.leader_id = ?1 AND p.made_at <= ?2
          AND (p.kept_at IS NULL OR p.kept_at > ?2) AND (p.dropped_at IS NULL OR p.dropped_at > ?2)
        ORDER BY ifnull(p.due_on, '9999'), p.id
        """

    /// What the leader said he will do and has not done yet, what is due first before the rest.
    /// - Parameter zone: In whose days they were made.
    package func openPromises(of leader: RowID, at now: Instant, in zone: Zone) throws -> [Promise] {
        try database.query(Self.openPromises, .integer(leader), Value(now)) { row in
            Promise(
                id: row.int64(0), text: row.text(1), repID: row.optionalInt64(2), rep: row.optionalText(3)?.firstName,
                accountID: row.optionalInt64(4), account: row.optionalText(5), dueOn: row.optionalDate(6),
                madeOn: zone.date(at: row.instant(7)))
        }
    }

    /// Milestones of a rep's accounts that were done on the dates.
    package func milestonesDone(
        of rep: RowID, from first: CivilDate, through last: CivilDate
    ) throws -> [(accountID: RowID, account: String, title: String, on: CivilDate)] {
        try database.query(
            """
            SELECT a.id, a.name, m.title, m.done_on FROM account a JOIN milestone m ON m.account_id = a.id
            WHERE a.rep_id = ?1 AND a.status IN ('active', 'won') AND m.done_on BETWEEN ?2 AND ?3 ORDER BY m.done_on, m.id
            """, .integer(rep), Value(first), Value(last)
        ) { ($0.int64(0), $0.text(1), $0.text(2), $0.date(3)) }
    }

    /// Stakeholders of a rep's accounts whose first two-way touch ever lies in the span and was the rep's, as known at its end.
    package func firstReplies(
        to rep: RowID, from start: Instant, before end: Instant
    ) throws -> [FirstReply] {
        try database.query(
            """
            SELECT a.id, a.name, s.name, s.role,
                   NOT EXISTS (SELECT 1 FROM stakeholder o CROSS JOIN participation e ON e.stakeholder_id = o.id
                               WHERE o.account_id = a.id AND o.role = s.role AND o.id <> s.id
                                 AND e.direction = 'two-way' AND e.touch = 1 AND e.occurred_at < ?3), min(v.occurred_at), v.kind
            FROM activity v JOIN account a ON a.id = v.account_id AND a.rep_id = ?1 AND a.status = 'active'
            JOIN stakeholder s ON s.id IN (SELECT v.stakeholder_id UNION ALL \(Schema.attendees(of: "v.id")))
            WHERE v.person_id = ?1 AND v.occurred_at >= ?2 AND v.occurred_at < ?3
              AND v.touch = 1 AND v.direction = 'two-way'
              AND NOT EXISTS (SELECT 1 FROM participation e WHERE e.stakeholder_id = s.id AND e.direction = 'two-way'
                              AND e.touch = 1 AND e.occurred_at < ?2)
            GROUP BY s.id ORDER BY 6
            """, .integer(rep), Value(start), Value(end)
        ) { row in
            // Beside the earliest instant SQLite gives the columns of its row.
            ActivityKind(rawValue: row.text(6)).map { kind in
                FirstReply(
                    accountID: row.int64(0), account: row.text(1), name: row.text(2),
                    role: row.optionalText(3).flatMap(StakeholderRole.init), isNewRole: row.bool(4), kind: kind,
                    at: row.instant(5))
            }
        }.compactMap { $0 }
    }

    /// How many accounts of a rep have an open episode from the first day and were never mentioned.
    package func unmentionedBacklog(of rep: RowID) throws -> Int {
        try database.first(
            """
            SELECT count(DISTINCT f.account_id) FROM finding f WHERE f.rep_id = ? AND f.resolved_at IS NULL AND f.backlog = 1
              AND NOT \(Self.isOfLeader)
              AND NOT EXISTS (SELECT 1 FROM message_item i WHERE i.account_id = f.account_id AND i.voided = 0)
            """, .integer(rep)
        ) { $0.int(0) } ?? 0
    }

    /// Active accounts on nobody's list whose last owner is of the team, by owner: since when each is, in the order of leaving the list.
    package func unlistedAccounts(lastOf team: RowID) throws -> [RowID: [(name: String, since: Instant)]] {
        var accounts: [RowID: [(name: String, since: Instant)]] = [:]
        try database.forEach(
            """
            SELECT p.id, a.name, h.at
            FROM account a JOIN history h ON h.id = (
              SELECT max(id) FROM history WHERE account_id = a.id AND subject = 'account' AND field = 'rep_id')
            JOIN person p ON p.id = CAST(h.old_value AS INTEGER)
            WHERE a.rep_id IS NULL AND a.status = 'active' AND p.team_id = ? ORDER BY h.id
            """, [.integer(team)]
        ) { accounts[$0.int64(0), default: []].append(($0.text(1), $0.instant(2))) }
        return accounts
    }
}
