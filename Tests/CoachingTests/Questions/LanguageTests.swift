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
                kind: .call, at: "2026-11-06 10:00",
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

@Suite("A message in German")
struct GermanMessageTests {
    @Test("a morning is German from its greeting to its last line")
    func morning() {
        var briefing = Fixture.morning
        briefing.bank = QuestionBank.parse("[stalled]\nWas wäre heute leicht?", file: "eigene", in: .german).bank
        #expect(
            Message.morning(briefing)?.plainText == """
                Guten Morgen, Ana. Di 24. Nov.: drei Accounts, bei denen sich eine Stunde lohnt.

                Globex ist wieder in Bewegung: E-Mail von Petra Novak (treibende Kraft) gestern, nach 14 Arbeitstagen Ruhe. Danke.

                1. Initech · die Pause endete gestern („their new CIO starts on Tue 24 Nov“)
                   Vor der Pause: das Treffen mit Marta (treibende Kraft) am Fr 30. Okt.
                   Würden 20 Minuten zu zweit dabei helfen? Im Huddle ist Platz dafür.

                2. Acme Logistics · „CFO met“, geplant für Do 26. Nov.
                   12 Arbeitstage seit dem Anruf mit Jonas Weber (arbeitet damit). Wer über das Budget entscheidet, wissen wir noch nicht.
                   Was wäre heute leicht?

                3. Umbra · „Need confirmed“
                   Noch offen. Der nächste Schritt „send the model“ war für gestern gedacht.
                   Würden 20 Minuten zu zweit dabei helfen? Im Huddle ist Platz dafür.

                Plan für heute: 6 Kontakte, 1 Recherche. Für heute zugesagt: demo (Hooli). Zugesagt und erledigt: send the pricing (Vandelay).
                47 Accounts haben einen nächsten Schritt. 2 weitere können warten.
                """)
    }

    @Test("an agenda is German from its heading to its pictures")
    func agenda() {
        var briefing = Fixture.huddle
        briefing.bank = QuestionBank.parse("[stuck]\nWas fehlt?", file: "eigene", in: .german).bank
        #expect(
            Message.huddle(briefing).plainText == """
                Huddle · Team North · Di 24. Nov. · 15 Min. · Nicht da: Chidi, wieder da Do 26. Nov.

                Highlights (2 Min.)
                • Ana hat Globex nach 14 Arbeitstagen wieder in Bewegung gebracht: E-Mail von Petra Novak (treibende Kraft).
                • Ben hat bei Initech Inc. „CFO met“ erreicht.

                Zugesagt für gestern und heute (2 Min.)
                Ana: demo (Hooli), erledigt · Ben: call (Duff), einmal verschoben; pricing (Vandelay), erledigt · Dana: nichts zugesagt
                Reihum: Was nehmt ihr euch für heute vor?

                Bitten (2 Min.)
                • Dana zu Tyrell, seit Fr 20. Nov.: „who has met a CFO in energy?“

                Unterstützung heute (6 Min.)
                1. Acme Logistics · Ana · 12 Arbeitstage ohne Kontakt, „CFO met“ geplant für Do 26. Nov. · noch niemand mit Budget
                   Angebot: heute 20 Minuten zu zweit dazu.
                2. Tyrell · Dana · zum 3. Mal im Huddle · 10 Arbeitstage auf der Liste ohne Kontakt · eine von drei Rollen im Gespräch
                   Frage: Was fehlt?
                   Vorschlag: Dana und Lea, heute 20 Minuten.
                3. Duff · Ben · läuft gut, zuletzt gemeinsam angesehen am Mo 26. Okt.
                   Angebot: heute 20 Minuten zu zweit dazu.

                Du hast Ana zugesagt: „a word with Globex's director“, bis Fr 27. Nov.
                Du hast zugesagt: „the price list“, das war für Fr 20. Nov. gedacht.
                24 Dinge, die am ersten Tag offen waren, kommen noch an die Reihe, jeden Tag ein paar.

                Die letzten fünf Tage: Kontakte, erledigt von geplant
                Ana    ▇▆▇▆▇  28 von 30
                Ben    ▇▇▇▇▇  31 von 30
                Dana   ·▃▅▃▅  12 von 24

                Die 50 (■ in Bewegung, ▪ ruhig, □ steht still, · Pause)
                Ana    ■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■▪▪▪▪▪▪□□□··  39, 6, 3, 2
                Ben    ■  1, 0, 0, 0
                Dana   □  0, 0, 1, 0
                """)
    }

    @Test(
        "what is quoted within a quotation has single marks",
        arguments: [
            (.english, "the CEO said so in the \"Echo\"", "\"the CEO said so in the 'Echo'\""),
            (.german, "der CEO sagt es im \"Echo\"", "„der CEO sagt es im ‚Echo‘“"),
            (.english, "the 19\" rack", "\"the 19\" rack\""),
            (.german, "im „Echo“ (\"heute\")", "„im ‚Echo‘ (‚heute‘)“"),
        ] as [(Language, String, String)])
    func quotes(language: Language, text: String, quoted: String) { #expect(language.quoted(text).text == quoted) }

    @Test(
        "a first talk is told by its kind",
        arguments: [
            (.email, "Hugh Lane von Dominion hat Ana geantwortet"),
            (.demo, "Ana hat Hugh Lane von Dominion eine Demo gezeigt"),
            (.call, "Ana hat zum ersten Mal mit Hugh Lane von Dominion telefoniert"),
        ] as [(ActivityKind, String)])
    func firstTalk(kind: ActivityKind, german: String) {
        #expect(
            FirstTalk(rep: "Ana", name: "Hugh Lane", account: "Dominion", kind: kind).phrase(in: .german).text == german
        )
    }

    @Test("the team's room hears of whoever decides about money in the words of one person")
    func economicBuyer() {
        var briefing = HuddleTests.quiet(accounts: 1)
        briefing.bank = .german
        briefing.highlights = [
            Highlight(
                repID: 1, rep: "Ana", account: "Solarpark Hof", kind: .metEconomicBuyer(name: "Sabine Berg", by: .email)
            )
        ]
        #expect(
            Message.team(briefing)?.plainText.contains("Ana ist bei Solarpark Hof mit der Budget-Seite in Kontakt.")
                == true)
    }

    @Test(
        "a promise is for today, or was for yesterday",
        arguments: [
            ("2026-11-24", "Du hast zugesagt: „ein Wort“, für heute."),
            ("2026-11-23", "Du hast zugesagt: „ein Wort“, das war für gestern gedacht."),
            ("2026-11-27", "Du hast zugesagt: „ein Wort“, bis Fr 27. Nov."),
        ] as [(CivilDate, String)])
    func promise(due: CivilDate, line: String) {
        #expect(Promise(text: "ein Wort", dueOn: due).line(DateWords(today: "2026-11-24", in: .german)).text == line)
    }
}
