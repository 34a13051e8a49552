import CivilTime
import Coaching
import Testing

@Suite("Stakeholders")
struct StakeholderTests {
    /// A project past its first milestone.
    private static func project(_ people: Stakeholder..., done: CivilDate? = "2026-10-01") -> Account {
        account(milestones: [milestone(done: done)], people: people)
    }

    private static let recent: Instant = "2026-11-20 10:00"
    private static let champion = person("Petra", .champion, id: 1, twoWay: recent)
    private static let user = person("Jonas", .user, id: 2, twoWay: recent)

    @Test(
        "an account is single-threaded when a milestone is done and fewer than 3 distinct roles are live",
        arguments: [
            RuleCase("nobody", project(), days: 0),
            RuleCase("one role", project(user), days: 1),
            RuleCase("two roles", project(user, champion), days: 2),
            RuleCase(
                "three roles", project(user, champion, person("Kim", .influencer, id: 3, twoWay: recent)), days: nil),
            RuleCase(
                "three people, two roles", project(user, champion, person("Kim", .user, id: 3, twoWay: recent)), days: 2
            ),
            RuleCase(
                "a person without a role is no thread",
                project(user, champion, person("Kim", nil, id: 3, twoWay: recent)), days: 2),
            RuleCase("one who never answered", project(user, champion, person("Kim", .blocker, id: 3)), days: 2),
            RuleCase(
                "an answer on the date 30 days ago",
                project(user, champion, person("Kim", .blocker, id: 3, twoWay: "2026-10-25 00:00")),
                days: nil),
            RuleCase(
                "an answer 31 days ago",
                project(user, champion, person("Kim", .blocker, id: 3, twoWay: "2026-10-24 23:59:59")),
                days: 2),
            RuleCase(
                "the rep's zone dates the answer",
                project(user, champion, person("Kim", .blocker, id: 3, twoWay: "2026-10-24 22:30")),
                of: rep(zone: zone("Europe/Berlin")), days: nil),
            RuleCase("no milestone done", project(done: nil), isFound: false),
            RuleCase("one that will be done tomorrow", project(done: "2026-11-25"), isFound: false),
            RuleCase("one done today", project(done: "2026-11-24"), days: 0),
            RuleCase(
                "a skipped milestone is not done", account(milestones: [milestone(skipped: "2026-10-01")]),
                isFound: false),
        ])
    func singleThreaded(row: RuleCase) {
        #expect(row.found(.singleThreaded) == row.expected)
    }

    @Test(
        "an account has no economic buyer when no stakeholder has that role",
        arguments: [
            RuleCase("nobody is known", account(), isFound: true),
            RuleCase("others are known", account(people: [user, champion]), isFound: true),
            RuleCase("one who never answered counts", account(people: [person("Kim", .economicBuyer)]), isFound: false),
            RuleCase("on hold", account(holds: [hold("2026-11-24", "2026-11-24")]), isFound: false),
            RuleCase("lost", account(status: .lost), isFound: false),
            RuleCase("the rep's day off", account(), at: "2026-11-21 09:00", isFound: false),
        ])
    func economicBuyer(row: RuleCase) {
        #expect(row.found(.noEconomicBuyer) == row.expected)
    }
}
