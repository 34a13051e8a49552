import CivilTime
import Coaching
import Testing

@Suite("Items about groundwork")
struct GroundworkItemTests {
    private static let touch = Touch(kind: .call, at: "2026-11-19 10:00", stakeholder: person("Jonas Weber", .user))

    /// Heading and fact of the item.
    private static func lines(
        _ finding: Finding, _ account: Account, touch: Touch? = nil, thresholds: Thresholds = Thresholds(),
        other: String? = nil
    ) -> [String] {
        var briefing = Fixture.one(finding, account, touch: touch, of: rep(thresholds: thresholds))
        briefing.stories[account.id]?.otherName = other
        let item = Message.morning(briefing)?.items.first
        return ([item?.heading].compactMap { $0 } + (item?.facts ?? [])).map(\.text)
    }

    @Test("no champion: who is known, and who is not")
    func noChampion() {
        let jonas = person("Jonas Weber", .user)
        #expect(
            Self.lines(finding(.noChampion), account(people: [jonas])) == [
                "Acme Logistics", "We know Jonas (user), and nobody yet who speaks for us when we are not there.",
            ])
        #expect(Self.lines(finding(.noChampion), account()).last == "Nobody there is on our map yet.")
    }

    @Test("no milestone: none yet, one done, all done, the others skipped")
    func noMilestones() {
        func words(_ milestones: Milestone..., touch: Touch? = nil) -> String {
            Self.lines(finding(.noMilestones), account(milestones: milestones), touch: touch).last ?? ""
        }
        #expect(words() == "No milestone is set yet.")
        #expect(
            words(touch: Self.touch)
                == "No milestone is set yet. Last touch: the call with Jonas (user) on Thu 19 Nov.")
        #expect(words(milestone(done: "2026-11-02")) == "Its one milestone, \"CFO met\", is done; none is ahead.")
        #expect(
            words(milestone(done: "2026-11-02"), milestone("Pilot", id: 2, done: "2026-11-12"))
                == "All 2 milestones are done, \"Pilot\" last; none is ahead.")
        #expect(
            words(milestone(done: "2026-11-02"), milestone("Pilot", id: 2, skipped: "2026-11-12"))
                == "1 of 2 milestones is done, \"CFO met\" last; none is ahead.")
        #expect(words(milestone(skipped: "2026-11-12")) == "No milestone is ahead.")
    }

    @Test("no own message: the insight that it could begin with, where there is one")
    func noOwnMessage() {
        #expect(
            Self.lines(finding(.noOwnMessage), account(insight: "every late truck is refunded.")).last
                == "We know \"every late truck is refunded\", and no message uses it yet.")
        #expect(
            Self.lines(finding(.noOwnMessage), account()).last
                == "No message of their own yet.")
    }

    @Test("what is missing alike in many accounts is told with the last touch, which only this one has")
    func withLastTouch() {
        let told = " Last touch: the call with Jonas (user) on Thu 19 Nov."
        #expect(Self.lines(finding(.noOwnMessage), account(), touch: Self.touch).last?.hasSuffix(told) == true)
        var gap = finding(.researchGap)
        gap.topic = "decision process"
        #expect(
            Self.lines(gap, account(), touch: Self.touch).last == "How they decide is not known yet." + told)
    }

    @Test("a generic message names the other account and no number")
    func generic() {
        var nearly = finding(.genericMessage)
        nearly.percent = 84
        #expect(Self.lines(nearly, account(), other: "Globex").last == "Its message is nearly the one for Globex.")
        #expect(Self.lines(nearly, account()).last == "Its message is nearly another one on your list.")
        nearly.percent = 100
        #expect(
            Self.lines(nearly, account(), other: "Globex").last
                == "Names apart, its message is word for word the one for Globex.")
    }

    @Test("a gap says what is not known, and before which milestone it is needed")
    func gap() {
        var gap = finding(.researchGap)
        gap.topic = "decision process"
        let acme = account(milestones: [milestone()])
        #expect(Self.lines(gap, acme).last == "How they decide is not known yet.")
        var thresholds = Thresholds()
        thresholds.research.before = ["CFO met": [ResearchTopic("Decision process")]]
        #expect(
            Self.lines(gap, acme, thresholds: thresholds).last
                == "Before \"CFO met\": how they decide is not known yet.")
        gap.topic = "Fuhrpark"
        #expect(Self.lines(gap, acme).last == "Not known yet: Fuhrpark.")
    }

    @Test(
        "every item keeps to three lines and 300 characters, with the longest names and each topic",
        arguments: FindingKind.allCases.filter { $0.subject != .leader && $0 != .activityMissing },
        ResearchChecklist().topics.map(\.name) + [String(repeating: "topic ", count: 40)])
    func limits(kind: FindingKind, topic: String) {
        let long = "Vereinigte Norddeutsche Logistik- und Speditionsgesellschaft mbH"
        let account = account(
            long, insight: long, milestones: [milestone(long, due: "2026-11-20")],
            people: [person(long, .user), person(long, .evaluator, id: 2), person(long, .blocker, id: 3)])
        var found = finding(kind, account: kind.subject == .account ? 1 : nil, days: 12)
        if kind == .commitmentOpen { found.subjectID = 7 }
        (found.topic, found.percent, found.done, found.planned) = (topic, 84, 7, 20)
        var briefing = Fixture.one(found, account, touch: Self.touch)
        briefing.bank = .english
        briefing.stories[1]?.otherName = long
        briefing.commitments = [
            Commitment(repID: 1, account: long, text: long, dueOn: "2026-11-24", moved: 12, id: 7, accountID: 1)
        ]
        let items = Message.morning(briefing)?.items ?? []
        #expect(items.count == 1)
        for item in items {
            #expect(item.phrases.count <= 3)
            #expect(item.question != nil)
            // Long data is the exception that the limit of a message bears; ordinary data is held to it below.
            #expect(item.text.count <= 600)
        }
    }
}

