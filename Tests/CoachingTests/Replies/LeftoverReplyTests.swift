import Coaching
import Testing

@Suite("Days, times and accounts that a note would swallow")
struct LeftoverReplyTests {
    @Test(
        "are read where that is easy, and asked back where it is not",
        arguments: [
            ("called Umbra last week", "? notADate last week"),
            ("called Umbra last month", "? notADate last month"),
            ("called Umbra in October", "? notADate in October"),
            ("called Umbra the other day", "? notADate other day"),
            ("called Umbra on the 24th", "call Umbra, out"),
            ("called Umbra for 2 hours on Tuesday", "call Umbra, out: for 2 hours"),
            ("called Umbra Monday last week", "call Umbra, out, 2026-11-16 12:00"),
            ("called Umbra half past 9", "call Umbra, out, 2026-11-24 09:30"),
            ("called Umbra at half past 9", "call Umbra, out, 2026-11-24 09:30"),
            ("called Umbra at noon", "call Umbra, out, 2026-11-24 12:00"),
            ("called Umbra noon", "call Umbra, out, 2026-11-24 12:00"),
            ("called Umbra 12.30", "call Umbra, out, 2026-11-24 12:30"),
            ("called Umbra 13h30", "call Umbra, out, 2026-11-24 13:30"),
            ("called Globex with Lena yesterday: audit", "call Globex, new Lena, two-way, 2026-11-23 12:00: audit"),
            ("1 called Petra yesterday 16:20", "call Initech, new Petra, two-way, 2026-11-23 16:20"),
            ("called Umbra Wed with Jörg", "call Umbra, Jörg Weiß, two-way, 2026-11-18 12:00"),
            ("called Umbra 30 min with Jörg", "call Umbra, Jörg Weiß, two-way: 30 min"),
            ("called Umbra, Globex and Umbra", "? several Umbra, Globex"),
            ("called Umbra, also Globex", "? several Umbra, Globex"),
            ("called Umbra; Globex; Umbra", "? several Umbra, Globex"),
            ("1 called, 2 emailed", "call Initech, out ## email Acme Logistics, out"),
            ("hold Umbra and Globex until fri: holidays", "? several Umbra, Globex"),
            ("praise Ana and Ben: x", "? several Ana Silva, Ben Okafor, Ben Arnold"),
            (
                "today Globex demo, Umbra call",
                "commit Globex 2026-11-24: Globex demo ## commit Umbra 2026-11-24: Umbra call"
            ),
            ("called Globex for an hour", "call Globex, out: for an hour"),
            ("called Globex about Umbra", "call Globex, out: about Umbra"),
            ("demo Globex at 2:30", "demo Globex, two-way, 2026-11-24 14:30"),
            ("called Globex at 2:30", "call Globex, out, 2026-11-24 14:30"),
            ("called Globex 9:30", "call Globex, out, 2026-11-24 09:30"),
            ("called Globex 6:59", "? stillToCome"),
            ("called Globex about the demo on Friday", "call Globex, out: about the demo on Friday"),
            ("called Globex to confirm Tuesday", "call Globex, out: to confirm Tuesday"),
            ("called Globex they want a call next week", "call Globex, out: they want a call next week"),
            ("called Globex, last month was bad", "call Globex, out: last month was bad"),
            ("called Globex, last week", "? notADate last week"),
            ("called Globex letzte Woche", "? notADate letzte Woche"),
            ("called Globex and left a message yesterday", "call Globex, out, 2026-11-23 12:00: and left a message"),
            ("called Globex back yesterday", "call Globex, out, 2026-11-23 12:00: back"),
            ("called Globex with Ana yesterday", "call Globex, out, 2026-11-23 12:00: with Ana"),
            ("called Globex from 9 to 10", "? notADate from 9 to 10"),
            ("called Globex before 9", "? notADate before 9"),
            ("called Globex at lunch", "? notADate at lunch"),
            ("called Globex um halb 10", "call Globex, out, 2026-11-24 09:30"),
            ("called Globex quarter past 2", "call Globex, out, 2026-11-24 14:15"),
            ("called Globex 3.50 per unit", "call Globex, out: 3.50 per unit"),
            ("emailed Petra at Globex agenda for friday", "email Globex, Petra Klein, out: agenda for friday"),
            ("sent the deck to Globex yesterday", "email Globex, out, 2026-11-23 12:00: deck to Globex"),
            ("Globex: voicemail yesterday", "? noVerb"),
            ("called Umbra, Globex is their supplier", "call Umbra, out: Globex is their supplier"),
            ("emailed Globex, called Umbra", "email Globex, out ## call Umbra, out"),
            ("1 called and 2 emailed", "call Initech, out ## email Acme Logistics, out"),
            ("1 called Tim, 3 trucks are late", "call Initech, Tim Kuhn, two-way: 3 trucks are late"),
            ("promise Ana & Dana: x", "? several Ana Silva, Dana Kim"),
            ("praise Ana, Dana: x", "? several Ana Silva, Dana Kim"),
            ("called Globex in the morning", "? notADate in the morning"),
            ("called Globex yesterday 9ish", "? notADate 9ish"),
            ("away mon, tue", "? notADate mon, tue"),
        ] as [(String, String)])
    func lines(text: String, expected: String) {
        #expect(Chatting.read(text) == expected)
    }
}
