import Testing

@Suite("Times, zones and days in the configuration")
struct WorkingTimeTests {
    @Test(
        "a zone that does not exist gets the nearest",
        arguments: [
            ("Europe/Lodon", "Europe/London"), ("Berlin", "Europe/Berlin"), ("New York", "America/New_York"),
            ("europe/london", "Europe/London"),
        ])
    func zones(name: String, nearest: String) {
        for text in [
            "timezone = \"\(name)\"", "[teams.\"A\"]\ntimezone = \"\(name)\"",
            "[people.\"a@b.c\"]\ntimezone = \"\(name)\"",
        ] {
            let errors = Reading.diagnostics(text).errors
            #expect(errors.count == 1)
            #expect(errors.first?.message.contains("did you mean \(nearest)?") == true, "\(errors.printed)")
        }
    }

    @Test("a path is no zone", arguments: ["../../../etc/passwd", "/etc/localtime", "", "Europe/"])
    func noPath(name: String) {
        #expect(Reading.diagnostics("timezone = \"\(name)\"").errors.count == 1)
    }

    @Test(
        "weekdays are a list or one text",
        arguments: [
            ("[\"mon\", \"tue\"]", "mon tue"), ("[\"Friday\", \"MON\"]", "mon fri"),
            ("\"mon-fri\"", "mon tue wed thu fri"),
            ("\"sun-thu\"", "mon tue wed thu sun"), ("\"mon, wed\"", "mon wed"), ("\"sat\"", "sat"),
        ])
    func weekdays(value: String, expected: String) throws {
        let ana = try Household().resolved("[work]\ndays = \(value)").ana
        #expect(ana.rep.calendar.workdays.description == expected)
    }

    @Test(
        "days that are none are told, each at its place",
        arguments: [
            ("[\"mon\", \"tuseday\"]", "did you mean tuesday?", 16), ("[\"wedn\"]", "did you mean wed?", 9),
            ("[]", "nobody would ever hear", 8),
            ("\"mon-xyz\"", "xyz", 8), ("\"\"", "expected days such as", 8),
        ])
    func noWeekdays(value: String, expected: String, column: Int) {
        let errors = Reading.diagnostics("[work]\ndays = \(value)").errors
        #expect(errors.count == 1)
        #expect(errors.first?.message.contains(expected) == true, "\(errors.printed)")
        #expect(errors.first?.location?.column == column)
    }

    @Test(
        "working hours have a start before their end",
        arguments: [
            ("17:30-09:00", "the end must be after the start"), ("09:00", "expected a start and an end"),
            ("9-17", "is not a time of day"),
            ("09:00-25:00", "is not a time of day"), ("22:00-06:00", "hours over midnight are not supported"),
        ])
    func hours(value: String, expected: String) {
        let errors = Reading.diagnostics("[work]\nhours = \"\(value)\"").errors
        #expect(errors.count == 1)
        #expect(errors.first?.message.contains(expected) == true, "\(errors.printed)")
    }

    @Test("working hours may last until midnight")
    func untilMidnight() throws {
        #expect(try Household().resolved("[work]\nhours = \"15:00-24:00\"").ana.rep.hours.seconds == 9 * 3600)
    }

    @Test(
        "a time that is none is told with an example", arguments: ["8:40", "24:00", "08:60", "08.40", "morning", ""])
    func times(value: String) {
        for key in [
            "huddle]\nat", "huddle]\nlate_until", "nudges]\nmorning", "nudges]\nafternoon", "nudges]\nlate_until",
        ] {
            let errors = Reading.diagnostics("[\(key) = \"\(value)\"").errors
            #expect(errors.count == 1)
            #expect(errors.first?.message.contains("such as 08:40") == true, "\(errors.printed)")
        }
    }

    @Test(
        "times that do not go together are told at the setting that can be changed",
        arguments: [
            ("[huddle]\nat = \"12:00\"", "huddle.late_until is 11:00, which is not after the huddle at 12:00"),
            ("[huddle]\nlate_until = \"08:40\"", "huddle.late_until is 08:40, which is not after the huddle at 08:40"),
            (
                "[nudges]\nmorning = \"15:00\"",
                "nudges.afternoon is 14:30, which is not after the morning plan at 15:00"
            ),
            (
                "[nudges]\nafternoon = \"17:15\"",
                "nudges.late_until is 17:00, which is not after the afternoon bundle at 17:15"
            ),
            (
                "[teams.\"A\".huddle]\nat = \"11:30\"",
                "huddle.late_until is 11:00, which is not after the huddle at 11:30"
            ),
            ("[people.\"A@b.c\".nudges]\nmorning = \"15:00\"", "nudges.afternoon is 14:30"),
        ])
    func order(text: String, expected: String) {
        let errors = Reading.diagnostics(text).errors
        #expect(errors.count == 1)
        #expect(errors.first?.message.contains(expected) == true, "\(errors.printed)")
        #expect(errors.first?.location?.line == 2)
    }

    @Test("what is wrong at the top is not told again for each team that sets something else there")
    func noEcho() {
        let text = "[huddle]\nat = \"08:40\"\nlate_until = \"08:00\"\n[teams.\"A\".huddle]\nat = \"09:10\"\n"
        #expect(Reading.diagnostics(text).errors.count == 1)
    }

    @Test(
        "a person's times are wrong only where they are in whichever team, which the store alone knows",
        arguments: [
            ("[teams.\"T\"]\nnudges.late_until = \"18:30\"\n", true), ("nudges.late_until = \"18:30\"\n", true),
            ("", false),
            ("[teams.\"T\"]\nnudges.late_until = \"17:15\"\n", false),
            ("[teams.\"T\"]\nnudges.late_until = \"17:15\"\n[teams.\"U\"]\nnudges.late_until = \"18:00\"\n", true),
        ])
    func personOfATeam(above: String, isFine: Bool) throws {
        let found = Reading.diagnostics(above + "[people.\"ana@example.com\"]\nnudges.afternoon = \"17:30\"\n")
        #expect(found.isEmpty == isFine, "\(found.printed)")
    }

    @Test("a person's afternoon after the common limit is had where the team's limit is later")
    func afternoonOfATeam() throws {
        let ana = try Household(hours: "09:00-19:00").resolved(
            "[teams.\"Team North\"]\nnudges.late_until = \"18:30\"\n[people.\"ana@example.com\"]\nnudges.afternoon = \"17:30\"\n"
        ).ana
        #expect(ana.afternoon?.time.description == "17:30")
    }

    @Test("accounts that stall before they are quiet are worth a warning, not an error")
    func neverQuiet() throws {
        let warnings = try Reading.configuration("[thresholds]\nquiet = 12\n").warnings
        #expect(warnings.count == 1)
        #expect(warnings.first?.message.contains("none is ever quiet") == true)
    }
}
