import CivilTime

extension WorkingCalendar {
    /// The days of a weekly line around a date: the weekday, or the last working day before it in its week. A week without a working
    /// day has none.
    package func weekly(on weekday: Weekday, around date: CivilDate) -> WorkingCalendar {
        var gaps: [ClosedRange<CivilDate>] = []
        var from = date.adding(days: -Self.farAway)
        var end = date.adding(days: -28)
        while end.weekday != weekday { end = end.adding(days: 1) }
        for _ in 0..<9 {
            if let day = previous(before: end.adding(days: 1)), day > end.adding(days: -7) {
                if from < day { gaps.append(from...day.adding(days: -1)) }
                from = day.adding(days: 1)
            }
            end = end.adding(days: 7)
        }
        gaps.append(from...date.adding(days: Self.farAway))
        return WorkingCalendar(workdays: WeekdaySet(Weekday.allCases), rangesOff: gaps)
    }

    /// Calendar days further than anybody looks for a working day.
    private static let farAway = 5_000
}
