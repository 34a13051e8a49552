import CivilTime
import Coaching
import SQLite

/// What people do beside their touches, as a row each. The triggers do the rest.
extension Store {
    // MARK: An account and its project

    package func addStakeholder(_ name: String, role: StakeholderRole, to account: RowID) throws -> RowID {
        try database.run(
            "INSERT INTO stakeholder(account_id, name, role) VALUES (?, ?, ?)", .integer(account), .text(name),
            .text(role.rawValue))
        return database.lastInsertID
    }

    package func addMilestone(_ title: String, due: CivilDate, to account: RowID) throws {
        try database.run(
            "INSERT INTO milestone(account_id, title, due_on) VALUES (?, ?, ?)", .integer(account), .text(title),
            Value(due))
    }

    package func redateMilestone(_ id: RowID, to due: CivilDate) throws {
        try database.run("UPDATE milestone SET due_on = ?2 WHERE id = ?1", .integer(id), Value(due))
    }

    /// An account that rests already from the date stays as it is.
    package func rest(_ account: RowID, from: CivilDate, until: CivilDate, because reason: String) throws {
        try database.run(
            """
            INSERT INTO hold(account_id, from_on, until_on, reason) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (account_id, from_on) DO NOTHING
            """, .integer(account), Value(from), Value(until), .text(reason))
    }

    package func writeOwnMessage(_ text: String, of account: RowID) throws {
        try database.run("UPDATE account SET own_message = ?2 WHERE id = ?1", .integer(account), .text(text))
    }

    // MARK: The 50

    /// A touch of a company that stands on nobody's list.
    package func logOffList(by rep: RowID, kind: ActivityKind, at instant: Instant, note: String) throws {
        try database.run(
            "INSERT INTO activity(person_id, kind, direction, occurred_at, note) VALUES (?, ?, 'out', ?, ?)",
            .integer(rep), .text(kind.rawValue), Value(instant), .text(note))
    }

    package func select(_ name: String, for rep: RowID, rank: Int, on date: CivilDate) throws -> RowID {
        try database.run(
            "INSERT INTO account(name, rep_id, rank, selected_on) VALUES (?, ?, ?, ?)", .text(name), .integer(rep),
            Value(rank), Value(date))
        return database.lastInsertID
    }

    /// Gives an account to another rep, who selects it on the date.
    package func handOver(_ account: RowID, to rep: RowID, on date: CivilDate) throws {
        try database.run(
            "UPDATE account SET rep_id = ?2, selected_on = ?3 WHERE id = ?1", .integer(account), .integer(rep),
            Value(date))
    }

    /// The milestones of an account that are neither done nor skipped, the one due first before the others.
    package func openMilestones(of account: RowID) throws -> [RowID] {
        try database.query(
            """
            SELECT id FROM milestone WHERE account_id = ? AND done_on IS NULL AND skipped_on IS NULL
            ORDER BY ifnull(due_on, '9999'), id
            """, .integer(account)
        ) { $0.int64(0) }
    }

    // MARK: Words

    package func commit(_ rep: RowID, to text: String, on account: RowID, due: CivilDate, at now: Instant) throws {
        try database.run(
            "INSERT INTO commitment(rep_id, account_id, text, due_on, made_at) VALUES (?, ?, ?, ?, ?)",
            .integer(rep), .integer(account), .text(text), Value(due), Value(now))
    }

    /// What a rep said he will do by the date and has not done yet.
    package func openCommitments(of rep: RowID, through date: CivilDate) throws -> [RowID] {
        try database.query(
            """
            SELECT id FROM commitment
            WHERE rep_id = ? AND kept_at IS NULL AND dropped_at IS NULL AND due_on <= ? ORDER BY id
            """, .integer(rep), Value(date)
        ) { $0.int64(0) }
    }

    package func keepCommitment(_ id: RowID, at now: Instant) throws {
        try database.run("UPDATE commitment SET kept_at = ?2 WHERE id = ?1", .integer(id), Value(now))
    }

    package func moveCommitment(_ id: RowID, to date: CivilDate) throws {
        try database.run(
            "UPDATE commitment SET due_on = ?2, moved = moved + 1 WHERE id = ?1", .integer(id), Value(date))
    }

    package func ask(_ rep: RowID, for text: String, on account: RowID, at now: Instant) throws {
        try database.run(
            "INSERT INTO ask(rep_id, account_id, text, asked_at) VALUES (?, ?, ?, ?)", .integer(rep),
            .integer(account), .text(text), Value(now))
    }