@Suite("Items about the rep's own word and list")
struct OwnItemTests {
    private static func briefing(_ finding: Finding, accounts: Int = 0, opened: CivilDate = "2026-11-24") -> Briefing {
        var briefing = Briefing(day: RepDay(rep(), at: tuesday), bank: .english)
        for id in 0..<RowID(accounts) {
            briefing.stories[100 + id] = AccountStory(account("Account \(id)", id: 100 + id))
            briefing.episodes.append(
                episode(CoachingTests.finding(.noNextStep, account: 100 + id), id: 100 + id))
        }
        briefing.episodes.append(episode(finding, id: 1, opened: opened))
        briefing.commitments = [
            Commitment(repID: 1, account: "Hooli", text: "demo", dueOn: "2026-11-24", moved: 3, id: 7)
        ]
        return briefing
    }

    private static func listShort(_ listed: Int) -> Finding {
        Finding(.listShort, repID: 1, planned: 20, done: listed)
    }

    @Test("each says its fact and asks one question")
    func texts() {
        let cases: [(Finding, String)] = [
            (
                Finding(.commitmentOpen, repID: 1, days: 3, subjectID: 7),
                "You said: demo (Hooli). It has moved three times."
            ),
            (
                Finding(.offList, repID: 1, planned: 24, done: 9, percent: 37),
                "Of your last 24 touches 9 went to companies off the list."
            ),
            (Self.listShort(0), "Your list is empty; it has room for 50 accounts."),
            (Self.listShort(1), "Your list has 1 account and room for 50."),
            (Self.listShort(12), "Your list has 12 accounts and room for 50."),
        ]
        for (finding, heading) in cases {
            let message = Message.morning(Self.briefing(finding))
            #expect(message?.title.text == "Good morning Ana. Tue 24 Nov: one question.")
            #expect(message?.items.map(\.heading.text) == [heading])
            #expect(message?.items.first?.question != nil)
            #expect(message?.items.first?.findingID == 1)
        }
    }

    @Test("one commitment has one question, also after a new day; the list has one in 20 working days")
    func askedBefore() {
        func isAsked(_ finding: Finding, before: CivilDate?) -> Bool {
            var briefing = Self.briefing(finding)
            briefing.askedBefore[finding.key] = before
            return Message.morning(briefing) != nil
        }
        let commitment = Finding(.commitmentOpen, repID: 1, days: 3, subjectID: 7)
        #expect(isAsked(commitment, before: nil) && !isAsked(commitment, before: "2026-01-05"))
        let offList = Finding(.offList, repID: 1, planned: 24, done: 9, percent: 37)
        #expect(!isAsked(offList, before: "2026-11-20") && !isAsked(offList, before: "2026-10-28"))
        #expect(isAsked(offList, before: nil) && isAsked(offList, before: "2026-10-27"))
        #expect(!isAsked(Self.listShort(12), before: "2026-10-28") && isAsked(Self.listShort(12), before: "2026-10-27"))
    }

