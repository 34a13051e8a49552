import CivilTime
import Coaching
import SQLite

/// The one SQLite file that holds people, accounts, activity, and what coachd decides. All SQL of the product stands in this room.
/// Not Sendable: whoever opens it keeps it on one thread or actor.
package final class Store {
    package let path: String
    package let database: Database
    /// What was gone of coachd's own schema and was put back, since that was told last.
    var restored: [String]
    /// The file's schema version when all of its schema was coachd's own.
    var confirmedSchema: Int?

    /// A write-ahead log that grew beyond it, behind a reader that read for long, shrinks to it again.
    private static let usualLogBytes = 16 << 20

    package enum Access {
        /// Makes the file when there is none.
        case create
        case write
        case read
    }

    /// Opens a store, and brings its schema up to date unless it is only read or another process serves it.
    /// - Throws: `StoreError` when the file is missing, foreign, of another version, damaged or altered; `DatabaseError` for the rest.
    package init(path: String, access: Access) throws {
        self.path = path
        if path != ":memory:" {
            guard access == .create || StoreFile.exists(path) else { throw StoreError.missing(path: path) }
            if let kind = StoreFile.networkFileSystem(of: path) {
                throw StoreError.networkFileSystem(path: path, kind: kind)
            }
            if access == .create { StoreFile.createPrivately(path) }
        }
        do {
            do {
                (database, restored) = try Self.connect(path, access)
            } catch let old as Migrations.OutOfDate {
                if let holder = InstanceLock.otherHolder(storePath: StoreFile.resolved(path)) {
                    throw StoreError.servedByOlder(path: path, pid: holder.pid)
                }
                guard access != .read else { throw StoreError.olderVersion(path: path, found: old.version) }
                try Migrations.upgrade(path, from: old.version)
                (database, restored) = try Self.connect(path, access)
            }
        } catch let error as DatabaseError where error.isCorruption || error.isDiskTrouble {
            throw StoreError(error, path: path)
                ?? StoreError.cannotOpen(
                    path: path, reason: error.isDenied ? StoreFile.reason(error.message, path) : error.message)
        }
        if access != .read { database.whenLocked = { [weak self] in try self?.lookAtSchema() } }
    }

    private static func connect(_ path: String, _ access: Access) throws -> (Database, restored: [String]) {
        let mode: Database.Mode = access == .read ? .readOnly : path == ":memory:" ? .create : .readWrite
        let database = try Database(path: path, mode: mode)
        guard access == .read || !database.isReadOnly else {
            throw StoreError.cannotOpen(path: path, reason: StoreFile.reason("it can only be read", path))
        }
        database.setBusyTimeout(milliseconds: 10_000)
        try database.execute("PRAGMA trusted_schema = OFF")
        database.enableDefensiveMode()
        try database.execute("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -3000")
        let restored = try Migrations.bringUpToDate(
            database, path: path, mayCreate: access == .create, mayWrite: access != .read)
        // Not before it is known to be ours: the journal mode is written into the file.
        if access != .read {
            try database.execute(
                """
                PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = \(Self.usualLogBytes)
                """)
        }
        return (database, restored)
    }

    /// A store on a connection that is ready.
    init(path: String, database: Database) {
        self.path = path
        self.database = database
        restored = []
    }

    /// A store of its own in memory.
    package static func inMemory() throws -> Store { try Store(path: ":memory:", access: .create) }

    /// Whether the structure of the file is sound (`PRAGMA quick_check`).
    /// - Throws: `StoreError.damaged` when it is not.
    package func check() throws {
        let complaints = try database.query("PRAGMA quick_check(3)") { $0.text(0) }
        guard complaints == ["ok"] else {
            throw StoreError.damaged(path: path, detail: complaints.joined(separator: "; "))
        }
    }

    /// Runs `body` in one write transaction whose changes carry the author and the reason in `history`.
    package func editing<Result>(
        as author: String, because reason: String? = nil, at now: Instant, _ body: () throws -> Result
    ) throws -> Result {
        try database.transaction { try edited(author, reason, now, body) }
    }

    /// The same within a write transaction that is open: when `body` throws, what it did is taken back, and the rest stays.
    /// - Throws: `ActRefused` where the rules that hold for every writer do not allow it.
    package func editingInTurn<Result>(
        as author: String, because reason: String? = nil, at now: Instant, _ body: () throws -> Result
    ) throws -> Result {
        do {
            return try database.nested { try edited(author, reason, now, body) }
        } catch let error as DatabaseError where error.isConstraint {
            throw ActRefused(reason: error.message)
        }
    }

    /// An act that the schema does not allow.
    package struct ActRefused: Error {
        package let reason: String
    }

    private func edited<Result>(
        _ author: String, _ reason: String?, _ now: Instant, _ body: () throws -> Result
    ) throws -> Result {
        try database.run(
            "INSERT INTO editor(id, name, reason, at) VALUES (1, ?, ?, ?)", .text(author), Value(reason), Value(now))
        let result = try body()
        try database.run("DELETE FROM editor")
        return result
    }
}
