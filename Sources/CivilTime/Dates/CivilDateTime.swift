/// What a calendar and a clock on the wall show together, in no zone.
package struct CivilDateTime: Hashable, Sendable {
    package let date: CivilDate
    package let time: TimeOfDay

    package init(date: CivilDate, time: TimeOfDay) {
        self.date = date
        self.time = time
    }

    /// The reading of a clock that has advanced by so many seconds since it showed 1970-01-01 00:00.
    init(secondsOnClock seconds: Int64) {
        let (day, secondOfDay) = seconds.flooredDivision(by: 86_400)
        date = CivilDate(clamping: day)
        time = TimeOfDay(unchecked: Int(secondOfDay))
    }

    var secondsOnClock: Int64 {
        Int64(date.dayNumber) * 86_400 + Int64(time.secondsSinceMidnight)
    }
}

extension CivilDateTime: Comparable {
    package static func < (left: CivilDateTime, right: CivilDateTime) -> Bool {
        left.secondsOnClock < right.secondsOnClock
    }
}

extension CivilDateTime: CustomStringConvertible {
    /// `2026-03-02 08:40`
    package var description: String { "\(date) \(time)" }
}
