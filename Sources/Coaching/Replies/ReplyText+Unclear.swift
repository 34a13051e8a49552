import CivilTime

extension ReplyText {
    /// What is asked back where a line was not understood: the line, and what it lacks.
    package func question(about unclear: Unclear, line: String) -> [Phrase] {
        let lead = language.say("Not noted: ", "Nicht notiert: ") + language.quoted(line)
        switch unclear {
        case .doneOrPlanned, .stillToCome: return [lead, question(about: unclear, ownWords: line)]
        default: return [lead, question(about: unclear)]
        }
    }

    /// What is still to be done is the writer's word for the day, in the writer's own words.
    private func question(about unclear: Unclear, ownWords line: String) -> Phrase {
        let own = language.quoted(WordForTheDay(line).text(in: language))
        return unclear == .stillToCome
            ? language.say(
                "That is still to come. To keep it as your word for the day, write yes: ",
                "Das kommt erst noch. Um es als Wort für den Tag zu merken, schreib ja: ")
                + own
            : language.say(
                "Is it done, or to be done? To be done it is ", "Ist es getan oder noch zu tun? Noch zu tun: ")
                + own
    }

    private func question(about unclear: Unclear) -> Phrase {
        switch unclear {
        case .noVerb, .kindMissing, .severalKinds, .question, .notDone, .doneOrPlanned, .stillToCome, .tooLong, .meant,
            .huddleMissed, .agendaToCome:
            aboutAct(unclear)
        case .noAccount, .several, .itemUnknown, .itemStays, .milestoneUnknown, .personUnknown, .topicUnknown,
            .nameMissing,
            .roleUnknown:
            aboutName(unclear)
        case .dateMissing, .notADate, .whichDay, .longAgo, .dateOver, .reasonMissing, .fitMissing, .textMissing:
            aboutRest(unclear)
        }
    }

    private func aboutAct(_ unclear: Unclear) -> Phrase {
        switch unclear {
        case .noVerb(let near?): didYouMean(near)
        case .meant(let line):
            language.say("Is it meant as ", "Ist das gemeint: ") + language.quoted(line)
                + language.say("? Then write yes.", "? Dann schreib ja.")
        case .kindMissing:
            language.say("Was it a call, a meeting or a visit?", "War es ein Anruf, ein Treffen oder ein Besuch?")
        case .severalKinds:
            language.say("That is more than one act: a line for each.", "Das ist mehr als eines: für jedes eine Zeile.")
        case .question:
            language.say(
                "It reads as a question. One for the team begins with ask, as in \"ask: who knows their CFO?\"",
                "Das liest sich als Frage. Eine an das Team beginnt mit Frage: „Frage: wer kennt ihren CFO?“")
        case .notDone: language.say("So nothing took place there.", "Dann hat dort nichts stattgefunden.")
        case .agendaToCome:
            language.say(
                "The agenda comes before the huddle, from the work that is done by then. What can be asked here: team, asks, who's away, what did Ana do today.",
                "Die Agenda kommt vor dem Huddle, aus der Arbeit bis dahin. Was du hier fragen kannst: Team, Fragen, wer fehlt, was hat Ana heute gemacht."
            )
        case .huddleMissed:
            language.say(
                "The huddle is not kept by coachd, so tell whoever leads it; your work of yesterday and your words for today stand in it. A day off is \"away today\".",
                "Das Huddle führt nicht coachd, sag es also deiner Leitung; deine Arbeit von gestern und deine Worte für heute stehen darin. Ein freier Tag ist „Urlaub heute“."
            )
        case .tooLong: language.say("Only the beginning was read.", "Nur der Anfang wurde gelesen.")
        default:
            language.say(
                "A line begins with what was done, \"called Globex with Petra: the audit first\", or with the account that it is about. help says what else.",
                "Eine Zeile beginnt mit dem, was getan ist: „Anruf Globex mit Petra: erst das Audit“, oder mit dem Kunden, um den es geht. Hilfe sagt, was noch."
            )
        }
    }

