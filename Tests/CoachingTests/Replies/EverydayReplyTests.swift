import Coaching
import Testing

@Suite("What reps type on a phone")
struct EverydayReplyTests {
    @Test(
        "is read, in whatever form",
        arguments: [
            ("next Umbra mon: call", "next Umbra 2026-11-30: call"),
            ("promise Globex mon: a word", "promise - Globex 2026-11-30: a word"),
            ("next Umbra mo: call", "next Umbra 2026-11-30: call"),
            ("next Umbra sat: call", "next Umbra 2026-11-28: call"),
            ("next Umbra mi: call", "next Umbra 2026-11-25: call"),
            ("next Umbra 4/12: call", "? notADate 4/12"),
            ("next Umbra: call 26/11/2026", "next Umbra 2026-11-26: call"),
            ("next Umbra: call 30/11/2026", "next Umbra 2026-11-30: call"),
            ("next Umbra: call 30th", "next Umbra 2026-11-30: call"),
            ("next Umbra: call on the 30th", "next Umbra 2026-11-30: call"),
            ("next Umbra the 30th: call", "next Umbra 2026-11-30: call"),
            ("next Umbra Dec 4th: call", "next Umbra 2026-12-04: call"),
            ("next Umbra: call next week", "? notADate next week"),
            ("next Umbra: call tmr", "next Umbra 2026-11-25: call"),
            ("tmr: call Globex", "commit Globex 2026-11-25: call Globex"),
            ("next Umbra: call heute in einer Woche", "next Umbra 2026-12-01: call"),
            ("next Umbra: call in 2 weeks", "next Umbra 2026-12-08: call"),
            ("next Umbra: call monday week", "next Umbra 2026-12-07: call"),
            ("monday: call Globex", "commit Globex 2026-11-30: call Globex"),
            ("Montag: Globex anrufen", "commit Globex 2026-11-30: Globex anrufen"),
            ("called Umbra on the 24th", "call Umbra, out"),
            ("called Umbra 26/11/2026", "? stillToCome"),
            (
                "visited Umbra with Lena 9:30, for CFO met",
                "visit Umbra, new Lena, two-way, 2026-11-24 09:30: for CFO met"
            ),
            ("visit Umbra 9:30", "visit Umbra, two-way, 2026-11-24 09:30"),
            ("promise ana fri: a word with their director", "promise Ana Silva 2026-11-27: a word with their director"),
            ("promise ana to call Globex by Friday", "promise Ana Silva Globex 2026-11-27: call Globex"),
            ("promise ana: call", "promise Ana Silva -: call"),
            (
                "visit Globex with Lena 9:30, for CFO met",
                "visit Globex, new Lena, two-way, 2026-11-24 09:30, for CFO met"
            ),
            ("just got off the phone with petra at globex", "call Globex, Petra Klein, two-way"),
            ("rang Petra at Globex", "call Globex, Petra Klein, two-way"),
            ("rang Globex", "call Globex, out"),
            ("texted Jörg at Umbra", "social Umbra, Jörg Weiß, out"),
            ("whatsapp Jörg at Umbra", "social Umbra, Jörg Weiß, out"),
            ("whatsapp to Jörg at Umbra", "social Umbra, Jörg Weiß, out"),
            ("Zoom with Umbra", "meeting Umbra, two-way"),
            ("lunch with Petra from Globex", "meeting Globex, Petra Klein, two-way"),
            ("good call with Jörg at Umbra", "call Umbra, Jörg Weiß, two-way"),
            ("sent Umbra the deck", "email Umbra, out: deck"),
            ("Umbra replied: no interest", "email Umbra, two-way: no interest"),
            ("Globex: voicemail", "call Globex, out: voicemail"),
            ("Globex nicht erreicht", "call Globex, out: nicht erreicht"),
            ("Umbra um 9 angerufen", "call Umbra, out, 2026-11-24 09:00"),
            ("pausiere Globex bis fr: Urlaub", "hold Globex 2026-11-27: Urlaub"),
            ("verspreche Ana: Intro", "promise Ana Silva -: Intro"),
            ("wissen Globex Schmerz: x", "know Globex, pain and its cost: x"),
            ("oops", "undo"),
            ("delete that", "undo"),
            ("pls undo", "undo"),
            ("cancel that", "undo"),
            ("wrong account", "undo"),
            ("I'm sick today", "away 2026-11-24..2026-11-24: sick"),
            ("talked to Ben about Globex", "? several Ben Okafor, Ben Arnold"),
            ("zoom in on Umbra", "? noVerb"),
            ("rang 3 bei Umbra", "? noVerb"),
        ] as [(String, String)])
    func lines(text: String, expected: String) {
        #expect(Chatting.read(text) == expected)
    }
}
