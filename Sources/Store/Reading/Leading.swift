import CivilTime
import Coaching
import SQLite

extension Store {
    /// The open episodes of a leader, each with what was said about it.
    package func openLeaderEpisodes(of leader: RowID) throws -> [Episode] {
        try database.query(
            """
            SELECT \(Self.episodeColumns) FROM finding f
            WHERE f.rep_id = ? AND f.resolved_at IS NULL AND \(Self.isOfLeader) ORDER BY f.id
            """, .integer(leader), decode: Self.episode
        ).compactMap { $0 }
    }

    /// Open episodes of leaders that somebody else's act may have answered: asks and silence about a rep, the end of a ladder on an
    /// account.
    package func openLeaderEpisodes(aboutPeople people: [RowID], accounts: [RowID]) throws -> [Episode] {
        let ofPeople = try people.flatMap { person in
            try database.query(
                """
                SELECT \(Self.episodeColumns) FROM finding f
                WHERE f.person_id = ? AND f.resolved_at IS NULL AND f.kind IN ('ask-open', 'highlight-due')
                """, .integer(person), decode: Self.episode)
        }
        let ofAccounts = try accounts.flatMap { account in
            try database.query(
                """
                SELECT \(Self.episodeColumns) FROM finding f
                WHERE f.account_id = ? AND f.resolved_at IS NULL AND f.kind = 'stall-unanswered'
                """, .integer(account), decode: Self.episode)
        }
        return (ofPeople + ofAccounts).compactMap { $0 }
    }

    /// The open promises of a leader that he was to be told of.
    package func openPromiseEpisodes(of leader: RowID) throws -> [Episode] {
        try database.query(
            """
            SELECT \(Self.episodeColumns) FROM finding f
            WHERE f.rep_id = ? AND f.resolved_at IS NULL AND f.kind = 'promise-open' ORDER BY f.id
            """, .integer(leader), decode: Self.episode
        ).compactMap { $0 }
    }

    /// The open coaching debts of a leader that have had a talk at some time up to `now`: their working days when they were last
    /// looked at, and the date of the last talk.
    package func coachingDebts(
        of leader: RowID, at now: Instant, in zone: Zone
    ) throws -> [(episode: RowID, days: Int, lastTalkOn: CivilDate)] {
        try database.query(
            """
            SELECT f.id, f.days, (SELECT max(n.at) FROM coaching_note n WHERE n.account_id = f.account_id AND n.at <= ?2) AS last
            FROM finding f
            WHERE f.rep_id = ?1 AND f.resolved_at IS NULL AND f.kind = 'coaching-debt-account' AND last IS NOT NULL
            UNION ALL
            SELECT f.id, f.days, (SELECT max(n.at) FROM coaching_note n WHERE n.rep_id = f.person_id AND n.at <= ?2) AS last
            FROM finding f
            WHERE f.rep_id = ?1 AND f.resolved_at IS NULL AND f.kind = 'coaching-debt-rep' AND last IS NOT NULL
            """, .integer(leader), Value(now)
        ) { ($0.int64(0), $0.count(1), zone.date(at: $0.instant(2))) }
    }

    /// When coachd first looked at each person of a team.
    package func firstLooks(ofTeam team: RowID) throws -> [RowID: CivilDate] {
        var looks: [RowID: CivilDate] = [:]
        try database.forEach(
            """
            SELECT e.person_id, e.first_on FROM person p CROSS JOIN evaluation e ON e.person_id = p.id
            WHERE p.team_id = ? AND e.first_on IS NOT NULL
            """, [.integer(team)]
        ) { looks[$0.int64(0)] = $0.date(1) }
        return looks
    }

    /// The last coaching note about a rep, of any kind and whoever wrote it.
    package func lastTalk(with rep: RowID, at now: Instant, in zone: Zone) throws -> CoachingTalk? {
        try database.first(
            "SELECT at, leader_id FROM coaching_note WHERE rep_id = ?1 AND at <= ?2 ORDER BY at DESC, id DESC LIMIT 1",
            .integer(rep), Value(now)
        ) { CoachingTalk(on: zone.date(at: $0.instant(0)), leaderID: $0.int64(1)) }
    }

    /// The last date on which a rep's good work was recognised, up to the date.
    package func lastPraise(of rep: RowID, through date: CivilDate) throws -> CivilDate? {
        try database.first(
            "SELECT max(on_date) FROM highlight WHERE rep_id = ?1 AND on_date <= ?2", .integer(rep), Value(date)
        ) { $0.optionalDate(0) } ?? nil
    }

    /// The accounts of a rep that are selected on the day, with the last coaching note on each.
    package func coachedAccounts(
        of rep: RowID, on today: CivilDate, at now: Instant, in zone: Zone
    ) throws -> [CoachedAccount] {
        try database.query(
            """
            SELECT a.id, a.name, a.rank, a.selected_on,
                   EXISTS (SELECT 1 FROM hold h WHERE h.account_id = a.id AND ?2 BETWEEN h.from_on AND h.until_on),
                   (SELECT max(n.at) FROM coaching_note n WHERE n.account_id = a.id AND n.at <= ?3), a.external_id
            FROM account a WHERE a.rep_id = ?1 AND a.status = 'active' AND a.selected_on <= ?2
            ORDER BY \(ListOrder.sql)
            """, .integer(rep), Value(today), Value(now)
        ) { row in
            CoachedAccount(
                id: row.int64(0), externalID: row.optionalText(6), name: row.text(1), rank: row.optionalInt(2),
                selectedOn: row.date(3),
                isHeld: row.bool(4), lastLookedOn: row.optionalInstant(5).map(zone.date))
        }
    }

    /// Per account of a rep the date of the last coaching note on it.
    package func lastTalks(onAccountsOf rep: RowID, at now: Instant, in zone: Zone) throws -> [RowID: CivilDate] {
        var talks: [RowID: CivilDate] = [:]
        try database.forEach(
            """
            SELECT a.id, max(n.at) FROM account a CROSS JOIN coaching_note n ON n.account_id = a.id
            WHERE a.rep_id = ?1 AND a.status = 'active' AND n.at <= ?2 GROUP BY a.id
            """, [.integer(rep), Value(now)]
        ) { talks[$0.int64(0)] = zone.date(at: $0.instant(1)) }
        return talks
    }

    /// Whether an ask was answered by the instant; an ask that is gone was not.
    package func isAnswered(ask: RowID, at now: Instant) throws -> Bool {
        try database.first("SELECT answered_at <= ?2 FROM ask WHERE id = ?1", .integer(ask), Value(now)) {
            $0.bool(0)
        } ?? false
    }

    /// Whether a promise was kept by the instant.
    package func isKept(promise: RowID, at now: Instant) throws -> Bool {
        try database.first("SELECT kept_at <= ?2 FROM promise WHERE id = ?1", .integer(promise), Value(now)) {
            $0.bool(0)
        } ?? false
    }

    /// What ended an episode; nil while it is open.
    package func resolution(ofFinding id: RowID) throws -> Resolution? {
        try database.first("SELECT resolved_by FROM finding WHERE id = ?", .integer(id)) {
            $0.optionalText(0).flatMap(Resolution.init)
        } ?? nil
    }
}
