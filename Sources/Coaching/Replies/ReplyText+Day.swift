import CivilTime

/// What is told of the reader's own days, and of what is taken back.
extension ReplyText {
    /// What sets right an act that no word can.
    package var howToCorrect: Phrase {
        language.say(
            "Nothing is changed. undo takes the last one back; then write it anew.",
            "Nichts ist geändert. rückgängig nimmt das Letzte zurück; dann schreib es neu.")
    }

    /// The same where the words did several acts, of which it is not known which one was meant.
    package func howToCorrectSeveral(_ words: String) -> Phrase {
        language.say(
            "Nothing is changed, for these were several acts: ", "Nichts ist geändert, denn das war mehreres: ")
            + language.quoted(words)
            + language.say(
                ". undo takes all of them back; then write them anew, a line for each.",
                ". rückgängig nimmt alles zurück; dann schreib es neu, für jedes eine Zeile.")
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

    package var isHere: Phrase {
        language.say(
            "Good to have you back: your messages come again.",
            "Schön, dass du wieder da bist: deine Nachrichten kommen wieder.")
    }

    package var wasNotAway: Phrase { language.say("You were not away.", "Du warst nicht abwesend.") }

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

    /// The writer wants nothing of what was asked back.
    package var leftOut: Phrase { language.say("Then nothing is noted.", "Dann ist nichts notiert.") }

    package func nothingStored(of words: String) -> Phrase {
        language.say("Nothing was stored of ", "Nichts war gespeichert von ") + language.quoted(words) + "."
    }

    /// What a second word would take back.
    package func lastEntry(_ words: String, at instant: Instant) -> Phrase {
        language.say("The last entry is ", "Der letzte Eintrag ist ") + language.quoted(words) + ", " + moment(instant)
            + language.say(". To take that back: undo", ". Um den zurückzunehmen: rückgängig")
    }

    package var nothingToTakeBack: Phrase {
        language.say("There is nothing of this week to take back.", "Aus dieser Woche gibt es nichts zurückzunehmen.")
    }
}
