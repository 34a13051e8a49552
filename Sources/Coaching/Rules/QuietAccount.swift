/// `quiet`: half-way to a stall. An account that is stalled is no longer quiet.
enum QuietAccount {
    static func finding(_ account: Account, _ idleness: Idleness, on day: RepDay) -> Finding? {
        let thresholds = day.rep.thresholds
        guard !idleness.isPaused, idleness.workingDays >= thresholds.quiet,
            idleness.workingDays < thresholds.stalled(for: account, on: day)
        else { return nil }
        return Finding(.quiet, of: account, days: idleness.workingDays)
    }
}
