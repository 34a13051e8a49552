/// The hash function SHA-256 (FIPS 180-4).
package enum SHA256 {
    /// 64 bytes: the length of the blocks that are hashed one after another.
    package static let blockLength = 64

    /// The hash of what came so far.
    struct State: Sendable, Hashable {
        fileprivate var words: SIMD8<UInt32>
        fileprivate var length: Int

        fileprivate static let initial = State(words: initialState, length: 0)

        private init(words: SIMD8<UInt32>, length: Int) {
            self.words = words
            self.length = length
        }

        /// - Parameter block: 64 bytes.
        init(block: [UInt8]) {
            self = .initial
            precondition(block.count == blockLength)
            block.withUnsafeBytes { compress($0, into: &words) }
            length = block.count
        }
    }

    /// The digest of the whole message.
    package static func digest(of message: [UInt8]) -> [UInt8] { digest(of: message, from: .initial) }

    /// The digest of the message behind what came before it.
    static func digest(of message: [UInt8], from start: State) -> [UInt8] {
        var state = start.words
        let whole = message.count / blockLength * blockLength
        message.withUnsafeBytes { compress(UnsafeRawBufferPointer(rebasing: $0[..<whole]), into: &state) }
        let last = padded(message[whole...], messageLength: start.length + message.count)
        last.withUnsafeBytes { compress($0, into: &state) }
        return (0..<8).flatMap { bigEndianBytes(of: state[$0]) }
    }

    /// The end of the message with a 1 bit, zeros and the message's length in bits behind it, up to a whole block (section 5.1.1).
    private static func padded(_ rest: ArraySlice<UInt8>, messageLength: Int) -> [UInt8] {
        let lengthBytes = 8
        var block = Array(rest) + [0x80]
        let missing = (2 * blockLength - block.count - lengthBytes) % blockLength
        block += repeatElement(0, count: missing)
        return block + bigEndianBytes(of: UInt64(messageLength) * 8)
    }

    private static func bigEndianBytes(of value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.bigEndian) { Array($0) }
    }

    /// Takes whole blocks into the state (section 6.2.2). The names are those of the standard.
    private static func compress(_ blocks: UnsafeRawBufferPointer, into state: inout SIMD8<UInt32>) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { w in
            constants.withUnsafeBufferPointer { k in
                for start in stride(from: 0, to: blocks.count, by: blockLength) {
                    for t in 0..<16 {
                        w[t] = UInt32(bigEndian: blocks.loadUnaligned(fromByteOffset: start + 4 * t, as: UInt32.self))
                    }
                    for t in 16..<64 {
                        w[t] = smallSigma1(w[t - 2]) &+ w[t - 7] &+ smallSigma0(w[t - 15]) &+ w[t - 16]
                    }
                    state &+= rounds(from: state, w, k)
                }
            }
        }
    }

    private static func rounds(
        from state: SIMD8<UInt32>, _ w: UnsafeMutableBufferPointer<UInt32>, _ k: UnsafeBufferPointer<UInt32>
    ) -> SIMD8<UInt32> {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        // Eight rounds at a time: instead of the values the names move on.
        for t in stride(from: 0, to: 64, by: 8) {
            round(a, b, c, &d, e, f, g, &h, k[t] &+ w[t])
            round(h, a, b, &c, d, e, f, &g, k[t + 1] &+ w[t + 1])
            round(g, h, a, &b, c, d, e, &f, k[t + 2] &+ w[t + 2])
            round(f, g, h, &a, b, c, d, &e, k[t + 3] &+ w[t + 3])
            round(e, f, g, &h, a, b, c, &d, k[t + 4] &+ w[t + 4])
            round(d, e, f, &g, h, a, b, &c, k[t + 5] &+ w[t + 5])
            round(c, d, e, &f, g, h, a, &b, k[t + 6] &+ w[t + 6])
            round(b, c, d, &e, f, g, h, &a, k[t + 7] &+ w[t + 7])
        }
        return SIMD8(a, b, c, d, e, f, g, h)
    }

    @inline(__always)
    private static func round(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
        _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ keyed: UInt32
    ) {
        let choice = (e & f) ^ (~e & g)
        let majority = (a & b) ^ (a & c) ^ (b & c)
        let t1 = h &+ bigSigma1(e) &+ choice &+ keyed
        d &+= t1
        h = t1 &+ bigSigma0(a) &+ majority
    }

    private static func rotated(_ x: UInt32, _ n: UInt32) -> UInt32 { x &>> n | x &<< (32 &- n) }
    private static func bigSigma0(_ x: UInt32) -> UInt32 { rotated(x, 2) ^ rotated(x, 13) ^ rotated(x, 22) }
    private static func bigSigma1(_ x: UInt32) -> UInt32 { rotated(x, 6) ^ rotated(x, 11) ^ rotated(x, 25) }
    private static func smallSigma0(_ x: UInt32) -> UInt32 { rotated(x, 7) ^ rotated(x, 18) ^ x &>> 3 }
    private static func smallSigma1(_ x: UInt32) -> UInt32 { rotated(x, 17) ^ rotated(x, 19) ^ x &>> 10 }

    /// Section 5.3.3: from the square roots of the first 8 primes.
    static let initialState = SIMD8<UInt32>(
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)

    /// Section 4.2.2: from the cube roots of the first 64 primes.
    private static let constants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}
