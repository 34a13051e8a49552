import CivilTime

/// A kind of which nothing is said any more, and since when. Nothing goes silent without a line that says so.
package struct QuietNotice: Hashable, Sendable {
    package var kind: FindingKind
    package var on: CivilDate
    /// Where there are several teams: whose messages they are.
    package var team: String?

    package init(_ kind: FindingKind, on date: CivilDate, team: String? = nil) {
        self.kind = kind
        self.on = date
        self.team = team
    }

    /// "Messages about generic text are off since Thu 26 Nov (coachd effect --resume generic-message)."
    func phrase(_ dates: DateWords) -> Phrase {
        let (topic, since) = (kind.topic(in: dates.language), dates.said(on))
        let command: Phrase = "coachd effect --resume \(words: kind.rawValue)" + Self.option(team: team)
        return dates.language.say(
            "Messages about \(words: topic) are off since \(words: since) (\(command)).",
            "Aus seit \(words: since): Nachrichten zu \(words: topic) (\(command)).")
    }
}

extension QuietNotice {
    /// What a command needs where there are several teams.
    static func option(team: String?) -> Phrase { team.map { " --team \"\($0)\"" } ?? Phrase() }
}

extension FindingKind {
    /// What its messages are about, as it stands in a sentence: after "about", and in German in the dative after "zu".
    package func topic(in language: Language) -> String {
        switch self {
        case .holdEnded: language.word("holds that ended", "abgelaufenen Pausen")
        case .stalled: language.word("stalled accounts", "Accounts im Stillstand")
        case .milestonePassed:
            language.word("milestones whose date has passed", "Meilensteinen mit verstrichenem Datum")
        case .nextStepPassed:
            language.word("next steps whose date has passed", "nächsten Schritten mit verstrichenem Datum")
        case .milestoneNear: language.word("milestones that are near", "nahen Meilensteinen")
        case .noNextStep: language.word("missing next steps", "fehlenden nächsten Schritten")
        case .quiet: language.word("quiet accounts", "ruhigen Accounts")
        case .singleThreaded:
            language.word("accounts that hang on few people", "Accounts mit wenigen Gesprächspartnern")
        case .noEconomicBuyer: language.word("missing economic buyers", "Accounts ohne jemanden mit Budget")
        case .noChampion: language.word("missing champions", "Accounts ohne treibende Kraft")
        case .noMilestones: language.word("accounts without a milestone", "Accounts ohne Meilenstein")
        case .noOwnMessage: language.word("accounts without a message of their own", "Accounts ohne eigenen Text")
        case .genericMessage: language.word("generic text", "austauschbaren Texten")
        case .researchGap: language.word("gaps in the research", "Wissenslücken")
        case .activityMissing: language.word("the day's plan", "dem Plan des Tages")
        case .commitmentOpen: language.word("what was said for the day", "offenen Zusagen für den Tag")
        case .offList: language.word("activity off the list", "Kontakten außerhalb der Liste")
        case .listShort: language.word("short lists", "kurzen Listen")
        case .askOpen: language.word("open asks", "offenen Bitten")
        case .promiseOpen: language.word("open promises", "offenen Versprechen")
        case .stallUnanswered:
            language.word("accounts that questions did not move", "Accounts, bei denen Fragen nichts bewegt haben")
        case .highlightDue: language.word("good work that nobody named", "Lob, das noch fehlt")
        case .coachingDebtRep: language.word("coaching talks with reps", "Gesprächen mit Einzelnen")
        case .coachingDebtAccount:
            language.word("accounts not looked at together", "lange nicht gemeinsam angesehenen Accounts")
        }
    }
}
