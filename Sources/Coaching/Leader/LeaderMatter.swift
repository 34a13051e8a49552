/// An episode of the leader's with the facts that its sentence needs.
package struct LeaderMatter: Hashable, Sendable {
    package var episode: Episode
    /// As the rules see it now.
    package var finding: Finding
    /// Whose it is; while he is away somebody else reads it.
    var leader: Rep
    var coached: CoachedRep?
    var account: CoachedAccount?
    var ask: Ask?
    var promise: Promise?

    package var kind: FindingKind { finding.kind }

    var accountName: String? { account?.name ?? ask?.account ?? promise?.account }

    /// The rep's episode whose ladder ended.
    var unanswered: Episode? {
        account.flatMap { account in coached.flatMap { StallUnanswered.episode(account, of: $0) } }
    }

    /// Whether it is still the huddle's: an ask until one huddle with it has passed and wherever today's agenda tells it, a promise
    /// through its day. It is not told twice on a morning.
    /// - Parameter asksTold: The asks of today's agenda.
    func isOfHuddle(on day: RepDay, asksTold: Set<RowID>) -> Bool {
        switch kind {
        case .askOpen:
            ask.map { ask in
                ask.id.map(asksTold.contains) ?? false || day.workingDays(after: ask.askedOn, before: day.today) < 1
            } ?? false
        case .promiseOpen: promise?.dueOn.map { $0 >= day.today } ?? false
        default: false
        }
    }

    /// Whether it is to be done with a rep who does not work today.
    var waitsForRep: Bool {
        switch kind {
        case .coachingDebtRep, .coachingDebtAccount, .highlightDue, .stallUnanswered: !(coached?.day.isWorking ?? true)
        default: false
        }
    }

    /// The matters of a team: what the rules find and has an episode.
    static func all(in view: LeaderView, findings: [Finding], episodes: [Episode]) -> [LeaderMatter] {
        let open = Dictionary(episodes.map { ($0.finding.key, $0) }, uniquingKeysWith: { first, _ in first })
        let reps = Dictionary(view.reps.map { ($0.rep.id, $0) }, uniquingKeysWith: { first, _ in first })
        let promises = Dictionary(view.promises.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return findings.compactMap { finding in
            guard let episode = open[finding.key] else { return nil }
            let coached = finding.personID.flatMap { reps[$0] }
            return LeaderMatter(
                episode: episode, finding: finding, leader: view.leader, coached: coached,
                account: coached?.accounts.first { $0.id == finding.accountID },
                ask: coached?.asks.first { $0.id == finding.subjectID && finding.kind == .askOpen },
                promise: finding.kind == .promiseOpen ? promises[finding.subjectID] : nil)
        }
    }
}
