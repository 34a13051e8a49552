import CivilTime
import Coaching
import Testing

@Suite("Groundwork: what is merely unknown or unwritten")
struct GroundworkTests {
    private static let champion = person("Petra", .champion)

    @Test(
        "an account has no champion when no stakeholder has that role",
        arguments: [
            RuleCase("nobody is known", account(), isFound: true),
            RuleCase("others are known", account(people: [person("Jonas", .user)]), isFound: true),
            RuleCase("one who never answered counts", account(people: [champion]), isFound: false),
            RuleCase("on hold", account(holds: [hold("2026-11-24", "2026-11-24")]), isFound: false),
            RuleCase("selected tomorrow", account(selected: "2026-11-25"), isFound: false),
            RuleCase("won", account(status: .won), isFound: false),
            RuleCase("on the rep's day off", account(), at: "2026-11-28 10:00", isFound: false),
        ])
    func noChampion(row: RuleCase) {
        #expect(row.found(.noChampion) == row.expected)
    }

    @Test(
        "an account has no milestones when none is open",
        arguments: [
            RuleCase("none yet", account(), isFound: true),
            RuleCase("one without a date", account(milestones: [milestone()]), isFound: false),
            RuleCase(
                "one whose date went by is still open", account(milestones: [milestone(due: "2026-11-02")]),
                isFound: false),
            RuleCase("all are done", account(milestones: [milestone(done: "2026-11-20")]), isFound: true),
            RuleCase("the last was done today", account(milestones: [milestone(done: "2026-11-24")]), isFound: true),
            RuleCase(
                "the last will be done tomorrow", account(milestones: [milestone(done: "2026-11-25")]), isFound: false),
            RuleCase(
                "one done, one skipped",
                account(milestones: [milestone(done: "2026-11-20"), milestone(id: 2, skipped: "2026-11-20")]),
                isFound: true),
            RuleCase(
                "one done, one open", account(milestones: [milestone(done: "2026-11-20"), milestone(id: 2)]),
                isFound: false
            ),
        ])
    func noMilestones(row: RuleCase) {
        #expect(row.found(.noMilestones) == row.expected)
    }

    @Test(
        "an account has no message of its own when nothing is written, or nothing that can be read",
        arguments: [
            RuleCase("nothing", written(nil), isFound: true), RuleCase("empty", written(""), isFound: true),
            RuleCase("blank", written(" \n\t\u{00A0}"), isFound: true), RuleCase("short", written("."), isFound: false),
            RuleCase("written", written("Your trucks wait two hours."), isFound: false),
        ])
    func noOwnMessage(row: RuleCase) {
        #expect(row.found(.noOwnMessage) == row.expected)
    }

    private static func written(_ message: String?) -> Account {
        var account = account()
        account.ownMessage = message
        return account
    }
}

@Suite("Research: one gap at a time")
struct ResearchGapTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var known: [String] = []
        var people: [Stakeholder] = []
        var insight: String?
        var trigger: String?
        var milestones: [Milestone] = []
        var before: [String: [String]] = [:]
        var topics: [String]?
        var gap: String?
        var testDescription: String { name }
    }

    static let jonas = person("Jonas", .user)

    @Test(
        "the first topic that is not known is the gap, that which the next milestone needs before the others",
        arguments: [
            Case(name: "nothing is known", gap: "business"),
            Case(name: "an item, however it is written", known: [" Business "], gap: "priority"),
            Case(
                name: "a trigger is a priority", known: ["business"], trigger: "audit in January", gap: "stakeholders"),
            Case(name: "a trigger that is an item", known: ["business", "trigger"], gap: "stakeholders"),
            Case(
                name: "one stakeholder is enough", known: ["business", "priority"], people: [jonas],
                gap: "current solution"),
            Case(
                name: "pain is pain and its cost", known: ["business", "priority", "current solution", "pain"],
                people: [jonas], gap: "decision process"),
            Case(
                name: "the insight may stand with the account",
                known: ["business", "priority", "current solution", "pain_and_its_cost", "Decision-Process"],
                people: [jonas], insight: "trucks wait", gap: nil),
            Case(
                name: "an own message is another rule's",
                known: ["business", "priority", "current solution", "pain", "decision process", "insight"],
                people: [jonas], gap: nil),
            Case(name: "a blank insight is none", insight: "  ", topics: ["our insight"], gap: "our insight"),
            Case(
                name: "the open milestone due first needs another",
                milestones: [
                    milestone(due: "2026-12-20"), milestone("Pilot", id: 2, due: "2026-12-01"),
                ], before: ["CFO met": ["decision process"], "Pilot": ["current solution"]], gap: "current solution"),
            Case(
                name: "what it needs is known", known: ["decision process"], milestones: [milestone()],
                before: ["CFO met": ["decision process"]], gap: "business"),
            Case(
                name: "a milestone that is done needs nothing", milestones: [milestone(done: "2026-11-20")],
                before: ["CFO met": ["decision process"]], gap: "business"),
            Case(
                name: "a topic of the team's own", known: ["business"], topics: ["business", "Fuhrpark"],
                gap: "Fuhrpark"),
            Case(name: "an own topic that is known", known: ["fuhrpark"], topics: ["Fuhrpark"], gap: nil),
            Case(name: "no checklist", topics: [], gap: nil),
        ])
    func gap(row: Case) {
        var thresholds = Thresholds()
        if let topics = row.topics { thresholds.research.topics = topics.map(ResearchTopic.init) }
        thresholds.research.before = row.before.mapValues { $0.map(ResearchTopic.init) }
        var account = account(insight: row.insight, milestones: row.milestones, people: row.people)
        account.triggerEvent = row.trigger
        account.research = Set(row.known.map(ResearchTopic.init))
        let day = RepDay(rep(thresholds: thresholds), at: tuesday)
        let gaps = Rules.findings(for: account, on: day).filter { $0.kind == .researchGap }
        #expect(gaps.map(\.topic) == (row.gap.map { [$0] } ?? []))
    }
}
