import CivilTime
import Coaching
import Testing

@Suite("What is said, kept, moved and asked")
struct SaidReplyTests {
    @Test(
        "is read as it was typed",
        arguments: [
            ("today Hooli demo", "commit Hooli 2026-11-24: Hooli demo"),
            ("today: Globex, Umbra and Hooli", "commit 2026-11-24: Globex, Umbra and Hooli"),
            ("tomorrow: call Duff", "commit Duff Beer GmbH 2026-11-25: call Duff"),
            ("heute Globex Demo", "commit Globex 2026-11-24: Globex Demo"),
            ("morgen Duff anrufen", "commit Duff Beer GmbH 2026-11-25: Duff anrufen"),
            ("morgen früh Duff anrufen", "commit Duff Beer GmbH 2026-11-25: Duff anrufen"),
            ("today call Globex about Friday", "commit Globex 2026-11-24: call Globex about Friday"),
            ("2 tomorrow: send the model", "commit Acme Logistics 2026-11-25: send the model"),
            ("I'll call Duff tomorrow", "commit Duff Beer GmbH 2026-11-25: call Duff"),
            ("I will send Umbra the model by fri", "commit Umbra 2026-11-27: send Umbra the model"),
            ("will call Duff", "commit Duff Beer GmbH -: call Duff"),
            ("ich werde Umbra das Modell schicken bis freitag", "commit Umbra 2026-11-27: Umbra das Modell schicken"),
            ("kept Hooli demo", "kept: Hooli demo"),
            ("kept", "kept: "),
            ("Hooli demo kept", "kept: Hooli demo"),
            ("erledigt: Hooli Demo", "kept: Hooli Demo"),
            ("Hooli Demo erledigt", "kept: Hooli Demo"),
            ("2 kept", "kept: Acme Logistics"),
            ("moved Hooli demo to thu", "milestone Hooli 2026-11-26: Demo"),
            ("Hooli demo moved to fri", "milestone Hooli 2026-11-27: Demo"),
            ("Hooli Demo auf Freitag verschoben", "milestone Hooli 2026-11-27: Demo"),
            ("verschoben: Hooli Demo auf do", "milestone Hooli 2026-11-26: Demo"),
            ("2 moved to thu", "moved 2026-11-26: Acme Logistics"),
            ("moved Hooli demo", "moved -: Hooli demo"),
            ("ask: who has met a CFO in energy?", "ask: who has met a CFO in energy?"),
            ("ask Tyrell: who has met a CFO?", "ask Tyrell: who has met a CFO?"),
            ("ask who knows the CFO at Tyrell", "ask Tyrell: who knows the CFO at Tyrell"),
            ("1 ask: who knows their CIO?", "ask Initech: who knows their CIO?"),
            ("Frage zu Tyrell: wer kennt den CFO?", "ask Tyrell: wer kennt den CFO?"),
            ("frage: kennt jemand den CFO bei Tyrell?", "ask Tyrell: kennt jemand den CFO bei Tyrell?"),
            ("help wanted: CFO intro at Globex", "ask Globex: CFO intro at Globex"),
            ("Hilfe bei Globex: wer kennt den CFO?", "ask Globex: wer kennt den CFO?"),
            ("answer Dana: I have, call me", "answer Dana Kim: I have, call me"),
            ("answer Dan: yes", "answer Dana Kim: yes"),
            ("Antwort an Dana: ja, ich", "answer Dana Kim: ja, ich"),
        ] as [(String, String)])
    func said(text: String, expected: String) {
        #expect(Chatting.read(text) == expected)
    }

    @Test(
        "is not read into small talk",
        arguments: [
            ("today was hard", "? noVerb"),
            ("heute war nichts los", "? noVerb"),
            ("heute keine Zeit", "? noVerb"),
            ("tomorrow I'm off", "? noVerb"),
            ("morgen bin ich weg", "? noVerb"),
            ("today", "? textMissing"),
            ("today Hooli demo?", "? question"),
            ("I will think about it", "? noVerb"),
            ("I'll be late", "? noVerb"),
            ("will Globex sign?", "show Globex"),
            ("Will called Globex", "? noVerb"),
            ("kept you waiting", "? noVerb"),
            ("kept talking to Globex about price", "? noVerb"),
            ("not kept", "? notDone"),
            ("nicht erledigt", "? notDone"),
            ("moved on", "? noVerb"),
            ("moved Hooli demo to next week", "? notADate next week"),
            ("moved Hooli demo to 1 Nov", "? dateOver 2026-11-01"),
            ("moved Hooli demo to next friday", "? whichDay 2026-11-27, 2026-12-04"),
            ("Globex moved to Berlin", "? noVerb"),
            ("who has met a CFO?", "? meant(\"ask: who has met a CFO?\")"),
            ("ask Globex about budget", "? noVerb"),
            ("Frage mich ob das was wird", "? noVerb"),
            ("ask:", "? textMissing"),
            ("answer Zoe: yes", "? personUnknown Zoe"),
            ("answer Ben: yes", "? several Ben Okafor, Ben Arnold"),
            ("answer Dana", "? textMissing"),
            ("answer is no", "? noVerb"),
        ] as [(String, String)])
    func unclear(text: String, expected: String) {
        #expect(Chatting.read(text) == expected)
        #expect(Chatting.replies(text).filter { !$0.isUnclear } == [])
    }
}
