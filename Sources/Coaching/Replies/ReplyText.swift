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

    /// "yesterday 16:20", "today 9:05"; "Mon 30 Nov" of a day without a time.
    func moment(_ instant: Instant) -> Phrase {
        let local = zone.local(instant)
        // Noon is what a day without a time stands for.
        let isDayOnly = local.date != words.today && local.time == TimeOfDay(hour: 12)
        return Phrase(words: words.said(local.date) + (isDayOnly ? "" : " \(local.time.toTheMinute)"))
    }

    // MARK: Activity

    /// "Noted: call with Jonas, Acme Logistics, today 10:05, for CFO met."
    package func noted(
        _ kind: ActivityKind, _ direction: Direction?, with people: [String], at account: String,
        for milestone: String?, at instant: Instant
    ) -> Phrase {
        let time = moment(instant)
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

    /// Somebody tried, and was not answered yet.
    package func hearsAgain(_ account: String) -> Phrase {
        language.say("\(account) has heard from you again.", "\(account) hat wieder von dir gehört.")
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
        let about: Phrase = account.map { text.contains($0) ? "" : " (\($0))" } ?? ""
        return language.say("Said for ", "Gesagt für ") + day + ": \(text)" + about
    }

    /// What has no account is read out as well.
    package var isHeard: Phrase { language.say("It stands in the next huddle.", "Es steht im nächsten Huddle.") }

    package func kept(_ text: String) -> Phrase { language.say("Kept: \(text)", "Gehalten: \(text)") }

    package func moved(_ text: String, to date: CivilDate) -> Phrase {
        let day = Phrase(words: words.said(date))
        return language.say("Moved to ", "Verschoben auf ") + day + ": \(text)"
    }

    package func dropped(_ text: String) -> Phrase {
        language.say("Not to be done any more: \(text)", "Nicht mehr zu tun: \(text)")
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

    // MARK: What is no act

    /// The topic under which is kept what was said of an account without being an act.
    package var notes: String { language.word("notes", "Notizen") }

    package func keptInMind(_ words: String, of account: String) -> Phrase {
        language.say("Kept for \(account): \(words)", "Gemerkt zu \(account): \(words)")
    }

    /// Of what a leader writes to another's account.
    package func isReadBy(_ names: [String]) -> Phrase {
        let names = names.map { "\($0)" as Phrase }.listed(in: language)
        return language.say(
            "It stands with the account, where it is read by ", "Es steht beim Kunden; dort liest es auch ")
            + names + "."
    }

    package var talkVerb: String { language.word("talk", "Gespräch") }

    /// Words about a colleague that would stand with an account.
    package func isPrivate(_ talk: String, name: String) -> Phrase {
        language.say(
            "Not noted: with the account \(name) would read it. Is it for the two of you? Then write yes: ",
            "Nicht notiert: beim Kunden läse es \(name). Ist es für euch beide? Dann schreib ja: ")
            + language.quoted(talk)
    }

    /// Words about several colleagues.
    package func isOfSeveral(_ names: [String]) -> Phrase {
        let names = names.map { "\($0)" as Phrase }.listed(in: language)
        return language.say("Not noted: they would read it there, ", "Nicht notiert: dort läsen es ") + names
            + language.say(
                ". A word for one alone: talk NAME: …", ". Ein Wort für jemanden allein: Gespräch NAME: …")
    }

    /// What a leader said of somebody at an account, where an act was noted without it.
    package func withoutWords(about name: String, at account: String, _ words: String) -> Phrase {
        language.say(
            "Without the words about \(name.firstName), who would read them there. For the two of you: ",
            "Ohne die Worte über \(name.firstName), wo sie zu lesen wären. Für euch beide: ")
            + language.quoted("\(talkVerb) \(name): \(account): \(words)")
    }

    package func sayWithoutName(at account: String) -> Phrase {
        language.say(
            "What is to stand with \(account) is said without the name.",
            "Was bei \(account) stehen soll, kommt ohne den Namen aus.")
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
