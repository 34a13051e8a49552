import CivilTime
import Coaching
import Testing

@Suite("Missing activity")
struct ActivityMissingTests {
    private static func found(
        _ plan: [PlanLine], done: [ActivityKind: Int] = [:], at now: Instant, hours: String = "09:00-17:00",
        zone: Zone = .utc
    ) -> [Finding] {
        Rules.findings(forDayOf: RepDay(rep(zone: zone, hours: hours, plan: plan), at: now), done: done)
    }

    @Test(
        "what is due grows with the working hours, to the second, and is rounded down",
        arguments: [
            ("2026-11-24 00:00", 0), ("2026-11-24 09:00", 0), ("2026-11-24 09:59:59", 0), ("2026-11-24 10:00", 1),
            ("2026-11-24 15:59:59", 6), ("2026-11-24 16:00", 7), ("2026-11-24 16:59:59", 7), ("2026-11-24 17:00", 8),
            ("2026-11-24 23:59:59", 8),
        ] as [(Instant, Int)])
    func due(now: Instant, due: Int) {
        let found = Self.found([.touches(8)], at: now)
        #expect(found == (due == 0 ? [] : [missing(.touch, planned: 8, due: due, done: 0)]))
    }

    @Test(
        "a kind is missing when less is done than is due",
        arguments: [
            ("as much as is due", [PlanLine.touches(6)], [.call: 3], []),
            ("more than is due", [.touches(6)], [.call: 9], []),
            ("one less", [.touches(6)], [.call: 2], [missing(.touch, planned: 6, due: 3, done: 2)]),
            (
                "every touch kind counts as a touch", [.touches(20)],
                [
                    .call: 1, .email: 1, .meeting: 1, .demo: 1, .visit: 1, .social: 1, .event: 1, .research: 5,
                    .proposal: 5, .internal: 5,
                ],
                [missing(.touch, planned: 20, due: 10, done: 7)]
            ),
            (
                "a kind counts only itself", [PlanLine(.activity(.call), count: 4)], [.email: 4, .call: 1],
                [missing(.activity(.call), planned: 4, due: 2, done: 1)]
            ),
            (
                "each kind by itself", [.touches(6), .research(2)], [.call: 1],
                [
                    missing(.touch, planned: 6, due: 3, done: 1),
                    missing(.activity(.research), planned: 2, due: 1, done: 0),
                ]
            ),
            ("one a day is due at its end", [.research(1)], [:], []),
            ("nothing planned", [], [:], []),
            ("a plan of zero", [.touches(0)], [:], []),
        ] as [(String, [PlanLine], [ActivityKind: Int], [Finding])])
    func atNoonish(name: String, plan: [PlanLine], done: [ActivityKind: Int], expected: [Finding]) {
        #expect(Self.found(plan, done: done, at: "2026-11-24 13:00") == expected)
    }

    @Test("the hours are those of the rep's zone, also on a day of 25 hours")
    func zones() {
        let chicago = zone("America/Chicago")
        // 1 November 2026 has 25 hours there; by the wall clock half of 00:00-12:00 has passed at 06:00.
        let day = RepDay(
            rep(zone: chicago, works: WeekdaySet(Weekday.allCases), hours: "00:00-12:00", plan: [.touches(12)]),
            at: "2026-11-01 12:00")
        #expect(Rules.findings(forDayOf: day, done: [:]) == [missing(.touch, planned: 12, due: 6, done: 0)])
    }

    @Test("hours until midnight are over at midnight only")
    func untilMidnight() {
        #expect(
            Self.found([.touches(4)], at: "2026-11-24 23:59:59", hours: "20:00-24:00")
                == [missing(.touch, planned: 4, due: 3, done: 0)])
    }

    @Test(
        "a rep who does not work today misses nothing",
        arguments: [
            ("a weekend", rep(plan: [.touches(6)]), "2026-11-22 17:00"),
            ("a holiday", rep(holidays: ["2026-11-24"], plan: [.touches(6)]), "2026-11-24 17:00"),
            ("away", rep(away: ["2026-11-20"..."2026-11-24"], plan: [.touches(6)]), "2026-11-24 17:00"),
            ("gone", rep(plan: [.touches(6)], leftOn: "2026-11-24"), "2026-11-24 17:00"),
        ] as [(String, Rep, Instant)])
    func dayOff(name: String, rep: Rep, now: Instant) {
        #expect(Rules.findings(forDayOf: RepDay(rep, at: now), done: [:]).isEmpty)
    }
}
