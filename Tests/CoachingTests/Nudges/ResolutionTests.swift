import CivilTime
import Coaching
import Testing

@Suite("What answered an episode")
struct ResolutionTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let finding: Finding
        let account: Account?
        let resolution: Resolution

        init(_ name: String, _ finding: Finding, _ account: Account?, _ resolution: Resolution) {
            self.name = name
            self.finding = finding
            self.account = account
            self.resolution = resolution
        }

        var testDescription: String { "\(finding.kind.rawValue): \(name)" }
    }

    private static let stalled = finding(.stalled, days: 10)
    private static let quiet = finding(.quiet, days: 9)
    private static let near = finding(.milestoneNear, milestone: 1)
    private static let passed = finding(.milestonePassed, milestone: 1)

    @Test(
        "an episode that is found no more tells what answered it",
        arguments: [
            Case("a touch today", stalled, account(touch: "2026-11-24 08:00"), .touch),
            Case("a touch logged late", stalled, account(touch: "2026-11-16 10:00"), .touch),
            Case("a next step in reach", stalled, account(stepOn: "2026-11-26", touch: "2026-11-09 10:00"), .nextStep),
            Case("the threshold moved", stalled, account(stallAfter: 20, touch: "2026-11-09 10:00"), .lapsed),
            Case(
                "a hold", stalled, account(touch: "2026-11-09 10:00", holds: [hold("2026-11-24", "2026-12-01")]), .hold),
            Case("won", stalled, account(status: .won), .closed),
            Case("no account any more", stalled, nil, .closed),
            Case("handed over", stalled, account(rep: 2, touch: "2026-11-24 08:00"), .closed),
            Case("a touch", quiet, account(touch: "2026-11-23 10:00"), .touch),
            Case("a next step in reach", quiet, account(stepOn: "2026-11-24", touch: "2026-11-10 10:00"), .nextStep),
            Case("the stall took its place", quiet, account(touch: "2026-11-09 10:00"), .lapsed),
            Case("a next step was set", finding(.noNextStep), account(stepOn: "2026-11-26"), .nextStep),
            Case("a hold", finding(.noNextStep), account(holds: [hold("2026-11-24", "2026-12-01")]), .hold),
            Case("dated anew", finding(.nextStepPassed), account(stepOn: "2026-11-26"), .nextStep),
            Case("its date was taken away", finding(.nextStepPassed), account(), .lapsed),
            Case("done", passed, account(milestones: [milestone(due: "2026-11-20", done: "2026-11-24")]), .milestone),
            Case(
                "skipped", passed, account(milestones: [milestone(due: "2026-11-20", skipped: "2026-11-24")]),
                .milestone),
            Case("dated anew", passed, account(milestones: [milestone(due: "2026-12-20")]), .milestone),
            Case("taken off the list", passed, account(), .closed),
            Case(
                "something serves it now", near,
                account(milestones: [milestone(due: "2026-11-25", served: "2026-11-24 08:00")]), .milestone),
            Case("done", near, account(milestones: [milestone(due: "2026-11-25", done: "2026-11-24")]), .milestone),
            Case("its date went by", near, account(milestones: [milestone(due: "2026-11-23")]), .lapsed),
            Case(
                "a third role is live", finding(.singleThreaded, threads: 2),
                account(
                    milestones: [milestone(done: "2026-10-01")],
                    people: [
                        person("Jonas", .user, id: 1, twoWay: "2026-11-24 08:00"),
                        person("Petra", .champion, id: 2, twoWay: "2026-11-20 08:00"),
                        person("Kim", .blocker, id: 3, twoWay: "2026-11-20 08:00"),
                    ]), .stakeholder),
            Case(
                "the buyer is known", finding(.noEconomicBuyer), account(people: [person("Kim", .economicBuyer)]),
                .stakeholder),
            Case(
                "a touch on the day", finding(.holdEnded),
                account(touch: "2026-11-24 08:00", holds: [hold("2026-11-02", "2026-11-23")]), .touch),
            Case(
                "its day went by", finding(.holdEnded),
                account(touch: "2026-11-01 08:00", holds: [hold("2026-11-02", "2026-11-20")]), .lapsed),
            Case("done on the day", missing(.touch, planned: 6, due: 3, done: 2), nil, .activity),
        ])
    func resolutions(row: Case) {
        #expect(
            Resolution(of: episode(row.finding), account: row.account, on: RepDay(rep(), at: tuesday)) == row.resolution
        )
    }

    @Test("what is missing at the end of its day lapses")
    func yesterday() {
        let missed = episode(missing(.touch, planned: 6, due: 6, done: 2), opened: "2026-11-23")
        #expect(Resolution(of: missed, account: nil, on: RepDay(rep(), at: tuesday)) == .lapsed)
    }

    @Test(
        "a single thread that is looked at no more, because the first milestone was reopened, was answered by nobody")
    func reopened() {
        let project = account(milestones: [milestone()], people: [person("Jonas", .user, twoWay: "2026-11-20 08:00")])
        let single = episode(finding(.singleThreaded, threads: 1))
        #expect(Resolution(of: single, account: project, on: RepDay(rep(), at: tuesday)) == .lapsed)
    }

    @Test("only what a person did deserves a thank you")
    func acts() {
        #expect(Resolution.allCases.filter { !$0.isAct } == [.closed, .lapsed])
    }
}

