/// What "help" answers in the chat: each act by one example, short enough for a phone.
package enum ReplyHelp {
    /// - Parameter isLeader: With what only leaders say.
    package static func lines(isLeader: Bool, in language: Language) -> [Phrase] {
        [
            language.say(
                "One act a line, in your own words. For example", "Eine Sache je Zeile, in deinen Worten. Zum Beispiel")
        ]
            + examples(isLeader: isLeader, in: language).map { "\(words: $0.act): \(words: $0.line)" }
            + [
                language.say(
                    "To see: Globex?, list, plan. The last one set right: no, it was Umbra. Taken back: undo",
                    "Nachsehen: Globex?, Liste, Plan. Das Letzte richtig: nein, das war Umbra. Zurück: rückgängig")
            ]
    }

    /// The examples as they can be typed, with what they are of.
    static func examples(isLeader: Bool, in language: Language) -> [(act: String, line: String)] {
        let english = [
            ("Contact", "called Petra at Globex yesterday 16:20, wants the audit"),
            ("By item number", "1 emailed Jonas: the model"),
            ("Next step", "next Globex: send the note, fri"),
            ("Milestone", "done CFO met at Globex · milestone Globex: pilot agreed, 20 Dec"),
            ("Rest", "hold Globex until fri: new CIO"),
            ("Your word", "today Globex demo · kept Globex demo · moved Globex demo to thu"),
            ("Help from the team", "ask Globex: who has met a CFO?"),
            ("Help for the team", "answer Dana: I have, at two"),
            ("Knowledge", "who Globex: Jonas Berg, user · know Globex pain: trucks wait"),
            ("On and off the list", "add Cyberdyne to my list: audit in May · lost Globex: they were bought"),
            ("Leave", "away mon to fri · sick today"),
        ]
        let german = [
            ("Kontakt", "gestern 16:20 Petra von Globex angerufen, will das Audit"),
            ("Per Nummer", "1 Jonas gemailt: das Modell"),
            ("Nächster Schritt", "nächster Schritt Globex: Notiz schicken, Fr"),
            ("Meilenstein", "erreicht: CFO met bei Globex · Meilenstein Globex: Pilot, 20. Dez."),
            ("Ruhe", "Globex ruht bis Freitag: neuer CIO"),
            ("Dein Wort", "heute Globex Demo · erledigt Globex Demo · verschoben Globex Demo auf Do"),
            ("Hilfe vom Team", "Frage zu Globex: wer kennt einen CFO?"),
            ("Hilfe fürs Team", "Antwort an Dana: ich, um zwei"),
            ("Wissen", "wer Globex: Jonas Berg, Nutzer · wissen Globex Problem: LKW warten"),
            ("Auf und von der Liste", "Cyberdyne hinzufügen: Audit im Mai · verloren Globex: wurde gekauft"),
            ("Abwesend", "Urlaub Mo bis Fr · heute krank"),
        ]
        let ofLeaders = [
            ("Talk, praise", "talk Dana: Globex · praise Dana: the audit note"),
            ("Promise, support", "promise Dana: a word with Globex, by fri · support Globex: joined the call"),
        ]
        let ofGermanLeaders = [
            ("Gespräch, Lob", "Gespräch Dana: Globex · Lob Dana: die Notiz zum Audit"),
            ("Zusage, Hilfe", "versprochen Dana: Anruf bei Globex bis Fr · unterstützt Globex: Anruf begleitet"),
        ]
        return switch language {
        case .english: english + (isLeader ? ofLeaders : [])
        case .german: german + (isLeader ? ofGermanLeaders : [])
        }
    }
}
