import CSQLite
import Glibc

extension Database {
    /// Copies the whole database into a new file by SQLite's online backup, while others read and write. Only its owner may read it. The
    /// file has its name once it is whole: what a crash or a full disk leaves is called `.part`, and the next try writes over it.
    /// - Throws: `DatabaseError` when the copy cannot be written, or something of that name is there already.
    package func backUp(to path: String) throws {
        var information = stat()
        guard lstat(path, &information) != 0 else {
            throw DatabaseError(extendedCode: SQLITE_CANTOPEN, message: "\(path) is there already")
        }
        let part = path + ".part"
        unlink(part)
        do {
            try copy(intoNewFile: part)
            guard rename(part, path) == 0 else {
                throw DatabaseError(extendedCode: SQLITE_IOERR, message: String(cString: strerror(errno)))
            }
        } catch {
            unlink(part)
            throw error
        }
    }

    private func copy(intoNewFile path: String) throws {
        let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        if descriptor >= 0 { close(descriptor) }
        try copy(into: Database(path: path))
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
