/// Reads the text of a `PosixTimeZone`. Nil stands for text that is no such rule.
struct PosixTimeZoneParser {
    private var rest: ArraySlice<UInt8>

    static func parse(_ text: ArraySlice<UInt8>) -> PosixTimeZone? {
        var parser = PosixTimeZoneParser(rest: text)
        guard let zone = parser.zone(), parser.rest.isEmpty else { return nil }
        return zone
    }

    private mutating func zone() -> PosixTimeZone? {
        guard skipName(), let west = clock(maximumHours: 24) else { return nil }
        let standard = LocalTime(offset: -west)
        if rest.isEmpty { return PosixTimeZone(standard: standard, daylight: nil) }
        guard skipName() else { return nil }
        var offset = standard.offset + 3600
        if rest.first != UInt8(ascii: ",") {
            guard let west = clock(maximumHours: 24) else { return nil }
            offset = -west
        }
        // Without dates POSIX leaves the rule to the implementation; RFC 9636 files always have them.
        guard let start = moment(), let end = moment() else { return nil }
        let localTime = LocalTime(offset: offset)
        return PosixTimeZone(standard: standard, daylight: .init(localTime: localTime, start: start, end: end))
    }

    /// Three letters or more, or letters, digits and signs in angle brackets. What a time is called nobody asks.
    private mutating func skipName() -> Bool {
        let isQuoted = skip("<")
        let letters = rest.prefix { byte in
            switch UInt8(byte) {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"): isQuoted
            default: false
            }
        }
        rest = rest.dropFirst(letters.count)
        return letters.count >= 3 && (!isQuoted || skip(">"))
    }

    /// `,date` or `,date/time`.
    private mutating func moment() -> YearlyMoment? {
        guard skip(","), let day = day() else { return nil }
        guard skip("/") else { return YearlyMoment(day: day, seconds: 2 * 3600) }
        return clock(maximumHours: 167).map { YearlyMoment(day: day, seconds: $0) }
    }

    private mutating func day() -> YearlyMoment.Day? {
        if skip("J") { return number(in: 1...365).map(YearlyMoment.Day.ofCommonYear) }
        guard skip("M") else { return number(in: 0...365).map(YearlyMoment.Day.ofYear) }
        guard let month = number(in: 1...12), skip("."), let week = number(in: 1...5), skip("."),
            let weekday = number(in: 0...6)
        else { return nil }
        return .weekday(weekday, week: week, month: month)
    }

    /// `[+-]h[:mm[:ss]]`, in seconds.
    private mutating func clock(maximumHours: Int) -> Int? {
        let isNegative = skip("-")
        if !isNegative { _ = skip("+") }
        guard var seconds = number(in: 0...maximumHours).map({ $0 * 3600 }) else { return nil }
        for unit in [60, 1] where skip(":") {
            guard let count = number(in: 0...59) else { return nil }
            seconds += count * unit
        }
        return isNegative ? -seconds : seconds
    }

    private mutating func number(in range: ClosedRange<Int>) -> Int? {
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        rest = rest.dropFirst(digits.count)
        guard digits.count <= 3, let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
        return range.contains(number) ? number : nil
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }
}
