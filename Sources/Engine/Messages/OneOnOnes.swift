import CivilTime
import Coaching
import Store

/// Gathers from the store what a leader and a rep sit down with.
package struct OneOnOnes {
    let store: Store
    let bank: QuestionBank

    /// Working days that are looked back on where no one-to-one is noted.
    private static let span = 20

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

    /// Milestones, new voices, whole plans, and what the leader said already.
    private func praise(of day: RepDay, since: CivilDate) throws -> [Phrase] {
        let rep = day.rep
        let language = bank.language
        let dates = DateWords(today: day.today, in: language)
        // What is freshest is praised first.
        var praise = try store.milestonesDone(of: rep.id, from: since, through: day.today).reversed().map {
            language.quoted($0.title)
                + language.say(" at \($0.account), ", " bei \($0.account), ") + Phrase(words: dates.said($0.on))
        }
        praise += try store.firstReplies(to: rep.id, from: rep.zone.startOfDay(since), before: day.now).suffix(2)
            .reversed().map {
                language.say(
                    "\($0.name.firstName) at \($0.account) answered, ", "\($0.name) von \($0.account) hat geantwortet, "
                )
                    + Phrase(words: dates.said(rep.zone.date(at: $0.at)))
            }
        var (days, full) = (0, 0)
        var date = day.today
        while days < Self.span, let previous = rep.calendar.previous(before: date), previous >= since {
            date = previous
            days += 1
            if try store.didWholePlan(rep, on: previous, at: day.now) { full += 1 }
        }
        // Less than half of the days is no praise.
        if full > 0, full * 2 >= days {
            praise.append(
                language.say(
                    "The whole plan on \(full) of \(words: language.workingDays(days))",
                    "Der ganze Plan an \(full) von \(words: language.dativeWorkingDays(days))"))
        }
        praise += try store.praise(of: rep.id, from: since, through: day.today).map {
            Phrase(words: "\(language.word("Said", "Gesagt")) \(dates.on($0.on)): ") + "\($0.note)"
        }
        return praise
    }
}
