import CivilTime
import Coaching
import Testing

@Suite("Phrases and dates")
struct PhraseTests {
    @Test("interpolated strings are data, literals and numbers are coachd's own words")
    func runs() {
        let name = "Acme"
        let phrase: Phrase = "\(name) · \(12) working days, \(words: "today")"
        #expect(phrase.text == "Acme · 12 working days, today")
        #expect(phrase.mappingData { _ in "•" }.text == "• · 12 working days, today")
    }

    @Test(
        "data stands on one line, tidy and without controls",
        arguments: [
            ("  two\n lines\r\n\tand  tabs ", "two lines and tabs"),
            ("bell\u{7}, escape\u{1B}[31m", "bell, escape[31m"),
            ("\u{202E}reversed\u{202C} \u{2066}isolated\u{2069}", "reversed isolated"),
            ("line\u{2028}and\u{2029}paragraph", "line and paragraph"),
            ("\u{FEFF}mark", "mark"), ("", ""), (" \n\t", ""), ("\u{202E}\u{7}", ""),
            ("a\u{A0}b", "a b"), ("שלום Ltd", "שלום Ltd"), ("👨‍👩‍👧‍👦 GmbH", "👨‍👩‍👧‍👦 GmbH"),
        ])
    func tidy(data: String, expected: String) {
        #expect(Phrase(data: data).text == expected)
    }

    @Test("long data ends with an ellipsis, and no letter of it is cut")
    func long() {
        #expect(Phrase(data: String(repeating: "x", count: 80)).text == String(repeating: "x", count: 80))
        #expect(Phrase(data: String(repeating: "x", count: 10_000)).text == String(repeating: "x", count: 80) + "…")
        // Letters of many parts count for what they take: 160 UTF-16 units hold 22 of these, of 7 each.
        #expect(Phrase(data: String(repeating: "👩🏽‍🚀", count: 10_000)).text == String(repeating: "👩🏽‍🚀", count: 22) + "…")
        let zalgo = "Z" + String(repeating: "\u{301}", count: 10_000)
        #expect(Phrase(data: zalgo).text.unicodeScalars.count <= 16)
    }

