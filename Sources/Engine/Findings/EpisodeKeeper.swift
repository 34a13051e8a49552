import CivilTime
import Coaching
import Store

/// Opens, keeps and resolves episodes, so that the store says what the rules say now.
struct EpisodeKeeper {
    let store: Store

    /// Brings all episodes of a rep up to date. Call it in a transaction.
    func update(_ survey: Survey, isFirstLook: Bool) throws {
        var open = Dictionary(
            try store.openEpisodes(of: survey.day.rep.id).map { ($0.finding.key, $0) },
            uniquingKeysWith: { first, _ in first })
        for account in survey.accounts {
            try update(survey.states[account.id] ?? [], open: &open, day: survey.day, isFirstLook: isFirstLook)
        }
        try update(survey.dayFindings, open: &open, day: survey.day, isFirstLook: false)
        let accounts = Dictionary(uniqueKeysWithValues: survey.accounts.map { ($0.id, $0) })
        try resolve(open.values, day: survey.day) { $0.finding.accountID.flatMap { accounts[$0] } }
    }

    /// Brings the episodes of one account up to date.
    /// - Parameters:
    ///   - account: Nil when it is not active any more.
    ///   - days: The day of each rep who has or had it.
    func update(account: Account?, id: RowID, days: [RowID: RepDay]) throws {
        var open = Dictionary(
            try store.openEpisodes(ofAccount: id).map { ($0.finding.key, $0) }, uniquingKeysWith: { first, _ in first })
        if let account, let day = days[account.repID] {
            try update(Rules.states(of: account, on: day), open: &open, day: day, isFirstLook: false)
        }
        for episode in open.values {
            guard let day = days[episode.finding.repID] else { continue }
            try resolve([episode], day: day) { _ in account }
        }
    }

    /// Brings the episodes of a rep's own day up to date.
    func update(dayOf day: RepDay, done: [ActivityKind: Int]) throws {
        var open = Dictionary(
            try store.openEpisodes(of: day.rep.id).filter { $0.finding.accountID == nil }.map { ($0.finding.key, $0) },
            uniquingKeysWith: { first, _ in first })
        try update(Rules.findings(forDayOf: day, done: done), open: &open, day: day, isFirstLook: false)
        try resolve(open.values, day: day) { _ in nil }
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
            let resolution = Resolution(of: episode, account: account(episode), on: day)
            // On a day off what nobody acted on stays as it is.
            guard day.isWorking || resolution != .lapsed else { continue }
            try store.resolve(episode.id, by: resolution, at: day.now, on: day.today)
        }
    }
}

extension Episode {
    /// Missing activity belongs to its day: the next day's is another episode.
    fileprivate func isOfAnotherDay(_ day: RepDay) -> Bool {
        finding.kind == .activityMissing && openedOn != day.today
    }
}
