import CivilTime

/// What several acts are made of.
extension LineReader {
    /// An account at a word, perhaps behind "on" or "bei".
    enum Place {
        case one(RowID, end: Int)
        case several([String])
        case none
    }

    func place(at first: Int) -> Place {
        var place = first
        let isLed = Self.leads.contains(line[place])
        if isLed { place += 1 }
        while SmallWords.articles.contains(line[place]) { place += 1 }
        // "hold Next until fri": a word of its own is a name with its capital.
        let isName = isLed || place > 0 && line[place]?.isCapital ?? false
        guard let match = context.accounts.match(line, at: place, isLed: isName) else { return .none }
        if match.entries.count == 1 { return .one(match.entries[0].id, end: match.end) }
        return .several(match.entries.map(\.name))
    }

    private static let leads = WordSet("on at for with in to about bei mit zu für an von of")

    /// The account that an act has, or that stands at the word; what is behind it.
    func account(_ known: RowID?, at place: Int) throws(AskBack) -> (id: RowID, end: Int) {
        switch self.place(at: place) {
        case .one(let id, let end):
            guard let known, known != id else { return (id, end) }
            // The text of an item's act may begin with another account.
            return (known, place)
        case .several(let names):
            guard let known else { throw AskBack(.several(names)) }
            return (known, place)
        case .none:
            if let known { return (known, place) }
            if let account = account(inTextFrom: place) { return (account, place) }
            throw AskBack(.noAccount(near: context.accounts.nearest(to: line, in: place..<place + 4)))
        }
    }

    /// The account whose name stands somewhere in the text, the writer's own before the others.
    func account(inTextFrom place: Int) -> RowID? {
        let text = line.text(from: place)
        return (NameInText.one(of: context.names.own, in: text) ?? NameInText.one(of: context.names.others, in: text))?
            .id
    }

    /// A colleague at a word, perhaps behind "with" or "an".
    func person(at first: Int) throws(AskBack) -> (id: RowID, end: Int) {
        let place = Self.personLeads.contains(line[first]) ? first + 1 : first
        guard let match = NameMatch.person(context.people, in: line, at: place) else {
            let words = line.text(place..<min(line.count, line.end(from: place, of: .comma), place + 2))
            throw AskBack(.personUnknown(words: words, near: context.nearestPerson(to: words)))
        }
        guard match.entries.count == 1 else { throw AskBack(.several(match.entries.map(\.name))) }
        return (match.entries[0].id, match.end)
    }

    private static let personLeads = WordSet("with mit to an for für von")

    /// The reply, or why there is none.
    func reading(_ body: () throws(AskBack) -> Reply?) -> Reply? {
        do throws(AskBack) {
            return try body()
        } catch {
            return unclear(error.reason)
        }
    }

    /// - Throws: when no words are left.
    func text(from place: Int) throws(AskBack) -> String {
        let text = line.text(from: place)
        guard !text.isEmpty else { throw AskBack(.textMissing) }
        return text
    }

    /// - Throws: when the first words of an act ask.
    func checkQuestion(from place: Int) throws(AskBack) {
        if line.asks(in: firstWords(place)) { throw AskBack(.question) }
    }

    /// - Throws: when the first words of an act ask or deny it.
    func check(from place: Int) throws(AskBack) {
        try checkQuestion(from: place)
        if firstWords(place).contains(where: { SmallWords.negations.contains(line[$0]) }) {
            throw AskBack(.notDone)
        }
    }

    private func firstWords(_ place: Int) -> Range<Int> { start..<max(start, line.end(from: place, of: .comma)) }

    func isPause(before place: Int) -> Bool { place > 0 && line.pause(after: place - 1) > .none }
}

extension String {
    /// "their new CIO" of "because of their new CIO".
    var withoutBecause: String {
        let reason = droppingFirst(of: SmallWords.because)
        return reason == self ? self : reason.droppingFirst(of: SmallWords.of)
    }

    /// The text without its first word, where that is one of the set.
    func droppingFirst(of words: WordSet) -> String {
        let line = TypedLine(self)
        return words.contains(line[0]) ? line.text(from: 1) : self
    }
}
