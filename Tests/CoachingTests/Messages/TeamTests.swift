import CivilTime
import Coaching
import Testing

@Suite("The team's own room")
struct TeamTests {
    @Test("praise, focus and who is away, and nothing else")
    func whole() {
        #expect(
            Message.team(Fixture.huddle)?.plainText == """
                Team North · Tue 24 Nov

                Ana got Globex moving again. Ben reached "CFO met" at Initech Inc.
                Together today: Acme Logistics, Tyrell, Duff. Away: Chidi, back Thu 26 Nov.
                """)
    }

    @Test("with nothing of it there is no message")
    func nothing() {
        let empty = HuddleBriefing(team: "Team North", day: RepDay(rep(), at: tuesday), bank: Fixture.bank, backlog: 24)
        #expect(Message.team(empty) == nil)
    }

    @Test("the date is the team's, also where the leader's is another")
    func teamDate() {
        var briefing = Fixture.huddle
        briefing.teamDate = "2026-11-25"
        #expect(Message.team(briefing)?.title.text == "Team North · Wed 25 Nov")
    }

    @Test("a name with a full stop ends its sentence with one")
    func fullStop() {
        var briefing = Fixture.huddle
        briefing.support.removeLast(2)
        briefing.support[0].story.account.name = "Initech Inc."
        briefing.members.removeLast()
        #expect(Message.team(briefing)?.plainText.hasSuffix("Together today: Initech Inc.") == true)
    }
}
