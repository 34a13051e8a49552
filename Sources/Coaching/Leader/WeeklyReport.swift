import CivilTime

/// What the leader's line of the week is composed from: support given, never an outcome.
package struct WeeklyReport: Sendable {
    /// What a rep had of the week.
    package struct Share: Hashable, Sendable {
        package var rep: String
        /// His accounts on agendas, each counted once a day.
        package var places: Int
        /// Talks with him that are noted.
        package var talks: Int
        /// Away on every working day of the week.
        package var wasAway: Bool

        package init(rep: String, places: Int, talks: Int = 0, wasAway: Bool = false) {
            self.rep = rep
            self.places = places
            self.talks = talks
            self.wasAway = wasAway
        }
    }

    package var team: String
    package var day: RepDay
    package var language: Language
    /// In team order.
    package var shares: [Share]
    /// Distinct accounts that were talked about, how often, and those of them that moved on since or only heard from us.
    package var talkedAbout: Int
    package var times: Int
    package var movedOn: Int
    package var heardFromUs: Int
    /// Accounts of the team, and those touched within so many working days.
    package var accounts: Int
    package var touched: Int
    package var coverageDays: Int
    /// Of all kinds; those that are proposed for silence are noise among them.
    package var effects: [Effect]
    package var proposed: [FindingKind]
    package var quieted: [QuietNotice]
    /// Whether a command needs the team's name.
    package var isOneOfSeveral: Bool

    package init(
        team: String, day: RepDay, language: Language = .english, shares: [Share] = [], talkedAbout: Int = 0,
        times: Int = 0, movedOn: Int = 0, heardFromUs: Int = 0, accounts: Int = 0, touched: Int = 0,
        coverageDays: Int = 20, effects: [Effect] = [], proposed: [FindingKind] = [],
        quieted: [QuietNotice] = [], isOneOfSeveral: Bool = false
    ) {
        self.team = team
        self.day = day
        self.language = language
        self.shares = shares
        self.talkedAbout = talkedAbout
        self.times = times
        self.movedOn = movedOn
        self.heardFromUs = heardFromUs
        self.accounts = accounts
        self.touched = touched
        self.coverageDays = coverageDays
        self.effects = effects
        self.proposed = proposed
        self.quieted = quieted
        self.isOneOfSeveral = isOneOfSeveral
    }
}

extension Message {
    private static let proposalsAWeek = 3

    /// The leader's line of the week: talks, what moved, coverage, evenness. Who leads several teams has those of all in one message.
    package static func weekly(_ report: WeeklyReport, and others: [WeeklyReport] = []) -> Message {
        let (reports, language) = ([report] + others, report.language)
        let teams = reports.map { "\($0.team)" as Phrase }
        let date = DateWords(today: report.day.today, in: language).dated(report.day.today)
        return Message(
            .weekly, in: language,
            title: language.say("The week of ", "Die Woche von ") + teams.listed(in: language) + " · \(words: date)",
            sections: reports.flatMap {
                $0.sections(
                    under: others.isEmpty ? nil : "\($0.team)", proposals: max(1, proposalsAWeek / reports.count))
            })
    }
}

extension WeeklyReport {
    /// - Parameter places: So many kinds are proposed for silence; what is left is asked about a week later.
    fileprivate func sections(under heading: Phrase?, proposals places: Int) -> [Message.Section] {
        let dates = DateWords(today: day.today, in: language)
        let lines = [cameUpLine, coverageLine, agendaLine, talkLine].compactMap { $0 }
        return [
            Message.Section(heading, lines: [lines.joined(" ")]),
            Message.Section(lines: quieted.map { $0.phrase(dates) }),
            Message.Section(items: Array(proposals.prefix(places))),
        ].filter { !$0.lines.isEmpty || !$0.items.isEmpty }
    }
}

extension WeeklyReport {
    /// "This week 19 accounts came up in huddles and talks, 23 times; 14 of them have moved since, 3 more have heard from us."
    fileprivate var cameUpLine: Phrase {
        guard talkedAbout > 0 else {
            return language.say(
                "This week no account came up in a huddle or a talk that is noted.",
                "Diese Woche kam in keinem Huddle und keinem notierten Gespräch ein Account vor.")
        }
        let often = language.times(times)
        let count = Phrase(words: times > talkedAbout ? language.word(", \(often)", ", insgesamt \(often)") : "")
        return talkedAbout == 1
            ? language.say(
                "This week 1 account came up in huddles and talks\(count); \(whatBecameOfIt).",
                "Diese Woche kam 1 Account in Huddles und Gesprächen vor\(count); \(whatBecameOfIt).")
            : language.say(
                "This week \(talkedAbout) accounts came up in huddles and talks\(count); \(whatBecameOfThem).",
                "Diese Woche kamen \(talkedAbout) Accounts in Huddles und Gesprächen vor\(count); \(whatBecameOfThem).")
    }