    private func aboutName(_ unclear: Unclear) -> Phrase {
        switch unclear {
        case .noAccount(let near): language.say("At which account?", "Bei welchem Kunden?") + meaning(near)
        case .several(let names):
            language.say("Which one: ", "Welches davon: ") + names.map { "\($0)" }.joined(", ", atMost: 6, in: language)
                + "?"
        case .itemUnknown(let number):
            language.say("The last message has no item \(number).", "Die letzte Nachricht hat keinen Punkt \(number).")
        case .itemStays(let name):
            language.say(
                "An item is not passed over: it goes with what is done or planned. next \(name): what, and the day; or hold \(name) until fri: why.",
                "Ein Punkt wird nicht übersprungen: er geht mit dem, was getan oder geplant ist. nächster Schritt \(name): was, und der Tag; oder Pause \(name) bis Fr: warum."
            )
        case .milestoneUnknown(_, let known):
            known.isEmpty
                ? language.say("The account has no milestones yet.", "Der Kunde hat noch keine Meilensteine.")
                : language.say("Which milestone: ", "Welcher Meilenstein: ") + row(known) + "?"
        case .personUnknown(let words, let near):
            words.isEmpty
                ? language.say("Who?", "Wer?")
                : language.say("Nobody in your teams is called \(words).", "In deinen Teams heißt niemand \(words).")
                    + meaning(near)
        case .topicUnknown(let known):
            language.say("Which topic: ", "Welches Thema: ") + row(known.map { language.name(of: ResearchTopic($0)) })
                + "?"
        case .roleUnknown(let words):
            language.say("\(words) is no role: ", "\(words) ist keine Rolle: ")
                + row(RoleWords.names(in: language)) + "."
        default:
            language.say(
                "Who is it? \"who Globex: Petra Lind, champion\"", "Wer ist es? „wer Globex: Petra Lind, champion“")
        }
    }

    private func aboutRest(_ unclear: Unclear) -> Phrase {
        switch unclear {
        case .dateMissing(.nextStep):
            language.say(
                "On which day? \"next Umbra fri: send the model\"",
                "An welchem Tag? „nächster Schritt Umbra Fr: Modell schicken“")
        case .dateMissing(.milestone):
            language.say(
                "For which day? \"milestone Globex: contract signed, 31 Jan\"",
                "Für welchen Tag? „Meilenstein Globex: Vertrag unterschrieben, 31. Jan.“")
        case .dateMissing(.hold):
            language.say(
                "Until which day? \"hold Initech until 4 Dec: their new CIO starts\"",
                "Bis wann? „Pause Initech bis 4. Dez.: ihr neuer CIO fängt an“")
        case .dateMissing(.away):
            language.say(
                "From when to when? \"away 1 Dec to 5 Dec\"", "Von wann bis wann? „Urlaub 1. Dez. bis 5. Dez.“")
        case .notADate(let words) where words.contains(":") || words.hasPrefix("at ") || words.hasPrefix("um "):
            language.say(
                "\(words) is no time; 9:30 and 16:20 are.", "\(words) ist keine Uhrzeit; 9:30 und 16:20 sind welche.")
        case .notADate(let words):
            language.say(
                "\(words) is no date; fri, tomorrow, 4 Dec and 2026-12-04 are.",
                "\(words) ist kein Datum; Fr, morgen, 4. Dez. und 2026-12-04 sind welche.")
        case .whichDay(let days):
            language.say("Which day: ", "Welcher Tag: ") + days.map { Phrase(words: dated($0)) }.joined(", ") + "?"
        case .longAgo(let day):
            Phrase(words: dated(day))
                + language.say(
                    " is long ago. With its year it is noted: \(day.iso).",
                    " ist lange her. Mit dem Jahr wird es notiert: \(day.iso).")
        case .dateOver(let day): Phrase(words: dated(day)) + language.say(" is over.", " ist vorbei.")
        case .fitMissing(let name):
            language.say(
                "Why \(name)? Each of the 50 is selected for a reason; a few words are enough.",
                "Warum \(name)? Jeder der 50 ist aus einem Grund ausgewählt; ein paar Worte genügen.")
        case .reasonMissing:
            language.say("Why? A few words are enough.", "Warum? Ein paar Worte genügen.")
        default:
            language.say(
                "The words for it are missing: they stand behind a colon.",
                "Die Worte dazu fehlen: sie stehen hinter einem Doppelpunkt.")
        }
    }

    private func row(_ names: [String]) -> Phrase { names.map { "\($0)" }.joined(", ", atMost: 8, in: language) }

    private func meaning(_ near: String?) -> Phrase { near.map { " " + didYouMean($0) } ?? "" }

    private func didYouMean(_ near: String) -> Phrase {
        language.say("Did you mean \(near)?", "Ist \(near) gemeint?")
    }
}
