/// `stall-unanswered`: a rep heard the ladder of an account to its end and the account did not move. One an account.
enum StallUnanswered {
    static func finding(_ account: CoachedAccount, of coached: CoachedRep, in view: LeaderView) -> Finding? {
        guard coached.rep.id != view.leader.id, let episode = episode(account, of: coached),
            let first = episode.firstMentionedOn
        else { return nil }
        return Finding(
            .stallUnanswered, repID: view.leader.id, accountID: account.id,
            days: episode.finding.days ?? coached.day.workingDays(since: first), personID: coached.rep.id,
            subjectID: episode.id)
    }

    /// The weightiest of those that ended.
    static func episode(_ account: CoachedAccount, of coached: CoachedRep) -> Episode? {
        let ladder = Ladder()
        return account.episodes.filter { ladder.hasEnded($0, on: coached.day) }
            .min { $0.comesBefore($1) }
    }
}
