import CCurl

/// One transfer on an easy handle: sets its options from the request and gathers the response.
protocol Transfer: AnyObject {
    associatedtype Request: Sendable
    associatedtype Response: Sendable

    /// Where the request goes.
    ///
    /// - Throws: when it must not be sent as it is.
    static func endpoint(of request: Request) throws(TransportError) -> Endpoint

    /// - Parameter easy: at libcurl's defaults, and in use by nobody else until it is reset.
    init(_ request: Request, configuration: CurlClient.Configuration, easy: EasyHandle) throws(CurlFailure)

    var easy: EasyHandle { get }

    /// Whether the server may act on what it was sent so far.
    var isSent: Bool { get }

    /// Called before a transfer that libcurl did not end is taken away from it.
    func abandon()

    /// What became of the transfer when libcurl ended it with this code.
    func result(_ code: CURLcode, host: String) -> Result<Response, TransportError>
}

extension Transfer {
    func abandon() {}
}
