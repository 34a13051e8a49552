import CivilTime
import Coaching
import Testing

@Suite("What is known, leave, and what leaders say")
struct PeopleReplyTests {
    @Test(
        "is read with its account, person and days",
        arguments: [
            (
                "know Globex current solution: a fleet system of 2011",
                "know Globex, current solution: a fleet system of 2011"
            ),
            ("know Globex solution: Excel", "know Globex, current solution: Excel"),
            ("wissen Globex Problem: LKW stehen", "know Globex, pain and its cost: LKW stehen"),
            ("wissen Umbra heutige Lösung: Excel", "know Umbra, current solution: Excel"),
            ("1 know pain: trucks late", "know Initech, pain and its cost: trucks late"),
            ("know Globex pain trucks are late", "know Globex, pain and its cost: trucks are late"),
            ("who Globex: Jonas Berg, user", "who Globex: Jonas Berg, user"),
            ("who Globex Jonas Berg economic buyer", "who Globex: Jonas Berg, economic buyer"),
            ("who at Globex: Petra K. is the champion", "who Globex: Petra K, champion"),
            ("wer Umbra: Anna Maier, Anwenderin", "who Umbra: Anna Maier, user"),
            ("1 who: Anna Maier", "who Initech: Anna Maier, -"),
            ("away fri", "away 2026-11-27..2026-11-27"),
            ("away 21 Dec - 2 Jan: family", "away 2026-12-21..2027-01-02: family"),
            ("away 2026-12-21..2027-01-02", "away 2026-12-21..2027-01-02"),
            ("away until thu", "away 2026-11-24..2026-11-26"),
            ("I'm away tomorrow", "away 2026-11-25..2026-11-25"),
            ("vacation from mon to fri", "away 2026-11-30..2026-12-04"),
            ("Urlaub bis Freitag", "away 2026-11-24..2026-11-27"),
            ("urlaub 21.12. - 2.1. wegen Familie", "away 2026-12-21..2027-01-02: Familie"),
            ("abwesend vom 1. bis 5. Dezember", "away 2026-12-01..2026-12-05"),
            ("away 21-27 Dec", "away 2026-12-21..2026-12-27"),
            ("sick today, back tomorrow morning", "away 2026-11-24..2026-11-24: back tomorrow morning"),
            ("ich bin morgen abwesend: Zahnarzt", "away 2026-11-25..2026-11-25: Zahnarzt"),
            ("ich bin vom 21.12. bis 2.1. im Urlaub", "away 2026-12-21..2027-01-02"),
            ("talk Ana: Globex, the audit first", "talk Ana Silva Globex: Globex, the audit first"),
            ("talked to Ana about Globex", "talk Ana Silva Globex: about Globex"),
            ("Gespräch mit Dana: Preis bei Tyrell", "talk Dana Kim Tyrell: Preis bei Tyrell"),
            ("praise Ana: audit note", "praise Ana Silva: audit note"),
            ("Lob für Dana: starke Demo bei Tyrell", "praise Dana Kim Tyrell: starke Demo bei Tyrell"),
            ("promise Dana: intro by 4 Dec", "promise Dana Kim 2026-12-04: intro"),
            (
                "promise: a word with Globex's director for Ana by fri",
                "promise Ana Silva Globex 2026-11-27: a word with Globex's director for Ana"
            ),
            ("versprochen: Intro für Dana bis Freitag", "promise Dana Kim 2026-11-27: Intro für Dana"),
            ("support Tyrell: called their CFO myself", "support Tyrell: called their CFO myself"),
            ("support Dana on Tyrell: joined", "support Tyrell: joined"),
            ("unterstützt Tyrell", "support Tyrell: "),
        ] as [(String, String)])
    func people(text: String, expected: String) {
        #expect(Chatting.read(text) == expected)
    }

