import SQLite

extension Store {
    /// Room for the pages of a large transaction; without it they go to disk and come back again and again.
    package func prepareForImport() throws {
        keepFreedMemory()
        try database.execute("PRAGMA cache_size = -65536; PRAGMA temp_store = FILE")
        // What a first load refers to it has just found or added itself. Outside of a transaction, as SQLite demands.
        if try isUnused() { try database.execute("PRAGMA foreign_keys = OFF") }
    }

    /// Whether there is neither an account nor an activity yet, so that a load is the first.
    package func isUnused() throws -> Bool {
        try database.first("SELECT 1 FROM account UNION ALL SELECT 1 FROM activity LIMIT 1") { _ in true } == nil
    }

    /// Prepares the first load: no triggers, and of the activities' indexes only the key's. In the transaction of the load.
    package func beginFirstLoad() throws {
        database.enableTriggers(false)
        for name in Self.secondaryIndexes.keys { try database.execute("DROP INDEX \(name)") }
    }

    /// Builds the indexes sorted, derives by set what the triggers would have kept, and marks everybody for another look.
    package func endFirstLoad() throws {
        for sql in Self.secondaryIndexes.values.sorted() { try database.execute(sql) }
        try database.execute(Schema.deriveAccounts(where: "1"))
        try database.execute(Schema.deriveStakeholders(where: "1"))
        try database.execute(Schema.deriveMilestones(where: "1"))
        try database.execute(
            """
            INSERT INTO changed_person(person_id) SELECT id FROM person
              WHERE id NOT IN (SELECT person_id FROM changed_person)
            """)
        database.enableTriggers(true)
    }

    /// Lets triggers run again after a first load that was given up.
    package func abandonFirstLoad() { database.enableTriggers(true) }

    /// The store as it was before `prepareForImport`. Outside of a transaction.
    package func finishImport() throws { try database.execute("PRAGMA foreign_keys = ON") }

    /// By name; without the key's own index.
    private static let secondaryIndexes = Dictionary(
        uniqueKeysWithValues: Schema.activityIndexes.dropFirst().map { sql in
            (String(sql.split(separator: " ")[2]), sql)
        })
}
