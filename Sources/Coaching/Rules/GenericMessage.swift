/// `generic-message`: the account's own message is nearly that of an account that came on the same list before it.
enum GenericMessage {
    static func finding(_ account: Account, like other: Likeness.Match?) -> Finding? {
        other.map { Finding(.genericMessage, of: account, like: $0) }
    }
}
