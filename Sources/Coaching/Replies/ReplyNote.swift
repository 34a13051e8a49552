/// What somebody said of an account without saying what was done there: often the answer to a question that coachd asked.
package struct ReplyNote: Sendable, Hashable {
    package let account: RowID
    package let text: String

    init(account: RowID, text: String) {
        self.account = account
        self.text = text
    }

    /// Nil where the line names no account of the writer's, nor somebody of one, or more than one; of who has no list one of his people's.
    package init?(_ line: String, _ names: ReplyNames) {
        let listed = names.own.isEmpty ? names.others : names.own
        guard let named = NameInText.one(of: listed, in: line)?.id ?? Self.account(ofPersonIn: line, listed, names)
        else {
            return nil
        }
        self.init(account: named, text: line)
    }

    /// "Petra's last day is Friday": where one customer is named, and nobody of the team.
    private static func account(ofPersonIn line: String, _ listed: [ReplyNames.Entry], _ names: ReplyNames) -> RowID? {
        let people = listed.flatMap { names.stakeholders[$0.id] ?? [] }
        guard let person = NameInText.one(of: people, in: line), NameInText.one(of: names.people, in: line) == nil
        else {
            return nil
        }
        return listed.first { names.stakeholders[$0.id]?.contains(person) ?? false }?.id
    }
}
