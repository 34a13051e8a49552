import CSQLite

/// A connection to one SQLite file. It is not Sendable: the actor that opens it keeps it.
package final class Database {
    package enum Mode {
        case create
        case readWrite
        case readOnly
    }

    let handle: OpaquePointer
    /// Called within each write transaction before its body, when nobody else can change the file any more.
    package var whenLocked: (() throws -> Void)?
    private var statements: [Text: Statement] = [:]

    /// Opens a file; `":memory:"` is a database of its own.
    /// - Throws: `DatabaseError` when the file cannot be opened in this mode.
    package init(path: String, mode: Mode = .create) throws {
        _ = Self.isConfigured
        let flags =
            switch mode {
            case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            case .readWrite: SQLITE_OPEN_READWRITE
            case .readOnly: SQLITE_OPEN_READONLY
            }
        var handle: OpaquePointer?
        // NOMUTEX: the connection never leaves its actor, so SQLite need not lock it.
        let code = sqlite3_open_v2(path, &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
        guard code == SQLITE_OK, let handle else {
            let message = handle.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
            sqlite3_close_v2(handle)
            throw DatabaseError(extendedCode: code, message: message)
        }
        self.handle = handle
    }

    deinit {
        statements.removeAll()
        sqlite3_close_v2(handle)
    }

    /// SQLite's own count of its memory takes a lock at each allocation, and nobody reads it. Set once, before the first connection.
    private static let isConfigured = coachd_count_memory(0) == SQLITE_OK

    func error(sql: String?) -> DatabaseError {
        DatabaseError(
            extendedCode: sqlite3_extended_errcode(handle), message: String(cString: sqlite3_errmsg(handle)), sql: sql,
            file: sqlite3_db_filename(handle, "main").map { String(cString: $0) })
    }

    /// The statement of this text, prepared once for the life of the connection. While it runs, another of its own is handed out.
    package func statement(_ sql: String) throws -> Statement {
        let text = Text(sql: sql)
        if let statement = statements[text], !statement.isRunning { return statement }
        let statement = try Statement(sql, in: self)
        if statements[text] == nil { statements[text] = statement }
        return statement
    }

    /// Statements are long and differ in their length: to hash all of one would cost more than some take to run.
    private struct Text: Hashable {
        let sql: String

        func hash(into hasher: inout Hasher) { hasher.combine(sql.utf8.count) }
    }

    /// Runs a script of several statements without arguments.
    package func execute(_ script: String) throws {
        guard sqlite3_exec(handle, script, nil, nil, nil) == SQLITE_OK else { throw error(sql: script) }
    }

    /// Runs one statement that gives no rows.
    package func run(_ sql: String, _ arguments: Value...) throws {
        try statement(sql).run(arguments)
    }

    /// Reads all rows.
    package func query<Element>(
        _ sql: String, _ arguments: Value..., decode: (Row) throws -> Element
    ) throws -> [Element] {
        var elements: [Element] = []
        try forEach(sql, arguments) { elements.append(try decode($0)) }
        return elements
    }

    /// Reads the first row, or nil when there is none.
    package func first<Element>(
        _ sql: String, _ arguments: Value..., decode: (Row) throws -> Element
    ) throws -> Element? {
        let statement = try statement(sql)
        defer { statement.reset() }
        try statement.bind(arguments)
        return try statement.step() ? decode(statement.row) : nil
    }

    /// Hands each row to `body`, without keeping them.
    package func forEach(_ sql: String, _ arguments: [Value] = [], _ body: (Row) throws -> Void) throws {
        let statement = try statement(sql)
        defer { statement.reset() }
        try statement.bind(arguments)
        while try statement.step() { try body(statement.row) }
    }

    package var lastInsertID: Int64 { sqlite3_last_insert_rowid(handle) }

    /// Whether the file can only be read, also where it was to be written: SQLite then opens it so without a word.
    package var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

    /// Rows that the last statement itself changed, without those of triggers.
    package var changes: Int { Int(sqlite3_changes64(handle)) }

    /// A number that moves when another connection has committed to the file.
    package func dataVersion() throws -> Int {
        try first("PRAGMA data_version") { $0.int(0) } ?? 0
    }

    /// A number that moves when anybody has changed the schema of the file.
    package func schemaVersion() throws -> Int {
        try first("PRAGMA schema_version") { $0.int(0) } ?? 0
    }

    /// Whether triggers run for this connection. A bulk load that derives by set at its end turns them off.
    package func enableTriggers(_ enabled: Bool) {
        _ = coachd_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, enabled ? 1 : 0)
    }

    /// No statement may damage the file's format on purpose (SQLITE_DBCONFIG_DEFENSIVE).
    package func enableDefensiveMode() {
        _ = coachd_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1)
    }

    /// How long a statement waits for another writer before it gives up.
    package func setBusyTimeout(milliseconds: Int32) {
        sqlite3_busy_timeout(handle, milliseconds)
    }
}
