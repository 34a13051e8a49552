import Testing

@testable import CivilTime

@Suite("Times of day and working hours")
struct TimeOfDayTests {
    @Test(
        "a time is read and written",
        arguments: [
            ("08:40", 31_200, "08:40"), ("00:00", 0, "00:00"), ("23:59:59", 86_399, "23:59:59"),
            ("08:40:00", 31_200, "08:40"),
        ]
    )
    func reading(text: String, seconds: Int, written: String) throws {
        let time = try time(text)
        #expect(time.secondsSinceMidnight == seconds)
        #expect(time.description == written)
        #expect(TimeOfDay(hour: time.hour, minute: time.minute, second: time.second) == time)
    }

    @Test(
        "a text that is no time is refused",
        arguments: ["8:40", "24:00", "08:60", "0840", "08:40 ", "8.40", "", "08:40:60"])
    func refusing(text: String) {
        let expected = "\"\(text)\" is not a time of day: expected HH:MM from 00:00 to 23:59, such as 08:40"
        #expect(throws: TimeFormatError(message: expected)) { try TimeOfDay(parsing: text) }
    }

    @Test(
        "working hours are read and written",
        arguments: [
            ("09:00-17:30", 30_600, "09:00-17:30"), ("09:00 - 17:30", 30_600, "09:00-17:30"),
            ("00:00-24:00", 86_400, "00:00-24:00"), ("22:00-24:00", 7200, "22:00-24:00"),
        ])
    func hours(text: String, seconds: Int, written: String) throws {
        let hours = try WorkingHours(parsing: text)
        #expect(hours.seconds == seconds)
        #expect(hours.description == written)
    }

    @Test(
        "hours that are not within one day are refused",
        arguments: [
            ("22:00-06:00", "hours over midnight are not supported"),
            ("09:00-09:00", "the end must be after the start"),
            ("09:00", "expected a start and an end"), ("09:00-12:00-13:00", "expected a start and an end"),
            ("9-17", "expected HH:MM"), ("24:00-24:00", "expected HH:MM"),
        ])
    func refusedHours(text: String, reason: String) {
        let error = #expect(throws: TimeFormatError.self) { try WorkingHours(parsing: text) }
        #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
    }

    @Test(
        "the elapsed part of the hours is none before and all after",
        arguments: [
            ("00:00", 0, false), ("08:59:59", 0, false), ("09:00", 0, true), ("09:00:01", 1, true),
            ("17:29:59", 30_599, true), ("17:30", 30_600, false), ("23:59", 30_600, false),
        ])
    func elapsed(at text: String, seconds: Int, isWithin: Bool) throws {
        let hours = try WorkingHours(parsing: "09:00-17:30")
        #expect(hours.elapsedSeconds(at: try time(text)) == seconds)
        #expect(hours.contains(try time(text)) == isWithin)
    }
}
