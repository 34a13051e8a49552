/// How long a transfer may take.
package struct Timeouts: Hashable, Sendable {
    /// From the moment a connection slot is free for the request until the whole response is read.
    package var total: Duration
    /// Name resolution, TCP and TLS handshakes, and a mail server's greeting and sign-in; part of `total`.
    package var connect: Duration
    /// Ends a transfer that moved fewer than 100 bytes a second for so long, in whole seconds. It counts a long poll's
    /// silence too, hence a default above the longest poll in use (60 s); without effect unless `total` is longer.
    package var stall: Duration

    package init(total: Duration = .seconds(30), connect: Duration = .seconds(10), stall: Duration = .seconds(90)) {
        self.total = total
        self.connect = connect
        self.stall = stall
    }
}
