import CivilTime
import Coaching
import SQLite

/// One time that something was said, or was to be.
package struct Saying: Hashable, Sendable {
    package var messageID: RowID
    package var message: Message.Kind
    package var date: CivilDate
    package var composedAt: Instant
    /// Whom it was for: a person's name, or the team's room.
    package var recipient: String
    /// Said to the rep himself, which is what the ladder counts.
    package var isToRep: Bool
    package var finding: String?
    package var state: String?
    /// The item was left out, or the message never arrived.
    package var isVoided: Bool
    package var deliveries: [Delivery] = []

    package struct Delivery: Hashable, Sendable {
        package var channel: String
        package var state: String
        package var endedAt: Instant?
        package var nextAttemptAt: Instant
        package var attempts: Int
        package var reason: String?
    }
}

/// A slot of a day as it was run.
package struct SlotRow: Hashable, Sendable {
    package var kind: Message.Kind
    package var outcome: String
    package var at: Instant
}

// What `coachd why` reads: rows with their ids, as a person looks them up.
extension Store {
    /// The activity that is an account's last touch at or before the instant.
    package func lastTouchRow(
        of account: RowID, at now: Instant
    ) throws -> (id: RowID, externalID: String?, by: String)? {
        try database.first(
            """
            SELECT v.id, v.external_id, p.name FROM activity v JOIN person p ON p.id = v.person_id
            WHERE v.account_id = ?1 AND v.touch = 1 AND v.occurred_at <= ?2
            ORDER BY v.occurred_at DESC, v.id DESC LIMIT 1
            """, .integer(account), Value(now)
        ) { ($0.int64(0), $0.optionalText(1), $0.text(2)) }
    }

    /// The ids of an account's holds by their first date.
    package func holdIDs(of account: RowID) throws -> [CivilDate: RowID] {
        var ids: [CivilDate: RowID] = [:]
        try database.forEach("SELECT from_on, id FROM hold WHERE account_id = ?", [.integer(account)]) { row in
            ids[row.date(0)] = row.int64(1)
        }
        return ids
    }

    /// What the days off of a person are called, where they have a name.
    package func holidayNames(for person: RowID, team: RowID?) throws -> [CivilDate: String] {
        var names: [CivilDate: String] = [:]
        try database.forEach(
            """
            SELECT on_date, name FROM holiday
            WHERE name IS NOT NULL
              AND CASE WHEN person_id IS NOT NULL THEN person_id = ?1 ELSE team_id IS NULL OR team_id = ?2 END
            """, [.integer(person), Value(team)]
        ) { names[$0.date(0)] = $0.text(1) }
        return names
    }

    /// The status of an account, and the reason for it.
    package func status(of account: RowID) throws -> (status: AccountStatus, reason: String?)? {
        try database.first("SELECT status, status_reason FROM account WHERE id = ?", .integer(account)) { row in
            (AccountStatus(rawValue: row.text(0)) ?? .active, row.optionalText(1))
        }
    }

    /// The slots of a person's date that were run.
    package func slots(of person: RowID, on date: CivilDate) throws -> [SlotRow] {
        try database.query(
            "SELECT kind, outcome, done_at FROM slot WHERE person_id = ?1 AND on_date = ?2 ORDER BY due_at, id",
            .integer(person), Value(date)
        ) { row in
            Message.Kind(rawValue: row.text(0)).map { SlotRow(kind: $0, outcome: row.text(1), at: row.instant(2)) }
        }.compactMap { $0 }
    }

    /// What was said about an account up to the instant, the last first.
    package func sayings(aboutAccount account: RowID, at now: Instant, limit: Int) throws -> [Saying] {
        try sayings("i.account_id = ?1 AND m.composed_at <= ?2", [.integer(account), Value(now), Value(limit)])
    }

    /// What was said about one finding up to the instant, the last first.
    package func sayings(aboutFinding finding: RowID, at now: Instant, limit: Int) throws -> [Saying] {
        try sayings("i.finding_id = ?1 AND m.composed_at <= ?2", [.integer(finding), Value(now), Value(limit)])
    }

    private func sayings(_ condition: String, _ values: [Value]) throws -> [Saying] {
        var items: [Saying] = []
        try database.forEach(
            """
            SELECT m.id, m.kind, m.on_date, m.composed_at, ifnull(p.name, ifnull(t.name, '')), i.to_rep, i.kind, i.state,
                   i.voided
            FROM message_item i JOIN message m ON m.id = i.message_id
            LEFT JOIN person p ON p.id = m.person_id LEFT JOIN team t ON t.id = m.team_id
            WHERE \(condition) ORDER BY m.composed_at DESC, m.id DESC, i.position LIMIT ?3
            """, values
        ) { row in
            guard let kind = Message.Kind(rawValue: row.text(1)) else { return }
            items.append(
                Saying(
                    messageID: row.int64(0), message: kind, date: row.date(2), composedAt: row.instant(3),
                    recipient: row.text(4), isToRep: row.bool(5), finding: row.text(6), state: row.text(7),
                    isVoided: row.bool(8)))
        }
        return try items.map(withDeliveries)
    }

    /// What was said to a person up to the instant, the last first.
    package func sayings(toPerson person: RowID, at now: Instant, limit: Int) throws -> [Saying] {
        let messages = try database.query(
            """
            SELECT m.id, m.kind, m.on_date, m.composed_at, p.name
            FROM message m JOIN person p ON p.id = m.person_id
            WHERE m.person_id = ?1 AND m.composed_at <= ?2 ORDER BY m.composed_at DESC, m.id DESC LIMIT ?3
            """, .integer(person), Value(now), Value(limit)
        ) { row in
            Message.Kind(rawValue: row.text(1)).map { kind in
                Saying(
                    messageID: row.int64(0), message: kind, date: row.date(2), composedAt: row.instant(3),
                    recipient: row.text(4), isToRep: kind.isNudge, isVoided: false)
            }
        }.compactMap { $0 }
        return try messages.map(withDeliveries)
    }

    private func withDeliveries(_ saying: Saying) throws -> Saying {
        var saying = saying
        saying.deliveries = try database.query(
            """
            SELECT channel, state, ended_at, next_attempt_at, attempts, reason FROM outbox WHERE message_id = ? ORDER BY id
            """, .integer(saying.messageID)
        ) { row in
            Saying.Delivery(
                channel: row.text(0), state: row.text(1), endedAt: row.optionalInstant(2),
                nextAttemptAt: row.instant(3),
                attempts: row.int(4), reason: row.optionalText(5))
        }
        return saying
    }
}
