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
