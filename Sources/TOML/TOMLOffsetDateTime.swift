/// An instant, written as local time with its offset from UTC (RFC 3339 `date-time`).
package struct TOMLOffsetDateTime: Hashable, Sendable {
    package let date: TOMLLocalDate
    package let time: TOMLLocalTime
    /// Minutes east of UTC, -1439...1439; 0 for `Z` and `-00:00`.
    package let offsetMinutes: Int

    package init(date: TOMLLocalDate, time: TOMLLocalTime, offsetMinutes: Int) {
        self.date = date
        self.time = time
        self.offsetMinutes = offsetMinutes
    }
}

extension TOMLOffsetDateTime: CustomStringConvertible {
    /// `1979-05-27T07:32:00Z`, or with `-07:00` for another offset.
    package var description: String {
        guard offsetMinutes != 0 else { return "\(date)T\(time)Z" }
        let (hours, minutes) = abs(offsetMinutes).quotientAndRemainder(dividingBy: 60)
        return "\(date)T\(time)\(offsetMinutes < 0 ? "-" : "+")\(hours.padded(to: 2)):\(minutes.padded(to: 2))"
    }
}
