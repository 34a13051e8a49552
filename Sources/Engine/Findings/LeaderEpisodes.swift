import CivilTime
import Coaching
import Store

/// Opens, keeps and resolves what leaders owe, so that the store says what the rules say now.
struct LeaderEpisodes {
    let store: Store

    /// Brings the episodes of one team's leader up to date. Call it in a transaction.
    func update(_ survey: LeaderSurvey) throws {
        let day = survey.view.day
        var open = Dictionary(
            try store.openLeaderEpisodes(of: survey.view.leader.id).filter(survey.concerns)
                .map { ($0.finding.key, $0) }, uniquingKeysWith: { first, _ in first })
        for finding in survey.findings {
            if let episode = open.removeValue(forKey: finding.key) {
                // The debt of hundreds of accounts grows every day; its figure is told as the survey sees it.
                if episode.finding != finding, finding.kind != .coachingDebtAccount {
                    try store.update(episode.id, to: finding)
                }
            } else {
                try store.open(finding, at: day.now, on: day.today, isBacklog: false)
            }
        }
        for episode in open.values {
            let resolution = try resolution(of: episode, survey.view)
            guard day.isWorking || resolution.isAct else { continue }
            try store.resolve(episode.id, by: resolution, at: day.now, on: day.today)
        }
    }

    /// Ends what others than the leader may have answered: an ask, silence about a rep, the end of a ladder.
    func answer(people: [RowID], accounts: [RowID], at now: Instant, roster: Roster) throws {
        for episode in try store.openLeaderEpisodes(aboutPeople: people, accounts: accounts) {
            guard let leader = roster.members[episode.finding.repID]?.rep, let subject = episode.finding.kind.answer
            else { continue }
            let today = leader.zone.date(at: now)
            let resolution: Resolution? =
                switch subject {
                case .ask:
                    try store.isAnswered(ask: episode.finding.subjectID ?? 0, at: now) ? .answered : nil
                case .praise:
                    try episode.finding.personID.flatMap { try store.lastPraise(of: $0, through: today) }
                        .flatMap { $0 >= episode.openedOn ? .praised : nil }
                case .ladder:
                    try episode.finding.subjectID.flatMap { try store.resolution(ofFinding: $0) }
                }
            if let resolution { try store.resolve(episode.id, by: resolution, at: now, on: today) }
        }
    }

    /// Ends what a leader himself answered: a talk that he had, a promise that was kept, dropped or given another day.
    func answer(leader day: RepDay) throws {
        for debt in try store.coachingDebts(of: day.rep.id, at: day.now, in: day.rep.zone)
        where day.workingDays(after: debt.lastTalkOn, before: day.today) < debt.days {
            try store.resolve(debt.episode, by: .coached, at: day.now, on: day.today)
        }
        let told = try store.openPromiseEpisodes(of: day.rep.id)
        guard !told.isEmpty else { return }
        let open = try store.openPromises(of: day.rep.id, at: day.now, in: day.rep.zone)
        let due = Set(open.filter { $0.dueOn.map { $0 <= day.today } ?? true }.map(\.id))
        for episode in told where !due.contains(episode.finding.subjectID) {
            let resolution = try resolution(ofPromise: episode.finding, open, at: day.now)
            guard day.isWorking || resolution.isAct else { continue }
            try store.resolve(episode.id, by: resolution, at: day.now, on: day.today)
        }
    }

    private func resolution(ofPromise finding: Finding, _ open: [Promise], at now: Instant) throws -> Resolution {
        if try store.isKept(promise: finding.subjectID ?? 0, at: now) { return .kept }
        // A promise with another date is open still, and not due.
        return open.contains { $0.id == finding.subjectID } ? .lapsed : .closed
    }

    private func resolution(of episode: Episode, _ view: LeaderView) throws -> Resolution {
        let finding = episode.finding
        let coached = view.reps.first { $0.rep.id == finding.personID }
        let now = view.day.now
        switch finding.kind {
        case .askOpen:
            return try store.isAnswered(ask: finding.subjectID ?? 0, at: now) ? .answered : .closed
        case .promiseOpen: return try resolution(ofPromise: finding, view.promises, at: now)
        case .stallUnanswered:
            return try finding.subjectID.flatMap { try store.resolution(ofFinding: $0) } ?? .lapsed
        case .highlightDue:
            guard let coached else { return .closed }
            return coached.lastPraisedOn.map { $0 >= episode.openedOn } ?? false ? .praised : .lapsed
        case .coachingDebtRep:
            guard let coached else { return .closed }
            return isRecent(coached.lastTalk?.on, with: coached.rep, episode, view) ? .coached : .lapsed
        case .coachingDebtAccount:
            guard let coached, let account = coached.accounts.first(where: { $0.id == finding.accountID }) else {
                return .closed
            }
            if account.isHeld { return .hold }
            return isRecent(account.lastLookedOn, with: coached.rep, episode, view) ? .coached : .lapsed
        default: return .lapsed
        }
    }

    /// Whether the days count from a later date than they did.
    private func isRecent(_ date: CivilDate?, with rep: Rep, _ episode: Episode, _ view: LeaderView) -> Bool {
        guard let date, let days = episode.finding.days else { return false }
        return view.workingDays(since: date, with: rep) < days
    }
}

extension FindingKind {
    fileprivate enum Answer { case ask, praise, ladder }

    /// What somebody else does that answers it.
    fileprivate var answer: Answer? {
        switch self {
        case .askOpen: .ask
        case .highlightDue: .praise
        case .stallUnanswered: .ladder
        default: nil
        }
    }
}
