import CivilTime

/// A colleague who stood at the same point, and by what one knows.
package struct Colleague: Hashable, Sendable {
    package enum Experience: Hashable, Sendable {
        case milestone(title: String, on: CivilDate)
        case role(StakeholderRole)
        case industry
    }

    package var helperID: RowID
    package var name: String
    package var account: String
    package var industry: String?
    package var experience: Experience

    /// "Ben passed "CFO met" at Vandelay (energy) on Thu 12 Nov."
    func phrase(_ dates: DateWords) -> Phrase {
        let language = dates.language
        let place: Phrase = "\(account)" + (industry.map { " (\($0))" } ?? "")
        switch experience {
        case .milestone(let title, let date):
            let (title, on) = (language.quoted(title), Phrase(words: dates.on(date)))
            return language.say(
                "\(name) passed \(title) at \(place) \(on)", "\(name) hat \(on) bei \(place) \(title) erreicht"
            ).asSentence
        case .role(let role):
            let somebody = Phrase(words: language.somebody(of: role))
            return language.say(
                "\(name) knows \(somebody) at \(place)", "\(name) kennt bei \(place) \(somebody)"
            ).asSentence
        case .industry:
            return language.say("\(name) works with \(place) too.", "\(name) arbeitet auch mit \(place).")
        }
    }
}

extension Language {
    /// Whom somebody knows: "the champion", "eine treibende Kraft".
    fileprivate func somebody(of role: StakeholderRole) -> String {
        guard self == .german else { return "the \(role.rawValue)" }
        return switch role {
        case .economicBuyer: "jemanden mit Budget"
        case .champion: "eine treibende Kraft"
        case .user: "jemanden, der damit arbeitet"
        case .evaluator: "jemanden, der prüft"
        case .influencer: "jemanden mit Einfluss"
        case .blocker: "jemanden mit Bedenken"
        }
    }
}

/// Looks among the accounts of a team for a colleague who can help with one of them.
struct ColleagueSearch {
    let candidates: [SupportCandidate]
    let today: CivilDate

    func topic(of ask: String) -> AskTopic { AskTopic(ask, among: candidates.lazy.map(\.account)) }

    /// Who stood where the account stands: at the same milestone, with the same role, in the same industry; and the freshest of these.
    /// - Parameter isFree: Whether a colleague may be proposed.
    func colleague(for account: Account, isFree: (RowID) -> Bool) -> Colleague? {
        let point = Point(of: account, on: today)
        return closest(besides: account.repID, isFree) { match($0, at: point) }
    }

    /// Who has what the words of an ask name. What they do not name nobody can know: where the account stands is no answer to it.
    func colleague(
        forAskAbout topic: AskTopic, on account: Account, isFree: (RowID) -> Bool
    ) -> Colleague? {
        guard !topic.isEmpty else { return nil }
        let point = Point(of: account, on: today)
        return closest(besides: account.repID, isFree) { match($0, about: topic, at: point) }
    }

    private func closest(
        besides owner: RowID, _ isFree: (RowID) -> Bool, _ match: (SupportCandidate) -> Match?
    ) -> Colleague? {
        var free: [RowID: Bool] = [:]
        return candidates.compactMap { candidate -> Match? in
            let helper = candidate.day.rep.id
            guard helper != owner, candidate.day.isWorking else { return nil }
            let mayHelp = free[helper] ?? isFree(helper)
            free[helper] = mayHelp
            return mayHelp ? match(candidate) : nil
        }.min { $0.key < $1.key }?.colleague
    }

    private struct Match {
        var key: (Int, Int32, RowID)
        var colleague: Colleague
    }

    /// Where an account stands.
    private struct Point {
        var milestone: String?
        var missing: StakeholderRole?
        var industry: String?

        init(of account: Account, on today: CivilDate) {
            milestone = account.openMilestones(on: today).first?.title.lowercased()
            let heard = Set(account.stakeholders.filter { $0.lastTwoWayAt != nil }.compactMap(\.role))
            missing = [StakeholderRole.economicBuyer, .champion].first { !heard.contains($0) }
            industry = account.industry?.lowercased()
        }
    }

    private func match(_ candidate: SupportCandidate, about topic: AskTopic, at point: Point) -> Match? {
        let account = candidate.account
        let trade = account.industry?.lowercased()
        let isTrade =
            trade.map { topic.industries.isEmpty ? $0 == point.industry : topic.industries.contains($0) } ?? false
        if let passed = lastPassed(account, where: topic.milestones.contains), let date = passed.doneOn {
            return found(candidate, 0, date, isTrade, .milestone(title: passed.title, on: date))
        }
        if let role = StakeholderRole.allCases.first(where: { topic.roles.contains($0) && hears($0, in: account) }) {
            return found(candidate, 2, nil, isTrade, .role(role))
        }
        guard topic.milestones.isEmpty, topic.roles.isEmpty, isTrade else { return nil }
        return found(candidate, 4, nil, isTrade, .industry)
    }

    private func match(_ candidate: SupportCandidate, at point: Point) -> Match? {
        let account = candidate.account
        let isTrade = point.industry.map { $0 == account.industry?.lowercased() } ?? false
        if let milestone = point.milestone, let passed = lastPassed(account, where: { $0 == milestone }),
            let date = passed.doneOn
        {
            return found(candidate, 1, date, isTrade, .milestone(title: passed.title, on: date))
        }
        if let role = point.missing, hears(role, in: account) { return found(candidate, 3, nil, isTrade, .role(role)) }
        return isTrade ? found(candidate, 5, nil, isTrade, .industry) : nil
    }

    private func lastPassed(_ account: Account, where isMeant: (String) -> Bool) -> Milestone? {
        account.milestones.filter { $0.isDone(on: today) && $0.doneOn != nil && isMeant($0.title.lowercased()) }
            .max { ($0.doneOn ?? today, $0.id) < ($1.doneOn ?? today, $1.id) }
    }

    private func hears(_ role: StakeholderRole, in account: Account) -> Bool {
        account.stakeholders.contains { $0.role == role && $0.lastTwoWayAt != nil }
    }

    private func found(
        _ candidate: SupportCandidate, _ rank: Int, _ date: CivilDate?, _ isSameTrade: Bool,
        _ experience: Colleague.Experience
    ) -> Match {
        let account = candidate.account
        return Match(
            key: (rank - (isSameTrade ? 1 : 0), -(date ?? today.adding(days: -3_650)).dayNumber, account.id),
            colleague: Colleague(
                helperID: candidate.day.rep.id, name: candidate.day.rep.shortName, account: account.name,
                industry: account.industry, experience: experience))
    }
}
