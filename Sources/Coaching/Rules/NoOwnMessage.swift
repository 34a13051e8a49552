/// `no-own-message`: nothing is written that was made for this account.
enum NoOwnMessage {
    static func finding(_ account: Account, on day: RepDay) -> Finding? {
        account.hasOwnMessage ? nil : Finding(.noOwnMessage, of: account)
    }
}
