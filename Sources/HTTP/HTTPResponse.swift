/// What the server answered, whatever the status; redirects are answers like any other and are not followed.
package struct HTTPResponse: Hashable, Sendable {
    package var status: Int
    package var headers: HTTPHeaders
    /// At most the request's `maximumResponseBytes`.
    package var body: [UInt8]
    /// The body was longer than the request allowed; the rest was not read.
    package var bodyTruncated: Bool

    package init(status: Int, headers: HTTPHeaders = [:], body: [UInt8] = [], bodyTruncated: Bool = false) {
        self.status = status
        self.headers = headers
        self.body = body
        self.bodyTruncated = bodyTruncated
    }
}
