import CivilTime
import Coaching
import Store

/// Gathers from the store what a leader and a rep sit down with.
package struct OneOnOnes {
    let store: Store
    let bank: QuestionBank

    /// Working days that are looked back on where no one-to-one is noted.
    private static let span = 20
    /// New voices that are told.
    private static let voices = 2

    package init(store: Store, bank: QuestionBank) {
        self.store = store
        self.bank = bank
    }

    /// - Parameter reader: Who is known to read it; to others than the two the words of notes are not shown.
    package func oneOnOne(
        of leader: Rep, with rep: Rep, for reader: RowID?, at now: Instant
    ) throws -> OneOnOne {
        let day = RepDay(rep, at: now)
        let zone = leader.zone
        let last = try store.lastOneOnOne(of: leader.id, with: rep.id, before: now)
        let since =
            last.map(zone.date) ?? rep.calendar.adding(workingDays: -Self.span, to: day.today)
            ?? day.today.adding(days: -28)
        let start = last ?? zone.startOfDay(since)
        let survey = try Survey(of: rep, at: now, in: store)
        let accounts = survey.accounts.filter { $0.isSelected(on: day.today) }
        return OneOnOne(
            leader: leader.shortName, day: day, since: since, isFirst: last == nil,
            promises: try store.promises(of: leader.id, to: rep.id, since: start, at: now, in: zone),
            commitments: try store.words(of: rep.id, since: since, at: now, in: rep.zone),
            praise: try praise(of: day, since: since),
            stories: try accounts.map { AccountStory($0, lastTouch: try store.lastTouch(of: $0.id, at: now)) },
            episodes: try episodes(survey),
            notes: try store.coachingNotes(of: leader.id, with: rep.id, since: start, at: now, in: zone).map { note in
                OneOnOne.Note(
                    on: note.on, account: note.account, text: [leader.id, rep.id].contains(reader) ? note.text : nil)
            }, bank: bank)
    }

    /// What is found now, whether anybody looked before or not.
    private func episodes(_ survey: Survey) throws -> [Episode] {
        let known = Dictionary(
            try store.openEpisodes(.rep(survey.day.rep.id)).map { ($0.finding.key, $0) },
            uniquingKeysWith: { first, _ in first })
        return survey.accounts.flatMap { survey.states[$0.id] ?? [] }.enumerated().map { place, finding in
            known[finding.key]
                ?? Episode(
                    id: RowID(place), finding: finding, openedOn: survey.day.today, openedAt: survey.day.now)
        }
    }

    /// What was won and reached, new voices and what the leader said already, the freshest first; the plans of all days at the end. The
    /// leader's own word is always among what is shown.
    private func praise(of day: RepDay, since: CivilDate) throws -> [Phrase] {
        let rep = day.rep
        let language = bank.language
        let dates = DateWords(today: day.today, in: language)
        let start = rep.zone.startOfDay(since)
        func dated(_ deed: Phrase, _ date: CivilDate) -> (on: CivilDate, phrase: Phrase) {
            (date, deed + ", " + Phrase(words: dates.said(date)))
        }
        var deeds = try store.milestonesDone(of: rep.id, from: since, through: day.today).map {
            dated(language.quoted($0.title) + language.say(" at \($0.account)", " bei \($0.account)"), $0.on)
        }
        deeds += try store.accountsWon(by: rep.id, since: start, at: day.now).map {
            dated(language.say("\($0.account) is won", "\($0.account) ist gewonnen"), rep.zone.date(at: $0.at))
        }
        deeds += try store.firstReplies(to: rep.id, from: start, before: day.now).suffix(Self.voices).map {
            dated(
                FirstTalk(rep: rep.shortName, name: $0.name, account: $0.account, kind: $0.kind).phrase(in: language),
                rep.zone.date(at: $0.at))
        }
        let said = try store.praise(of: rep.id, from: since, through: day.today).map {
            (
                on: $0.on,
                phrase: Phrase(words: "\(language.word("Said", "Gesagt")) \(dates.on($0.on)): ") + "\($0.note)"
            )
        }
        let others = (deeds + said.dropFirst()).enumerated()
            .sorted { ($1.element.on, $0.offset) < ($0.element.on, $1.offset) }.map(\.element)
        let plans = try plans(of: day, since: since)
        let places = OneOnOne.shown - said.prefix(1).count - (plans == nil ? 0 : 1)
        return (said.prefix(1) + others.prefix(places)).sorted { $1.on < $0.on }.map(\.phrase)
            + [plans].compactMap { $0 }
    }

    /// On how many of the days the whole plan was done; less than half of them is no praise.
    private func plans(of day: RepDay, since: CivilDate) throws -> Phrase? {
        var (days, full) = (0, 0)
        var date = day.today
        while days < Self.span, let previous = day.rep.calendar.previous(before: date), previous >= since {
            date = previous
            days += 1
            if try store.didWholePlan(day.rep, on: previous, at: day.now) { full += 1 }
        }
        guard full > 0, full * 2 >= days else { return nil }
        return bank.language.say(
            "The whole plan on \(full) of \(words: bank.language.workingDays(days))",
            "Der ganze Plan an \(full) von \(words: bank.language.dativeWorkingDays(days))")
    }
}
