import CivilTime
import Coaching
import Testing

@Suite("What was done")
struct ActivityReplyTests {
    @Test(
        "in English, as people type and dictate",
        arguments: [
            ("called Globex", "call Globex, out"),
            ("Called Globex.", "call Globex, out"),
            ("CALLED GLOBEX!!", "call Globex, out"),
            ("/call Globex", "call Globex, out"),
            ("/call@coachd_bot Globex: left a message", "call Globex, out: left a message"),
            ("@coachd called Globex", "call Globex, out"),
            ("- called Globex", "call Globex, out"),
            ("✅ called Globex 👍", "call Globex, out"),
            ("\"called Globex\"", "call Globex, out"),
            ("called Petra at Globex", "call Globex, Petra Klein, two-way"),
            ("called petra globex", "call Globex, Petra Klein, two-way"),
            (
                "phoned Petra Klein at Globex, she wants the audit",
                "call Globex, Petra Klein, two-way: she wants the audit"
            ),
            ("I just called Petra at Globex", "call Globex, Petra Klein, two-way"),
            (
                "just had a call with Petra from Globex she wants the audit first",
                "call Globex, Petra Klein, two-way: she wants the audit first"
            ),
            ("ok so just had a really good meeting with sam at globex", "meeting Globex, Sam Porter, two-way"),
            (
                "so I called Petra at Globex and she said the budget is approved",
                "call Globex, Petra Klein, two-way: and she said the budget is approved"
            ),
            ("quick call w/ Petra @ Globex - wants audit", "call Globex, Petra Klein, two-way: wants audit"),
            (
                "called Petra at Globex yesterday 16:20 for CFO met: wants the audit first",
                "call Globex, Petra Klein, two-way, 2026-11-23 16:20, for CFO met: wants the audit first"
            ),
            ("called Globex no answer", "call Globex, out: no answer"),
            ("called Petra at Globex, left a message", "call Globex, Petra Klein, out: left a message"),
            ("called Petra at Globex: didn't pick up", "call Globex, Petra Klein, out: didn't pick up"),
            ("Call Petra at Globex no answer", "call Globex, Petra Klein, out: no answer"),
            ("called Frau Klein at Globex", "call Globex, Petra Klein, two-way"),
            ("called mr miller at Globex", "call Globex, new miller, two-way"),
            ("called Tom Miller at Globex, new there", "call Globex, new Tom Miller, two-way: new there"),
            ("met tom miller at Globex", "meeting Globex, new tom miller, two-way"),
            ("met the buyer at Globex", "meeting Globex, two-way"),
            ("called everybody at Globex", "call Globex, two-way"),
            ("called Petra's assistant at Globex", "call Globex, new Petra's assistant, two-way"),
            ("called Globex about Umbra", "call Globex, out: about Umbra"),
            ("called Globex for an hour", "call Globex, out: for an hour"),
            ("called about the audit with Petra at Globex", "call Globex, out: about the audit with Petra at Globex"),
            ("emailed Petra at Globex", "email Globex, Petra Klein, out"),
            ("emailed Petra at Globex: she replied", "email Globex, Petra Klein, two-way: she replied"),
            ("sent an email to Petra at Globex", "email Globex, Petra Klein, out"),
            ("sent mail to umbra with the model attached", "email Umbra, out: with the model attached"),
            ("wrote to Petra at Globex", "email Globex, Petra Klein, out"),
            ("email from Petra at Globex", "email Globex, Petra Klein, two-way"),
            (
                "email from Petra at Globex she wants the model",
                "email Globex, Petra Klein, two-way: she wants the model"
            ),
            ("Petra from Globex called", "call Globex, Petra Klein, two-way"),
            ("Petra from Globex emailed about the audit", "email Globex, Petra Klein, two-way: about the audit"),
            (
                "Met Sam (Globex) this morning - he loved it",
                "meeting Globex, Sam Porter, two-way, 2026-11-24 09:00: he loved it"
            ),
            ("had a demo at Hooli fri", "demo Hooli, two-way, 2026-11-20 12:00"),
            ("demo Hooli: Sam asked about the API", "demo Hooli, two-way: Sam asked about the API"),
            ("Globex demo done", "demo Globex, two-way"),
            (
                "visited Globex with Sam for demo given: loved it",
                "visit Globex, Sam Porter, two-way, for Demo given: loved it"
            ),
            ("visited Globex, nobody there", "visit Globex, out: nobody there"),
            ("met Globex with Dana: they want it", "meeting Globex, two-way: with Dana: they want it"),
            ("linkedin message to Petra at Globex", "social Globex, Petra Klein, out"),
            ("event with Globex", "event Globex, two-way"),
            ("researched Globex", "research Globex"),
            ("research for Globex: annual report", "research Globex: annual report"),
            ("sent Umbra the proposal", "proposal Umbra"),
            ("proposal Globex sent", "proposal Globex"),
            ("prep Globex demo", "internal Globex"),
            ("called Tyrell", "call Tyrell, out"),
            ("called Rachael at Tyrell for budget", "call Tyrell, Rachael Tyrell, two-way, for Budget named"),
            ("Globex called me", "call Globex, two-way"),
            ("Called Globex… no answer", "call Globex, out: no answer"),
            ("called Globex -> audit first", "call Globex, out: audit first"),
            ("called Globex,audit first", "call Globex, out: audit first"),
            ("lol called Globex", "call Globex, out"),
            ("today I called Globex", "call Globex, out"),
            ("Globex: called Petra", "call Globex, Petra Klein, two-way"),
            ("Globex - called Petra, no answer", "call Globex, Petra Klein, out: no answer"),
            ("call: Globex, Petra wants audit", "call Globex, out: Petra wants audit"),
            ("called Petra, Globex: wants audit", "call Globex, Petra Klein, two-way: wants audit"),
        ] as [(String, String)])
    func english(text: String, expected: String) {
        #expect(Chatting.read(text) == expected)
    }

