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
        if case .several(let names) = self.place(at: place) { return unclear(.several(names)) }
        if let item, place >= line.count { return .show(account: item) }
        return askedPerson(from: place)
    }

    /// "Globex?", "2": the account alone.
    var accountAlone: Reply? {
        if let item, start >= line.count { return .show(account: item) }
        if line.count == 1, let number = line[0]?.number, let item = context.names.items[number] {
            return .show(account: item)
        }
        if case .several(let names) = place(at: start), context.accounts.match(line, at: start)?.end == line.count {
            return unclear(.several(names))
        }
        guard case .one(let account, let end) = place(at: start), end == line.count else { return nil }
        return .show(account: account)
    }

    /// "Next?", "Target": an account whose name is a word of its own, and nothing besides.
    var accountOfCommonWord: Reply? {
        guard item == nil, start == line.count - 1, let word = line[start], word.isCapital,
            CommonWords.contains(word.folding), let match = context.accounts.match(line, at: start, isLed: true),
            match.entries.count == 1
        else { return nil }
        return .show(account: match.entries[0].id)
    }

    /// A question that names one account, or one colleague, and is for coachd: the answer is what the store knows.
    /// - Parameter isQuestion: Known to be one.
    func asked(isQuestion: Bool = false) -> Reply? {
        // "called Globex?" may have been meant as an act.
        switch ReplyVerb.match(line, at: start)?.verb {
        case nil, .know, .who, .show, .plan, .list: break
        default: return nil
        }
        let isOpen = Self.openQuestions.contains(line[start]) && line.count - start <= Self.longestQuestion
        guard isQuestion || line.asks(in: 0..<line.count) || isOpen else { return nil }
        do throws(AskBack) {
            return .show(account: try accountAnywhere(item, in: start..<line.count).0)
        } catch {
            if case .several(let names) = error.reason, isOneName(names) { return unclear(error.reason) }
            return askedPerson(from: start) ?? accountOfPerson.map { .show(account: $0) }
        }
    }

    /// "who is Rita?": the account that knows her.
    private var accountOfPerson: RowID? {
        (start..<line.count).lazy.compactMap { place in
            NameMatch.person(context.everybody, in: line, at: place, byBeginning: false)
                .flatMap { context.accountID(of: $0.entries) }
        }.first
    }

    /// "Acme" of Acme Logistics and Acme Steel; two accounts that are named each by itself are another question.
    private func isOneName(_ names: [String]) -> Bool {
        (start..<line.count).contains { context.accounts.match(line, at: $0)?.entries.count == names.count }
    }

    private static let doing = WordSet("doing going now so jetzt gerade denn")
    /// Words of a question that needs no mark.
    private static let longestQuestion = 8
    /// Words with which a question begins that wants more than yes or no.
    static let openQuestions = WordSet(
        "who what which when where why how who's what's when's where's how's wer wen wem welche welcher welches wann wo warum wieso wie"
    )

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
            // "the Stark deal", "Wonka from my list"
            let name = Self.deals.contains(line[end]) && !isPause(before: end) ? end + 1 : end
            let behind = Self.offList.match(line, at: name)?.end ?? name
            let isReason = behind >= line.count || isPause(before: behind) || Self.leadsToReason.contains(line[behind])
            guard isReason else { return nil }
            let reason = line.text(from: behind).withoutBecause
            guard !reason.isEmpty || status == .won else { throw AskBack(.reasonMissing) }
            return .close(
                account: account, as: status, reason: reason.isEmpty ? context.language.word("won", "gewonnen") : reason
            )
        }
    }

    private static let deals = WordSet("deal account contract deals auftrag kunden")
    private static let leadsToReason =
        SmallWords.because + WordSet("to from off an von they we no not budget der die das")
}
