import CivilTime

/// What coachd answers to what somebody wrote: that it was noted, as it was understood, so that a mistake is seen at once.
package struct ReplyText: Sendable {
    package let language: Language
    private let zone: Zone
    let words: DateWords

    package init(in language: Language, zone: Zone, at now: Instant) {
        self.language = language
        self.zone = zone
        words = DateWords(today: zone.date(at: now), in: language)
    }

    /// What a message says that can be answered.
    package var invitation: Phrase {
        language.say(
            "You can answer right here, such as \"1 called: what came of it\". help lists what else.",
            "Du kannst gleich hier antworten, etwa „1 angerufen: was dabei herauskam“. Hilfe sagt, was noch geht.")
    }

    /// "Thu 26 Nov".
    func dated(_ date: CivilDate) -> String { words.dated(date) }

    // MARK: Activity

    /// "Noted: call with Jonas, Acme Logistics, today 10:05, for CFO met."
    package func noted(
        _ kind: ActivityKind, _ direction: Direction?, with people: [String], at account: String,
        for milestone: String?, at instant: Instant
    ) -> Phrase {
        let local = zone.local(instant)
        // Noon is what a day without a time stands for.
        let isDayOnly = local.date != words.today && local.time == TimeOfDay(hour: 12)
        let time = Phrase(words: words.said(local.date) + (isDayOnly ? "" : " \(local.time.toTheMinute)"))
        let serves = milestone.map { language.say(", for \(language.title($0))", ", für \(language.title($0))") } ?? ""
        let act = self.act(kind, direction, with: people)
        return language.say("Noted: ", "Notiert: ") + act + ", \(account), " + (time + serves).asSentence
    }

    private func act(_ kind: ActivityKind, _ direction: Direction?, with people: [String]) -> Phrase {
        let noun = Phrase(words: language.noun(of: kind))
        let isTwoWay = direction == .twoWay
        if !people.isEmpty {
            let names = people.map { "\($0)" as Phrase }.listed(in: language)
            return isTwoWay
                ? noun + language.say(" with \(names)", " mit \(names)")
                : noun + language.say(" to \(names)", " an \(names)")
        }
        guard kind.isTouch, !kind.isTogether else { return noun }
        return isTwoWay
            ? noun + language.say(", answered", ", beantwortet")
            : noun + language.say(", not answered yet", ", noch ohne Antwort")
    }

    package func firstTouch(of account: String) -> Phrase {
        language.say("It is the first touch of \(account).", "Das ist der erste Kontakt mit \(account).")
    }

    package func moving(_ account: String) -> Phrase {
        language.say("\(account) is moving again.", "\(account) ist wieder in Bewegung.")
    }

    package func unknown(_ name: String, at account: String) -> Phrase {
        language.say(
            "\(name) is new at \(account). To keep the name: who \(account): \(name)",
            "\(name) ist neu bei \(account). So bleibt der Name: wer \(account): \(name)")
    }

    /// "Today: 3 of 6 touches."; nil where nothing is planned.
    package func score(of plan: [PlanLine], done: [ActivityKind: Int]) -> Phrase? {
        language.score(of: plan, done: done).map { score in
            language.say("Today: \(words: score).", "Heute: \(words: score).")
        }
    }

    // MARK: The project

    package func nextStep(_ text: String, at account: String, on date: CivilDate) -> Phrase {
        let day = Phrase(words: words.said(date))
        return language.say("Next step at \(account): \(text), ", "Nächster Schritt bei \(account): \(text), ")
            + day.asSentence
    }

    package func reached(_ milestone: String, at account: String, on date: CivilDate) -> Phrase {
        let day = Phrase(words: words.said(date))
        return language.say("Reached at \(account): \(milestone), ", "Erreicht bei \(account): \(milestone), ")
            + day.asSentence
    }

    package func rests(_ account: String, until date: CivilDate, because reason: String) -> Phrase {
        let day = Phrase(words: words.said(date))
        return language.say("\(account) rests until ", "\(account) ruht bis ") + day + ": \(reason.withoutFullStop)."
    }

    package func isBack(_ account: String) -> Phrase {
        language.say("\(account) is back in the work of the day.", "\(account) ist wieder Teil der täglichen Arbeit.")
    }

    package func restsNot(_ account: String) -> Phrase {
        language.say("\(account) does not rest.", "\(account) ruht nicht.")
    }

    package func known(_ topic: String, of account: String, _ text: String) -> Phrase {
        language.say("Noted for \(account), \(topic): \(text)", "Notiert zu \(account), \(topic): \(text)")
    }

    package func stakeholder(_ name: String, _ role: StakeholderRole?, at account: String, isNew: Bool) -> Phrase {
        let part: Phrase = role.map { " (\(words: language.label(of: $0)))" } ?? ""
        return isNew
            ? language.say("New at \(account): \(name)", "Neu bei \(account): \(name)") + part + "."
            : language.say("\(account): \(name)", "\(account): \(name)") + part + "."
    }

    // MARK: What is said

    package func said(_ text: String, about account: String?, on date: CivilDate) -> Phrase {
        let day = Phrase(words: words.said(date))
        let about: Phrase = account.map { " (\($0))" } ?? ""
        return language.say("Said for ", "Gesagt für ") + day + ": \(text)" + about
    }

    package func kept(_ text: String) -> Phrase { language.say("Kept: \(text)", "Gehalten: \(text)") }

    package func moved(_ text: String, to date: CivilDate) -> Phrase {
        let day = Phrase(words: words.said(date))
        return language.say("Moved to ", "Verschoben auf ") + day + ": \(text)"
    }

    /// Why it stands on a later day.
    package func dayOff(_ date: CivilDate) -> Phrase {
        Phrase(words: words.dated(date)) + language.say(" is a day off for you.", " ist bei dir frei.")
    }

    package func asked(_ text: String, about account: String?) -> Phrase {
        let about: Phrase = account.map { " (\($0))" } ?? ""
        return language.say("It stands in the next huddle: \(text)", "Es steht im nächsten Huddle: \(text)") + about
    }

    package func answered(_ ask: String, of name: String) -> Phrase {
        language.say("Noted as your answer to \(name): ", "Notiert als deine Antwort an \(name): ")
            + language.quoted(ask) + "."
    }

    package func promised(_ text: String, to name: String?, by date: CivilDate?) -> Phrase {
        let day: Phrase = date.map { Phrase(words: words.said($0)) } ?? ""
        let receiver: Phrase = name.map { language.say(" to \($0)", " für \($0)") } ?? ""
        return language.say("Promised", "Versprochen") + receiver + (date == nil ? "" : ", " + day) + ": \(text)"
    }

    /// Nothing open fits, or several do.
    package func choice(of open: [String]) -> Phrase {
        guard !open.isEmpty else {
            return language.say("Nothing that you said is open.", "Nichts, was du gesagt hast, ist offen.")
        }
        return language.say("Which one? ", "Was davon? ") + row(open)
    }

    /// Nobody's ask is open, or several of his are.
    package func choice(of asks: [String], askedBy name: String) -> Phrase {
        asks.isEmpty
            ? language.say("\(name) has no open ask.", "Von \(name) ist keine Frage offen.")
            : language.say(
                "\(name) asked more than one thing; a word of it says which: ",
                "\(name) hat mehreres gefragt; ein Wort daraus sagt, was gemeint ist: ") + row(asks)
    }

    private func row(_ texts: [String]) -> Phrase {
        texts.map { language.quoted($0) }.joined(", ", atMost: 5, in: language)
    }

    package func askedOfOne(_ name: String) -> Phrase {
        language.say(
            "Not noted: the whole huddle hears an ask. What is for \(name) alone is best written to \(name); to ask all, leave out the name.",
            "Nicht notiert: eine Frage hört das ganze Huddle. Was nur für \(name) ist, schreibst du \(name) am besten direkt; für alle lass den Namen weg."
        )
    }

    // MARK: The leader

    package func talked(with name: String, about account: String?) -> Phrase {
        let about: Phrase = account.map { ", \($0)" } ?? ""
        return language.say(
            "Noted for the two of you: talk with \(name)", "Notiert für euch beide: Gespräch mit \(name)") + about + "."
    }

    package func praised(_ name: String, _ text: String) -> Phrase {
        language.say("Praise for \(name): \(text)", "Lob für \(name): \(text)")
    }

    package func supported(_ account: String, of name: String) -> Phrase {
        language.say(
            "Noted for you and \(name): support on \(account).",
            "Notiert für dich und \(name): Unterstützung bei \(account).")
    }

    package var leadersOnly: Phrase {
        language.say("That is for whoever leads the team.", "Das ist Sache derer, die das Team leiten.")
    }

    package func notYours(_ account: String, _ owner: String?) -> Phrase {
        owner.map {
            language.say("\(account) is on the list of \($0).", "\(account) steht auf der Liste von \($0).")
        } ?? language.say("\(account) is on nobody's list.", "\(account) steht auf keiner Liste.")
    }

    // MARK: The day

    /// What sets right an act that no word can.
    package var howToCorrect: Phrase {
        language.say(
            "Nothing is changed. undo takes the last one back; then write it anew.",
            "Nichts ist geändert. rückgängig nimmt das Letzte zurück; dann schreib es neu.")
    }

    /// What keeps messages away.
    package var howToStop: Phrase {
        language.say(
            "\"away today\" or \"away mon to fri\" keeps the messages away; an account that should rest is held: hold Globex until fri: why. For less of all, talk with whoever leads you.",
            "„Urlaub heute“ oder „Urlaub Mo bis Fr“ hält die Nachrichten fern; ein Kunde, der ruhen soll, wird pausiert: Globex ruht bis Fr: warum. Für weniger von allem sprich mit deiner Leitung."
        )
    }

    package var noPlan: Phrase { language.say("Nothing is planned for today.", "Für heute ist nichts geplant.") }

    package func away(from first: CivilDate, through last: CivilDate) -> Phrase {
        let (start, end) = (Phrase(words: words.said(first)), Phrase(words: words.said(last)))
        let span = first == last ? start : start + language.say(" to ", " bis ") + end
        return language.say("You are away ", "Du bist weg: ") + span.asSentence
            + language.say(" Nothing comes then.", " So lange kommt nichts.")
    }

    /// - Parameter words: Nil where it is what stands above it in the same message.
    package func takenBack(_ words: String?) -> Phrase {
        guard let words else { return language.say("All of that is taken back.", "Das alles ist zurückgenommen.") }
        return language.say("Taken back: ", "Zurückgenommen: ") + language.quoted(words) + "."
    }

    /// Somebody has gone on from all that it did.
    package func goneOn(_ words: String?) -> Phrase {
        language.say("Left as it is, for it was changed since", "Bleibt, wie es ist, denn es wurde seither geändert")
            + (words.map { ": " + language.quoted($0) } ?? "") + "."
    }

    /// Somebody has gone on from a part of it.
    package func takenBackInPart(_ words: String?) -> Phrase {
        takenBack(words)
            + language.say(
                " But what was changed since stays as it is.", " Doch was seither geändert wurde, bleibt, wie es ist.")
    }

    package var nothingToTakeBack: Phrase {
        language.say("There is nothing of this week to take back.", "Aus dieser Woche gibt es nichts zurückzunehmen.")
    }

    // MARK: What is no act

    /// The topic under which is kept what was said of an account without being an act.
    package var notes: String { language.word("notes", "Notizen") }

    package func keptInMind(_ words: String, of account: String) -> Phrase {
        language.say("Kept for \(account): \(words)", "Gemerkt zu \(account): \(words)")
    }

    package func notesAreFull(_ account: String) -> Phrase {
        language.say(
            "The notes of \(account) are full. What you know has places of its own: know \(account) pain: …",
            "Die Notizen zu \(account) sind voll. Was du weißt, hat eigene Plätze: wissen \(account) Problem: …")
    }

    package func offersToKeep(_ account: String) -> Phrase {
        language.say(
            "To keep it among the notes of \(account), write yes.", "Um es bei \(account) zu merken, schreib ja.")
    }

    /// What coachd could not do, with the words that it did not take.
    package var failed: Phrase {
        language.say(
            "That could not be noted. The operator sees why.",
            "Das ließ sich nicht notieren. Wer coachd betreibt, sieht warum.")
    }
}
