/// `no-milestones`: no milestone is open, be it that there are none yet or that all of them are done.
enum NoMilestones {
    static func finding(_ account: Account, on day: RepDay) -> Finding? {
        account.milestones.contains { $0.isOpen(on: day.today) } ? nil : Finding(.noMilestones, of: account)
    }
}
