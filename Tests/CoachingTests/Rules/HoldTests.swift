import CivilTime
import Coaching
import Testing

@Suite("Holds")
struct HoldTests {
    private static func held(_ holds: Hold...) -> Account { account(touch: "2026-06-01 10:00", holds: holds) }

    @Test(
        "a hold has ended on the first working day after it, and on that day only",
        arguments: [
            RuleCase("its last day was yesterday", held(hold("2026-11-02", "2026-11-23")), isFound: true),
            RuleCase("its last day is today", held(hold("2026-11-02", "2026-11-24")), isFound: false),
            RuleCase("the second working day after", held(hold("2026-11-02", "2026-11-20")), isFound: false),
            RuleCase("over a weekend", held(hold("2026-11-02", "2026-11-20")), at: "2026-11-23 09:00", isFound: true),
            RuleCase(
                "it ended on the Sunday", held(hold("2026-11-02", "2026-11-22")), at: "2026-11-23 09:00", isFound: true),
            RuleCase(
                "on the Saturday after", held(hold("2026-11-02", "2026-11-20")), at: "2026-11-21 09:00", isFound: false),
            RuleCase(
                "after the rep's own leave", held(hold("2026-11-02", "2026-11-13")),
                of: rep(away: ["2026-11-16"..."2026-11-23"]),
                isFound: true),
            RuleCase(
                "a holiday in between", held(hold("2026-11-02", "2026-11-20")), of: rep(holidays: ["2026-11-23"]),
                isFound: true),
            RuleCase(
                "the next hold covers today", held(hold("2026-11-02", "2026-11-23"), hold("2026-11-24", "2026-12-01")),
                isFound: false),
            RuleCase(
                "the next hold begins tomorrow",
                held(hold("2026-11-25", "2026-12-01"), hold("2026-11-02", "2026-11-23")), isFound: true),
            RuleCase(
                "an earlier hold does not matter",
                held(hold("2026-11-02", "2026-11-23"), hold("2026-01-02", "2026-02-01")), isFound: true),
            RuleCase("never held", held(), isFound: false),
            RuleCase("won meanwhile", account(status: .won, holds: [hold("2026-11-02", "2026-11-23")]), isFound: false),
        ])
    func ended(row: RuleCase) {
        #expect(row.found(.holdEnded) == row.expected)
    }

    @Test(
        "nothing is found from the first through the last day of a hold",
        arguments: [
            ("2026-11-17 09:00", false), ("2026-11-18 00:00", true), ("2026-11-23 09:00", true),
            ("2026-11-24 23:59:59", true), ("2026-11-25 00:00", false),
        ] as [(Instant, Bool)])
    func resting(now: Instant, rests: Bool) {
        let account = Self.held(hold("2026-11-18", "2026-11-24"))
        #expect(Rules.findings(for: account, on: RepDay(rep(), at: now)).isEmpty == rests)
    }
}
