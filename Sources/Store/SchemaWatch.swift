import SQLite

/// What others do to the schema while the store is open: their triggers would run with coachd's rights, in its own transactions.
extension Store {
    /// Looks at the schema again where somebody changed it since it was looked at last, and puts back what can be.
    /// - Throws: `StoreError.altered` or `.incomplete`, and again at each call until the schema is coachd's own; every write transaction
    ///   throws it as well.
    package func confirmSchema() throws {
        // Under the lock of a writer, so that what is gone can be put back.
        if try database.schemaVersion() != confirmedSchema { try database.transaction {} }
    }

    /// To be called in a write transaction: who waited for another writer may have waited for one that changed the schema.
    func lookAtSchema() throws {
        let version = try database.schemaVersion()
        guard version != confirmedSchema else { return }
        try Migrations.checkSchema(database, path: path)
        let missing = try SchemaRepair(database: database, path: path).putBack()
        restored += missing
        // What was put back may be rolled back with the rest, and its number be taken by another schema.
        if missing.isEmpty { confirmedSchema = version }
    }
}
