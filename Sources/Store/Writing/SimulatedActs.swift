import CivilTime
import Coaching
import SQLite

/// What only simulated people do or look up; all else they do by the acts of the commands.
extension Store {
    /// The milestones of an account that are neither done nor skipped, the one due first before the others.
    package func openMilestones(of account: RowID) throws -> [RowID] {
        try database.query(
            """
            SELECT id FROM milestone WHERE account_id = ? AND done_on IS NULL AND skipped_on IS NULL
            ORDER BY ifnull(due_on, '9999'), id
            """, .integer(account)
        ) { $0.int64(0) }
    }

    /// The oldest open ask of the colleagues of a person, if there is one.
    package func oldestAsk(ofColleaguesOf person: RowID) throws -> Said? {
        try database.first(
            """
            SELECT k.id FROM person me JOIN person p ON p.team_id = me.team_id AND p.id <> me.id
            JOIN ask k ON k.rep_id = p.id AND k.answered_at IS NULL
            WHERE me.id = ? ORDER BY k.asked_at, k.id LIMIT 1
            """, .integer(person)
        ) { $0.int64(0) }.flatMap { try said(.ask, $0) }
    }

    /// Takes an account onto a list with this rank, whatever ranks the others have; `add` would number them anew.
    package func select(_ name: String, for rep: RowID, rank: Int, on date: CivilDate) throws -> RowID {
        try database.run(
            "INSERT INTO account(name, rep_id, rank, selected_on) VALUES (?, ?, ?, ?)", .text(name), .integer(rep),
            Value(rank), Value(date))
        return database.lastInsertID
    }

    /// Lays an account to rest, also one that rests already: `hold` would lengthen that rest.
    package func rest(_ account: RowID, from: CivilDate, until: CivilDate, because reason: String) throws {
        try database.run(
            """
            INSERT INTO hold(account_id, from_on, until_on, reason) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (account_id, from_on) DO NOTHING
            """, .integer(account), Value(from), Value(until), .text(reason))
    }

    /// Gives an account to another rep in the place that it has, selected anew on the date.
    package func handOver(_ account: RowID, to rep: RowID, on date: CivilDate) throws {
        try database.run(
            "UPDATE account SET rep_id = ?2, selected_on = ?3 WHERE id = ?1", .integer(account), .integer(rep),
            Value(date))
    }

    package func addHoliday(on date: CivilDate) throws {
        try database.run(
            "INSERT INTO holiday(on_date) SELECT ?1 WHERE NOT EXISTS (SELECT 1 FROM holiday WHERE on_date = ?1)",
            Value(date))
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
