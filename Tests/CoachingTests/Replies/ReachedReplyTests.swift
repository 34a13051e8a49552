import Coaching
import Testing

@Suite("Who was reached, and what is taken back")
struct ReachedReplyTests {
    @Test(
        "a talk missed by its own outcome is outward, one with an object behind its no is a talk",
        arguments: [
            ("called Petra at Globex, busy", "call Globex, Petra Klein, out: busy"),
            ("called Petra at Globex, she wasn't in", "call Globex, Petra Klein, out: she wasn't in"),
            ("called Petra at Globex, only got her assistant", "call Globex, Petra Klein, out: only got her assistant"),
            ("called Petra at Globex, out of office", "call Globex, Petra Klein, out: out of office"),
            ("called Petra at Globex, in a meeting", "call Globex, Petra Klein, out: in a meeting"),
            ("called Petra at Globex: she is in a meeting", "call Globex, Petra Klein, out: she is in a meeting"),
            ("called Petra at Globex, off sick", "call Globex, Petra Klein, out: off sick"),
            ("called Petra at Globex, didn't get through", "call Globex, Petra Klein, out: didn't get through"),
            ("called Petra at Globex, rang out", "call Globex, Petra Klein, out: rang out"),
            ("called Petra at Globex, wrong number", "call Globex, Petra Klein, out: wrong number"),
            ("called Petra at Globex, gatekeeper", "call Globex, Petra Klein, out: gatekeeper"),
            ("called Petra at Globex, will call back", "call Globex, Petra Klein, out: will call back"),
            ("Petra von Globex angerufen, ist im Urlaub", "call Globex, Petra Klein, out: ist im Urlaub"),
            ("Petra von Globex angerufen, im Meeting", "call Globex, Petra Klein, out: im Meeting"),
            ("Petra von Globex angerufen, krank", "call Globex, Petra Klein, out: krank"),
            ("Petra von Globex angerufen, nur die Assistentin", "call Globex, Petra Klein, out: nur die Assistentin"),
            ("Petra von Globex angerufen, ruft zurück", "call Globex, Petra Klein, out: ruft zurück"),
            ("Petra von Globex angerufen, auf Band gesprochen", "call Globex, Petra Klein, out: auf Band gesprochen"),
            ("Petra von Globex angerufen, AB", "call Globex, Petra Klein, out: AB"),
            (
                "called Jörg at Umbra, didn't answer the question about budget",
                "call Umbra, Jörg Weiß, two-way: didn't answer the question about budget"
            ),
            ("called Jörg at Umbra: nobody there knows SAP", "call Umbra, Jörg Weiß, two-way: nobody there knows SAP"),
            ("called Jörg at Umbra, nobody there knows SAP", "call Umbra, Jörg Weiß, two-way: nobody there knows SAP"),
            (
                "called Jörg at Umbra, no answer, then he called back",
                "call Umbra, Jörg Weiß, two-way: no answer, then he called back"
            ),
            ("Globex called, wants the audit", "call Globex, two-way: wants the audit"),
            ("Globex emailed", "email Globex, two-way"),
            ("Globex called", "call Globex, two-way"),
            ("Globex emailed: wants the audit", "email Globex, two-way: wants the audit"),
            (
                "called Jörg at Umbra, no answer on the budget yet",
                "call Umbra, Jörg Weiß, two-way: no answer on the budget yet"
            ),
            (
                "called Jörg at Umbra, he will call back on Monday",
                "call Umbra, Jörg Weiß, out: he will call back on Monday"
            ),
            ("called Umbra no answer", "call Umbra, out: no answer"),
            ("called Umbra... not really", "? notDone"),
            ("haha called Umbra of course not", "? notDone"),
            ("❌ called Umbra", "? notDone"),
            ("Demo bei Umbra war nicht gut", "demo Umbra, two-way: nicht gut"),
            ("demo with Umbra was not good", "demo Umbra, two-way: was not good"),
            ("did not call Umbra but emailed Globex", "? kinds call, email"),
            ("Demo bei Umbra war nicht", "? notDone"),
            ("didn't call Umbra, emailed Globex", "? kinds call, email"),
            (
                "called Petra at Globex, her boss is on vacation",
                "call Globex, Petra Klein, two-way: her boss is on vacation"
            ),
            ("called Petra at Globex, sick of their vendor", "call Globex, Petra Klein, two-way: sick of their vendor"),
            (
                "called Petra at Globex, wants audit, CFO not available",
                "call Globex, Petra Klein, two-way: wants audit, CFO not available"
            ),
            ("called Globex, Petra is in a meeting", "call Globex, out: Petra is in a meeting"),
            ("called Globex, line was busy", "call Globex, out: line was busy"),
            ("demo Globex, Petra was sick", "demo Globex, two-way: Petra was sick"),
            ("Petra von Globex angerufen, in Besprechung", "call Globex, Petra Klein, out: in Besprechung"),
            (
                "Petra von Globex angerufen, ihr Chef ist im Urlaub",
                "call Globex, Petra Klein, two-way: ihr Chef ist im Urlaub"
            ),
            ("Globex rief an", "call Globex, two-way"),
            ("Globex called back", "call Globex, two-way: back"),
        ] as [(String, String)])
    func lines(text: String, expected: String) {
        #expect(Chatting.read(text) == expected)
    }
}
