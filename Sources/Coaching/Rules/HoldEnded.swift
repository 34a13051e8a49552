/// `hold-ended`: today is the first working day after a hold.
enum HoldEnded {
    static func finding(_ account: Account, on day: RepDay) -> Finding? {
        guard let hold = account.lastEndedHold(before: day.today),
            day.workingDays(after: hold.until, before: day.today) == 0
        else { return nil }
        return Finding(.holdEnded, of: account)
    }
}
