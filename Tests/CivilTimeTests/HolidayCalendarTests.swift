import Diagnostics
import Foundation
import Testing

@testable import CivilTime

@Suite("Holidays from iCalendar files")
struct HolidayCalendarTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Calendars")
    static let exports = ["google.ics", "outlook.ics", "apple.ics", "officeholidays.ics"]

    private static func export(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: name)))
    }

    /// One event of the properties, in a calendar; its first line is line 3.
    private static func parse(_ properties: String) -> (events: [HolidayEvent], diagnostics: [Diagnostic]) {
        let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\n\(properties)\nEND:VEVENT\nEND:VCALENDAR\n"
        return HolidayCalendar.parse(Array(text.utf8), file: "team.ics")
    }

    private static func days(_ properties: String, in first: String, _ last: String) throws -> [String] {
        try covered(by: parse(properties).events, date(first)...date(last)).sorted().map(\.iso)
    }

    /// The days of the range that one of the events covers.
    static func covered(by events: [HolidayEvent], _ range: ClosedRange<CivilDate>) -> Set<CivilDate> {
        events.reduce(into: []) { $0.formUnion($1.dates(in: range)) }
    }

    @Test("the exports of Google, Outlook, Apple and officeholidays give their all-day events", arguments: exports)
    func events(name: String) throws {
        let expected = [
            "google.ics": [
                "Good Friday 2026-04-03 2026-04-03", "Office closed, Christmas to New Year 2026-12-24 2027-01-01",
                "Labour Day 2026-05-01 2026-05-01",
            ],
            "outlook.ics": ["Epiphany 2026-01-06 2026-01-06", "Works holiday 2026-08-17 2026-09-04"],
            "apple.ics": [
                "Thanksgiving 2025-11-27 2025-11-27", "Memorial Day 2025-05-26 2025-05-26",
                "Election Day 2024-11-05 2024-11-05", "Leap day 2024-02-29 2024-02-29",
                "Summer week 2026-07-06 2026-07-12",
            ],
            "officeholidays.ics": [
                "England: Easter Monday 2026-04-06 2026-04-06", "England: Early May Bank Holiday 2026-05-04 2026-05-04",
                "England: Boxing Day (in lieu) 2026-12-28 2026-12-28",
            ],
        ]
        let events = HolidayCalendar.parse(try Self.export(name), file: name).events
        #expect(events.map { "\($0.summary) \($0.firstDate) \($0.lastDate)" } == expected[name])
    }

    @Test("what is left out of an export is named with its line")
    func leftOut() throws {
        let google = HolidayCalendar.parse(try Self.export("google.ics"), file: "google.ics").diagnostics
        #expect(google.map(\.message) == ["\"Summer party\" was left out: only events of whole days are read"])
        #expect(google.map(\.location?.description) == ["google.ics:52:1"])
        #expect(google.allSatisfy { $0.severity == .warning })
        let outlook = HolidayCalendar.parse(try Self.export("outlook.ics"), file: "outlook.ics").diagnostics
        #expect(
            outlook.map(\.message) == [
                "\"Weekly meeting\" was left out: only events of whole days are read",
                "\"Friday off\" was left out: of the recurrence rules only FREQ=YEARLY is read",
            ])
        #expect(outlook.map(\.location?.line) == [59, 70])
    }

    @Test("line ends, folds, a byte order mark and the case of names make no difference", arguments: exports)
    func dress(name: String) throws {
        let export = try Self.export(name)
        let plain = HolidayCalendar.parse(export, file: name)
        let lineFeeds = export.filter { $0 != UInt8(ascii: "\r") }
        #expect(HolidayCalendar.parse(lineFeeds, file: name) == plain)
        #expect(HolidayCalendar.parse([0xEF, 0xBB, 0xBF] + export, file: name) == plain)
        // Folded after each byte, also within a character.
        let folded = lineFeeds.flatMap { $0 == UInt8(ascii: "\n") ? [$0] : [$0, 13, 10, 9] }
        #expect(HolidayCalendar.parse(folded, file: name).events == plain.events)
    }

    @Test(
        "the length of an event",
        arguments: [
            ("DTSTART;VALUE=DATE:20260302", ["2026-03-02"]),
            ("DTSTART:20260302", ["2026-03-02"]),
            ("dtstart;value=date:20260302", ["2026-03-02"]),
            ("DTSTART;X-A=\"a:b;c\";VALUE=DATE:20260302", ["2026-03-02"]),
            ("DTSTART;VALUE=DATE:20260302\nDTEND;VALUE=DATE:20260302", ["2026-03-02"]),
            ("DTSTART;VALUE=DATE:20260302\nDTEND;VALUE=DATE:20260303", ["2026-03-02"]),
            ("DTSTART;VALUE=DATE:20260302\nDTEND;VALUE=DATE:20260304", ["2026-03-02", "2026-03-03"]),
            ("DTSTART;VALUE=DATE:20260302\nDURATION:P2D", ["2026-03-02", "2026-03-03"]),
            ("DTSTART;VALUE=DATE:20260302\nDURATION:P1D", ["2026-03-02"]),
            (
                "DTSTART;VALUE=DATE:20260227\nDURATION:+P1W",
                ["2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05"]
            ),
            ("DTSTART;VALUE=DATE:20250301\nRRULE:FREQ=YEARLY\nDURATION:P2D", ["2026-03-01", "2026-03-02"]),
            ("DTSTART;VALUE=DATE:20250227\nRRULE:FREQ=YEARLY\nDURATION:P4D", ["2026-03-01", "2026-03-02"]),
        ])
    func lengths(properties: String, days: [String]) throws {
        #expect(try Self.days(properties, in: "2026-03-01", "2026-03-31") == days)
        #expect(Self.parse(properties).diagnostics.isEmpty)
    }

    @Test(
        "a yearly event comes back as its rule says",
        arguments: [
            ("20240229", "FREQ=YEARLY", ["2024-02-29", "2028-02-29", "2032-02-29"]),
            ("20280229", "FREQ=YEARLY;INTERVAL=4", ["2028-02-29", "2032-02-29"]),
            ("20200110", "FREQ=YEARLY;COUNT=6", ["2024-01-10", "2025-01-10"]),
            ("20240110", "FREQ=YEARLY;INTERVAL=3", ["2024-01-10", "2027-01-10", "2030-01-10", "2033-01-10"]),
            ("19990110", "FREQ=YEARLY;INTERVAL=10", ["2029-01-10"]),
            ("20240110", "FREQ=YEARLY;UNTIL=20260110", ["2024-01-10", "2025-01-10", "2026-01-10"]),
            ("20240110", "FREQ=YEARLY;UNTIL=20260109T230000Z", ["2024-01-10", "2025-01-10"]),
            ("20240527", "FREQ=YEARLY;BYDAY=-1MO;BYMONTH=5;COUNT=3", ["2024-05-27", "2025-05-26", "2026-05-25"]),
            (
                "20301231", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1",
                ["2030-12-31", "2031-12-31", "2032-12-31", "2033-12-31"]
            ),
            ("20320101", "freq=yearly;wkst=mo", ["2032-01-01", "2033-01-01"]),
        ])
    func rules(start: String, rule: String, days: [String]) throws {
        let properties = "DTSTART;VALUE=DATE:\(start)\nRRULE:\(rule)"
        #expect(try Self.days(properties, in: "2024-01-01", "2033-12-31") == days)
    }

    @Test("a day that is excepted is left out, and counts all the same")
    func exceptions() throws {
        let event =
            "DTSTART;VALUE=DATE:20240110\nRRULE:FREQ=YEARLY;COUNT=4\nEXDATE;VALUE=DATE:20250110,20300110\nEXDATE:20270110T000000"
        #expect(try Self.days(event, in: "2024-01-01", "2033-12-31") == ["2024-01-10", "2026-01-10"])
    }

    @Test(
        "an event of another kind is left out and named",
        arguments: [
            ("DTSTART:20260302T090000Z", 4, "only events of whole days are read"),
            ("DTSTART;VALUE=DATE:20260230", 4, "DTSTART has no such date as 20260230"),
            ("DTEND;VALUE=DATE:20260302", 2, "it has no DTSTART"),
            ("DTSTART;VALUE=DATE:20260302\nDTEND;VALUE=DATE:20260301", 5, "DTEND is before DTSTART"),
            ("DTSTART;VALUE=DATE:20260302\nDTEND:20260303T000000", 5, "only events of whole days are read"),
            ("DTSTART;VALUE=DATE:20260302\nDURATION:PT8H", 5, "DURATION is not a number of days or weeks"),
            ("DTSTART;VALUE=DATE:20260302\nRRULE:FREQ=MONTHLY", 5, "of the recurrence rules only FREQ=YEARLY is read"),
            ("DTSTART;VALUE=DATE:20260302\nRRULE:FREQ=YEARLY;BYWEEKNO=10", 5, "its RRULE has the part BYWEEKNO=10"),
            ("DTSTART;VALUE=DATE:20260302\nRRULE:FREQ=YEARLY;BYDAY=XX", 5, "its RRULE has the part BYDAY=XX"),
            ("DTSTART;VALUE=DATE:20260302\nRRULE:FREQ=YEARLY;INTERVAL=0", 5, "its RRULE has the part INTERVAL=0"),
            ("DTSTART;VALUE=DATE:20260302\nRRULE:", 5, "of the recurrence rules only FREQ=YEARLY is read"),
            ("DTSTART;VALUE=DATE:20260302\nRRULE:FREQ=YEARLY\nRRULE:FREQ=YEARLY", 6, "it has more than one RRULE"),
            ("DTSTART;VALUE=DATE:20260302\nRDATE;VALUE=DATE:20260401", 5, "RDATE is not supported"),
            ("DTSTART;VALUE=DATE:20260302\nRECURRENCE-ID;VALUE=DATE:20260301", 5, "RECURRENCE-ID is not supported"),
            ("DTSTART;VALUE=DATE:20260302\nEXDATE:tomorrow", 5, "EXDATE has no such date as tomorrow"),
        ])
    func otherKinds(properties: String, line: Int, reason: String) {
        let (events, diagnostics) = Self.parse("SUMMARY:Offsite\n\(properties)")
        #expect(events.isEmpty)
        #expect(diagnostics.map(\.message) == ["\"Offsite\" was left out: \(reason)"])
        #expect(diagnostics.first?.location?.line == line)
    }

    @Test(
        "a file that is no calendar or is cut off is an error",
        arguments: [
            ("", "it has no line BEGIN:VCALENDAR"), ("<html>Not found</html>", "it has no line BEGIN:VCALENDAR"),
            ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260302\n", "the file ends within an event"),
        ])
    func notACalendar(text: String, reason: String) {
        let (events, diagnostics) = HolidayCalendar.parse(Array(text.utf8), file: "team.ics")
        #expect(events.isEmpty)
        #expect(diagnostics.count == 1 && diagnostics[0].severity == .error)
        #expect(diagnostics.first?.message.contains(reason) == true)
    }

    @Test("a private calendar taken by mistake does not give thousands of warnings")
    func manyWarnings() {
        let event = "BEGIN:VEVENT\nSUMMARY:Call\nDTSTART:20260302T090000Z\nEND:VEVENT\n"
        let text = "BEGIN:VCALENDAR\n" + String(repeating: event, count: 500) + "END:VCALENDAR\n"
        let diagnostics = HolidayCalendar.parse(Array(text.utf8), file: "team.ics").diagnostics
        #expect(diagnostics.count == 101)
        #expect(diagnostics.last?.message == "400 more events were left out")
    }

    @Test("an export that is cut or garbled never crashes", arguments: exports)
    func garbage(name: String) throws {
        let export = try Self.export(name)
        let range = try date("2024-01-01")...date("2034-12-31")
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<150 {
            var text = export
            for _ in 0..<Int.random(in: 1..<8, using: &generator) {
                text[Int.random(in: text.indices, using: &generator)] = .random(in: 0...255, using: &generator)
            }
            text.removeSubrange(Int.random(in: text.indices, using: &generator)...)
            let (events, diagnostics) = HolidayCalendar.parse(text, file: name)
            _ = Self.covered(by: events, range)
            #expect(diagnostics.allSatisfy { !$0.description.isEmpty })
        }
    }
}

@Suite(
    "Holidays against Python's icalendar",
    .enabled(if: Python.hasCalendars, "python3 with icalendar and recurring_ical_events is not there"))
struct HolidayOracleTests {
    @Test("the exports and 400 random calendars cover the same days of 2024 to 2040")
    func calendars() throws {
        let files = HolidayCalendarTests.exports.map { HolidayCalendarTests.folder.appending(path: $0).path() }
        let range = try date("2024-01-01")...date("2040-12-31")
        let lines = String(decoding: try Python.run("holidays.py", files), as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 404)
        for line in lines {
            let fields = line.split(separator: "\t").map { String($0) }
            let text = Array(try #require(Data(base64Encoded: fields[0])))
            let events = HolidayCalendar.parse(text, file: "oracle.ics").events
            let days = HolidayCalendarTests.covered(by: events, range).sorted().map(\.iso)
            #expect(days == Array(fields.dropFirst()), "\(String(decoding: text, as: UTF8.self))")
        }
    }
}
