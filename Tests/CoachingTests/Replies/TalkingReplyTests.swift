import Coaching
import Testing

@Suite("Talking as people do")
struct TalkingReplyTests {
    @Test(
        "several acts in one line are an act each",
        arguments: [
            ("1 and 2 called", "call Initech, out ## call Acme Logistics, out"),
            ("1-3 emailed", "email Initech, out ## email Acme Logistics, out ## email Umbra, out"),
            ("1 called 2 emailed", "call Initech, out ## email Acme Logistics, out"),
            (
                "1: wants a pilot, 2: the CFO is ill",
                "note Initech: wants a pilot ## note Acme Logistics: the CFO is ill"
            ),
            ("called globex, umbra and hooli", "call Globex, out ## call Umbra, out ## call Hooli, out"),
            ("Globex und Umbra angerufen", "call Globex, out ## call Umbra, out"),
            (
                "called petra at globex, then emailed sam, then called jörg at umbra",
                "call Globex, Petra Klein, two-way ## email Globex, Sam Porter, out ## call Umbra, Jörg Weiß, two-way"
            ),
            (
                "called petra at globex and emailed sam",
                "call Globex, Petra Klein, two-way ## email Globex, Sam Porter, out"
            ),
            ("globex petra angerufen und umbra besucht", "call Globex, Petra Klein, two-way ## visit Umbra, two-way"),
            (
                "called petra globex - need confirmed done",
                "call Globex, Petra Klein, two-way ## done Globex Need confirmed 2026-11-24"
            ),
            (
                "heute: globex anrufen, umbra angebot",
                "commit Globex 2026-11-24: globex anrufen ## commit Umbra 2026-11-24: umbra angebot"
            ),
            ("called Globex, then emailed Umbra", "call Globex, out ## email Umbra, out"),
            ("called Globex with Sam, emailed Umbra", "call Globex, Sam Porter, two-way ## email Umbra, out"),
            (
                "called Petra at Globex and emailed Jörg",
                "call Globex, Petra Klein, two-way ## email Umbra, Jörg Weiß, out"
            ),
            ("called Globex: meeting with Umbra went well", "call Globex, out: meeting with Umbra went well"),
            (
                "called Globex with Petra, emailed by Hooli about price",
                "call Globex, Petra Klein, two-way: emailed by Hooli about price"
            ),
            ("called Petra at Globex, she called back", "call Globex, Petra Klein, two-way: she called back"),
            (
                "called Petra at Globex, emailed me the numbers",
                "call Globex, Petra Klein, two-way: emailed me the numbers"
            ),
        ] as [(String, String)])
    func several(text: String, expected: String) {
        #expect(Chatting.read(text) == expected)
    }

    @Test(
        "a word of the writer's, a milestone and a note are told from each other",
        arguments: [
            ("done with hooli demo prep", "kept: hooli demo prep"),
            ("hooli prep done", "kept: hooli prep"),
            ("done demo at hooli", "done Hooli Demo 2026-11-24"),
            ("hooli demo moved to 9 dec", "milestone Hooli 2026-12-09: Demo"),
            ("hooli demo prep moved to thu", "moved 2026-11-26: hooli demo prep"),
            ("2 cfo met slipped to dec 3", "milestone Acme Logistics 2026-12-03: CFO met"),
            ("milestone globex: contract signed by 31 jan", "milestone Globex 2027-01-31: contract signed"),
            ("globex need confirmed ✅", "done Globex Need confirmed 2026-11-24"),
            ("need confirmed at globex", "? meant(\"done Need confirmed at Globex\")"),
            ("1 send contract tue", "? meant(\"next Initech: send contract, 2026-12-01\")"),
            ("1 they want the offer by friday", "note Initech: they want the offer by friday"),
            ("1 calling tim now", "? doneOrPlanned"),
            ("1 i'll do it tomorrow", "commit Initech 2026-11-25: do it"),
            ("1 left vm for tim", "call Initech, out: left vm for tim"),
            ("1 tried tim, no answer", "call Initech, Tim Kuhn, out: no answer"),
            ("1 won an award", "note Initech: won an award"),
            // Where only one customer is called so, and nobody of the team, the account is his.
            ("called Jonas", "call Acme Logistics, Jonas Berg, two-way"),
            ("just got off the phone with Tim, he wants a demo", "call Initech, Tim Kuhn, two-way: he wants a demo"),
            ("Tim rang me back, all good", "call Initech, Tim Kuhn, two-way: all good"),
            ("left Tim a vm", "call Initech, Tim Kuhn, out: a vm"),
            ("emailed Tim the offer", "email Initech, Tim Kuhn, out: the offer"),
            ("sent Tim the model", "email Initech, Tim Kuhn, out: model"),
            ("called Tim at Globxe", "? noAccount, near Initech"),
            ("emailed Tim (Globxe)", "? noAccount, near Initech"),
            ("met Tim and Jörg", "? noAccount, near Initech"), ("called Tim Brown", "? noAccount, near Initech"),
            ("called Tim about the Umbra deal", "? noAccount, near Initech"),
            ("Tim called Jörg", "? meant(\"1: Tim called Jörg\")"),
            ("On Mon, Tim wrote: > we accept", "? noVerb"),
            ("called Rachael", "? noAccount, near Tyrell"), ("called Petra", "? noAccount"),
            ("called petra n sam @ globex", "call Globex, Petra Klein, Sam Porter, two-way"),
            ("tried Hooli 3 times today, no luck", "call Hooli, out: 3 times no luck"),
            ("1 yes", "courtesy"), ("1 dont know", "courtesy"), ("nein", "courtesy"), ("today: nothing", "courtesy"),
            ("we won hooli 🎉", "won Hooli: won"), ("lost umbra to a competitor", "lost Umbra: to a competitor"),
            ("lost umbra", "? reasonMissing"), ("drop acme steel: no budget", "dropped Acme Steel: no budget"),
            ("we lost the deal", "? noVerb"), ("today Globex was closed", "? noVerb"),
            ("1 today they were closed", "note Initech: today they were closed"), ("2 of them called", "? noVerb"),
            ("show Globex the model", "? noVerb"), ("1 sick", "note Initech: sick"),
            ("off on monday and thursday", "? noVerb"),
            ("talk to dana about wayne tomorrow", "? doneOrPlanned"),
        ] as [(String, String)])
    func meant(text: String, expected: String) {
        #expect(Chatting.read(text) == expected)
    }

