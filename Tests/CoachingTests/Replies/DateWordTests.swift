import CivilTime
import Coaching
import Testing

@Suite("Dates and times as they are typed")
struct DateWordTests {
    private static let today: CivilDate = "2026-11-24"

    @Test(
        "of what is to come: a weekday is the next one, a date without a year the next of its name",
        arguments: [
            ("2026-11-27", "2026-11-27"), ("today", "2026-11-24"), ("Tomorrow", "2026-11-25"),
            ("yesterday", "2026-11-23"),
            ("heute", "2026-11-24"), ("morgen", "2026-11-25"), ("gestern", "2026-11-23"), ("übermorgen", "2026-11-26"),
            ("uebermorgen", "2026-11-26"), ("vorgestern", "2026-11-22"), ("day after tomorrow", "2026-11-26"),
            ("fri", "2026-11-27"), ("Friday", "2026-11-27"), ("tue", "2026-12-01"), ("Di", "2026-12-01"),
            ("Freitag", "2026-11-27"), ("fr", "2026-11-27"), ("so", "2026-11-29"), ("do", "2026-11-26"),
            ("Samstag", "2026-11-28"), ("Sonnabend", "2026-11-28"), ("this friday", "2026-11-27"),
            ("kommenden Freitag", "2026-11-27"), ("last friday", "2026-11-20"), ("letzten Dienstag", "2026-11-17"),
            ("4 Dec", "2026-12-04"), ("4th of December", "2026-12-04"), ("Dec 4", "2026-12-04"),
            ("December 4th, 2027", "2027-12-04"), ("4. Dez", "2026-12-04"), ("4. Dez.", "2026-12-04"),
            ("4. Dezember 2026", "2026-12-04"), ("4.12.", "2026-12-04"), ("4.12", "2026-12-04"),
            ("04.12.2026", "2026-12-04"),
            ("4.12.26", "2026-12-04"), ("4. 12.", "2026-12-04"), ("1. März", "2027-03-01"), ("1 maerz", "2027-03-01"),
            ("Thu 26 Nov", "2026-11-26"), ("Do 26. Nov.", "2026-11-26"), ("Thu 26 Nov 2026", "2026-11-26"),
            ("Donnerstag, 26. November", "2026-11-26"), ("2 Jan", "2027-01-02"), ("1 Jun", "2027-06-01"),
            ("1 Nov", "2026-11-01"), ("in 3 days", "2026-11-27"), ("in zwei Wochen", "2026-12-08"),
            ("in einer Woche", "2026-12-01"), ("29 Feb 2028", "2028-02-29"),
        ] as [(String, CivilDate)])
    func ahead(text: String, date: CivilDate) throws {
        #expect(try DateWord.date(text, today: Self.today) == date)
        #expect(DateWord.isOne(text))
    }

    @Test(
        "of what was done: the last one of its name, unless it is near ahead and somebody was early",
        arguments: [
            ("fri", "2026-11-20"), ("tue", "2026-11-24"), ("last tue", "2026-11-17"), ("mo", "2026-11-23"),
            ("4 Nov", "2026-11-04"), ("1 Jun", "2026-06-01"), ("2 Mar", "2026-03-02"), ("4 Dec", "2026-12-04"),
            ("2 days ago", "2026-11-22"), ("vor einer Woche", "2026-11-17"),
        ] as [(String, CivilDate)])
    func behind(text: String, date: CivilDate) throws {
        #expect(try DateWord.date(text, today: Self.today, .behind) == date)
    }

    @Test(
        "what is no day, or may be two, is refused",
        arguments: [
            "", " ", "next friday", "nächsten Freitag", "31 Feb", "31.2.", "32.1.", "1.13.", "4/12", "2026-02-30",
            "26-11-27",
            "Fri 26 Nov", "Dec", "12", "next week", "soon", "fri 9:30", "fri fri", "frida", "4 Decembre", "-1", "0 Jan",
            "in a while", "29 Feb", "@fri",
        ])
    func refused(text: String) {
        #expect(throws: TimeFormatError.self) { try DateWord.date(text, today: Self.today) }
    }

    @Test("two days that fit are both named")
    func several() {
        let error = #expect(throws: TimeFormatError.self) { try DateWord.date("next friday", today: Self.today) }
        #expect(error?.message == "\"next friday\" may be 2026-11-27 or 2026-12-04")
    }

    @Test("the last day of a span is the next weekday from its first day on")
    func last() throws {
        #expect(try DateWord.last("fri", from: "2026-12-07", today: Self.today) == "2026-12-11")
        #expect(try DateWord.last("mo", from: "2026-12-07", today: Self.today) == "2026-12-07")
        #expect(try DateWord.last("tomorrow", from: "2026-11-24", today: Self.today) == "2026-11-25")
    }

    @Test(
        "moments are in the writer's zone; a day alone is its noon, today is now",
        arguments: [
            ("16:20", "2026-11-24 15:20"), ("9:05", "2026-11-24 08:05"), ("4pm", "2026-11-24 15:00"),
            ("4:20pm", "2026-11-24 15:20"), ("12am", "2026-11-23 23:00"), ("12 pm", "2026-11-24 11:00"),
            ("at 4", "2026-11-24 15:00"), ("um 9", "2026-11-24 08:00"), ("16 Uhr", "2026-11-24 15:00"),
            ("16 Uhr 20", "2026-11-24 15:20"), ("16.20 Uhr", "2026-11-24 15:20"), ("today", "2026-11-24 15:30"),
            ("yesterday", "2026-11-23 11:00"), ("gestern 16:20", "2026-11-23 15:20"),
            ("16:20 gestern", "2026-11-23 15:20"),
            ("fri 9:30", "2026-11-20 08:30"), ("fr um 9:30 Uhr", "2026-11-20 08:30"),
            ("23.11. 14:00", "2026-11-23 13:00"),
            ("2026-11-23T14:00", "2026-11-23 13:00"), ("2026-11-23 9:30", "2026-11-23 08:30"),
            ("2026-11-23T14:00:00Z", "2026-11-23 14:00"), ("14:10:07", "2026-11-24 13:10:07"),
            ("an hour ago", "2026-11-24 14:30"), ("vor 20 Minuten", "2026-11-24 15:10"),
            ("heute morgen", "2026-11-24 08:00"),
            ("gestern Abend", "2026-11-23 18:00"), ("this afternoon", "2026-11-24 14:00"),
            ("this evening", "2026-11-24 18:00"),
        ] as [(String, Instant)])
    func moments(text: String, instant: Instant) {
        #expect(TimeWord.instant(text, in: Chatting.berlin, now: Chatting.now) == instant)
    }

    @Test(
        "what is no moment is none",
        arguments: [
            "", "25:00", "9:60", "13pm", "0am", "12", "9", "next friday 9:00", "16:20 16:30", "call", "16:20 x",
            "31.2. 9:00",
        ])
    func noMoments(text: String) {
        #expect(TimeWord.instant(text, in: Chatting.berlin, now: Chatting.now) == nil)
    }
}
