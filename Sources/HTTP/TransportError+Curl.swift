import CCurl

extension TransportError {
    /// Reads libcurl's verdict (libcurl-errors(3)). Its error text is not used: it may hold the URL.
    init(_ code: CURLcode, of easy: EasyHandle, host: String, sent: Bool) {
        let connectStatus = easy.information(CURLINFO_HTTP_CONNECTCODE)
        switch code {
        case _ where !sent && connectStatus >= 300:
            self = .proxy("it answered \(connectStatus) to CONNECT")
        case CURLE_UNSUPPORTED_PROTOCOL:
            // Also given for an answer without a status line.
            self = sent ? .invalidResponse : .unsupportedProtocol
        case CURLE_URL_MALFORMAT:
            self = .invalidURL
        case CURLE_COULDNT_RESOLVE_HOST:
            self = .cannotResolve(host)
        case CURLE_COULDNT_RESOLVE_PROXY:
            self = .proxy("no address was found for it")
        case CURLE_PROXY:
            self = .proxy("its handshake failed")
        case CURLE_COULDNT_CONNECT:
            self = .cannotConnect
        case CURLE_FAILED_INIT where !sent:
            self = .cannotBegin
        case CURLE_OPERATION_TIMEDOUT:
            self = .timedOut(sent: sent)
        case CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_PARTIAL_FILE, CURLE_SEND_FAIL_REWIND,
            CURLE_ABORTED_BY_CALLBACK:
            self = .connectionLost(sent: sent)
        case CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING:
            self = .invalidResponse
        case CURLE_WRITE_ERROR:
            // The client's own refusal of more header bytes.
            self = .responseTooLarge
        case CURLE_SSL_CONNECT_ERROR where !sent, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE,
            CURLE_SSL_CIPHER, CURLE_SSL_ENGINE_INITFAILED, CURLE_SSL_CRL_BADFILE, CURLE_SSL_ISSUER_ERROR,
            CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CLIENTCERT:
            self = .tls(Self.reason(code, verification: easy.information(CURLINFO_SSL_VERIFYRESULT)))
        default:
            self = .other(code: Int(code.rawValue), sent: sent)
        }
    }

    /// Why a transfer was not even handed to libcurl.
    init(beginning code: CURLcode) {
        self = code == CURLE_FAILED_INIT ? .cannotBegin : .other(code: Int(code.rawValue), sent: false)
    }

    /// - Parameter verification: OpenSSL's result of checking the chain (X509_V_ERR_…,
    /// openssl-verification-options(1)).
    private static func reason(_ code: CURLcode, verification: Int) -> String {
        switch (code, verification) {
        case (CURLE_SSL_CACERT_BADFILE, _): "the file of certificate authorities cannot be read"
        case (CURLE_SSL_CLIENTCERT, _): "the server asks for a client certificate"
        case (CURLE_PEER_FAILED_VERIFICATION, 0...1): "the certificate belongs to another host"
        case (CURLE_PEER_FAILED_VERIFICATION, 9): "the certificate is not valid yet: check this machine's clock"
        case (CURLE_PEER_FAILED_VERIFICATION, 10): "the certificate has expired"
        case (CURLE_PEER_FAILED_VERIFICATION, 18...19):
            "the certificate is self-signed or its authority is not trusted here"
        case (CURLE_PEER_FAILED_VERIFICATION, 2), (CURLE_PEER_FAILED_VERIFICATION, 20...21):
            "the certificate's authority is not trusted here, or the server does not send the whole chain"
        case (CURLE_PEER_FAILED_VERIFICATION, _):
            "the certificate is not valid (OpenSSL verification error \(verification))"
        case (CURLE_SSL_CONNECT_ERROR, _): "the handshake failed: check that the port speaks TLS 1.2 or later"
        default: "libcurl error \(code.rawValue)"
        }
    }
}