    private var whatBecameOfIt: Phrase {
        if movedOn > 0 { return language.say("it has moved since", "er hat sich seitdem bewegt") }
        return heardFromUs > 0
            ? language.say("it has heard from us since", "er hat seitdem von uns gehört")
            : language.say("it has not moved yet", "bewegt hat er sich noch nicht")
    }

    private var whatBecameOfThem: Phrase {
        func have(_ count: Int) -> Phrase {
            Phrase(words: count == 1 ? language.word("has", "hat") : language.word("have", "haben"))
        }
        let moved =
            movedOn == 0
            ? language.say("none of them has moved yet", "bewegt hat sich davon noch keiner")
            : language.say(
                "\(movedOn) of them \(have(movedOn)) moved since",
                "\(movedOn) davon \(have(movedOn)) sich seitdem bewegt")
        guard heardFromUs > 0 else { return moved }
        let more = Phrase(
            words: movedOn == 0 ? "" : language.word(" more", heardFromUs == 1 ? " weiterer" : " weitere"))
        return moved
            + language.say(
                ", \(heardFromUs)\(more) \(have(heardFromUs)) heard from us",
                ", \(heardFromUs)\(more) \(have(heardFromUs)) von uns gehört")
    }

    fileprivate var coverageLine: Phrase? {
        guard accounts > 0 else { return nil }
        let days = Phrase(words: language.dativeWorkingDays(coverageDays))
        return accounts == 1
            ? language.say(
                "Coverage: \(touched) of 1 account touched in \(days).",
                "Abdeckung: \(touched) von 1 Account mit einem Kontakt in \(days).")
            : language.say(
                "Coverage: \(touched) of \(accounts) accounts touched in \(days).",
                "Abdeckung: \(touched) von \(accounts) Accounts mit einem Kontakt in \(days).")
    }

    private var here: [Share] { shares.filter { !$0.wasAway || $0.talks > 0 } }

    /// "On the agenda: Ana 5 times, Ben once, Dana not this week, Tom away."
    fileprivate var agendaLine: Phrase? {
        guard shares.count > 1, shares.contains(where: { $0.places > 0 }) else { return nil }
        // Where one number is too big for a word, the others stand in digits beside it.
        let hasDigits = shares.contains { $0.places > 10 }
        return each(language.say("On the agenda", "Auf der Agenda"), shares) { share in
            guard share.places == 0 else {
                return hasDigits && language == .german && share.places > 2
                    ? "\(share.places)-mal" : language.times(share.places)
            }
            return share.wasAway
                ? language.word("away", "nicht da") : language.word("not this week", "diese Woche nicht")
        }
    }

    /// "Talks noted: Ana 1, Ben 2, Dana none."
    fileprivate var talkLine: Phrase? {
        guard here.contains(where: { $0.talks > 0 }) else {
            return talkedAbout > 0 ? language.say("No talk is noted.", "Es ist kein Gespräch notiert.") : nil
        }
        return each(language.say("Talks noted", "Notierte Gespräche"), here) {
            $0.talks == 0 ? language.word("none", "keins") : "\($0.talks)"
        }
    }

    private func each(_ lead: Phrase, _ shares: [Share], _ words: (Share) -> String) -> Phrase {
        lead + ": " + shares.map { "\($0.rep) \(words: words($0))" as Phrase }.joined(", ") + "."
    }

    /// A kind that never helps is proposed for silence, beside one that does. An item, so that it is remembered.
    fileprivate var proposals: [Message.Item] {
        let best = effects.filter { $0.mentions >= 20 && $0.helped * 2 >= $0.mentions }
            .max { $0.helped * $1.mentions < $1.helped * $0.mentions }
        return effects.filter { proposed.contains($0.kind) }.map { effect in
            let span = effect.span(in: language)
            let others =
                best.map { best in
                    let other = best.span(in: language)
                    return language.word(", of those about \(told(best))", ", nach denen zu \(told(best))")
                        + (other == span ? "" : " (\(other))")
                } ?? ""
            let were = effect.helped == 1 ? "was" : "were"
            let heading = language.word(
                "Of the messages about \(told(effect)) \(were) acted on \(span)\(others).",
                "Etwas geschah \(span) nach Nachrichten zu \(told(effect))\(others).")
            let topic = Phrase(words: effect.kind.topic(in: language))
            let team = QuietNotice.option(team: isOneOfSeveral ? team : nil)
            return Message.Item(
                heading: Phrase(words: heading),
                facts: [
                    language.say("Leave out those about \(topic)? ", "Nachrichten zu \(topic) weglassen? ")
                        + "coachd effect --quiet \(words: effect.kind.rawValue)" + team
                ],
                state: .new, kind: effect.kind)
        }
    }

    /// "generic text 1 of 22".
    private func told(_ effect: Effect) -> String {
        let topic = effect.kind.topic(in: language)
        return language.word(
            "\(topic) \(effect.helped) of \(effect.mentions)",
            "\(topic) in \(effect.helped) von \(effect.mentions) Fällen"
        )
    }
}
