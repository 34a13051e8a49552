// Lets the grammar's code compare bytes with the characters of the grammar.
func == (byte: UInt8?, character: Unicode.Scalar) -> Bool { byte == UInt8(ascii: character) }
func != (byte: UInt8?, character: Unicode.Scalar) -> Bool { byte != UInt8(ascii: character) }
func ~= (character: Unicode.Scalar, byte: UInt8?) -> Bool { byte == UInt8(ascii: character) }

extension UInt8 {
    /// False for the continuation bytes of UTF-8.
    var beginsScalar: Bool { self & 0xC0 != 0x80 }

    var isDigit: Bool { self &- 0x30 < 10 }

    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

    /// ABNF `unquoted-key-char`.
    var isBareKey: Bool { isLetter || isDigit || self == "-" || self == "_" }

    /// ABNF `wschar`.
    var isBlank: Bool { self == " " || self == "\t" }

    /// The value as a digit of base 16 or less, or nil.
    func digit(radix: UInt8) -> UInt8? {
        let value = isDigit ? self &- 0x30 : isLetter ? (self | 0x20) &- 0x61 &+ 10 : UInt8.max
        return value < radix ? value : nil
    }
}
