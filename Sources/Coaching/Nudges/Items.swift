import CivilTime

extension Briefing {
    /// The open episodes of accounts that the message does not thank for already, but for what only today makes possible.
    func episodes(besides thanks: [Message.Item]) -> [Episode] {
        let thanked = Set(thanks.compactMap(\.accountID))
        // Whoever has just planned a milestone is not asked about it in the same message.
        let planned = Set(answered.compactMap(\.finding.milestoneID))
        return openEpisodes.filter { episode in
            guard let account = episode.finding.accountID, thanked.contains(account) else { return true }
            return episode.finding.kind.isOfToday && !(episode.finding.milestoneID.map(planned.contains) ?? false)
        }
    }

    /// The items of the chosen episodes, each with a question that stands nowhere else in the message.
    func items(for chosen: [Episode]) -> [Message.Item] {
        var used: Set<String> = []
        var said: Set<Phrase> = []
        let heard = asked.values.reduce(into: Set()) { $0.formUnion($1) }
        return chosen.enumerated().compactMap { offset, episode in
            guard var item = item(for: episode, used: used, heard: heard, &said) else { return nil }
            if let key = item.questionKey { used.insert(key) }
            item.number = offset + 1
            return item
        }
    }

    /// - Parameters:
    ///   - used: Question templates of the message so far.
    ///   - heard: Those that the rep heard lately, whatever they were about.
    ///   - said: The sentences of the message so far.
    private func item(
        for episode: Episode, used: Set<String>, heard: Set<String>, _ said: inout Set<Phrase>
    ) -> Message.Item? {
        guard let id = episode.finding.accountID, let story = stories[id] else { return nil }
        let text = ItemText(story: story, day: day, language: bank.language)
        let finding = episode.finding
        let state = episode.state(for: day.rep)
        let heading = text.heading(for: finding)
        let taken = (asked[id] ?? []).union(used)
        func facts(above question: Phrase, asking asked: [Placeholder], asksAboutTouch: Bool = false) -> [Phrase] {
            let room = Self.itemLength - heading.text.count - question.text.count - 2
            return text.facts(
                for: finding, state: state, within: room, besides: said, asking: asked, asksAboutTouch: asksAboutTouch)
        }
        func item(_ facts: [Phrase], _ question: Phrase, _ key: String?) -> Message.Item {
            said.formUnion(facts)
            return Message.Item(
                heading: heading, facts: facts.isEmpty ? [] : [facts.joined(" ")], question: question,
                questionKey: key, state: state, kind: finding.kind,
                findingID: episode.id, accountID: id, account: story.account.name, rung: episode.mentions + 1)
        }
        let key = ItemText.touchAlreadyKey(finding)
        let roomForTouch = Self.itemLength - heading.text.count - Self.shortFact
        if !taken.contains(key), let question = text.touchAlready(for: finding, within: roomForTouch) {
            return item(facts(above: question, asking: [], asksAboutTouch: true), question, key)
        }
        var known = text.placeholders(for: finding)
        while true {
            let choice = bank.choose(
                for: text.reasonsToAsk(for: finding), facts: known, seed: seed(id), isTaken: taken.contains,
                isWorn: heard.contains)
            let question = choice?.question ?? text.offer
            let asked = choice?.placeholders ?? []
            let facts = facts(above: question, asking: asked)
            guard let stranger = text.stranger(in: asked, for: finding, besides: facts) else {
                return item(facts, question, choice?.template)
            }
            // There was no room to say who that is, so nobody is asked about him.
            known[stranger] = nil
        }
    }

    /// Characters of an item that can be read between two calls.
    private static let itemLength = 300
    /// Characters of a fact that is one short sentence, with the word that it is still open.
    private static let shortFact = 55

    /// Turns the choice of questions over accounts and days.
    func seed(_ id: RowID) -> Int { Int(truncatingIfNeeded: id) &* 31 &+ Int(day.today.dayNumber) }
}
