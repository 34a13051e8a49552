import CivilTime
import Glibc
import Synchronization

/// One daemon a store: a lock on a file beside it, which the kernel drops with the process.
package final class InstanceLock: Sendable {
    private let descriptor: Int32
    private let storePath: String

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
            let pid = Self.pid(in: descriptor)
            close(descriptor)
            throw StoreError.inUse(path: storePath, pid: pid)
        }
        let pid = Array("\(getpid())\n".utf8)
        _ = ftruncate(descriptor, 0)
        _ = write(descriptor, pid, pid.count)
        Self.held.withLock { _ = $0.insert(storePath) }
    }

    deinit {
        Self.held.withLock { _ = $0.remove(storePath) }
        close(descriptor)
    }

    private static func pid(in descriptor: Int32) -> Int? {
        var text = [UInt8](repeating: 0, count: 32)
        let count = max(0, read(descriptor, &text, text.count))
        return Int(String(decoding: text[..<count], as: UTF8.self).split(separator: "\n").first ?? "")
    }

    /// The daemon that serves a store.
    package struct Holder: Sendable {
        package var pid: Int?
        /// When it took the lock, which is when it wrote its process id.
        package var since: Instant
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
        var information = stat()
        guard fstat(descriptor, &information) == 0 else { return nil }
        return Holder(
            pid: pid(in: descriptor), since: Instant(secondsSinceEpoch: Int64(information.st_mtim.tv_sec)))
    }
}
