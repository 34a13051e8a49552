/// A holiday of one or more whole days, once or every year, in no zone.
package struct HolidayEvent: Hashable, Sendable {
    package let summary: String
    package let firstDate: CivilDate
    /// The last day of the event, not the day after it.
    package let lastDate: CivilDate
    package let recurrence: YearlyRecurrence?
    /// First days on which the event does not recur (EXDATE).
    package let exceptions: Set<CivilDate>

    package init(
        summary: String, firstDate: CivilDate, lastDate: CivilDate, recurrence: YearlyRecurrence? = nil,
        exceptions: Set<CivilDate> = []
    ) {
        self.summary = summary
        self.firstDate = firstDate
        self.lastDate = max(firstDate, lastDate)
        self.recurrence = recurrence
        self.exceptions = exceptions
    }

    /// The occurrences that touch the range, in order, each in full.
    package func occurrences(in range: ClosedRange<CivilDate>) -> [ClosedRange<CivilDate>] {
        let extraDays = lastDate.days(since: firstDate)
        let earliest = range.lowerBound.adding(days: -extraDays)
        let firsts = recurrence?.dates(from: firstDate, in: earliest...range.upperBound) ?? [firstDate]
        return firsts.filter { !exceptions.contains($0) }
            .map { $0...$0.adding(days: extraDays) }
            .filter { $0.overlaps(range) }
    }

    /// The days in the range that the event covers.
    package func dates(in range: ClosedRange<CivilDate>) -> Set<CivilDate> {
        Set(
            occurrences(in: range).flatMap { occurrence in
                let days = occurrence.clamped(to: range)
                return (days.lowerBound.dayNumber...days.upperBound.dayNumber).map(CivilDate.init(dayNumber:))
            })
    }
}
