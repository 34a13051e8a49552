/// Integers and floats (ABNF `integer`, `float`).
enum NumberLiteral {
    case value(TOMLValue)
    /// A well-formed integer that `Int64` cannot hold.
    case outOfRange
    case malformed

    static func parse(_ literal: ArraySlice<UInt8>) -> NumberLiteral {
        if literal.first == "0", let radix = radix(of: literal.dropFirst().first) {
            return integer(literal.dropFirst(2), radix: radix, isNegative: false)
        }
        let isNegative = literal.first == "-"
        let unsigned = isNegative || literal.first == "+" ? literal.dropFirst() : literal
        if unsigned.elementsEqual("inf".utf8) { return .value(.float(isNegative ? -.infinity : .infinity)) }
        if unsigned.elementsEqual("nan".utf8) { return .value(.float(.nan)) }
        let hasLeadingZero = unsigned.first == "0" && unsigned.dropFirst().first.map { $0.isDigit || $0 == "_" } == true
        guard !hasLeadingZero, let wholeEnd = digitsEnd(unsigned, from: unsigned.startIndex) else { return .malformed }
        guard wholeEnd < unsigned.endIndex else { return integer(unsigned, radix: 10, isNegative: isNegative) }
        guard isFraction(unsigned[wholeEnd...]) else { return .malformed }
        return float(literal)
    }

    static func radix(of letter: UInt8?) -> UInt8? {
        switch letter {
        case "x": 16
        case "o": 8
        case "b": 2
        default: nil
        }
    }

    private static func integer(_ digits: ArraySlice<UInt8>, radix: UInt8, isNegative: Bool) -> NumberLiteral {
        guard digitsEnd(digits, from: digits.startIndex, radix: radix) == digits.endIndex else { return .malformed }
        var value: Int64 = 0
        for byte in digits {
            guard let digit = byte.digit(radix: radix).map(Int64.init) else { continue }
            let (product, isTooLarge) = value.multipliedReportingOverflow(by: Int64(radix))
            let (sum, overflows) =
                isNegative ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
            guard !isTooLarge, !overflows else { return .outOfRange }
            value = sum
        }
        return .value(.integer(value))
    }

    private static func float(_ literal: ArraySlice<UInt8>) -> NumberLiteral {
        let digits = literal.filter { $0 != "_" }
        return Double(String(decoding: digits, as: UTF8.self)).map { .value(.float($0)) } ?? .malformed
    }

    /// What may follow the whole part of a float: ABNF `exp / frac [ exp ]`.
    private static func isFraction(_ rest: ArraySlice<UInt8>) -> Bool {
        var position = rest.startIndex
        if rest.first == "." {
            guard let end = digitsEnd(rest, from: position + 1) else { return false }
            position = end
        }
        guard position < rest.endIndex else { return true }
        guard rest[position] == "e" || rest[position] == "E" else { return false }
        position += 1
        if position < rest.endIndex, rest[position] == "+" || rest[position] == "-" { position += 1 }
        return digitsEnd(rest, from: position) == rest.endIndex
    }

    /// Where digits with single underscores between them end; nil where there is none, or an underscore stands wrong.
    private static func digitsEnd(_ literal: ArraySlice<UInt8>, from start: Int, radix: UInt8 = 10) -> Int? {
        var position = start
        var isAfterDigit = false
        while position < literal.endIndex {
            if literal[position].digit(radix: radix) != nil {
                isAfterDigit = true
            } else if literal[position] == "_", isAfterDigit {
                isAfterDigit = false
            } else {
                break
            }
            position += 1
        }
        return isAfterDigit ? position : nil
    }
}
