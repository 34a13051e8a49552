import CCurl

/// One mail on an easy handle: sets its options from the request, hands over the message and reads the replies.
final class MailTransfer: Transfer {
    /// The mail is done by then; libcurl waits for the answer in place.
    private static let secondsForQuit = 2

    let easy: EasyHandle
    private let message: [UInt8]
    /// What libcurl took of the message.
    private var handedOver = 0
    private var recipients: UnsafeMutablePointer<curl_slist>?
    private var replies = MailReplies()
    /// libcurl has written the whole message and asked for more: the mark of its end comes next, and from there the
    /// server may deliver it. A server that saw less must not (RFC 5321, 4.1.1.4).
    private(set) var isSent = false

    static func endpoint(of request: MailRequest) throws(TransportError) -> Endpoint {
        try request.check()
        return try Endpoint(url: request.server, schemes: ["smtps", "smtp"])
    }

    init(
        _ request: MailRequest, configuration: CurlClient.Configuration, easy: EasyHandle
    ) throws(CurlFailure) {
        self.easy = easy
        message = request.message
        try easy.setConnection(request.timeouts, certificateAuthorityFile: request.certificateAuthorityFile)
        try easy.setMailServer(
            protocols: "smtp,smtps", requiresTLS: request.requiresTLS, user: request.user, password: request.password,
            request.timeouts)
        try easy.set(CURLOPT_URL, request.server)
        try setEnvelope(request)
        try setCallbacks()
    }

    deinit {
        curl_slist_free_all(recipients)
    }

    /// When a transfer is taken away from libcurl in the middle of the message, it would mark the end there, and the
    /// server would deliver half a mail; not so without a recipient (`smtp_done` of lib/smtp.c).
    func abandon() {
        _ = curl_easy_setopt_list(easy.pointer, CURLOPT_MAIL_RCPT, nil)
    }

    func result(_ code: CURLcode, host: String) -> Result<MailResponse, TransportError> {
        let status = easy.information(CURLINFO_RESPONSE_CODE)
        let response = MailResponse(code: status, text: replies.text(of: status))
        switch code {
        case CURLE_OK:
            return .success(response)
        case CURLE_WEIRD_SERVER_REPLY where isSent && (200..<300).contains(status):
            // libcurl takes 250 alone for a yes.
            return .success(response)
        case CURLE_WEIRD_SERVER_REPLY, CURLE_SEND_ERROR, CURLE_LOGIN_DENIED, CURLE_REMOTE_ACCESS_DENIED,
            CURLE_USE_SSL_FAILED:
            // The server's no, in whatever stage of the dialogue; without one the connection broke in it.
            if status >= 400 { return .success(response) }
        default:
            break
        }
        return .failure(failure(code, host: host))
    }

    private func failure(_ code: CURLcode, host: String) -> TransportError {
        switch code {
        case CURLE_USE_SSL_FAILED:
            .tls("the mail server offers no STARTTLS: use smtps://, or allow mail without TLS in so many words")
        case CURLE_LOGIN_DENIED:
            .noSignIn
        case _ where !isSent && replies.areForeign, CURLE_WEIRD_SERVER_REPLY:
            .invalidReply(sent: isSent)
        default:
            TransportError(code, of: easy, host: host, sent: isSent)
        }
    }

    private func setEnvelope(_ request: MailRequest) throws(CurlFailure) {
        try easy.set(CURLOPT_MAIL_FROM, "<\(request.sender)>")
        guard let list = curl_slist_append(nil, "<\(request.recipient)>") else {
            throw CurlFailure(code: CURLE_OUT_OF_MEMORY)
        }
        recipients = list
        try easy.set(CURLOPT_MAIL_RCPT, list)
        try easy.set(CURLOPT_UPLOAD, 1)
    }

    private func setCallbacks() throws(CurlFailure) {
        let this = Unmanaged.passUnretained(self).toOpaque()
        try easy.set(CURLOPT_READDATA, this)
        try easy.set(CURLOPT_READFUNCTION) { bytes, _, count, this in
            MailTransfer.from(this).handOver(to: UnsafeMutableRawBufferPointer(start: bytes, count: count))
        }
        try easy.set(CURLOPT_HEADERDATA, this)
        try easy.set(CURLOPT_HEADERFUNCTION) { bytes, _, count, this in
            MailTransfer.from(this).takeReply(UnsafeRawBufferPointer(start: bytes, count: count))
            return count
        }
    }

    private func takeReply(_ line: UnsafeRawBufferPointer) {
        replies.take(line)
        // What follows is QUIT.
        if isSent { _ = curl_easy_setopt_long(easy.pointer, CURLOPT_SERVER_RESPONSE_TIMEOUT, Self.secondsForQuit) }
    }

    private func handOver(to buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, message.count - handedOver)
        buffer.copyBytes(from: message[handedOver..<handedOver + count])
        handedOver += count
        if count == 0 { isSent = true }
        return count
    }

    private static func from(_ this: UnsafeMutableRawPointer?) -> MailTransfer {
        // libcurl hands back the address that `setCallbacks` gave it, never null.
        Unmanaged.fromOpaque(this!).takeUnretainedValue()
    }
}
