import CCurl

/// A request and the caller who waits for its answer: it waits for a connection, is under way, has ended, and is
/// answered.
protocol Exchange: AnyObject {
    var id: UInt64 { get }
    var endpoint: Endpoint { get }
    /// The handle while it is under way.
    var easy: EasyHandle? { get }
    /// Whether the server may act on what it was sent so far.
    var isSent: Bool { get }

    /// - Parameter easy: in use by nobody else until it is released.
    func start(on easy: EasyHandle, _ configuration: CurlClient.Configuration) throws(CurlFailure)
    /// libcurl ended the transfer with this code.
    func end(_ code: CURLcode)
    /// It ends without libcurl: not begun, or to be taken away from it.
    func end(_ error: TransportError)
    /// Gives the handle back for the next transfer, once libcurl does not use it any more.
    func release()
    /// Tells the caller how it ended; once.
    func answer()
}

/// The exchange by one kind of transfer.
///
/// A class, since it moves between collections: one reference to count instead of each part of the request.
final class ExchangeBy<Kind: Transfer>: Exchange {
    let id: UInt64
    let endpoint: Endpoint
    private let request: Kind.Request
    private let caller: (Result<Kind.Response, TransportError>) -> Void
    private var transfer: Kind?
    private var result: Result<Kind.Response, TransportError> = .failure(.cancelled(sent: false))

    /// - Parameter caller: Hears how it ended, once, on the client's queue.
    init(
        id: UInt64, request: Kind.Request, endpoint: Endpoint,
        caller: @escaping (Result<Kind.Response, TransportError>) -> Void
    ) {
        self.id = id
        self.request = request
        self.endpoint = endpoint
        self.caller = caller
    }

    var easy: EasyHandle? { transfer?.easy }
    var isSent: Bool { transfer?.isSent ?? false }

    func start(on easy: EasyHandle, _ configuration: CurlClient.Configuration) throws(CurlFailure) {
        transfer = try Kind(request, configuration: configuration, easy: easy)
    }

    func end(_ code: CURLcode) {
        if let transfer { result = transfer.result(code, host: endpoint.host) }
    }

    func end(_ error: TransportError) {
        transfer?.abandon()
        result = .failure(error)
    }

    func release() {
        transfer?.easy.reset()
        transfer = nil
    }

    func answer() {
        caller(result)
    }
}
