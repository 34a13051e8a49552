/// A day of the proleptic Gregorian calendar without a zone (RFC 3339 `full-date`).
package struct TOMLLocalDate: Hashable, Sendable {
    /// 0...9999.
    package let year: Int
    /// 1...12.
    package let month: Int
    /// 1 to the length of the month.
    package let day: Int

    package init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// How many days `month` (1...12) of `year` has.
    static func days(inMonth month: Int, of year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return switch month {
        case 2: isLeap ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension TOMLLocalDate: CustomStringConvertible {
    /// `1979-05-27`.
    package var description: String {
        "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
    }
}

extension Int {
    /// The decimal digits with zeros in front, at least `width` of them.
    func padded(to width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
    }
}
