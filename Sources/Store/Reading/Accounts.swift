import CivilTime
import Coaching
import JSON
import SQLite

extension Store {
    /// Which active accounts to read.
    package enum AccountScope: Hashable, Sendable {
        case rep(RowID)
        case account(RowID)

        var condition: String {
            switch self {
            case .rep: "a.rep_id = ?1 AND a.status = 'active'"
            case .account: "a.id = ?1 AND a.status = 'active' AND a.rep_id IS NOT NULL"
            }
        }

        var id: RowID {
            switch self {
            case .rep(let id), .account(let id): id
            }
        }
    }

    /// Active accounts with their milestones, stakeholders and holds, as known at the instant, in the list's order.
    /// - Parameter areNamed: Whether a message may name their people, so that one name must not stand for two.
    package func accounts(_ scope: AccountScope, at now: Instant, areNamed: Bool = true) throws -> [Account] {
        var accounts = try database.query(
            """
            SELECT a.id, a.external_id, a.rep_id, a.name, a.rank, a.industry, a.selected_on, a.stall_after,
                   a.next_step, a.next_step_on, a.own_message, a.insight,
                   CASE WHEN a.last_touch_at IS NULL OR a.last_touch_at <= ?2 THEN a.last_touch_at
                        ELSE (SELECT max(occurred_at) FROM activity
                              WHERE account_id = a.id AND touch = 1 AND occurred_at <= ?2) END,
                   a.trigger_event
            FROM account a WHERE \(scope.condition) ORDER BY \(ListOrder.sql)
            """, .integer(scope.id), Value(now)
        ) { row in
            Account(
                id: row.int64(0), externalID: row.optionalText(1), repID: row.int64(2), name: row.text(3),
                rank: row.optionalInt(4), industry: row.optionalText(5), selectedOn: row.date(6),
                stallAfter: row.optionalCount(7), nextStep: row.optionalText(8), nextStepOn: row.optionalDate(9),
                ownMessage: row.optionalText(10), insight: row.optionalText(11), lastTouchAt: row.optionalInstant(12),
                triggerEvent: row.optionalText(13))
        }
        guard !accounts.isEmpty else { return [] }
        let places = Dictionary(uniqueKeysWithValues: accounts.enumerated().map { ($0.element.id, $0.offset) })
        try database.forEach(
            """
            SELECT m.account_id, m.id, m.external_id, m.title, m.due_on, m.done_on, m.skipped_on,
                   CASE WHEN m.first_activity_at <= ?2 THEN m.first_activity_at END
            FROM account a CROSS JOIN milestone m ON m.account_id = a.id WHERE \(scope.condition)
            """, [.integer(scope.id), Value(now)]
        ) { row in
            guard let place = places[row.int64(0)] else { return }
            accounts[place].milestones.append(
                Milestone(
                    id: row.int64(1), externalID: row.optionalText(2), title: row.text(3), dueOn: row.optionalDate(4),
                    doneOn: row.optionalDate(5), skippedOn: row.optionalDate(6), firstActivityAt: row.optionalInstant(7)
                ))
        }
        try database.forEach(
            """
            SELECT s.account_id, s.id, s.name, s.role,
                   CASE WHEN s.last_two_way_at IS NULL OR s.last_two_way_at <= ?2 THEN s.last_two_way_at
                        ELSE \(Schema.lastTwoWay(of: "s.id", where: "v.occurred_at <= ?2")) END
            FROM account a CROSS JOIN stakeholder s ON s.account_id = a.id WHERE \(scope.condition)
            """, [.integer(scope.id), Value(now)]
        ) { row in
            guard let place = places[row.int64(0)] else { return }
            accounts[place].stakeholders.append(
                Stakeholder(
                    id: row.int64(1), name: row.text(2), role: row.optionalText(3).flatMap(StakeholderRole.init),
                    lastTwoWayAt: row.optionalInstant(4)))
        }
        if areNamed {
            let colleagues = try colleagues(of: "?1", .integer(accounts[0].repID))
            for place in accounts.indices { accounts[place].stakeholders.markNamesakes(besides: [colleagues]) }
        }
        try database.forEach(
            """
            SELECT h.account_id, h.from_on, h.until_on, h.reason
            FROM account a CROSS JOIN hold h ON h.account_id = a.id WHERE \(scope.condition)
            """, [.integer(scope.id)]
        ) { row in
            guard let place = places[row.int64(0)] else { return }
            accounts[place].holds.append(Hold(from: row.date(1), until: row.date(2), reason: row.text(3)))
        }
        try database.forEach(
            """
            SELECT r.account_id, r.topic
            FROM account a CROSS JOIN research_item r ON r.account_id = a.id WHERE \(scope.condition)
            """, [.integer(scope.id)]
        ) { row in
            guard let place = places[row.int64(0)] else { return }
            accounts[place].research.insert(ResearchTopic(row.text(1)))
        }
        return accounts
    }

