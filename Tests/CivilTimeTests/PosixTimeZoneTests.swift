import Testing

@testable import CivilTime

@Suite("POSIX time zone rules")
struct PosixTimeZoneTests {
    private static let berlin = "CET-1CEST,M3.5.0,M10.5.0/3"

    @Test(
        "a rule says the offset at an instant",
        arguments: [
            ("<+0330>-3:30", "2026-07-01T00:00:00Z", 12_600),
            (berlin, "2050-03-27T00:59:59Z", 3600),
            (berlin, "2050-03-27T01:00:00Z", 7200),
            (berlin, "2050-10-30T00:59:59Z", 7200),
            (berlin, "2050-10-30T01:00:00Z", 3600),
            // South of the equator, with half an hour.
            ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2050-12-31T23:59:59Z", 39_600),
            ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2050-07-01T00:00:00Z", 37_800),
            // Winter time as the exception: Dublin.
            ("IST-1GMT0,M10.5.0,M3.5.0/1", "2050-01-01T00:00:00Z", 0),
            ("IST-1GMT0,M10.5.0,M3.5.0/1", "2050-07-01T00:00:00Z", 3600),
            // Hours beyond a day and before it: Nuuk, and a Saturday before the last Sunday.
            ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2050-03-27T00:59:59Z", -7200),
            ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2050-03-27T01:00:00Z", -3600),
            ("IST-2IDT,M3.4.4/26,M10.5.0", "2050-03-24T23:59:59Z", 7200),
            ("IST-2IDT,M3.4.4/26,M10.5.0", "2050-03-25T00:00:00Z", 10_800),
            // Daylight time all year, as in RFC 9636 section 3.3.1.
            ("XXX3EDT4,0/0,J365/23", "2050-01-01T02:59:59Z", -14_400),
            ("XXX3EDT4,0/0,J365/23", "2051-01-01T03:00:00Z", -14_400),
            // J60 is 1 March in each year, 59 is 29 February in a leap year.
            ("AAA0BBB,J60/0,300", "2048-02-29T23:59:59Z", 0),
            ("AAA0BBB,J60/0,300", "2048-03-01T00:00:00Z", 3600),
            ("AAA0BBB,59/0,300", "2048-02-29T00:00:00Z", 3600),
            ("AAA0BBB,59/0,300", "2049-02-28T23:59:59Z", 0),
            // A week outside the year that the rule belongs to.
            ("AAA0BBB,J1/-167,J100/0", "2048-12-25T00:59:59Z", 0),
            ("AAA0BBB,J1/-167,J100/0", "2048-12-25T01:00:00Z", 3600),
            ("AAA0BBB,J100/0,J365/167", "2050-01-06T21:59:59Z", 3600),
            ("AAA0BBB,J100/0,J365/167", "2050-01-06T22:00:00Z", 0),
        ])
    func offsets(rule: String, at text: String, offset: Int) throws {
        let zone = try #require(PosixTimeZoneParser.parse(Array(rule.utf8)[...]))
        let second = try instant(text).secondsSinceEpoch
        let period = zone.period(at: second)
        #expect(period.localTime.offset == offset)
        #expect(period.start <= second && second < period.end)
    }

    @Test(
        "a text that is no rule is refused",
        arguments: [
            "", "CET", "CE-1", "CET-25", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0",
            "CET-1CEST,M3.6.0,M10.5.0",
            "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J365", "CET-1CEST,0,366", "CET-1CEST,M3.5.0/168,M10.5.0",
            "CET-1CEST,M3.5.0,M10.5.0/3 ", "<CET-1", "<+01>", "CET-1:60", "CET-99999999999999999999",
        ])
    func refusing(text: String) {
        #expect(PosixTimeZoneParser.parse(Array(text.utf8)[...]) == nil)
    }

    @Test("no instant is too far for a rule", arguments: [Int64.min, .min + 1, -1 << 50, 1 << 50, .max - 1, .max])
    func farInstants(second: Int64) throws {
        let zone = try #require(PosixTimeZoneParser.parse(Array(Self.berlin.utf8)[...]))
        #expect([3600, 7200].contains(zone.period(at: second).localTime.offset))
    }
}
