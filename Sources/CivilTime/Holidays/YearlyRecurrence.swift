/// A recurrence rule of RFC 5545 section 3.3.10 with FREQ=YEARLY, as calendars of holidays have them: on a date, or on such days as the
/// fourth Thursday of November. A date that a year does not have, such as 29 February, is left out in that year.
package struct YearlyRecurrence: Hashable, Sendable {
    /// An element of BYDAY; the ordinal is 0 for each such weekday, and negative when it counts from the end.
    struct WeekdayRule: Hashable {
        let ordinal: Int
        let weekday: Weekday
    }

    /// Every so many years.
    var interval = 1
    /// How many times in all, days that are excepted included.
    var count: Int?
    /// The last possible day.
    var until: CivilDate?
    /// BYMONTH, ascending.
    var months: [Int] = []
    /// BYMONTHDAY; negative counts from the end of the month.
    var monthDays: [Int] = []
    var weekdays: [WeekdayRule] = []

    /// The days in the range on which an event recurs that was first held on `start`, in order.
    func dates(from start: CivilDate, in range: ClosedRange<CivilDate>) -> [CivilDate] {
        let end = min(range.upperBound, until ?? range.upperBound)
        var year = start.year
        // Without a count the years before the range need no look.
        if count == nil, range.lowerBound.year > year { year += (range.lowerBound.year - year) / interval * interval }
        var remaining = count ?? .max
        var dates: [CivilDate] = []
        while year <= end.year {
            for date in candidates(in: year, from: start) where date >= start {
                guard remaining > 0, date <= end else { return dates }
                remaining -= 1
                if date >= range.lowerBound { dates.append(date) }
            }
            year += interval
        }
        return dates
    }

    private func candidates(in year: Int, from start: CivilDate) -> [CivilDate] {
        let isOnDate = monthDays.isEmpty && weekdays.isEmpty
        let months = !months.isEmpty ? months : isOnDate ? [start.month] : Array(1...12)
        return months.flatMap { month in
            (1...Gregorian.daysInMonth(month, of: year)).compactMap { day in
                let isWanted = isOnDate ? day == start.day : matches(year: year, month: month, day: day)
                return isWanted ? CivilDate(year: year, month: month, day: day) : nil
            }
        }
    }

    private func matches(year: Int, month: Int, day: Int) -> Bool {
        let length = Gregorian.daysInMonth(month, of: year)
        guard monthDays.isEmpty || monthDays.contains(day) || monthDays.contains(day - length - 1) else { return false }
        guard !weekdays.isEmpty else { return true }
        let date = Gregorian.dayNumber(year: year, month: month, day: day)
        let weekday = Weekday(dayNumber: date)
        // An ordinal counts within the month where months are named, else within the year.
        let first = Gregorian.dayNumber(year: year, month: months.isEmpty ? 1 : month, day: 1)
        let last = Gregorian.dayNumber(
            year: year, month: months.isEmpty ? 12 : month, day: months.isEmpty ? 31 : length)
        let ordinals = [0, (date - first) / 7 + 1, -((last - date) / 7 + 1)]
        return weekdays.contains { $0.weekday == weekday && ordinals.contains($0.ordinal) }
    }
}
