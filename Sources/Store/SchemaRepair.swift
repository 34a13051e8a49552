import SQLite

/// Tells what of coachd's own schema is gone from a file, and puts back what can be: its exact words are known.
struct SchemaRepair {
    let database: Database
    let path: String

    /// Puts back the triggers, views and indexes that are gone, in one transaction.
    /// - Parameter mayWrite: A reader does without them.
    /// - Returns: their names.
    /// - Throws: `StoreError.incomplete` when a table is gone, or when rows that came meanwhile do not bear what is put back.
    func run(mayWrite: Bool) throws -> [String] {
        let missing = try missing
        try Self.checkTables(missing, path)
        guard mayWrite, !missing.isEmpty else { return [] }
        // Another process may have done it between our look and the lock.
        _ = try database.transaction { try putBack() }
        return missing.map(\.name)
    }

    /// The same within the write transaction that is open.
    func putBack() throws -> [String] {
        let missing = try missing
        try Self.checkTables(missing, path)
        guard !missing.isEmpty else { return [] }
        let model = try Database(path: ":memory:")
        try model.execute(Schema.script)
        for name in missing.map(\.name) {
            guard
                let sql = try model.first(
                    "SELECT sql FROM sqlite_schema WHERE name = ?", .text(name), decode: { $0.text(0) })
            else { continue }
            do {
                try database.execute(sql)
            } catch let error as DatabaseError where error.isConstraint {
                throw StoreError.incomplete(path: path, what: name, reason: error.message)
            }
        }
        return missing.map(\.name)
    }

    private static func checkTables(_ missing: [Declaration], _ path: String) throws {
        if let table = missing.first(where: { $0.kind == .table }) {
            throw StoreError.incomplete(path: path, what: "the table \(table.name)", reason: nil)
        }
    }

    private var missing: [Declaration] {
        get throws {
            let found = Set(try database.query("SELECT name FROM sqlite_schema") { $0.text(0) })
            return Schema.declarations.filter { !found.contains($0.name) }.sorted { $0.name < $1.name }
        }
    }
}

extension Store {
    /// What was put back since the last call, in words.
    package func takeRepairs() -> [String] {
        defer { restored = [] }
        return restored.map {
            "\(path): \($0) of coachd was gone and is put back; what was written meanwhile stays as its writer left it"
        }
    }
}
