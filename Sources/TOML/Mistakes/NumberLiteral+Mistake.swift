extension NumberLiteral {
    /// What is wrong with text that begins like a number; nil where it does not.
    static func mistake(in literal: ArraySlice<UInt8>) -> LiteralMistake? {
        let unsigned = literal.drop { $0 == "+" || $0 == "-" }
        let signs = unsigned.startIndex - literal.startIndex
        let digits = unsigned.first == "." ? unsigned.dropFirst() : unsigned
        guard let first = digits.first, first.isDigit else { return nil }
        let text = text(literal)
        if case .outOfRange = parse(literal) {
            return LiteralMistake("the integer is out of range", hint: "integers go from \(Int64.min) to \(Int64.max)")
        }
        if signs > 1 { return LiteralMistake("a number has at most one sign, found `\(text)`") }
        if unsigned.first == "0", let letter = unsigned.dropFirst().first, radix(of: letter | 0x20) != nil {
            return radixMistake(text, digits: unsigned.dropFirst(2), letter: letter, hasSign: signs > 0)
        }
        let points = unsigned.count { $0 == "." }
        guard points < 2, unsigned.allSatisfy({ $0.isDigit || "._eE+-".utf8.contains($0) }) else {
            return noNumber(text, isDate: unsigned.split { $0 == "." || $0 == "/" }.count == 3)
        }
        return pointMistake(unsigned, sign: literal.first == "-" ? "-" : "")
            ?? decimalMistake(unsigned, text: text, sign: literal.first == "-" ? "-" : "")
    }

    private static func radixMistake(
        _ text: String, digits: ArraySlice<UInt8>, letter: UInt8, hasSign: Bool
    ) -> LiteralMistake {
        let lower = letter | 0x20
        let prefix = "0\(Unicode.Scalar(lower))"
        if hasSign { return LiteralMistake("a number with the prefix \(prefix) has no sign, found `\(text)`") }
        if letter != lower { return LiteralMistake("the prefix of `\(text)` is written in lower case: \(prefix)") }
        let radix = radix(of: lower) ?? 10
        if let odd = digits.first(where: { $0 != "_" && $0.digit(radix: radix) == nil }) {
            let digit = odd < 0x80 ? "`\(Unicode.Scalar(odd))`" : "`\(text)`"
            return LiteralMistake("\(digit) is not a digit of a number to base \(radix)")
        }
        return digits.isEmpty ? LiteralMistake("expected digits after \(prefix), found nothing") : underscores
    }

    private static func pointMistake(_ unsigned: ArraySlice<UInt8>, sign: String) -> LiteralMistake? {
        guard let point = unsigned.firstIndex(of: UInt8(ascii: ".")) else { return nil }
        let (whole, fraction) = (unsigned[..<point], unsigned[(point + 1)...])
        if whole.isEmpty {
            return LiteralMistake("a float needs a digit before the point", hint: "write \(sign)0\(text(unsigned))")
        }
        guard fraction.first?.isDigit != true else { return nil }
        return LiteralMistake(
            "a float needs a digit after the point", hint: "write \(sign)\(text(whole)).0\(text(fraction))")
    }

    private static func decimalMistake(_ unsigned: ArraySlice<UInt8>, text: String, sign: String) -> LiteralMistake {
        let groups = unsigned.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
        let areBetweenDigits = zip(groups, groups.dropFirst()).allSatisfy { before, after in
            before.last?.isDigit == true && after.first?.isDigit == true
        }
        guard areBetweenDigits else { return underscores }
        if unsigned.first == "0", unsigned.dropFirst().first.map({ $0.isDigit || $0 == "_" }) == true {
            let rest = unsigned.drop { $0 == "0" || $0 == "_" }
            let number = (rest.first?.isDigit == true ? "" : "0") + self.text(rest)
            return LiteralMistake(
                "a number has no leading zeros, found `\(text)`",
                hint: "write \(sign)\(number), or \(text.quoted) if it is a text")
        }
        if unsigned.contains(where: { $0 | 0x20 == "e" }) {
            return LiteralMistake("the exponent of `\(text)` is not a whole number", hint: "write it as 1e6 or 1e-6")
        }
        return noNumber(text, isDate: false)
    }

    private static func noNumber(_ text: String, isDate: Bool) -> LiteralMistake {
        let date = isDate ? "; a date is written as 2026-01-31" : ""
        return LiteralMistake("`\(text)` is not a number", hint: "text needs quotes: \(text.quoted)\(date)")
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self).shortened }

    private static var underscores: LiteralMistake {
        LiteralMistake("an underscore in a number must stand between two digits", hint: "write it as 1_000")
    }
}
