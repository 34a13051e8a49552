import Coaching
import Testing

@Suite("What is nearly an act, and what changes a list")
struct ProposedReplyTests {
    @Test(
        "is proposed, done where it is plain, or asked for what is missing",
        arguments: [
            ("Globex signed!!", "? meant(\"won Globex\")"),
            ("Umbra closed", "? meant(\"won Umbra\")"),
            ("we closed Globex", "? meant(\"won Globex\")"),
            ("got the PO from Umbra", "? meant(\"won Umbra\")"),
            ("haben Umbra gewonnen", "? meant(\"won Umbra\")"),
            ("Umbra hat unterschrieben!!!", "? meant(\"won Umbra\")"),
            ("Globex signed the NDA", "? noVerb"),
            ("Globex went with a competitor", "? meant(\"lost Globex: went with a competitor\")"),
            ("Umbra said no", "? meant(\"lost Umbra: said no\")"),
            ("Hooli: not interested", "? meant(\"lost Hooli: not interested\")"),
            ("they went with a competitor", "? noAccount"),
            (
                "Umbra hat sich für die Konkurrenz entschieden",
                "? meant(\"lost Umbra: hat sich für die Konkurrenz entschieden\")"
            ),
            ("lost the Umbra deal", "? reasonMissing"),
            ("add Cyberdyne to my list", "? fitMissing(\"Cyberdyne\")"),
            ("add Cyberdyne to my list: audit in May", "select Cyberdyne: audit in May"),
            ("add Umbra to my list", "show Umbra"),
            ("Siemens hinzufügen", "? fitMissing(\"Siemens\")"),
            ("add Gringotts to my list", "select Gringotts"),
            ("reopen Gringotts", "select Gringotts"),
            ("resume Gringotts", "select Gringotts"),
            ("take Umbra off", "? reasonMissing"),
            ("remove Acme Steel from the list", "? reasonMissing"),
            ("drop Umbra from my list", "? reasonMissing"),
            ("swap Umbra for Gringotts", "select Gringotts instead of Umbra"),
            ("swap Umbra for Cyberdyne: audit in May", "select Cyberdyne instead of Umbra: audit in May"),
            ("Globex next step done", "step done Globex"),
            ("done send the model Globex", "step done Globex"),
            ("send the model moved to friday", "next Globex 2026-11-27: send the model"),
            ("cfo met pushed to the 15th", "? several Globex, Acme Logistics"),
            ("move globex cfo met to 15 dec", "milestone Globex 2026-12-15: CFO met"),
            ("skip CFO met at Globex", "? reasonMissing"),
            ("skip CFO met at Globex: their CEO decides", "skip Globex CFO met: their CEO decides"),
            ("CFO met at Globex yesterday", "? meant(\"done CFO met at Globex yesterday\")"),
            ("add milestone contract signed at Globex by 20 dec", "milestone Globex 2026-12-20: contract signed"),
            ("reopen CFO met at Globex", "reopen Globex CFO met"),
            ("Petra forwarded us to the CFO of Globex, meeting on 3 Dec", "? meant(\"3 Dec: meeting (Globex)\")"),
            ("Hooli demo is on friday", "? meant(\"friday: Hooli demo\")"),
            ("remind me to call Umbra on thursday", "? meant(\"thursday: call Umbra\")"),
            ("followup initech 10 dec", "? meant(\"10 dec: followup initech\")"),
            ("send pricing to Sam tomorrow", "? meant(\"tomorrow: send pricing to Sam (Globex)\")"),
            ("muss morgen Sam anrufen", "? meant(\"morgen: Sam anrufen (Globex)\")"),
            ("Umbra am Freitag anrufen", "? meant(\"Freitag: Umbra anrufen\")"),
            (
                "need help with Initech — who knows procurement there?",
                "? meant(\"ask Initech: need help with Initech — who knows procurement there?\")"
            ),
            ("can someone help me with Globex?", "? meant(\"ask Globex: can someone help me with Globex?\")"),
            (
                "brauche Hilfe bei Umbra, wer kennt den Einkauf?",
                "? meant(\"ask Umbra: brauche Hilfe bei Umbra, wer kennt den Einkauf?\")"
            ),
            ("kann mir jemand bei Umbra helfen?", "? meant(\"ask Umbra: kann mir jemand bei Umbra helfen?\")"),
            ("Umbra ist gewonnen", "? meant(\"won Umbra\")"),
            ("1 need help", "? meant(\"ask Initech: need help\")"),
            ("1 help", "? meant(\"ask Initech: who can help here?\")"),
            ("Tim left Initech, his successor is Paul Green", "? meant(\"who Initech: Tim Kuhn left\")"),
            ("who Initech: Tim Kuhn left", "left Initech: Tim Kuhn"),
            ("Tim has left the company", "? meant(\"who Initech: Tim Kuhn left\")"),
            ("Tim left Initech for Hooli", "? meant(\"who Initech: Tim Kuhn left\")"),
            ("Tim left the meeting early", "? meant(\"1: Tim left the meeting early\")"),
            ("Tim is leaving in March", "? meant(\"1: Tim is leaving in March\")"),
            ("Tim left us a voicemail at Initech", "? noVerb"), ("Tim verlässt Initech im März", "? noVerb"),
            ("CFO-Termin bei Globex erledigt", "? meant(\"done CFO met at Globex\")"),
            ("CFO met bei Globex erledigt", "done Globex CFO met 2026-11-24"),
            ("add Siemens: audit in May", "? meant(\"add Siemens to my list: audit in May\")"),
            ("Siemens zu meiner Liste: Audit im Mai", "? meant(\"add Siemens to my list: Audit im Mai\")"),
            ("add Petra: she decides", "? noVerb"),
            ("add Siemens because they audit in May", "? meant(\"add Siemens to my list: they audit in May\")"),
            ("CFO-Termin bei Globex geschafft", "? meant(\"done CFO met at Globex\")"),
            ("CFO meeting at Globex done", "? meant(\"done CFO met at Globex\")"),
            ("Tim hat Initech verlassen", "? meant(\"who Initech: Tim Kuhn left\")"),
            ("Jörg left for lunch", "? meant(\"3: Jörg left for lunch\")"),
            ("could you remind me friday to call Jörg?", "? meant(\"friday: call Jörg (Umbra)\")"),
            ("remind me next week to call Jörg", "? notADate next week"),
            ("erinnere mich am freitag Jörg anzurufen", "? meant(\"freitag: Jörg anzurufen (Umbra)\")"),
            ("Jens Kuhn ist der neue CFO bei Hooli", "? meant(\"who Hooli: Jens Kuhn\")"),
            ("Tim ist unser Champion", "? meant(\"who Initech: Tim Kuhn, champion\")"),
            ("Umbra ist an die Konkurrenz gegangen", "? meant(\"lost Umbra: ist an die Konkurrenz gegangen\")"),
            (
                "wer hat schon mal mit einem CFO gesprochen?",
                "? meant(\"ask: wer hat schon mal mit einem CFO gesprochen?\")"
            ),
            ("Termin mit Tim am Mittwoch um 10", "? doneOrPlanned"),
            ("what do I have to do today?", "plan"),
            ("Umbra isn't a fit", "? meant(\"drop Umbra: isn\\'t a fit\")"),
            ("Umbra is dead, they went with SAP", "? meant(\"lost Umbra: is dead, they went with SAP\")"),
            ("new contact at Globex: Nina Vogt, head of IT", "? meant(\"who Globex: Nina Vogt\")"),
            ("Nina Vogt joined Globex as CIO", "? meant(\"who Globex: Nina Vogt\")"),
            ("can you remind me friday to call Jörg", "? meant(\"friday: call Jörg (Umbra)\")"),
            ("who can help with Umbra?", "? meant(\"ask Umbra: who can help with Umbra?\")"),
            ("Umbra pain: late trucks", "know Umbra, pain and its cost: late trucks"),
            ("Globex's budget is 40k", "? noVerb"),
            ("new CFO at Initech: Milton Waddams", "? meant(\"who Initech: Milton Waddams\")"),
            ("champion at Initech is Tim", "who Initech: Tim Kuhn, champion"),
            ("Tim ist jetzt Champion", "? meant(\"who Initech: Tim Kuhn, champion\")"),
            ("Frau Weiß hat gekündigt", "? noVerb"),
            ("1 skip", "? itemStays(\"Initech\")"),
            ("1 next week", "? itemStays(\"Initech\")"),
            ("1 remind me later", "? itemStays(\"Initech\")"),
            ("1 not my account anymore", "? meant(\"drop Initech: not my account anymore\")"),
        ] as [(String, String)])
    func proposed(text: String, expected: String) {
        #expect(Chatting.read(text) == expected)
    }

