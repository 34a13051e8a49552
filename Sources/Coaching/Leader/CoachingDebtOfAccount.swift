import CivilTime

/// `coaching-debt-account`: an account was not looked at together for some working days of leader and rep, neither in a talk nor in a
/// huddle. An account that rests gives none.
enum CoachingDebtOfAccount {
    static func finding(_ account: CoachedAccount, of coached: CoachedRep, in view: LeaderView) -> Finding? {
        guard coached.rep.id != view.leader.id, coached.isHere, !account.isHeld,
            let since = account.lastLookedOn ?? coached.firstLookedOn.map({ max(account.selectedOn, $0) })
        else { return nil }
        let days = view.workingDays(since: since, with: coached.rep)
        guard days >= view.thresholds.coachingAccount else { return nil }
        return Finding(
            .coachingDebtAccount, repID: view.leader.id, accountID: account.id, days: days, personID: coached.rep.id)
    }
}
