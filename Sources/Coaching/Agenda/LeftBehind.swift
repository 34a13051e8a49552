/// Accounts of one person that wait for somebody: he left and nobody has taken them over yet, or a handover found no room for them.
package struct LeftBehind: Hashable, Sendable {
    package var name: String
    /// In the order of the list.
    package var accounts: [String]
    /// They are on nobody's list any more, whether he left or not.
    package var isHandedOver: Bool

    package init(name: String, accounts: [String], isHandedOver: Bool = false) {
        self.name = name
        self.accounts = accounts
        self.isHandedOver = isHandedOver
    }

    private static let named = 3

    /// "12 accounts of Bob, who left, wait for somebody: Acme, Boll, Cary and 9 more."
    func line(in language: Language) -> Phrase {
        var names = accounts.prefix(Self.named).map { Phrase("\($0)") }
        if accounts.count > Self.named { names.append(language.more(accounts.count - Self.named)) }
        let isOne = accounts.count == 1
        let count = Phrase(
            words: isOne
                ? language.word("1 account", "1 Account") : "\(accounts.count) \(language.word("accounts", "Accounts"))"
        )
        let line =
            isHandedOver
            ? language.say(
                "\(count) that \(name) had \(words: isOne ? "is" : "are") on nobody's list: ",
                "\(count), zuletzt bei \(name), \(words: isOne ? "steht" : "stehen") auf keiner Liste: ")
            : language.say(
                "\(count) of \(name), who left, \(words: isOne ? "waits" : "wait") for somebody: ",
                "\(count) von \(name), nicht mehr im Team, \(words: isOne ? "wartet" : "warten") auf jemanden: ")
        return (line + names.listed(in: language)).asSentence
    }
}
