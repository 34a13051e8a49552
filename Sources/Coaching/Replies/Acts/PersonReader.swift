/// Reads who took part, where a name can stand.
struct PersonReader {
    private let context: ReplyContext
    private let line: TypedLine
    private let account: RowID?
    private let verbEnd: Int?

    init(_ reader: HeadReader) {
        context = reader.context
        line = reader.line
        account = reader.account
        verbEnd = reader.head.verbs.last?.words.upperBound
    }

    /// - Parameter link: What leads to the name; none directly behind a verb or before everything.
    func person(at place: Int, _ link: Head.Link) -> (person: Head.Person, end: Int)? {
        let isObject = link == .none && place == verbEnd
        if let match = known(at: place, byBeginning: link != .none || isObject && line[place]?.isCapital ?? false) {
            return (.known(match.entries), match.end)
        }
        if link == .with, NameMatch.person(context.people, in: line, at: place) != nil { return nil }
        guard let found = beforeAccount(place) else {
            let takesName = link != .none || isObject && line[place - 1].map(Self.takingNames.contains) ?? false
            return takesName ? capital(place) : nil
        }
        return found
    }

    /// Behind these English words the next one may be a name.
    private static let takingNames = WordSet("called phoned emailed mailed messaged met visited call email")

    private func known(at place: Int, byBeginning: Bool) -> NameMatch? {
        let people = account.map(context.stakeholders) ?? context.everybody
        return NameMatch.person(people, in: line, at: place, byBeginning: byBeginning)
    }

    /// "tom miller at Globex", "the buyer of Globex".
    private func beforeAccount(_ place: Int) -> (person: Head.Person, end: Int)? {
        var first = place
        while SmallWords.honorifics.contains(line[first]) { first += 1 }
        let isUnnamed = SmallWords.articles.contains(line[first])
        for end in first + 1..<first + 5 {
            guard end < line.count, line.pause(in: first..<end + 1) == .none else { return nil }
            let isLink = SmallWords.at.contains(line[end]) || SmallWords.from.contains(line[end])
            if isLink, context.accounts.match(line, at: end + 1, isLed: true) != nil {
                return (isUnnamed ? .unnamed : .unknown(line.text(first..<end)), end)
            }
            guard isUnnamed || isPartOfName(line.words[end - 1]), ReplyVerb.match(line, at: end - 1) == nil else {
                return nil
            }
        }
        return nil
    }

    /// "Tom Miller", where the account is known and the line pauses behind the name.
    private func capital(_ place: Int) -> (person: Head.Person, end: Int)? {
        var first = place
        while SmallWords.honorifics.contains(line[first]) { first += 1 }
        var end = first
        while let word = line[end], isPartOfName(word), word.isCapital || particles.contains(word) {
            end += 1
            if line.pause(after: end - 1) > .none { break }
        }
        guard account != nil, (1...3).contains(end - first), line.pause(after: end - 1) > .none else { return nil }
        return (.unknown(line.text(first..<end)), end)
    }

    private func isPartOfName(_ word: TypedLine.Word) -> Bool {
        particles.contains(word) || !CommonWords.contains(word.folding) && word.number == nil
    }

    private var particles: WordSet { Self.nameParticles }
    private static let nameParticles = WordSet("van von de der den di da zu el al")
}
