import CSQLite

extension Database {
    /// Runs `body` in a write transaction (`BEGIN IMMEDIATE`): all of it is kept, or, when it throws, nothing.
    package func transaction<Result>(_ body: () throws -> Result) throws -> Result {
        try within("BEGIN IMMEDIATE") {
            try whenLocked?()
            return try body()
        }
    }

    /// Runs `body` within the transaction that is open: all of it is kept with the rest, or, when it throws, nothing of it.
    package func nested<Result>(_ body: () throws -> Result) throws -> Result {
        try run("SAVEPOINT nested")
        do {
            let result = try body()
            try run("RELEASE nested")
            return result
        } catch {
            if isInTransaction { for end in ["ROLLBACK TO nested", "RELEASE nested"] { try? run(end) } }
            throw error
        }
    }

    /// Runs `body` on one consistent snapshot.
    package func reading<Result>(_ body: () throws -> Result) throws -> Result {
        try within("BEGIN", body)
    }

    /// Whether a transaction is open on this connection.
    package var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    private func within<Result>(_ begin: String, _ body: () throws -> Result) throws -> Result {
        try run(begin)
        do {
            let result = try body()
            try run("COMMIT")
            return result
        } catch {
            // SQLite may have rolled back by itself, on a full disk for one; the first error is the one to tell.
            if isInTransaction { try? run("ROLLBACK") }
            throw error
        }
    }
}
