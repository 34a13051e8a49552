/// `milestone-near`: open, due within the next working days, and no activity was ever logged for it.
enum MilestoneNear {
    static func finding(_ milestone: Milestone, of account: Account, on day: RepDay) -> Finding? {
        guard let due = milestone.dueOn, due >= day.today, milestone.firstActivityAt == nil,
            day.workingDays(after: day.today, before: due) < day.rep.thresholds.milestoneNear
        else { return nil }
        return Finding(.milestoneNear, of: account, milestone: milestone)
    }
}