    @Test(
        "in German, with the verb at either end",
        arguments: [
            ("Globex angerufen", "call Globex, out"),
            ("Petra von Globex angerufen, sie will das Audit", "call Globex, Petra Klein, two-way: sie will das Audit"),
            ("habe gestern mit Petra von Globex telefoniert", "call Globex, Petra Klein, two-way, 2026-11-23 12:00"),
            (
                "ich habe Petra Klein von Globex um 16:20 angerufen",
                "call Globex, Petra Klein, two-way, 2026-11-24 16:20"
            ),
            ("hab grad mit jonas von acme logistics telefoniert", "call Acme Logistics, Jonas Berg, two-way"),
            (
                "Gerade mit Jonas von Acme Logistics telefoniert er will bis Freitag ein Angebot",
                "call Acme Logistics, Jonas Berg, two-way: er will bis Freitag ein Angebot"
            ),
            ("heute Globex angerufen", "call Globex, out"),
            ("heute morgen Globex angerufen", "call Globex, out, 2026-11-24 09:00"),
            ("Gestern Nachmittag bei Globex angerufen", "call Globex, out, 2026-11-23 15:00"),
            ("Globex gestern abend angerufen", "call Globex, out, 2026-11-23 19:00"),
            ("Globex angerufen, nicht erreicht", "call Globex, out: nicht erreicht"),
            ("Ich hab bei Globex angerufen, Frau Klein nicht da", "call Globex, out: Frau Klein nicht da"),
            ("Anruf Globex Petra keine Antwort", "call Globex, Petra Klein, out: keine Antwort"),
            ("Telefonat mit Petra Klein (Globex) geführt", "call Globex, Petra Klein, two-way"),
            ("Petra von Globex hat zurückgerufen", "call Globex, Petra Klein, two-way"),
            ("Kunde Globex angerufen", "call Globex, out"),
            ("Mueller angerufen", "call Müller & Söhne, out"),
            ("muller & sohne angerufen", "call Müller & Söhne, out"),
            ("MÜLLER & SÖHNE angerufen", "call Müller & Söhne, out"),
            ("Mail an Petra von Globex", "email Globex, Petra Klein, out"),
            ("Mail von Petra (Globex) bekommen", "email Globex, Petra Klein, two-way"),
            ("E-Mail an Globex geschickt", "email Globex, out"),
            ("Habe Petra von Globex eine Mail geschrieben", "email Globex, Petra Klein, out"),
            ("Treffen mit Petra von Globex gehabt", "meeting Globex, Petra Klein, two-way"),
            ("gestern Treffen mit Globex", "meeting Globex, two-way, 2026-11-23 12:00"),
            ("Termin bei Umbra gehabt, Jörg war dabei", "meeting Umbra, Jörg Weiß, two-way: Jörg war dabei"),
            ("Besuch bei Globex war gut", "visit Globex, two-way"),
            ("Ich war heute bei Umbra zu Besuch", "visit Umbra, two-way"),
            ("wir haben Globex besucht", "visit Globex, two-way"),
            ("Demo bei Hooli gehalten", "demo Hooli, two-way"),
            ("Nachricht an Petra von Globex geschrieben", "social Globex, Petra Klein, out"),
            ("Messe mit Globex", "event Globex, two-way"),
            ("zu Globex recherchiert", "research Globex"),
            ("Recherche Globex: Geschäftsbericht", "research Globex: Geschäftsbericht"),
            ("Angebot an Umbra geschickt", "proposal Umbra"),
            ("Angebot für Globex geschrieben", "proposal Globex"),
            ("Globex Demo vorbereitet", "internal Globex"),
            (
                "telefoniert mit Petra (Globex) für CFO met, sie hilft",
                "call Globex, Petra Klein, two-way, for CFO met: sie hilft"
            ),
            ("Globex hat uns besucht", "visit Globex, two-way"),
            ("Globex schon angerufen", "call Globex, out"),
            ("Morgen, habe Globex angerufen", "call Globex, out"),
            ("danke habe Globex angerufen", "call Globex, out"),
            ("Hallo zusammen, Globex angerufen", "call Globex, out"),
        ] as [(String, String)])
    func german(text: String, expected: String) {
        #expect(Chatting.read(text) == expected)
    }

