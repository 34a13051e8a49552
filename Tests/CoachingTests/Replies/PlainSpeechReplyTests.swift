import Coaching
import Testing

@Suite("Days, names and contacts as people say them")
struct PlainSpeechReplyTests {
    @Test(
        "are read for what they are",
        arguments: [
            ("hold Next until fri: budget freeze", "hold Next AG 2026-11-27: budget freeze"),
            ("Next?", "show Next AG"),
            ("won Next", "won Next AG: won"),
            ("working from home tomorrow", "? noVerb"),
            ("gestern Jörg von Umbra getroffen um 10", "meeting Umbra, Jörg Weiß, two-way, 2026-11-23 10:00"),
            ("sent Petra at Globex the model yesterday", "email Globex, Petra Klein, out, 2026-11-23 12:00: model"),
            ("emailed the model to Globex on Monday", "email Globex, out, 2026-11-23 12:00: the model to Globex"),
            ("did a demo for Umbra on Monday", "demo Umbra, two-way, 2026-11-23 12:00"),
            ("1 already sent it yesterday", "email Initech, out, 2026-11-23 12:00: it"),
            ("Globex visit on 12 march", "? longAgo(2026-03-12)"),
            ("hold umbra until after christmas: freeze", "hold Umbra 2026-12-27: freeze"),
            ("hold umbra until january: freeze", "hold Umbra 2027-01-01: freeze"),
            ("hold umbra for a month: freeze", "hold Umbra 2026-12-24: freeze"),
            ("hold umbra until end of month: freeze", "hold Umbra 2026-11-30: freeze"),
            ("Pause Umbra bis KW 2: zu", "hold Umbra 2027-01-11: zu"),
            ("away 24/12", "away 2026-12-24..2026-12-24"),
            (
                "called Umbra and Hooli yesterday",
                "call Umbra, out, 2026-11-23 12:00 ## call Hooli, out, 2026-11-23 12:00"
            ),
            (
                "habe mit Petra von Globex am Telefon gesprochen", "call Globex, Petra Klein, two-way"
            ),
            ("Globex call was short", "call Globex, two-way: was short"),
            ("emailed Petra at Globex and got a reply", "email Globex, Petra Klein, two-way: and got a reply"),
            ("Umbra called, Tom is on holiday", "call Umbra, two-way: Tom is on holiday"),
            ("called Umbra and Hooli, Jörg wants a demo", "call Umbra, out: Jörg wants a demo ## call Hooli, out"),
            ("called Umbra and Hooli, Petra wants a demo", "? several Umbra, Hooli"),
            (
                "emailed Umbra and Hooli about the event",
                "email Umbra, out: about the event ## email Hooli, out: about the event"
            ),
            (
                "called Petra at Globex; emailed Tim at Initech; called Jörg at Umbra",
                "call Globex, Petra Klein, two-way ## email Initech, Tim Kuhn, out ## call Umbra, Jörg Weiß, two-way"
            ),
            ("mit der Petra von Globex telefoniert", "call Globex, Petra Klein, two-way"),
            ("Tim expects it by Friday", "? meant(\"1: Tim expects it by Friday\")"),
            ("can't make the huddle", "? huddleMissed"),
            ("I'm at the doctor tomorrow", "away 2026-11-25..2026-11-25: at the doctor"),
            ("not working monday", "away 2026-11-30..2026-11-30"),
            ("I'm back", "back"),
            ("wieder gesund", "back"),
            ("ich bin am Freitag nicht da", "away 2026-11-27..2026-11-27"),
            ("frei am 24.12.", "away 2026-12-24..2026-12-24"),
            ("conference on thursday and friday", "away 2026-11-26..2026-11-27: conference"),
            ("tried calling hooli 3 times no answer", "call Hooli, out: 3 times no answer"),
            ("Umbra didn't answer", "call Umbra, out: didn't answer"),
            ("left a voicemail for Vera Berg at Umbra", "call Umbra, new Vera Berg, out"),
            ("Mailbox bei Umbra", "call Umbra, out"),
            ("pinged Sam at Globex", "social Globex, Sam Porter, out"),
            ("cold called Hooli", "call Hooli, out"),
            ("lunch at Umbra", "meeting Umbra, two-way"),
            ("war gestern bei Umbra", "visit Umbra, two-way, 2026-11-23 12:00"),
        ] as [(String, String)])
    func read(text: String, expected: String) {
        #expect(Chatting.read(text) == expected)
    }

    /// Monday Motors, March Foods and Will & Sons know May, June and Will.
    private let names = ReplyNames(
        own: [
            .init(1, "Monday Motors"), .init(2, "March Foods"), .init(3, "Will & Sons"), .init(4, "1&1"),
            .init(5, "Next"),
            .init(6, "Müller & Co"), .init(7, "Müller Maschinenbau"), .init(8, "Home Depot"), .init(9, "Best Buy"),
            .init(10, "Called Out"),
        ],
        items: [1: 9],
        stakeholders: [
            1: [.init(11, "May Hill")], 2: [.init(12, "June Carter")], 3: [.init(13, "Will Turner")],
            7: [.init(14, "Sabine Kurz")],
        ])

    @Test(
        "names that are words, days and numbers are names where a name stands",
        arguments: [
            ("called May at Monday Motors", 1), ("met June at March Foods", 2), ("called Will from Will & Sons", 3),
            ("called 1&1", 4), ("met Next", 5), ("Anruf Müller mit Sabine", 7), ("called Home Depot", 8),
            ("met Best Buy", 9),
            ("Called Out called, Tom is on holiday", 10),
        ] as [(String, RowID)])
    func named(text: String, account: RowID) throws {
        guard case .activity(let activity) = Chatting.replies(text, names: names).first else {
            Issue.record("no activity")
            return
        }
        #expect(activity.account == account)
    }

    @Test(
        "and are none within a sentence",
        arguments: [
            "Müller angerufen", "verloren Müller: Preis", "all the best", "working from home tomorrow",
            "Petra will introduce us to the CFO next week",
        ])
    func unnamed(text: String) {
        #expect(Chatting.replies(text, names: names).allSatisfy { $0.unclear != nil })
        #expect(ReplyNote(text, names) == nil)
    }

    @Test("an account of numbers is no item", arguments: [("1&1?", RowID(4)), ("Next?", 5)])
    func shown(text: String, account: RowID) {
        #expect(Chatting.replies(text, names: names) == [.show(account: account)])
    }

    @Test("an account's step goes by its name, whatever day that is")
    func step() {
        let replies = Chatting.replies("next monday motors friday: call May", names: names)
        #expect(replies == [.nextStep(account: 1, text: "call May", on: "2026-11-27")])
    }
}