    @Test(
        "who was not there was not talked with, and who is away is away",
        arguments: [
            ("called petra at globex, she was out", "call Globex, Petra Klein, out: she was out"),
            ("called petra at globex, couldnt reach her", "call Globex, Petra Klein, out: couldnt reach her"),
            ("called petra at globex, went to vm", "call Globex, Petra Klein, out: went to vm"),
            ("petra von globex angerufen, ging keiner ran", "call Globex, Petra Klein, out: ging keiner ran"),
            ("petra von globex angerufen, in elternzeit", "call Globex, Petra Klein, out: in elternzeit"),
            ("called petra at globex yday", "call Globex, Petra Klein, two-way, 2026-11-23 12:00"),
            ("im sick", "away 2026-11-24..2026-11-24: sick"), ("heute krank", "away 2026-11-24..2026-11-24: krank"),
            ("sick until wednesday", "away 2026-11-24..2026-11-25: sick"),
            ("off monday", "away 2026-11-30..2026-11-30"),
            ("nächste woche urlaub", "away 2026-11-30..2026-12-04"),
            ("habe vom 23.12. bis 3.1. urlaub", "away 2026-12-23..2027-01-03"),
            ("montag frei", "away 2026-11-30..2026-11-30"),
        ] as [(String, String)])
    func missed(text: String, expected: String) {
        #expect(Chatting.read(text) == expected)
    }

    @Test(
        "what is asked of coachd is shown",
        arguments: [
            ("globex?", "show Globex"), ("2", "show Acme Logistics"), ("what about globex?", "show Globex"),
            ("when did i last call globex", "show Globex"), ("how is dana doing?", "show Dana Kim"),
            ("whats open?", "plan"), ("was steht an", "plan"), ("called Globex?", "? question"),
        ] as [(String, String)])
    func asked(text: String, expected: String) {
        #expect(Chatting.read(text) == expected)
    }

    @Test(
        "what is asked back is completed by a few words",
        arguments: [
            ("called acme", "logistics", "called Acme Logistics"),
            ("called acme", "the second one", "called Acme Steel"),
            ("spoke w petra @ globex", "a call", "called w petra @ globex"),
            ("caled globex", "yes please", "called globex"),
            ("meeting globex mon", "done", "had meeting globex mon"),
            ("call with globex tomorrow at 10", "yes", "tomorrow: call with globex at 10"),
            ("out of office", "mon to fri", "away mon to fri"),
            ("next umbra: call next week", "1 feb", "next umbra: call 1 feb"),
            ("next umbra: call greg next tue", "1 dec", "next umbra: call greg 1 dec"),
            ("next umbra: call greg next tue", "the first", "next umbra: call greg 2026-12-01"),
            ("called petra", "the one at globex", "called petra at globex"), ("called Globx", "yes", "called Globex"),
            ("called Globx", "hooli", "called hooli"), ("done globex", "the first", "done globex CFO met"),
            ("need confirmed at globex", "ja", "done Need confirmed at Globex"),
        ] as [(String, String, String)])
    func completed(text: String, words: String, line: String) throws {
        let asked = try #require(Chatting.replies(text).first?.unclear)
        #expect(Chatting.reader.lines(completing: asked.line, asked.reason, with: words).first == line)
        #expect(!Chatting.read(line).hasPrefix("?"))
    }

    @Test(
        "a no, a number or a courtesy is no reason and no text",
        arguments: [
            ("lost umbra", "no"), ("lost umbra", "2"), ("lost umbra", "sorry, wrong one"),
            ("lost umbra", "i meant Globex"),
            ("hold initech until 4 Dec", "never mind"), ("next umbra fri", "thanks"), ("verloren umbra", "doch nicht"),
        ])
    func withdrawn(text: String, words: String) throws {
        let asked = try #require(Chatting.replies(text).first?.unclear)
        #expect(Chatting.reader.lines(completing: asked.line, asked.reason, with: words) == [])
    }

    @Test(
        "one thing is set right, and a no corrects nothing",
        arguments: [
            ("called petra at globex: the audit", "no it was umbra", "called at umbra: the audit"),
            ("called petra at globex", "no, it was sam", "called sam at globex"),
            ("called globex", "sorry i meant emailed", "emailed globex"),
            ("called globex", "that was yesterday", "called globex yesterday"),
            ("1 called", "nein das war umbra", "called at umbra"),
            ("called Globex with Petra: audit first", "i meant emailed", "emailed Globex to Petra: audit first"),
            ("called globex", "war bei umbra", nil), ("next umbra fri: send the model", "no, monday", nil),
            ("called globex", "no answer", nil), ("called globex", "no", nil), ("called globex", "umbra", nil),
        ] as [(String, String, String?)])
    func corrected(text: String, words: String, line: String?) {
        #expect(Chatting.reader.line(correcting: text, with: words) == line)
    }
}
