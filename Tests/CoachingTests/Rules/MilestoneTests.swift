import CivilTime
import Coaching
import Testing

@Suite("Milestones")
struct MilestoneTests {
    private static func with(_ milestones: Milestone...) -> Account { account(milestones: milestones) }

    @Test(
        "a milestone has passed when it is open and due before today",
        arguments: [
            RuleCase("due yesterday", with(milestone(due: "2026-11-23")), isFound: true),
            RuleCase("due long ago", with(milestone(due: "2020-01-01")), isFound: true),
            RuleCase("due today", with(milestone(due: "2026-11-24")), at: "2026-11-24 23:59:59", isFound: false),
            RuleCase("undated", with(milestone()), isFound: false),
            RuleCase("done today", with(milestone(due: "2026-11-23", done: "2026-11-24")), isFound: false),
            RuleCase(
                "done tomorrow is not done", with(milestone(due: "2026-11-23", done: "2026-11-25")), isFound: true),
            RuleCase("skipped today", with(milestone(due: "2026-11-23", skipped: "2026-11-24")), isFound: false),
            RuleCase(
                "skipped tomorrow is not skipped", with(milestone(due: "2026-11-23", skipped: "2026-11-25")),
                isFound: true),
            RuleCase(
                "activity for it changes nothing", with(milestone(due: "2026-11-23", served: "2026-11-20 10:00")),
                isFound: true),
            RuleCase(
                "on hold",
                account(milestones: [milestone(due: "2026-11-23")], holds: [hold("2026-11-20", "2026-11-24")]),
                isFound: false),
        ])
    func passed(row: RuleCase) {
        #expect(row.found(.milestonePassed) == row.expected)
    }

    @Test(
        "a milestone is near when at most 2 whole working days lie between today and its date and nothing serves it",
        arguments: [
            RuleCase("due today", with(milestone(due: "2026-11-24")), isFound: true),
            RuleCase("due tomorrow", with(milestone(due: "2026-11-25")), isFound: true),
            RuleCase("2 in between", with(milestone(due: "2026-11-27")), isFound: true),
            RuleCase("3 in between", with(milestone(due: "2026-11-30")), isFound: false),
            RuleCase(
                "2 in between, due on a Sunday", with(milestone(due: "2026-11-29")), at: "2026-11-25 09:00",
                isFound: true),
            RuleCase("3 in between, due on a Saturday", with(milestone(due: "2026-11-28")), isFound: false),
            RuleCase(
                "a holiday is no working day", with(milestone(due: "2026-11-30")), of: rep(holidays: ["2026-11-26"]),
                isFound: true),
            RuleCase("due yesterday", with(milestone(due: "2026-11-23")), isFound: false),
            RuleCase("undated", with(milestone()), isFound: false),
            RuleCase("served", with(milestone(due: "2026-11-25", served: "2026-09-01 10:00")), isFound: false),
            RuleCase("done", with(milestone(due: "2026-11-25", done: "2026-11-24")), isFound: false),
            RuleCase("done tomorrow", with(milestone(due: "2026-11-25", done: "2026-11-25")), isFound: true),
            RuleCase("skipped", with(milestone(due: "2026-11-25", skipped: "2026-11-20")), isFound: false),
            RuleCase("skipped tomorrow", with(milestone(due: "2026-11-25", skipped: "2026-11-25")), isFound: true),
            RuleCase("the rep's day off", with(milestone(due: "2026-11-23")), at: "2026-11-22 09:00", isFound: false),
        ])
    func near(row: RuleCase) {
        #expect(row.found(.milestoneNear) == row.expected)
    }

    @Test("each milestone of an account is found by itself")
    func several() {
        let account = Self.with(
            milestone(id: 1, due: "2026-11-20"), milestone(id: 2, due: "2026-11-19"),
            milestone(id: 3, due: "2026-11-25"))
        let found = Rules.findings(for: account, on: RepDay(rep(), at: tuesday)).filter { $0.milestoneID != nil }
        #expect(
            Set(found.map(\.key)) == [
                finding(.milestonePassed, milestone: 1).key, finding(.milestonePassed, milestone: 2).key,
                finding(.milestoneNear, milestone: 3).key,
            ])
    }
}
