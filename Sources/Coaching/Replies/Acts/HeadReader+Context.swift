/// Words that name somebody, or an act, only by what stands beside them.
extension HeadReader {
    /// "called May", "emailed Will": somebody of whom the name is a word of its own, directly behind what was done.
    var isCalledAsAWord: Bool {
        guard place == head.verbs.last?.words.upperBound, let word = line[place], word.isCapital,
            CommonWords.contains(word.folding)
        else { return false }
        return NameMatch.person(context.everybody, in: line, at: place) != nil
    }

    /// Words that are an act only beside others: "Zoom with", "rang Petra", "Globex replied".
    var kindOfContext: (kind: ActivityKind, isPast: Bool)? {
        guard !head.hasVerb, let word = line[place], line.pause(after: place) == .none || word.key == "replied" else {
            return nil
        }
        if Self.gatherings.contains(word), SmallWords.with.contains(line[place + 1]) || isAtAccount(place + 1) {
            return (.meeting, false)
        }
        // "war gestern bei Bosch"
        if SmallWords.wasWords.contains(word), let day = moment(at: place + 1), isAtAccount(day.end) {
            return (.visit, true)
        }
        // The German "Rang" is a rank.
        if word.key == "rang", place == start || !word.isCapital {
            let name = afterArticles(place + 1)
            let isName =
                context.accounts.match(line, at: name, isLed: true) != nil
                || NameMatch.person(context.everybody, in: line, at: name) != nil
            return isName ? (.call, true) : nil
        }
        if isMissed(word) { return (.call, true) }
        let isNamed = !head.accounts.isEmpty || head.person != nil
        return word.key == "replied" && isNamed ? (.email, true) : nil
    }

    /// "left Rita a voicemail", "tried Hooli 3 times today, no luck"
    private func isMissed(_ word: TypedLine.Word) -> Bool {
        guard Self.missing.contains(word), line[place + 1]?.owner == nil else { return false }
        let end =
            NameMatch.person(context.everybody, in: line, at: place + 1)?.end
            ?? (word.key == "left" ? nil : context.accounts.match(line, at: place + 1, isLed: true)?.end)
        return end.map { MissedTalk.isTold(line, from: $0, within: word.key == "left" ? 2 : line.count) } ?? false
    }

    private static let missing = WordSet("left tried")

    private func isAtAccount(_ place: Int) -> Bool {
        SmallWords.at.contains(line[place])
            && context.accounts.match(line, at: afterArticles(place + 1), isLed: true) != nil
    }

    private static let gatherings = WordSet(
        "workshop training zoom teams lunch dinner breakfast coffee drinks essen mittagessen abendessen frühstück kaffee"
    )
}
