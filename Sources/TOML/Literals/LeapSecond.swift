/// Where a minute can have a second 60 (RFC 3339 section 5.7 and appendix D).
enum LeapSecond {
    /// With a date and its offset only at 23:59:60 UTC at the end of June or December. Where the instant is not known,
    /// at the end of any quarter of an hour, since offsets are multiples of that.
    static func isPossible(_ time: TOMLLocalTime, on date: TOMLLocalDate?, offsetMinutes: Int) -> Bool {
        guard let date else { return time.minute % 15 == 14 }
        switch time.hour * 60 + time.minute + 1 - offsetMinutes {
        case 0: return beginsHalfYear(month: date.month, day: date.day)
        case 24 * 60:
            let isLastDay = date.day == TOMLLocalDate.days(inMonth: date.month, of: date.year)
            return isLastDay && beginsHalfYear(month: date.month % 12 + 1, day: 1)
        default: return false
        }
    }

    private static func beginsHalfYear(month: Int, day: Int) -> Bool { day == 1 && (month == 1 || month == 7) }
}
