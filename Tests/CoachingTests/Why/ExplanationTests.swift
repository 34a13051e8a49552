import CivilTime
import Coaching
import Testing

@Suite("Why something is found")
struct ExplanationTests {
    @Test(
        "the count says from when through when, and what was left out",
        arguments: [
            (
                rep(holidays: ["2026-11-16"]), "2026-11-05", [:],
                "11 whole working days from Fri 6 Nov through Mon 23 Nov; not counted: Sat/Sun, Mon 16 Nov (holiday)"
            ),
            (
                rep(holidays: ["2026-11-16"]), "2026-11-13", ["2026-11-16": "Founders' Day"],
                "5 whole working days from Tue 17 Nov through Mon 23 Nov; not counted: Sat/Sun, Mon 16 Nov (Founders' Day)"
            ),
            (
                rep(away: ["2026-11-18"..."2026-11-19"]), "2026-11-17", [:],
                "2 whole working days from Fri 20 Nov through Mon 23 Nov; not counted: Sat/Sun, Wed 18 Nov (away), Thu 19 Nov (away)"
            ),
            (rep(), "2026-11-20", [:], "1 whole working day on Mon 23 Nov; not counted: Sat/Sun"),
            (rep(), "2026-11-23", [:], "no whole working day lies between Mon 23 Nov and Tue 24 Nov"),
        ] as [(Rep, CivilDate, [CivilDate: String], String)])
    func count(owner: Rep, start: CivilDate, names: [CivilDate: String], words: String) {
        let day = RepDay(owner, at: tuesday)
        #expect(CountedDays(after: start, before: day.today, on: day, names: names).words == words)
    }

    private struct Case: Sendable, CustomTestStringConvertible {
        var kind: FindingKind
        var account: Account
        var touch: Touch?
        var owner = rep()
        var rows: [String]
        var count: String?
        var threshold: String?

        var testDescription: String { kind.rawValue }
    }

    private static let cases: [Case] = [
        Case(
            kind: .stalled,
            account: account(stepOn: "2026-12-24", touch: "2026-11-05 10:00", people: [Fixture.jonas]),
            touch: Fixture.call,
            rows: [
                "activity 812: call with Jonas (user), Thu 5 Nov 10:00, by Ana Silva",
                "account 1: next_step_on is Thu 24 Dec, 34 whole working days after the count's start: it pauses nothing "
                    + "(at most 15, from the default)",
            ],
            count: "12 whole working days from Fri 6 Nov through Mon 23 Nov; not counted: Sat/Sun",
            threshold: "10 working days, from the default"),
        Case(
            kind: .quiet, account: account(selected: "2026-11-16"), rows: ["account 1: selected on Mon 16 Nov"],
            count: "5 whole working days from Tue 17 Nov through Mon 23 Nov; not counted: Sat/Sun",
            threshold: "5 working days, from the default"),
        Case(
            kind: .holdEnded, account: account(holds: [hold("2026-11-02", "2026-11-23", "their new CIO")]),
            rows: ["hold 1: Mon 2 Nov through Mon 23 Nov, \"their new CIO\""],
            count: "no whole working day lies between Mon 23 Nov and Tue 24 Nov"),
        Case(
            kind: .noNextStep, account: account(step: "call Marta"),
            rows: ["account 1: next step \"call Marta\", next_step_on is empty"]),
        Case(
            kind: .nextStepPassed, account: account(step: "call Marta", stepOn: "2026-11-23"),
            rows: ["account 1: next step \"call Marta\", next_step_on is Mon 23 Nov"]),
        Case(
            kind: .milestonePassed, account: account(milestones: [milestone(due: "2026-11-20")]),
            rows: ["milestone 1: \"CFO met\", due Fri 20 Nov, no activity names it"]),
        Case(
            kind: .milestoneNear, account: account(milestones: [milestone(due: "2026-11-26")]),
            rows: ["milestone 1: \"CFO met\", due Thu 26 Nov, no activity names it"],
            count: "1 whole working day on Wed 25 Nov",
            threshold: "fewer than 3 whole working days before its date, from the default"),
        Case(
            kind: .singleThreaded,
            account: account(milestones: [milestone(done: "2026-11-02")], people: [Fixture.jonas]),
            rows: [
                "milestone 1: \"CFO met\", done Mon 2 Nov",
                "stakeholder 1: Jonas Weber, user, last two-way touch Thu 5 Nov",
            ],
            count: "1 role since Sun 25 Oct: user",
            threshold: "3 roles, from the default, in 30 calendar days, from the default"),
        Case(
            kind: .noEconomicBuyer, account: account(), rows: ["stakeholder: none is known"]),
    ]

    @Test("each finding of an account names its rows, its count and its threshold", arguments: cases)
    private func explained(example: Case) throws {
        let explaining = Explaining(
            story: AccountStory(example.account, lastTouch: example.touch), owner: example.owner)
        let explanation = try #require(explaining.explanation(of: example.kind))
        #expect(explanation.rows.map(\.description) == example.rows)
        #expect(explanation.count == example.count)
        #expect(explanation.threshold == example.threshold)
    }

    @Test(
        "every kind has its rule and what would end it, in words without a banned one", arguments: FindingKind.allCases)
    func words(kind: FindingKind) {
        for words in [kind.rule, kind.remedy] {
            #expect(Lint.flaws(of: words) == [], "\(words)")
            #expect(!words.hasSuffix("."))
        }
    }

