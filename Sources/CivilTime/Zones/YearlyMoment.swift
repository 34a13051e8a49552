/// A date and time of each year on a local clock.
struct YearlyMoment: Hashable {
    enum Day: Hashable {
        /// `Jn`: 1…365, never counting 29 February.
        case ofCommonYear(Int)
        /// `n`: 0…365, counting 29 February.
        case ofYear(Int)
        /// `Mm.w.d`: weekday 0 (Sunday)…6 of week 1…5 of month 1…12; week 5 is the last.
        case weekday(Int, week: Int, month: Int)
    }

    let day: Day
    /// From 00:00 on the day; -167 to 167 hours (RFC 9636 section 3.3.1).
    let seconds: Int

    /// The moment as a clock shows it that has advanced so many seconds since it showed 1970-01-01 00:00.
    func secondsOnClock(in year: Int) -> Int64 {
        Int64(dayNumber(in: year)) * 86_400 + Int64(seconds)
    }

    private func dayNumber(in year: Int) -> Int {
        switch day {
        case .ofCommonYear(let number):
            let leapDay = Gregorian.isLeap(year) && number > 59 ? 1 : 0
            return Gregorian.dayNumber(year: year, month: 1, day: number + leapDay)
        case .ofYear(let number):
            return Gregorian.dayNumber(year: year, month: 1, day: 1 + number)
        case .weekday(let weekday, let week, let month):
            let first = Gregorian.dayNumber(year: year, month: month, day: 1)
            let firstWeekday = Weekday(dayNumber: first).rawValue % 7
            let day = (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
            return first + (day < Gregorian.daysInMonth(month, of: year) ? day : day - 7)
        }
    }
}