    @Test("a day that fits is thanked for, the sooner act is it as well, and what has slipped again is not")
    func newDay() {
        func thanks(due: CivilDate, isKept: Bool = false) -> String? {
            var briefing = Self.briefing(Self.listShort(12))
            briefing.answered = [
                episode(
                    Finding(.commitmentOpen, repID: 1, days: 3, subjectID: 7), id: 50, resolved: .nextStep, mentions: 1)
            ]
            briefing.commitments = [
                Commitment(repID: 1, account: "Norvik Paper", text: "visit the site", dueOn: due, isKept: isKept, id: 7)
            ]
            return Message.morning(briefing)?.items.first { $0.state == .thanks }?.text
        }
        #expect(thanks(due: "2026-11-25") == "visit the site (Norvik Paper) has a day that fits: tomorrow. Thank you.")
        #expect(
            thanks(due: "2026-11-27", isKept: true)
                == "You said it and did it: visit the site (Norvik Paper). Thank you.")
        #expect(thanks(due: "2026-11-23") == nil)
    }

    @Test("a word that moved comes at once and last, with two accounts before it")
    func commitment() {
        let message = Message.morning(
            Self.briefing(Finding(.commitmentOpen, repID: 1, days: 3, subjectID: 7), accounts: 5))
        #expect(message?.items.map(\.kind) == [.noNextStep, .noNextStep, .commitmentOpen])
        #expect(message?.items.map(\.number) == [1, 2, 3])
        #expect(
            message?.title.text
                == "Good morning Ana. Tue 24 Nov: two accounts where an hour would count, and one more question.")
        var without = message
        without?.leaveOut([1])
        #expect(without?.title.text == "Good morning Ana. Tue 24 Nov: two accounts where an hour would count.")
        without = message
        without?.leaveOut([100, 101])
        #expect(without?.title.text == "Good morning Ana. Tue 24 Nov: one question.")
        var view = LeaderFixture.view()
        view.promises = [LeaderRuleTests.promise(due: "2026-11-20")]
        let leading = Message.morning(
            Self.briefing(Finding(.commitmentOpen, repID: 1, days: 3, subjectID: 7), accounts: 5),
            leading: LeaderFixture.briefing(view))
        #expect(
            leading?.title.text
                == "Good morning Ana. Tue 24 Nov: two accounts, one more question, and one thing for the team.")
        #expect(without?.items.map(\.number) == [nil])
    }

    @Test("what is about the list takes a free place; touches off it a full message's after five working days")
    func patience() {
        func kinds(_ accounts: Int, opened: CivilDate, _ finding: Finding = Self.listShort(12)) -> [FindingKind?] {
            Message.morning(Self.briefing(finding, accounts: accounts, opened: opened))?.items.map(\.kind) ?? []
        }
        let off = Finding(.offList, repID: 1, planned: 24, done: 9, percent: 37)
        #expect(kinds(5, opened: "2026-11-18", off) == [.noNextStep, .noNextStep, .noNextStep])
        #expect(kinds(5, opened: "2026-11-17", off) == [.noNextStep, .noNextStep, .offList])
        #expect(kinds(2, opened: "2026-11-24") == [.noNextStep, .noNextStep, .listShort])
        #expect(kinds(5, opened: "2026-11-24") == [.noNextStep, .noNextStep, .noNextStep])
        #expect(kinds(5, opened: "2026-01-05") == [.noNextStep, .noNextStep, .noNextStep])
    }

    @Test("nobody is asked for more accounts while a third of those that are there stand still")
    func restlessList() {
        func isAsked(_ still: [FindingKind], listed: Int = 12) -> Bool {
            var briefing = Self.briefing(Self.listShort(listed))
            briefing.listed = listed
            for (offset, kind) in still.enumerated() {
                let id = RowID(200 + offset)
                briefing.episodes.append(
                    episode(
                        CoachingTests.finding(kind, account: id, days: 9), id: id, mentions: 1, first: "2026-11-23"))
            }
            return Message.morning(briefing)?.items.contains { $0.kind == .listShort } ?? false
        }
        #expect(isAsked([]) && isAsked([], listed: 0) && isAsked([.stalled, .quiet, .quiet]))
        #expect(!isAsked([.stalled, .quiet, .quiet, .stalled]))
    }

    @Test("one of them is enough for a message, what was said before what is listed")
    func one() {
        var briefing = Self.briefing(Self.listShort(12))
        briefing.episodes.append(episode(Finding(.offList, repID: 1, planned: 24, done: 9, percent: 37), id: 2))
        #expect(Message.morning(briefing)?.items.map(\.kind) == [.offList])
        briefing.episodes.append(episode(Finding(.commitmentOpen, repID: 1, days: 3, subjectID: 7), id: 3))
        #expect(Message.morning(briefing)?.items.map(\.kind) == [.commitmentOpen])
    }

    @Test("a word, a way and the list are asked about once; none is ever the leader's")
    func ladder() {
        let ladder = Ladder()
        for kind in [FindingKind.commitmentOpen, .offList, .listShort] {
            let mentioned = episode(
                Finding(kind, repID: 1, subjectID: 7), mentions: 1, first: "2026-11-20", last: "2026-11-20")
            #expect(!ladder.isDue(mentioned, on: RepDay(rep(), at: "2026-11-24 09:00")))
            #expect(!ladder.hasEnded(mentioned, on: RepDay(rep(), at: "2026-12-24 09:00")))
        }
    }
}

