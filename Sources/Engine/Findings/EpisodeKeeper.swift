import CivilTime
import Coaching
import Store

/// Opens, keeps and resolves episodes, so that the store says what the rules say now. It lives for one transaction.
struct EpisodeKeeper {
    let store: Store
    /// Of the lists of which an account changed; a text that changes has everybody looked at who has one.
    private var likeness: [RowID: Likeness] = [:]

    init(store: Store) { self.store = store }

    /// Brings all episodes of a rep up to date.
    func update(_ survey: Survey, isFirstLook: Bool) throws {
        try settle(survey.work, survey.openCommitments)
        var open = try openEpisodes(.rep(survey.day.rep.id))
        for account in survey.accounts {
            try update(survey.states[account.id] ?? [], open: &open, day: survey.day, isFirstLook: isFirstLook)
            try answerLapsed(account, survey.day)
        }
        try update(survey.dayFindings, open: &open, day: survey.day, isFirstLook: false)
        let accounts = Dictionary(uniqueKeysWithValues: survey.accounts.map { ($0.id, $0) })
        try resolve(open.values, day: survey.day) { $0.finding.accountID.flatMap { accounts[$0] } }
    }

    /// Brings the episodes of one account up to date.
    /// - Parameters:
    ///   - account: Nil when it is not active any more.
    ///   - open: Its open episodes.
    ///   - days: The day of each rep who has or had it.
    ///   - likeness: Of the list of its rep, where it is known.
    mutating func update(
        account: Account?, open: [Finding.Key: Episode], days: [RowID: RepDay], likeness: Likeness?
    ) throws {
        var open = open
        if let account, let day = days[account.repID] {
            let states = Rules.states(of: account, on: day, like: try match(of: account, on: day, likeness))
            try update(states, open: &open, day: day, isFirstLook: false)
            try answerLapsed(account, day)
        }
        for episode in open.values {
            guard let day = days[episode.finding.repID] else { continue }
            try resolve([episode], day: day) { _ in account }
        }
    }

    /// Brings the episodes of a rep's own day, word and list up to date. An act may end what the touches off the list had opened;
    /// to open it is left to the daily look, which counts over weeks.
    func update(dayOf day: RepDay) throws {
        let open = try openEpisodes(.day(of: day.rep.id))
        let (work, commitments) = try store.work(on: day, countsSpread: hasSpread(open))
        try update(dayOf: day, work, commitments, open: open)
    }

    /// Brings them up to date with what a survey read.
    func update(dayOf survey: Survey, open: [Finding.Key: Episode]) throws {
        try update(dayOf: survey.day, survey.work, survey.openCommitments, open: open)
    }

    /// Whether touches off the list are a matter.
    func hasSpread(_ open: [Finding.Key: Episode]) -> Bool { open.values.contains { $0.finding.kind == .offList } }

    private func update(
        dayOf day: RepDay, _ work: RepWork, _ commitments: [Commitment], open: [Finding.Key: Episode]
    ) throws {
        try settle(work, commitments)
        var open = open
        try update(Rules.findings(of: work, on: day), open: &open, day: day, isFirstLook: false)
        try resolve(open.values, day: day) { _ in nil }
    }

    func openEpisodes(_ scope: Store.EpisodeScope) throws -> [Finding.Key: Episode] {
        Dictionary(
            try store.openEpisodes(scope).map { ($0.finding.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The others' messages are only read where the account has one itself.
    private mutating func match(
        of account: Account, on day: RepDay, _ known: Likeness?
    ) throws -> Likeness.Match? {
        guard OwnMessage(account, on: day.today) != nil else { return nil }
        if let known = known ?? likeness[account.repID] { return known.matches[account.id] }
        let messages = try store.ownMessages(of: account.repID, on: day.today)
        let new = Likeness(of: messages, atLeast: day.rep.thresholds.alike)
        likeness[account.repID] = new
        return new.matches[account.id]
    }

    /// Writes down what was kept and what moved to today.
    private func settle(_ work: RepWork, _ before: [Commitment]) throws {
        for (before, after) in zip(before, work.commitments) where before != after { try store.update(after) }
    }

    /// Takes the findings that have an episode out of `open`; what stays in it is no longer found.
    private func update(
        _ findings: [Finding], open: inout [Finding.Key: Episode], day: RepDay, isFirstLook: Bool
    ) throws {
        for finding in findings {
            if let episode = open[finding.key], !episode.isOfAnotherDay(day) {
                open[finding.key] = nil
                if episode.finding != finding, day.isWorking { try store.update(episode.id, to: finding) }
            } else if day.isWorking {
                if let stale = open.removeValue(forKey: finding.key) {
                    try store.resolve(stale.id, by: .lapsed, at: day.now, on: day.today)
                }
                try store.open(finding, at: day.now, on: day.today, isBacklog: isFirstLook)
            }
        }
    }

    private func resolve(
        _ episodes: some Sequence<Episode>, day: RepDay, account: (Episode) -> Account?
    ) throws {
        for episode in episodes {
            let resolution = Resolution(
                of: episode, account: account(episode), on: day, try evidence(about: episode.finding, on: day))
            // On a day off what nobody acted on stays as it is.
            guard day.isWorking || resolution != .lapsed else { continue }
            try store.resolve(episode.id, by: resolution, at: day.now, on: day.today)
        }
    }

    /// What was mentioned and ended by itself, as a quiet account that stalls or the first day after a hold, is answered by a touch that
    /// follows while an act still counts.
    private func answerLapsed(_ account: Account, _ day: RepDay) throws {
        guard let touched = account.lastTouchAt.map(day.rep.zone.date),
            let first = day.rep.calendar.adding(workingDays: -Effect.within, to: day.today), touched >= first
        else { return }
        try store.answerLapsed(
            about: account.id, of: day.rep.id, mentionedIn: first...touched, at: day.now, on: day.today)
    }

    private func evidence(about finding: Finding, on day: RepDay) throws -> Resolution.Evidence {
        switch finding.kind {
        case .genericMessage:
            let messages = try store.ownMessages(of: finding.repID, on: day.today)
            guard let own = messages.first(where: { $0.account == finding.accountID }),
                let other = messages.first(where: { $0.account == finding.otherAccountID })
            else { return Resolution.Evidence() }
            return Resolution.Evidence(likeness: Likeness.percent(own, other))
        case .commitmentOpen:
            return Resolution.Evidence(
                commitment: try finding.subjectID.flatMap { try store.commitment($0, at: day.now) })
        case .listShort:
            return Resolution.Evidence(listed: try store.listedAccounts(of: finding.repID, on: day.today))
        default: return Resolution.Evidence()
        }
    }
}

extension Episode {
    /// Missing activity belongs to its day: the next day's is another episode.
    fileprivate func isOfAnotherDay(_ day: RepDay) -> Bool {
        finding.kind == .activityMissing && openedOn != day.today
    }
}
