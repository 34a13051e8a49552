import CivilTime
import Coaching
import Testing

@Suite("Quiet and stalled")
struct QuietAndStalledTests {
    private static let twoDaySite = rep(works: WeekdaySet([.monday, .tuesday]))

    private static func thresholds(quiet: Int = 5, stalled: Int = 10, byMilestone: [String: Int] = [:]) -> Rep {
        var thresholds = Thresholds()
        thresholds.quiet = quiet
        thresholds.stalled = stalled
        thresholds.stalledByMilestone = byMilestone
        return rep(thresholds: thresholds)
    }

    @Test(
        "an account is quiet from 5 whole working days without a touch until it is stalled",
        arguments: [
            RuleCase("4 working days", account(touch: "2026-11-17 10:00"), days: nil),
            RuleCase("5 working days", account(touch: "2026-11-16 10:00"), days: 5),
            RuleCase("9 working days", account(touch: "2026-11-10 10:00"), days: 9),
            RuleCase("10 are a stall", account(touch: "2026-11-09 10:00"), days: nil),
            RuleCase("a touch on a Saturday counts from there", account(touch: "2026-11-14 10:00"), days: 6),
            RuleCase(
                "today is no whole day yet", account(touch: "2026-11-16 23:59"), at: "2026-11-23 23:59", days: nil),
            RuleCase("without a touch the selection counts", account(selected: "2026-11-16"), days: 5),
            RuleCase(
                "a selection after the last touch counts", account(selected: "2026-11-16", touch: "2026-09-01 10:00"),
                days: 5),
            RuleCase(
                "the end of the last hold counts",
                account(
                    touch: "2026-09-01 10:00",
                    holds: [hold("2026-10-01", "2026-11-16"), hold("2026-09-10", "2026-09-20")]),
                days: 5),
            RuleCase(
                "a touch after the hold counts",
                account(touch: "2026-11-17 10:00", holds: [hold("2026-10-01", "2026-11-13")]), days: nil),
            RuleCase(
                "a hold that begins later is not known yet",
                account(touch: "2026-11-16 10:00", holds: [hold("2026-11-25", "2026-12-24")]), days: 5),
            RuleCase(
                "on hold", account(touch: "2026-11-16 10:00", holds: [hold("2026-11-24", "2026-11-24")]), days: nil),
            RuleCase(
                "an own threshold of 5 is a stall at once", account(stallAfter: 5, touch: "2026-11-16 10:00"), days: nil
            ),
            RuleCase(
                "an own threshold of 3 is never quiet", account(stallAfter: 3, touch: "2026-11-17 10:00"), days: nil),
            RuleCase("an own threshold of 6", account(stallAfter: 6, touch: "2026-11-16 10:00"), days: 5),
            RuleCase("an own threshold of 20", account(stallAfter: 20, touch: "2026-11-02 10:00"), days: 15),
            RuleCase(
                "a person's own limit", account(touch: "2026-11-18 10:00"), of: thresholds(quiet: 3), days: 3),
        ])
    func quiet(row: RuleCase) {
        #expect(row.found(.quiet) == row.expected)
    }

