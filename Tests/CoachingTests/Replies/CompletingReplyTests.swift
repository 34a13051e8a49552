import Coaching
import Testing

@Suite("What was asked back, and the next message")
struct CompletingReplyTests {
    @Test(
        "an answer and nothing besides completes the line",
        arguments: [
            ("lost umbra", "they went with a competitor", "lost Umbra: they went with a competitor"),
            ("lost umbra", "no budget until 2028", "lost Umbra: no budget until 2028"),
            ("lost umbra", "offer too expensive", "lost Umbra: offer too expensive"),
            ("lost umbra", "they were bought by Globex", "lost Umbra: they were bought by Globex"),
            ("hold umbra until friday", "new CIO starts", "hold Umbra 2026-11-27: new CIO starts"),
            ("hold umbra", "4 Dec: new CIO", "hold Umbra 2026-12-04: new CIO"),
            ("hold umbra: new CIO", "until friday please", "hold Umbra 2026-11-27: new CIO"),
            ("next umbra: call Jörg", "on friday", "next Umbra 2026-11-27: call Jörg"),
            ("met Carl", "hooli", "meeting Hooli, new Carl, two-way"),
            ("met Carl", "the one at Hooli please", "meeting Hooli, new Carl, two-way"),
            ("emailed Carl about the pilot", "Hooli", "email Hooli, new Carl, out: about the pilot"),
            ("next umbra friday", "send the model", "next Umbra 2026-11-27: send the model"),
            ("next umbra friday", "call Jörg", "next Umbra 2026-11-27: call Jörg"),
            ("lost umbra", "not enough people", "lost Umbra: not enough people"),
            ("lost umbra", "yes, they chose SAP", "lost Umbra: they chose SAP"),
            ("lost umbra", "because of their new CIO", "lost Umbra: their new CIO"),
            ("praise Dama: good note", "Dana", "praise Dana Kim: good note"),
            ("praise Dama: good note", "yes", "praise Dana Kim: good note"),
            ("called umbra 31/31", "20 nov", "call Umbra, out, 2026-11-20 12:00"),
            ("Globex call friday", "todo", "commit Globex 2026-11-27: Globex call"),
            ("Globex call friday", "it is done", "call Globex, out, 2026-11-20 12:00"),
            ("spoke to Petra", "it was a meeting", "? noAccount"),
            ("spoke to Petra at Globex", "by phone", "call Globex, Petra Klein, two-way"),
            ("spoke to Petra at Globex", "phone", "call Globex, Petra Klein, two-way"),
        ] as [(String, String, String)])
    func completed(text: String, words: String, expected: String) throws {
        let asked = try #require(Chatting.replies(text).first?.unclear)
        let lines = Chatting.reader.lines(completing: asked.line, asked.reason, with: words)
        let read = lines.map(Chatting.read)
        #expect(read.first { !$0.hasPrefix("?") } ?? read.first == expected)
    }

    @Test(
        "an act, a question, a command and a statement about an account are a new message",
        arguments: [
            ("lost umbra", "how many accounts do I have left"),
            ("lost umbra", "called Petra"),
            ("lost umbra", "lost hooli"),
            ("lost umbra", "Jörg called me"),
            ("lost umbra", "list"),
            ("lost umbra", "away tomorrow"),
            ("hold umbra until friday", "spoke with Jörg"),
            ("hold umbra: new CIO", "friday is bad, I'm off"),
            ("next umbra: call Jörg", "today was hard"),
            ("met Carl", "Hooli signed"),
            ("called Joy", "Umbra cancelled"),
            ("met Carl", "Hooli: Lena decides"),
            ("next umbra friday", "acme logistics: monday instead"),
            ("next umbra friday", "2. sent it"),
            ("called umbra 31/31", "called umbra 24/30"),
            ("Globex call friday", "todo: call Petra"),
            ("Globex call friday", "CFO of Globex agreed to meet on 9 Dec"),
            ("spoke to Petra at Globex", "called Hooli"),
            ("lost umbra", "yes"), ("lost umbra", "ja"), ("lost umbra", "ok"), ("lost umbra", "see above"),
            ("lost umbra", "not Hooli, Initech"), ("lost umbra", "no wait, won"), ("lost umbra", "no, we won it"),
            ("lost umbra", "it isn't lost"), ("lost umbra", "I didn't mean that"), ("lost umbra", "actually keep it"),
            ("lost umbra", "not sure yet"), ("lost umbra", "Scherz"), ("lost umbra", "das war nicht gemeint"),
            ("lost umbra", "hold on"), ("lost umbra", "not lost"), ("lost umbra", "won"), ("lost umbra", "hm"),
            ("lost umbra", "friday"), ("lost umbra", "as I said"), ("lost umbra", "Jörg anrufen"),
            ("next umbra friday", "yes"), ("next umbra friday", "see above"),
            ("lost umbra", "email Tim tomorrow"), ("lost umbra", "call Jörg"),
            ("praise Bem: good note", "called Petra"), ("praise Bem: good note", "the audit"),
        ])
    func ownMessage(text: String, words: String) throws {
        let asked = try #require(Chatting.replies(text).first?.unclear)
        #expect(Chatting.reader.lines(completing: asked.line, asked.reason, with: words) == [])
    }

    @Test(
        "a correction may be said in many ways, and names one thing",
        arguments: [
            (
                "called Globex with Petra", "wrong, that was Thursday",
                "call Globex, Petra Klein, two-way, 2026-11-19 12:00"
            ),
            ("called Globex yesterday", "was on Friday not yesterday", "call Globex, out, 2026-11-20 12:00"),
            ("called Globex yesterday", "change it to Friday", "call Globex, out, 2026-11-20 12:00"),
            ("called Globex yesterday 10:00", "no, it was at 9", "call Globex, out, 2026-11-23 09:00"),
            ("called Globex with Petra", "no, Sam not Petra", "call Globex, Sam Porter, two-way"),
            ("called Globex with Petra", "also Sam", "call Globex, Petra Klein, Sam Porter, two-way"),
            ("called Globex with Petra", "ne, war ne Mail", "email Globex, Petra Klein, out"),
            ("called Globex", "falsch, war Umbra", "call Umbra, out"),
            ("met Petra and Sam at Globex", "no, only Sam", "meeting Globex, Sam Porter, two-way"),
            ("met Petra and Sam at Globex", "nur Sam", "meeting Globex, Sam Porter, two-way"),
            ("met Petra and Sam at Globex", "Sam wasn't there", "meeting Globex, Petra Klein, two-way"),
            ("met Petra and Sam at Globex", "not Sam", "meeting Globex, Petra Klein, two-way"),
            ("met Petra at Globex", "Sam was there too", "meeting Globex, Petra Klein, Sam Porter, two-way"),
            ("met Petra at Globex", "Sam war auch dabei", "meeting Globex, Petra Klein, Sam Porter, two-way"),
            ("met Petra and Sam at Globex", "without Sam", "meeting Globex, Petra Klein, two-way"),
            ("met Petra and Sam at Globex", "Sam war nicht dabei", "meeting Globex, Petra Klein, two-way"),
            ("called Acme Steel", "actually it was Acme Logistics", "call Acme Logistics, out"),
        ] as [(String, String, String)])
    func corrected(text: String, words: String, expected: String) throws {
        let line = try #require(Chatting.reader.line(correcting: text, with: words))
        #expect(Chatting.read(line) == expected)
    }
}
