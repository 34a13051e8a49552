/// A day of the Gregorian calendar, in no zone. Arithmetic that leaves the range of `Int32` days stays at its end.
package struct CivilDate: Hashable, Sendable {
    /// Days since 1970-01-01.
    package let dayNumber: Int32

    package init(dayNumber: Int32) {
        self.dayNumber = dayNumber
    }

    /// The day with the number, or the first or last day there is.
    init(clamping dayNumber: some BinaryInteger) {
        self.dayNumber = Int32(clamping: dayNumber)
    }

    /// Nil when the month does not have the day, or the day is millions of years away.
    package init?(year: Int, month: Int, day: Int) {
        guard (-5_000_000...5_000_000).contains(year), (1...12).contains(month) else { return nil }
        guard day >= 1, day <= Gregorian.daysInMonth(month, of: year) else { return nil }
        self.init(clamping: Gregorian.dayNumber(year: year, month: month, day: day))
    }

    package var year: Int { components.year }
    /// 1…12.
    package var month: Int { components.month }
    /// 1…31.
    package var day: Int { components.day }

    package var components: (year: Int, month: Int, day: Int) {
        Gregorian.components(dayNumber: Int(dayNumber))
    }

    package var weekday: Weekday { Weekday(dayNumber: Int(dayNumber)) }

    package func adding(days: Int) -> CivilDate {
        CivilDate(clamping: Int(dayNumber).addingSaturated(days))
    }

    /// Positive when `other` is earlier.
    package func days(since other: CivilDate) -> Int {
        Int(dayNumber) - Int(other.dayNumber)
    }
}

extension CivilDate: Comparable {
    package static func < (left: CivilDate, right: CivilDate) -> Bool { left.dayNumber < right.dayNumber }
}
