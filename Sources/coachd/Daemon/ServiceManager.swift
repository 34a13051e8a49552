import Diagnostics
import Dispatch
import Glibc

/// Tells the service manager how the daemon is: sd_notify(3), a datagram to the socket that `$NOTIFY_SOCKET` names.
struct ServiceManager: Sendable {
    /// A path, or an abstract name that begins with "@"; nil when nobody listens.
    private let socketName: String?
    /// Seconds for which the service manager is asked to wait longer while the start goes on, at each half of them.
    private static let startSeconds = 20
    /// Microseconds within which a sign of life is expected; nil when none is.
    let watchdogMicroseconds: UInt64?

    init(environment: (String) -> String?) {
        socketName = environment("NOTIFY_SOCKET").flatMap { $0.hasPrefix("/") || $0.hasPrefix("@") ? $0 : nil }
        let isMeant = environment("WATCHDOG_PID").map { $0 == String(getpid()) } ?? true
        watchdogMicroseconds =
            isMeant ? environment("WATCHDOG_USEC").flatMap(UInt64.init).flatMap { $0 > 0 ? $0 : nil } : nil
    }

    /// Does work of the start that may take longer than the service manager waits, as the look through a large store does, and tells it again
    /// and again that the start goes on.
    func whileStarting<Result>(_ work: () throws -> Result) rethrows -> Result {
        let tell = { @Sendable in send("EXTEND_TIMEOUT_USEC=\(Self.startSeconds * 1_000_000)") }
        tell()
        let timer = DispatchSource.makeTimerSource(queue: .global())
        timer.schedule(deadline: .now() + .seconds(Self.startSeconds / 2), repeating: .seconds(Self.startSeconds / 2))
        timer.setEventHandler(handler: tell)
        timer.activate()
        defer { timer.cancel() }
        return try work()
    }

    func ready(_ status: String) { send("READY=1\nSTATUS=\(status.escapingControls)") }
    func status(_ status: String) { send("STATUS=\(status.escapingControls)") }
    func isAlive() { send("WATCHDOG=1") }
    func stopping() { send("STOPPING=1\nSTATUS=finishing what is in flight") }

    func reloading() {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        send("RELOADING=1\nMONOTONIC_USEC=\(now.tv_sec * 1_000_000 + now.tv_nsec / 1000)")
    }

    private func send(_ message: String) {
        guard let socketName else { return }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var name = Array(socketName.utf8)
        // In the abstract namespace a zero byte stands for the "@".
        if name.first == UInt8(ascii: "@") { name[0] = 0 }
        guard name.count < MemoryLayout.size(ofValue: address.sun_path) else { return }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + name.count)
        let bytes = Array(message.utf8)
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), address, length)
            }
        }
    }
}
