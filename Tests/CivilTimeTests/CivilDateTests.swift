import Testing

@testable import CivilTime

@Suite("Dates")
struct CivilDateTests {
    @Test(
        "a date knows its number and weekday",
        arguments: [
            ("1970-01-01", 0, Weekday.thursday),
            ("2024-02-29", 19_782, .thursday),
            ("2026-01-01", 20_454, .thursday),
            ("2021-01-03", 18_630, .sunday),
            ("2024-12-30", 20_087, .monday),
            ("1600-12-31", -134_775, .sunday),
            ("0001-01-01", -719_162, .monday),
            ("9999-12-31", 2_932_896, .friday),
        ] as [(String, Int32, Weekday)])
    func knownDates(text: String, number: Int32, weekday: Weekday) throws {
        let date = try date(text)
        #expect(date.dayNumber == number)
        #expect(date.weekday == weekday)
        #expect(date.iso == text)
        #expect(CivilDate(iso: text.utf8) == date)
        #expect(CivilDate(year: date.year, month: date.month, day: date.day) == date)
    }

    @Test(
        "a text that is no date is refused with what was expected",
        arguments: [
            ("2026-02-30", "\"2026-02-30\" is not a date: February 2026 has the days 1 to 28"),
            ("2024-02-30", "\"2024-02-30\" is not a date: February 2024 has the days 1 to 29"),
            ("2026-04-31", "\"2026-04-31\" is not a date: April 2026 has the days 1 to 30"),
            ("2026-04-00", "\"2026-04-00\" is not a date: April 2026 has the days 1 to 30"),
            ("2026-00-01", "\"2026-00-01\" is not a date: there is no month 0, they go from 01 to 12"),
            ("0000-01-01", "\"0000-01-01\" is not a date: years go from 0001 to 9999"),
            ("2026-3-2", "\"2026-3-2\" is not a date: expected YYYY-MM-DD, such as 2026-03-02"),
            ("02.03.2026", "\"02.03.2026\" is not a date: expected YYYY-MM-DD, such as 2026-03-02"),
            ("2026-03-02 ", "\"2026-03-02 \" is not a date: expected YYYY-MM-DD, such as 2026-03-02"),
            ("2026\n03-02", "\"2026\\n03-02\" is not a date: expected YYYY-MM-DD, such as 2026-03-02"),
        ])
    func refusing(text: String, message: String) {
        #expect(throws: TimeFormatError(message: message)) { try CivilDate(iso: text) }
        #expect(CivilDate(iso: text.utf8) == nil)
    }

    @Test(
        "numbers that are no date give none",
        arguments: [(2026, 2, 29), (2026, 0, 1), (2026, 13, 1), (2026, 1, 32), (Int.max, 1, 1), (Int.min, 1, 1)])
    func noSuchDate(year: Int, month: Int, day: Int) {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
    }

    @Test("days are added over months and years, and stay at the ends of time")
    func arithmetic() throws {
        #expect(try date("2023-12-31").adding(days: 60) == date("2024-02-29"))
        #expect(try date("2024-03-01").adding(days: -1) == date("2024-02-29"))
        #expect(try date("2024-03-01").days(since: date("2023-03-01")) == 366)
        #expect(CivilDate(dayNumber: .max).adding(days: .max) == CivilDate(dayNumber: .max))
        #expect(CivilDate(dayNumber: .min).adding(days: .min) == CivilDate(dayNumber: .min))
        for end in [CivilDate(dayNumber: .min), CivilDate(dayNumber: .max)] {
            #expect(!end.iso.isEmpty)
        }
    }
}

@Suite("Dates against Python's datetime", .enabled(if: Python.hasZoneinfo, "python3 with zoneinfo is not there"))
struct CivilDateOracleTests {
    @Test("every day of 1996 to 2036 and 5,000 others are as Python has them")
    func days() throws {
        var days = 0
        let lines = try Python.run("dates.py")
        for line in lines.split(separator: UInt8(ascii: "\n")) {
            let fields = line.split(separator: UInt8(ascii: " "))
            let numbers = fields.dropFirst().map { Int(String(decoding: $0, as: UTF8.self)) }
            let date = try #require(CivilDate(iso: fields[0]))
            let found = [Int(date.dayNumber), date.weekday.rawValue]
            if found != numbers || date.iso.utf8.elementsEqual(fields[0]) == false {
                Issue.record("\(String(decoding: line, as: UTF8.self)): \(found), \(date)")
            }
            days += 1
        }
        #expect(days > 19_000)
    }
}
