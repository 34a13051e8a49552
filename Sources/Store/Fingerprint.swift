/// A number by which bytes are known to be those that were there before, so that they need not be kept: the body of a message that left,
/// a cell that was imported. Against somebody who wants two taken for one it is no protection.
package enum Fingerprint {
    private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// The same in every process and version: it is kept in the store.
    package static func of(_ bytes: [UInt8]) -> Int64 {
        var hash = multiplier
        func take(_ word: UInt64) {
            let product = (hash ^ word).multipliedFullWidth(by: multiplier)
            // The high half has all bits of the word in it, the low half only those below.
            hash = product.high ^ (product.low &+ multiplier)
        }
        bytes.withUnsafeBytes { bytes in
            let whole = bytes.count / 8 * 8
            for start in stride(from: 0, to: whole, by: 8) {
                take(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)))
            }
            take(bytes[whole...].reduce(0) { $0 << 8 | UInt64($1) })
            take(UInt64(bytes.count))
        }
        return Int64(bitPattern: hash)
    }
}
