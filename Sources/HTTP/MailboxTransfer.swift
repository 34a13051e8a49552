import CCurl

/// One command to a mailbox on an easy handle.
///
/// What comes as a literal, as mails do, libcurl hands over in whole only where it makes the command itself, and that marks
/// the mail as read (BODY instead of BODY.PEEK of RFC 3501, 6.4.5). So the command is ours, and all is read from the lines
/// of the dialogue, which libcurl shows whatever the command (CURLOPT_HEADERFUNCTION(3)); newer versions give such a
/// literal as content as well (so 8.23; not yet 8.16). What that costs: of a line of more than 8 kB a part is missing
/// (7.88), or of more than 64 kB the rest of the answer (8.12), and a mail with a line that looks like the command's end
/// ends there. Both come from nobody's mail program, and cost nobody but who wrote them.
final class MailboxTransfer: Transfer {
    /// The command is done by then; libcurl waits for the answer in place.
    private static let secondsForLogout = 2
    /// How libcurl ends where a mail has lines that look like the server's, or too long ones. 100 is CURLE_TOO_LARGE, which
    /// the headers of 7.88 do not know.
    private static let endsOfLiteral = [
        CURLE_QUOTE_ERROR.rawValue, CURLE_WEIRD_SERVER_REPLY.rawValue, CURLE_OUT_OF_MEMORY.rawValue, 100,
    ]

    let easy: EasyHandle
    private var dialogue: MailboxDialogue
    /// Commands until the client is signed in: CAPABILITY, AUTHENTICATE, and with STARTTLS that and CAPABILITY anew.
    private let repliesToSignIn: Int

    static func endpoint(of request: MailboxRequest) throws(TransportError) -> Endpoint {
        try request.check()
        return try Endpoint(url: request.server, schemes: ["imaps", "imap"])
    }

    init(
        _ request: MailboxRequest, configuration: CurlClient.Configuration, easy: EasyHandle
    ) throws(CurlFailure) {
        self.easy = easy
        dialogue = MailboxDialogue(limit: request.maximumResponseBytes)
        let startsTLS = request.requiresTLS && request.server.lowercased().hasPrefix("imap:")
        repliesToSignIn = (startsTLS ? 3 : 1) + (request.user == nil ? 0 : 1)
        try easy.setConnection(request.timeouts, certificateAuthorityFile: request.certificateAuthorityFile)
        try easy.setMailServer(
            protocols: "imap,imaps", requiresTLS: request.requiresTLS, user: request.user, password: request.password,
            request.timeouts)
        try setCommand(request)
        try setCallbacks()
    }

    var isSent: Bool { dialogue.replyCount > repliesToSignIn }

    func result(_ code: CURLcode, host: String) -> Result<MailboxResponse, TransportError> {
        switch code {
        case CURLE_OK: return .success(MailboxResponse(.done, text: dialogue.text))
        // What came is of use without its end; asked for again it would end there again.
        case _ where dialogue.isCut || dialogue.hasLiteral && Self.endsOfLiteral.contains(code.rawValue):
            return .success(MailboxResponse(.done, text: dialogue.text))
        case CURLE_QUOTE_ERROR: return .success(refusal(.refused))
        case _ where dialogue.isBye: return .success(refusal(.closed))
        case CURLE_LOGIN_DENIED where dialogue.refusal != nil: return .success(refusal(.denied))
        case CURLE_LOGIN_DENIED: return .failure(.noSignIn)
        case CURLE_USE_SSL_FAILED:
            return .failure(.tls("the mail server offers no STARTTLS: use imaps://, or allow it in so many words"))
        case CURLE_WEIRD_SERVER_REPLY,
            _ where dialogue.isForeign:
            return .failure(.invalidReply(sent: isSent))
        default: return .failure(TransportError(code, of: easy, host: host, sent: isSent))
        }
    }

    private func refusal(_ outcome: MailboxResponse.Outcome) -> MailboxResponse {
        MailboxResponse(outcome, text: Array((dialogue.refusal ?? "").utf8))
    }

    private func setCommand(_ request: MailboxRequest) throws(CurlFailure) {
        guard let path = curl_easy_escape(easy.pointer, request.mailbox, Int32(request.mailbox.utf8.count)) else {
            throw CurlFailure(code: CURLE_OUT_OF_MEMORY)
        }
        defer { curl_free(path) }
        let server = request.server.hasSuffix("/") ? String(request.server.dropLast()) : request.server
        try easy.set(CURLOPT_URL, "\(server)/\(String(cString: path))")
        // libcurl reads it as a part of a URL.
        try easy.set(
            CURLOPT_CUSTOMREQUEST,
            request.command.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%25"))
    }

    private func setCallbacks() throws(CurlFailure) {
        let this = Unmanaged.passUnretained(self).toOpaque()
        try easy.set(CURLOPT_HEADERDATA, this)
        try easy.set(CURLOPT_HEADERFUNCTION) { bytes, _, count, this in
            MailboxTransfer.from(this).takeLine(UnsafeRawBufferPointer(start: bytes, count: count)) ? count : 0
        }
        try easy.set(CURLOPT_WRITEDATA, this)
        try easy.set(CURLOPT_WRITEFUNCTION) { bytes, _, count, this in
            let content = UnsafeRawBufferPointer(start: bytes, count: count)
            return MailboxTransfer.from(this).dialogue.takeContent(content) ? count : 0
        }
    }

    private func takeLine(_ line: UnsafeRawBufferPointer) -> Bool {
        let isTaken = dialogue.takeLine(line)
        // Behind the answers to SELECT and to the command, or a refusal, comes LOGOUT.
        if dialogue.refusal != nil || dialogue.replyCount > repliesToSignIn + 1 {
            _ = curl_easy_setopt_long(easy.pointer, CURLOPT_SERVER_RESPONSE_TIMEOUT, Self.secondsForLogout)
        }
        return isTaken
    }

    private static func from(_ this: UnsafeMutableRawPointer?) -> MailboxTransfer {
        // libcurl hands back the address that `setCallbacks` gave it, never null.
        Unmanaged.fromOpaque(this!).takeUnretainedValue()
    }
}
