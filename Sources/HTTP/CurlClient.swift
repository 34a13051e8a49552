import CCurl
import Dispatch

/// Sends requests by libcurl's multi interface, on a queue of its own. Connections are kept for a few seconds for the
/// next request to the same host. libcurl is set up with the first request, and its memory and connections are let go
/// when idle.
///
/// The process must ignore SIGPIPE. A proxy is taken from the environment (`https_proxy`, `http_proxy`, `no_proxy`).
package actor CurlClient: Transport {
    package struct Configuration: Hashable, Sendable {
        /// Requests under way at the same time, each with a connection; others wait for their turn.
        package var maximumConnections: Int
        /// Of these, how many to the same scheme, host and port: one dead server must leave room for the others.
        package var maximumConnectionsPerHost: Int
        package var userAgent: String
        /// A connection idle for longer is not used again. Common servers close theirs after 5 s; a request that crosses
        /// the close is lost without anyone knowing whether it was read.
        package var maximumIdleSeconds: Int

        package init(
            maximumConnections: Int = 64, maximumConnectionsPerHost: Int = 16, userAgent: String = "coachd",
            maximumIdleSeconds: Int = 3
        ) {
            self.maximumIdleSeconds = maximumIdleSeconds
            self.maximumConnections = max(maximumConnections, 1)
            self.maximumConnectionsPerHost = max(maximumConnectionsPerHost, 1)
            self.userAgent = userAgent
        }
    }

    /// Once a process, as libcurl demands; the language makes it safe from any thread.
    private static let globalResult = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

    /// Bounds how long the queue is held while servers keep answering.
    private static let roundsAtOnce = 8

    private let configuration: Configuration
    private let executor = QueueExecutor(label: "coachd.http")
    private var multi: MultiHandle?
    private var spareHandles: [EasyHandle] = []
    private var running: [UnsafeMutableRawPointer: (exchange: Exchange, transfer: HTTPTransfer)] = [:]
    private var load: [Endpoint: Int] = [:]
    private var waiting = WaitingLine()
    /// What callers are still to be told. They are told together: each alone would wake a thread, at the cost of its own
    /// transfer.
    private var answers: [(exchange: Exchange, result: Result<HTTPResponse, TransportError>)] = []
    private var lastID: UInt64 = 0
    private var isIdleCheckPending = false
    private var isShutDown = false

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    package init(configuration: Configuration = Configuration()) {
        self.configuration = configuration
    }

    package func send(_ request: HTTPRequest) async -> Result<HTTPResponse, TransportError> {
        let endpoint: Endpoint
        do throws(TransportError) {
            try request.checkHeaders()
            endpoint = try Endpoint(url: request.url)
        } catch {
            return .failure(error)
        }
        guard !Task.isCancelled else { return .failure(.cancelled(sent: false)) }
        lastID += 1
        let id = lastID
        return await withTaskCancellationHandler {
            await withCheckedContinuation { caller in
                begin(Exchange(id: id, request: request, endpoint: endpoint, caller: caller))
            }
        } onCancel: {
            // Behind `begin` on the queue, even if the task is cancelled already.
            executor.queue.async { self.assumeIsolated { $0.cancel(id) } }
        }
    }

    /// Ends what is under way and what waits with `TransportError.cancelled`, and closes all connections. Requests
    /// after that are answered the same. Twice does nothing more.
    package func shutDown() async {
        isShutDown = true
        abandon { .cancelled(sent: $0) }
        deliver()
        multi = nil
        spareHandles = []
    }

    private func begin(_ exchange: Exchange) {
        guard !isShutDown else {
            exchange.caller.resume(returning: .failure(.cancelled(sent: false)))
            return
        }
        waiting.append(exchange)
        advance()
        deliver()
    }

    private func cancel(_ id: UInt64) {
        if let exchange = waiting.remove(id) {
            exchange.caller.resume(returning: .failure(.cancelled(sent: false)))
        } else if let (easy, entry) = running.first(where: { $0.value.exchange.id == id }) {
            finish(easy, with: .failure(.cancelled(sent: entry.transfer.isSent)))
            advance()
            deliver()
        }
    }

    /// Called when a connection is ready or the timer has fired.
    private func service() {
        guard let multi else { return }
        var rounds = Self.roundsAtOnce
        while rounds > 0, multi.serviceReady() {
            rounds -= 1
            advance()
        }
        deliver()
    }

    /// Starts what has a place, and reports what ended, until neither is left.
    private func advance() {
        repeat {
            startWaiting()
            multi?.serviceDue()
        } while finishEnded()
        if multi?.isBroken == true {
            abandon { .other(code: Int(CURLE_FAILED_INIT.rawValue), sent: $0) }
            multi = nil
        }
        if running.isEmpty, multi != nil { scheduleIdleCheck() }
    }

    private func startWaiting() {
        while running.count < configuration.maximumConnections,
            let exchange = waiting.removeNext(where: { load[$0, default: 0] < configuration.maximumConnectionsPerHost })
        {
            do throws(CurlFailure) {
                try start(exchange)
            } catch {
                answers.append((exchange, .failure(.other(code: Int(error.code.rawValue), sent: false))))
            }
        }
    }

    private func start(_ exchange: Exchange) throws(CurlFailure) {
        let multi = try openMulti()
        guard let easy = spareHandles.popLast() ?? EasyHandle() else { throw CurlFailure(code: CURLE_FAILED_INIT) }
        let transfer = try HTTPTransfer(exchange.request, configuration: configuration, easy: easy)
        try multi.add(easy)
        running[easy.pointer] = (exchange, transfer)
        load[exchange.endpoint, default: 0] += 1
    }

    private func openMulti() throws(CurlFailure) -> MultiHandle {
        if let multi { return multi }
        guard Self.globalResult == CURLE_OK else { throw CurlFailure(code: Self.globalResult) }
        let opened = try MultiHandle(queue: executor.queue, maximumConnections: configuration.maximumConnections) {
            [weak self] in self?.assumeIsolated { $0.service() }
        }
        multi = opened
        return opened
    }

    private func finishEnded() -> Bool {
        var any = false
        while let ended = multi?.nextFinished() {
            guard let (exchange, transfer) = running[ended.easy] else { continue }
            finish(ended.easy, with: transfer.result(ended.code, host: exchange.endpoint.host))
            any = true
        }
        return any
    }

    private func finish(_ pointer: UnsafeMutableRawPointer, with result: Result<HTTPResponse, TransportError>) {
        guard let (exchange, transfer) = running.removeValue(forKey: pointer) else { return }
        multi?.remove(transfer.easy)
        transfer.close()
        spareHandles.append(transfer.easy)
        let others = load[exchange.endpoint, default: 1] - 1
        load[exchange.endpoint] = others > 0 ? others : nil
        answers.append((exchange, result))
    }

    private func deliver() {
        for (exchange, result) in answers { exchange.caller.resume(returning: result) }
        answers.removeAll(keepingCapacity: true)
    }

    private func abandon(_ error: (_ sent: Bool) -> TransportError) {
        for (pointer, entry) in running {
            finish(pointer, with: .failure(error(entry.transfer.isSent)))
        }
        for exchange in waiting.removeAll() {
            answers.append((exchange, .failure(error(false))))
        }
    }

    private func scheduleIdleCheck() {
        guard !isIdleCheckPending else { return }
        isIdleCheckPending = true
        let seen = lastID
        executor.queue.asyncAfter(deadline: .now() + .seconds(configuration.maximumIdleSeconds)) { [weak self] in
            self?.assumeIsolated { $0.closeIfIdle(since: seen) }
        }
    }

    /// Connections this old would not be used again; with nothing under way, neither is the rest.
    private func closeIfIdle(since id: UInt64) {
        isIdleCheckPending = false
        guard running.isEmpty, multi != nil else { return }
        guard id == lastID else { return scheduleIdleCheck() }
        multi = nil
        spareHandles = []
    }
}
