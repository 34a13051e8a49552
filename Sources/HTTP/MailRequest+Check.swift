extension MailRequest {
    /// Bytes of a line without its end (RFC 5321, 4.5.3.1.6).
    private static let maximumLineBytes = 998

    /// Refuses what would change the meaning of the dialogue with the server, before anything is sent.
    func check() throws(TransportError) {
        guard Self.isAddress(sender), Self.isAddress(recipient) else {
            throw .invalidMail("an address of it is empty, or holds a blank, a bracket or a control character")
        }
        guard Self.hasWholeLines(message) else {
            throw .invalidMail("a line of it does not end with CR LF, holds NUL, or is longer than 998 bytes")
        }
    }

    private static func isAddress(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy {
                $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
            }
    }

    /// A CR or LF by itself ends a line, and with a dot the whole mail, for some servers and not for others.
    private static func hasWholeLines(_ message: [UInt8]) -> Bool {
        let (cr, lf) = (UInt8(ascii: "\r"), UInt8(ascii: "\n"))
        var length = 0
        var last: UInt8 = 0
        for byte in message {
            if byte == 0 || (byte == lf) != (last == cr) { return false }
            length = byte == lf ? 0 : length + 1
            // The CR is counted with its line.
            if length > maximumLineBytes + 1 || (length > maximumLineBytes && byte != cr) { return false }
            last = byte
        }
        return last == lf
    }
}
