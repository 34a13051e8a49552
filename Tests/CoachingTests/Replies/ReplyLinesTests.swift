import CivilTime
import Coaching
import Testing

@Suite("Whole lines and several of them")
struct ReplyLinesTests {
    @Test(
        "one word may be all",
        arguments: [
            ("undo", "undo"),
            ("Undo please", "undo"),
            ("rückgängig", "undo"),
            ("/undo", "undo"),
            ("help", "help"),
            ("?", "help"),
            ("Hilfe!", "help"),
            ("/start", "help"),
            ("list", "list"),
            ("meine Liste", "list"),
            ("plan?", "plan"),
            ("mein Plan", "plan"),
            ("thanks!", "courtesy"),
            ("ok danke", "courtesy"),
            ("👍", "courtesy"),
            ("😂😂", "courtesy"),
            ("guten Morgen", "courtesy"),
            ("Morgen!", "courtesy"),
            ("thank you very much", "courtesy"),
        ] as [(String, String)])
    func words(text: String, expected: String) {
        #expect(Chatting.read(text) == expected)
    }

    @Test(
        "each line is an act, one without a verb goes on with the note, and nobody else's words count",
        arguments: [
            (
                "called Petra at Globex\nshe wants the audit first\nnext Globex: send audit note fri",
                "call Globex, Petra Klein, two-way: she wants the audit first ## next Globex 2026-11-27: send audit note"
            ),
            ("called Globex\nthanks", "call Globex, out"),
            (
                "Good morning all\ncalled Globex\nemailed Umbra: the model",
                "call Globex, out ## email Umbra, out: the model"
            ),
            (
                "met Sam at Hooli\nDemo went well\nThey liked it",
                "meeting Hooli, new Sam, two-way: Demo went well\nThey liked it"
            ),
            ("called Globex\nshould we go there?", "call Globex, out: should we go there?"),
            ("ask Tyrell: who knows the CFO?\nShe is new", "ask Tyrell: who knows the CFO?\nShe is new"),
            ("nice weather today\nhow are you?", "? noVerb"),
            ("Hi Ana,\nwe called Globex yesterday and they said no.\nBest, Tim", "? noVerb"),
            ("Fwd: Globex\ncalled Globex yesterday", "? noVerb"),
            ("From: petra@globex.example\nSubject: Re: audit\ncalled Globex", "? noVerb"),
            ("called Globex\n\n-- \nAna Silva", "call Globex, out"),
            ("called Globex\nSent from my iPhone", "call Globex, out"),
            ("> called Globex\nthanks for that", "? noVerb"),
            ("On Mon, Ana wrote:\n> called Globex", "? noVerb"),
            ("called Globex\ncalled acme", "call Globex, out ## ? several Acme Logistics, Acme Steel, Acme"),
            (
                "1 called Tim\n2 emailed Jonas\n3 Treffen",
                "call Initech, Tim Kuhn, two-way ## email Acme Logistics, Jonas Berg, out ## meeting Umbra, two-way"
            ),
        ] as [(String, String)])
    func lines(text: String, expected: String) {
        #expect(Chatting.read(text) == expected)
    }
}
