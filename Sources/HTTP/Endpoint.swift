import CCurl

/// Where a request goes: what connections are counted by, and the only part of a URL that may be shown.
struct Endpoint: Hashable {
    let scheme: String
    let host: String
    let port: String

    /// - Parameter schemes: in small letters; others are refused.
    init(url: String, schemes: [String]) throws(TransportError) {
        guard !url.utf8.contains(0), let parser = curl_url() else { throw .invalidURL }
        defer { curl_url_cleanup(parser) }
        guard curl_url_set(parser, CURLUPART_URL, url, UInt32(CURLU_NON_SUPPORT_SCHEME)) == CURLUE_OK else {
            throw .invalidURL
        }
        func part(_ part: CURLUPart) throws(TransportError) -> String {
            var text: UnsafeMutablePointer<CChar>?
            guard curl_url_get(parser, part, &text, UInt32(CURLU_DEFAULT_PORT)) == CURLUE_OK, let text else {
                throw .invalidURL
            }
            defer { curl_free(text) }
            return String(cString: text)
        }
        scheme = try part(CURLUPART_SCHEME)
        guard schemes.contains(scheme) else { throw .unsupportedProtocol }
        host = try part(CURLUPART_HOST)
        port = try part(CURLUPART_PORT)
    }
}
