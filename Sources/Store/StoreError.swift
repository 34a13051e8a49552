import SQLite

/// Why a store cannot be used, told so that the operator can act.
package enum StoreError: Error, Hashable, Sendable {
    case missing(path: String)
    case foreignFile(path: String)
    case newerVersion(path: String, found: Int)
    case olderVersion(path: String, found: Int)
    case servedByOlder(path: String, pid: Int?)
    case cannotUpgrade(path: String, found: Int, reason: String)
    case damaged(path: String, detail: String)
    case altered(path: String, name: String)
    case incomplete(path: String, what: String, reason: String?)
    case cannotOpen(path: String, reason: String)
    case networkFileSystem(path: String, kind: String)
    case inUse(path: String, pid: Int?)

    /// What it means for the store that SQLite finds the file damaged; nil for any other error.
    package init?(_ error: DatabaseError, path: String? = nil) {
        guard error.isCorruption, let path = path ?? error.file else { return nil }
        self = error.isNoDatabase ? .foreignFile(path: path) : .damaged(path: path, detail: error.message)
    }

    /// Whether nothing at the path that was named can ever be a store. All else passes, or is mended where it lies.
    package var isWrongPlace: Bool {
        switch self {
        case .foreignFile, .networkFileSystem: true
        default: false
        }
    }
}

extension StoreError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing(let path):
            "there is no store at \(path): `coachd init` makes one, `--store FILE` names another"
        case .foreignFile(let path): "\(path) is not a coachd store; it is left as it is"
        case .newerVersion(let path, let found):
            "\(path) was written by a newer coachd (schema \(found), this one knows \(Schema.version)): install that version"
        case .olderVersion(let path, let found):
            "\(path) was written by an older coachd (schema \(found), this one knows \(Schema.version)). `coachd serve`, or any command that "
                + "writes, brings it up to date, after a copy; those that only read leave it as it is"
        case .servedByOlder(let path, let pid):
            "\(path) is served by an older coachd\(pid.map { " (process \($0))" } ?? ""), which an upgrade would break: restart that first "
                + "(systemctl restart coachd); its start brings the store up to date"
        case .cannotUpgrade(let path, let found, let reason):
            "\(path) has schema \(found) and cannot be brought to \(Schema.version): \(reason). Nothing was changed. "
                + "The file and its folder must be writable once, for the upgrade and a copy of what was before"
        case .damaged(let path, let detail):
            "\(path) is damaged (\(detail)). Nothing was written. Stop coachd, move the file aside and put the last backup in its place"
        case .altered(let path, let name):
            "\(path): \(name) is not part of coachd's schema or was changed. Triggers and views run with coachd's rights, "
                + "so it will not be opened; keep your own in a database of their own and ATTACH the store"
        case .incomplete(let path, let what, let reason):
            "\(path): \(what) of coachd is gone\(reason.map { " and cannot be put back (\($0))" } ?? ""). Nothing was written. "
                + "Stop coachd, move the file aside and put the last backup in its place"
        case .cannotOpen(let path, let reason): "\(path) cannot be opened: \(reason)"
        case .networkFileSystem(let path, let kind):
            "\(path) lies on a network file system (\(kind)), where SQLite's locks do not hold: keep the store on a local disk"
        case .inUse(let path, let pid):
            "\(path) is served by another coachd\(pid.map { " (process \($0))" } ?? "") already"
        }
    }
}