    @Test(
        "lists read as people say them",
        arguments: [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
            as [([String], String)])
    func listed(names: [String], text: String) {
        #expect(names.map { Phrase(data: $0) }.listed(in: .english).text == text)
    }

    @Test("a single one more bends with what is counted")
    func oneMore() {
        func rest(_ count: Int, _ kind: Language.Counted, _ language: Language) -> String {
            language.andMore(count, kind).text
        }
        #expect(rest(1, .things, .german) == "und 1 weiterer")
        #expect(rest(1, .words, .german) == "und 1 weitere")
        #expect(rest(1, .people, .german) == "und eine weitere Person")
        #expect(rest(2, .people, .german) == "und 2 weitere")
        #expect(rest(1, .people, .english) == "and 1 more")
    }

    @Test("an e-mail that was answered came from them, what only went out went to them")
    func direction() {
        func phrase(_ kind: ActivityKind, _ isTwoWay: Bool) -> String {
            Touch(kind: kind, at: "2026-11-23 10:00", stakeholder: Fixture.jonas, isTwoWay: isTwoWay)
                .phrase(in: .english).text
        }
        #expect(phrase(.email, true) == "e-mail from Jonas (user)")
        #expect(phrase(.email, false) == "e-mail to Jonas (user)")
        #expect(phrase(.call, true) == "call with Jonas (user)")
        #expect(phrase(.call, false) == "call to Jonas (user)")
        #expect(phrase(.visit, true) == "visit with Jonas (user)")
        #expect(phrase(.visit, false) == "visit to Jonas (user)")
        for kind in [ActivityKind.meeting, .demo, .event] {
            #expect(phrase(kind, true) == "\(kind.noun) with Jonas (user)")
            #expect(phrase(kind, false) == "\(kind.noun) to which Jonas (user) was invited")
        }
        let call = Touch(kind: .call, at: "2026-11-23 10:00", stakeholder: Fixture.jonas, isTwoWay: false)
        #expect(call.phrase(in: .german).text == "Anruf bei Jonas Weber (arbeitet damit)")
        let event = Touch(kind: .event, at: "2026-11-23 10:00", stakeholder: Fixture.jonas, isTwoWay: false)
        #expect(event.phrase(in: .german).text == "Veranstaltung mit Einladung an Jonas Weber (arbeitet damit)")
    }

    @Test("a touch names those who were there: with their roles, without, or by how many they were")
    func several() {
        let omar = person("Omar Haddad", .economicBuyer, id: 2)
        let petra = person("Petra Novak", .champion, id: 3)
        let long = person("Maximiliane von Hohenstein-Oberberg", .influencer, id: 4)
        func phrase(_ kind: ActivityKind, _ people: [Stakeholder], _ language: Language, _ isTwoWay: Bool = true)
            -> String
        {
            Touch(
                kind: kind, at: "2026-11-23 10:00", stakeholder: people[0], attendees: Array(people.dropFirst()),
                isTwoWay: isTwoWay
            ).phrase(in: language).text
        }
        #expect(phrase(.meeting, [omar, petra], .english) == "meeting with Omar (economic buyer) and Petra (champion)")
        #expect(phrase(.demo, [omar, petra, Fixture.jonas], .english) == "demo with Omar, Petra and Jonas")
        #expect(
            phrase(.event, [omar, petra], .english, false)
                == "event to which Omar (economic buyer) and Petra (champion) were invited")
        #expect(
            phrase(.visit, [omar, petra, Fixture.jonas, long], .english)
                == "visit with Omar (economic buyer) and three others")
        #expect(
            phrase(.meeting, [omar, long], .german) == "Treffen mit Omar Haddad und Maximiliane von Hohenstein-Oberberg"
        )
        #expect(
            phrase(.meeting, [long, omar, petra], .german)
                == "Treffen mit Maximiliane von Hohenstein-Oberberg (hat Einfluss) und zwei weiteren")
        #expect(
            phrase(.email, [omar, petra, Fixture.jonas, long], .german, false)
                == "E-Mail an Omar Haddad (Budget) und drei weitere")
    }

    @Test("marks within quotation marks are single ones")
    func quotes() {
        #expect(
            Language.english.quoted("the CEO said in the \"Echo\": half").text == "\"the CEO said in the 'Echo': half\""
        )
        #expect(Language.german.quoted("in der „Echo“ stand: halb").text == "„in der ‚Echo‘ stand: halb“")
        #expect(Language.german.quoted("laut \"Echo\"").text == "„laut ‚Echo‘“")
    }

    @Test(
        "people go by their first names; without one the title stays",
        arguments: [
            ("Eva Braun", "Eva"), ("Dr. Eva Braun", "Eva"), ("Dr. Braun", "Dr. Braun"),
            ("Prof. Dr. Braun", "Prof. Dr. Braun"), ("Dana K.", "Dana"), ("Braun, Eva", "Eva"), ("Dr.", "Dr."),
            ("Dr Eva Braun", "Eva"), ("Mr Patel", "Mr Patel"),
            ("Frau Dr. Schmidt", "Frau Dr. Schmidt"), ("Berg, Dr. Jonas", "Jonas"), ("The CFO", "The CFO"),
            ("Eva,", "Eva"),
        ])
    func firstName(name: String, expected: String) {
        #expect(name.firstName == expected)
    }

    @Test(
        "dates are said with the weekday, the days around today by name",
        arguments: [
            ("2026-11-24", "today", "today"), ("2026-11-25", "tomorrow", "tomorrow"),
            ("2026-11-23", "yesterday", "yesterday"),
            ("2026-11-26", "Thu 26 Nov", "on Thu 26 Nov"), ("2026-11-09", "Mon 9 Nov", "on Mon 9 Nov"),
            ("2027-01-04", "Mon 4 Jan 2027", "on Mon 4 Jan 2027"),
        ] as [(CivilDate, String, String)])
    func dates(date: CivilDate, said: String, on: String) {
        let words = DateWords(today: "2026-11-24")
        #expect(words.said(date) == said)
        #expect(words.on(date) == on)
    }
}
