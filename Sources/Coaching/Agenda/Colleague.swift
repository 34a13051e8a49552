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
            let role = Phrase(words: language.label(of: role))
            return language.say(
                "\(name) knows the \(role) at \(place)", "\(name) kennt bei \(place) jemanden in dieser Rolle: \(role)"
            ).asSentence
        case .industry:
            return language.say("\(name) works with \(place) too.", "\(name) arbeitet auch mit \(place).")
        }
    }
}

/// Looks among the accounts of a team for a colleague who can help with one of them.
struct ColleagueSearch {
    let candidates: [SupportCandidate]
    let today: CivilDate

    /// The closest match: a milestone that is asked about, the same milestone, the same role, the same industry, and the freshest of these.
    /// - Parameters:
    ///   - ask: What is asked; empty where nothing is.
    ///   - isFree: Whether a colleague may be proposed.
    func colleague(for account: Account, about ask: String = "", isFree: (RowID) -> Bool) -> Colleague? {
        let asked = Set(ask.significantWords)
        let milestone = account.openMilestones(on: today).first?.title.lowercased()
        let heard = Set(account.stakeholders.filter { $0.lastTwoWayAt != nil }.compactMap(\.role))
        let missing = [StakeholderRole.economicBuyer, .champion].first { !heard.contains($0) }
        var free: [RowID: Bool] = [:]
        return candidates.compactMap { candidate -> (key: (Int, Int32, RowID), colleague: Colleague)? in
            let helper = candidate.day.rep.id
            guard helper != account.repID, candidate.day.isWorking else { return nil }
            let mayHelp = free[helper] ?? isFree(helper)
            free[helper] = mayHelp
            guard mayHelp else { return nil }
            return match(candidate, asked: asked, milestone: milestone, role: missing, industry: account.industry)
        }.min { $0.key < $1.key }?.colleague
    }

    private func match(
        _ candidate: SupportCandidate, asked: Set<String>, milestone: String?, role: StakeholderRole?, industry: String?
    ) -> (key: (Int, Int32, RowID), colleague: Colleague)? {
        let account = candidate.account
        let isSameTrade = industry.map { $0.lowercased() == account.industry?.lowercased() } ?? false
        func found(_ rank: Int, _ date: CivilDate?, _ experience: Colleague.Experience)
            -> (key: (Int, Int32, RowID), colleague: Colleague)
        {
            (
                (rank - (isSameTrade ? 1 : 0), -(date ?? today.adding(days: -3_650)).dayNumber, account.id),
                Colleague(
                    helperID: candidate.day.rep.id, name: candidate.day.rep.shortName, account: account.name,
                    industry: account.industry, experience: experience)
            )
        }
        let done = account.milestones.filter { $0.isDone(on: today) && $0.doneOn != nil }
        if !asked.isEmpty,
            let passed = done.filter({ !asked.isDisjoint(with: $0.title.significantWords) })
                .max(by: { ($0.doneOn ?? today, $0.id) < ($1.doneOn ?? today, $1.id) })
        {
            return found(-1, passed.doneOn, .milestone(title: passed.title, on: passed.doneOn ?? today))
        }
        if let milestone, let passed = done.first(where: { $0.title.lowercased() == milestone }),
            let date = passed.doneOn
        {
            return found(1, date, .milestone(title: passed.title, on: date))
        }
        if let role, account.stakeholders.contains(where: { $0.role == role && $0.lastTwoWayAt != nil }) {
            return found(3, nil, .role(role))
        }
        return isSameTrade ? found(5, nil, .industry) : nil
    }
}

extension String {
    /// What a title and a question share when they are about the same: words of three letters and more, in small letters.
    fileprivate var significantWords: [String] {
        lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.count >= 3 }.map(String.init)
    }
}
