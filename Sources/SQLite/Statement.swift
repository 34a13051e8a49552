import CSQLite

/// A prepared statement. It belongs to its `Database` and, like it, to one thread at a time.
package final class Statement {
    let handle: OpaquePointer
    private unowned let database: Database
    package let sql: String

    init(_ sql: String, in database: Database) throws {
        var handle: OpaquePointer?
        var rest = ""
        let code = sql.withCString { text in
            var tail: UnsafePointer<CChar>?
            let code = sqlite3_prepare_v3(
                database.handle, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, &tail)
            if let tail { rest = String(cString: tail) }
            return code
        }
        guard code == SQLITE_OK else { throw database.error(sql: sql) }
        guard let handle, rest.allSatisfy(\.isWhitespace) else {
            sqlite3_finalize(handle)
            throw DatabaseError(extendedCode: SQLITE_MISUSE, message: "expected exactly one statement", sql: sql)
        }
        self.handle = handle
        self.database = database
        self.sql = sql
    }

    deinit { sqlite3_finalize(handle) }

    /// Whether it stands between its first row and its end.
    var isRunning: Bool { sqlite3_stmt_busy(handle) != 0 }

    /// Binds all arguments from the first parameter on; parameters without one are NULL. No arguments leave what was bound one by one.
    package func bind(_ arguments: [Value]) throws {
        guard !arguments.isEmpty else { return }
        sqlite3_clear_bindings(handle)
        for (offset, argument) in arguments.enumerated() { try bind(argument, at: Int32(offset + 1)) }
    }

    /// Binds one argument; parameters count from 1.
    package func bind(_ value: Value, at index: Int32) throws {
        let code =
            switch value {
            case .null: sqlite3_bind_null(handle, index)
            case .integer(let integer): sqlite3_bind_int64(handle, index, integer)
            case .real(let real): sqlite3_bind_double(handle, index, real)
            case .text(let text): bindText(text, at: index)
            case .blob(let bytes): coachd_bind_blob(handle, index, bytes, Int32(bytes.count))
            }
        guard code == SQLITE_OK else { throw database.error(sql: sql) }
    }

    private func bindText(_ text: String, at index: Int32) -> Int32 {
        var text = text
        return text.withUTF8 { utf8 in
            // An empty string may have no address, which SQLite would read as NULL.
            guard let base = utf8.baseAddress else { return coachd_bind_text(handle, index, "", 0) }
            return base.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
                coachd_bind_text(handle, index, $0, Int32(utf8.count))
            }
        }
    }

    /// Goes to the next row; false when there is none, and the statement is then ready to run again.
    package func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE:
            sqlite3_reset(handle)
            return false
        default:
            let error = database.error(sql: sql)
            sqlite3_reset(handle)
            throw error
        }
    }

    /// Runs a statement that gives no rows.
    package func run(_ arguments: [Value] = []) throws {
        try bind(arguments)
        while try step() {}
    }

    /// Ends a reading before its last row.
    package func reset() { sqlite3_reset(handle) }

    /// The row that `step` reached.
    package var row: Row { Row(handle: handle) }
}
