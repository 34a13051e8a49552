extension HTTPRequest {
    private static let ownHeaders = ["Content-Length", "Transfer-Encoding", "Expect"]

    /// Refuses what would change the meaning of the message on the wire (RFC 9110, 5.1 and 5.5), before anything is
    /// sent.
    func checkHeaders() throws(TransportError) {
        for field in headers {
            guard !field.name.isEmpty, field.name.utf8.allSatisfy(Self.isTokenByte) else {
                // Such a name may hold line breaks: it is not repeated.
                throw .invalidHeader("with an invalid name")
            }
            guard field.value.utf8.allSatisfy(Self.isFieldByte),
                !Self.ownHeaders.contains(where: { HTTPHeaders.isSame($0, field.name) })
            else { throw .invalidHeader(field.name) }
        }
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }

    /// All but control characters; bytes above ASCII pass, as UTF-8.
    private static func isFieldByte(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\t") || (byte >= 0x20 && byte != 0x7F)
    }
}
