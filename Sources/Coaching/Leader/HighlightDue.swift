import CivilTime

/// `highlight-due`: a rep did right things lately, and nobody has said so for some of the leader's working days.
enum HighlightDue {
    static func finding(_ coached: CoachedRep, in view: LeaderView) -> Finding? {
        guard let days = silence(around: coached, in: view), coached.deeds.areWorthAWord else { return nil }
        return Finding(.highlightDue, repID: view.leader.id, days: days, personID: coached.rep.id)
    }

    /// For how many working days nobody praised the rep; nil while that is not long enough to look at what was done.
    static func silence(around coached: CoachedRep, in view: LeaderView) -> Int? {
        guard coached.rep.id != view.leader.id, coached.isHere,
            let since = [coached.lastPraisedOn, coached.firstLookedOn].compactMap({ $0 }).max()
        else { return nil }
        let days = view.workingDays(since: since)
        return days >= view.thresholds.highlight ? days : nil
    }
}
