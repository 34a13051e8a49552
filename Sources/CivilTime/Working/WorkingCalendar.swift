/// The days on which a person or a team works: some weekdays, less days off. All questions cost O(log n) of the days off.
package struct WorkingCalendar: Hashable, Sendable {
    package let workdays: WeekdaySet
    /// Ascending, apart from each other by at least a day.
    private let daysOff: [DaysOff]

    /// Days off without a gap, both ends included, by day number.
    private struct DaysOff: Hashable {
        let first: Int
        var last: Int
        /// How many workdays all the earlier days off cover.
        let workdaysBefore: Int
    }

    /// One without any working day.
    package static let empty = WorkingCalendar(workdays: WeekdaySet([Weekday]()))

    /// How far ahead a working day is looked for.
    private static let horizon = 3653

    /// - Parameters:
    ///   - daysOff: single days, such as holidays, in any order; repeats do no harm.
    ///   - rangesOff: days off with both ends included, such as leave; they may overlap and may be very long.
    package init(
        workdays: WeekdaySet, daysOff: some Sequence<CivilDate> = [CivilDate](),
        rangesOff: some Sequence<ClosedRange<CivilDate>> = [ClosedRange<CivilDate>]()
    ) {
        self.workdays = workdays
        let ranges = daysOff.map { $0...$0 } + rangesOff
        var merged: [DaysOff] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            let (first, last) = (Int(range.lowerBound.dayNumber), Int(range.upperBound.dayNumber))
            let previous = merged.last
            if let previous, first <= previous.last + 1 {
                merged[merged.count - 1].last = max(previous.last, last)
            } else {
                let covered = previous.map { $0.workdaysBefore + workdays.count(in: $0.first...$0.last) } ?? 0
                merged.append(DaysOff(first: first, last: last, workdaysBefore: covered))
            }
        }
        self.daysOff = merged
    }

    package func isWorking(_ date: CivilDate) -> Bool {
        workdays.contains(date.weekday) && daysOff(at: Int(date.dayNumber)) == nil
    }

    /// The whole working days strictly between the two dates; 0 when there are none or `end` is not the later one.
    package func workingDays(after start: CivilDate, before end: CivilDate) -> Int {
        let first = Int(start.dayNumber) + 1
        let end = Int(end.dayNumber)
        guard first < end else { return 0 }
        let off = workdaysOff(before: end) - workdaysOff(before: first)
        return workdays.count(before: end) - workdays.count(before: first) - off
    }

    /// The first working day later than the date; nil when there is none within ten years.
    package func next(after date: CivilDate) -> CivilDate? {
        search(from: Int(date.dayNumber) + 1, step: 1)
    }

    /// The date itself if it is a working day, else the next one; nil when there is none within ten years.
    package func next(onOrAfter date: CivilDate) -> CivilDate? {
        search(from: Int(date.dayNumber), step: 1)
    }

    /// The last working day earlier than the date; nil when there is none within ten years.
    package func previous(before date: CivilDate) -> CivilDate? {
        search(from: Int(date.dayNumber) - 1, step: -1)
    }

    /// The working day so many working days later, or earlier where the number is negative; the date itself, working day or not, for 0.
    /// Nil when ten years pass without a working day, or when there are more of them than ten years have days.
    package func adding(workingDays: Int, to date: CivilDate) -> CivilDate? {
        guard workingDays.magnitude <= Self.horizon else { return nil }
        var date = date
        for _ in 0..<workingDays.magnitude {
            guard let following = workingDays > 0 ? next(after: date) : previous(before: date) else { return nil }
            date = following
        }
        return date
    }

    /// The same days under dates that lie so many later: as they are called where it is already tomorrow.
    package func shifted(byDays days: Int) -> WorkingCalendar {
        guard days != 0 else { return self }
        func date(_ day: Int) -> CivilDate { CivilDate(dayNumber: Int32(clamping: day + days)) }
        return WorkingCalendar(
            workdays: WeekdaySet(workdays.weekdays.map { Weekday(dayNumber: Int(date($0.rawValue).dayNumber) + 3) }),
            rangesOff: daysOff.map { date($0.first)...date($0.last) })
    }

    private func search(from start: Int, step: Int) -> CivilDate? {
        var day = start
        while abs(day - start) <= Self.horizon, let exact = Int32(exactly: day) {
            if let off = daysOff(at: day) {
                day = step > 0 ? off.last + 1 : off.first - 1
            } else if workdays.contains(Weekday(dayNumber: day)) {
                return CivilDate(dayNumber: exact)
            } else {
                day += step
            }
        }
        return nil
    }

    private func daysOff(at day: Int) -> DaysOff? {
        let next = daysOff.partitioningIndex { $0.first > day }
        return next > 0 && day <= daysOff[next - 1].last ? daysOff[next - 1] : nil
    }

    private func workdaysOff(before day: Int) -> Int {
        let next = daysOff.partitioningIndex { $0.first >= day }
        guard next > 0 else { return 0 }
        let latest = daysOff[next - 1]
        return latest.workdaysBefore + workdays.count(in: latest.first...min(latest.last, day - 1))
    }
}

extension WeekdaySet {
    fileprivate func count(in days: ClosedRange<Int>) -> Int {
        count(before: days.upperBound + 1) - count(before: days.lowerBound)
    }
}
