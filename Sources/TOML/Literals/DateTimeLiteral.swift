/// Dates and times (ABNF `date-time`, after RFC 3339), checked against the calendar.
struct DateTimeLiteral {
    private let literal: ArraySlice<UInt8>
    private var position: Int

    private init(_ literal: ArraySlice<UInt8>) {
        self.literal = literal
        position = literal.startIndex
    }

    /// Whether the literal can only be meant as a date or time: digits, then `-` or `:`.
    static func isMeant(by literal: ArraySlice<UInt8>) -> Bool {
        let rest = literal.drop { $0.isDigit }
        return rest.startIndex > literal.startIndex && (rest.first == "-" || rest.first == ":")
    }

    static func parse(_ literal: ArraySlice<UInt8>) throws(LiteralMistake) -> TOMLValue {
        var parser = DateTimeLiteral(literal)
        return try parser.parse()
    }

    private mutating func parse() throws(LiteralMistake) -> TOMLValue {
        if literal.drop(while: { $0.isDigit }).first == ":" {
            let time = try time()
            if position < literal.endIndex, let letter = next, letter == "Z" || letter == "z" || isSign(letter) {
                throw LiteralMistake("a time without a date has no offset from UTC", hint: "remove the offset")
            }
            try expectEnd()
            try checkLeapSecond(time)
            return .localTime(time)
        }
        let date = try date()
        guard let delimiter = next else { return .localDate(date) }
        guard delimiter == "T" || delimiter == "t" || delimiter == " " else {
            throw LiteralMistake("expected `T` and the time after the date, found \(found)", hint: nil)
        }
        position += 1
        let time = try time()
        guard let offset = try offset() else {
            try expectEnd()
            try checkLeapSecond(time)
            return .localDateTime(TOMLLocalDateTime(date: date, time: time))
        }
        try expectEnd()
        try checkLeapSecond(time, on: date, offset: offset)
        return .offsetDateTime(TOMLOffsetDateTime(date: date, time: time, offsetMinutes: offset))
    }

    private mutating func date() throws(LiteralMistake) -> TOMLLocalDate {
        let hint = "write a date as 2026-01-31"
        let year = try number(4, "the year", hint)
        try expect("-", after: "the year", hint)
        let month = try number(2, "the month", hint)
        try expect("-", after: "the month", hint)
        guard (1...12).contains(month) else {
            throw LiteralMistake("months go from 01 to 12, found \(month.padded(to: 2))")
        }
        let day = try number(2, "the day", hint)
        let days = TOMLLocalDate.days(inMonth: month, of: year)
        guard (1...days).contains(day) else {
            let name = "\(year.padded(to: 4))-\(month.padded(to: 2))"
            throw LiteralMistake("the days of \(name) go from 01 to \(days), found \(day.padded(to: 2))")
        }
        return TOMLLocalDate(year: year, month: month, day: day)
    }

    private mutating func time() throws(LiteralMistake) -> TOMLLocalTime {
        let hint = "write a time as 08:40 or 08:40:00"
        let hour = try number(2, "the hour", hint)
        guard hour < 24 else { throw LiteralMistake("hours go from 00 to 23, found \(hour)") }
        try expect(":", after: "the hour", hint)
        let minute = try number(2, "the minute", hint)
        guard minute < 60 else { throw LiteralMistake("minutes go from 00 to 59, found \(minute)") }
        guard next == ":" else { return TOMLLocalTime(hour: hour, minute: minute) }
        position += 1
        let second = try number(2, "the second", hint)
        guard second <= 60 else { throw LiteralMistake("seconds go from 00 to 59, found \(second)") }
        return TOMLLocalTime(hour: hour, minute: minute, second: second, nanosecond: try fraction())
    }

    /// Nanoseconds; what is finer is cut off.
    private mutating func fraction() throws(LiteralMistake) -> Int {
        guard next == "." else { return 0 }
        let digits = literal[(position + 1)...].prefix { $0.isDigit }
        guard !digits.isEmpty else { throw LiteralMistake("expected digits after the point, found nothing") }
        position = digits.endIndex
        let nine = digits.prefix(9) + repeatElement(UInt8(ascii: "0"), count: max(0, 9 - digits.count))
        return nine.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    }

    /// Minutes east of UTC, nil where none are written.
    private mutating func offset() throws(LiteralMistake) -> Int? {
        guard let sign = next else { return nil }
        if sign == "Z" || sign == "z" {
            position += 1
            return 0
        }
        guard isSign(sign) else { return nil }
        position += 1
        let hint = "write the offset from UTC as Z, +02:00 or -07:00"
        let hours = try number(2, "the hour of the offset", hint)
        try expect(":", after: "the hour of the offset", hint)
        let minutes = try number(2, "the minute of the offset", hint)
        guard hours < 24, minutes < 60 else {
            throw LiteralMistake("an offset from UTC goes from -23:59 to +23:59", hint: hint)
        }
        return (sign == "-" ? -1 : 1) * (hours * 60 + minutes)
    }

    private func checkLeapSecond(
        _ time: TOMLLocalTime, on date: TOMLLocalDate? = nil, offset: Int = 0
    ) throws(LiteralMistake) {
        guard time.second == 60, !LeapSecond.isPossible(time, on: date, offsetMinutes: offset) else { return }
        throw LiteralMistake("seconds go from 00 to 59, and there is no leap second at this time")
    }

    private mutating func number(_ count: Int, _ name: String, _ hint: String) throws(LiteralMistake) -> Int {
        let digits = literal[position...].prefix { $0.isDigit }
        guard digits.count == count else {
            let found = digits.isEmpty ? found : "`\(String(decoding: digits, as: UTF8.self))`"
            throw LiteralMistake("\(name) has \(count) digits, found \(found)", hint: hint)
        }
        position = digits.endIndex
        return digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    }

    private mutating func expect(
        _ character: Unicode.Scalar, after name: String, _ hint: String
    ) throws(LiteralMistake) {
        guard next == character else {
            throw LiteralMistake("expected `\(character)` after \(name), found \(found)", hint: hint)
        }
        position += 1
    }

    private func expectEnd() throws(LiteralMistake) {
        guard position == literal.endIndex else {
            throw LiteralMistake("expected the end of the date or time, found \(found)")
        }
    }

    private var next: UInt8? { position < literal.endIndex ? literal[position] : nil }

    private var found: String {
        let rest = literal[position...]
        return rest.isEmpty ? "nothing" : "`\(String(decoding: rest, as: UTF8.self).shortened)`"
    }

    private func isSign(_ byte: UInt8) -> Bool { byte == "+" || byte == "-" }
}
