import Coaching
import Testing

@Suite("A second act behind the first one")
struct FurtherActReplyTests {
    @Test(
        "is an act of its own, or asked back, and never a part of the note",
        arguments: [
            ("called Umbra\ndidn't get to Globex", "call Umbra, out ## ? noVerb"),
            ("called Umbra\nGlobex too", "call Umbra, out ## ? noVerb"),
            (
                "1 called\n2 emailed\n3 no answer",
                "call Initech, out ## email Acme Logistics, out ## call Umbra, out: no answer"
            ),
            ("1 called with Petra\n2: not yet", "call Initech, new Petra, two-way"),
            ("called Umbra\nnext: send the model fri", "call Umbra, out ## next Umbra 2026-11-27: send the model"),
            ("called Umbra\n- Globex", "call Umbra, out ## ? noVerb"),
            ("called Umbra\n- wants the audit", "call Umbra, out: - wants the audit"),
            ("called Umbra\nDemo went well", "call Umbra, out: Demo went well"),
            ("called Umbra\nJörg liked it", "call Umbra, out: Jörg liked it"),
            ("called Umbra\nemailed Globxe: x", "call Umbra, out ## ? noAccount, near Globex"),
            ("1 called\n2 the CFO is ill", "call Initech, out ## note Acme Logistics: the CFO is ill"),
            ("1 wants a pilot\n2 the CFO is ill", "note Initech: wants a pilot ## note Acme Logistics: the CFO is ill"),
            ("called Umbra\n2 trucks are late", "call Umbra, out ## ? noVerb"),
            ("called Umbra\nthey use Globex today", "call Umbra, out ## ? noVerb"),
            (
                "called Petra at Globex, demo moved to Tuesday",
                "call Globex, Petra Klein, two-way: demo moved to Tuesday"
            ),
            (
                "called Umbra with Jörg, next step: send the model fri",
                "call Umbra, Jörg Weiß, two-way ## next Umbra 2026-11-27: send the model"
            ),
            ("called Umbra, next step: send the model fri", "call Umbra, out ## next Umbra 2026-11-27: send the model"),
            ("called Umbra, next step unclear", "call Umbra, out: next step unclear"),
            ("called Umbra: wants a demo next friday", "call Umbra, out: wants a demo next friday"),
            ("called Umbra, next: call Globex fri", "call Umbra, out ## next Globex 2026-11-27: call Globex"),
            ("called Globex\ndone CFO met", "call Globex, out ## done Globex CFO met 2026-11-24"),
            ("called Globex\ndone with it", "call Globex, out: done with it"),
            ("called Globex\nhold until fri: x", "call Globex, out ## hold Globex 2026-11-27: x"),
            (
                "Tomorrow:\ncall Globex\n- visit Hooli",
                "commit Globex 2026-11-25: call Globex ## commit Hooli 2026-11-25: visit Hooli"
            ),
            (
                "Plan for today:\n* call Globex\n* demo Umbra",
                "commit Globex 2026-11-24: call Globex ## commit Umbra 2026-11-24: demo Umbra"
            ),
            (
                "yesterday:\ncalled Globex\nemailed Umbra",
                "call Globex, out, 2026-11-23 12:00 ## email Umbra, out, 2026-11-23 12:00"
            ),
            ("called Globex\nhold: new CIO", "call Globex, out ## ? dateMissing, hold"),
            ("called Globex\nwho: Lena, user", "call Globex, out ## who Globex: Lena, user"),
            ("called Globex\nwho knows", "call Globex, out: who knows"),
            ("called Globex\nsupport was bad", "call Globex, out: support was bad"),
            ("called Globex\nnext: send model", "call Globex, out ## ? dateMissing, next step"),
            ("called Globex\nwants a demo at Umbra", "call Globex, out ## ? noVerb"),
            ("called Globex\nmeeting with Umbra went well", "call Globex, out ## meeting Umbra, two-way: went well"),
            ("called Globex\n2) no answer", "call Globex, out ## call Acme Logistics, out: no answer"),
            (
                "called Umbra with Jörg, nächster Schritt: Angebot schicken bis fr",
                "call Umbra, Jörg Weiß, two-way ## next Umbra 2026-11-27: Angebot schicken"
            ),
        ] as [(String, String)])
    func lines(text: String, expected: String) {
        #expect(Chatting.read(text) == expected)
    }
}
