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
    private static let mostEndpoints = 64

    private let configuration: Configuration
    private let executor: QueueExecutor
    private var multi: MultiHandle?
    private var spareHandles: [EasyHandle] = []
    private var running: [UnsafeMutableRawPointer: any Exchange] = [:]
    private var batches: [Batch] = []
    private var load: [Endpoint: Int] = [:]
    /// Of the URLs in use; reading one costs as much as a good part of its transfer.
    private var endpoints: [String: Endpoint] = [:]
    private var waiting = WaitingLine()
    /// What callers are still to be told. They are told together: each alone would wake a thread, at the cost of its own
    /// transfer.
    private var ended: [any Exchange] = []
    private var lastID: UInt64 = 0
    private var isIdleCheckPending = false
    private var isShutDown = false
    /// Mails and mailboxes have a client, and so a queue, of their own: where a mail or the dialogue with a mailbox ends,
    /// libcurl waits for the server's answer in place, which would hold up all other transfers (`smtp_done` of lib/smtp.c,
    /// `imap_disconnect` of lib/imap.c; seen with 7.88).
    private var mailClient: CurlClient?

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    package init(configuration: Configuration = Configuration()) {
        self.init(configuration: configuration, label: "coachd.http")
    }

    private init(configuration: Configuration, label: String) {
        self.configuration = configuration
        executor = QueueExecutor(label: label)
    }

    package func send(_ request: HTTPRequest) async -> Result<HTTPResponse, TransportError> {
        await exchange(request, by: HTTPTransfer.self)
    }

    package nonisolated func send(
        _ count: Int, _ request: @escaping @Sendable (Int) -> HTTPRequest,
        answered: @escaping @Sendable ([BatchAnswer]) -> Void
    ) {
        executor.queue.async { self.assumeIsolated { $0.begin(Batch(count: count, tell: answered), request) } }
    }

    private func begin(_ batch: Batch, _ request: (Int) -> HTTPRequest) {
        batches.append(batch)
        for index in 0..<batch.count {
            let request = request(index)
            do throws(TransportError) {
                guard !isShutDown else { throw .cancelled(sent: false) }
                lastID += 1
                waiting.append(
                    ExchangeBy<HTTPTransfer>(id: lastID, request: request, endpoint: try endpoint(of: request)) {
                        batch.take($0, of: index)
                    })
            } catch {
                batch.take(.failure(error), of: index)
            }
        }
        advance()
        deliver()
    }

    private func endpoint(of request: HTTPRequest) throws(TransportError) -> Endpoint {
        try request.checkHeaders()
        if let known = endpoints[request.url] { return known }
        let endpoint = try HTTPTransfer.endpoint(of: request)
        if endpoints.count >= Self.mostEndpoints { endpoints = [:] }
        endpoints[request.url] = endpoint
        return endpoint
    }

    package func send(_ mail: MailRequest) async -> Result<MailResponse, TransportError> {
        guard let client = clientOfMails() else { return .failure(.cancelled(sent: false)) }
        return await client.exchange(mail, by: MailTransfer.self)
    }

    package func send(_ command: MailboxRequest) async -> Result<MailboxResponse, TransportError> {
        guard let client = clientOfMails() else { return .failure(.cancelled(sent: false)) }
        return await client.exchange(command, by: MailboxTransfer.self)
    }

    /// Nil when it is shut down.
    private func clientOfMails() -> CurlClient? {
        guard !isShutDown else { return nil }
        let client = mailClient ?? CurlClient(configuration: configuration, label: "coachd.mail")
        mailClient = client
        return client
    }

    private func exchange<Kind: Transfer>(
        _ request: Kind.Request, by kind: Kind.Type
    ) async -> Result<Kind.Response, TransportError> {
        let endpoint: Endpoint
        do throws(TransportError) {
            endpoint = try Kind.endpoint(of: request)
        } catch {
            return .failure(error)
        }
        guard !Task.isCancelled else { return .failure(.cancelled(sent: false)) }
        lastID += 1
        let id = lastID
        return await withTaskCancellationHandler {
            await withCheckedContinuation { caller in
                begin(
                    ExchangeBy<Kind>(id: id, request: request, endpoint: endpoint) { caller.resume(returning: $0) })
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
        endpoints = [:]
        await mailClient?.shutDown()
    }

    private func begin(_ exchange: any Exchange) {
        guard !isShutDown else {
            exchange.end(.cancelled(sent: false))
            exchange.answer()
            return
        }
        waiting.append(exchange)
        advance()
        deliver()
    }

    private func cancel(_ id: UInt64) {
        if let exchange = waiting.remove(id) {
            exchange.end(.cancelled(sent: false))
            exchange.answer()
        } else if let (easy, exchange) = running.first(where: { $0.value.id == id }) {
            exchange.end(.cancelled(sent: exchange.isSent))
            finish(easy)
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
                exchange.end(TransportError(beginning: error.code))
                exchange.release()
                ended.append(exchange)
            }
        }
    }

    private func start(_ exchange: any Exchange) throws(CurlFailure) {
        let multi = try openMulti()
        guard let easy = spareHandles.popLast() ?? EasyHandle() else { throw CurlFailure(code: CURLE_FAILED_INIT) }
        try exchange.start(on: easy, configuration)
        try multi.add(easy)
        running[easy.pointer] = exchange
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
        while let finished = multi?.nextFinished() {
            guard let exchange = running[finished.easy] else { continue }
            exchange.end(finished.code)
            finish(finished.easy)
            any = true
        }
        return any
    }

    /// Takes an exchange that has ended off its connection.
    private func finish(_ pointer: UnsafeMutableRawPointer) {
        guard let exchange = running.removeValue(forKey: pointer) else { return }
        if let easy = exchange.easy {
            multi?.remove(easy)
            exchange.release()
            spareHandles.append(easy)
        }
        let others = load[exchange.endpoint, default: 1] - 1
        load[exchange.endpoint] = others > 0 ? others : nil
        ended.append(exchange)
    }

    private func deliver() {
        for exchange in ended { exchange.answer() }
        ended.removeAll(keepingCapacity: true)
        for batch in batches { batch.deliver() }
        batches.removeAll(where: \.isOver)
    }

    private func abandon(_ error: (_ sent: Bool) -> TransportError) {
        for (pointer, exchange) in running {
            exchange.end(error(exchange.isSent))
            finish(pointer)
        }
        for exchange in waiting.removeAll() {
            exchange.end(error(false))
            ended.append(exchange)
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
        endpoints = [:]
    }
}