@Suite("What answered groundwork, a word and a list")
struct GroundworkResolutionTests {
    private static func resolution(
        _ finding: Finding, _ account: Account? = CoachingTests.account(),
        _ evidence: Resolution.Evidence = Resolution.Evidence()
    ) -> Resolution {
        Resolution(of: episode(finding), account: account, on: RepDay(rep(), at: tuesday), evidence)
    }

    @Test("something that was learnt or written, and nothing that merely went away")
    func groundwork() {
        var written = account()
        written.ownMessage = "For your night shift."
        #expect(Self.resolution(finding(.noOwnMessage), written) == .information)
        #expect(Self.resolution(finding(.noOwnMessage)) == .lapsed)
        var gap = finding(.researchGap)
        gap.topic = "business"
        var known = account()
        known.research = [ResearchTopic("Business")]
        #expect(Self.resolution(gap, known) == .information)
        #expect(Self.resolution(gap) == .lapsed, "another gap goes before it now")
        #expect(Self.resolution(finding(.noChampion), account(people: [person("Petra", .champion)])) == .stakeholder)
        #expect(Self.resolution(finding(.noMilestones), account(milestones: [milestone()])) == .milestone)
        #expect(Self.resolution(gap, account(holds: [hold("2026-11-24", "2026-12-01")])) == .hold)
        #expect(Self.resolution(gap, nil) == .closed)
    }

    @Test("a text that was written anew, and neither a threshold that moved nor an account that left")
    func generic() {
        var generic = finding(.genericMessage)
        generic.percent = 92
        #expect(Self.resolution(generic, account(), .init(likeness: 40)) == .information)
        #expect(Self.resolution(generic, account(), .init(likeness: 92)) == .lapsed)
        #expect(Self.resolution(generic) == .lapsed)
    }

    @Test("a word that was kept, has another day, or was taken back")
    func commitment() {
        let asked = Finding(.commitmentOpen, repID: 1, days: 3, subjectID: 7)
        func commitment(due: CivilDate = "2026-11-24", isKept: Bool = false) -> Resolution.Evidence {
            .init(commitment: Commitment(repID: 1, text: "demo", dueOn: due, moved: 3, isKept: isKept, id: 7))
        }
        #expect(Self.resolution(asked, nil, commitment(isKept: true)) == .activity)
        #expect(Self.resolution(asked, nil, commitment(due: "2026-11-27")) == .nextStep)
        #expect(Self.resolution(asked, nil) == .closed)
        #expect(Self.resolution(asked, nil, commitment()) == .lapsed, "as on a day off: it stays open")
    }

    @Test("a list that grew, and neither a number that moved nor touches that grew old")
    func list() {
        let short = Finding(.listShort, repID: 1, planned: 20, done: 19)
        #expect(Self.resolution(short, nil, .init(listed: 20)) == .information)
        #expect(Self.resolution(short, nil, .init(listed: 19)) == .lapsed)
        #expect(Self.resolution(Finding(.offList, repID: 1), nil) == .lapsed)
    }
}
