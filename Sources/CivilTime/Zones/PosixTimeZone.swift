/// A rule of POSIX.1 section 8.3 with the extensions of RFC 9636 section 3.3.1, as in `CET-1CEST,M3.5.0,M10.5.0/3`: a standard time, and
/// perhaps a daylight time between two dates of each year.
struct PosixTimeZone: Hashable {
    struct Daylight: Hashable {
        let localTime: LocalTime
        /// On the clock of standard time.
        let start: YearlyMoment
        /// On the clock of daylight time.
        let end: YearlyMoment
    }

    let standard: LocalTime
    let daylight: Daylight?

    func period(at second: Int64) -> OffsetPeriod {
        guard let daylight else { return OffsetPeriod(start: .min, end: .max, localTime: standard) }
        // A moment may lie a week outside its year, so that two years on either side always hold the neighbours.
        let year = CivilDateTime(secondsOnClock: second).date.year
        var current = OffsetPeriod(start: .min, end: .max, localTime: standard)
        for year in year - 2...year + 2 {
            let start = daylight.start.secondsOnClock(in: year) - Int64(standard.offset)
            let end = daylight.end.secondsOnClock(in: year) - Int64(daylight.localTime.offset)
            // Where both fall together no time is standard: RFC 9636 writes daylight time all year as such a rule.
            let changes =
                start <= end
                ? [(start, daylight.localTime), (end, standard)] : [(end, standard), (start, daylight.localTime)]
            for (instant, localTime) in changes {
                if instant > second {
                    return OffsetPeriod(start: current.start, end: instant, localTime: current.localTime)
                }
                current = OffsetPeriod(start: instant, end: .max, localTime: localTime)
            }
        }
        return current
    }
}

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
