/// Message authentication by a shared secret (RFC 2104).
package struct HMAC: Sendable, Hashable {
    /// Where the hashes of the message and of the result go on from: the key's block is the same for all messages.
    private let inner: SHA256.State
    private let outer: SHA256.State

    /// - Parameter key: Of any length; one over 64 bytes is hashed first, as the RFC says.
    package init(key: [UInt8]) {
        var key = key.count > SHA256.blockLength ? SHA256.digest(of: key) : key
        key += repeatElement(0, count: SHA256.blockLength - key.count)
        inner = SHA256.State(block: key.map { $0 ^ 0x36 })
        outer = SHA256.State(block: key.map { $0 ^ 0x5C })
    }

    /// The 32-byte code of the message.
    package func sha256(of message: [UInt8]) -> [UInt8] {
        SHA256.digest(of: SHA256.digest(of: message, from: inner), from: outer)
    }

    /// The 32-byte code of `message` under a key of any length.
    package static func sha256(key: [UInt8], message: [UInt8]) -> [UInt8] { HMAC(key: key).sha256(of: message) }
}

extension HMAC: CustomStringConvertible, CustomReflectable {
    package var description: String { "HMAC with a key that is not shown" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
