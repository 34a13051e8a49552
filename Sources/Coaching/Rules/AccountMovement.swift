extension Pictures.AccountState {
    /// The state of one of the 50, as the strip shows it.
    package init(of account: Account, findings: some Sequence<Finding>, on day: RepDay) {
        if account.hold(on: day.today) != nil {
            self = .resting
        } else if findings.contains(where: { $0.kind == .stalled }) {
            self = .stalled
        } else if findings.contains(where: { $0.kind == .quiet }) {
            self = .quiet
        } else {
            self = .moving
        }
    }
}
