/// The hours of a day in which a person works, in his own zone; they lie within one day.
package struct WorkingHours: Hashable, Sendable {
    package let start: TimeOfDay
    /// The first time after the hours; `TimeOfDay.endOfDay` when they last until midnight.
    package let end: TimeOfDay

    /// Nil unless `start` is before `end`.
    package init?(start: TimeOfDay, end: TimeOfDay) {
        guard start < end else { return nil }
        self.start = start
        self.end = end
    }

    package var seconds: Int { end.secondsSinceMidnight - start.secondsSinceMidnight }

    /// How many of the `seconds` have passed at the time: 0 before the hours, all of them after.
    package func elapsedSeconds(at time: TimeOfDay) -> Int {
        min(max(0, time.secondsSinceMidnight - start.secondsSinceMidnight), seconds)
    }

    /// The quarter of an hour in which two thirds of them have passed.
    package var twoThirds: TimeOfDay { quarter(of: start.secondsSinceMidnight + seconds * 2 / 3) }

    /// The quarter of an hour halfway between the time and their end.
    package func halfway(from time: TimeOfDay) -> TimeOfDay {
        quarter(of: (time.secondsSinceMidnight + end.secondsSinceMidnight) / 2)
    }

    /// An hour before their end, or their beginning where they are shorter.
    package var lastHour: TimeOfDay { quarter(of: max(start.secondsSinceMidnight, end.secondsSinceMidnight - 3_600)) }

    private func quarter(of second: Int) -> TimeOfDay {
        TimeOfDay(hour: second / 3_600, minute: second % 3_600 / 900 * 15) ?? start
    }

    package func contains(_ time: TimeOfDay) -> Bool { start <= time && time < end }
}

extension WorkingHours: CustomStringConvertible {
    /// Reads `09:00-17:30`; the end may be `24:00`. Hours over midnight are refused.
    package init(parsing text: String) throws(TimeFormatError) {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { $0.trimmed }
        guard ends.count == 2 else {
            throw TimeFormatError(text, isNot: "working hours", "expected a start and an end, such as 09:00-17:30")
        }
        let start = try TimeOfDay(parsing: ends[0])
        let end = ends[1] == "24:00" ? TimeOfDay.endOfDay : try TimeOfDay(parsing: ends[1])
        guard let hours = WorkingHours(start: start, end: end) else {
            throw TimeFormatError(
                text, isNot: "working hours",
                "the end must be after the start on the same day; hours over midnight are not supported, end them at 24:00"
            )
        }
        self = hours
    }

    /// `09:00-17:30`
    package var description: String {
        "\(start)-\(end)"
    }
}

extension Substring {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
