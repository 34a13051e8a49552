/// Takes a request to its server and brings back the answer.
package protocol Transport: Sendable {
    /// Returns when the answer is read or the attempt has failed; a failure says whether the request may have arrived.
    /// Cancelling the task ends the attempt with `TransportError.cancelled`.
    func send(_ request: HTTPRequest) async -> Result<HTTPResponse, TransportError>

    /// The same for many requests. Returns at once.
    /// - Parameter answered: Called with each answer once, on a queue of the transport's choice, with several that came
    /// together in one call. There is no cancelling.
    func send(_ requests: [HTTPRequest], answered: @escaping @Sendable ([BatchAnswer]) -> Void)

    /// The same for a mail, which has arrived only if the server read its end. A reply that refuses it is an answer.
    func send(_ mail: MailRequest) async -> Result<MailResponse, TransportError>
}

/// The answer to the request at this place of a batch, from 0.
package typealias BatchAnswer = (index: Int, result: Result<HTTPResponse, TransportError>)
