import CivilTime

/// Lines that are nearly an act, which is proposed and not done: a word of agreement does it.
extension LineReader {
    // MARK: Milestones

    /// "Pilot started at Globex", and "1 pilot started 🎉": the title says by itself that it is reached, and may be hoped for as well.
    var milestoneByTitle: Reply? {
        guard let (account, title, rest) = titled, let name = context.accounts.name(of: account) else { return nil }
        if rest.allSatisfy({ Self.reached.contains(line[$0]) || SmallWords.fillers.contains(line.words[$0]) }),
            rest.contains(where: { Self.reached.contains(line[$0]) })
                || line.text.contains(where: { "✅✔🎉🥳👍☑".contains($0) })
        {
            return .milestoneDone(account: account, milestone: title.id, on: context.today)
        }
        guard rest.isEmpty else { return nil }
        return unclear(
            .meant(context.language.word("done \(title.name) at \(name)", "erreicht: \(title.name) bei \(name)")))
    }

    private static let reached = WordSet(
        "done reached achieved complete completed finished erreicht geschafft erledigt fertig is ist")

    /// The account, the milestone whose whole title of two words or more stands in the line, and the words besides.
    private var titled: (account: RowID, title: ReplyNames.Entry, rest: [Int])? {
        guard let (account, words) = try? accountAnywhere(item, in: start..<line.count) else { return nil }
        let titles = context.milestones(of: account).filter { $0.words.count > 1 }
        for place in start..<line.count where !words.contains(place) {
            guard let title = titles.first(where: { $0.shared(with: line, at: place) == $0.words.count }) else {
                continue
            }
            let named = place..<place + title.words.count
            return (account, title.entry, (start..<line.count).filter { !words.contains($0) && !named.contains($0) })
        }
        return nil
    }

    // MARK: Plans

    /// "1 send the contract tue": a few words with a day to come, and nobody who does something.
    var planOfItem: Reply? {
        guard let item, let name = context.accounts.name(of: item), let first = line[start],
            !SmallWords.pronouns.contains(first), !SmallWords.articles.contains(first), !Self.ofOthers.contains(first),
            NameMatch.person(context.stakeholders(of: item), in: line, at: start) == nil
        else { return nil }
        if Self.doing.contains(first) { return unclear(.doneOrPlanned) }
        let dated = DatedText(line, start..<line.count, today: context.today)
        let words = TypedLine(dated.text).words
        guard let date = dated.date, date > context.today, (1...6).contains(words.count),
            !words.contains(where: Self.telling.contains)
        else { return nil }
        let step = "\(name): \(dated.text), \(date.iso)"
        return unclear(.meant(context.language.word("next \(step)", "nächster Schritt \(step)")))
    }

    private static let doing = WordSet("calling phoning emailing mailing meeting visiting sending writing preparing")
    private static let ofOthers = WordSet("their his her its ihr ihre ihren sein seine wants want wollen will")
    private static let telling = WordSet(
        "is are was were has have had wants want wanted needs need says said decides decided comes ist sind war waren hat "
            + "haben will wollen möchte braucht brauchen sagt entscheidet kommt")
}
