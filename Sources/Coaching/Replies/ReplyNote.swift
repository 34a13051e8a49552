/// What somebody said of an account without saying what was done there: often the answer to a question that coachd asked.
package struct ReplyNote: Sendable, Hashable {
    package let account: RowID
    package let text: String

    init(account: RowID, text: String) {
        self.account = account
        self.text = text
    }

    /// Nil where the line names no account of the writer's, or more than one; of who has no list one of his people's.
    package init?(_ line: String, _ names: ReplyNames) {
        guard let named = NameInText.one(of: names.own.isEmpty ? names.others : names.own, in: line) else { return nil }
        self.init(account: named.id, text: line)
    }
}
