import SQLite

/// Brings a file to the current schema version, each step in one transaction.
enum Migrations {
    /// - Parameter mayWrite: Whether what is gone of coachd's own triggers, views and indexes may be put back.
    /// - Returns: the names of what was put back.
    static func bringUpToDate(
        _ database: Database, path: String, mayCreate: Bool, mayWrite: Bool
    ) throws -> [String] {
        let applicationID = try database.first("PRAGMA application_id") { $0.int(0) } ?? 0
        let version = try database.first("PRAGMA user_version") { $0.int(0) } ?? 0
        let objects = try database.first("SELECT count(*) FROM sqlite_schema") { $0.int(0) } ?? 0
        switch (applicationID, version) {
        case (Schema.applicationID, Schema.version):
            try checkSchema(database, path: path)
            return try SchemaRepair(database: database, path: path).run(mayWrite: mayWrite)
        case (Schema.applicationID, 1..<Schema.version): throw OutOfDate(version: version)
        case (Schema.applicationID, (Schema.version + 1)...):
            throw StoreError.newerVersion(path: path, found: version)
        case (0, 0) where objects == 0 && mayCreate: try create(database)
        default: throw StoreError.foreignFile(path: path)
        }
        return []
    }

    /// The file is a store of an earlier version.
    struct OutOfDate: Error {
        let version: Int
    }

    /// Brings a store of an earlier version up to date, in one transaction after a copy was made beside it.
    /// - Throws: `StoreError.cannotUpgrade` when the copy or the file itself cannot be written.
    static func upgrade(_ path: String, from version: Int) throws {
        do {
            let database = try Database(path: path, mode: .readWrite)
            database.setBusyTimeout(milliseconds: 10_000)
            try database.transaction {
                // Another process may have done it between our look and the lock.
                guard try database.first("PRAGMA user_version", decode: { $0.int(0) }) == version else { return }
                try keepCopy(of: path, "\(path).version-\(version)")
                let made = try database.query("SELECT type, name FROM sqlite_schema WHERE type IN ('trigger', 'view')")
                {
                    "DROP \($0.text(0)) \"\($0.text(1))\""
                }
                for statement in made { try database.execute(statement) }
                for step in version..<Schema.version { try database.execute(Schema.upgrades[step] ?? "") }
                for statement in Schema.triggers + Schema.views { try database.execute(statement) }
                try database.execute("PRAGMA user_version = \(Schema.version)")
            }
        } catch let error as DatabaseError where !error.isBusy {
            throw StoreError.cannotUpgrade(path: path, found: version, reason: error.message)
        }
    }

    /// Copies the store as it was last committed, unless an earlier try has done so. On a connection of its own: SQLite copies nothing from
    /// one that is about to write.
    private static func keepCopy(of path: String, _ copy: String) throws {
        guard !StoreFile.exists(copy) else { return }
        let before = try Database(path: path, mode: .readOnly)
        before.setBusyTimeout(milliseconds: 10_000)
        try before.backUp(to: copy)
    }

    private static func create(_ database: Database) throws {
        try database.transaction {
            // Another process may have made it between our look and the lock.
            guard try database.first("PRAGMA user_version", decode: { $0.int(0) }) == 0 else { return }
            try database.execute(Schema.script)
            try database.execute("PRAGMA application_id = \(Schema.applicationID)")
            try database.execute("PRAGMA user_version = \(Schema.version)")
        }
    }

    /// Triggers and views run with the rights of whoever opens the file, so only ours may be there, word for word.
    static func checkSchema(_ database: Database, path: String) throws {
        let found = try database.query(
            "SELECT name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view') ORDER BY name"
        ) { ($0.text(0), $0.text(1)) }
        for (name, sql) in found where expected[name] != sql { throw StoreError.altered(path: path, name: name) }
    }

    /// By name the triggers and views of the current version, which SQLite keeps word for word.
    private static let expected = Dictionary(
        uniqueKeysWithValues: (Schema.triggers + Schema.views).compactMap { sql in
            Declaration(sql).map { ($0.name, sql) }
        })
}
