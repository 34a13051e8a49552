import CivilTime
import Coaching
import Testing

@Suite("Next steps")
struct NextStepTests {
    @Test(
        "a next step is one with a date",
        arguments: [
            RuleCase("none", account(), isFound: true),
            RuleCase("a text without a date", account(step: "send the model"), isFound: true),
            RuleCase("a date without a text", account(stepOn: "2026-11-24"), isFound: false),
            RuleCase("a date that has passed is another finding", account(stepOn: "2026-11-01"), isFound: false),
            RuleCase("far ahead", account(stepOn: "2027-11-01"), isFound: false),
            RuleCase("on hold", account(holds: [hold("2026-11-01", "2026-11-24")]), isFound: false),
            RuleCase("the rep's day off", account(), at: "2026-11-21 09:00", isFound: false),
        ])
    func none(row: RuleCase) {
        #expect(row.found(.noNextStep) == row.expected)
    }

    @Test(
        "a next step has passed when its date is before today",
        arguments: [
            RuleCase("yesterday", account(stepOn: "2026-11-23"), isFound: true),
            RuleCase("on the weekend before", account(stepOn: "2026-11-22"), at: "2026-11-23 00:00", isFound: true),
            RuleCase(
                "today, to the last second", account(stepOn: "2026-11-24"), at: "2026-11-24 23:59:59", isFound: false),
            RuleCase("tomorrow", account(stepOn: "2026-11-25"), isFound: false),
            RuleCase("none", account(), isFound: false),
            RuleCase(
                "where it is tomorrow already", account(stepOn: "2026-11-24"), of: rep(zone: zone("Pacific/Auckland")),
                at: "2026-11-24 12:00", isFound: true),
            RuleCase(
                "where it is still yesterday", account(stepOn: "2026-11-23"),
                of: rep(zone: zone("America/Los_Angeles")),
                at: "2026-11-24 05:00", isFound: false),
            RuleCase("won", account(status: .won, stepOn: "2026-11-01"), isFound: false),
        ])
    func passed(row: RuleCase) {
        #expect(row.found(.nextStepPassed) == row.expected)
    }
}
