import Glibc

extension ScriptedConnection {
    /// Waits so long, or until the client has gone.
    /// - Returns: whether it has gone.
    func waits(milliseconds: Int32) -> Bool {
        var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return Glibc.poll(&poll, 1, milliseconds) > 0
    }

    static func closeSocket(_ descriptor: Int32) { Glibc.close(descriptor) }
}
