import CivilTime

/// What a leader and a rep sit down with: what both said, what to praise, what to explore. Private to the two.
package struct OneOnOne: Sendable {
    /// Something that one of the two said he would do.
    package struct Word: Hashable, Sendable {
        package var text: String
        package var account: String?
        package var dueOn: CivilDate?
        package var keptOn: CivilDate?

        package init(text: String, account: String? = nil, dueOn: CivilDate? = nil, keptOn: CivilDate? = nil) {
            self.text = text
            self.account = account
            self.dueOn = dueOn
            self.keptOn = keptOn
        }
    }

    /// What was noted of a talk.
    package struct Note: Hashable, Sendable {
        package var on: CivilDate
        package var account: String?
        package var text: String?

        package init(on: CivilDate, account: String? = nil, text: String? = nil) {
            self.on = on
            self.account = account
            self.text = text
        }
    }

    /// One line to look at together, with its question.
    package struct Topic: Hashable, Sendable {
        package var account: String
        package var heading: Phrase
        package var fact: Phrase?
        package var question: Phrase?
    }

    package var leader: String
    /// The rep's day.
    package var day: RepDay
    /// The last one-to-one, or some working days ago where none is noted.
    package var since: CivilDate
    package var isFirst: Bool
    package var promises: [Word]
    package var commitments: [Word]
    /// Good work since then, as it was told or stands in the store.
    package var praise: [Phrase]
    package var stories: [AccountStory]
    package var episodes: [Episode]
    package var notes: [Note]
    package var bank: QuestionBank

    package init(
        leader: String, day: RepDay, since: CivilDate, isFirst: Bool = false, promises: [Word] = [],
        commitments: [Word] = [], praise: [Phrase] = [], stories: [AccountStory] = [], episodes: [Episode] = [],
        notes: [Note] = [], bank: QuestionBank
    ) {
        self.leader = leader
        self.day = day
        self.since = since
        self.isFirst = isFirst
        self.promises = promises
        self.commitments = commitments
        self.praise = praise
        self.stories = stories
        self.episodes = episodes
        self.notes = notes
        self.bank = bank
    }

    private static let open = 3
    private static let silent = 2
    /// Lines of a part.
    package static let shown = 4
    private static let longestNote = 200

    private var language: Language { bank.language }
    private var dates: DateWords { DateWords(today: day.today, in: language) }

    package var title: Phrase {
        let span =
            isFirst
            ? language.word("no one-to-one noted yet; since", "noch kein Vier-Augen-Gespräch notiert; ab")
            : language.word("last time", "zuletzt")
        return language.say("One-to-one · ", "Unter vier Augen · ")
            + ["\(leader)" as Phrase, "\(day.rep.shortName)"].listed(in: language)
            + " · \(words: span) \(words: dates.dated(since))"
    }

    /// What both see. At most 40 lines with the title.
    package var sections: [Message.Section] {
        [
            words(language.say("\(leader) said", "\(leader) hat zugesagt"), promises),
            words(language.say("\(day.rep.shortName) said", "\(day.rep.shortName) hat zugesagt"), commitments),
            section(language.say("To praise", "Zu loben"), praise.prefix(Self.shown).map { "• " + $0 }),
            section(language.say("To explore", "Zum Nachfragen"), topics.flatMap(lines)),
            section(language.say("Since then, between the two of you", "Seitdem, zwischen euch beiden"), noteLines),
        ].compactMap { $0 }
    }

    private func section(_ heading: Phrase, _ lines: [Phrase]) -> Message.Section? {
        lines.isEmpty ? nil : Message.Section(heading, lines: lines)
    }

    private func words(_ heading: Phrase, _ words: [Word]) -> Message.Section? {
        section(
            heading,
            // What is open by its date, then what was kept last.
            (words.filter { $0.keptOn == nil }.sorted { $0.dueOn ?? .distantFuture < $1.dueOn ?? .distantFuture }
                + words.filter { $0.keptOn != nil }.sorted { $0.keptOn ?? .distantPast > $1.keptOn ?? .distantPast })
                .prefix(Self.shown).map { word in
                    var line: Phrase = "• \(word.text.withoutFullStop)"
                    if let account = word.account, !word.text.names(account) { line += " (\(account))" }
                    if let kept = word.keptOn {
                        return line + Phrase(words: ", \(language.word("done", "erledigt")) \(dates.on(kept))")
                    }
                    guard let due = word.dueOn else { return line + language.say(", open", ", offen") }
                    let lead =
                        due < day.today
                        ? language.word(", open, it was for", ", offen, geplant für") : language.word(", for", ", für")
                    return line + Phrase(words: "\(lead) \(dates.said(due))")
                })
    }

    private func lines(_ topic: Topic) -> [Phrase] {
        let first: Phrase = "• " + topic.heading + (topic.fact.map { ": " + $0 } ?? "")
        return [first, topic.question.map { "  " + $0 }].compactMap { $0 }
    }

    private var noteLines: [Phrase] {
        notes.suffix(Self.shown).map { note in
            var line = Phrase(words: "• \(dates.dated(note.on))")
            if let account = note.account, !(note.text?.names(account) ?? false) { line += ", \(account)" }
            guard let text = note.text, !text.isEmpty else { return line }
            return line + ": " + Phrase(data: text, limit: Self.longestNote)
        }
    }

    /// The weightiest open episodes, one an account, then the accounts that are silent for longest.
    package var topics: [Topic] {
        let stories = Dictionary(self.stories.map { ($0.account.id, $0) }, uniquingKeysWith: { first, _ in first })
        var used: Set<String> = []
        var seen: Set<RowID> = []
        var topics: [Topic] = []
        func take(_ episodes: [Episode], atMost places: Int) {
            let full = topics.count + places
            for episode in episodes where topics.count < full {
                guard let id = episode.finding.accountID, let story = stories[id], seen.insert(id).inserted else {
                    continue
                }
                let text = ItemText(story: story, day: day, language: language)
                topics.append(
                    Topic(
                        account: story.account.name, heading: text.heading(for: episode.finding),
                        fact: text.facts(for: episode.finding, state: .new).joined(" "),
                        question: question(text, text.reasons(for: episode.finding), episode.finding, &used)))
            }
        }
        let order = episodes.sorted { $0.comesBefore($1) }
        take(order, atMost: Self.open)
        let silent = order.filter { $0.finding.kind == .stalled || $0.finding.kind == .quiet }
        take(
            silent.sorted { ($1.finding.days ?? 0, $0.id) < ($0.finding.days ?? 0, $1.id) }, atMost: Self.silent)
        return topics
    }

    private func question(
        _ text: ItemText, _ reasons: [QuestionReason], _ finding: Finding, _ used: inout Set<String>
    ) -> Phrase? {
        let choice = bank.choose(
            for: reasons, facts: text.placeholders(for: finding),
            seed: Int(truncatingIfNeeded: finding.accountID ?? 0) &* 7 &+ Int(day.today.dayNumber),
            isTaken: used.contains)
        if let choice { used.insert(choice.template) }
        return choice?.question
    }
}
