import CSQLite
import Glibc

extension Database {
    /// Copies the whole database into a new file by SQLite's online backup, while others read and write. Only its owner may read it.
    /// - Throws: `DatabaseError` when the copy cannot be written.
    package func backUp(to path: String) throws {
        let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        if descriptor >= 0 { close(descriptor) }
        try copy(into: Database(path: path))
    }

    /// Copies the whole database over what the other connection has, by the same way.
    /// - Throws: `DatabaseError` when the copy cannot be written.
    package func copy(into copy: Database) throws {
        guard let backup = sqlite3_backup_init(copy.handle, "main", handle, "main") else {
            throw copy.error(sql: nil)
        }
        var code = sqlite3_backup_step(backup, -1)
        while code == SQLITE_BUSY || code == SQLITE_LOCKED {
            sqlite3_sleep(50)
            code = sqlite3_backup_step(backup, -1)
        }
        sqlite3_backup_finish(backup)
        guard code == SQLITE_DONE else { throw copy.error(sql: nil) }
    }
}
