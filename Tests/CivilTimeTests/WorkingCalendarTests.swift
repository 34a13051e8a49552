import Testing

@testable import CivilTime

@Suite("Working calendars")
struct WorkingCalendarTests {
    private static let usual = WorkingCalendar(workdays: .mondayToFriday)

    @Test(
        "whole working days lie strictly between two dates",
        arguments: [
            // A Friday touch and a Monday holiday.
            ("2026-04-03", "2026-04-07", 0), ("2026-04-03", "2026-04-08", 1),
            ("2026-03-02", "2026-03-02", 0), ("2026-03-02", "2026-03-03", 0), ("2026-03-02", "2026-03-04", 1),
            ("2026-03-06", "2026-03-09", 0), ("2026-03-02", "2026-03-09", 4), ("2026-03-09", "2026-03-02", 0),
        ])
    func between(start: String, end: String, days: Int) throws {
        let calendar = WorkingCalendar(workdays: .mondayToFriday, daysOff: [try date("2026-04-06")])
        #expect(calendar.workingDays(after: try date(start), before: try date(end)) == days)
    }

    @Test("away days count with both ends, and where they overlap only once")
    func ranges() throws {
        let calendar = WorkingCalendar(
            workdays: .mondayToFriday, daysOff: [try date("2026-03-11"), try date("2026-03-11")],
            rangesOff: [
                try date("2026-03-10")...date("2026-03-12"), try date("2026-03-12")...date("2026-03-15"),
                try date("2026-03-09")...date("2026-03-09"),
            ])
        #expect(calendar.workingDays(after: try date("2026-03-06"), before: try date("2026-03-18")) == 2)
        #expect(!calendar.isWorking(try date("2026-03-13")))
        #expect(calendar.next(after: try date("2026-03-06")) == (try date("2026-03-16")))
        #expect(calendar.next(onOrAfter: try date("2026-03-06")) == (try date("2026-03-06")))
        #expect(calendar.previous(before: try date("2026-03-16")) == (try date("2026-03-06")))
        #expect(calendar.adding(workingDays: 2, to: try date("2026-03-06")) == (try date("2026-03-17")))
        #expect(calendar.adding(workingDays: -2, to: try date("2026-03-17")) == (try date("2026-03-06")))
        #expect(calendar.adding(workingDays: 0, to: try date("2026-03-14")) == (try date("2026-03-14")))
    }

    @Test("where nobody works there is no next working day, and in no lifetime the one after a billion")
    func neverWorking() throws {
        let today = try date("2026-03-02")
        let century = today...today.adding(days: 36_525)
        for calendar in [
            WorkingCalendar(workdays: WeekdaySet([])), WorkingCalendar(workdays: .mondayToFriday, rangesOff: [century]),
        ] {
            #expect(calendar.next(after: today) == nil)
            #expect(calendar.next(onOrAfter: today) == nil)
            #expect(calendar.adding(workingDays: .max, to: today) == nil)
            #expect(calendar.workingDays(after: today, before: today.adding(days: 10_000)) == 0)
        }
        #expect(WorkingCalendar(workdays: WeekdaySet([])).previous(before: today) == nil)
        for days in [Int.max, .min, 1_000_000_000_000] {
            #expect(Self.usual.adding(workingDays: days, to: today) == nil)
        }
        #expect(Self.usual.next(after: CivilDate(dayNumber: .max)) == nil)
        #expect(Self.usual.previous(before: CivilDate(dayNumber: .min)) == nil)
    }

    @Test("the whole of time off and the whole of time are no trouble")
    func wholeOfTime() throws {
        let (first, last) = (CivilDate(dayNumber: .min), CivilDate(dayNumber: .max))
        #expect(WorkingCalendar(workdays: .mondayToFriday, rangesOff: [first...last]).next(after: first) == nil)
        let working = Self.usual.workingDays(after: first, before: last)
        #expect(working > 3_000_000_000)
        #expect(
            WorkingCalendar(workdays: .mondayToFriday, rangesOff: [first...last]).workingDays(
                after: first, before: last) == 0)
    }

    @Test("every answer is that of a loop over the days", arguments: 0..<60 as Range<UInt64>)
    func againstLoop(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let workdays = WeekdaySet(Weekday.allCases.filter { _ in Int.random(in: 0..<4, using: &generator) > 0 })
        let start = try date("2025-12-20").adding(days: Int.random(in: -9000...9000, using: &generator))
        let off = (0..<Int.random(in: 0..<20, using: &generator)).map { _ in
            start.adding(days: .random(in: -10..<130, using: &generator))
        }
        let ranges = (0..<Int.random(in: 0..<5, using: &generator)).map { _ in
            let first = start.adding(days: .random(in: -30..<130, using: &generator))
            return first...first.adding(days: .random(in: 0..<25, using: &generator))
        }
        let calendar = WorkingCalendar(workdays: workdays, daysOff: off, rangesOff: ranges)
        func isWorking(_ day: CivilDate) -> Bool {
            workdays.contains(day.weekday) && !off.contains(day) && !ranges.contains { $0.contains(day) }
        }
        let days = (0..<120).map { start.adding(days: $0) }
        let working = days.filter(isWorking)
        #expect(days.filter(calendar.isWorking) == working)
        var differences = 0
        for a in 0..<days.count {
            let counted = working.firstIndex { $0 > days[a] } ?? working.count
            for b in stride(from: 0, to: days.count, by: 7) {
                let expected = working[min(counted, working.count)...].prefix { $0 < days[b] }.count
                if calendar.workingDays(after: days[a], before: days[b]) != expected { differences += 1 }
            }
            if let following = working.first(where: { $0 > days[a] }) {
                #expect(calendar.next(after: days[a]) == following)
                #expect(calendar.adding(workingDays: 1, to: days[a]) == following)
            }
            if let preceding = working.last(where: { $0 < days[a] }) {
                #expect(calendar.previous(before: days[a]) == preceding)
            }
        }
        #expect(differences == 0)
    }
}
