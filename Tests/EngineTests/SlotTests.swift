import Chat
import CivilTime
import Coaching
import Store
import Testing

@testable import Engine

@Suite("Slots over weeks", .enabled(if: Zones.areThere, "tzdata is not installed"))
struct SlotTests {
    struct Season: CustomTestStringConvertible {
        var zone: String
        /// The first day and the day after the last.
        var days: (String, String)
        var testDescription: String { "\(zone) from \(days.0)" }
    }

    /// Weeks in which the clocks change, and one in which a day is missing.
    static let seasons = [
        Season(zone: "Europe/London", days: ("2026-03-27", "2026-04-01")),
        Season(zone: "Europe/London", days: ("2026-10-23", "2026-10-28")),
        Season(zone: "America/New_York", days: ("2026-03-06", "2026-03-11")),
        Season(zone: "America/New_York", days: ("2026-10-30", "2026-11-04")),
        Season(zone: "Australia/Lord_Howe", days: ("2026-04-03", "2026-04-08")),
        Season(zone: "Australia/Lord_Howe", days: ("2026-10-02", "2026-10-07")),
        Season(zone: "Africa/Cairo", days: ("2026-04-22", "2026-04-27")),
        Season(zone: "Africa/Cairo", days: ("2026-10-28", "2026-11-02")),
        Season(zone: "America/Santiago", days: ("2026-09-04", "2026-09-09")),
        Season(zone: "America/Havana", days: ("2026-10-30", "2026-11-04")),
        Season(zone: "Africa/Casablanca", days: ("2026-02-13", "2026-02-18")),
        Season(zone: "Asia/Kolkata", days: ("2026-03-01", "2026-03-04")),
        Season(zone: "Pacific/Apia", days: ("2011-12-27", "2012-01-03")),
    ]

    @Test(
        "the huddle and both nudges fire exactly once on each day there is, at their wall-clock time",
        arguments: seasons,
        ["00:00", "02:15", "08:40", "23:45"])
    func onceADay(season: Season, at text: String) throws {
        let zone = try zone(season.zone)
        let (first, end) = (try date(season.days.0), try date(season.days.1))
        let world = try World()
        world.setClock(to: zone.startOfDay(first))
        world.policy.top.workdays = WeekdaySet(Weekday.allCases)
        world.policy.top.hours = try WorkingHours(parsing: "00:00-24:00")
        world.policy.top.huddleAt = try time(text)
        world.policy.top.huddleLateUntil = try time("23:59")
        world.policy.top.morning = try time(text)
        world.policy.top.afternoon = try time("23:50")
        world.policy.top.nudgesLateUntil = try time("23:59")
        let team = try world.team(zone: season.zone)
        try world.leader(of: team, zone: season.zone)
        let rep = try world.person("Ana", team: team, zone: season.zone)
        try world.account("Acme", of: rep)
        try world.run(until: zone.startOfDay(end).adding(seconds: -1))

        let days = first.days(before: end).filter(zone.exists)
        func expected(_ time: TimeOfDay) -> [World.SlotRow] {
            days.map { day in
                let instant = zone.instant(of: CivilDateTime(date: day, time: time))
                return World.SlotRow(date: day.iso, due: instant, done: instant, outcome: "")
            }
        }
        func fired(_ kind: Message.Kind, _ owner: SlotOwner) throws -> [World.SlotRow] {
            try world.slots(kind, of: owner).map {
                World.SlotRow(
                    date: $0.date, due: $0.due, done: $0.done, outcome: $0.outcome == "skipped" ? "skipped" : "")
            }
        }
        #expect(try fired(.huddle, .team(team)) == expected(time(text)))
        #expect(try fired(.morning, .person(rep)) == expected(time(text)))
        #expect(try fired(.afternoon, .person(rep)) == expected(time("23:50")))
        #expect(try world.said(.huddle).map(\.at) == expected(time(text)).map(\.due))
    }

    @Test("over a year each rep's slots fall on his own working days only, each once")
    func aYearOfSlots() throws {
        let world = try World("2026-01-01 00:00")
        let team = try world.team(zone: "Europe/London")
        let mara = try world.leader(of: team, zone: "Europe/London")
        let reps = [
            (try world.person("Ana", team: team, zone: "Europe/London"), "Europe/London", WeekdaySet.mondayToFriday),
            (
                try world.person("Ben", team: team, zone: "Africa/Cairo", workdays: "sun-thu"), "Africa/Cairo",
                WeekdaySet([.sunday, .monday, .tuesday, .wednesday, .thursday])
            ),
            (
                try world.person("Dana", team: team, zone: "America/New_York", workdays: "mon tue wed thu"),
                "America/New_York", WeekdaySet([.monday, .tuesday, .wednesday, .thursday])
            ),
        ]
        try world.sql("INSERT INTO holiday(on_date) VALUES ('2026-05-04'), ('2026-12-25')")
        try world.away(mara, "2026-08-03", "2026-08-14")
        try world.run(until: at("2027-01-01 00:00"))
        let year = try date("2026-01-01").days(before: date("2027-01-01"))
        let holidays = Set(["2026-05-04", "2026-12-25"])
        for (rep, _, workdays) in reps {
            // The year ends in UTC: New York's last slots of it have come as well.
            let days = year.filter { workdays.contains($0.weekday) }.map(\.iso).filter { !holidays.contains($0) }
            #expect(try world.slots(.morning, of: .person(rep)).map(\.date) == days)
            #expect(try world.slots(.afternoon, of: .person(rep)).map(\.date) == days)
        }
        let huddles = year.filter { WeekdaySet.mondayToFriday.contains($0.weekday) }.map(\.iso)
            .filter { !holidays.contains($0) && !("2026-08-03"..."2026-08-14").contains($0) }
        #expect(try world.slots(.huddle, of: .team(team)).map(\.date) == huddles)
        #expect(world.said(.huddle).count == huddles.count)
    }

    @Test("where the clock goes back over midnight the engine still asks to be woken later, not at once")
    func clocksThatGoBackOverMidnight() throws {
        // Newfoundland changed at 00:01 until 2011, so that the day before came back for 59 minutes.
        let zone = try zone("America/St_Johns")
        let world = try World()
        world.setClock(to: zone.startOfDay(try date("2010-11-06")))
        world.policy.top.workdays = WeekdaySet(Weekday.allCases)
        let rep = try world.person("Ana", zone: "America/St_Johns", plan: ["touch": 6])
        try world.account("Acme", of: rep)
        try world.run(until: zone.startOfDay(date("2010-11-09")))
        #expect(try world.slots(.morning, of: .person(rep)).map(\.date) == ["2010-11-06", "2010-11-07", "2010-11-08"])
    }
}
