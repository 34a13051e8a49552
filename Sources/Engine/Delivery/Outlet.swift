import Chat
import CivilTime
import Coaching
import Glibc

/// Where messages go that need no network. Not Sendable: it stays with its queue.
package struct Outlet {
    /// Says a message on the console.
    package var console: (Message, Envelope) -> Void

    package init(console: @escaping (Message, Envelope) -> Void) { self.console = console }

    /// - Returns: the verdict as a platform's answer would give it.
    func deliver(_ message: Message, in envelope: Envelope, through channel: Channel) -> Verdict {
        guard let file = channel.platform as? File else {
            console(message, envelope)
            return .delivered()
        }
        return append(File.line(for: message, in: envelope, channel: channel.name), to: file.path)
    }

    private func append(_ line: [UInt8], to path: String) -> Verdict {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            return .later(seconds: nil, reason: "\(path): \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        // One write with O_APPEND: lines of several writers never mix.
        let written = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        return written == line.count
            ? .delivered() : .later(seconds: nil, reason: "\(path): \(String(cString: strerror(errno)))")
    }
}
