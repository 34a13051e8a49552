import CivilTime

/// What the leader's line of the week is composed from: support given, never an outcome.
package struct WeeklyReport: Sendable {
    /// A rep with the accounts that were talked about with him, each counted once a day.
    package struct Share: Hashable, Sendable {
        package var rep: String
        package var talks: Int
        /// Away on every working day of the week.
        package var wasAway: Bool

        package init(rep: String, talks: Int, wasAway: Bool = false) {
            self.rep = rep
            self.talks = talks
            self.wasAway = wasAway
        }
    }

    package var team: String
    package var day: RepDay
    /// In team order.
    package var shares: [Share]
    /// Distinct accounts that were talked about, and those of them that moved on since.
    package var talkedAbout: Int
    package var movedOn: Int
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
        team: String, day: RepDay, shares: [Share] = [], talkedAbout: Int = 0, movedOn: Int = 0, accounts: Int = 0,
        touched: Int = 0, coverageDays: Int = 20, effects: [Effect] = [], proposed: [FindingKind] = [],
        quieted: [QuietNotice] = [], isOneOfSeveral: Bool = false
    ) {
        self.team = team
        self.day = day
        self.shares = shares
        self.talkedAbout = talkedAbout
        self.movedOn = movedOn
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
    /// The leader's line of the week: talks, what moved, coverage, evenness.
    package static func weekly(_ report: WeeklyReport) -> Message {
        let dates = DateWords(today: report.day.today)
        let lines = [report.talkLine, report.coverageLine, report.evennessLine].compactMap { $0 }
        var sections = [Section(lines: [lines.joined(" ")])]
        let notices = report.quieted.map { $0.phrase(dates) }
        if !notices.isEmpty { sections.append(Section(lines: notices)) }
        let proposals = report.proposals
        if !proposals.isEmpty { sections.append(Section(items: proposals)) }
        return Message(
            .weekly, title: "The week of \(report.team) · \(words: dates.dated(report.day.today))", sections: sections)
    }
}

extension WeeklyReport {
    /// "This week: 19 accounts looked at together 23 times, in huddles and talks; 14 of them moved on."
    fileprivate var talkLine: Phrase {
        let talks = shares.reduce(0) { $0 + $1.talks }
        guard talks > 0 else { return "This week no account came up in a huddle or a talk that is noted." }
        let accounts = talkedAbout == 1 ? "1 account" : "\(talkedAbout) accounts"
        let moved =
            talkedAbout == 1 ? movedOn == 1 ? "it moved on" : "it has not moved yet" : "\(movedOn) of them moved on"
        let times = talks == 1 ? "once" : "\(talks) times"
        return Phrase(words: "This week: \(accounts) looked at together \(times), in huddles and talks; \(moved).")
    }

    fileprivate var coverageLine: Phrase? {
        guard accounts > 0 else { return nil }
        return Phrase(
            words: "Coverage: \(touched) of \(accounts == 1 ? "1 account" : "\(accounts) accounts") touched in "
                + "\(workingDaysInWords(coverageDays)).")
    }

    /// "Every rep had at least 3 looks together: Ana 5, Ben 3, Dana 4."
    fileprivate var evennessLine: Phrase? {
        let here = shares.filter { !$0.wasAway || $0.talks > 0 }
        guard here.count > 1, let least = here.map(\.talks).min(), here.contains(where: { $0.talks > 0 }) else {
            return nil
        }
        let each = here.map { "\($0.rep) \(words: $0.talks == 0 ? "none yet" : "\($0.talks)")" as Phrase }.joined(", ")
        guard least > 0 else { return "Looks together by rep: " + each + "." }
        return Phrase(words: "Every rep had at least \(least == 1 ? "1 look" : "\(least) looks") together: ") + each
            + "."
    }

    /// A kind that never helps is proposed for silence, beside one that does. An item, so that it is remembered.
    fileprivate var proposals: [Message.Item] {
        let best = effects.filter { $0.mentions >= 20 && $0.helped * 2 >= $0.mentions }
            .max { $0.helped * $1.mentions < $1.helped * $0.mentions }
        return effects.filter { proposed.contains($0.kind) }.map { effect in
            let lead = best.map { best in
                "Messages about \(best.kind.topic) were followed by an act within \(workingDaysInWords(Effect.within)) "
                    + "in \(best.helped) of \(best.mentions) cases; those about \(effect.kind.topic) in "
                    + "\(effect.helped) of \(effect.mentions)."
            }
            let alone =
                "Messages about \(effect.kind.topic) were followed by an act within \(workingDaysInWords(Effect.within)) "
                + "in \(effect.helped) of \(effect.mentions) cases."
            let team = isOneOfSeveral ? Phrase(words: " --team \"") + "\(team)" + Phrase(words: "\"") : Phrase()
            return Message.Item(
                heading: Phrase(words: lead ?? alone),
                facts: ["Shall I stop those? coachd effect --quiet \(words: effect.kind.rawValue)" + team],
                state: .new, kind: effect.kind)
        }
    }
}