    /// The names of a rep's team: his own, and of those who lead it.
    private func colleagues(of rep: String, _ id: Value) throws -> FirstNames {
        FirstNames(
            of: try database.query(
                """
                SELECT p.name FROM person r LEFT JOIN team t ON t.id = r.team_id
                JOIN person p ON p.id IN (r.id, t.leader_id, t.deputy_id) OR p.team_id = r.team_id
                WHERE r.id = \(rep)
                """, id
            ) { $0.text(0) })
    }

    /// The own messages of a rep's accounts that are on his list on the day.
    package func ownMessages(of rep: RowID, on day: CivilDate) throws -> [OwnMessage] {
        var messages = try database.query(
            """
            SELECT id, selected_on, own_message, name FROM account
            WHERE rep_id = ?1 AND status = 'active' AND selected_on <= ?2 AND own_message IS NOT NULL
            """, .integer(rep), Value(day)
        ) { row in
            OwnMessage(account: row.int64(0), selectedOn: row.date(1), text: row.text(2), names: [row.text(3)])
        }
        let places = Dictionary(uniqueKeysWithValues: messages.enumerated().map { ($0.element.account, $0.offset) })
        try database.forEach(
            """
            SELECT s.account_id, s.name FROM account a CROSS JOIN stakeholder s ON s.account_id = a.id
            WHERE a.rep_id = ?1 AND a.status = 'active' AND a.own_message IS NOT NULL
            """, [.integer(rep)]
        ) { row in
            if let place = places[row.int64(0)] { messages[place].names.append(row.text(1)) }
        }
        return messages
    }

    /// The last touch of each active account of a rep at or before the instant.
    package func lastTouches(ofAccountsOf rep: RowID, at now: Instant) throws -> [RowID: Touch] {
        var touches: [RowID: Touch] = [:]
        let colleagues = try colleagues(of: "?1", .integer(rep))
        try database.forEach(
            """
            SELECT \(Self.touchColumns), a.id
            FROM account a CROSS JOIN activity v ON v.id = (
              SELECT id FROM activity WHERE account_id = a.id AND touch = 1 AND occurred_at <= ?2
              ORDER BY occurred_at DESC, id DESC LIMIT 1)
            LEFT JOIN stakeholder s ON s.id = v.stakeholder_id
            WHERE a.rep_id = ?1 AND a.status = 'active'
            """, [.integer(rep), Value(now)]
        ) { touches[$0.int64(9)] = Self.touch($0, colleagues) }
        return touches
    }

    /// The last touch of an account at or before the instant, with whom and about what.
    package func lastTouch(of account: RowID, at now: Instant) throws -> Touch? {
        let colleagues = try colleagues(of: "(SELECT rep_id FROM account WHERE id = ?1)", .integer(account))
        return try database.first(
            """
            SELECT \(Self.touchColumns)
            FROM activity v LEFT JOIN stakeholder s ON s.id = v.stakeholder_id
            WHERE v.account_id = ?1 AND v.touch = 1 AND v.occurred_at <= ?2
            ORDER BY v.occurred_at DESC, v.id DESC LIMIT 1
            """, .integer(account), Value(now)
        ) { Self.touch($0, colleagues) }
    }

