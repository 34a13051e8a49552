/// `stalled`: the idle working days have reached the account's threshold, and no next step in reach pauses the count.
enum StalledAccount {
    static func finding(_ account: Account, _ idleness: Idleness, on day: RepDay) -> Finding? {
        guard !idleness.isPaused, idleness.workingDays >= day.rep.thresholds.stalled(for: account, on: day) else {
            return nil
        }
        return Finding(.stalled, of: account, days: idleness.workingDays)
    }
}
