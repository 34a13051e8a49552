import CivilTime

/// What is asked about an account, and what ends its place on a list.
extension LineReader {
    // MARK: Asked

    /// "what about Globex?", "how is Ana doing?"
    func show(_ place: Int) -> Reply? {
        if case .one(let account, let end) = self.place(at: place) {
            // "show Globex the model" asks for nothing.
            let isAlone = (end..<max(end, line.count)).allSatisfy {
                Courtesy.pleases.contains(line[$0]) || Self.doing.contains(line[$0])
            }
            return isAlone ? .show(account: account) : nil
        }
        if let item, place >= line.count { return .show(account: item) }
        return askedPerson(from: place)
    }

    /// "Globex?", "2": the account alone.
    var accountAlone: Reply? {
        if let item, start >= line.count { return .show(account: item) }
        if line.count == 1, let number = line[0]?.number, let item = context.names.items[number] {
            return .show(account: item)
        }
        guard case .one(let account, let end) = place(at: start), end == line.count else { return nil }
        return .show(account: account)
    }

    /// A question that names one account, or one colleague, and is for coachd: the answer is what the store knows.
    /// - Parameter isQuestion: Known to be one.
    func asked(isQuestion: Bool = false) -> Reply? {
        // "called Globex?" may have been meant as an act.
        switch ReplyVerb.match(line, at: start)?.verb {
        case nil, .know, .who, .show: break
        default: return nil
        }
        let isOpen = Self.openQuestions.contains(line[start]) && line.count - start <= Self.longestQuestion
        guard isQuestion || line.asks(in: 0..<line.count) || isOpen else { return nil }
        if let (account, _) = try? accountAnywhere(item, in: start..<line.count) { return .show(account: account) }
        return askedPerson(from: start)
    }

    private static let doing = WordSet("doing going now so jetzt gerade denn")
    /// Words of a question that needs no mark.
    private static let longestQuestion = 8
    private static let openQuestions = WordSet(
        "who what which when where why how wer wen wem welche welcher welches wann wo warum wieso wie")

    private func askedPerson(from first: Int) -> Reply? {
        let found = (first..<max(first, line.count)).lazy.compactMap {
            NameMatch.person(context.people, in: line, at: $0, byBeginning: false)?.entries
        }.first
        guard let found, found.count == 1 else { return nil }
        return .showPerson(found[0].id)
    }

    // MARK: The end

    /// "lost Umbra: to a competitor", "we won Hooli 🎉", "drop Redwood: no budget". Why it is lost or dropped is asked; what is won needs no
    /// reason.
    func close(as status: AccountStatus, _ place: Int, _ known: RowID?) -> Reply? {
        guard known != nil || hasAccount(at: place) else { return nil }
        return reading { () throws(AskBack) in
            try checkQuestion(from: place)
            let (account, end) = try account(known, at: place)
            guard isPause(before: end) || end >= line.count || Self.leadsToReason.contains(line[end]) else {
                return nil
            }
            let reason = line.text(from: end).droppingFirst(of: SmallWords.because)
            guard !reason.isEmpty || status == .won else { throw AskBack(.reasonMissing) }
            return .close(
                account: account, as: status, reason: reason.isEmpty ? context.language.word("won", "gewonnen") : reason
            )
        }
    }

    private static let leadsToReason =
        SmallWords.because + WordSet("to from off an von they we no not budget der die das")
}
