/// `hold-ended`: today is the first working day after a hold, and nobody has been in touch since it ended.
enum HoldEnded {
    static func finding(_ account: Account, on day: RepDay) -> Finding? {
        guard let hold = account.lastEndedHold(before: day.today),
            day.workingDays(after: hold.until, before: day.today) == 0
        else { return nil }
        if let touch = account.lastTouchAt, day.rep.zone.date(at: touch) > hold.until { return nil }
        return Finding(.holdEnded, of: account)
    }
}
