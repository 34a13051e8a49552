import CivilTime
import Coaching
import Testing

@Suite("What a leave changes")
struct LeaveTests {
    /// Away from Wednesday through the Monday after the next.
    private static let ana = rep(away: ["2026-11-25"..."2026-12-07"])

    private static func ahead(_ accounts: [Account], of owner: Rep = ana, at now: Instant = tuesday) -> LeaveAhead? {
        LeaveAhead(of: accounts, on: RepDay(owner, at: now))
    }

    private static let accounts = [
        account("Hooli", id: 1, step: "send the model.", stepOn: "2026-12-01"),
        account("Acme", id: 2, milestones: [milestone(due: "2026-12-07"), milestone("Signed", due: "2026-12-08")]),
        account("Duff", id: 3, stepOn: "2026-11-25"),
        account("Resting", id: 4, stepOn: "2026-11-26", holds: [hold("2026-11-20", "2026-12-30")]),
        account("Today", id: 5, stepOn: "2026-11-24"),
    ]

    @Test("on the last working day before it the plan says what falls into it, in the order of the days")
    func plan() {
        var briefing = Fixture.one(finding(.noNextStep), account(), of: Self.ana)
        briefing.leave = Self.ahead(Self.accounts)
        #expect(
            Message.morning(briefing)?.plainText.hasSuffix(
                """

                You are back on Tue 8 Dec. Until then: Duff (Wed 25 Nov), Hooli (send the model, Tue 1 Dec), \
                Acme (CFO met, Mon 7 Dec). Who takes them?
                """) == true)
        briefing.bank = .german
        briefing.leave = Self.ahead([Self.accounts[0]])
        #expect(
            Message.morning(briefing)?.plainText.hasSuffix(
                "\nDu bist am Di 8. Dez. wieder da. Bis dahin: Hooli (send the model, Di 1. Dez.). Wer übernimmt das?")
                == true)
    }

    @Test("neither earlier nor for a weekend, and not where nothing falls into it")
    func silent() {
        #expect(Self.ahead(Self.accounts, at: "2026-11-23 09:00") == nil)
        #expect(Self.ahead(Self.accounts, of: rep()) == nil)
        #expect(Self.ahead([Self.accounts[4]]) == nil)
        // A Friday before a week at work.
        #expect(Self.ahead(Self.accounts, of: rep(), at: "2026-11-20 09:00") == nil)
    }

    @Test(
        "a milestone that is near because of the leave before it says so",
        arguments: [
            ("2026-12-08", "Nothing is logged for it yet. Near already, with the leave from Wed 25 Nov to Mon 7 Dec."),
            ("2026-11-25", "Nothing is logged for it yet."),
        ] as [(CivilDate, String)])
    func near(due: CivilDate, facts: String) {
        let briefing = Fixture.one(
            finding(.milestoneNear, milestone: 1), account(milestones: [milestone(due: due)]), of: Self.ana)
        #expect(Message.morning(briefing)?.items.first?.facts.map(\.text) == [facts])
    }
}
