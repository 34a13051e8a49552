/// One request. The URL and the header values may be secrets: they appear in no description and in no error.
package struct HTTPRequest: Hashable, Sendable {
    package enum Method: String, Hashable, Sendable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"

        /// Whether a repeat has the effect of a single request (RFC 9110, 9.2.2).
        package var isIdempotent: Bool { self != .post }
    }

    package var method: Method
    /// `http` or `https`, absolute.
    package var url: String
    /// `Content-Length`, `Transfer-Encoding` and `Expect` are the client's own: a request that sets them is refused.
    package var headers: HTTPHeaders
    package var body: [UInt8]
    package var timeouts: Timeouts
    /// A PEM file of authorities to trust instead of the system's; nil is the system's.
    package var certificateAuthorityFile: String?
    /// What a response body has beyond this many bytes is not downloaded.
    package var maximumResponseBytes: Int

    package init(
        method: Method,
        url: String,
        headers: HTTPHeaders = [:],
        body: [UInt8] = [],
        timeouts: Timeouts = Timeouts(),
        certificateAuthorityFile: String? = nil,
        maximumResponseBytes: Int = 65_536
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeouts = timeouts
        self.certificateAuthorityFile = certificateAuthorityFile
        self.maximumResponseBytes = maximumResponseBytes
    }
}

extension HTTPRequest: CustomStringConvertible, CustomReflectable {
    package var description: String { "\(method.rawValue) with \(body.count) bytes" }

    /// Empty, so that `dump` and failing test expectations show no secret either.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
