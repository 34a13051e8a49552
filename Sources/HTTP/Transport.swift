/// Takes a request to its server and brings back the answer.
package protocol Transport: Sendable {
    /// Returns when the answer is read or the attempt has failed; a failure says whether the request may have arrived.
    /// Cancelling the task ends the attempt with `TransportError.cancelled`.
    func send(_ request: HTTPRequest) async -> Result<HTTPResponse, TransportError>

    /// The same for a mail, which has arrived only if the server read its end. A reply that refuses it is an answer.
    func send(_ mail: MailRequest) async -> Result<MailResponse, TransportError>
}
