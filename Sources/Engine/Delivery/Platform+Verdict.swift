import Chat
import CivilTime
import HTTP

extension Platform {
    /// What the end of a request means, whether or not an answer came.
    func verdict(of result: Result<HTTPResponse, TransportError>, at now: Instant) -> (Verdict, status: Int?) {
        switch result {
        case .success(let response):
            let incoming = IncomingResponse(
                status: response.status, headers: response.headers.map { HeaderField($0.name, $0.value) },
                body: response.body)
            return (verdict(of: incoming, at: now), response.status)
        case .failure(let error):
            let reason = error.description
            return (error.mayHaveArrived ? .ambiguous(reason: reason) : .later(seconds: nil, reason: reason), nil)
        }
    }
}
