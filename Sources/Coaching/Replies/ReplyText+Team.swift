import CivilTime

/// What is told of the people of a team to who leads them.
extension ReplyText {
    /// - Parameter instant: Nil is now.
    package func talked(with name: String, about account: String?, at instant: Instant? = nil) -> Phrase {
        let about: Phrase = account.map { ", \($0)" } ?? ""
        let time: Phrase = instant.map { ", " + moment($0) } ?? ""
        return language.say(
            "Noted for the two of you: talk with \(name)", "Notiert für euch beide: Gespräch mit \(name)")
            + about + time + "."
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

    package func isAway(_ name: String, from first: CivilDate, through last: CivilDate) -> Phrase {
        let (start, end) = (Phrase(words: words.said(first)), Phrase(words: words.said(last)))
        let span = first == last ? start : start + language.say(" to ", " bis ") + end
        return language.say("\(name) is away: ", "\(name) ist weg: ") + span.asSentence
    }

    package var nobodyAway: Phrase {
        language.say("Nobody is away within a week.", "In den nächsten sieben Tagen ist niemand weg.")
    }

    /// "Ana, today: call Globex, e-mail Hooli."
    /// - Parameter name: Nil is the reader.
    package func days(
        of name: String?, from first: CivilDate, through last: CivilDate,
        _ deeds: [(kind: ActivityKind, account: String?)]
    ) -> Phrase {
        let days =
            first == last
            ? words.said(first) : words.dated(first) + language.word(" to ", " bis ") + words.dated(last)
        let lead = (name.map { "\($0)" } ?? language.say("You", "Du")) + ", " + Phrase(words: "\(days): ")
        guard !deeds.isEmpty else { return lead + language.say("nothing is noted.", "nichts notiert.") }
        let parts = deeds.map { deed in
            Phrase(words: language.noun(of: deed.kind)) + (deed.account.map { " \($0)" } ?? "")
        }
        return lead + parts.joined(", ", atMost: 12, in: language) + "."
    }

    package var noPromise: Phrase { language.say("No promise is open.", "Keine Zusage ist offen.") }

    package func ask(_ words: String, of name: String, about account: String?) -> Phrase {
        "\(name): \(words)" + (account.map { " (\($0))" } ?? "")
    }

    package var noAsk: Phrase { language.say("No ask is open.", "Keine Frage ist offen.") }
}
