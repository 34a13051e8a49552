/// A request and the caller who waits for its answer.
struct Exchange {
    let id: UInt64
    let request: HTTPRequest
    let endpoint: Endpoint
    let caller: CheckedContinuation<Result<HTTPResponse, TransportError>, Never>
}
