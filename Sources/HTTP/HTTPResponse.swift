/// What the server answered, whatever the status; redirects are answers like any other and are not followed.
package struct HTTPResponse: Hashable, Sendable {
    package var status: Int
    /// The header's lines, as they came.
    private let head: [UInt8]
    /// At most the request's `maximumResponseBytes`.
    package var body: [UInt8]
    /// The body was longer than the request allowed; the rest was not read.
    package var bodyTruncated: Bool

    package init(status: Int, head: [UInt8] = [], body: [UInt8] = [], bodyTruncated: Bool = false) {
        self.status = status
        self.head = head
        self.body = body
        self.bodyTruncated = bodyTruncated
    }

    /// Read anew each time: of most answers nobody asks.
    package var headers: HTTPHeaders { HTTPHeaders(head: head) }
}
