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

    /// When a person heard each question last, looking back to `since`.
    package func questionsHeard(by person: RowID, since: CivilDate) throws -> [String: CivilDate] {
        var heard: [String: CivilDate] = [:]
        try database.forEach(
            """
            SELECT i.question, max(m.on_date) FROM message m JOIN message_item i ON i.message_id = m.id
            WHERE m.person_id = ?1 AND m.on_date >= ?2 AND i.question IS NOT NULL AND i.voided = 0 GROUP BY 1
            """, [.integer(person), Value(since)]
        ) { heard[$0.text(0)] = $0.date(1) }
        return heard
    }

    /// The questions of a team's agenda of the date, which everybody at the huddle heard.
    package func questionsOfAgenda(of team: RowID, on date: CivilDate) throws -> Set<String> {
        Set(
            try database.query(
                """
                SELECT i.question FROM message m JOIN message_item i ON i.message_id = m.id
                WHERE m.team_id = ?1 AND m.on_date = ?2 AND m.kind = 'huddle' AND i.question IS NOT NULL AND i.voided = 0
                """, .integer(team), Value(date)
            ) { $0.text(0) })
    }

    /// What of a rep's own word, touches and list he was asked about in episodes that are over, and when last.
    package func askedBefore(_ rep: RowID) throws -> [Finding.Key: CivilDate] {
        var asked: [Finding.Key: CivilDate] = [:]
        try database.forEach(
            """
            SELECT kind, subject_id, max(last_mention_on) FROM finding
            WHERE rep_id = ?1 AND resolved_at IS NOT NULL AND mentions > 0 AND +kind IN ('commitment-open', 'off-list', 'list-short')
            GROUP BY 1, 2
            """, [.integer(rep)]
        ) { row in
            guard let kind = FindingKind(rawValue: row.text(0)), let date = row.optionalDate(2) else { return }
            asked[Finding(kind, repID: rep, subjectID: row.optionalInt64(1)).key] = date
        }
        return asked
    }

    /// On how many days before today a person was told of his plan since he last logged anything.
    package func idleAfternoons(of person: RowID, before today: CivilDate, at now: Instant) throws -> Int {
        try database.first(Self.idleAfternoons, .integer(person), Value(today), Value(now)) { $0.int(0) } ?? 0
    }

    static let idleAfternoons = """
        WITH last AS MATERIALIZED (
          SELECT ifnull(max(occurred_at), 0) AS at FROM activity WHERE person_id = ?1 AND occurred_at <= ?3)
        SELECT count(DISTINCT m.on_date) FROM last CROSS JOIN message m JOIN message_item i ON i.message_id = m.id
        WHERE m.person_id = ?1 AND m.on_date >= date(last.at, 'unixepoch', '-1 day') AND m.on_date < ?2
          AND i.kind = 'activity-missing' AND i.to_rep = 1 AND i.voided = 0 AND m.composed_at > last.at
        """

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
}
