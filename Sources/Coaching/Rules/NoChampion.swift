/// `no-champion`: no stakeholder has that role.
enum NoChampion {
    static func finding(_ account: Account, on day: RepDay) -> Finding? {
        account.stakeholders.contains { $0.role == .champion } ? nil : Finding(.noChampion, of: account)
    }
}
