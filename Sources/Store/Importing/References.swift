import Coaching
import SQLite

/// Finds the rows that imported rows refer to: people by e-mail, teams by name, the rest by external id within the source.
package final class References {
    private let store: Store
    private let source: Value
    private var people: [String: RowID?] = [:]
    private var teams: [String: RowID?] = [:]

    package init(_ store: Store, source: String) {
        self.store = store
        self.source = .text(source)
    }

    package func person(email: String) throws -> RowID? {
        if let known = people[email] { return known }
        let id = try store.database.first("SELECT id FROM person WHERE email = ?", .text(email)) { $0.int64(0) }
        people[email] = .some(id)
        return id
    }

    package func team(name: String) throws -> RowID? {
        if let known = teams[name] { return known }
        let id = try store.database.first("SELECT id FROM team WHERE name = ?", .text(name)) { $0.int64(0) }
        teams[name] = .some(id)
        return id
    }

    /// Forgets people and teams, since a file has added some.
    package func forget() {
        people.removeAll()
        teams.removeAll()
    }

    package func account(_ externalID: String) throws -> RowID? {
        try store.database.first(
            "SELECT id FROM account WHERE external_id = ? AND source = ?", .text(externalID), source
        ) { $0.int64(0) }
    }

    /// A stakeholder with the account that it belongs to.
    package func stakeholder(_ externalID: String) throws -> (id: RowID, account: RowID)? {
        try store.database.first(
            "SELECT id, account_id FROM stakeholder WHERE external_id = ? AND source = ?", .text(externalID), source
        ) { ($0.int64(0), $0.int64(1)) }
    }

    /// A milestone with the account that it belongs to.
    package func milestone(_ externalID: String) throws -> (id: RowID, account: RowID)? {
        try store.database.first(
            "SELECT id, account_id FROM milestone WHERE external_id = ? AND source = ?", .text(externalID), source
        ) { ($0.int64(0), $0.int64(1)) }
    }

    /// Names near a wrong one, for the hint.
    package func teamNames() throws -> [String] {
        try store.database.query("SELECT name FROM team LIMIT 5000") { $0.text(0) }
    }

    package func emails() throws -> [String] {
        try store.database.query("SELECT email FROM person LIMIT 20000") { $0.text(0) }
    }
}
