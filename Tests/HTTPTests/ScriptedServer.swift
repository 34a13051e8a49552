import Foundation
import Glibc
import Synchronization

/// A TCP server on a free port of 127.0.0.1. Each connection gets a thread that runs the script and is closed after it.
final class ScriptedServer: Sendable {
    private struct State {
        var connections: [Int32] = []
        var connectionCount = 0
        var requests: [RecordedRequest] = []
        var isStopped = false
    }

    /// Apart from the server, so that the threads do not keep the server.
    final class Ledger: Sendable {
        private let state = Mutex(State())

        var connectionCount: Int { state.withLock { $0.connectionCount } }
        var requests: [RecordedRequest] { state.withLock { $0.requests } }

        func record(_ request: RecordedRequest) {
            state.withLock { $0.requests.append(request) }
        }

        fileprivate func open(_ descriptor: Int32) -> Bool {
            state.withLock {
                $0.connectionCount += 1
                $0.connections.append(descriptor)
                return !$0.isStopped
            }
        }

        func close(_ descriptor: Int32) {
            state.withLock {
                guard let index = $0.connections.firstIndex(of: descriptor) else { return }
                $0.connections.remove(at: index)
                Glibc.close(descriptor)
            }
        }

        fileprivate func stop() {
            state.withLock {
                $0.isStopped = true
                for descriptor in $0.connections { shutdown(descriptor, Int32(SHUT_RDWR)) }
            }
        }
    }

    let port: UInt16
    private let listener: Int32
    private let ledger = Ledger()

    var url: String { "http://127.0.0.1:\(port)/" }
    /// Connections accepted so far.
    var connectionCount: Int { ledger.connectionCount }
    /// What `readRequest` read so far, on all connections.
    var requests: [RecordedRequest] { ledger.requests }

    init(_ script: @escaping @Sendable (ScriptedConnection) -> Void) throws {
        let (listener, port) = try Self.bind()
        self.listener = listener
        self.port = port
        guard listen(listener, 256) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        let ledger = ledger
        Thread.detachNewThread {
            while case let descriptor = accept(listener, nil, nil), descriptor >= 0 {
                let isOpen = ledger.open(descriptor)
                Thread.detachNewThread {
                    if isOpen { script(ScriptedConnection(descriptor: descriptor, ledger: ledger)) }
                    ledger.close(descriptor)
                }
            }
            close(listener)
        }
    }

    /// A server that answers every request alike and keeps connections open.
    convenience init(answering answer: String) throws {
        try self.init { connection in
            while connection.readRequest() != nil, connection.send(answer) {}
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        ledger.stop()
    }

    /// A bound socket that does not listen yet: connections to it are refused.
    static func bind() throws -> (descriptor: Int32, port: UInt16) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.bind(descriptor, $0, length) == 0 ? getsockname(descriptor, $0, &length) : -1
            }
        }
        guard result == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        return (descriptor, UInt16(bigEndian: address.sin_port))
    }
}
