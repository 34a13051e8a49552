import Glibc
import Store

/// One daemon a store: a lock on a file beside it, which the kernel drops with the process.
final class InstanceLock: Sendable {
    private let descriptor: Int32

    /// - Throws: `StoreError.inUse` when another daemon holds it.
    init(storePath: String) throws {
        let path = storePath + "-lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StoreError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            var text = [UInt8](repeating: 0, count: 32)
            let count = max(0, read(descriptor, &text, text.count))
            let pid = Int(String(decoding: text[..<count], as: UTF8.self).split(separator: "\n").first ?? "")
            close(descriptor)
            throw StoreError.inUse(path: storePath, pid: pid)
        }
        let pid = Array("\(getpid())\n".utf8)
        _ = ftruncate(descriptor, 0)
        _ = write(descriptor, pid, pid.count)
    }

    deinit { close(descriptor) }
}
