import CivilTime

/// How long an account has gone without a touch.
package struct Idleness: Hashable, Sendable {
    /// The date that the count starts from: the latest of the last touch, the selection and the end of the last ended hold.
    package let since: CivilDate
    /// Whole working days of the rep strictly after `since` and strictly before today.
    package let workingDays: Int
    /// Whether a next step in reach pauses `quiet` and `stalled`.
    package let isPaused: Bool

    package init(of account: Account, on day: RepDay) {
        var since = account.selectedOn
        if let touch = account.lastTouchAt { since = max(since, day.rep.zone.date(at: touch)) }
        if let hold = account.lastEndedHold(before: day.today) { since = max(since, hold.until) }
        self.since = since
        workingDays = day.workingDays(after: since, before: day.today)
        isPaused =
            account.nextStepOn.map { step in
                step >= day.today
                    && day.workingDays(after: since, before: step) <= day.rep.thresholds.nextStepPause
            } ?? false
    }
}