    /// The oldest open ask of the colleagues of a person, if there is one.
    package func oldestAsk(ofColleaguesOf person: RowID) throws -> RowID? {
        try database.first(
            """
            SELECT k.id FROM person me JOIN person p ON p.team_id = me.team_id AND p.id <> me.id
            JOIN ask k ON k.rep_id = p.id AND k.answered_at IS NULL
            WHERE me.id = ? ORDER BY k.asked_at, k.id LIMIT 1
            """, .integer(person)
        ) { $0.int64(0) }
    }

    package func answerAsk(_ id: RowID, by person: RowID, _ answer: String, at now: Instant) throws {
        try database.run(
            "UPDATE ask SET answered_at = ?2, answered_by = ?3, answer = ?4 WHERE id = ?1", .integer(id), Value(now),
            .integer(person), .text(answer))
    }

    // MARK: The leader

    /// A talk with a rep; with an account it is support of that account.
    package func coach(
        _ rep: RowID, by leader: RowID, on account: RowID?, note: String, at now: Instant
    ) throws {
        try database.run(
            "INSERT INTO coaching_note(leader_id, rep_id, account_id, kind, at, note) VALUES (?, ?, ?, ?, ?, ?)",
            .integer(leader), .integer(rep), Value(account), .text(account == nil ? "talk" : "support"), Value(now),
            .text(note))
    }

    package func promise(
        _ text: String, by leader: RowID, to rep: RowID, on account: RowID?, due: CivilDate, at now: Instant
    ) throws {
        try database.run(
            "INSERT INTO promise(leader_id, rep_id, account_id, text, due_on, made_at) VALUES (?, ?, ?, ?, ?, ?)",
            .integer(leader), .integer(rep), Value(account), .text(text), Value(due), Value(now))
    }

    /// The oldest promise of a leader that he has not kept yet.
    package func oldestPromise(of leader: RowID) throws -> RowID? {
        try database.first(
            "SELECT min(id) FROM promise WHERE leader_id = ? AND kept_at IS NULL AND dropped_at IS NULL",
            .integer(leader)
        ) { $0.optionalInt64(0) } ?? nil
    }

    package func keepPromise(_ id: RowID, at now: Instant) throws {
        try database.run("UPDATE promise SET kept_at = ?2 WHERE id = ?1", .integer(id), Value(now))
    }

    package func praise(_ rep: RowID, by leader: RowID, for note: String, on date: CivilDate) throws {
        try database.run(
            "INSERT INTO highlight(rep_id, kind, on_date, leader_id, note) VALUES (?, 'praise', ?, ?, ?)",
            .integer(rep), Value(date), .integer(leader), .text(note))
    }

    // MARK: Coming and going

    /// Leave that begins on the same day as another stays as it is.
    package func goAway(_ person: RowID, _ days: ClosedRange<CivilDate>) throws {
        try database.run(
            """
            INSERT INTO away(person_id, from_on, until_on) VALUES (?1, ?2, ?3)
            ON CONFLICT (person_id, from_on) DO NOTHING
            """, .integer(person), Value(days.lowerBound), Value(days.upperBound))
    }

    package func addHoliday(on date: CivilDate) throws {
        try database.run(
            "INSERT INTO holiday(on_date) SELECT ?1 WHERE NOT EXISTS (SELECT 1 FROM holiday WHERE on_date = ?1)",
            Value(date))
    }

    package func leave(_ person: RowID, on date: CivilDate) throws {
        try database.run("UPDATE person SET left_on = ?2 WHERE id = ?1", .integer(person), Value(date))
    }

    /// A new rep in the team of a colleague, with the colleague's times and plan.
    package func join(_ name: String, email: String, like colleague: RowID) throws -> RowID {
        try database.run(
            """
            INSERT INTO person(email, name, role, team_id, time_zone, workdays, hours)
            SELECT ?2, ?3, 'rep', team_id, time_zone, workdays, hours FROM person WHERE id = ?1
            """, .integer(colleague), .text(email), .text(name))
        let id = database.lastInsertID
        try database.run(
            "INSERT INTO plan(rep_id, kind, count) SELECT ?2, kind, count FROM plan WHERE rep_id = ?1",
            .integer(colleague), .integer(id))
        return id
    }
}
