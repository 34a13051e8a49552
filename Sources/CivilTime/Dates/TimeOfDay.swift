/// A time on a clock, to the second, in no zone: 00:00 up to 23:59:59.
package struct TimeOfDay: Hashable, Sendable {
    /// 0…86,399, and 86,400 for `endOfDay` alone.
    package let secondsSinceMidnight: Int

    package static let midnight = TimeOfDay(unchecked: 0)

    /// 24:00, the end of working hours that last until midnight.
    package static let endOfDay = TimeOfDay(unchecked: 86_400)

    init(unchecked secondsSinceMidnight: Int) {
        self.secondsSinceMidnight = secondsSinceMidnight
    }

    /// Nil when there is no such time; 24:00 is `endOfDay`.
    package init?(hour: Int, minute: Int = 0, second: Int = 0) {
        guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else { return nil }
        self.init(unchecked: hour * 3600 + minute * 60 + second)
    }

    package var hour: Int { secondsSinceMidnight / 3600 }
    package var minute: Int { secondsSinceMidnight / 60 % 60 }
    package var second: Int { secondsSinceMidnight % 60 }

    /// The time as people say it, without its seconds.
    package var toTheMinute: TimeOfDay { TimeOfDay(unchecked: secondsSinceMidnight / 60 * 60) }
}

extension TimeOfDay: Comparable {
    package static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
        left.secondsSinceMidnight < right.secondsSinceMidnight
    }
}

extension TimeOfDay: CustomStringConvertible {
    /// Reads `08:40` or `08:40:30`.
    package init(parsing text: String) throws(TimeFormatError) {
        guard let time = Self.read(text.utf8.span) else {
            throw TimeFormatError(text, isNot: "a time of day", "expected HH:MM from 00:00 to 23:59, such as 08:40")
        }
        self = time
    }

    private static func read(_ text: Span<UInt8>) -> TimeOfDay? {
        guard let hour = text.number(at: 0, digits: 2), text.holds(":", at: 2),
            let minute = text.number(at: 3, digits: 2)
        else { return nil }
        if text.count == 5 { return TimeOfDay(hour: hour, minute: minute) }
        guard text.count == 8, text.holds(":", at: 5), let second = text.number(at: 6, digits: 2) else { return nil }
        return TimeOfDay(hour: hour, minute: minute, second: second)
    }

    /// `08:40`, with the seconds where there are any.
    package var description: String {
        let minutes = "\(hour.zeroPadded(to: 2)):\(minute.zeroPadded(to: 2))"
        return second == 0 ? minutes : "\(minutes):\(second.zeroPadded(to: 2))"
    }
}
