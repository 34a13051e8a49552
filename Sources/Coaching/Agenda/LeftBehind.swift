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
    var line: Phrase {
        var names = accounts.prefix(Self.named).map { Phrase("\($0)") }
        if accounts.count > Self.named { names.append(Phrase(words: "\(accounts.count - Self.named) more")) }
        let count = accounts.count == 1 ? "1 account" : "\(accounts.count) accounts"
        let line: Phrase =
            "\(words: count) of \(name), who left, \(words: accounts.count == 1 ? "waits" : "wait") for somebody: "
        return (line + names.listed).asSentence
    }
}
