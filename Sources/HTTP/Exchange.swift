/// A request and the caller who waits for its answer.
///
/// A class, since it moves between collections: one reference to count instead of each part of the request.
final class Exchange {
    let id: UInt64
    let request: HTTPRequest
    let endpoint: Endpoint
    let caller: CheckedContinuation<Result<HTTPResponse, TransportError>, Never>

    init(
        id: UInt64, request: HTTPRequest, endpoint: Endpoint,
        caller: CheckedContinuation<Result<HTTPResponse, TransportError>, Never>
    ) {
        self.id = id
        self.request = request
        self.endpoint = endpoint
        self.caller = caller
    }
}
