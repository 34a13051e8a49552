import CivilTime
import Glibc
import JSON
import Synchronization

/// One daemon a store: a lock on a file beside it, which the kernel drops with the process.
package final class InstanceLock: Sendable {
    private let descriptor: Int32
    private let storePath: String
    /// When it was taken.
    private let since: Instant

    /// Bytes of the file that are read at most.
    private static let largestFile = 65_536

    /// The stores that this process serves. A process id would not tell: each container has its own.
    private static let held = Mutex<Set<String>>([])

    /// - Throws: `StoreError.inUse` when another daemon holds it.
    package init(storePath: String) throws {
        self.storePath = storePath
        let path = storePath + "-lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StoreError.cannotOpen(path: path, reason: StoreFile.reason(String(cString: strerror(errno)), path))
        }
        // Once root has served a store by hand, its owner is to serve it again.
        var owner = stat()
        if geteuid() == 0, stat(storePath, &owner) == 0 { _ = fchown(descriptor, owner.st_uid, owner.st_gid) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let pid = Self.content(of: descriptor).pid
            close(descriptor)
            throw StoreError.inUse(path: storePath, pid: pid)
        }
        Self.write("\(getpid())\n", into: descriptor)
        since = Self.modified(descriptor) ?? Instant(secondsSinceEpoch: 0)
        Self.held.withLock { _ = $0.insert(storePath) }
    }

    deinit {
        Self.held.withLock { _ = $0.remove(storePath) }
        close(descriptor)
    }

    /// Writes what the daemon has to tell of itself.
    package func tell(_ record: InstanceRecord) {
        Self.write("\(getpid())\n\(record.json(since: since).text)\n", into: descriptor)
    }

    /// In place, and shortened only then: on a full disk what is there already can still be written over.
    private static func write(_ text: String, into descriptor: Int32) {
        let bytes = Array(text.utf8)
        guard pwrite(descriptor, bytes, bytes.count, 0) == bytes.count else { return }
        _ = ftruncate(descriptor, off_t(bytes.count))
    }

    /// The first line is the process id, all that older versions wrote; the second is an object.
    private static func content(of descriptor: Int32) -> (pid: Int?, json: JSON?) {
        var text = [UInt8](repeating: 0, count: largestFile)
        let count = max(0, pread(descriptor, &text, text.count, 0))
        let lines = text[..<count].split(separator: UInt8(ascii: "\n"), maxSplits: 1)
        return (
            lines.first.flatMap { Int(String(decoding: $0, as: UTF8.self)) },
            lines.dropFirst().first.flatMap { try? JSON(parsing: $0) }
        )
    }

    private static func modified(_ descriptor: Int32) -> Instant? {
        var information = stat()
        guard fstat(descriptor, &information) == 0 else { return nil }
        return Instant(secondsSinceEpoch: Int64(information.st_mtim.tv_sec))
    }

    /// The daemon that serves a store.
    package struct Holder: Sendable {
        package var pid: Int?
        /// When it took the lock.
        package var since: Instant
        /// What it tells of itself; nil of an older version.
        package var record: InstanceRecord?
    }

    /// Who else holds the lock; nil when nobody does.
    static func otherHolder(storePath: String) -> Holder? {
        held.withLock { $0.contains(storePath) } ? nil : holder(storePath: storePath)
    }

    /// Who holds the lock; nil when nobody does.
    package static func holder(storePath: String) -> Holder? {
        let descriptor = open(storePath + "-lock", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        // A shared lock, gone at once: a daemon that starts in this very moment is refused, and its service manager tries again.
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_SH | LOCK_NB) != 0, errno == EWOULDBLOCK else { return nil }
        let (pid, json) = content(of: descriptor)
        let since = json?["since"]?.integer.map { Instant(secondsSinceEpoch: Int64($0)) }
        guard let since = since ?? modified(descriptor) else { return nil }
        return Holder(pid: pid, since: since, record: json.flatMap(InstanceRecord.init))
    }
}
