import Testing

@testable import CivilTime

@Suite("Zones", .enabled(if: Zones.directory != nil, "tzdata is not installed"))
struct ZoneTests {
    @Test(
        "a local time becomes the instant at which clocks first show it or, in a gap, the first after it",
        arguments: [
            ("Europe/Berlin", "2026-03-02 08:40", "2026-03-02T07:40:00Z"),
            ("Europe/Berlin", "2026-03-29 01:59:59", "2026-03-29T00:59:59Z"),
            ("Europe/Berlin", "2026-03-29 02:30", "2026-03-29T01:00:00Z"),
            ("Europe/Berlin", "2026-03-29 03:00", "2026-03-29T01:00:00Z"),
            ("Europe/Berlin", "2026-10-25 02:30", "2026-10-25T00:30:00Z"),
            ("Europe/Berlin", "2026-10-25 03:00", "2026-10-25T02:00:00Z"),
            ("America/New_York", "2026-03-08 02:00", "2026-03-08T07:00:00Z"),
            ("America/New_York", "2026-11-01 01:30", "2026-11-01T05:30:00Z"),
            ("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-03T15:30:00Z"),
            ("Australia/Lord_Howe", "2026-04-05 01:45", "2026-04-04T14:45:00Z"),
            ("America/Sao_Paulo", "2018-11-04 00:00", "2018-11-04T03:00:00Z"),
            ("Africa/Cairo", "2026-04-24 00:30", "2026-04-23T22:00:00Z"),
            ("Asia/Beirut", "2026-03-29 00:00", "2026-03-28T22:00:00Z"),
            ("America/Havana", "2026-03-08 00:59", "2026-03-08T05:00:00Z"),
            ("Pacific/Apia", "2011-12-30 12:00", "2011-12-30T10:00:00Z"),
            ("Asia/Kathmandu", "2026-03-02 08:40", "2026-03-02T02:55:00Z"),
            ("Europe/Berlin", "2200-07-01 12:00", "2200-07-01T10:00:00Z"),
        ])
    func instants(identifier: String, clock: String, expected: String) throws {
        #expect(try zone(identifier).instant(of: local(clock)) == instant(expected))
    }

    @Test(
        "the day begins with the first instant that there is",
        arguments: [
            ("Europe/Berlin", "2026-03-29", 23), ("Europe/Berlin", "2026-10-25", 25),
            ("Europe/Berlin", "2026-10-26", 24),
            ("Australia/Lord_Howe", "2026-04-05", 24.5), ("Australia/Lord_Howe", "2026-10-04", 23.5),
            ("America/Sao_Paulo", "2018-11-04", 23), ("America/Sao_Paulo", "2018-02-17", 25),
            ("Pacific/Apia", "2011-12-30", 0),
        ] as [(String, String, Double)])
    func dayLengths(identifier: String, day: String, hours: Double) throws {
        let (zone, day) = (try zone(identifier), try date(day))
        let seconds = zone.startOfDay(day.adding(days: 1)).seconds(since: zone.startOfDay(day))
        #expect(Double(seconds) / 3600 == hours)
    }

    @Test(
        "a day that the date line took does not exist",
        arguments: [
            ("Pacific/Apia", "2011-12-30"), ("Pacific/Fakaofo", "2011-12-30"), ("Pacific/Kwajalein", "1993-08-21"),
            ("Pacific/Kiritimati", "1994-12-31"), ("Pacific/Enderbury", "1994-12-31"),
        ])
    func skippedDays(identifier: String, skipped: String) throws {
        let (zone, skipped) = (try zone(identifier), try date(skipped))
        #expect(!zone.exists(skipped))
        #expect(zone.exists(skipped.adding(days: -1)) && zone.exists(skipped.adding(days: 1)))
        #expect(zone.startOfDay(skipped) == zone.startOfDay(skipped.adding(days: 1)))
    }

    @Test("offset and date are those of the instant")
    func offsets() throws {
        let kolkata = try zone("Asia/Kolkata")
        #expect(kolkata.offset(at: try instant("2026-03-02T08:40:00Z")) == 19_800)
        #expect(try zone("Europe/London").offset(at: instant("2026-07-01T00:00:00Z")) == 3600)
        #expect(kolkata.date(at: try instant("2026-03-02T18:30:00Z")) == (try date("2026-03-03")))
    }

    @Test(
        "no instant and no date is too far", arguments: ["Europe/Berlin", "Pacific/Apia", "Africa/Casablanca", "UTC"])
    func farAway(identifier: String) throws {
        let zone = try zone(identifier)
        for second in [Int64.min, .min + 86_400, -1 << 50, 1 << 50, .max - 86_400, .max] {
            #expect(abs(zone.offset(at: Instant(secondsSinceEpoch: second))) <= 14 * 3600)
            _ = zone.local(Instant(secondsSinceEpoch: second))
        }
        for day in [CivilDate(dayNumber: .min), CivilDate(dayNumber: .max)] {
            #expect(zone.date(at: zone.startOfDay(day)) == day)
        }
    }

    @Test("zones are equal by name and content")
    func equality() throws {
        let other = ZoneDatabase()
        #expect(try zone("Europe/Berlin") == other.zone("Europe/Berlin"))
        #expect(try zone("Europe/Berlin") != zone("Europe/Paris"))
        #expect(try Set([zone("Europe/Berlin"), other.zone("Europe/Berlin"), zone("UTC"), .utc]).count == 2)
    }
}
