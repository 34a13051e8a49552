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
        let text: String

        init(_ name: String, _ finding: Finding, _ account: Account, touch: Touch? = nil, _ text: String) {
            self.name = name
            self.finding = finding
            self.account = account
            self.touch = touch
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
                "stalled with a milestone tomorrow is asked about the stall", finding(.stalled, days: 12),
                account(
                    touch: "2026-11-05 10:00", milestones: [milestone(due: "2026-11-25", served: "2026-11-05 10:00")],
                    people: [person("Kim Lee", .economicBuyer, id: 3, twoWay: "2026-10-05 10:00")]),
                """
                Acme Logistics · CFO met, planned for tomorrow
                12 working days without a touch. No next step has a date.
                What would be worth an answer, even on a busy day?
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
                "a milestone tomorrow after a touch that may have served it", finding(.milestoneNear, milestone: 1),
                account(touch: "2026-11-20 10:00", milestones: [milestone(due: "2026-11-25")]),
                touch: Touch(kind: .visit, at: "2026-11-20 10:00"),
                """
                Acme Logistics · CFO met, planned for tomorrow
                Nothing is logged for it yet, unless the visit on Fri 20 Nov was part of it.
                What is the smallest thing today that makes tomorrow easier?
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
        #expect(Fixture.text(row.finding, row.account, touch: row.touch) == row.text)
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

@Suite("Thanks")
struct ThanksTests {
    @Test(
        "a thank you names the act, and nothing that did not happen",
        arguments: [
            (
                finding(.stalled, days: 14), Resolution.touch, account(), Touch(kind: .event, at: "2026-11-23 10:00"),
                "Acme Logistics is moving again: an event yesterday, after 14 working days of quiet. Thank you."
            ),
            (
                finding(.quiet, days: 5), .touch, account(),
                Touch(kind: .call, at: "2026-11-20 10:00", stakeholder: Fixture.jonas, isTwoWay: false),
                "Acme Logistics has heard from us again: a call to Jonas (user) on Fri 20 Nov, after 5 working days of quiet. Thank you."
            ),
            (
                finding(.quiet, days: 5), .touch, account(),
                Touch(kind: .call, at: "2026-11-20 10:00", stakeholder: Fixture.jonas),
                "Acme Logistics is moving again: a call with Jonas (user) on Fri 20 Nov, after 5 working days of quiet. Thank you."
            ),
            (
                finding(.holdEnded), .touch, account(), Touch(kind: .email, at: "2026-11-24 08:00"),
                "Acme Logistics is moving: an e-mail today. Thank you."
            ),
            (
                finding(.noNextStep), .nextStep, account(step: "send the model.", stepOn: "2026-11-26"), nil,
                "Acme Logistics has a next step, Thu 26 Nov: \"send the model\". Thank you."
            ),
            (finding(.noNextStep), .nextStep, account(step: "send the model", stepOn: "2026-11-23"), nil, ""),
            (
                finding(.milestoneNear, milestone: 1), .milestone,
                account(milestones: [milestone(due: "2026-11-26", served: "2026-11-23 10:00")]),
                nil, "Acme Logistics: \"CFO met\" is under way. Thank you."
            ),
            (
                finding(.milestoneNear, milestone: 1), .milestone, account(milestones: [milestone(due: "2026-12-10")]),
                nil,
                "Acme Logistics: \"CFO met\" has a new date, Thu 10 Dec. Thank you."
            ),
            (
                finding(.milestonePassed, milestone: 1), .milestone,
                account(milestones: [milestone(due: "2026-11-20", done: "2026-11-24")]),
                nil, "Acme Logistics: \"CFO met\" is done. Thank you."
            ),
            (
                finding(.noEconomicBuyer), .stakeholder, account(people: [person("Kim Lee", .economicBuyer)]), nil,
                "Acme Logistics: with Kim we know who decides about money. Thank you."
            ),
            (
                finding(.singleThreaded, threads: 2), .stakeholder,
                account(people: [
                    person("A", .user, id: 1, twoWay: "2026-11-20 10:00"),
                    person("B", .champion, id: 2, twoWay: "2026-11-20 10:00"),
                    person("C", .blocker, id: 3, twoWay: "2026-11-23 10:00"),
                ]), nil, "Acme Logistics: blocker, champion and user are all talking with us now. Thank you."
            ),
            (
                finding(.singleThreaded, threads: 2), .stakeholder,
                account(people: [person("A", .user, twoWay: "2026-11-20 10:00")]),
                nil, ""
            ),
            (
                finding(.stalled, days: 12), .hold, account(holds: [hold("2026-11-24", "2026-12-11")]), nil,
                "Acme Logistics rests until Fri 11 Dec, and we know why. Thank you."
            ),
            (finding(.stalled, days: 12), .lapsed, account(), nil, ""),
            (finding(.stalled, days: 12), .closed, account(), nil, ""),
        ] as [(Finding, Resolution, Account, Touch?, String)])
    func acts(finding: Finding, resolution: Resolution, account: Account, touch: Touch?, text: String) {
        let message = Message.morning(Fixture.answered(finding, by: resolution, account, touch: touch))
        let thanks = message?.items.filter { $0.state == .thanks } ?? []
        #expect(thanks.map(\.text).joined() == text)
    }

    @Test(
        "in German as a colleague would say it",
        arguments: [
            (
                finding(.stalled, days: 14), Resolution.touch, account(),
                Touch(kind: .social, at: "2026-11-24 08:00", isTwoWay: false),
                "Acme Logistics hat wieder von uns gehört: Nachricht heute, nach 14 Arbeitstagen Ruhe. Danke."
            ),
            (
                finding(.noNextStep), .nextStep, account("Kugel & Sohn", step: "Muster zeigen", stepOn: "2026-11-29"),
                nil, "Kugel & Sohn hat am So 29. Nov. den nächsten Schritt: „Muster zeigen“. Danke."
            ),
            (
                finding(.noNextStep), .nextStep, account("Kugel & Sohn", stepOn: "2026-11-25"), nil,
                "Kugel & Sohn hat morgen den nächsten Schritt. Danke."
            ),
        ] as [(Finding, Resolution, Account, Touch?, String)])
    func german(finding: Finding, resolution: Resolution, account: Account, touch: Touch?, text: String) {
        var briefing = Fixture.answered(finding, by: resolution, account, touch: touch)
        briefing.bank = .german
        let thanks = Message.morning(briefing)?.items.filter { $0.state == .thanks } ?? []
        #expect(thanks.map(\.text).joined() == text)
    }
}
