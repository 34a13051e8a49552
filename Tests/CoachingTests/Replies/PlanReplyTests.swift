import CivilTime
import Coaching
import Testing

@Suite("Next steps, milestones and holds")
struct PlanReplyTests {
    @Test(
        "what the customer does is no plan",
        arguments: [
            ("Initech hold a meeting on friday", "? meant(\"friday: Initech hold a meeting\")"),
            ("Globex next board meeting is on friday", "? meant(\"friday: Globex next board meeting\")"),
            ("next meeting at Globex is friday", "? meant(\"friday: next meeting at Globex\")"),
            ("Initech hold until friday: new CIO", "hold Initech 2026-11-27: new CIO"),
            ("Initech hold 4 Dec because of their new CIO", "hold Initech 2026-12-04: their new CIO"),
            ("Umbra auf Eis bis 3.3.: Umzug", "hold Umbra 2027-03-03: Umzug"),
            ("put Umbra on ice until friday: they move", "hold Umbra 2026-11-27: they move"),
            ("take Umbra off hold", "resume Umbra"), ("Umbra is back on", "resume Umbra"),
            ("Umbra raus: kein Bedarf", "dropped Umbra: kein Bedarf"),
            ("next step for Globex is send the model on friday", "next Globex 2026-11-27: send the model"),
            ("Umbra lost to a competitor", "lost Umbra: to a competitor"),
            ("Umbra won because they trust us", "won Umbra: they trust us"),
        ] as [(String, String)])
    func ofTheCustomer(text: String, expected: String) {
        #expect(Chatting.read(text) == expected)
    }

    @Test(
        "are read with their day wherever it stands",
        arguments: [
            ("next Globex: send the audit note, fri", "next Globex 2026-11-27: send the audit note"),
            ("next Globex send audit note fri", "next Globex 2026-11-27: send audit note"),
            ("/next Globex: send the note by fri", "next Globex 2026-11-27: send the note"),
            ("Globex next: send audit note by 4 Dec", "next Globex 2026-12-04: send audit note"),
            ("next step for Globex is to send the note by fri", "next Globex 2026-11-27: send the note"),
            ("next: send the model to Umbra fri", "next Umbra 2026-11-27: send the model to Umbra"),
            ("next Globex fri: send note", "next Globex 2026-11-27: send note"),
            ("next Globex: demo friday 14:00", "next Globex 2026-11-27: demo 14:00"),
            ("next Globex: send in 2 weeks", "next Globex 2026-12-08: send"),
            ("next Globex: send by Thu 26 Nov", "next Globex 2026-11-26: send"),
            ("next Globex: send 2026-12-01", "next Globex 2026-12-01: send"),
            ("2 next: send the model tomorrow", "next Acme Logistics 2026-11-25: send the model"),
            ("nächster Schritt Umbra: Angebot schicken bis Freitag", "next Umbra 2026-11-27: Angebot schicken"),
            ("naechster schritt Umbra Modell bis mi", "next Umbra 2026-11-25: Modell"),
            ("nächster Schritt bei Umbra: Modell bis übermorgen", "next Umbra 2026-11-26: Modell"),
            ("next Globex: Angebot schicken am 27. November", "next Globex 2026-11-27: Angebot schicken"),
            ("next Globex: Angebot bis Montag, den 30. Nov.", "next Globex 2026-11-30: Angebot"),
            ("pause Initech bis ende Januar wegen Umbau", "hold Initech 2027-01-31: Umbau"),
            ("next Globex: 27.11. Angebot schicken", "next Globex 2026-11-27: Angebot schicken"),
            ("done CFO met at Globex", "done Globex CFO met 2026-11-24"),
            ("done: CFO met, Globex", "done Globex CFO met 2026-11-24"),
            ("Globex CFO met done", "done Globex CFO met 2026-11-24"),
            ("2 done CFO", "done Acme Logistics CFO met 2026-11-24"),
            ("2 CFO met done", "done Acme Logistics CFO met 2026-11-24"),
            ("reached Need confirmed at Globex yesterday", "done Globex Need confirmed 2026-11-23"),
            ("erreicht: Need confirmed bei Globex gestern", "done Globex Need confirmed 2026-11-23"),
            (
                "hold Initech until 4 Dec: their new CIO starts then",
                "hold Initech 2026-12-04: their new CIO starts then"
            ),
            ("hold Initech because budget freeze until january 15", "hold Initech 2027-01-15: budget freeze"),
            ("Initech ruht bis 4.12. weil neuer CIO", "hold Initech 2026-12-04: neuer CIO"),
            ("pause Initech bis Freitag, Umbau", "hold Initech 2026-11-27: Umbau"),
            ("put Initech on hold until fri: CIO", "hold Initech 2026-11-27: CIO"),
            ("1 hold until fri: CIO", "hold Initech 2026-11-27: CIO"),
            ("hold Globex until fri, no budget before", "hold Globex 2026-11-27: no budget before"),
            ("resume Initech", "resume Initech"),
            ("1 resume", "resume Initech"),
            ("weiter mit Initech", "resume Initech"),
            ("Initech ruht bis Freitag: Umbau", "hold Initech 2026-11-27: Umbau"),
        ] as [(String, String)])
    func plans(text: String, expected: String) {
        #expect(Chatting.read(text) == expected)
    }

    @Test(
        "are asked back where the day, the reason or the milestone is missing",
        arguments: [
            ("next Globex: send note", "? dateMissing, next step"),
            ("milestone Globex: contract", "? dateMissing, milestone"),
            ("next Globex: send yesterday", "? dateOver 2026-11-23"),
            ("next Globex: send next friday", "? whichDay 2026-11-27, 2026-12-04"),
            ("next Globex: send next week", "? notADate next week"),
            ("next Globex: send 4/12", "? notADate 4/12"),
            ("next Globex: send by Fri 26 Nov", "? notADate by Fri 26 Nov"),
            ("next Globex: 31 Feb call", "? notADate 31 Feb"),
            ("next Umbra: fri", "? textMissing"),
            ("next Globx: send fri", "? noAccount, near Globex"),
            ("next week call Globex", "? noVerb"),
            ("next up: Globex", "? noVerb"),
            ("done Globex", "? milestones of Globex: CFO met, Demo given, Need confirmed"),
            ("done demo at Umbra", "? milestones of Umbra: "),
            ("2 done proposal", "? several Proposal sent, Proposal signed"),
            ("reached Petra at Globex", "? milestones of Globex: CFO met, Demo given, Need confirmed"),
            ("CFO met not done at Globex", "? noVerb"),
            ("done CFO met at Globex tomorrow", "? stillToCome"),
            ("done CFO met", "? noAccount"),
            ("hold Initech", "? dateMissing, hold"),
            ("hold Initech until 4 Dec", "? reasonMissing"),
            ("hold Initech until 1 Nov: x", "? dateOver 2026-11-01"),
            ("hold on a sec", "? noVerb"),
            ("hold the line", "? noVerb"),
            ("resume", "? noAccount"),
            ("resume Initech on friday", "? doneOrPlanned"),
            ("weiter so!", "? noAccount"),
        ] as [(String, String)])
    func unclear(text: String, expected: String) {
        #expect(Chatting.read(text) == expected)
        #expect(Chatting.replies(text).filter { !$0.isUnclear } == [])
    }
}