    @Test(
        "by the number of an item",
        arguments: [
            ("1 called Tim", "call Initech, Tim Kuhn, two-way"),
            ("#1 called Tim", "call Initech, Tim Kuhn, two-way"),
            ("1. called Tim", "call Initech, Tim Kuhn, two-way"),
            ("1) called Tim", "call Initech, Tim Kuhn, two-way"),
            ("1: called Tim", "call Initech, Tim Kuhn, two-way"),
            ("1 - called Tim", "call Initech, Tim Kuhn, two-way"),
            ("2️⃣ called Jonas", "call Acme Logistics, Jonas Berg, two-way"),
            ("1 called Jonas", "call Initech, new Jonas, two-way"),
            ("1 called Tom Miller, wants x", "call Initech, new Tom Miller, two-way: wants x"),
            ("2 called", "call Acme Logistics, out"),
            ("2 called no answer", "call Acme Logistics, out: no answer"),
            ("2 emailed Jonas: the model", "email Acme Logistics, Jonas Berg, out: the model"),
            ("2 Jonas called", "call Acme Logistics, Jonas Berg, two-way"),
            ("2 met Jonas and Petra", "meeting Acme Logistics, Jonas Berg, Petra Wolf, two-way"),
            ("2 met with Tom Miller and Jonas", "meeting Acme Logistics, Jonas Berg, new Tom Miller, two-way"),
            ("2 called Jonas on voicemail", "call Acme Logistics, Jonas Berg, out: on voicemail"),
            ("3) Jörg angerufen", "call Umbra, Jörg Weiß, two-way"),
            ("3. Joerg angerufen, nicht erreicht", "call Umbra, Jörg Weiß, out: nicht erreicht"),
            ("3 jorg angerufen", "call Umbra, Jörg Weiß, two-way"),
            ("1 Tom Müller angerufen", "call Initech, new Tom Müller, two-way"),
            ("2 Treffen gestern mit Jonas", "meeting Acme Logistics, Jonas Berg, two-way, 2026-11-23 12:00"),
            ("2 call acme", "call Acme Logistics, out"),
        ] as [(String, String)])
    func items(text: String, expected: String) {
        #expect(Chatting.read(text) == expected)
    }