    @Test(
        "what is proposed is read once it is agreed to",
        arguments: [
            "Globex signed!!",
            "Umbra closed",
            "we closed Globex",
            "got the PO from Umbra",
            "haben Umbra gewonnen",
            "Umbra hat unterschrieben!!!",
            "Globex went with a competitor",
            "Umbra said no",
            "Hooli: not interested",
            "Umbra hat sich für die Konkurrenz entschieden",
            "CFO met at Globex yesterday",
            "Petra forwarded us to the CFO of Globex, meeting on 3 Dec",
            "Hooli demo is on friday",
            "remind me to call Umbra on thursday",
            "followup initech 10 dec",
            "send pricing to Sam tomorrow",
            "muss morgen Sam anrufen",
            "Umbra am Freitag anrufen",
            "need help with Initech — who knows procurement there?",
            "can someone help me with Globex?",
            "brauche Hilfe bei Umbra, wer kennt den Einkauf?",
            "1 need help",
            "1 help",
            "Tim left Initech, his successor is Paul Green",
            "new CFO at Initech: Milton Waddams",
            "Tim ist jetzt Champion",
            "1 not my account anymore",
        ])
    func agreed(text: String) throws {
        let asked = try #require(Chatting.replies(text).first?.unclear)
        let line = try #require(Chatting.reader.lines(completing: asked.line, asked.reason, with: "yes").first)
        #expect(Chatting.replies(line).map(\.isUnclear) == [false])
    }

    @Test(
        "goes on with what was missing",
        arguments: [
            ("they went with a competitor", "Hooli", "? meant(\"lost Hooli: they went with a competitor\")"),
            ("lost the Umbra deal", "price", "lost Umbra: price"),
            ("add Cyberdyne to my list", "audit in May", "select Cyberdyne: audit in May"),
            ("drop Umbra from my list", "no budget", "dropped Umbra: no budget"),
            ("cfo met pushed to the 15th", "Globex", "milestone Globex 2026-12-15: CFO met"),
            ("skip CFO met at Globex", "their CEO decides", "skip Globex CFO met: their CEO decides"),
        ] as [(String, String, String)])
    func completed(text: String, words: String, expected: String) throws {
        let asked = try #require(Chatting.replies(text).first?.unclear)
        let lines = Chatting.reader.lines(completing: asked.line, asked.reason, with: words)
        let read = lines.map(Chatting.read)
        #expect(read.first { !$0.hasPrefix("?") } ?? read.first == expected)
    }
}
