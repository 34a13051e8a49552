import CivilTime
import Coaching
import SQLite

/// One activity to be logged.
package struct LoggedActivity: Hashable, Sendable {
    package var personID: RowID
    package var accountID: RowID
    package var kind: ActivityKind
    package var direction: Direction?
    package var at: Instant
    package var stakeholderID: RowID?
    package var milestoneID: RowID?
    package var note: String?

    package init(
        personID: RowID, accountID: RowID, kind: ActivityKind, direction: Direction? = nil, at: Instant,
        stakeholderID: RowID? = nil, milestoneID: RowID? = nil, note: String? = nil
    ) {
        self.personID = personID
        self.accountID = accountID
        self.kind = kind
        self.direction = direction
        self.at = at
        self.stakeholderID = stakeholderID
        self.milestoneID = milestoneID
        self.note = note
    }
}

/// A row found by its name.
package struct Named: Hashable, Sendable {
    package var id: RowID
    package var name: String
    /// The rep of an account.
    package var owner: RowID?
    package var externalID: String?
}

extension Store {
    /// Logs an activity; the triggers do the rest.
    package func log(_ activity: LoggedActivity) throws {
        try database.run(
            """
            INSERT INTO activity(person_id, account_id, kind, direction, occurred_at, stakeholder_id, milestone_id, note)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            .integer(activity.personID), .integer(activity.accountID), .text(activity.kind.rawValue),
            Value(activity.direction?.rawValue), Value(activity.at), Value(activity.stakeholderID),
            Value(activity.milestoneID), Value(activity.note))
    }

    /// Accounts of this name or external id, without regard to case; active ones before the others.
    package func accounts(named name: String) throws -> [Named] {
        try database.query(
            """
            SELECT id, name, rep_id, external_id FROM account
            WHERE name = ?1 COLLATE NOCASE OR external_id = ?1 ORDER BY status <> 'active', id LIMIT 20
            """, .text(name)
        ) { Named(id: $0.int64(0), name: $0.text(1), owner: $0.optionalInt64(2), externalID: $0.optionalText(3)) }
    }

    /// Names of active accounts, for a hint.
    package func accountNames() throws -> [String] {
        try database.query("SELECT name FROM account WHERE status = 'active' LIMIT 100000") { $0.text(0) }
    }

    package func stakeholders(of account: RowID) throws -> [Named] {
        try database.query("SELECT id, name FROM stakeholder WHERE account_id = ? ORDER BY id", .integer(account)) {
            Named(id: $0.int64(0), name: $0.text(1))
        }
    }

    package func milestones(of account: RowID) throws -> [Named] {
        try database.query("SELECT id, title FROM milestone WHERE account_id = ? ORDER BY id", .integer(account)) {
            Named(id: $0.int64(0), name: $0.text(1))
        }
    }

    /// Sets the next step of an account.
    package func setNextStep(of account: RowID, to step: String?, on date: CivilDate?) throws {
        try database.run(
            "UPDATE account SET next_step = ?2, next_step_on = ?3 WHERE id = ?1", .integer(account), Value(step),
            Value(date))
    }

    /// Marks a milestone as done.
    package func finishMilestone(_ id: RowID, on date: CivilDate) throws {
        try database.run("UPDATE milestone SET done_on = ?2 WHERE id = ?1", .integer(id), Value(date))
    }
}
