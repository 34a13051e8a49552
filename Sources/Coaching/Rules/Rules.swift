/// All rules, asked for one account or one rep's day. They are pure: the same facts give the same findings.
package enum Rules {
    /// The findings of an account, in no particular order. Nothing is found on the rep's day off, nor while the account rests.
    /// - Parameter other: The earlier message of the list that the account's own is like.
    package static func findings(for account: Account, on day: RepDay, like other: Likeness.Match? = nil) -> [Finding] {
        day.isWorking ? states(of: account, on: day, like: other) : []
    }

    /// The same whether the rep works today or not: on a day off nothing opens, but an act still resolves what it answers.
    package static func states(of account: Account, on day: RepDay, like other: Likeness.Match? = nil) -> [Finding] {
        guard account.isSelected(on: day.today), account.hold(on: day.today) == nil else { return [] }
        let idleness = Idleness(of: account, on: day)
        var findings = [
            HoldEnded.finding(account, on: day),
            StalledAccount.finding(account, idleness, on: day),
            QuietAccount.finding(account, idleness, on: day),
            NextStep.finding(account, on: day),
            SingleThreaded.finding(account, on: day),
            NoEconomicBuyer.finding(account, on: day),
            NoChampion.finding(account, on: day),
            NoMilestones.finding(account, on: day),
            NoOwnMessage.finding(account, on: day),
            GenericMessage.finding(account, like: other),
            ResearchGap.finding(account, on: day),
        ].compactMap { $0 }
        for milestone in account.milestones where milestone.isOpen(on: day.today) {
            findings += [
                MilestonePassed.finding(milestone, of: account, on: day),
                MilestoneNear.finding(milestone, of: account, on: day),
            ].compactMap { $0 }
        }
        return findings
    }

    /// The findings of a rep's own day, word and list.
    package static func findings(of work: RepWork, on day: RepDay) -> [Finding] {
        guard day.isWorking else { return [] }
        return findings(forDayOf: day, done: work.done)
            + work.commitments.compactMap { CommitmentOpen.finding($0, on: day) }
            + [OffList.finding(work, on: day), ListShort.finding(work, on: day)].compactMap { $0 }
    }

    /// What is missing in a rep's plan of the day.
    /// - Parameter done: What the rep did today, at any hour, on active accounts of his own 50.
    package static func findings(forDayOf day: RepDay, done: [ActivityKind: Int]) -> [Finding] {
        guard day.isWorking else { return [] }
        return day.rep.plan.compactMap { line in
            ActivityMissing.finding(line, done: line.kind.count(in: done), on: day)
        }
    }
}

extension PlanKind {
    /// How many of these activities count for the plan line.
    package func count(in done: [ActivityKind: Int]) -> Int {
        done.reduce(0) { $0 + (counts($1.key) ? $1.value : 0) }
    }
}
