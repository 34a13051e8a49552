import CivilTime

/// Which colleague is named beside an ask. Once proposed he stays so while the ask is open; but nobody is named beside more than some
/// asks a week: those of this week come first, then new ones, then those that had their week longest ago.
struct AskMatching {
    private let briefing: HuddleBriefing
    private let search: ColleagueSearch

    init(_ briefing: HuddleBriefing) {
        self.briefing = briefing
        search = ColleagueSearch(candidates: briefing.support, today: briefing.day.today)
    }

    var colleagues: [RowID: Colleague] {
        var helps = briefing.helpsThisWeek
        var colleagues: [RowID: Colleague] = [:]
        for ask in briefing.asksInWords.enumerated().sorted(by: { turn($0) < turn($1) }).map(\.element) {
            // What did not help in so many huddles gives way to the leader's own help.
            guard let id = ask.id, briefing.huddle(of: ask) < 2 * briefing.policy.stuckAfter,
                let account = briefing.support.first(where: { $0.account.id == ask.accountID })?.account
            else { continue }
            let known = briefing.matched[id]
            let isOfThisWeek = known.map { $0.on >= briefing.monday } ?? false
            let colleague = search.colleague(forAskAbout: search.topic(of: ask.text), on: account) { helper in
                known.map { $0.helperID == helper } ?? true
                    && (isOfThisWeek || helps[helper, default: 0] < briefing.policy.helpsAWeek)
            }
            guard let colleague else { continue }
            if !isOfThisWeek { helps[colleague.helperID, default: 0] += 1 }
            colleagues[id] = colleague
        }
        return colleagues
    }

    /// Asks that share nothing with what colleagues did: the round is asked instead.
    var unmatched: Set<RowID> {
        Set(
            briefing.asksInWords.compactMap { ask in
                guard let id = ask.id else { return nil }
                let account = briefing.support.first { $0.account.id == ask.accountID }?.account
                let helper = account.flatMap {
                    search.colleague(forAskAbout: search.topic(of: ask.text), on: $0, isFree: { _ in true })
                }
                return helper == nil ? id : nil
            })
    }

    private func turn(_ entry: (offset: Int, element: Ask)) -> (Int, CivilDate, Int) {
        guard let known = entry.element.id.flatMap({ briefing.matched[$0] }) else {
            return (1, briefing.monday, entry.offset)
        }
        return (known.on >= briefing.monday ? 0 : 2, known.on, entry.offset)
    }
}
