import CivilTime
import Coaching
import SQLite

extension Store {
    static let episodeColumns = """
        f.id, f.kind, f.rep_id, f.account_id, f.milestone_id, f.activity_kind, f.days, f.planned, f.due, f.done, f.threads,
        f.opened_on, f.opened_at, f.backlog, f.resolved_on, f.resolved_by,
        count(i.id), min(i.on_date), max(i.on_date),
        (SELECT p.resolved_on FROM finding p
         WHERE p.account_id = f.account_id AND p.kind = f.kind AND p.resolved_on IS NOT NULL AND p.rep_id = f.rep_id
           AND p.id < f.id AND p.milestone_id IS f.milestone_id AND p.topic IS f.topic
         ORDER BY p.resolved_on DESC LIMIT 1),
        f.person_id, f.subject_id, f.topic, f.other_account_id, f.percent
        """

    static let mentions = """
        LEFT JOIN message_item i
          ON i.finding_id = f.id AND i.to_rep = 1 AND i.voided = 0 AND i.state <> 'thanks'
        """

    /// What a leader owes is kept apart from what is found of his own accounts and day.
    static let leaderKinds = FindingKind.allCases.filter { $0.subject == .leader }
        .map { "'\($0.rawValue)'" }.joined(separator: ", ")

    /// The open episodes of a rep, each with what was said about it.
    package func openEpisodes(of rep: RowID) throws -> [Episode] {
        try database.query(
            """
            SELECT \(Self.episodeColumns) FROM finding f \(Self.mentions)
            WHERE f.rep_id = ? AND f.resolved_at IS NULL AND f.kind NOT IN (\(Self.leaderKinds)) GROUP BY f.id
            """, .integer(rep), decode: Self.episode
        ).compactMap { $0 }
    }

    /// The open episodes of one account, whoever's they are.
    package func openEpisodes(ofAccount account: RowID) throws -> [Episode] {
        try database.query(
            """
            SELECT \(Self.episodeColumns) FROM finding f \(Self.mentions)
            WHERE f.account_id = ? AND f.resolved_at IS NULL AND f.kind NOT IN (\(Self.leaderKinds)) GROUP BY f.id
            """, .integer(account), decode: Self.episode
        ).compactMap { $0 }
    }

    /// Whose open episodes are kept up to date.
    package enum EpisodeScope: Hashable, Sendable {
        private static let kindsOfReps = FindingKind.allCases.filter { $0.subject == .rep }
            .map { "'\($0.rawValue)'" }.joined(separator: ", ")

        case rep(RowID)
        /// Those of a person's own day, list and word.
        case day(of: RowID)
        /// Those of an account, whoever's they are.
        case account(RowID)

        fileprivate var condition: String {
            switch self {
            case .rep: "rep_id = ?"
            case .day: "rep_id = ? AND kind IN (\(Self.kindsOfReps))"
            case .account: "account_id = ?"
            }
        }

        fileprivate var id: RowID {
            switch self {
            case .rep(let id), .day(of: let id), .account(let id): id
            }
        }
    }

    /// Open episodes without what was said about them, which is all that it takes to keep or resolve them.
    package func unresolvedEpisodes(_ scope: EpisodeScope) throws -> [Episode] {
        try database.query(
            """
            SELECT id, kind, rep_id, account_id, milestone_id, activity_kind, days, planned, due, done, threads,
                   opened_on, opened_at, backlog, resolved_on, resolved_by, 0, NULL, NULL, NULL,
                   person_id, subject_id, topic, other_account_id, percent
            FROM finding WHERE \(scope.condition) AND resolved_at IS NULL
            """, .integer(scope.id), decode: Self.episode
        ).compactMap { $0 }
    }

    /// Episodes that were mentioned to the rep, then resolved by an act since the date, and not thanked for yet.
    package func answeredEpisodes(of rep: RowID, since date: CivilDate) throws -> [Episode] {
        try database.query(
            """
            SELECT \(Self.episodeColumns) FROM finding f \(Self.mentions)
            WHERE f.rep_id = ?1 AND f.resolved_at IS NOT NULL AND f.resolved_on >= ?2
              AND f.kind NOT IN (\(Self.leaderKinds))
              AND NOT EXISTS (SELECT 1 FROM message_item t
                              WHERE t.finding_id = f.id AND t.state = 'thanks' AND t.voided = 0)
            GROUP BY f.id HAVING count(i.id) > 0
            """, .integer(rep), Value(date), decode: Self.episode
        ).compactMap { $0 }.filter { $0.resolution?.isAct ?? false }
    }

    /// Stalls of a rep's accounts that ended by a touch since the date: the account is moving again.
    package func stallsEndedByTouch(of rep: RowID, since date: CivilDate) throws -> [Episode] {
        try database.query(
            """
            SELECT \(Self.episodeColumns) FROM finding f \(Self.mentions)
            WHERE f.rep_id = ?1 AND f.kind = 'stalled' AND f.resolved_by = 'touch' AND f.resolved_on >= ?2
              AND f.resolved_at IS NOT NULL
            GROUP BY f.id
            """, .integer(rep), Value(date), decode: Self.episode
        ).compactMap { $0 }
    }

    /// Nil for a kind that this version does not know: a newer one may have written it.
    static func episode(_ row: Row) -> Episode? {
        guard let kind = FindingKind(rawValue: row.text(1)) else { return nil }
        let finding = Finding(
            kind, repID: row.int64(2), accountID: row.optionalInt64(3), milestoneID: row.optionalInt64(4),
            activity: row.optionalText(5).flatMap(PlanKind.init), days: row.optionalInt(6),
            planned: row.optionalInt(7), due: row.optionalInt(8), done: row.optionalInt(9),
            threads: row.optionalInt(10), personID: row.optionalInt64(20), subjectID: row.optionalInt64(21),
            topic: row.optionalText(22), otherAccountID: row.optionalInt64(23), percent: row.optionalInt(24))
        return Episode(
            id: row.int64(0), finding: finding, openedOn: row.date(11), openedAt: row.instant(12),
            isBacklog: row.bool(13), resolvedOn: row.optionalDate(14),
            resolution: row.optionalText(15).flatMap(Resolution.init), mentions: row.int(16),
            firstMentionedOn: row.optionalDate(17), lastMentionedOn: row.optionalDate(18),
            previousResolvedOn: row.optionalDate(19))
    }
}
