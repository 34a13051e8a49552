/// Takes a request to its server and brings back the answer.
package protocol Transport: Sendable {
    /// Returns when the answer is read or the attempt has failed; a failure says whether the request may have arrived.
    /// Cancelling the task ends the attempt with `TransportError.cancelled`.
    func send(_ request: HTTPRequest) async -> Result<HTTPResponse, TransportError>

    /// The same for many requests. Returns at once. There is no cancelling.
    /// - Parameters:
    ///   - count: The number of requests.
    ///   - request: Gives the request at a place, from 0. Called once for each, on a queue of the transport's choice: what
    ///     it takes to make them ready, as a signature does, does not hold up the caller.
    ///   - answered: Called with each answer once, on such a queue, with several that came together in one call.
    func send(
        _ count: Int, _ request: @escaping @Sendable (Int) -> HTTPRequest,
        answered: @escaping @Sendable ([BatchAnswer]) -> Void)

    /// The same for a mail, which has arrived only if the server read its end. A reply that refuses it is an answer.
    func send(_ mail: MailRequest) async -> Result<MailResponse, TransportError>

    /// The same for a command to a mailbox. A refusal is an answer.
    func send(_ command: MailboxRequest) async -> Result<MailboxResponse, TransportError>
}

/// The answer to the request at this place of a batch, from 0.
package typealias BatchAnswer = (index: Int, result: Result<HTTPResponse, TransportError>)
