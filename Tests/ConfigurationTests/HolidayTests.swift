import CivilTime
import Configuration
import Testing

@Suite("Days off in the configuration")
struct HolidayTests {
    private static let calendar = """
        BEGIN:VCALENDAR\r
        VERSION:2.0\r
        BEGIN:VEVENT\r
        DTSTART;VALUE=DATE:20261225\r
        DTEND;VALUE=DATE:20261227\r
        SUMMARY:Christmas\r
        END:VEVENT\r
        BEGIN:VEVENT\r
        DTSTART;VALUE=DATE:20200501\r
        RRULE:FREQ=YEARLY\r
        SUMMARY:Labour Day\r
        END:VEVENT\r
        END:VCALENDAR\r

        """

    private func isWorking(_ date: String, _ configuration: Configuration) throws -> Bool {
        try Household().resolved(configuration).ana.rep.calendar.isWorking(try CivilDate(iso: date))
    }

    @Test("dates and the events of an .ics file beside the configuration are days off")
    func datesAndFiles() throws {
        let directory = try TemporaryDirectory()
        try directory.write("holidays.ics", Self.calendar, mode: 0o644)
        let text = "[work]\nholidays = [\"2026-11-30\", \"holidays.ics\"]\n"
        let configuration = try Reading.configuration(text, directory: directory.path)
        #expect(configuration.warnings.isEmpty)
        for date in ["2026-11-30", "2026-12-25", "2027-04-30", "2026-05-01"] {
            #expect(try isWorking(date, configuration) == (date == "2027-04-30"))
        }
    }

    @Test("a day off may be written without quotes, as TOML writes dates")
    func bareDate() throws {
        let configuration = try Reading.configuration("[work]\nholidays = [2026-11-30]\n")
        #expect(try !isWorking("2026-11-30", configuration))
    }

    @Test("a file that is not there is told with its path")
    func missing() {
        let errors = Reading.diagnostics("[work]\nholidays = [\"2026-11-30\", \"bank.ics\"]\n", directory: "/nowhere")
            .errors
        #expect(errors.count == 1)
        #expect(errors.first?.message.contains("/nowhere/bank.ics cannot be read: No such file") == true)
        #expect(errors.first?.location?.description == "coachd.toml:2:27")
    }

    @Test("a file that is no calendar and a directory are errors, not days without holidays")
    func garbage() throws {
        let directory = try TemporaryDirectory()
        try directory.write("garbage.ics", "\u{0}\u{1}not a calendar\n")
        try directory.write("empty.ics", "")
        for name in ["garbage.ics", "empty.ics", "."] {
            let errors = Reading.diagnostics("[work]\nholidays = [\"\(name)\"]\n", directory: directory.path).errors
            #expect(errors.count == 1, "\(name)")
        }
    }

    @Test("an event that is left out is a warning with the file's own line")
    func leftOut() throws {
        let directory = try TemporaryDirectory()
        try directory.write(
            "team.ics",
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261225T090000Z\r\nSUMMARY:Stand-up\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        )
        let warnings = try Reading.configuration("[work]\nholidays = [\"team.ics\"]", directory: directory.path)
            .warnings
        #expect(warnings.count == 1)
        #expect(warnings.first?.message.contains("Stand-up") == true)
        #expect(warnings.first?.location?.file == "\(directory.path)/team.ics")
    }

    @Test("a date that does not exist is told as a date", arguments: ["2026-02-30", "2026-13-01", "25.12.2026"])
    func impossibleDate(text: String) {
        let errors = Reading.diagnostics("[work]\nholidays = [\"\(text)\"]\n").errors
        #expect(errors.count == 1)
        #expect(errors.first?.message.contains("is not a date") == true)
    }
}