    @Test(
        "when it was: a weekday is the last one, a day alone its noon, no time is now",
        arguments: [
            ("called Globex yesterday", "call Globex, out, 2026-11-23 12:00"),
            ("called Globex fri", "call Globex, out, 2026-11-20 12:00"),
            ("called Globex last friday", "call Globex, out, 2026-11-20 12:00"),
            ("called Globex fri 16:20", "call Globex, out, 2026-11-20 16:20"),
            ("called Globex on monday morning", "call Globex, out, 2026-11-23 09:00"),
            ("called Globex mo 9:30", "call Globex, out, 2026-11-23 09:30"),
            ("called Globex am Montag um 9:30 Uhr: x", "call Globex, out, 2026-11-23 09:30: x"),
            ("called Globex 16:20", "call Globex, out, 2026-11-24 16:20"),
            ("16:20 called Globex", "call Globex, out, 2026-11-24 16:20"),
            ("called Globex at 4", "call Globex, out, 2026-11-24 16:00"),
            ("called Globex at 4pm", "call Globex, out, 2026-11-24 16:00"),
            ("called Globex 4:20 pm", "call Globex, out, 2026-11-24 16:20"),
            ("called Globex um 15 Uhr", "call Globex, out, 2026-11-24 15:00"),
            ("called Globex 15.30 Uhr", "call Globex, out, 2026-11-24 15:30"),
            ("called Globex 2026-11-23 14:00: x", "call Globex, out, 2026-11-23 14:00: x"),
            ("called Globex 23.11. 14:00", "call Globex, out, 2026-11-23 14:00"),
            ("called Globex 20 Nov", "call Globex, out, 2026-11-20 12:00"),
            ("called Globex Nov 20th", "call Globex, out, 2026-11-20 12:00"),
            ("called Globex 12. November", "call Globex, out, 2026-11-12 12:00"),
            ("called Globex am 12.11.2025", "call Globex, out, 2025-11-12 12:00"),
            ("called Globex an hour ago", "call Globex, out, 2026-11-24 15:30"),
            ("vor 20 Minuten Globex angerufen", "call Globex, out, 2026-11-24 16:10"),
            ("vor zwei Tagen Globex angerufen", "call Globex, out, 2026-11-22 12:00"),
            ("called Globex two days ago", "call Globex, out, 2026-11-22 12:00"),
            ("this morning called Globex", "call Globex, out, 2026-11-24 09:00"),
            ("called Globex this afternoon", "call Globex, out, 2026-11-24 15:00"),
            ("called Globex yesterday, 16:20, she was fine", "call Globex, out, 2026-11-23 16:20: she was fine"),
            ("called Globex vorgestern", "call Globex, out, 2026-11-22 12:00"),
            ("met Globex at 10 today", "meeting Globex, two-way, 2026-11-24 10:00"),
            ("called Globex at 3 sites", "call Globex, out: at 3 sites"),
        ] as [(String, String)])
    func times(text: String, expected: String) {
        #expect(Chatting.read(text) == expected)
    }

    @Test(
        "names that are words of every day are met where a name stands",
        arguments: [
            ("called Call Center", "call Call Center GmbH, out"),
            ("call Call Center GmbH: ok", "call Call Center GmbH, out"),
            ("Call Center GmbH", "show Call Center GmbH"),
            ("call center called", "call Call Center GmbH, two-way"),
            ("called Next AG", "call Next AG, out"),
            ("Next AG: called, no answer", "call Next AG, out: no answer"),
            ("next AG", "show Next AG"),
            ("next Next AG: send the note, fri", "next Next AG 2026-11-27: send the note"),
            ("called Next", "call Next AG, out"),
            ("demo Demo Industries", "demo Demo Industries, two-way"),
            ("Demo Industries demo", "demo Demo Industries, two-way"),
            ("Demo Industries", "show Demo Industries"),
            ("called Monday", "? noAccount"),
            ("call with Monday: ok", "call Monday, two-way"),
            ("called the bakery", "call The Bakery, out"),
            ("called Bakery GmbH", "call The Bakery, out"),
            ("called Target", "call Target, out"),
            ("called about the target", "? noAccount, near Target"),
            ("called blue ocean", "call Blue Ocean, out"),
            ("called about the blue one", "? noAccount, near Blue Ocean"),
            ("called Globex re blue", "call Globex, out: re blue"),
            ("called Duff", "call Duff Beer GmbH, out"),
            ("called Wayne", "call Wayne Enterprises, out"),
            ("called Wayne at Globex", "? several Wayne Enterprises, Globex"),
            ("called Globex GmbH", "call Globex, out"),
        ] as [(String, String)])
    func names(text: String, expected: String) {
        #expect(Chatting.read(text) == expected)
    }
}
