/// Takes a request to its server and brings back the answer.
package protocol Transport: Sendable {
    /// Returns when the answer is read or the attempt has failed; a failure says whether the request may have arrived.
    /// Cancelling the task ends the attempt with `TransportError.cancelled`.
    func send(_ request: HTTPRequest) async -> Result<HTTPResponse, TransportError>
}
