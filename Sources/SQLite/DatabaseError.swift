import CSQLite

/// What SQLite refused, with its code and words and the statement, never the arguments: they may be private.
package struct DatabaseError: Error, Hashable, Sendable {
    /// The extended result code, see https://sqlite.org/rescode.html.
    package let extendedCode: Int32
    package let message: String
    package let sql: String?
    /// The file of the connection; nil where it has none.
    package let file: String?

    package init(extendedCode: Int32, message: String, sql: String? = nil, file: String? = nil) {
        self.extendedCode = extendedCode
        self.message = message
        self.sql = sql
        self.file = file
    }

    /// The primary result code, such as `SQLITE_BUSY`.
    package var code: Int32 { extendedCode & 0xFF }

    /// Another connection holds the lock; the same work can be tried again.
    package var isBusy: Bool { code == SQLITE_BUSY || code == SQLITE_LOCKED }

    /// The disk is full, read-only or failing; the store itself is not to blame.
    package var isDiskTrouble: Bool { [SQLITE_FULL, SQLITE_READONLY, SQLITE_IOERR, SQLITE_CANTOPEN].contains(code) }

    /// The file, or one beside it, may not be opened or written by this process.
    package var isDenied: Bool { code == SQLITE_READONLY || code == SQLITE_CANTOPEN }

    /// The file is damaged or no database at all.
    package var isCorruption: Bool { code == SQLITE_CORRUPT || isNoDatabase }

    /// The file is something else than a database.
    package var isNoDatabase: Bool { code == SQLITE_NOTADB }

    /// Another row has the value of a UNIQUE key (SQLITE_CONSTRAINT_UNIQUE, a macro that Swift does not import).
    package var isTakenKey: Bool { extendedCode == (SQLITE_CONSTRAINT | 8 << 8) }

    /// A row was refused by a constraint or by `RAISE` in a trigger.
    package var isConstraint: Bool { code == SQLITE_CONSTRAINT }
}

extension DatabaseError: CustomStringConvertible {
    package var description: String { "\(message) (SQLite \(extendedCode))" }
}
