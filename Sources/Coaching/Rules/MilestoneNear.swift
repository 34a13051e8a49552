import CivilTime

/// `milestone-near`: open, due within the next working days, and no activity was ever logged for it.
enum MilestoneNear {
    static func finding(_ milestone: Milestone, of account: Account, on day: RepDay) -> Finding? {
        guard let due = milestone.dueOn, day.isNear(due), milestone.firstActivityAt == nil else { return nil }
        return Finding(.milestoneNear, of: account, milestone: milestone)
    }
}

extension RepDay {
    /// Whether a milestone of that date is near: due today or later, with few whole working days in between.
    func isNear(_ due: CivilDate) -> Bool {
        due >= today && workingDays(after: today, before: due) < rep.thresholds.milestoneNear
    }
}
