/// What a leader said to a rep of his good work.
package struct Praise: Hashable, Sendable {
    package var leader: String
    package var account: String?
    package var text: String

    package init(leader: String, account: String? = nil, text: String) {
        self.leader = leader
        self.account = account
        self.text = text
    }

    /// "Helen: the visit to Juno Clinics was brave.", "Helen on Globex: the note was to the point."
    fileprivate func line(in language: Language) -> Phrase {
        let leader = leader.firstName
        let who: Phrase =
            if let account, !text.names(account) {
                language.say("\(leader) on \(account): ", "\(leader) zu \(account): ")
            } else {
                "\(leader): "
            }
        return (who + Phrase(data: text, limit: Self.longest)).asSentence
    }

    private static let longest = 200
}

extension Message {
    /// The message with the praise for its reader, before all else.
    package func telling(_ praise: [Praise]) -> Message {
        guard !praise.isEmpty else { return self }
        var message = self
        message.sections.insert(Section(lines: praise.map { $0.line(in: language) }), at: 0)
        return message
    }
}
