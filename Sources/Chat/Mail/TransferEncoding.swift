import Signing

/// How the bytes of a part travelled (RFC 2045, 6). What is damaged gives as much as can be read.
enum TransferEncoding {
    static func decode(_ bytes: ArraySlice<UInt8>, _ name: String?) -> [UInt8] {
        switch name?.trimmed.lowercased() {
        case "base64": base64(bytes)
        case "quoted-printable": quotedPrintable(bytes)
        default: Array(bytes)
        }
    }

    /// Line ends and all else that is no digit are skipped (RFC 2045, 6.8). What was cut off in between lacks its last bytes.
    static func base64(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        let digits = bytes.prefix { $0 != UInt8(ascii: "=") }.filter(isBase64)
        let whole = digits.count / 4 * 4
        let rest = String(decoding: digits[whole...], as: UTF8.self)
        let end = rest.utf8.count < 2 ? [] : Base64.decode(rest.padded) ?? []
        return (Base64.decode(String(decoding: digits[..<whole], as: UTF8.self)) ?? []) + end
    }

    private static func isBase64(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
            true
        default: false
        }
    }

    /// RFC 2045, 6.7. An "=" that begins nothing stands for itself.
    static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var place = bytes.startIndex
        while place < bytes.endIndex {
            let byte = bytes[place]
            place += 1
            guard byte == UInt8(ascii: "=") else {
                decoded.append(byte)
                continue
            }
            let next = bytes[place...].prefix(2)
            if next.first == UInt8(ascii: "\n") {
                place += 1
            } else if next.elementsEqual("\r\n".utf8) {
                place += 2
            } else if next.count == 2, let high = next.first.flatMap(digit), let low = next.last.flatMap(digit) {
                decoded.append(high << 4 | low)
                place += 2
            } else {
                decoded.append(byte)
            }
        }
        return decoded
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        Character(UnicodeScalar(byte)).hexDigitValue.map(UInt8.init)
    }
}

extension String {
    fileprivate var padded: String { self + String(repeating: "=", count: (4 - utf8.count % 4) % 4) }
}
