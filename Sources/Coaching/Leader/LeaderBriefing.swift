import CivilTime

/// All that a leader's own messages are composed from, at one instant.
package struct LeaderBriefing: Sendable {
    /// The day of whoever reads it.
    package let day: RepDay
    /// What is said, the weightiest first.
    package let chosen: [LeaderMatter]
    /// The accounts that the chosen matters speak of, once they are looked up.
    package var stories: [RowID: AccountStory] = [:]
    package var bank: QuestionBank
    /// Question templates that the reader was asked within the last 10 working days, per account; nil stands for no account.
    package var asked: [RowID?: Set<String>]

    /// What a team gives.
    package struct Team: Sendable {
        package var view: LeaderView
        package var findings: [Finding]
        package var episodes: [Episode]
        /// Kinds that its leader wants to hear nothing of.
        package var quieted: Set<FindingKind>
        /// The asks of today's agenda.
        package var asksTold: Set<RowID>

        package init(
            view: LeaderView, findings: [Finding], episodes: [Episode], quieted: Set<FindingKind> = [],
            asksTold: Set<RowID> = []
        ) {
            self.view = view
            self.findings = findings
            self.episodes = episodes
            self.quieted = quieted
            self.asksTold = asksTold
        }
    }

    package init(
        day: RepDay, teams: [Team], bank: QuestionBank, asked: [RowID?: Set<String>] = [:],
        policy: LeaderPolicy = LeaderPolicy()
    ) {
        self.day = day
        self.bank = bank
        self.asked = asked
        let matters = teams.flatMap { team in
            LeaderMatter.all(
                in: team.view, findings: team.findings.filter { !team.quieted.contains($0.kind) },
                episodes: team.episodes)
        }
        // A deputy is no debt of his own either.
        chosen = policy.select(
            matters.filter { $0.coached?.rep.id != day.rep.id }, on: day,
            asksTold: teams.reduce(into: []) { $0.formUnion($1.asksTold) })
    }

    package var accountsSpokenOf: [RowID] { chosen.compactMap { $0.account?.id } }
}

extension Message {
    /// What is the leader's to do, said to him alone; nil when nothing waits.
    package static func leader(_ briefing: LeaderBriefing) -> Message? {
        let items = briefing.items(places: briefing.chosen.count)
        guard !items.isEmpty else { return nil }
        let day = briefing.day
        let language = briefing.bank.language
        let date = DateWords(today: day.today, in: language).dated(day.today)
        let away = briefing.standsInFor
        let title: Phrase =
            "\(day.rep.firstName), \(words: date): "
            + (away.map { language.say("while \($0.shortName) is away.", "solange \($0.shortName) nicht da ist.") }
                ?? language.say("for you alone, after the huddle.", "nur für dich, nach dem Huddle."))
        return Message(.morning, in: language, title: title, sections: [Section(items: items)])
    }

    /// The morning of a leader who sells: his own accounts first, at most three, then what he owes his team. One message.
    package static func morning(_ briefing: Briefing, leading: LeaderBriefing) -> Message? {
        guard !leading.chosen.isEmpty else { return .morning(briefing) }
        var briefing = briefing
        briefing.policy.usual = min(briefing.policy.usual, leaderOwnAccounts)
        briefing.policy.maximum = min(briefing.policy.maximum, leaderOwnAccounts)
        guard var message = Message.morning(briefing) else { return .leader(leading) }
        let own = message.countedItems.count
        if own == 1, let section = message.sections.firstIndex(where: { $0.items.contains { $0.state != .thanks } }) {
            // Alone it had no number.
            message.sections[section].items[0].number = 1
        }
        message.sections.append(
            Section(
                leading.heading,
                items: leading.items(
                    places: leaderItems - own, after: own, besides: Set(message.items.compactMap(\.questionKey)))))
        message.title = Phrase(runs: message.title.runs.dropLast()) + count(message.countedItems, in: message.language)
        return message
    }

    /// Accounts of his own in a selling leader's morning, and items in all.
    private static let leaderOwnAccounts = 3
    private static let leaderItems = 5
}

extension LeaderBriefing {
    /// Who is away, where what is said is that leader's and not the reader's own.
    fileprivate var standsInFor: Rep? { chosen.map(\.leader).first { $0.id != day.rep.id } }

    fileprivate var heading: Phrase {
        let language = bank.language
        guard let leader = standsInFor?.shortName else { return language.say("As the leader", "Als Führungskraft") }
        return language.say("For \(leader), who is away", "In Vertretung von \(leader)")
    }

    /// - Parameters:
    ///   - number: The number of the item before the first.
    ///   - questions: Question templates that stand in the message already.
    fileprivate func items(
        places: Int, after number: Int = 0, besides questions: Set<String> = []
    ) -> [Message.Item] {
        var used = questions
        let heard = asked.values.reduce(into: Set()) { $0.formUnion($1) }
        let shown = chosen.prefix(places)
        return shown.enumerated().map { offset, matter in
            let story = matter.account.flatMap { stories[$0.id] }
            let text = LeaderText(matter: matter, day: day, story: story, language: bank.language)
            let accountID = matter.finding.accountID
            let taken = asked[accountID, default: []].union(used)
            let choice = bank.choose(
                for: text.questionReasons, facts: text.placeholders,
                seed: Int(truncatingIfNeeded: matter.episode.id) &* 13 &+ Int(day.today.dayNumber),
                isTaken: taken.contains, isWorn: heard.contains)
            if let choice { used.insert(choice.template) }
            return Message.Item(
                heading: text.heading, facts: text.facts, question: choice?.question ?? text.offer,
                questionKey: choice?.template, state: matter.episode.state(for: day.rep), kind: matter.kind,
                findingID: matter.episode.id, accountID: accountID, account: matter.accountName,
                personID: matter.finding.personID, rung: matter.episode.mentions + 1,
                number: number == 0 && shown.count == 1 ? nil : number + offset + 1)
        }
    }
}
