/// `milestone-passed`: open and due before today.
enum MilestonePassed {
    static func finding(_ milestone: Milestone, of account: Account, on day: RepDay) -> Finding? {
        guard let due = milestone.dueOn, due < day.today else { return nil }
        return Finding(.milestonePassed, of: account, milestone: milestone)
    }
}
