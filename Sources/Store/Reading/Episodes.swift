import CivilTime
import Coaching
import SQLite

extension Store {
    static let episodeColumns = """
        f.id, f.kind, f.rep_id, f.account_id, f.milestone_id, f.activity_kind, f.days, f.planned, f.due, f.done, f.threads,
        f.opened_on, f.opened_at, f.backlog, f.resolved_on, f.resolved_by,
        f.mentions, f.first_mention_on, f.last_mention_on, f.previous_on,
        f.person_id, f.subject_id, f.topic, f.other_account_id, f.percent
        """

    /// With a plus, which keeps SQLite from making a list after IN of it, a table of its own for each run.
    private static func isOneOf(_ subject: FindingKind.Subject) -> String {
        Schema.oneOf("+f.kind", FindingKind.allCases.filter { $0.subject == subject }.map(\.rawValue))
    }

    /// What a leader owes is kept apart from what is found of his own accounts and day.
    static let isOfLeader = "(\(isOneOf(.leader)))"
    fileprivate static let isOfRepsDay = "(\(isOneOf(.rep)))"

    /// Whose open episodes are read.
    package enum EpisodeScope: Hashable, Sendable {
        /// Those of a rep's accounts, and of his day, list and word.
        case rep(RowID)
        /// Those of a person's own day, list and word.
        case day(of: RowID)
        /// Those of an account, whoever's they are.
        case account(RowID)

        fileprivate var query: String {
            switch self {
            case .rep: Self.ofRep
            case .day: Self.ofDay
            case .account: Self.ofAccount
            }
        }

        private static let ofRep = query("f.rep_id = ? AND NOT \(isOfLeader)")
        private static let ofDay = query("f.rep_id = ? AND \(isOfRepsDay)")
        private static let ofAccount = query("f.account_id = ? AND NOT \(isOfLeader)")

        private static func query(_ condition: String) -> String {
            "SELECT \(episodeColumns) FROM finding f WHERE \(condition) AND f.resolved_at IS NULL"
        }

        fileprivate var id: RowID {
            switch self {
            case .rep(let id), .day(of: let id), .account(let id): id
            }
        }
    }

    /// The open episodes, without what leaders owe, each with what was said about it.
    package func openEpisodes(_ scope: EpisodeScope) throws -> [Episode] {
        try database.query(scope.query, .integer(scope.id), decode: Self.episode).compactMap { $0 }
            .sorted { $0.id < $1.id }
    }

    /// Whether something of a rep is open that he was not told of: about an account since the instant, or about his day.
    package func hasNews(for rep: RowID, since morning: Instant) throws -> Bool {
        try database.first(
            """
            SELECT 1 FROM finding f WHERE f.rep_id = ?1 AND f.resolved_at IS NULL AND f.mentions = 0
              AND (f.account_id IS NOT NULL AND f.opened_at > ?2 OR +f.kind = 'activity-missing') LIMIT 1
            """, .integer(rep), Value(morning)
        ) { _ in true } ?? false
    }

    /// Episodes that were mentioned to the rep, then resolved by an act since the date, and not thanked for yet: an account is thanked
    /// for once since then, however many of its episodes the act resolved.
    package func answeredEpisodes(of rep: RowID, since date: CivilDate) throws -> [Episode] {
        try database.query(
            """
            SELECT \(Self.episodeColumns) FROM finding f
            WHERE f.rep_id = ?1 AND f.resolved_at IS NOT NULL AND f.resolved_on >= ?2
              AND NOT \(Self.isOfLeader) AND f.mentions > 0
              AND NOT EXISTS (SELECT 1 FROM message_item t
                              WHERE t.finding_id = f.id AND t.state = 'thanks' AND t.voided = 0)
              AND NOT EXISTS (SELECT 1 FROM message_item t JOIN message m ON m.id = t.message_id
                              WHERE t.account_id = f.account_id AND t.state = 'thanks' AND t.voided = 0
                                -- The days before need no look, wherever on earth the reader is.
                                AND t.on_date >= date(f.resolved_at, 'unixepoch', '-1 day')
                                AND m.composed_at >= f.resolved_at)
            ORDER BY f.id
            """, .integer(rep), Value(date), decode: Self.episode
        ).compactMap { $0 }.filter { $0.resolution?.isAct ?? false }
    }

    /// Milestones of a rep's accounts whose new date was thanked for, in episodes that were resolved since the date.
    package func milestonesThankedForADate(of rep: RowID, since date: CivilDate) throws -> Set<RowID> {
        Set(
            try database.query(
                """
                SELECT DISTINCT f.milestone_id FROM finding f JOIN milestone m ON m.id = f.milestone_id
                WHERE f.rep_id = ?1 AND f.resolved_at IS NOT NULL AND f.resolved_on >= ?2 AND f.resolved_by = 'milestone'
                  -- What was begun was no date.
                  AND (f.kind = 'milestone-passed' OR ifnull(m.first_activity_at > f.resolved_at, 1))
                  AND EXISTS (SELECT 1 FROM message_item t
                              WHERE t.finding_id = f.id AND t.state = 'thanks' AND t.voided = 0)
                """, .integer(rep), Value(date)
            ) { $0.int64(0) })
    }

    /// Stalls of a rep's accounts that ended by a touch since the date: the account is moving again.
    package func stallsEndedByTouch(of rep: RowID, since date: CivilDate) throws -> [Episode] {
        try database.query(
            """
            SELECT \(Self.episodeColumns) FROM finding f
            WHERE f.rep_id = ?1 AND f.kind = 'stalled' AND f.resolved_by = 'touch' AND f.resolved_on >= ?2
              AND f.resolved_at IS NOT NULL
            ORDER BY f.id
            """, .integer(rep), Value(date), decode: Self.episode
        ).compactMap { $0 }
    }

    /// Nil for a kind that this version does not know: a newer one may have written it.
    static func episode(_ row: Row) -> Episode? {
        guard let kind = FindingKind(rawValue: row.text(1)) else { return nil }
        let finding = Finding(
            kind, repID: row.int64(2), accountID: row.optionalInt64(3), milestoneID: row.optionalInt64(4),
            activity: row.optionalText(5).flatMap(PlanKind.init), days: row.optionalCount(6),
            planned: row.optionalCount(7), due: row.optionalCount(8), done: row.optionalCount(9),
            threads: row.optionalCount(10), personID: row.optionalInt64(20), subjectID: row.optionalInt64(21),
            topic: row.optionalText(22), otherAccountID: row.optionalInt64(23), percent: row.optionalCount(24))
        return Episode(
            id: row.int64(0), finding: finding, openedOn: row.date(11), openedAt: row.instant(12),
            isBacklog: row.bool(13), resolvedOn: row.optionalDate(14),
            resolution: row.optionalText(15).flatMap(Resolution.init), mentions: row.count(16),
            firstMentionedOn: row.optionalDate(17), lastMentionedOn: row.optionalDate(18),
            previousResolvedOn: row.optionalDate(19))
    }
}
