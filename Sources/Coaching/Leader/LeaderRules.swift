/// All rules about what a leader owes his team. They are pure: the same facts give the same findings.
package enum LeaderRules {
    /// In no particular order. On a day on which neither leader nor deputy works nothing is found.
    package static func findings(_ view: LeaderView) -> [Finding] {
        guard view.day.isWorking else { return [] }
        return view.promises.compactMap { PromiseOpen.finding($0, in: view) }
            + view.reps.flatMap { coached in
                coached.asks.compactMap { AskOpen.finding($0, of: coached, in: view) }
                    + coached.accounts.flatMap { account in
                        [
                            StallUnanswered.finding(account, of: coached, in: view),
                            CoachingDebtOfAccount.finding(account, of: coached, in: view),
                        ].compactMap { $0 }
                    }
                    + [CoachingDebtOfRep.finding(coached, in: view), HighlightDue.finding(coached, in: view)]
                    .compactMap { $0 }
            }
    }

    /// Whether a rep heard nothing for so long that it is worth a look at what he did.
    package static func isUnpraised(_ coached: CoachedRep, in view: LeaderView) -> Bool {
        HighlightDue.silence(around: coached, in: view) != nil
    }
}
