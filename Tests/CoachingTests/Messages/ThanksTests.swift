import CivilTime
import Coaching
import Testing

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

    @Test("a date that moves once more is told without thanks, after what is thanked for; what is done is thanked for")
    func movedAgain() {
        func thanks(_ milestone: Milestone, movedBefore: Set<RowID>, besides other: Bool = false) -> [String] {
            var briefing = Fixture.answered(
                finding(.milestonePassed, milestone: 1), by: .milestone, account(milestones: [milestone]))
            briefing.movedBefore = movedBefore
            if other {
                briefing.stories[9] = AccountStory(account("Globex", id: 9, stepOn: "2026-11-26"))
                briefing.answered.append(
                    episode(finding(.noNextStep, account: 9), id: 9, resolved: .nextStep, mentions: 1))
            }
            return Message.morning(briefing)?.items.filter { $0.state == .thanks }.map(\.text) ?? []
        }
        let moved = milestone(due: "2026-12-10")
        #expect(
            thanks(moved, movedBefore: [2]) == ["Acme Logistics: \"CFO met\" has a new date, Thu 10 Dec. Thank you."])
        #expect(thanks(moved, movedBefore: [1]) == ["Acme Logistics: \"CFO met\" has moved again, to Thu 10 Dec."])
        #expect(
            thanks(moved, movedBefore: [1], besides: true) == [
                "Globex has a next step, Thu 26 Nov. Thank you.",
                "Acme Logistics: \"CFO met\" has moved again, to Thu 10 Dec.",
            ])
        #expect(
            thanks(milestone(due: "2026-11-20", done: "2026-11-24"), movedBefore: [1])
                == ["Acme Logistics: \"CFO met\" is done. Thank you."])
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
                nil, "Bei Kugel & Sohn steht der nächste Schritt: „Muster zeigen“, So 29. Nov. Danke."
            ),
            (
                finding(.noNextStep), .nextStep, account("Kugel & Sohn", stepOn: "2026-11-25"), nil,
                "Bei Kugel & Sohn steht der nächste Schritt: morgen. Danke."
            ),
        ] as [(Finding, Resolution, Account, Touch?, String)])
    func german(finding: Finding, resolution: Resolution, account: Account, touch: Touch?, text: String) {
        var briefing = Fixture.answered(finding, by: resolution, account, touch: touch)
        briefing.bank = .german
        let thanks = Message.morning(briefing)?.items.filter { $0.state == .thanks } ?? []
        #expect(thanks.map(\.text).joined() == text)
    }
}
