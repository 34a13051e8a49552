/// A rep who left, with accounts that nobody has taken over yet.
package struct LeftBehind: Hashable, Sendable {
    package var name: String
    /// In the order of the list.
    package var accounts: [String]

    package init(name: String, accounts: [String]) {
        self.name = name
        self.accounts = accounts
    }

    private static let named = 3

    /// "12 accounts of Bob, who left, wait for somebody: Acme, Boll, Cary and 9 more."
    func line(in language: Language) -> Phrase {
        var names = accounts.prefix(Self.named).map { Phrase("\($0)") }
        if accounts.count > Self.named { names.append(language.more(accounts.count - Self.named)) }
        let line =
            accounts.count == 1
            ? language.say(
                "1 account of \(name), who left, waits for somebody: ",
                "1 Account von \(name), nicht mehr im Team, wartet auf jemanden: ")
            : language.say(
                "\(accounts.count) accounts of \(name), who left, wait for somebody: ",
                "\(accounts.count) Accounts von \(name), nicht mehr im Team, warten auf jemanden: ")
        return (line + names.listed(in: language)).asSentence
    }
}
