import CivilTime

/// What is known of an account, and who decides there.
extension LineReader {
    /// "know Globex current solution: a fleet system of 2011"
    func know(_ place: Int, _ known: RowID?) -> Reply? {
        guard known != nil || hasAccount(at: place) else { return nil }
        return reading { () throws(AskBack) in
            try checkQuestion(from: place)
            let (account, end) = try account(known, at: place)
            let topics = TopicWords(context.names.topics)
            guard let topic = topics.match(line, at: end) else {
                throw AskBack(.topicUnknown(known: topics.names))
            }
            return .know(account: account, topic: topic.topic, text: try text(from: topic.end))
        }
    }

    /// "who Globex: Jonas Berg, user". A question begins so as well: an account and a name stand directly behind the word.
    func who(_ place: Int, _ known: RowID?) -> Reply? {
        guard known != nil || hasAccount(at: place) else { return nil }
        return reading { () throws(AskBack) in
            try checkQuestion(from: place)
            let (account, end) = try account(known, at: place)
            guard end < line.count else { throw AskBack(.nameMissing) }
            let role = RoleWords(line, from: end)
            let words = line.words[end..<role.nameEnd]
            guard (1...4).contains(words.count),
                words.allSatisfy({ $0.number == nil && !CommonWords.contains($0.folding) || $0.isCapital })
            else { throw AskBack(.nameMissing) }
            if let unknown = role.unknown { throw AskBack(.roleUnknown(unknown)) }
            let known = NameMatch.person(
                context.stakeholders(of: account), in: line, at: end, byBeginning: false)
            if let known, known.end == role.nameEnd {
                guard known.entries.count == 1 else { throw AskBack(.several(known.entries.map(\.name))) }
                return .stakeholder(account: account, name: known.entries[0].name, role: role.role)
            }
            return .stakeholder(account: account, name: line.text(end..<role.nameEnd), role: role.role)
        }
    }

    /// "Maria Lopez is the economic buyer at Acme": who somebody is, in a whole sentence.
    var roleStatement: Reply? {
        guard let verb = (start + 1..<start + 4).first(where: { Self.isNow.contains(line[$0]) }),
            line.pause(in: start..<line.count) == .none
        else { return nil }
        let role = RoleWords(line, from: start)
        guard let part = role.role, role.nameEnd <= verb,
            line.words[start..<role.nameEnd].allSatisfy({ $0.number == nil && !CommonWords.contains($0.folding) }),
            let (account, words) = try? accountAnywhere(item, in: verb..<line.count), item != nil || !words.isEmpty
        else { return nil }
        let known = NameMatch.person(context.stakeholders(of: account), in: line, at: start, byBeginning: false)
        let name = known?.end == role.nameEnd && known?.entries.count == 1 ? known?.entries[0].name : nil
        return .stakeholder(account: account, name: name ?? line.text(start..<role.nameEnd), role: part)
    }

    private static let isNow = WordSet("is ist")

    func hasAccount(at place: Int) -> Bool {
        if case .none = self.place(at: place) { false } else { true }
    }
}
