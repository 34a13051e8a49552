extension Instant: CustomStringConvertible {
    /// `2026-03-02T08:40:00Z`
    package var rfc3339: String {
        let utc = CivilDateTime(secondsOnClock: secondsSinceEpoch)
        let time = [utc.time.hour, utc.time.minute, utc.time.second].map { $0.zeroPadded(to: 2) }
        return "\(utc.date.iso)T\(time[0]):\(time[1]):\(time[2])Z"
    }

    package var description: String { rfc3339 }

    /// Reads a date-time of RFC 3339 section 5.6 with years 0001…9999. A fraction of a second is dropped; second 60 at the end of a
    /// month in UTC is the second after it. A space for the T is refused.
    package init(rfc3339 text: String) throws(TimeFormatError) {
        do throws(FormatProblem) {
            self = try Self.parse(text.utf8.span)
        } catch {
            throw TimeFormatError(text, isNot: "an instant", "\(error.expectation), as in 2026-03-02T08:40:00Z")
        }
    }

    /// As `init(rfc3339:)`, from UTF-8 bytes and without allocation where they are contiguous. Nil when they are no such instant.
    package init?(rfc3339 utf8: some Collection<UInt8>) {
        let fast = utf8.withContiguousStorageIfAvailable { Instant(rfc3339: $0.span) }
        guard let instant = fast ?? Instant(rfc3339: Array(utf8).span) else { return nil }
        self = instant
    }

    /// As `init(rfc3339:)`, from UTF-8 bytes. Nil when they are no such instant.
    package init?(rfc3339 utf8: Span<UInt8>) {
        guard let instant = try? Self.parse(utf8) else { return nil }
        self = instant
    }

    private enum FormatProblem: Error {
        case date(CivilDate.FormatProblem)
        case separator
        case time
        case fraction
        case offset
        case leapSecond

        var expectation: String {
            switch self {
            case .date(let problem): problem.expectation
            case .separator: "expected a T between the date and the time"
            case .time: "expected HH:MM:SS from 00:00:00 to 23:59:59 after the T"
            case .fraction: "expected digits after the decimal point"
            case .offset: "expected Z or an offset such as +01:00, and nothing after it"
            case .leapSecond: "second 60 is found only at 23:59:60 UTC on the last day of a month"
            }
        }
    }

    private static func parse(_ text: Span<UInt8>) throws(FormatProblem) -> Instant {
        let date: CivilDate
        do throws(CivilDate.FormatProblem) {
            date = try CivilDate.parse(text, at: 0)
        } catch {
            throw .date(error)
        }
        guard text.holds("T", at: 10) || text.holds("t", at: 10) else { throw .separator }
        guard let hour = text.number(at: 11, digits: 2), text.holds(":", at: 13),
            let minute = text.number(at: 14, digits: 2), text.holds(":", at: 16),
            let second = text.number(at: 17, digits: 2), hour < 24, minute < 60, second <= 60
        else { throw .time }
        let offsetStart = try endOfFraction(text, at: 19)
        let offset = try parseOffset(text, at: offsetStart)
        let seconds = Int(date.dayNumber) * 86_400 + hour * 3600 + minute * 60 + second - offset
        if second == 60 {
            let (day, secondOfDay) = seconds.flooredDivision(by: 86_400)
            guard secondOfDay == 0, CivilDate(clamping: day).day == 1 else { throw .leapSecond }
        }
        return Instant(secondsSinceEpoch: Int64(seconds))
    }

    private static func endOfFraction(_ text: Span<UInt8>, at start: Int) throws(FormatProblem) -> Int {
        guard text.holds(".", at: start) else { return start }
        var end = start + 1
        while text.number(at: end, digits: 1) != nil { end += 1 }
        guard end > start + 1 else { throw .fraction }
        return end
    }

    /// Seconds east of UTC.
    private static func parseOffset(_ text: Span<UInt8>, at start: Int) throws(FormatProblem) -> Int {
        if text.count == start + 1, text.holds("Z", at: start) || text.holds("z", at: start) { return 0 }
        let isEast = text.holds("+", at: start)
        guard text.count == start + 6, isEast || text.holds("-", at: start),
            let hours = text.number(at: start + 1, digits: 2), text.holds(":", at: start + 3),
            let minutes = text.number(at: start + 4, digits: 2), hours < 24, minutes < 60
        else { throw .offset }
        return (isEast ? 1 : -1) * (hours * 3600 + minutes * 60)
    }
}
