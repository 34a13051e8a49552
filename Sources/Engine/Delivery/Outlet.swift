import Chat
import CivilTime
import Coaching
import Glibc

/// Where messages go that need no network. Not Sendable: it stays with its queue.
package struct Outlet {
    /// Says a message on the console.
    package typealias Console = (Message, Envelope) throws(Failure) -> Void

    /// Nobody can have heard it, for a reason that passes.
    package struct Failure: Error {
        package let reason: String

        package init(reason: String) { self.reason = reason }
    }

    private let console: Console

    package init(console: @escaping Console) { self.console = console }

    /// - Returns: the verdict as a platform's answer would give it.
    func deliver(_ message: Message, in envelope: Envelope, through channel: Channel) -> Verdict {
        do throws(Failure) {
            if let file = channel.platform as? File {
                try append(File.line(for: message, in: envelope, channel: channel.name), to: file.path)
            } else {
                try console(message, envelope)
            }
            return .delivered()
        } catch {
            return .later(seconds: nil, reason: error.reason)
        }
    }

    private func append(_ line: [UInt8], to path: String) throws(Failure) {
        func failure(_ reason: String) -> Failure { Failure(reason: "\(path): \(reason)") }
        // Not to wait for whoever might read from a pipe: all else waits behind this.
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0o600)
        guard descriptor >= 0 else {
            throw failure(errno == ENXIO ? "it is a pipe that nobody reads" : String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        // One write with O_APPEND: lines of several writers never mix.
        let written = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if written < 0 {
            throw failure(errno == EAGAIN ? "it is a pipe, full and not read" : String(cString: strerror(errno)))
        }
        guard written == line.count else {
            takeBack(written, from: descriptor)
            throw failure("it took only a part of the line: the disk may be full")
        }
    }

    /// Takes half a line off the end of a file, where nobody wrote behind it meanwhile: the next one begins a line of its own.
    private func takeBack(_ count: Int, from descriptor: Int32) {
        let end = lseek(descriptor, 0, SEEK_CUR)
        if end >= 0, end == lseek(descriptor, 0, SEEK_END) { _ = ftruncate(descriptor, end - count) }
    }
}