    /// The touch that ended an episode: the first after it opened, else the last that is dated before; of its day the first in which
    /// the customer took part, where there is one.
    package func touchThatEnded(_ episode: RowID, at now: Instant, in zone: Zone) throws -> Touch? {
        let colleagues = try colleagues(
            of: "(SELECT a.rep_id FROM finding f JOIN account a ON a.id = f.account_id WHERE f.id = ?1)",
            .integer(episode))
        let ended = try database.first(
            """
            SELECT \(Self.touchColumns), v.account_id
            FROM finding f JOIN activity v ON v.account_id = f.account_id AND v.touch = 1
            LEFT JOIN stakeholder s ON s.id = v.stakeholder_id
            WHERE f.id = ?1 AND v.occurred_at <= min(f.resolved_at, ?2)
            ORDER BY v.occurred_at >= f.opened_at DESC, abs(v.occurred_at - f.opened_at), v.id LIMIT 1
            """, .integer(episode), Value(now)
        ) { (account: $0.int64(9), touch: Self.touch($0, colleagues)) }
        guard let (account, first) = ended, !first.isTwoWay else { return ended?.touch }
        let date = zone.date(at: first.at)
        return try database.query(
            """
            SELECT \(Self.touchColumns)
            FROM activity v LEFT JOIN stakeholder s ON s.id = v.stakeholder_id
            WHERE v.account_id = ?1 AND v.touch = 1 AND v.occurred_at >= ?2 AND v.occurred_at < ?3 AND v.occurred_at <= ?4
            ORDER BY v.occurred_at, v.id
            """, .integer(account), Value(zone.startOfDay(date)), Value(zone.startOfDay(date.adding(days: 1))),
            Value(now)
        ) { Self.touch($0, colleagues) }.first(where: \.isTwoWay) ?? first
    }

    /// When an account was touched for the first time ever.
    package func firstTouchAt(of account: RowID, at now: Instant) throws -> Instant? {
        try database.first(
            "SELECT min(occurred_at) FROM activity WHERE account_id = ?1 AND touch = 1 AND occurred_at <= ?2",
            .integer(account), Value(now)
        ) { $0.optionalInstant(0) } ?? nil
    }

    /// Of an activity `v` and its stakeholder `s`, with who else was there, and the names of the others at the account.
    private static let touchColumns = """
        v.kind, v.occurred_at, v.note, s.id, s.name, s.role, v.direction,
        (SELECT json_group_array(json_array(o.id, o.name, o.role))
         FROM attendee t CROSS JOIN stakeholder o ON o.id = t.stakeholder_id WHERE t.activity_id = v.id),
        ifnull((SELECT group_concat(o.name, char(10)) FROM stakeholder o
                WHERE o.account_id = v.account_id AND o.id IS NOT s.id
                  AND o.id NOT IN (SELECT stakeholder_id FROM attendee WHERE activity_id = v.id)), '')
        """

    private static func touch(_ row: Row, _ colleagues: FirstNames) -> Touch {
        var people =
            row.optionalInt64(3).map { id in
                [Stakeholder(id: id, name: row.text(4), role: row.optionalText(5).flatMap(StakeholderRole.init))]
            } ?? []
        people += attendees(row.text(7)).filter { $0.id != people.first?.id }
        if !people.isEmpty {
            let others = FirstNames(of: row.text(8).split(separator: "\n").map(String.init))
            people.markNamesakes(besides: [others, colleagues])
        }
        let kind = ActivityKind(rawValue: row.text(0)) ?? .call
        let wentOut = row.optionalText(6) != Direction.twoWay.rawValue
        return Touch(
            kind: kind, at: row.instant(1), stakeholder: people.first, attendees: Array(people.dropFirst()),
            note: row.optionalText(2), isTwoWay: kind.isTogether || !wentOut, wentOut: wentOut)
    }

    private static func attendees(_ text: String) -> [Stakeholder] {
        guard text != "[]", let rows = try? JSON(parsing: Array(text.utf8)).elements else { return [] }
        return rows.compactMap { row in
            let cells = row.elements
            guard cells.count == 3, let id = cells[0].integer, let name = cells[1].string else { return nil }
            return Stakeholder(id: RowID(id), name: name, role: cells[2].string.flatMap(StakeholderRole.init))
        }
    }
}
