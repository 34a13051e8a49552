/// What somebody said of an account without saying what was done there: often the answer to a question that coachd asked.
package struct ReplyNote: Sendable, Hashable {
    package let account: RowID
    package let text: String
    /// It begins with the number of an item, so there is no doubt of which account it speaks.
    package let answersItem: Bool

    init(account: RowID, text: String, answersItem: Bool) {
        self.account = account
        self.text = text
        self.answersItem = answersItem
    }

    /// Nil where the line names no account, or more than one.
    package init?(_ line: String, _ names: ReplyNames) {
        let typed = TypedLine(line)
        if let number = ItemNumber(typed, at: 0), let account = names.items[number.value] {
            (self.account, text, answersItem) = (account, typed.text(from: number.end), true)
        } else if let named = NameInText.one(of: names.own, in: line) {
            (account, text, answersItem) = (named.id, line, false)
        } else {
            return nil
        }
    }
}
