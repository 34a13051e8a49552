import CivilTime
import Coaching
import SQLite

/// Finds the rows that imported rows refer to: people by e-mail, teams by name, the rest by external id within the source.
package final class References {
    private let store: Store
    private let source: Value
    /// The newest account of before.
    private let lastBefore: RowID
    private var people: [String: RowID?] = [:]
    private var teams: [String: RowID?] = [:]
    private let findAccount: Statement
    private let findStakeholder: Statement
    private let findMilestone: Statement
    private let findActivity: Statement
    private let findNamesake: Statement
    /// By their digits.
    private var externalIDs: [String: [String]]?
    /// By their names in small letters; nil of a name that several have.
    private var accountsByName: [String: RowID?]?
    /// The account that was asked for last: a row asks for it more than once.
    private var lastAccount: (externalID: String, id: RowID?)?

    package init(_ store: Store, source: String) throws {
        self.store = store
        self.source = .text(source)
        let database = store.database
        lastBefore = try database.first("SELECT ifnull(max(id), 0) FROM account") { $0.int64(0) } ?? 0
        findAccount = try database.statement("SELECT id FROM account WHERE external_id = ? AND source = ?")
        findStakeholder = try database.statement(
            "SELECT id, account_id FROM stakeholder WHERE external_id = ? AND source = ?")
        findMilestone = try database.statement(
            "SELECT id, account_id FROM milestone WHERE external_id = ? AND source = ?")
        findActivity = try database.statement(
            "SELECT id, account_id FROM activity WHERE external_id = ? AND source = ?")
        findNamesake = try database.statement(
            """
            SELECT id, name, external_id FROM account
            WHERE rep_id = ?1 AND name = ?2 COLLATE NOCASE
              AND NOT EXISTS (SELECT 1 FROM account WHERE external_id = ?3 AND source = ?4)
            ORDER BY external_id IS NOT NULL, status <> 'active', id LIMIT 1
            """)
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
        lastAccount = nil
        externalIDs = nil
        accountsByName = nil
    }

    /// The account of this external id, else the only one of this name.
    package func account(_ externalID: String) throws -> RowID? {
        if let lastAccount, lastAccount.externalID == externalID { return lastAccount.id }
        let id = try first(findAccount, externalID) { $0.int64(0) } ?? account(named: externalID)
        lastAccount = (externalID, id)
        return id
    }

    /// No index serves names, so all are read once a file: only where an id is unknown.
    private func account(named name: String) throws -> RowID? {
        if accountsByName == nil {
            var accounts: [String: RowID?] = [:]
            try store.database.forEach("SELECT name, id FROM account", []) { row in
                let name = row.text(0).lowercased()
                accounts[name] = .some(accounts[name] == nil ? row.int64(1) : nil)
            }
            accountsByName = accounts
        }
        return accountsByName?[name.lowercased()] ?? nil
    }

    /// Accounts of this name, for the hint.
    package func accounts(named name: String) throws -> [Named] { try store.accounts(named: name) }

    /// The name nearest to a wrong one among those with the same digits: with other digits it is another account.
    package func accountNames(like name: String) throws -> [String] {
        try store.accountNames().filter { $0.filter(\.isNumber) == name.filter(\.isNumber) }
    }

    /// A rep's account of the same name as one that is new under its external id; one without an external id first.
    package func namesake(of name: String, _ externalID: String, with rep: RowID) throws -> Named? {
        defer { findNamesake.reset() }
        try findNamesake.bind([.integer(rep), .text(name), .text(externalID), source])
        guard try findNamesake.step() else { return nil }
        let row = findNamesake.row
        return Named(id: row.int64(0), name: row.text(1), owner: rep, externalID: row.optionalText(2))
    }

    /// A stakeholder with the account that it belongs to.
    package func stakeholder(_ externalID: String) throws -> (id: RowID, account: RowID)? {
        try first(findStakeholder, externalID) { ($0.int64(0), $0.int64(1)) }
    }

    /// A milestone with the account that it belongs to.
    package func milestone(_ externalID: String) throws -> (id: RowID, account: RowID)? {
        try first(findMilestone, externalID) { ($0.int64(0), $0.int64(1)) }
    }

    /// An activity with the account that it was done at.
    package func activity(_ externalID: String) throws -> (id: RowID, account: RowID?)? {
        try first(findActivity, externalID) { ($0.int64(0), $0.optionalInt64(1)) }
    }

    private func first<Element>(_ statement: Statement, _ externalID: String, _ decode: (Row) -> Element) throws
        -> Element?
    {
        defer { statement.reset() }
        try statement.bind(.text(externalID), at: 1)
        try statement.bind(source, at: 2)
        return try statement.step() ? decode(statement.row) : nil
    }

    /// Whether a rep has room for this active account; one of the same name without an external id becomes it. The store's trigger says
    /// the same; a first load runs without triggers.
    package func hasRoom(for externalID: String, named name: String, with rep: RowID) throws -> Bool {
        let others = try store.database.first(
            """
            SELECT count(*) FROM account
            WHERE rep_id = ?1 AND status = 'active' AND NOT (external_id IS ?2 AND source IS ?3)
              AND NOT (external_id IS NULL AND name = ?4 COLLATE NOCASE)
            """, .integer(rep), .text(externalID), source, .text(name)
        ) { $0.int(0) }
        return (others ?? 0) < Schema.accountsPerRep
    }

    /// The account of a full list that would best give way; none that came since.
    package func givingWay(of rep: RowID, today: CivilDate) throws -> GivingWay? {
        try store.givingWay(of: rep, today: today, limit: 1, upTo: lastBefore).first
    }

    /// Names near a wrong one, for the hint.
    package func teamNames() throws -> [String] {
        try store.database.query("SELECT name FROM team LIMIT 5000") { $0.text(0) }
    }

    /// Ids with the same digits: one with other digits is another account, however near it looks.
    package func accounts(numberedAs externalID: String) throws -> [String] {
        if externalIDs == nil {
            let all = try store.database.query("SELECT external_id FROM account WHERE source = ? LIMIT 50000", source) {
                $0.text(0)
            }
            externalIDs = Dictionary(grouping: all) { $0.filter(\.isNumber) }
        }
        return externalIDs?[externalID.filter(\.isNumber)] ?? []
    }

    package func emails() throws -> [String] {
        try store.database.query("SELECT email FROM person LIMIT 20000") { $0.text(0) }
    }
}
