import CivilTime

/// An account's own message, with the names that stand for it alone.
package struct OwnMessage: Hashable, Sendable {
    package var account: RowID
    package var selectedOn: CivilDate
    package var text: String
    /// Of the account and its stakeholders: "Dear Acme" and "Dear Globex" are alike.
    package var names: [String]

    package init(account: RowID, selectedOn: CivilDate, text: String, names: [String]) {
        self.account = account
        self.selectedOn = selectedOn
        self.text = text
        self.names = names
    }

    /// Nil for an account that has none, or is not one of the 50 on that day.
    package init?(_ account: Account, on day: CivilDate) {
        guard account.isSelected(on: day), account.hasOwnMessage, let text = account.ownMessage else { return nil }
        self.init(
            account: account.id, selectedOn: account.selectedOn, text: text,
            names: [account.name] + account.stakeholders.map(\.name))
    }
}

/// Which own messages of one rep's list are nearly the same.
package struct Likeness: Hashable, Sendable {
    /// The message that one is like.
    package struct Match: Hashable, Sendable {
        package var account: RowID
        package var percent: Int

        package init(account: RowID, percent: Int) {
            self.account = account
            self.percent = percent
        }
    }

    /// By account. Of two that are alike the one that came on the list later has the match, so that a pair is said once.
    package private(set) var matches: [RowID: Match] = [:]

    package init() {}

    /// - Parameter percent: Of 100, from which on two are alike.
    package init(of messages: [OwnMessage], atLeast percent: Int) {
        guard messages.count > 1 else { return }
        let texts = messages.sorted { ($0.selectedOn, $0.account) < ($1.selectedOn, $1.account) }.compactMap {
            message in
            Wording(message.text, without: message.names).map { (account: message.account, wording: $0) }
        }
        var known: [Int: [UInt32]] = [:]
        func runs(_ place: Int) -> [UInt32] {
            if let runs = known[place] { return runs }
            let runs = texts[place].wording.runs
            known[place] = runs
            return runs
        }
        for later in texts.indices {
            for earlier in 0..<later where texts[later].wording.mayBeAlike(texts[earlier].wording, atLeast: percent) {
                let found = Wording.percent(runs(later), runs(earlier))
                guard found >= percent, found > matches[texts[later].account]?.percent ?? 0 else { continue }
                matches[texts[later].account] = Match(account: texts[earlier].account, percent: found)
                if found == 100 { break }
            }
        }
    }

    /// How alike two messages are, of 100; 0 where one is too short to be judged.
    package static func percent(_ left: OwnMessage, _ right: OwnMessage) -> Int {
        guard let left = Wording(left.text, without: left.names), let right = Wording(right.text, without: right.names)
        else { return 0 }
        return Wording.percent(left.runs, right.runs)
    }
}
