import CivilTime
import Coaching
import Testing

@Suite("The leader, in private")
struct LeaderMessageTests {
    typealias L = LeaderFixture

    private static func text(_ briefing: LeaderBriefing) -> String { Message.leader(briefing)?.plainText ?? "" }

    private static let massive = AccountStory(CoachingTests.account("Massive", id: 1, rep: 3))

    @Test("who asked, what was promised, what moved nobody: the weightiest first, each with its offer")
    func whole() {
        var promise = LeaderRuleTests.promise(due: "2026-11-20")
        promise.account = "Globex"
        let view = L.view(
            L.coached(
                talk: "2026-11-09", asks: [LeaderRuleTests.ask(on: "2026-11-20")],
                accounts: [LeaderRuleTests.stalled(first: "2026-11-02"), L.account("Tyrell", id: 20, rank: 2)]),
            promises: [promise])
        #expect(
            Self.text(L.briefing(view, stories: [Self.massive])) == """
                Lea, Tue 24 Nov: for you alone, after the huddle.

                1. Dana on Tyrell, since Fri 20 Nov: "who has met a CFO in energy?"
                   Who could answer it today, or knows somebody who can?

                2. You told Dana: "a word with Globex's director", for Fri 20 Nov.
                   Today, on another day, or is it no longer needed?

                3. Massive (Dana) has had no touch for 19 working days, and three questions did not move it.
                   Keep, hold with a date, or give its place to another?
                """)
    }

    @Test(
        "nobody is asked to give up an account that only lacks somebody: its reason, how often it was asked, its question"
    )
    func otherLadders() {
        let account = L.account(episodes: [
            episode(
                finding(.noEconomicBuyer, account: 1, rep: 3), id: 50, mentions: 3, first: "2026-11-02",
                last: "2026-11-10")
        ])
        let view = L.view(L.coached(talk: "2026-11-23", accounts: [account]))
        #expect(
            Self.text(L.briefing(view, stories: [Self.massive])).hasSuffix(
                """

                Massive (Dana): no economic buyer yet; asked 3 times since Mon 2 Nov.
                Ten minutes on it together this week?
                """))
    }

    @Test(
        "nobody is asked to give up an account that reached something, whatever is logged",
        arguments: [
            (
                nil,
                "Massive (Dana): \"CFO met\" was done on Fri 20 Nov, and no touch is logged; asked 3 times since Mon 2 Nov.",
                "Massive (Dana): „CFO met“ war am Fr 20. Nov. geschafft, und kein Kontakt ist eingetragen; "
                    + "seit Mo 2. Nov. dreimal gefragt."
            ),
            (
                "2026-10-27 10:00",
                "Massive (Dana): \"CFO met\" was done on Fri 20 Nov, after the last touch that is logged; "
                    + "asked 3 times since Mon 2 Nov.",
                "Massive (Dana): „CFO met“ war am Fr 20. Nov. geschafft, nach dem letzten eingetragenen Kontakt; "
                    + "seit Mo 2. Nov. dreimal gefragt."
            ),
            (
                "2026-11-20 10:00",
                "Massive (Dana) has had no touch for 19 working days, and three questions did not move it.",
                "Massive (Dana) hat seit 19 Arbeitstagen keinen Kontakt; drei Fragen haben daran nichts geändert."
            ),
        ] as [(Instant?, String, String)])
    func reached(touch: Instant?, english: String, german: String) {
        let story = AccountStory(
            CoachingTests.account("Massive", id: 1, rep: 3, touch: touch, milestones: [milestone(done: "2026-11-20")]))
        let view = L.view(
            L.coached(talk: "2026-11-23", accounts: [LeaderRuleTests.stalled(first: "2026-11-02")]))
        var briefing = L.briefing(view, stories: [story])
        let text = Self.text(briefing)
        #expect(text.contains(english))
        #expect(text.contains("give its place") == text.contains("did not move it"))
        briefing.bank = .german
        #expect(Self.text(briefing).contains(german))
    }

    @Test("what the huddle has this morning is not told again: an ask on its first, a promise through its day")
    func afterTheHuddle() {
        func kinds(ask: CivilDate, due: CivilDate) -> [FindingKind?] {
            let view = L.view(
                L.coached(talk: "2026-11-23", asks: [LeaderRuleTests.ask(on: ask)]),
                promises: [LeaderRuleTests.promise(due: due)])
            return Message.leader(L.briefing(view))?.items.map(\.kind) ?? []
        }
        #expect(kinds(ask: "2026-11-23", due: "2026-11-24") == [])
        #expect(kinds(ask: "2026-11-20", due: "2026-11-24") == [.askOpen])
        #expect(kinds(ask: "2026-11-23", due: "2026-11-23") == [.promiseOpen])
    }

    @Test(
        "one account gives one item, also where nobody's promise names it, and a matter that has no place takes none away"
    )
    func oneAnAccount() {
        var promise = LeaderRuleTests.promise(due: "2026-11-20")
        (promise.repID, promise.accountID) = (nil, 20)
        let view = L.view(
            L.coached(talk: "2026-11-23", asks: [LeaderRuleTests.ask(on: "2026-11-20")]), promises: [promise])
        #expect(Message.leader(L.briefing(view))?.items.map(\.kind) == [.askOpen])
        // Four asks have three places: the fourth's account is free for its debt.
        let asks = (1...4).map { id in
            Ask(
                id: RowID(id), repID: 3, rep: "Dana", accountID: RowID(id), account: "A\(id)", text: "who knows?",
                askedOn: "2026-11-20")
        }
        let busy = L.view(
            L.coached(talk: "2026-11-23", asks: asks, accounts: [L.account("A4", id: 4, looked: "2026-01-05")]))
        let items = Message.leader(L.briefing(busy))?.items ?? []
        #expect(items.map(\.kind) == [.askOpen, .askOpen, .askOpen, .coachingDebtAccount])
        #expect(items.last?.accountID == 4)
    }

    @Test("a debt says when you last sat down, and which accounts would be good to look at first")
    func debt() {
        let view = L.view(
            L.coached(
                talk: "2026-11-09",
                accounts: [
                    L.account("Duff", id: 1, rank: 1, looked: "2026-11-20"),
                    L.account("Massive", id: 2, rank: 2, looked: "2026-11-02"),
                    L.account(
                        "Tyrell", id: 3, rank: 3, looked: "2026-11-20",
                        episodes: [episode(finding(.stalled, account: 3, rep: 3, days: 10), id: 60)]),
                ]))
        #expect(
            Self.text(L.briefing(view)) == """
                Lea, Tue 24 Nov: for you alone, after the huddle.

                You and Dana last sat down on Mon 9 Nov.
                Tyrell and Massive would be good to look at first.
                Today?
                """)
        let byDeputy = L.view(L.coached(talk: "2026-11-09", by: 101))
        #expect(
            Self.text(L.briefing(byDeputy)).contains("The last talk with Dana was on Mon 9 Nov."))
        let never = L.view(L.coached(firstLook: "2026-11-13"))
        #expect(Self.text(L.briefing(never)).contains("No talk with Dana is noted yet, in 6 working days."))
    }

    @Test(
        "fairness names the deed",
        arguments: [
            (
                Deeds(fullPlans: 5, days: 5),
                "Dana did the whole plan five working days running, and nobody has said so yet."
            ),
            (
                Deeds(fullPlans: 4, days: 5),
                "Dana did the whole plan on four of the last five working days, and nobody has said so yet."
            ),
            (
                Deeds(milestones: [.init(account: "Duff", what: "CFO met")]),
                "Dana reached \"CFO met\" at Duff, and nobody has said so yet."
            ),
            (
                Deeds(replies: [FirstTalk(rep: "Dana", name: "Petra", account: "Duff", kind: .email)]),
                "Petra at Duff answered Dana, and nobody has said so yet."
            ),
        ])
    func fairness(deeds: Deeds, expected: String) {
        let view = L.view(L.coached(firstLook: "2026-01-05", talk: "2026-11-23", praised: "2026-11-02", deeds: deeds))
        #expect(Self.text(L.briefing(view)).contains(expected))
    }

    @Test("an account that was long not looked at together has a question for the leader, and says what weighs there")
    func account() {
        func text(_ episodes: [Episode]) -> String {
            let view = L.view(
                L.coached(talk: "2026-11-23", accounts: [L.account("Duff", looked: "2026-10-26", episodes: episodes)]))
            let story = AccountStory(
                CoachingTests.account(
                    "Duff", id: 1, rep: 3, touch: "2026-11-09 10:00", milestones: [milestone(due: "2026-11-20")]))
            return Self.text(L.briefing(view, stories: [story]))
        }
        let stalled = episode(finding(.stalled, account: 1, rep: 3, days: 10), id: 60)
        let groundwork = episode(finding(.noOwnMessage, account: 1, rep: 3), id: 61)
        #expect(
            text([groundwork]).hasSuffix(
                """

                Duff (Dana): not looked at together since Mon 26 Oct, 20 working days.
                What would you ask about Duff if you knew nothing of it?
                """))
        #expect(
            text([groundwork, stalled]).hasSuffix(
                """

                Duff (Dana): not looked at together since Mon 26 Oct, 20 working days.
                10 working days without a touch, CFO met was planned for Fri 20 Nov.
                What would you ask about Duff if you knew nothing of it?
                """))
    }

    @Test("where something weightier has come up since, it stands before the question that led to nothing")
    func weightier() {
        func text(_ ended: FindingKind, threads: Int? = nil, in language: Language = .english) -> String {
            var asked = episode(
                finding(ended, account: 1, rep: 3, milestone: 1, threads: threads), id: 50, mentions: 1,
                first: "2026-11-02")
            asked.lastMentionedOn = "2026-11-02"
            let stalled = episode(finding(.stalled, account: 1, rep: 3, days: 13), id: 60)
            let view = L.view(
                L.coached(talk: "2026-11-23", accounts: [L.account("Hansa", episodes: [asked, stalled])]))
            let story = AccountStory(
                CoachingTests.account(
                    "Hansa", id: 1, rep: 3, touch: "2026-11-05 10:00", milestones: [milestone(due: "2026-11-20")]))
            var briefing = L.briefing(view, stories: [story])
            if language == .german { briefing.bank = .german }
            return Self.text(briefing)
        }
        #expect(
            text(.singleThreaded, threads: 1).hasSuffix(
                """

                Hansa (Dana): 13 working days without a touch, CFO met was planned for Fri 20 Nov.
                One role of three live; asked once, on Mon 2 Nov.
                What would you ask about Hansa if you knew nothing of it?
                """))
        #expect(text(.milestonePassed).contains("Fri 20 Nov.\nAsked once, on Mon 2 Nov.\n"))
        #expect(
            text(.singleThreaded, threads: 1, in: .german).contains(
                "\nEine von drei Rollen im Gespräch; einmal gefragt, am Mo 2. Nov.\n"))
    }

    @Test("what the reader was asked about an account lately is not asked again, be it an ask or a stall")
    func questions() {
        var stalled = LeaderRuleTests.stalled(first: "2026-11-02")
        stalled.name = "Massive"
        var ask = LeaderRuleTests.ask(on: "2026-11-20")
        ask.accountID = nil
        let view = L.view(L.coached(talk: "2026-11-23", asks: [ask], accounts: [stalled]))
        for language in Language.allCases {
            var briefing = L.briefing(view, stories: [Self.massive])
            briefing.bank = .builtIn(language)
            let reasons: [FindingKind: QuestionReason] = [.askOpen: .askOpen, .stallUnanswered: .stallUnanswered]
            for _ in 0..<10 {
                let items = Message.leader(briefing)?.items ?? []
                #expect(items.map(\.kind) == [.askOpen, .stallUnanswered])
                for item in items {
                    let bank = item.kind.flatMap { reasons[$0] }.flatMap { briefing.bank.questions[$0] } ?? []
                    #expect(bank.map(\.template).contains(item.questionKey ?? ""))
                    let isNew = briefing.asked[item.accountID, default: []].insert(item.questionKey ?? "").inserted
                    #expect(isNew)
                }
            }
        }
    }

    @Test("questions of one's own about a stall are asked")
    func ownQuestions() {
        let view = L.view(
            L.coached(talk: "2026-11-23", accounts: [LeaderRuleTests.stalled(first: "2026-11-02")]))
        var briefing = L.briefing(view, stories: [Self.massive])
        let own = QuestionBank.parse("[stall-unanswered]\nWhat is {account} worth to you two?", file: "own").bank
        briefing.bank = QuestionBank.english.replacing(with: own)
        #expect(Self.text(briefing).hasSuffix("\nWhat is Massive worth to you two?"))
    }

    @Test("what is mentioned comes again after 2 and 6 working days, rests for 10, and begins anew", arguments: 0..<9)
    func ladder(mentions: Int) {
        let view = L.view(L.coached(talk: "2026-11-02"))
        let gap = mentions == 0 ? 0 : [2, 4, 10][(mentions - 1) % 3]
        func isSaid(last: CivilDate) -> Bool {
            Message.leader(L.briefing(view, mentions: mentions, last: last)) != nil
        }
        let day = RepDay(L.lea, at: tuesday)
        if let due = day.rep.calendar.adding(workingDays: -gap, to: day.today) { #expect(isSaid(last: due)) }
        if mentions > 0, let early = day.rep.calendar.adding(workingDays: 1 - gap, to: day.today) {
            #expect(!isSaid(last: early))
        }
    }

    @Test("three items where they are there, five when people wait, and none twice")
    func places() {
        var reps: [CoachedRep] = []
        for id in RowID(1)...9 {
            reps.append(
                L.coached(
                    "Rep\(id)", id: id, talk: "2026-11-02",
                    accounts: [L.account("Account \(id)", id: id, looked: "2026-01-05")]
                ))
        }
        var view = L.view()
        view.reps = reps
        let usual = Message.leader(L.briefing(view))
        #expect(usual?.items.map(\.kind) == [.coachingDebtRep, .coachingDebtRep, .coachingDebtAccount])
        for place in 0..<4 {
            view.reps[place].asks = [
                Ask(id: RowID(place + 1), rep: reps[place].rep.firstName, text: "who knows?", askedOn: "2026-11-20")
            ]
        }
        view.promises = [LeaderRuleTests.promise(due: "2026-11-20")]
        let many = Message.leader(L.briefing(view))
        #expect(many?.items.map(\.kind) == [.askOpen, .askOpen, .askOpen, .promiseOpen, .coachingDebtRep])
        #expect(many?.items.map(\.number) == [1, 2, 3, 4, 5])
    }

    @Test("a kind that was silenced is found and not said; with nothing left there is no message")
    func quieted() {
        let view = L.view(L.coached(talk: "2026-11-02"))
        #expect(Message.leader(L.briefing(view, quieted: [.coachingDebtRep])) == nil)
    }

    @Test("the deputy hears the leader's matters as the leader's, and nothing of himself")
    func deputy() {
        let lea = rep("Lea Roth", id: 100, role: .leader, away: ["2026-11-23"..."2026-11-27"])
        let dora = rep("Dora Beck", id: 3, role: .leader)
        var promise = LeaderRuleTests.promise(due: "2026-11-20")
        (promise.repID, promise.rep) = (nil, nil)
        let view = L.view(
            L.coached("Dora Beck", id: 3, talk: "2026-11-02"), L.coached("Ana", id: 1, talk: "2026-11-02"),
            promises: [promise], by: dora, leader: lea)
        let text = Self.text(L.briefing(view, for: dora))
        #expect(text.hasPrefix("Dora, Tue 24 Nov: while Lea is away.\n"))
        #expect(text.contains("Lea said: \"a word with Globex's director\", for Fri 20 Nov."))
        #expect(text.contains("Could you stand in, or can it wait until Lea is back?"))
        #expect(text.contains("The last talk with Ana was on Mon 2 Nov"))
        #expect(!text.contains("Dora was on"))
        promise = LeaderRuleTests.promise(due: "2026-11-20")
        let toAna = L.view(L.coached("Ana", id: 1, firstLook: "2026-11-02"), promises: [promise], by: dora, leader: lea)
        let items = Message.leader(L.briefing(toAna, for: dora))?.items ?? []
        #expect(items.map(\.kind) == [.promiseOpen, .coachingDebtRep])
        #expect(
            items.first?.text.hasPrefix("Lea told Dana: \"a word with Globex's director\", for Fri 20 Nov.") == true)
        #expect(items.first?.question?.text == "Could you stand in, or tell Dana that it waits?")
        // While the leader is away his days stand still, so none are named.
        #expect(items.last?.heading.text == "No talk with Ana is noted yet.")
    }

    @Test("a leader who sells has his own accounts first, at most three, then the leader's part, five items in all")
    func selling() {
        var own = Fixture.morning
        own.episodes.append(episode(finding(.holdEnded, account: 4), id: 70))
        own.episodes.append(episode(finding(.holdEnded, account: 5), id: 71))
        var reps: [CoachedRep] = []
        for id in RowID(11)...16 { reps.append(L.coached("Rep\(id)", id: id, talk: "2026-11-02")) }
        var view = L.view()
        view.reps = reps
        view.promises = [LeaderRuleTests.promise(due: "2026-11-20")]
        let message = Message.morning(own, leading: L.briefing(view))
        let items = message?.counted ?? []
        #expect(items.map { $0.kind?.subject == .leader } == [false, false, false, true, true])
        #expect(items.map(\.number) == [1, 2, 3, 4, 5])
        #expect(message?.sections.last?.heading?.text == "As the leader")
        #expect(
            message?.title.text.hasSuffix(
                "three accounts where an hour would count, and two things for the team.") == true)
        // Who stands in is no leader of the team.
        let lea = rep("Lea Roth", id: 100, role: .leader, away: ["2026-11-23"..."2026-11-27"])
        var standIn = L.view(by: own.day.rep, leader: lea)
        standIn.reps = reps
        #expect(
            Message.morning(own, leading: L.briefing(standIn, for: own.day.rep))?.sections.last?.heading?.text
                == "For Lea, who is away")
        var fewer = message
        fewer?.leaveOut(Set(items.prefix(2).compactMap(\.findingID)))
        #expect(
            fewer?.title.text.hasSuffix(
                "one account where an hour would count, and two things for the team.") == true)
        var none = message
        none?.leaveOut(Set(items.prefix(3).compactMap(\.findingID)))
        #expect(none?.title.text == "Good morning Ana. Tue 24 Nov.")
        #expect(none?.counted.map(\.number) == [1, 2])
    }

    @Test("without anything of the leader's a plan stays what it is, and the other way round")
    func alone() {
        #expect(Message.morning(Fixture.morning, leading: L.briefing(L.view())) == Message.morning(Fixture.morning))
        let nothing = Briefing(day: RepDay(L.lea, at: tuesday), bank: Fixture.bank)
        let view = L.view(L.coached(talk: "2026-11-02"))
        #expect(Message.morning(nothing, leading: L.briefing(view)) == Message.leader(L.briefing(view)))
        var left = Message.leader(L.briefing(view))
        left?.leaveOut([99])
        #expect(left?.title.text == "Lea, Tue 24 Nov: for you alone, after the huddle.")
    }
}
