import Coaching
import SQLite

/// What became of an imported row.
package enum RowChange: Hashable, Sendable {
    case added, changed, unchanged
    /// This writer has written another row of the same key before, so this one is not written.
    case repeated
}

/// A column of an imported table.
package struct WrittenColumn: Hashable, Sendable {
    package var name: String
    /// What an empty field means for a new row, as SQL; an existing row then keeps its value. Nil: an empty field is NULL.
    package var ifEmpty: String?

    package init(_ name: String, ifEmpty: String? = nil) {
        self.name = name
        self.ifEmpty = ifEmpty
    }
}

/// Adds rows by their key or brings them up to date. It looks before it writes, so that the same row twice changes nothing and runs no
/// trigger; nor does it undo what people changed since a cell said the same before.
package final class RowWriter {
    private let find: Statement
    private let insert: Statement
    private let update: Statement
    private let name: Statement
    private let database: Database
    private let cells: ImportedCells?
    private let keyCount: Int
    private let written: RowSet

    /// - Parameters:
    ///   - key: Columns that name the row; NULL is a value of its own.
    ///   - columns: The others that the file has.
    ///   - isChangedByPeople: Other than a record of what happened, a row is changed by hand too.
    ///   - written: The rows that were written of the same file, perhaps with other columns.
    package init(
        _ store: Store, table: String, key: [String], columns: [WrittenColumn], isChangedByPeople: Bool = true,
        written: RowSet = RowSet()
    ) throws {
        self.written = written
        database = store.database
        let count = key.count
        // Keys that are never NULL are compared with "=", which an index serves.
        let sameKey = key.enumerated().map { offset, name in
            name.hasPrefix("?") ? "\(name.dropFirst()) IS ?\(offset + 1)" : "\(name) = ?\(offset + 1)"
        }.joined(separator: " AND ")
        let keyNames = key.map { $0.hasPrefix("?") ? String($0.dropFirst()) : $0 }
        func value(_ offset: Int, _ column: WrittenColumn, otherwise: String?) -> String {
            let parameter = "?\(count + offset + 1)"
            return column.ifEmpty == nil ? parameter : "ifnull(\(parameter), \(otherwise ?? column.ifEmpty ?? "NULL"))"
        }
        let same = columns.enumerated().map { "\($1.name) IS \(value($0, $1, otherwise: $1.name))" }
        let condition = same.isEmpty ? "1" : same.joined(separator: " AND ")
        cells = isChangedByPeople ? try ImportedCells(table, columns: columns.map(\.name), in: database) : nil
        keyCount = count
        let kept = isChangedByPeople ? ImportedCells.column(of: table) : "NULL"
        find = try database.statement("SELECT id, \(condition), \(kept) FROM \(table) WHERE \(sameKey)")
        self.name = try database.statement(
            "UPDATE \(table) SET \(keyNames.enumerated().map { "\($1) = ?\($0 + 1)" }.joined(separator: ", ")) "
                + "WHERE id = ?\(count + 1)")
        let names = (keyNames + columns.map(\.name)).joined(separator: ", ")
        let keyValues = key.indices.map { "?\($0 + 1)" }
        let values = keyValues + columns.enumerated().map { value($0, $1, otherwise: nil) }
        insert = try database.statement("INSERT INTO \(table)(\(names)) VALUES (\(values.joined(separator: ", ")))")
        let changes = "?\(count + columns.count + 2)"
        let settings = columns.enumerated().map { place, column in
            "\(column.name) = iif(\(changes) & \(1 << place), \(value(place, column, otherwise: column.name)), \(column.name))"
        }
        update = try database.statement(
            settings.isEmpty
                ? "SELECT 1 WHERE 0"
                : "UPDATE \(table) SET \(settings.joined(separator: ", ")) WHERE id = ?\(count + columns.count + 1)")
        width = count + columns.count
        isFirstOfTable = try database.first("SELECT 1 FROM \(table) LIMIT 1") { _ in true } == nil
    }

    private let width: Int
    /// The table was empty when the writing began.
    private let isFirstOfTable: Bool

    /// Writes one row.
    /// - Parameter values: The key's, then the columns'.
    /// - Throws: `DatabaseError` when the store refuses the row; nothing of it is written then.
    package func write(_ values: [Value]) throws -> RowChange {
        let said = cells?.said(values[keyCount...]) ?? []
        if isFirstOfTable, try insertsNewRow(values) {
            try cells?.keep(said, besides: [], of: database.lastInsertID)
            return .added
        }
        try find.bind(values)
        guard try find.step() else {
            try insert.run(values)
            let id = database.lastInsertID
            written.insert(id)
            try cells?.keep(said, besides: [], of: id)
            return .added
        }
        let (id, isSame) = (find.row.int64(0), find.row.bool(1))
        let kept = ImportedCells.Cell.all(in: find.row.blob(2))
        let changes = find.row.isNull(2) ? -1 : ImportedCells.changes(said, since: kept)
        find.reset()
        let isNews = !isSame && changes != 0
        if isNews {
            // The second of two rows would undo the first, at each import anew.
            if written.contains(id) { return .repeated }
            try update.bind(values)
            try update.bind(.integer(id), at: Int32(width + 1))
            try update.bind(.integer(changes), at: Int32(width + 2))
            while try update.step() {}
        }
        written.insert(id)
        try cells?.keep(said, besides: kept, of: id)
        return isNews ? .changed : .unchanged
    }

    /// Gives a row that is there the key of one that is imported, so that it becomes that one. Empty cells tell nothing new of it.
    package func adopt(_ id: RowID, as values: [Value]) throws {
        try name.run(values.prefix(keyCount) + [.integer(id)])
        try cells?.keep(cells?.said(values[keyCount...].map { _ in .null }) ?? [], besides: [], of: id)
    }

    /// Into a table that was empty nearly every row is new: looking first would cost a search for nothing.
    /// - Returns: false when the key is taken.
    private func insertsNewRow(_ values: [Value]) throws -> Bool {
        do {
            try insert.run(values)
            written.insert(database.lastInsertID)
            return true
        } catch let error as DatabaseError where error.isTakenKey {
            return false
        }
    }
}
