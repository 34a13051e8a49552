import CivilTime
import Coaching
import Testing

@Suite("Who is named beside an ask")
struct AskMatchingTests {
    /// Dana asks about Tyrell (insurance), which is before its first meeting. Ben passed a first meeting and knows the champion of a food
    /// company, and a demo at an energy company, where he spoke with the economic buyer; nobody has met a CFO.
    private static func line(_ text: String, german: Bool = false) -> String? {
        var briefing = HuddleTests.quiet(accounts: 3)
        if german { briefing.bank = .german }
        briefing.support[0].day = RepDay(rep("Dana Kim", id: 3), at: tuesday)
        briefing.support[0].story.account = account(
            "Tyrell", id: 1, rep: 3, industry: "insurance",
            milestones: [milestone("First meeting"), milestone("CFO met", id: 2)])
        briefing.support[1].story.account = account(
            "Pantry", id: 2, rep: 2, industry: "machine tools",
            milestones: [milestone("First meeting", id: 3, done: "2026-11-12")],
            people: [person("Kit", .champion, twoWay: tuesday)])
        briefing.support[2].story.account = account(
            "Volt", id: 3, rep: 2, industry: "Energy", milestones: [milestone("Demo held", id: 4, done: "2026-11-13")],
            people: [person("Sam", .economicBuyer, id: 2, twoWay: tuesday)])
        briefing.asks = [
            Ask(id: 7, repID: 3, rep: "Dana", accountID: 1, account: "Tyrell", text: text, askedOn: "2026-11-20")
        ]
        let line = Message.huddle(briefing).plainText.split(separator: "\n").first { $0.hasPrefix("• Dana") }
        return line?.split(separator: text + (german ? "“ " : "\" ")).last.map(String.init)
    }

    private static let round = "Who takes it up today?"

    @Test(
        "who has what the words name; nobody where nobody has it, or where they name nothing that is known",
        arguments: [
            ("who has met a CFO in energy?", round),
            ("who knows a CFO?", round),
            ("who works with insurance companies?", round),
            ("who has held a demo?", "Ben passed \"Demo held\" at Volt (Energy) on Fri 13 Nov."),
            ("who knows an economic buyer in energy?", "Ben knows the economic buyer at Volt (Energy)."),
            ("who has seen an evaluator there?", round),
            ("who sells machine tools?", "Ben works with Pantry (machine tools) too."),
            ("who knows the tools that a machine needs?", round),
            ("how do we answer 'we have Excel'?", round),
            ("does anybody know someone at their bank?", round),
            ("who has time for a call?", round),
        ])
    func named(ask: String, help: String) { #expect(Self.line(ask) == help) }

    @Test("in German as well")
    func german() {
        #expect(Self.line("Wer kennt einen CFO?", german: true) == "Wer nimmt es heute auf?")
        #expect(
            Self.line("Wer kennt in der Energy jemanden mit Budget?", german: true)
                == "Ben kennt bei Volt (Energy) jemanden mit Budget.")
    }
}
