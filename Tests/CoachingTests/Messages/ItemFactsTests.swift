import CivilTime
import Coaching
import Testing

@Suite("The fact of an item")
struct ItemFactsTests {
    private static let recent: Instant = "2026-11-20 10:00"
    private static let petra = person("Petra Novak", .champion, id: 2, twoWay: recent)

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let finding: Finding
        let account: Account
        let touch: Touch?
        let mentions: Int
        let text: String

        init(
            _ name: String, _ finding: Finding, _ account: Account, touch: Touch? = nil, mentions: Int = 0,
            _ text: String
        ) {
            self.name = name
            self.finding = finding
            self.account = account
            self.touch = touch
            self.mentions = mentions
            self.text = text
        }

        var testDescription: String { name }
    }

    @Test(
        "an item names the account, its milestone and a fact that is true of it",
        arguments: [
            Case(
                "quiet since a touch", finding(.quiet, days: 5), account(touch: "2026-11-16 10:00"),
                touch: Touch(kind: .visit, at: "2026-11-16 10:00"),
                """
                Acme Logistics
                Quiet for 5 working days; the visit was the last touch.
                What has changed on their side since the visit?
                """),
            Case(
                "quiet since the selection", finding(.quiet, days: 5), account(selected: "2026-11-16"),
                """
                Acme Logistics
                Quiet for 5 working days, since it came on the list.
                Who at Acme Logistics would feel the problem first?
                """),
            Case(
                "quiet since a hold ended", finding(.quiet, days: 5),
                account(touch: "2026-06-01 10:00", holds: [hold("2026-07-01", "2026-11-16")]),
                touch: Touch(kind: .visit, at: "2026-06-01 10:00"),
                """
                Acme Logistics
                Quiet for 5 working days, since its hold ended.
                What has changed on their side since the visit?
                """),
            Case(
                "stalled since the selection, after a touch before it", finding(.stalled, days: 10),
                account(
                    selected: "2026-11-09", step: "x", stepOn: "2027-11-01", touch: "2026-06-01 10:00",
                    people: [person("Kim Lee", .economicBuyer, twoWay: recent)]),
                touch: Touch(kind: .visit, at: "2026-06-01 10:00"),
                """
                Acme Logistics
                10 working days on the list without a touch.
                What would be worth an answer, even on a busy day?
                """),
            Case(
                "stalled with a buyer who never answered", finding(.stalled, days: 12),
                account(touch: "2026-11-05 10:00", people: [Fixture.jonas, person("Kim Lee", .economicBuyer, id: 3)]),
                touch: Fixture.call,
                """
                Acme Logistics
                12 working days since the call with Jonas (user). Kim, the economic buyer there, has not talked with us yet.
                Who works next door to Jonas?
                """),
            Case(
                "stalled with two buyers who never answered", finding(.stalled, days: 12),
                account(
                    touch: "2026-11-05 10:00",
                    people: [
                        Fixture.jonas, person("Kim Lee", .economicBuyer, id: 3),
                        person("Omar Said", .economicBuyer, id: 4),
                    ]),
                touch: Fixture.call,
                """
                Acme Logistics
                12 working days since the call with Jonas (user). Nobody there who decides about money has talked with us yet.
                Who works next door to Jonas?
                """),
            Case(
                "stalled after a call that nobody took", finding(.stalled, days: 12),
                account(touch: "2026-11-05 10:00", people: [person("Kim Lee", .economicBuyer, id: 3)]),
                touch: Touch(
                    kind: .call, at: "2026-11-05 10:00", stakeholder: person("Kim Lee", .economicBuyer, id: 3),
                    isTwoWay: false),
                """
                Acme Logistics
                12 working days since the call to Kim (economic buyer). No answer from there yet.
                What would be worth an answer, even on a busy day?
                """),
            Case(
                "stalled at a limit of its own", finding(.stalled, days: 3),
                account(stallAfter: 3, touch: "2026-11-18 10:00"),
                touch: Touch(kind: .visit, at: "2026-11-18 10:00"),
                """
                Acme Logistics
                3 working days since the visit; the limit set for it is 3. Nobody there is on our map yet.
                Whose signature would end this silence?
                """),
            Case(
                "stalled for long with a milestone tomorrow is asked about the stall", finding(.stalled, days: 20),
                account(
                    touch: "2026-11-05 10:00", milestones: [milestone(due: "2026-11-25", served: "2026-11-05 10:00")],
                    people: [person("Kim Lee", .economicBuyer, id: 3, twoWay: "2026-10-05 10:00")]),
                """
                Acme Logistics · CFO met, planned for tomorrow
                20 working days without a touch. No next step has a date.
                What would be worth an answer, even on a busy day?
                """),
            Case(
                "stalled lately with a milestone tomorrow is asked about tomorrow", finding(.stalled, days: 12),
                account(
                    touch: "2026-11-05 10:00", milestones: [milestone(due: "2026-11-25", served: "2026-11-05 10:00")]),
                touch: Fixture.call,
                """
                Acme Logistics · CFO met, planned for tomorrow
                12 working days since the call with Jonas (user). Nobody there is on our map yet.
                What is the smallest thing today that makes tomorrow easier?
                """),
            Case(
                "so is what is missing there", finding(.noEconomicBuyer),
                account(
                    touch: "2026-11-05 10:00", milestones: [milestone(due: "2026-11-25", served: "2026-11-05 10:00")],
                    people: [Fixture.jonas]),
                """
                Acme Logistics · CFO met, planned for tomorrow
                We know Jonas (user), and nobody yet who decides about money.
                What is the smallest thing today that makes tomorrow easier?
                """),
            Case(
                "a title with a mark of its own", finding(.noEconomicBuyer),
                account(milestones: [milestone("Price agreed?", due: "2026-12-10")], people: [Fixture.jonas]),
                """
                Acme Logistics · "Price agreed?", planned for Thu 10 Dec
                We know Jonas (user), and nobody yet who decides about money.
                Who at Acme Logistics signs?
                """),
            Case(
                "still stalled", finding(.stalled, days: 38), account(touch: "2026-10-01 10:00"),
                touch: Touch(kind: .visit, at: "2026-10-01 10:00"), mentions: 1,
                """
                Acme Logistics
                Still without a touch: 38 working days since the visit. Nobody there is on our map yet.
                Whose signature would end this silence?
                """),
            Case(
                "still stalled since its hold ended", finding(.stalled, days: 10),
                account(touch: "2026-06-01 10:00", holds: [hold("2026-07-01", "2026-11-09")]),
                touch: Touch(kind: .visit, at: "2026-06-01 10:00"), mentions: 1,
                """
                Acme Logistics
                Still without a touch: 10 working days since its hold ended. Nobody there is on our map yet.
                Whose signature would end this silence?
                """),
            Case(
                "one of two buyers answered", finding(.stalled, days: 12),
                account(
                    touch: "2026-11-05 10:00",
                    people: [
                        person("Kim Lee", .economicBuyer, id: 3),
                        person("Lou", .economicBuyer, id: 4, twoWay: "2026-06-01 10:00"),
                    ]),
                """
                Acme Logistics
                12 working days without a touch. No next step has a date.
                What would be worth an answer, even on a busy day?
                """),
            Case(
                "a hold ended, a touch fell into it", finding(.holdEnded),
                account(touch: "2026-11-18 10:00", holds: [hold("2026-11-02", "2026-11-23", "merger")]),
                touch: Touch(kind: .email, at: "2026-11-18 10:00", stakeholder: person("Dr. Eva Braun", .champion)),
                """
                Acme Logistics · its hold ended yesterday ("merger")
                Last touch: the e-mail from Eva (champion) on Wed 18 Nov.
                What would Eva say the next step is?
                """),
            Case(
                "a hold ended, a call that nobody took fell into it", finding(.holdEnded),
                account(touch: "2026-11-18 10:00", holds: [hold("2026-11-02", "2026-11-23", "merger")]),
                touch: Touch(
                    kind: .call, at: "2026-11-18 10:00", stakeholder: person("Greta Holm", .user), isTwoWay: false),
                """
                Acme Logistics · its hold ended yesterday ("merger")
                Last touch: the call to Greta (user) on Wed 18 Nov.
                Is the reason for the pause gone, or only its date?
                """),
            Case(
                "a hold ended, a talk and a next step fell into it", finding(.holdEnded),
                account(
                    step: "send the model", stepOn: "2026-11-30", touch: "2026-11-18 10:00",
                    holds: [hold("2026-11-02", "2026-11-23", "merger")]),
                touch: Touch(kind: .call, at: "2026-11-18 10:00", stakeholder: person("Greta Holm", .user)),
                """
                Acme Logistics · its hold ended yesterday ("merger")
                Last touch: the call with Greta (user) on Wed 18 Nov.
                Is the reason for the pause gone, or only its date?
                """),
            Case(
                "a milestone has passed and another is due today", finding(.milestonePassed, milestone: 2),
                account(milestones: [
                    milestone("Demo held", id: 2, due: "2026-11-21"), milestone(id: 1, due: "2026-11-24"),
                ]),
                touch: Touch(kind: .call, at: "2026-11-05 10:00", stakeholder: person("Jonas Weber", nil)),
                """
                Acme Logistics · CFO met, planned for today
                "Demo held" was planned for Sat 21 Nov. Last touch: the call with Jonas on Thu 5 Nov.
                What can be left out?
                """),
            Case(
                "no next step, with a milestone that has passed and another for tomorrow", finding(.noNextStep),
                account(
                    touch: "2026-11-05 10:00",
                    milestones: [
                        milestone("Demo held", id: 2, due: "2026-11-21"), milestone(id: 1, due: "2026-11-25"),
                    ]),
                """
                Acme Logistics · CFO met, planned for tomorrow; Demo held was for Sat 21 Nov
                No next step yet.
                What is the smallest thing today that makes tomorrow easier?
                """),
            Case(
                "still stalled after a milestone that was reached without a touch", finding(.stalled, days: 12),
                account(
                    milestones: [milestone("Need confirmed", done: "2026-11-06")],
                    people: [person("Kim Lee", .economicBuyer)]), mentions: 1,
                """
                Acme Logistics
                Still open. "Need confirmed" was done on Fri 6 Nov, but no touch is logged. Kim, the economic buyer there, has not talked with us yet.
                Who at Acme Logistics last spoke with us?
                """),
            Case(
                "a milestone that has passed", finding(.milestonePassed, milestone: 1),
                account(milestones: [
                    milestone(id: 2, due: "2026-11-18"), milestone("Proposal sent", id: 1, due: "2026-11-19"),
                ]),
                touch: Touch(kind: .call, at: "2026-11-05 10:00", stakeholder: person("Jonas Weber", nil)),
                """
                Acme Logistics · Proposal sent
                It was planned for Thu 19 Nov. Last touch: the call with Jonas on Thu 5 Nov.
                What does it change for Jonas that Thu 19 Nov has gone by?
                """),
            Case(
                "a milestone tomorrow", finding(.milestoneNear, milestone: 1),
                account(milestones: [milestone(due: "2026-11-25")]),
                """
                Acme Logistics · CFO met, planned for tomorrow
                Nothing is logged for it yet.
                What is the smallest thing today that makes tomorrow easier?
                """),
            Case(
                "a milestone tomorrow after a touch that may have been it", finding(.milestoneNear, milestone: 1),
                account(touch: "2026-11-20 10:00", milestones: [milestone(due: "2026-11-25")]),
                touch: Touch(kind: .visit, at: "2026-11-20 10:00"),
                """
                Acme Logistics · CFO met, planned for tomorrow
                Nothing is logged for it yet.
                Did the visit on Fri 20 Nov settle "CFO met"? If so: done Acme Logistics CFO met
                """),
            Case(
                "the milestone behind a hold has passed",
                finding(.holdEnded),
                account(
                    milestones: [milestone(due: "2026-11-10")], holds: [hold("2026-11-02", "2026-11-23")]),
                """
                Acme Logistics · its hold ended yesterday ("their new CIO starts then")
                Its next milestone, "CFO met", was planned for Tue 10 Nov.
                Who at Acme Logistics would feel the problem first?
                """),
            Case(
                "a buyer who sat at the table has talked with us", finding(.stalled, days: 12),
                account(
                    touch: "2026-11-05 10:00", milestones: [milestone()],
                    people: [person("Kim Lee", .economicBuyer, id: 3)]),
                touch: Touch(
                    kind: .meeting, at: "2026-11-05 10:00", stakeholder: person("Kim Lee", .economicBuyer, id: 3)),
                """
                Acme Logistics · CFO met
                12 working days since the meeting with Kim (economic buyer). No next step has a date.
                What would be worth an answer, even on a busy day?
                """),
            Case(
                "a milestone today is asked about in other words", finding(.milestoneNear, milestone: 1),
                account(milestones: [milestone(due: "2026-11-24")]),
                """
                Acme Logistics · CFO met, planned for today
                Nothing is logged for it yet.
                What can be left out?
                """),
            Case(
                "a step without a date", finding(.noNextStep), account(step: "send the model."),
                """
                Acme Logistics
                The next step "send the model" has no date yet.
                Who at Acme Logistics would feel the problem first?
                """),
            Case(
                "no step, nothing happened yet", finding(.noNextStep), account(),
                """
                Acme Logistics
                No next step yet.
                Who at Acme Logistics would feel the problem first?
                """),
            Case(
                "a step that passed without a text", finding(.nextStepPassed), account(step: "", stepOn: "2026-11-18"),
                """
                Acme Logistics
                The next step was for Wed 18 Nov.
                Would 20 minutes on it with a colleague help? The huddle is the place to ask.
                """),
            Case(
                "two live roles", finding(.singleThreaded, threads: 2),
                account(
                    milestones: [milestone(done: "2026-10-01")],
                    people: [petra, person("Lou", .user, id: 3, twoWay: recent)]),
                """
                Acme Logistics
                In touch in the last 30 days: Petra (champion) and Lou (user). Two roles of three.
                Who will be asked for an opinion before they decide?
                """),
            Case(
                "somebody without a role has talked with us", finding(.singleThreaded, threads: 0),
                account(milestones: [milestone(done: "2026-10-01")], people: [person("Lou", nil, twoWay: recent)]),
                """
                Acme Logistics
                Nobody whose role we know has talked with us in the last 30 days.
                Who at Acme Logistics last spoke with us?
                """),
            Case(
                "somebody without a role is known", finding(.noEconomicBuyer),
                account(people: [person("Lou Reed", nil)]),
                """
                Acme Logistics
                We know Lou, and nobody yet who decides about money.
                Who at Acme Logistics signs?
                """),
            Case(
                "nobody is known", finding(.noEconomicBuyer), account(),
                """
                Acme Logistics
                Nobody there is on our map yet.
                Who at Acme Logistics signs?
                """),
        ])
    func facts(row: Case) {
        let first: CivilDate? = row.mentions > 0 ? "2026-11-20" : nil
        #expect(
            Fixture.text(row.finding, row.account, touch: row.touch, mentions: row.mentions, first: first) == row.text)
    }

    @Test("whom the question names and the fact does not is told with the date, unless it is the one of the fact")
    func heardBesides() {
        let zoe = person("Zoë Kern", .blocker, id: 1, twoWay: "2026-11-23 10:00")
        let gus = person("Gus Quinn", .user, id: 2, twoWay: "2026-11-12 10:00")
        func fact(_ touch: Touch) -> String? {
            var briefing = Fixture.one(
                finding(.noNextStep), account(touch: touch.at, people: [zoe, gus]), touch: touch)
            briefing.bank =
                QuestionBank.parse("[no-next-step]\nWhat was agreed the last time {heard} answered?", file: "own").bank
            let item = Message.morning(briefing)?.items.first
            #expect(item?.question?.text == "What was agreed the last time Gus answered?")
            return item?.facts.first?.text
        }
        #expect(
            fact(Touch(kind: .meeting, at: "2026-11-23 10:00", stakeholder: zoe))
                == "No next step since the meeting with Zoë (blocker) yesterday. Gus (user) last talked with us on Thu 12 Nov."
        )
        #expect(
            fact(Touch(kind: .call, at: "2026-11-12 10:00", stakeholder: gus))
                == "No next step since the call with Gus (user) on Thu 12 Nov.")
    }

    @Test("whom the question names stands among those whom we know, however many they are")
    func namedFirst() {
        let people = [
            person("Fatima Noor", .champion, id: 1), person("Ben Abara", .blocker, id: 2),
            person("Rosa Lind", .user, id: 3), person("Emeka Obi", .evaluator, id: 4),
        ]
        func fact(_ question: String) -> String? {
            var briefing = Fixture.one(
                finding(.noEconomicBuyer), account(people: people),
                touch: Touch(kind: .call, at: Self.recent, stakeholder: people[3]))
            briefing.bank = QuestionBank.parse("[no-economic-buyer]\n\(question)", file: "own").bank
            return Message.morning(briefing)?.items.first?.facts.first?.text
        }
        #expect(
            fact("Up to what amount can {person} decide alone?")
                == "We know Emeka (evaluator), Fatima (champion), Ben (blocker) and 1 more, and nobody yet who decides about money."
        )
        #expect(
            fact("Who signs?")
                == "We know Fatima (champion), Ben (blocker), Rosa (user) and 1 more, and nobody yet who decides about money."
        )
    }

    @Test("in German a single one more is a person")
    func onePersonMore() {
        let people = [
            person("Maximiliane von Hohenstein", .champion, id: 1), person("Friedrich Oberberger", .influencer, id: 2),
        ]
        var briefing = Fixture.one(finding(.noEconomicBuyer), account(people: people))
        briefing.bank = .german
        #expect(
            Message.morning(briefing)?.items.first?.facts.first?.text
                == "Wir kennen Maximiliane von Hohenstein (treibende Kraft) und eine weitere Person, aber noch niemanden, "
                + "der über das Budget entscheidet.")
    }

    @Test("a role is called unheard only when nobody in it ever talked with us")
    func missingRole() {
        var briefing = Fixture.one(
            finding(.singleThreaded, threads: 1),
            account(people: [
                person("Kim", .economicBuyer, id: 1, twoWay: "2026-06-01 10:00"),
                person("Lou", .user, id: 2, twoWay: Self.recent),
            ]))
        briefing.bank = QuestionBank.parse("[single-threaded]\nWhat would the {missingrole} ask?", file: "own").bank
        #expect(Message.morning(briefing)?.items.first?.question?.text == "What would the champion ask?")
    }

    @Test("a question about two people is never about one and the same")
    func missingRoleOfAnother() {
        let jonas = person("Jonas Weber", .economicBuyer)
        let mail = Touch(kind: .email, at: Self.recent, stakeholder: jonas)
        var briefing = Fixture.one(
            finding(.singleThreaded, threads: 1), account(people: [jonas, Self.petra]), touch: mail)
        briefing.bank =
            QuestionBank.parse(
                "[single-threaded]\nWhat would the {missingrole} ask that {person} never would?", file: "own"
            )
            .bank
        #expect(
            Message.morning(briefing)?.items.first?.question?.text == "What would the user ask that Jonas never would?")
    }

    @Test(
        "an item shows whether it is still open or open again",
        arguments: [
            (0, nil, nil, "No next step yet."), (1, "2026-11-20", nil, "Still open. No next step yet."),
            (0, nil, "2026-11-10", "Open again. No next step yet."),
        ] as [(Int, CivilDate?, CivilDate?, String)])
    func states(mentions: Int, first: CivilDate?, previous: CivilDate?, fact: String) {
        let text = Fixture.text(finding(.noNextStep), account(), mentions: mentions, first: first, previous: previous)
        #expect(text.contains("\n\(fact)\n"))
    }
}
