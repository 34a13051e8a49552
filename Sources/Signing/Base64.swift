/// Base64 with the standard alphabet (RFC 4648, section 4).
package enum Base64 {
    /// The text of the bytes, with padding, on one line.
    package static func encode(_ bytes: [UInt8]) -> String {
        let length = (bytes.count + 2) / 3 * 4
        return String(unsafeUninitializedCapacity: length) { text in
            bytes.withUnsafeBufferPointer { bytes in
                for start in stride(from: 0, to: bytes.count, by: 3) {
                    let group = start / 3
                    let second = start + 1 < bytes.count ? bytes[start + 1] : 0
                    let third = start + 2 < bytes.count ? bytes[start + 2] : 0
                    let bits = UInt32(bytes[start]) << 16 | UInt32(second) << 8 | UInt32(third)
                    text[4 * group] = character(bits >> 18)
                    text[4 * group + 1] = character(bits >> 12 & 0x3F)
                    text[4 * group + 2] = start + 1 < bytes.count ? character(bits >> 6 & 0x3F) : pad
                    text[4 * group + 3] = start + 2 < bytes.count ? character(bits & 0x3F) : pad
                }
            }
            return length
        }
    }

    /// The bytes of the text, or nil when it is not base64: foreign characters, blanks and line ends included, a length or padding
    /// that can't be, bits set behind the last byte (section 3.5).
    package static func decode(_ text: String) -> [UInt8]? {
        var digits = Array(text.utf8)
        let padded = digits.count
        while digits.last == pad, padded - digits.count < 2 { digits.removeLast() }
        guard padded % 4 == 0, padded - digits.count == (4 - digits.count % 4) % 4 else { return nil }
        return bytes(of: digits)
    }

    private static func bytes(of digits: [UInt8]) -> [UInt8]? {
        // A last group of one digit holds 6 bits: no byte.
        guard digits.count % 4 != 1 else { return nil }
        var bits: UInt32 = 0
        var bitCount: UInt32 = 0
        var isValid = true
        let bytes = [UInt8](unsafeUninitializedCapacity: digits.count * 3 / 4) { bytes, count in
            for digit in digits {
                let value = value(of: digit)
                isValid = isValid && value != nil
                bits = bits &<< 6 | (value ?? 0)
                bitCount += 6
                guard bitCount >= 8 else { continue }
                bitCount -= 8
                bytes[count] = UInt8(truncatingIfNeeded: bits &>> bitCount)
                count += 1
            }
        }
        let isRestZero = bits & (1 &<< bitCount - 1) == 0
        return isValid && isRestZero ? bytes : nil
    }

    private static let pad = UInt8(ascii: "=")

    private static func character(_ value: UInt32) -> UInt8 {
        switch UInt8(truncatingIfNeeded: value) {
        case let value where value < 26: value + UInt8(ascii: "A")
        case let value where value < 52: value - 26 + UInt8(ascii: "a")
        case let value where value < 62: value - 52 + UInt8(ascii: "0")
        case 62: UInt8(ascii: "+")
        default: UInt8(ascii: "/")
        }
    }

    private static func value(of character: UInt8) -> UInt32? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
