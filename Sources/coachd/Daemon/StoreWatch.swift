import Dispatch
import Glibc

/// Notices writes to the store by other programs, and the end of its `-wal` file: inotify on that. Own writes wake it too; the caller tells
/// them apart by SQLite's data version.
struct StoreWatch {
    private let source: any DispatchSourceRead

    /// Nil where inotify is not to be had; then only the slow poll looks.
    /// - Parameter onWrite: Called on the queue after the file was written or removed.
    init?(storePath: String, queue: DispatchQueue, onWrite: @escaping @Sendable () -> Void) {
        let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        guard inotify_add_watch(descriptor, storePath + "-wal", UInt32(IN_MODIFY | IN_ATTRIB | IN_MOVE_SELF)) >= 0
        else {
            close(descriptor)
            return nil
        }
        source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
        source.setEventHandler {
            var events = [UInt8](repeating: 0, count: 4096)
            while read(descriptor, &events, events.count) > 0 {}
            onWrite()
        }
        source.setCancelHandler { close(descriptor) }
        source.activate()
    }

    func cancel() { source.cancel() }
}
