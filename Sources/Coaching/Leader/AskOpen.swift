import CivilTime

/// `ask-open`: a rep asked for help before today, and nobody answered.
enum AskOpen {
    static func finding(_ ask: Ask, of coached: CoachedRep, in view: LeaderView) -> Finding? {
        guard coached.rep.id != view.leader.id, ask.askedOn < view.day.today, let id = ask.id else { return nil }
        return Finding(
            .askOpen, repID: view.leader.id, accountID: ask.accountID, days: view.workingDays(since: ask.askedOn),
            personID: coached.rep.id, subjectID: id)
    }
}
