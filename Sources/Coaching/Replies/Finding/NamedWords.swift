/// A name in its words.
struct NamedWords: Sendable {
    let entry: ReplyNames.Entry
    let words: [Folding]

    init(_ entry: ReplyNames.Entry, words: [Folding]) {
        self.entry = entry
        self.words = words
    }

    init(_ entry: ReplyNames.Entry) { self.init(entry, words: TypedLine(entry.name).words.map(\.folding)) }

    /// How many words of the line, from one on, are the name's first ones.
    func shared(with line: TypedLine, at place: Int) -> Int {
        var count = 0
        while count < words.count, let word = line[place + count], word.isLike(words[count]) {
            count += 1
            if line.pause(after: place + count - 1) > .none { break }
        }
        return isOfNumbers && !line.text(from: place).hasPrefix(entry.name) ? 0 : count
    }

    /// "1&1", which "1:1" and "1 1" are not.
    private var isOfNumbers: Bool { words.count > 1 && words.allSatisfy { $0.key.allSatisfy(\.isNumber) } }
}

extension TypedLine.Word {
    /// Whether it is the word, or its possessive: "Globex's".
    func isLike(_ other: Folding) -> Bool { folding.isLike(other) || owner.map { $0.isLike(other) } ?? false }

    /// "Globex" of "Globex's".
    var owner: Folding? { key.hasSuffix("'s") ? Folding(text.dropLast(2)) : nil }
}

/// A name of a few that a line may hold.
struct NameMatch {
    let end: Int
    /// Several where they fit equally.
    let entries: [ReplyNames.Entry]

    /// The longest match of whole words from the names' beginnings, the whole name before the beginning of another.
    /// - Parameter takesCommon: One common word is enough for the beginning: "demo" of "Demo given".
    static func beginning(
        _ names: [NamedWords], in line: TypedLine, at place: Int, takesCommon: Bool = false
    ) -> NameMatch? {
        let counts = names.map { $0.shared(with: line, at: place) }
        guard let most = counts.max(), most > 0 else { return nil }
        let found = zip(names, counts).filter { $0.1 == most }.map(\.0)
        if most == 1, !takesCommon, let word = line[place], CommonWords.contains(word.folding),
            !found.contains(where: { $0.words.count == 1 })
        {
            return nil
        }
        let whole = found.filter { $0.words.count == most }
        return NameMatch(end: place + most, entries: (whole.isEmpty ? found : whole).map(\.entry).unique)
    }

    /// Somebody by the full name, the first or another name of it, or the beginning of the first: "Petra", "Frau Klein", "Jon".
    static func person(
        _ people: [NamedWords], in line: TypedLine, at place: Int, byBeginning: Bool = true
    ) -> NameMatch? {
        var first = place
        while line[first].map(isBeforeName) ?? false, first < line.count - 1 { first += 1 }
        // "Petra's assistant" is somebody else.
        guard let word = line[first], word.owner == nil else { return nil }
        // "May" is somebody where somebody is called so.
        let isNamed = word.isCapital && CommonWords.contains(word.folding) && first > 0
        if let match = beginning(people, in: line, at: first, takesCommon: isNamed) { return match }
        guard !CommonWords.contains(word.folding) else { return nil }
        let named = people.filter { $0.words.contains { word.folding.isLike($0) } }
        let begun =
            !byBeginning || word.key.count < 3 ? [] : people.filter { $0.words.first.map(word.folding.begins) ?? false }
        let found = named.isEmpty ? begun : named
        return found.isEmpty ? nil : NameMatch(end: first + 1, entries: found.map(\.entry).unique)
    }
}

/// "Frau (Klein)", "die (Petra)"
private func isBeforeName(_ word: TypedLine.Word) -> Bool {
    SmallWords.honorifics.contains(word) || germanArticles.contains(word)
}

private let germanArticles = WordSet("der die dem den")

extension [ReplyNames.Entry] {
    /// Each once, in the same order.
    var unique: [ReplyNames.Entry] {
        var seen: Set<RowID> = []
        return filter { seen.insert($0.id).inserted }
    }
}
