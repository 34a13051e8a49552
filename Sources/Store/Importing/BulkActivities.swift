import SQLite

extension Store {
    package func hasActivities() throws -> Bool {
        try database.first("SELECT 1 FROM activity LIMIT 1") { _ in true } ?? false
    }

    /// Prepares the first load of activities: no triggers, and only the index of the key. In the transaction of the load.
    package func beginBulkActivities() throws {
        database.enableTriggers(false)
        for name in Self.secondaryIndexes.keys { try database.execute("DROP INDEX \(name)") }
    }

    /// Builds the indexes sorted, derives by set what the triggers would have kept, and marks everybody for another look.
    package func endBulkActivities() throws {
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

    /// By name; without the key's own index.
    private static let secondaryIndexes = Dictionary(
        uniqueKeysWithValues: Schema.activityIndexes.dropFirst().map { sql in
            (String(sql.split(separator: " ")[2]), sql)
        })
}
