import CivilTime
import Coaching
import SQLite

extension Store {
    /// Per active account of a rep the date on which it was last said something about to him, looking back to `since`.
    package func lastMentions(to rep: RowID, since: CivilDate) throws -> [RowID: CivilDate] {
        var mentions: [RowID: CivilDate] = [:]
        try database.forEach(
            """
            SELECT a.id, (SELECT i.on_date FROM message_item i JOIN message m ON m.id = i.message_id AND m.person_id = ?1
                          WHERE i.account_id = a.id AND i.on_date >= ?2 AND i.to_rep = 1 AND i.voided = 0
                            AND i.state <> 'thanks' ORDER BY i.on_date DESC LIMIT 1) AS last
            FROM account a WHERE a.rep_id = ?1 AND a.status = 'active' AND last IS NOT NULL
            """, [.integer(rep), Value(since)]
        ) { mentions[$0.int64(0)] = $0.date(1) }
        return mentions
    }

    /// The question templates that a person was asked since the date, per account; nil stands for the person's day. What was asked
    /// about his accounts counts as asked, whoever was to answer: the rep, or his leader on an agenda.
    package func questionsAsked(to person: RowID, since: CivilDate) throws -> [RowID?: Set<String>] {
        var asked: [RowID?: Set<String>] = [:]
        try database.forEach(
            """
            SELECT i.account_id, i.question FROM account a CROSS JOIN message_item i ON i.account_id = a.id
            WHERE a.rep_id = ?1 AND a.status = 'active' AND i.on_date >= ?2 AND i.question IS NOT NULL AND i.voided = 0
            """, [.integer(person), Value(since)]
        ) { asked[$0.int64(0), default: []].insert($0.text(1)) }
        try database.forEach(
            """
            SELECT i.account_id, i.question FROM message m JOIN message_item i ON i.message_id = m.id
            WHERE m.person_id = ?1 AND m.on_date >= ?2 AND i.question IS NOT NULL AND i.voided = 0
            """, [.integer(person), Value(since)]
        ) { asked[$0.optionalInt64(0), default: []].insert($0.text(1)) }
        return asked
    }

    /// By account of a team the questions that anybody heard about it since the date.
    package func questionsAsked(
        aboutAccountsIn team: RowID, since: CivilDate
    ) throws -> [RowID?: Set<String>] {
        var asked: [RowID?: Set<String>] = [:]
        try database.forEach(
            """
            SELECT i.account_id, i.question FROM person p CROSS JOIN account a ON a.rep_id = p.id
            CROSS JOIN message_item i ON i.account_id = a.id
            WHERE p.team_id = ?1 AND a.status = 'active' AND i.on_date >= ?2 AND i.question IS NOT NULL AND i.voided = 0
            """, [.integer(team), Value(since)]
        ) { asked[$0.int64(0), default: []].insert($0.text(1)) }
        return asked
    }

    /// In how many huddles of the team running, up to the last, each account had a place because something was open. A turn by
    /// rotation says nothing of it.
    package func huddlesRunning(of team: RowID) throws -> [RowID: Int] {
        let dates = try database.query(
            """
            SELECT DISTINCT on_date FROM message WHERE team_id = ? AND kind = 'huddle'
            ORDER BY on_date DESC LIMIT \(Self.longestRun)
            """, .integer(team)
        ) { $0.date(0) }
        guard let oldest = dates.last else { return [:] }
        let order = Dictionary(uniqueKeysWithValues: dates.enumerated().map { ($0.element, $0.offset) })
        var running: [RowID: Int] = [:]
        try database.forEach(
            """
            SELECT i.account_id, m.on_date FROM message m JOIN message_item i ON i.message_id = m.id
            WHERE m.team_id = ?1 AND m.on_date >= ?2 AND m.kind = 'huddle' AND i.account_id IS NOT NULL AND i.voided = 0
              AND i.state <> 'rotation'
            ORDER BY m.on_date DESC
            """, [.integer(team), Value(oldest)]
        ) { row in
            let account = row.int64(0)
            let known = running[account] ?? 0
            if order[row.date(1)] == known { running[account] = known + 1 }
        }
        return running
    }

    /// Huddles running beyond which nobody counts.
    private static let longestRun = 30

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
}
