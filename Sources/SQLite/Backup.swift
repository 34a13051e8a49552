import CSQLite
import Glibc

extension Database {
    /// Copies the whole database into a file by SQLite's online backup, while others read and write. Only its owner may read it. It
    /// takes its place once it is complete: half a copy is never taken for one.
    /// - Parameter isReplacing: Whether it may take the place of what is there.
    /// - Throws: `DatabaseError` when the copy cannot be written.
    package func backUp(to path: String, isReplacing: Bool = false) throws {
        var information = stat()
        guard isReplacing || lstat(path, &information) != 0 else { throw DatabaseError(system: EEXIST) }
        let part = path + ".part"
        unlink(part)
        do {
            let descriptor = open(part, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw DatabaseError(system: errno) }
            close(descriptor)
            try copy(into: Database(path: part))
            guard rename(part, path) == 0 else { throw DatabaseError(system: errno) }
        } catch {
            unlink(part)
            throw error
        }
    }

    /// Copies the whole database over what the other connection has, by the same way.
    /// - Throws: `DatabaseError` when the copy cannot be written, or somebody else holds the lock for longer than this connection waits.
    package func copy(into copy: Database) throws {
        guard let backup = sqlite3_backup_init(copy.handle, "main", handle, "main") else {
            throw copy.error(sql: nil)
        }
        // One step for all pages; it waits for a lock as every statement does.
        let code = sqlite3_backup_step(backup, -1)
        sqlite3_backup_finish(backup)
        guard code == SQLITE_DONE else {
            throw DatabaseError(extendedCode: code, message: String(cString: sqlite3_errstr(code)))
        }
    }
}

extension DatabaseError {
    /// What the system said of a file that SQLite had no part in.
    fileprivate init(system code: Int32) {
        self.init(extendedCode: SQLITE_CANTOPEN, message: String(cString: strerror(code)))
    }
}