    @Test("missing activity is explained by the hour")
    func activity() {
        let day = RepDay(rep(hours: "09:00-17:00", plan: [.touches(6)]), at: "2026-11-24 13:00")
        let explanation = Explanation(missing(.touch, planned: 6, due: 3, done: 2), on: day)
        #expect(explanation.rows.map(\.description) == ["plan: 6 touches a working day"])
        #expect(explanation.threshold == "3 of 6: 50 % of the working hours 09:00-17:00 have passed at 13:00")
    }

    @Test("a threshold says where it comes from: account, milestone, person, team, file, default")
    func origins() {
        var policy = PolicySettings()
        func origin(_ change: (inout PolicySettings) -> Void) -> ThresholdOrigin {
            change(&policy)
            return ThresholdOrigins(policy, email: "Ana@Example.com", team: "Team North").stalled
        }
        #expect(origin { _ in } == .builtIn)
        #expect(origin { $0.top.stalled = 9 } == .file)
        #expect(origin { $0.teams["Team North", default: .init()].stalled = 8 } == .team("Team North"))
        #expect(origin { $0.people["ana@example.com", default: .init()].stalled = 7 } == .person("Ana@Example.com"))
        var thresholds = Thresholds()
        thresholds.stalledByMilestone = ["CFO met": 4]
        let titled = account(touch: "2026-11-05 10:00", milestones: [milestone(due: "2026-12-24")])
        let byMilestone = Explaining(story: AccountStory(titled), owner: rep(thresholds: thresholds))
        #expect(
            byMilestone.explanation(of: .stalled)?.threshold
                == "4 working days, from [thresholds.milestones] \"CFO met\"")
        var own = titled
        own.stallAfter = 6
        #expect(
            Explaining(story: AccountStory(own), owner: rep(thresholds: thresholds)).explanation(of: .stalled)?
                .threshold
                == "6 working days, from the account's own stall_after")
    }

    @Test(
        "what is not found and near says what keeps it from being found, or when it comes",
        arguments: [
            (
                account(stepOn: "2026-11-26", touch: "2026-11-05 10:00"), .stalled,
                "the next step on Thu 26 Nov pauses it: 14 whole working days lie between the start of the count and that date, "
                    + "at most 15; 12 whole working days from Fri 6 Nov through Mon 23 Nov; not counted: Sat/Sun"
            ),
            (
                account(touch: "2026-11-18 10:00"), .quiet,
                "from Thu 26 Nov without a touch: 5 working days, from the default; now 3 whole working days from Thu 19 Nov "
                    + "through Mon 23 Nov; not counted: Sat/Sun"
            ),
            (
                account(touch: "2026-11-12 10:00"), .stalled,
                "from Fri 27 Nov without a touch: 10 working days, from the default; now 7 whole working days from Fri 13 Nov "
                    + "through Mon 23 Nov; not counted: Sat/Sun"
            ),
            (
                account(stepOn: "2026-11-25", touch: "2026-11-23 10:00"), .nextStepPassed,
                "from Thu 26 Nov, if the step of Wed 25 Nov has no new date"
            ),
            (
                account(
                    touch: "2026-11-23 10:00", milestones: [milestone(due: "2026-11-26", served: "2026-11-20 10:00")]),
                .milestoneNear, "\"CFO met\" is due Thu 26 Nov, and activity serves it since Fri 20 Nov"
            ),
            (
                account(
                    milestones: [milestone(done: "2026-11-02")],
                    people: [
                        person("A", .user, id: 1, twoWay: "2026-10-30 10:00"),
                        person("B", .champion, id: 2, twoWay: "2026-11-20 10:00"),
                        person("C", .economicBuyer, id: 3, twoWay: "2026-11-20 10:00"),
                    ]), .singleThreaded,
                "3 of 3 roles are live; from Mon 30 Nov the user no longer counts without another two-way touch"
            ),
        ] as [(Account, FindingKind, String)])
    func near(account: Account, kind: FindingKind, words: String) {
        let explaining = Explaining(story: AccountStory(account))
        #expect(explaining.near.filter { $0.kind == kind }.map(\.words) == [words])
        #expect(!explaining.findings.contains { $0.kind == kind })
    }

    @Test("what is said to come on a day is found on that day and not the day before, whatever the holidays")
    func comes() {
        for touch in 16...20 {
            for holidays in [[], ["2026-11-24"], ["2026-11-25", "2026-11-27"]] as [[CivilDate]] {
                let touched: Instant = Instant(stringLiteral: "2026-11-\(touch) 10:00")
                let story = AccountStory(account(touch: touched))
                let before = Explaining(story: story, owner: rep(holidays: holidays), now: "2026-11-23 09:00")
                guard let miss = before.near.first(where: { $0.kind == .quiet }) else { continue }
                var date: CivilDate = "2026-11-23"
                let dates = DateWords(today: date)
                while !miss.words.hasPrefix("from \(dates.dated(date)) ") { date = date.adding(days: 1) }
                func isQuiet(_ date: CivilDate) -> Bool {
                    let day = Zone.utc.startOfDay(date).adding(seconds: 32_400)
                    return Explaining(story: story, owner: rep(holidays: holidays), now: day).findings.contains {
                        $0.kind == .quiet
                    }
                }
                #expect(isQuiet(date) && !isQuiet(date.adding(days: -1)))
            }
        }
    }
}