    @Test(
        "an account is stalled from its threshold of whole working days without a touch",
        arguments: [
            RuleCase("9 working days", account(touch: "2026-11-10 10:00"), days: nil),
            RuleCase("10 working days", account(touch: "2026-11-09 10:00"), days: 10),
            RuleCase("a touch late on a Friday", account(touch: "2026-11-06 23:00"), days: 11),
            RuleCase("account before person", account(stallAfter: 12, touch: "2026-11-09 10:00"), days: nil),
            RuleCase("account's own 1", account(stallAfter: 1, touch: "2026-11-20 10:00"), days: 1),
            RuleCase("account's own 5", account(stallAfter: 5, touch: "2026-11-16 10:00"), days: 5),
            RuleCase("person before default", account(touch: "2026-11-16 10:00"), of: thresholds(stalled: 5), days: 5),
            RuleCase(
                "milestone before person",
                account(touch: "2026-11-16 10:00", milestones: [milestone("Contract sent")]),
                of: thresholds(stalled: 20, byMilestone: ["Contract sent": 4]), days: 5),
            RuleCase(
                "account before milestone",
                account(stallAfter: 6, touch: "2026-11-16 10:00", milestones: [milestone("Contract sent")]),
                of: thresholds(byMilestone: ["Contract sent": 4]), days: nil),
            RuleCase(
                "only the open milestone due first counts",
                account(
                    touch: "2026-11-16 10:00",
                    milestones: [
                        milestone("Contract sent", id: 1, due: "2026-12-20"),
                        milestone("CFO met", id: 2, due: "2026-12-01"),
                    ]),
                of: thresholds(byMilestone: ["Contract sent": 4]), days: nil),
            RuleCase(
                "an undated milestone comes after the dated ones",
                account(
                    touch: "2026-11-16 10:00",
                    milestones: [milestone("CFO met", id: 1), milestone("Contract sent", id: 2, due: "2026-12-20")]),
                of: thresholds(byMilestone: ["Contract sent": 4]), days: 5),
            RuleCase(
                "a milestone that is done counts no more",
                account(
                    touch: "2026-11-16 10:00",
                    milestones: [
                        milestone("Contract sent", id: 1, due: "2026-12-01", done: "2026-11-24"), milestone(id: 2),
                    ]),
                of: thresholds(byMilestone: ["Contract sent": 4]), days: nil),
            RuleCase(
                "a milestone that will be done tomorrow is open today",
                account(
                    touch: "2026-11-16 10:00",
                    milestones: [milestone("Contract sent", due: "2026-12-01", done: "2026-11-25")]),
                of: thresholds(byMilestone: ["Contract sent": 4]), days: 5),
            RuleCase(
                "the strict threshold of another milestone leaves it",
                account(touch: "2026-11-09 10:00", milestones: [milestone("CFO met")]),
                of: thresholds(byMilestone: ["Contract sent": 4]), days: 10),
            RuleCase("only working days of the rep", account(touch: "2026-10-26 10:00"), of: twoDaySite, days: nil),
            RuleCase("his tenth working day", account(touch: "2026-10-19 10:00"), of: twoDaySite, days: 10),
            RuleCase("on the rep's day off", account(touch: "2026-10-01 10:00"), at: "2026-11-22 09:00", days: nil),
            RuleCase(
                "while the rep is away", account(touch: "2026-10-01 10:00"),
                of: rep(away: ["2026-11-20"..."2026-11-24"]),
                days: nil),
            RuleCase(
                "after he left", account(touch: "2026-10-01 10:00"), of: rep(leftOn: "2026-11-24"), days: nil),
            RuleCase(
                "the day before he leaves", account(touch: "2026-11-09 10:00"), of: rep(leftOn: "2026-11-25"), days: 10),
            RuleCase("won", account(status: .won, touch: "2026-10-01 10:00"), days: nil),
            RuleCase("dropped", account(status: .dropped, touch: "2026-10-01 10:00"), days: nil),
            RuleCase("selected tomorrow", account(selected: "2026-11-25", touch: "2026-10-01 10:00"), days: nil),
            RuleCase("selected today", account(selected: "2026-11-24", touch: "2026-10-01 10:00"), days: nil),
        ])
    func stalled(row: RuleCase) {
        #expect(row.found(.stalled) == row.expected)
    }

    @Test(
        "a next step pauses both while at most 15 whole working days lie between the start of the count and its date",
        arguments: [
            RuleCase("today", account(stepOn: "2026-11-24", touch: "2026-11-09 10:00"), days: nil),
            RuleCase("yesterday pauses nothing", account(stepOn: "2026-11-23", touch: "2026-11-09 10:00"), days: 10),
            RuleCase("exactly 15 in between", account(stepOn: "2026-12-01", touch: "2026-11-09 10:00"), days: nil),
            RuleCase("16 in between", account(stepOn: "2026-12-02", touch: "2026-11-09 10:00"), days: 10),
            RuleCase("15, up to a Saturday", account(stepOn: "2026-11-28", touch: "2026-11-06 10:00"), days: nil),
            RuleCase(
                "a step without a date pauses nothing", account(step: "send the model", touch: "2026-11-09 10:00"),
                days: 10),
            RuleCase(
                "counted from the end of the hold, not from the touch before it",
                account(stepOn: "2026-11-30", touch: "2026-06-01 10:00", holds: [hold("2026-07-01", "2026-11-06")]),
                days: nil),
            RuleCase(
                "counted from the selection", account(selected: "2026-11-09", stepOn: "2026-12-02"), days: 10),
        ])
    func paused(row: RuleCase) {
        #expect(row.found(.stalled) == row.expected)
    }

    @Test(
        "a Friday touch and a Monday holiday give no working day on Tuesday and one on Wednesday",
        arguments: [("2026-11-24 09:00", nil), ("2026-11-25 09:00", 1)] as [(Instant, Int?)])
    func fridayTouch(now: Instant, days: Int?) {
        let row = RuleCase(
            "", account(stallAfter: 1, touch: "2026-11-20 16:00"), of: rep(holidays: ["2026-11-23"]), at: now,
            days: days)
        #expect(row.found(.stalled) == days)
    }

    @Test(
        "the zone of the rep decides the date of the touch and of today",
        arguments: [
            ("Europe/London", "2026-11-24 05:00", 5),
            // The touch was on the 17th there, and now it is the 24th, then the 25th.
            ("Pacific/Auckland", "2026-11-24 05:00", 4),
            ("Pacific/Auckland", "2026-11-24 12:00", 5),
            // Now it is still the 23rd there, then the 24th.
            ("America/Los_Angeles", "2026-11-24 05:00", 4),
            ("America/Los_Angeles", "2026-11-24 09:00", 5),
        ] as [(String, Instant, Int)])
    func zones(name: String, now: Instant, days: Int) {
        let day = RepDay(rep(zone: zone(name)), at: now)
        #expect(Idleness(of: account(touch: "2026-11-16 23:30"), on: day).workingDays == days)
    }
}
