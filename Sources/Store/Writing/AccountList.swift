import CivilTime
import Coaching
import SQLite

/// A company that joins a rep's 50.
package struct SelectedAccount: Hashable, Sendable {
    package var name: String
    package var repID: RowID
    /// Why this one.
    package var fitNote: String?
    package var industry: String?
    package var selectedOn: CivilDate
    package var isInnerCircle: Bool

    package init(
        name: String, repID: RowID, fitNote: String?, industry: String? = nil, selectedOn: CivilDate,
        isInnerCircle: Bool = false
    ) {
        self.name = name
        self.repID = repID
        self.fitNote = fitNote
        self.industry = industry
        self.selectedOn = selectedOn
        self.isInnerCircle = isInnerCircle
    }
}

extension Store {
    /// Adds an account to a rep's list; those behind its place move down.
    /// - Parameter place: Counted from 1; nil is the end.
    /// - Throws: `DatabaseError` with the words of `Schema.fullList` when the list is full.
    package func add(_ account: SelectedAccount, at place: Int? = nil) throws -> RowID {
        let place = try self.place(place, in: account.repID)
        try database.run(
            """
            INSERT INTO account(rep_id, name, industry, selected_on, fit_note, inner_circle, rank)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            .integer(account.repID), .text(account.name), Value(account.industry), Value(account.selectedOn),
            Value(account.fitNote), Value(account.isInnerCircle), Value(place))
        let id = database.lastInsertID
        try tell("added", of: "account", id, account: id, to: account.name)
        try arrange(account.repID, moving: id, to: place)
        return id
    }

    /// Brings an account that is known already onto a rep's list. What is nil stays as it was.
    package func select(_ id: RowID, as account: SelectedAccount, at place: Int? = nil) throws {
        let place = try self.place(place, in: account.repID)
        try database.run(
            """
            UPDATE account SET status = 'active', status_reason = NULL, rep_id = ?2, rank = ?7, selected_on = ?3,
              fit_note = ifnull(?4, fit_note), industry = ifnull(?5, industry), inner_circle = ?6 WHERE id = ?1
            """,
            .integer(id), .integer(account.repID), Value(account.selectedOn), Value(account.fitNote),
            Value(account.industry), Value(account.isInnerCircle), Value(place))
        try arrange(account.repID, moving: id, to: place)
    }

    private func place(_ wanted: Int?, in rep: RowID) throws -> Int {
        let end = try listSize(of: rep).accounts + 1
        return min(wanted ?? end, end)
    }

    /// Takes an account off its list, where it leaves a gap: `arrange` closes it.
    package func closeAccount(_ id: RowID, as status: AccountStatus, because reason: String) throws {
        try database.run(
            "UPDATE account SET status = ?2, status_reason = ?3, rank = NULL, inner_circle = 0 WHERE id = ?1",
            .integer(id), .text(status.rawValue), .text(reason))
    }

    /// Gives an account to another rep, at the end of his list, or to nobody. It leaves a gap in the old list.
    package func hand(_ id: RowID, to rep: RowID?) throws {
        let place = try rep.map { try self.place(nil, in: $0) }
        try database.run(
            "UPDATE account SET rep_id = ?2, rank = ?3, inner_circle = 0 WHERE id = ?1", .integer(id), Value(rep),
            Value(place))
    }

    /// Moves an account to a place in its list; the others make room.
    /// - Returns: the place that it has now.
    package func move(_ account: RowID, in rep: RowID, to place: Int) throws -> Int? {
        let before = try rank(of: account)
        let after = try arrange(rep, moving: account, to: place)
        if before != after {
            try tell(
                "place", of: "account", account, account: account, from: before.map(String.init),
                to: after.map(String.init))
        }
        return after
    }

    /// Numbers a rep's active accounts 1…n in their order, those without a place at the end.
    /// - Parameters:
    ///   - account: One that goes to another place first.
    ///   - place: Its new place, counted from 1; beyond the last is the last.
    /// - Returns: the place of `account`.
    @discardableResult
    package func arrange(_ rep: RowID, moving account: RowID? = nil, to place: Int = .max) throws -> Int? {
        var list = try database.query(
            """
            SELECT a.id, a.rank FROM account a WHERE a.rep_id = ? AND a.status = 'active' ORDER BY \(ListOrder.sql)
            """, .integer(rep)
        ) { (id: $0.int64(0), rank: $0.optionalInt(1)) }
        if let account, let old = list.firstIndex(where: { $0.id == account }) {
            let moved = list.remove(at: old)
            list.insert(moved, at: min(max(place, 1) - 1, list.count))
        }
        for (offset, row) in list.enumerated() where row.rank != offset + 1 {
            try database.run("UPDATE account SET rank = ?2 WHERE id = ?1", .integer(row.id), Value(offset + 1))
        }
        return account.flatMap { account in list.firstIndex { $0.id == account } }.map { $0 + 1 }
    }

    /// Gives an account the id by which imported rows refer to it.
    /// - Throws: `DatabaseError` when another account of the source has it.
    package func setExternalID(of id: RowID, to externalID: String, from source: String) throws {
        try database.run(
            "UPDATE account SET external_id = ?2, source = ?3 WHERE id = ?1", .integer(id), .text(externalID),
            .text(source))
    }

    package func setInnerCircle(_ id: RowID, _ isInner: Bool) throws {
        try database.run("UPDATE account SET inner_circle = ?2 WHERE id = ?1", .integer(id), Value(isInner))
    }

    package func isInnerCircle(_ id: RowID) throws -> Bool {
        try database.first("SELECT inner_circle FROM account WHERE id = ?", .integer(id)) { $0.bool(0) } ?? false
    }

    /// The place of an account in its list.
    package func rank(of account: RowID) throws -> Int? {
        try database.first("SELECT rank FROM account WHERE id = ?", .integer(account)) { $0.optionalInt(0) } ?? nil
    }

    /// How many active accounts a rep has, and how many of them are in the inner circle.
    package func listSize(of rep: RowID) throws -> (accounts: Int, inner: Int) {
        try database.first(
            """
            SELECT count(*), ifnull(sum(inner_circle), 0) FROM account WHERE rep_id = ? AND status = 'active'
            """, .integer(rep)
        ) { ($0.int(0), $0.int(1)) } ?? (0, 0)
    }
}