@Suite("Thanks for groundwork")
struct GroundworkThanksTests {
    private static func thanks(_ finding: Finding, _ resolution: Resolution, _ account: Account) -> String? {
        Message.morning(Fixture.answered(finding, by: resolution, account))?.items.first { $0.state == .thanks }?
            .heading.text
    }

    @Test("each is thanked for by its act, and what merely lapsed is not")
    func acts() {
        let acme = account(milestones: [milestone()], people: [person("Petra Novak", .champion)])
        var gap = finding(.researchGap)
        gap.topic = "decision process"
        #expect(
            Self.thanks(finding(.noChampion), .stakeholder, acme)
                == "Acme Logistics: with Petra we know who speaks for us inside. Thank you.")
        #expect(
            Self.thanks(finding(.noMilestones), .milestone, acme)
                == "Acme Logistics has a milestone ahead: \"CFO met\". Thank you.")
        #expect(
            Self.thanks(finding(.noOwnMessage), .information, acme)
                == "Acme Logistics has a message of its own now. Thank you.")
        #expect(
            Self.thanks(finding(.genericMessage), .information, acme)
                == "Acme Logistics has a message now that fits no other account. Thank you.")
        #expect(
            Self.thanks(gap, .information, acme) == "Acme Logistics: we know now how they decide. Thank you.")
        for kind in FindingKind.allCases where kind.subject == .account {
            #expect(Self.thanks(finding(kind), .lapsed, acme) == nil)
        }
    }

    @Test("of the rep's own word and list as well, and a kept word is told once")
    func ownWork() {
        var briefing = Fixture.answered(finding(.noOwnMessage), by: .information, account())
        briefing.stories[1] = nil
        briefing.commitments = [
            Commitment(repID: 1, account: "Hooli", text: "demo", dueOn: "2026-11-23", moved: 3, isKept: true, id: 7)
        ]
        briefing.answered = [
            episode(Finding(.commitmentOpen, repID: 1, days: 3, subjectID: 7), id: 8, resolved: .activity, mentions: 1)
        ]
        let text = Message.morning(briefing)?.plainText ?? ""
        #expect(text.contains("You said it and did it: demo (Hooli). Thank you."))
        #expect(text.split(separator: "You said it and did it").count == 2)
        briefing.answered = [
            episode(Finding(.listShort, repID: 1, planned: 20, done: 12), id: 8, resolved: .information, mentions: 1)
        ]
        #expect(
            Message.morning(briefing)?.plainText.contains("Your list has 20 accounts or more now. Thank you.") == true)
    }
}
