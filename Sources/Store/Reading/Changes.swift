import Coaching
import SQLite

/// What writers marked for another look.
package struct Changes: Hashable, Sendable {
    /// People whose time, plan or team changed.
    package var people: [RowID]
    /// People whose activity changed.
    package var days: [RowID]
    package var accounts: [RowID]

    package var isEmpty: Bool { people.isEmpty && days.isEmpty && accounts.isEmpty }
}

extension Store {
    package func isAnythingMarked() throws -> Bool {
        try database.first(
            """
            SELECT EXISTS (SELECT 1 FROM changed_account) OR EXISTS (SELECT 1 FROM changed_day)
              OR EXISTS (SELECT 1 FROM changed_person)
            """
        ) { $0.bool(0) } ?? false
    }

    /// All people that are marked, and up to so many days and accounts; those of a rep stand together, as they are looked at together.
    package func changes(accounts: Int = .max, days: Int = .max) throws -> Changes {
        Changes(
            people: try database.query("SELECT person_id FROM changed_person") { $0.int64(0) },
            days: try database.query("SELECT person_id FROM changed_day LIMIT ?", Value(days)) { $0.int64(0) },
            accounts: try database.query(
                """
                SELECT c.account_id FROM changed_account c LEFT JOIN account a ON a.id = c.account_id
                ORDER BY a.rep_id, c.account_id LIMIT ?
                """, Value(accounts)
            ) { $0.int64(0) })
    }

    /// Forgets the marks that `changes` returned. In the transaction that looks again, so that none is lost.
    package func clear(_ changes: Changes) throws {
        for id in changes.people { try database.run("DELETE FROM changed_person WHERE person_id = ?", .integer(id)) }
        for id in changes.days { try database.run("DELETE FROM changed_day WHERE person_id = ?", .integer(id)) }
        for id in changes.accounts {
            try database.run("DELETE FROM changed_account WHERE account_id = ?", .integer(id))
        }
    }
}