    @Test(
        "all who took part are named",
        arguments: [
            ("met Petra and Sam at Globex", "meeting Globex, Petra Klein, Sam Porter, two-way"),
            (
                "demo at Globex with Petra, Sam and Tom went great",
                "demo Globex, Petra Klein, Sam Porter, new Tom, two-way: went great"
            ),
            (
                "demo at Globex with Petra, Sam and Tom: went great",
                "demo Globex, Petra Klein, Sam Porter, new Tom, two-way: went great"
            ),
            ("met petra & sam at globex", "meeting Globex, Petra Klein, Sam Porter, two-way"),
            (
                "emailed Petra and Sam at Globex about the audit",
                "email Globex, Petra Klein, Sam Porter, out: about the audit"
            ),
            ("1 met Tim and Tom Miller", "meeting Initech, Tim Kuhn, new Tom Miller, two-way"),
            ("Petra und Sam bei Globex getroffen", "meeting Globex, Petra Klein, Sam Porter, two-way"),
            (
                "call with Petra + Sam at Globex yesterday: pricing",
                "call Globex, Petra Klein, Sam Porter, two-way, 2026-11-23 12:00: pricing"
            ),
            ("called Petra and Sam will send the offer", "? noAccount"),
            ("met both Petra and Sam at Globex", "meeting Globex, Petra Klein, Sam Porter, two-way"),
            ("met Petra as well as Sam at Globex", "meeting Globex, Petra Klein, Sam Porter, two-way"),
            ("met Petra/Sam at Globex", "meeting Globex, Petra Klein, Sam Porter, two-way"),
            ("met Petra (champion) and Sam at Globex", "meeting Globex, Petra Klein, Sam Porter, two-way"),
            ("met Petra and her colleague Sam at Globex", "meeting Globex, Petra Klein, Sam Porter, two-way"),
            ("sowohl Petra als auch Sam bei Globex getroffen", "meeting Globex, Petra Klein, Sam Porter, two-way"),
            (
                "met Petra at Globex, Sam joined later",
                "meeting Globex, Petra Klein, Sam Porter, two-way: Sam joined later"
            ),
            (
                "Termin bei Globex mit Petra gehabt, Sam kam dazu",
                "meeting Globex, Petra Klein, Sam Porter, two-way: Sam kam dazu"
            ),
            // Who was elsewhere is no part of it, and says nothing of the others.
            ("called Petra at Globex and Sam is ill", "call Globex, Petra Klein, two-way: and Sam is ill"),
            ("called Petra at Globex, Sam is ill", "call Globex, Petra Klein, two-way: Sam is ill"),
            ("called Petra at Globex, Petra was out", "call Globex, Petra Klein, out: Petra was out"),
            ("called Sam, Petra was out", "call Globex, Sam Porter, two-way: Petra was out"),
            (
                "called Petra and Sam at Globex but Sam didn't pick up",
                "call Globex, Petra Klein, two-way: but Sam didn't pick up"
            ),
            (
                "called Petra and Sam at Globex, only Sam answered",
                "call Globex, Sam Porter, two-way: only Sam answered"
            ),
            (
                "Petra und Sam bei Globex angerufen, Sam war nicht da",
                "call Globex, Petra Klein, two-way: Sam war nicht da"
            ),
            ("called Petra and Sam at Globex, both out", "call Globex, Petra Klein, Sam Porter, out: both out"),
            ("called Petra and Sam at Globex, only reached Sam", "call Globex, Sam Porter, two-way: only reached Sam"),
            ("met Petra and Sam at Globex, without Sam", "meeting Globex, Petra Klein, two-way: without Sam"),
            ("met Petra (champion) at Globex", "meeting Globex, Petra Klein, two-way"),
            ("met Petra (champion) and Sam (user) at Globex", "meeting Globex, Petra Klein, Sam Porter, two-way"),
            (
                "met Petra, Sam and Nora Vogt at Globex",
                "meeting Globex, Petra Klein, Sam Porter, new Nora Vogt, two-way"
            ),
            // The same at another account.
            (
                "yesterday called Petra at Globex and Tim at Initech",
                "call Globex, Petra Klein, two-way, 2026-11-23 12:00 ## call Initech, Tim Kuhn, two-way, 2026-11-23 12:00"
            ),
            (
                "called Petra at Globex yesterday and Tim at Initech today",
                "call Globex, Petra Klein, two-way, 2026-11-23 12:00 ## call Initech, Tim Kuhn, two-way"
            ),
            (
                "called Petra at Globex and Tim at Initech yesterday",
                "call Globex, Petra Klein, two-way, 2026-11-23 12:00 ## call Initech, Tim Kuhn, two-way, 2026-11-23 12:00"
            ),
            (
                "called Petra at Globex and Tim at Initech",
                "call Globex, Petra Klein, two-way ## call Initech, Tim Kuhn, two-way"
            ),
            (
                "called Petra at Globex, Tim at Initech and Jörg at Umbra",
                "call Globex, Petra Klein, two-way ## call Initech, Tim Kuhn, two-way ## call Umbra, Jörg Weiß, two-way"
            ),
            (
                "called Petra at Globex, Tim at Initech recommended us",
                "call Globex, Petra Klein, two-way: Tim at Initech recommended us"
            ),
        ] as [(String, String)])
    func severalPeople(text: String, expected: String) {
        #expect(Chatting.read(text) == expected)
    }

    @Test(
        "is asked back where a part is missing, and not read into questions",
        arguments: [
            ("know Globex", "? topicUnknown"),
            ("know Globex budget: 40k", "? topicUnknown"),
            ("know anybody at Globex?", "show Globex"),
            ("who at Globex decides?", "show Globex"),
            ("who Globex", "? nameMissing"),
            ("who Globex is buying from", "? nameMissing"),
            ("who Globex: Jonas Berg, CFO", "? roleUnknown(\"CFO\")"),
            ("wer ist bei Globex zuständig?", "show Globex"),
            ("off friday?", "? question"),

            ("off friday afternoon", "? noVerb"), ("sick today?", "? question"),
            ("away", "? dateMissing, away"),
            ("away from mon", "? dateMissing, away"),
            ("away next friday", "? whichDay 2026-11-27, 2026-12-04"),
            ("away 31 Feb", "? notADate 31 Feb"),
            ("away 1 Dec to 24 Nov", "? dateOver 2026-11-24"),
            ("vacation was great", "? noVerb"),
            ("Petra is away until friday", "? meant(\"2: Petra is away until friday\")"),
            ("talk to you later", "? noVerb"),
            ("talk Petra", "? kindMissing"),
            ("Gespräch mit Petra von Globex", "? kindMissing"),
            ("praise Ana", "? textMissing"),
            ("praise Zoe: x", "? personUnknown Zoe"),
            ("praise Ben: x", "? several Ben Okafor, Ben Arnold"),
            ("promise is a promise", "? noVerb"),
            ("support", "? noAccount"),
            ("support ticket open at Globex", "? noAccount"),
        ] as [(String, String)])
    func unclear(text: String, expected: String) {
        #expect(Chatting.read(text) == expected)
        #expect(Chatting.replies(text).filter { !$0.isUnclear } == [])
    }
}
