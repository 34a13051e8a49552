import CivilTime
import Coaching
import SQLite

/// One activity to be logged.
package struct LoggedActivity: Hashable, Sendable {
    package var personID: RowID
    /// Nil for a company that is on nobody's list.
    package var accountID: RowID?
    package var kind: ActivityKind
    package var direction: Direction?
    package var at: Instant
    package var stakeholderID: RowID?
    /// Who else of the customer took part.
    package var attendeeIDs: [RowID]
    package var milestoneID: RowID?
    package var note: String?

    package init(
        personID: RowID, accountID: RowID? = nil, kind: ActivityKind, direction: Direction? = nil, at: Instant,
        stakeholderID: RowID? = nil, attendeeIDs: [RowID] = [], milestoneID: RowID? = nil, note: String? = nil
    ) {
        self.personID = personID
        self.accountID = accountID
        self.kind = kind
        self.direction = direction
        self.at = at
        self.stakeholderID = stakeholderID
        self.attendeeIDs = attendeeIDs
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
    /// Whether an account is active.
    package var isActive = true
}

extension Store {
    /// Logs an activity; the triggers do the rest.
    /// - Returns: its row.
    @discardableResult
    package func log(_ activity: LoggedActivity) throws -> RowID {
        try database.run(
            """
            INSERT INTO activity(person_id, account_id, kind, direction, occurred_at, stakeholder_id, milestone_id, note)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            .integer(activity.personID), Value(activity.accountID), .text(activity.kind.rawValue),
            Value(activity.direction?.rawValue), Value(activity.at), Value(activity.stakeholderID),
            Value(activity.milestoneID), Value(activity.note))
        let row = database.lastInsertID
        for attendee in activity.attendeeIDs {
            try database.run(
                "INSERT INTO attendee(activity_id, stakeholder_id) VALUES (?, ?)", .integer(row), .integer(attendee))
        }
        return row
    }

    /// Accounts of this name or external id, without regard to case; active ones before the others. "row 12" is one without either.
    package func accounts(named name: String) throws -> [Named] {
        try namedAccounts("name = ?1 COLLATE NOCASE OR external_id = ?1 OR 'row ' || id = ?1", .text(name))
    }

    /// Accounts whose name begins so, without regard to case; the others only where no active one does.
    package func accounts(beginning name: String) throws -> [Named] {
        guard !name.isEmpty else { return [] }
        let condition = "substr(name, 1, length(?1)) = ?1 COLLATE NOCASE"
        let active = try namedAccounts("status = 'active' AND \(condition)", .text(name))
        return active.isEmpty ? try namedAccounts(condition, .text(name)) : active
    }

    private func namedAccounts(_ condition: String, _ value: Value) throws -> [Named] {
        try database.query(
            """
            SELECT id, name, rep_id, external_id, status = 'active' FROM account WHERE \(condition)
            ORDER BY status <> 'active', id LIMIT 20
            """, value
        ) { row in
            Named(
                id: row.int64(0), name: row.text(1), owner: row.optionalInt64(2), externalID: row.optionalText(3),
                isActive: row.bool(4))
        }
    }

    /// The account of this id.
    package func account(_ id: RowID) throws -> Named? { try namedAccounts("id = ?1", .integer(id)).first }

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
    package func setNextStep(of account: RowID, to step: String?, on date: CivilDate?, owner: String? = nil) throws {
        try database.run(
            "UPDATE account SET next_step = ?2, next_step_on = ?3, next_step_owner = ?4 WHERE id = ?1",
            .integer(account), Value(step), Value(date), Value(owner))
    }

    /// Marks a milestone as done.
    package func finishMilestone(_ id: RowID, on date: CivilDate) throws {
        try database.run("UPDATE milestone SET done_on = ?2 WHERE id = ?1", .integer(id), Value(date))
    }
}
