import CivilTime
import Coaching
import Testing

@Suite("The morning plan")
struct MorningTests {
    @Test("a full morning: thanks, then three items by use, the plan, and what can wait")
    func whole() {
        #expect(
            Message.morning(Fixture.morning)?.plainText == """
                Good morning Ana. Tue 24 Nov: three accounts where an hour would count.

                Globex is moving again: an e-mail from Petra (champion) yesterday, after 14 working days of quiet. Thank you.

                1. Initech · its hold ended yesterday ("their new CIO starts on Tue 24 Nov")
                   Before it rested: the meeting with Marta (champion) on Fri 30 Oct. In touch in the last 30 days: Marta (champion) and Lee (user). Two roles of three.
                   Is the reason for the pause gone, or only its date?

                2. Acme Logistics · CFO met, planned for Thu 26 Nov
                   12 working days since the call with Jonas (user). We do not know yet who decides about money.
                   On whose desk do the costs of this land: "trucks wait two hours at the gate"?

                3. Umbra · Need confirmed
                   Still open. The next step "send the model" was for yesterday.
                   What would half of "send the model" look like, done today?

                Today's plan: 6 touches, 1 research. You said for today: demo (Hooli). You said it and did it: send the pricing (Vandelay).
                47 accounts have a next step. 2 more accounts can wait.
                """)
    }

    @Test("one thing is one item without a number, and nobody is counted")
    func single() {
        let message = Message.morning(
            Fixture.one(finding(.noEconomicBuyer), account(people: [person("Jonas Weber", .user)])))
        #expect(
            message?.plainText == """
                Good morning Ana. Tue 24 Nov: one account where an hour would count.

                Acme Logistics
                We know Jonas (user), and nobody yet who decides about money.
                Who at Acme Logistics signs?
                """)
    }

    @Test("with nothing to say there is no message")
    func nothing() {
        let briefing = Briefing(
            day: RepDay(rep(plan: [.touches(6)]), at: tuesday), withNextStep: 50, bank: Fixture.bank)
        #expect(Message.morning(briefing) == nil)
        #expect(Message.afternoon(briefing, since: nil) == nil)
    }

    @Test("thanks stand once for each account, before the items, without a number and without a question")
    func thanks() {
        var briefing = Fixture.morning
        briefing.answered.append(episode(finding(.noNextStep, account: 9), id: 99, resolved: .nextStep, mentions: 1))
        let items = Message.morning(briefing)?.items ?? []
        #expect(items.map(\.state) == [.thanks, .new, .new, .still])
        #expect(items.map(\.number) == [nil, 1, 2, 3])
        #expect(items.first?.question == nil)
        #expect(items.first?.accountID == 9)
    }

    @Test("thanks alone wait for the next message")
    func thanksAlone() {
        var briefing = Fixture.morning
        briefing.episodes = []
        #expect(Message.morning(briefing) == nil)
        #expect(Message.afternoon(briefing, since: nil) == nil)
    }

    @Test("at most four thanks: the oldest act first, of one day the weightiest")
    func manyThanks() {
        var briefing = Fixture.one(finding(.noNextStep, account: 9), account(id: 9))
        for id in RowID(1)...5 {
            briefing.stories[id] = AccountStory(account("Account \(id)", id: id, stepOn: "2026-11-26"))
            let kind: FindingKind = id == 5 ? .nextStepPassed : .noNextStep
            briefing.answered.append(episode(finding(kind, account: id), id: id, resolved: .nextStep, mentions: 1))
        }
        let thanks = Message.morning(briefing)?.items.filter { $0.state == .thanks }.map(\.heading.text) ?? []
        #expect(thanks.map { $0.prefix(9) } == ["Account 5", "Account 1", "Account 2", "Account 3"])
        briefing.answered[3].resolvedOn = "2026-11-20"
        let first = Message.morning(briefing)?.items.first { $0.state == .thanks }
        #expect(first?.account == "Account 4")
    }

    @Test("no question stands twice in a message, and none that was asked of the account lately")
    func questions() {
        var briefing = Briefing(day: RepDay(rep(), at: tuesday), bank: .english)
        for id in RowID(1)...9 {
            briefing.stories[id] = AccountStory(account("Account \(id)", id: id))
            briefing.episodes.append(episode(finding(.noEconomicBuyer, account: id), id: id))
        }
        let first = Message.morning(briefing)?.items ?? []
        #expect(Set(first.compactMap(\.questionKey)).count == 3)
        for item in first { briefing.asked[item.accountID, default: []].insert(item.questionKey ?? "") }
        let again = Message.morning(briefing)?.items ?? []
        #expect(again.map(\.accountID) == first.map(\.accountID))
        for (before, after) in zip(first, again) { #expect(before.questionKey != after.questionKey) }
    }

    @Test("what is agreed for today is said before the plan, once, and at most three of it")
    func stepsToday() {
        func line(
            _ steps: [String?], said: String? = nil, on place: RowID = 11, in language: Language = .english
        ) -> String? {
            var briefing = Fixture.one(finding(.noNextStep), account(), of: Fixture.ana)
            briefing.bank = .builtIn(language)
            briefing.withStepToday = steps.enumerated().map { offset, step in
                CoachingTests.account("Account \(offset + 1)", id: RowID(11 + offset), step: step, stepOn: "2026-11-24")
            }
            briefing.commitments = [said].compactMap { $0 }.map {
                Commitment(repID: 1, account: "Account 1", text: $0, dueOn: "2026-11-24", accountID: place)
            }
            let lines = Message.morning(briefing)?.sections.last?.lines.map(\.text) ?? []
            return lines.first { $0.hasPrefix("Today: ") || $0.hasPrefix("Heute: ") }
        }
        #expect(line([]) == nil)
        #expect(line(["site visit with Karl."]) == "Today: site visit with Karl (Account 1).")
        #expect(line(["Muster zeigen"], in: .german) == "Heute: Muster zeigen (Account 1).")
        #expect(
            line(["a", nil, "c", "d", "e"]) == "Today: a (Account 1), Account 2, c (Account 3) and 2 more.")
        #expect(line(["Site visit with Karl"], said: "site visit") == nil)
        #expect(line(["site visit"], said: "send the model") == "Today: site visit (Account 1).")
        #expect(line(["site visit"], said: "site visit", on: 12) == "Today: site visit (Account 1).")
    }

    @Test("whoever has agreed on something for today is not asked how to begin; after a pause it is said all the same")
    func firstContactToday() {
        func item(_ kind: FindingKind, stepOn: CivilDate) -> Message.Item? {
            let fresh = account(stepOn: stepOn, holds: [hold("2026-11-02", "2026-11-23")])
            return Message.morning(Fixture.one(finding(kind), fresh))?.items.first
        }
        #expect(
            item(.noChampion, stepOn: "2026-11-25")?.question?.text
                == "Who at Acme Logistics would feel the problem first?")
        #expect(item(.noChampion, stepOn: "2026-11-24") == nil)
        #expect(item(.noEconomicBuyer, stepOn: "2026-11-24")?.question?.text == "Who at Acme Logistics signs?")
        #expect(item(.holdEnded, stepOn: "2026-11-24")?.question?.text.hasPrefix("Would 20 minutes") == true)
    }

    @Test("each mention knows its rung")
    func rungs() {
        let said = Fixture.one(finding(.noNextStep), account(), mentions: 1, first: "2026-11-20")
        #expect(Message.morning(said)?.items.map(\.rung) == [2])
        #expect(Message.morning(Fixture.one(finding(.noNextStep), account()))?.items.map(\.rung) == [1])
    }
}
