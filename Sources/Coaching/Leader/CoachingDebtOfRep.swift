/// `coaching-debt-rep`: the leader has not sat down with a rep for some working days on which both could have. A rep who is away gives
/// none, and a leader is no debt of his own.
enum CoachingDebtOfRep {
    static func finding(_ coached: CoachedRep, in view: LeaderView) -> Finding? {
        guard coached.rep.id != view.leader.id, coached.isHere,
            let since = coached.lastTalk?.on ?? coached.firstLookedOn
        else { return nil }
        let days = view.workingDays(since: since, with: coached.rep)
        guard days >= view.thresholds.coachingRep else { return nil }
        return Finding(.coachingDebtRep, repID: view.leader.id, days: days, personID: coached.rep.id)
    }
}
