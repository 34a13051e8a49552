import Testing

@testable import CivilTime

@Suite("Daily slots", .enabled(if: Zones.directory != nil, "tzdata is not installed"))
struct DailySlotTests {
    /// Zones with the three years that matter most in them.
    static let zonesAndYears: [(String, Int)] = [
        ("UTC", 2025), ("Europe/London", 2025), ("Europe/Berlin", 2025), ("Europe/Dublin", 2025),
        ("Europe/Istanbul", 2015),
        ("Europe/Moscow", 2010), ("Europe/Lisbon", 1991), ("Atlantic/Azores", 2025), ("Africa/Cairo", 2023),
        ("Africa/Casablanca", 2025), ("Africa/Johannesburg", 2025), ("Africa/Juba", 2020), ("Asia/Beirut", 2022),
        ("Asia/Gaza", 2022), ("Asia/Jerusalem", 2025), ("Asia/Tehran", 2021), ("Asia/Kathmandu", 1985),
        ("Asia/Kolkata", 2025),
        ("Asia/Pyongyang", 2015), ("Asia/Tokyo", 2025), ("Asia/Ulaanbaatar", 2015), ("America/New_York", 2025),
        ("America/Los_Angeles", 2025), ("America/St_Johns", 2006), ("America/Havana", 2025),
        ("America/Sao_Paulo", 2017),
        ("America/Asuncion", 2023), ("America/Santiago", 2025), ("America/Nuuk", 2023), ("America/Scoresbysund", 2023),
        ("America/Caracas", 2015), ("Australia/Lord_Howe", 2025), ("Australia/Sydney", 2025),
        ("Pacific/Auckland", 2025),
        ("Pacific/Chatham", 2025), ("Pacific/Apia", 2010), ("Pacific/Fakaofo", 2010), ("Pacific/Kwajalein", 1992),
        ("Pacific/Kiritimati", 1993), ("Antarctica/Troll", 2025), ("Antarctica/Casey", 2018),
    ]

    private static let times = ["00:00", "00:30", "01:30", "02:00", "02:30", "08:40", "23:30", "23:59"]

    @Test("each slot fires exactly once per working day, in order, whatever the day is like", arguments: zonesAndYears)
    func onceADay(identifier: String, firstYear: Int) throws {
        let zone = try zone(identifier)
        let first = try #require(CivilDate(year: firstYear, month: 1, day: 1))
        let last = try #require(CivilDate(year: firstYear + 2, month: 12, day: 31))
        let holiday = first.adding(days: 100)
        // All days work, so that summer time's Sundays do too.
        let calendar = WorkingCalendar(workdays: WeekdaySet(Weekday.allCases), daysOff: [holiday])
        let expected = (first.dayNumber...last.dayNumber).map(CivilDate.init(dayNumber:))
            .filter { $0 != holiday && zone.exists($0) }
        for text in Self.times {
            let slot = DailySlot(time: try time(text), zone: zone, calendar: calendar)
            var now = zone.startOfDay(first).adding(seconds: -1)
            var fired: [CivilDate] = []
            var mistakes: [String] = []
            while let next = slot.next(after: now), next.date <= last {
                let shown = zone.local(next.instant)
                let before = zone.local(next.instant.adding(seconds: -1))
                let wanted = CivilDateTime(date: next.date, time: slot.time)
                // Either the clock shows the time, or it has just jumped over it.
                if shown != wanted, !(before < wanted && wanted < shown) {
                    mistakes.append("\(wanted) fired at \(shown)")
                }
                if next.instant <= now { mistakes.append("\(next.instant) is not after \(now)") }
                fired.append(next.date)
                now = next.instant
            }
            #expect(fired == expected && mistakes.isEmpty, "\(identifier) at \(text): \(mistakes.prefix(5))")
        }
    }

    @Test("whatever moment it is, the latest slot and the next are neighbours", arguments: zonesAndYears)
    func neighbours(identifier: String, firstYear: Int) throws {
        let zone = try zone(identifier)
        let start = zone.startOfDay(try #require(CivilDate(year: firstYear, month: 1, day: 1)))
        let calendar = WorkingCalendar(workdays: .mondayToFriday)
        var generator = SeededGenerator(seed: UInt64(firstYear))
        for text in ["00:00", "02:30", "08:40"] {
            let slot = DailySlot(time: try time(text), zone: zone, calendar: calendar)
            for _ in 0..<150 {
                let now = start.adding(seconds: .random(in: 0..<3 * 31_536_000, using: &generator))
                let latest = try #require(slot.latest(atOrBefore: now))
                let next = try #require(slot.next(after: now))
                #expect(latest.instant <= now && now < next.instant)
                #expect(try #require(slot.next(after: latest.instant)) == next)
                #expect(try #require(slot.latest(atOrBefore: next.instant.adding(seconds: -1))) == latest)
                #expect(try #require(slot.latest(atOrBefore: next.instant)) == next)
            }
        }
    }

    @Test(
        "a slot in a gap moves to the first instant after it, a repeated one is the first",
        arguments: [
            ("Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T01:00:00Z"),
            ("Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30:00Z"),
            ("Africa/Cairo", "2026-04-24", "00:00", "2026-04-23T22:00:00Z"),
            ("America/Nuuk", "2026-03-28", "23:30", "2026-03-29T01:00:00Z"),
        ])
    func moved(identifier: String, day: String, at text: String, expected: String) throws {
        let calendar = WorkingCalendar(workdays: WeekdaySet(Weekday.allCases))
        let slot = DailySlot(time: try time(text), zone: try zone(identifier), calendar: calendar)
        #expect(slot.instant(on: try date(day)) == (try instant(expected)))
        #expect(slot.latest(atOrBefore: try instant(expected))?.date == (try date(day)))
        #expect(slot.next(after: try instant(expected).adding(seconds: -1))?.date == (try date(day)))
    }

    @Test("there is no slot on a day off, nor on a day that does not exist")
    func none() throws {
        let usual = WorkingCalendar(workdays: .mondayToFriday)
        let slot = DailySlot(
            time: try time("08:40"), lateUntil: try time("11:00"), zone: try zone("Pacific/Apia"), calendar: usual)
        for day in ["2011-12-30", "2011-12-31"] {
            #expect(slot.instant(on: try date(day)) == nil)
            #expect(slot.cutOff(on: try date(day)) == nil)
        }
        let nobody = DailySlot(time: slot.time, zone: slot.zone, calendar: WorkingCalendar(workdays: WeekdaySet([])))
        #expect(nobody.next(after: try instant("2026-03-02T08:40:00Z")) == nil)
        #expect(nobody.latest(atOrBefore: try instant("2026-03-02T08:40:00Z")) == nil)
    }

    @Test("the cut-off is on the slot's day and never before the slot")
    func cutOff() throws {
        let everyDay = WorkingCalendar(workdays: WeekdaySet(Weekday.allCases))
        let berlin = try zone("Europe/Berlin")
        let huddle = DailySlot(time: try time("08:40"), lateUntil: try time("11:00"), zone: berlin, calendar: everyDay)
        #expect(huddle.cutOff(on: try date("2026-03-02")) == (try instant("2026-03-02T10:00:00Z")))
        #expect(
            DailySlot(time: huddle.time, zone: berlin, calendar: everyDay).cutOff(on: try date("2026-03-02")) == nil)
        let inGap = DailySlot(time: try time("02:10"), lateUntil: try time("02:50"), zone: berlin, calendar: everyDay)
        #expect(inGap.cutOff(on: try date("2026-03-29")) == inGap.instant(on: try date("2026-03-29")))
    }
}
