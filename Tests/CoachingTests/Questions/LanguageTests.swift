import CivilTime
import Coaching
import Testing

@Suite("The language of a question")
struct LanguageTests {
    @Test(
        "dates are said as people say them",
        arguments: [
            ("2026-11-26", "Thu 26 Nov", "Do 26. Nov."), ("2026-11-25", "tomorrow", "morgen"),
            ("2026-11-24", "today", "heute"), ("2026-11-23", "yesterday", "gestern"),
            ("2027-03-07", "Sun 7 Mar 2027", "So 7. März 2027"), ("2026-05-04", "Mon 4 May", "Mo 4. Mai"),
        ] as [(CivilDate, String, String)])
    func dates(date: CivilDate, english: String, german: String) {
        #expect(DateWords(today: "2026-11-24").said(date) == english)
        #expect(DateWords(today: "2026-11-24", in: .german).said(date) == german)
    }

    @Test("within a sentence a date has its preposition")
    func prepositions() {
        #expect(DateWords(today: "2026-11-24", in: .german).on("2026-11-26") == "am Do 26. Nov.")
        #expect(DateWords(today: "2026-11-24", in: .german).on("2026-11-25") == "morgen")
    }

    private static func item(_ question: String, _ kind: FindingKind = .milestoneNear) -> String? {
        var briefing = Fixture.one(
            finding(kind, milestone: 1),
            account(
                milestones: [milestone(due: "2026-11-26")],
                people: [person("Jonas Weber", .champion, twoWay: "2026-11-23 10:00")]),
            touch: Touch(
                kind: .call, at: "2026-11-23 10:00",
                stakeholder: person("Jonas Weber", .champion, twoWay: "2026-11-23 10:00")))
        briefing.bank = QuestionBank.parse("[\(kind.rawValue)]\n\(question)", file: "own.txt", in: .german).bank
        return Message.morning(briefing)?.items.first?.question?.text
    }

    @Test(
        "what coachd puts into a German question is German, in the case that the question needs",
        arguments: [
            ("Was macht {due} leichter?", "Was macht Do 26. Nov. leichter?"),
            ("Was blieb seit {lastkind}?", "Was blieb seit dem Anruf?"),
            ("Was will {person} als {role}?", "Was will Jonas Weber als treibende Kraft?"),
            ("Was wüssten wir gern von {missingrole}?", "Was wüssten wir gern von denen mit Budget?"),
            ("Was braucht „{milestone}“ bei {account}?", "Was braucht „CFO met“ bei Acme Logistics?"),
        ])
    func facts(template: String, question: String) {
        #expect(Self.item(template) == question)
    }

    @Test("no English noun is left for a German question", arguments: ActivityKind.allCases)
    func nouns(kind: ActivityKind) {
        let noun = Language.german.bareDative(of: kind)
        #expect(noun.hasPrefix("dem ") || noun.hasPrefix("der "))
        #expect(kind == .demo || !noun.lowercased().contains(kind.rawValue))
    }

    @Test("a gap in the research is asked about by its topic, and by the general questions where the topic has none")
    func topics() {
        func asked(_ topic: String?) -> String? {
            var gap = finding(.researchGap)
            gap.topic = topic
            var briefing = Fixture.one(gap, account())
            briefing.bank =
                QuestionBank.parse("[research-gap]\nWhat else?\n[research-pain]\nWhat hurts?", file: "own").bank
            return Message.morning(briefing)?.items.first?.question?.text
        }
        #expect(asked("pain") == "What hurts?")
        #expect(asked("weather") == "What else?")
        #expect(asked(nil) == "What else?")
    }

    @Test("on the agenda a German question keeps its capital")
    func capital() {
        var briefing = Fixture.huddle
        briefing.bank =
            QuestionBank.parse(
                "[stalled-no-economic-buyer]\nDreißig Sekunden: Was sagst du?", file: "own.txt", in: .german
            ).bank
        #expect(Message.huddle(briefing).plainText.contains("Frage: Dreißig Sekunden: Was sagst du?"))
    }
}
