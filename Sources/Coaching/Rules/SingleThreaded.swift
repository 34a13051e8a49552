/// `single-threaded`: a milestone is done, and fewer distinct roles than needed had a two-way touch in the last days.
enum SingleThreaded {
    static func finding(_ account: Account, on day: RepDay) -> Finding? {
        guard account.milestones.contains(where: { $0.isDone(on: day.today) }) else { return nil }
        let threads = liveRoles(of: account, on: day).count
        return threads < day.rep.thresholds.liveThreads ? Finding(.singleThreaded, of: account, threads: threads) : nil
    }

    /// The roles whose stakeholder took part in a touch at most `threadDays` calendar days ago.
    static func liveRoles(of account: Account, on day: RepDay) -> Set<StakeholderRole> {
        Set(liveStakeholders(of: account, on: day).compactMap(\.role))
    }

    /// Who has a role and took part in such a touch.
    static func liveStakeholders(of account: Account, on day: RepDay) -> [Stakeholder] {
        let oldest = day.today.adding(days: -day.rep.thresholds.threadDays)
        return account.stakeholders.filter { stakeholder in
            stakeholder.role != nil && stakeholder.lastTwoWayAt.map { day.rep.zone.date(at: $0) >= oldest } ?? false
        }
    }
}
