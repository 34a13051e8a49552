import CCurl

/// One HTTP exchange on an easy handle: sets its options from the request and gathers the response.
final class HTTPTransfer: Transfer {
    /// Of all header fields of a response; well-behaved servers stay under 16 kB.
    private static let maximumHeadBytes = 65_536

    let easy: EasyHandle
    private let maximumBodyBytes: Int
    private let isRepeatable: Bool
    private var headerList: UnsafeMutablePointer<curl_slist>?
    /// The lines of the header, as they came.
    private var head: [UInt8] = []
    private var headBytes = 0
    private var isHeadComplete = false
    private var body: [UInt8] = []
    private var isBodyTruncated = false
    /// libcurl's count of bytes written when the request was about to begin; nil before, when nothing of it can be on
    /// its way.
    private var bytesBeforeRequest: Int?

    static func endpoint(of request: HTTPRequest) throws(TransportError) -> Endpoint {
        try request.checkHeaders()
        return try Endpoint(url: request.url, schemes: ["https", "http"])
    }

    init(
        _ request: HTTPRequest, configuration: CurlClient.Configuration, easy: EasyHandle
    ) throws(CurlFailure) {
        self.easy = easy
        maximumBodyBytes = request.maximumResponseBytes
        isRepeatable = request.method.isIdempotent
        try setConnection(request, configuration)
        try setCallbacks()
        try setMessage(request)
        let this = Unmanaged.passUnretained(self).toOpaque()
        try easy.set(CURLOPT_PREREQDATA, this)
        try easy.set(CURLOPT_HEADERDATA, this)
        try easy.set(CURLOPT_WRITEDATA, this)
    }

    deinit {
        curl_slist_free_all(headerList)
    }

    /// Whether any byte of the request was handed to the connection.
    var isSent: Bool {
        bytesBeforeRequest.map { easy.information(CURLINFO_REQUEST_SIZE) > $0 } ?? false
    }

    func result(_ code: CURLcode, host: String) -> Result<HTTPResponse, TransportError> {
        if code == CURLE_OK || (code == CURLE_WRITE_ERROR && isBodyTruncated) {
            let status = easy.information(CURLINFO_RESPONSE_CODE)
            // libcurl is content with a header that ends with the connection; what it would have said is unknown.
            guard isHeadComplete, status >= 200 else { return .failure(.connectionLost(sent: true)) }
            return .success(HTTPResponse(status: status, head: head, body: body, bodyTruncated: isBodyTruncated))
        }
        return .failure(TransportError(code, of: easy, host: host, sent: isSent))
    }

    private func setConnection(
        _ request: HTTPRequest, _ configuration: CurlClient.Configuration
    ) throws(CurlFailure) {
        try easy.setConnection(request.timeouts, certificateAuthorityFile: request.certificateAuthorityFile)
        try easy.set(CURLOPT_PROTOCOLS_STR, "http,https")
        // One request has one connection, which keeps the answer to "was it sent" plain.
        try easy.set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
        try easy.set(CURLOPT_MAXAGE_CONN, configuration.maximumIdleSeconds)
        try easy.set(CURLOPT_USERAGENT, configuration.userAgent)
        if request.method == .put { try easy.set(CURLOPT_CUSTOMREQUEST, request.method.rawValue) }
    }

    private func setMessage(_ request: HTTPRequest) throws(CurlFailure) {
        try easy.set(CURLOPT_URL, request.url)
        if request.method == .get { try easy.set(CURLOPT_HTTPGET, 1) } else { try easy.setBody(request.body) }
        // Without a value a line takes back what libcurl would add by itself; with a semicolon it stands for an empty
        // value.
        try appendHeader("Expect:")
        if !request.headers.contains("Content-Type") { try appendHeader("Content-Type:") }
        for field in request.headers {
            try appendHeader(field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)")
        }
        if let headerList { try easy.set(CURLOPT_HTTPHEADER, headerList) }
    }

    private func appendHeader(_ line: String) throws(CurlFailure) {
        guard let list = curl_slist_append(headerList, line) else { throw CurlFailure(code: CURLE_OUT_OF_MEMORY) }
        headerList = list
    }

    private func setCallbacks() throws(CurlFailure) {
        try easy.set(CURLOPT_PREREQFUNCTION) { this, _, _, _, _ in
            HTTPTransfer.from(this).begin() ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
        }
        try easy.set(CURLOPT_HEADERFUNCTION) { bytes, _, count, this in
            HTTPTransfer.from(this).takeHeaderLine(UnsafeRawBufferPointer(start: bytes, count: count)) ? count : 0
        }
        try easy.set(CURLOPT_WRITEFUNCTION) { bytes, _, count, this in
            HTTPTransfer.from(this).takeBody(UnsafeRawBufferPointer(start: bytes, count: count)) ? count : 0
        }
    }

    /// Called when the request is about to be written to a connection; false forbids it.
    ///
    /// When a kept connection closes without an answer, libcurl sends the request once more on a new one. The server
    /// may have acted on the first, so a request that is not idempotent must not be repeated unseen (RFC 9110, 9.2.2).
    private func begin() -> Bool {
        guard bytesBeforeRequest != nil else {
            bytesBeforeRequest = easy.information(CURLINFO_REQUEST_SIZE)
            return true
        }
        return isRepeatable || !isSent
    }

    private func takeHeaderLine(_ bytes: UnsafeRawBufferPointer) -> Bool {
        headBytes += bytes.count
        guard headBytes <= Self.maximumHeadBytes else { return false }
        if bytes.starts(with: "HTTP/".utf8) {
            // A final response after an interim one (1xx): only the last counts.
            head.removeAll(keepingCapacity: true)
            isHeadComplete = false
        } else if bytes.allSatisfy(\.isASCIISpace) {
            isHeadComplete = true
        } else if !isHeadComplete {
            head += bytes
        }
        // Trailers, which follow the body, are read and dropped (RFC 9110, 6.5.1).
        return true
    }

    private func takeBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let room = maximumBodyBytes - body.count
        body.append(contentsOf: bytes.prefix(max(room, 0)))
        isBodyTruncated = bytes.count > room
        return !isBodyTruncated
    }

    private static func from(_ this: UnsafeMutableRawPointer?) -> HTTPTransfer {
        // libcurl hands back the address that `init` gave it, never null.
        Unmanaged.fromOpaque(this!).takeUnretainedValue()
    }
}
