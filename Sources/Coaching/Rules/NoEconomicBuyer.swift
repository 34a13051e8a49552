/// `no-economic-buyer`: no stakeholder has that role.
enum NoEconomicBuyer {
    static func finding(_ account: Account, on day: RepDay) -> Finding? {
        account.stakeholders.contains { $0.role == .economicBuyer } ? nil : Finding(.noEconomicBuyer, of: account)
    }
}
