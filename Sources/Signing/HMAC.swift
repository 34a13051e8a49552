/// Message authentication by a shared secret (RFC 2104).
package enum HMAC {
    /// The 32-byte code of `message` under a key of any length; one over 64 bytes is hashed first, as the RFC says.
    package static func sha256(key: [UInt8], message: [UInt8]) -> [UInt8] {
        var key = key.count > SHA256.blockLength ? SHA256.digest(of: key) : key
        key += repeatElement(0, count: SHA256.blockLength - key.count)
        let inner = SHA256.digest(of: key.map { $0 ^ 0x36 } + message)
        return SHA256.digest(of: key.map { $0 ^ 0x5C } + inner)
    }
}
