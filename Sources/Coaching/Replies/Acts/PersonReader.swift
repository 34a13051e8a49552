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
            return namesake(of: match, at: place, isLed: link != .none || isObject, isObject)
                ?? (.known(match.entries), match.end)
        }
        if link == .with, NameMatch.person(context.people, in: line, at: place) != nil { return nil }
        if isObject, line[place - 1].map(Self.takingNames.contains) != true { return nil }
        return beforeAccount(place, isObject: isObject) ?? capital(place, isLed: link != .none || isObject)
    }

    /// Behind these words, and no others, the next one may be a name: a "mail server" is nobody.
    private static let takingNames = WordSet(
        "pinged calling reach called phoned emailed mailed messaged met visited call email rang texted whatsapp whatsapped"
    )
    private static let anybody = WordSet(
        "everybody everyone somebody someone them her him reception people jemand jemanden alle allen alles empfang "
            + "zentrale"
    )
    private static let nouns = WordSet("call email")

    /// "Jonas Bergmann" is somebody else than Jonas Berg, and "Jonas B" is not.
    private func namesake(
        of match: NameMatch, at place: Int, isLed: Bool, _ isObject: Bool
    ) -> (person: Head.Person, end: Int)? {
        guard let last = line[match.end], line.pause(after: match.end - 1) == .none, !isJoined(match.end - 1),
            isPartOfName(last), afterRole(match.end) == match.end, Self.joins.match(line, at: match.end) == nil,
            context.accounts.match(line, at: match.end) == nil,
            let other = beforeAccount(place, isObject: isObject)
                ?? (last.isCapital ? capital(place, isLed: isLed) : nil),
            case .unknown = other.person, other.end > match.end
        else { return nil }
        let fits = match.entries.filter { entry in
            NamedWords(entry).words.dropFirst().contains { last.folding.begins($0) }
        }
        return fits.isEmpty ? other : (.known(fits), other.end)
    }

    /// Those who are named one behind the other: "(Omar), Petra and Tom Miller at Globex". Behind the last the line pauses or goes on with
    /// what else an act has, for in "(called Omar) and Petra is ill" she was not called.
    func others(behind first: Int) -> [Range<Int>] {
        var (found, end): ([Range<Int>], Int) = ([], first)
        while let next = further(behind: afterRole(end)) {
            found.append(next)
            end = next.upperBound
        }
        while let last = found.last, !isClosed(afterRole(last.upperBound)) { found.removeLast() }
        return found
    }

    private func further(behind end: Int) -> Range<Int>? {
        guard end < line.count, end > 0 else { return nil }
        var place = Self.joins.match(line, at: end)?.end ?? (SmallWords.and.contains(line[end]) ? end + 1 : end)
        guard
            line.pause(after: end - 1) == .comma || isJoined(end - 1)
                || place > end && line.pause(in: end - 1..<place) == .none,
            place == end || line.pause(after: place - 1) == .none
        else { return nil }
        place = afterTitle(place)
        guard
            NameMatch.person(context.people, in: line, at: place) == nil, context.accounts.match(line, at: place) == nil
        else { return nil }
        if let match = known(at: place, byBeginning: false) { return place..<match.end }
        // A new name is told from what the line goes on with by what stands behind it.
        return place > end
            ? (capital(place, isLed: true) ?? beforeAccount(place, isObject: false)).map { place..<$0.end } : nil
    }

    /// Behind the role that stands in brackets behind a name: "Petra (champion)".
    func afterRole(_ end: Int) -> Int {
        guard line[end - 1]?.gap.contains("(") ?? false, context.accounts.match(line, at: end) == nil else {
            return end
        }
        return (end..<end + 4).first { line[$0]?.gap.contains(")") ?? false }.map { $0 + 1 } ?? end
    }

    /// Before somebody's name, behind what he is to them: "their lawyer Nora".
    private func afterTitle(_ place: Int) -> Int {
        guard Self.theirs.contains(line[place]) else { return place }
        let name = (place + 1..<place + 3).first {
            line[$0]?.isCapital ?? false && known(at: $0, byBeginning: false) != nil
        }
        return name ?? place
    }

    private static let joins = PhraseTable<Bool>([
        (true, "as well as,along with,together with,zusammen mit,sowie auch,als auch,n")
    ]
    )
    private static let theirs = WordSet(
        "their her his the ihr ihre ihrem ihrer ihren sein seine seinem seiner der die dem")

    private func isClosed(_ end: Int) -> Bool {
        if Attendance.missed(line, at: end) != nil { return false }
        return line.pause(after: end - 1) > .none || isMoment(end) || ReplyVerb.isDone(line, at: end)
            || [SmallWords.at, SmallWords.from, SmallWords.about, SmallWords.forWords, Self.wentWell].contains {
                $0.contains(line[end])
            }
            || context.accounts.match(line, at: end) != nil
    }

    /// What is said of a meeting, and not of several people: "with Omar and Petra went great".
    private static let wentWell = WordSet("went was ran ging lief war")

    /// "Petra & Sam"
    private func isJoined(_ place: Int) -> Bool { line[place]?.gap.contains { "&+/".contains($0) } ?? false }

    private func known(at place: Int, byBeginning: Bool) -> NameMatch? {
        let people = account.map(context.stakeholders) ?? context.everybody
        return NameMatch.person(people, in: line, at: place, byBeginning: byBeginning)
    }

    /// "tom miller at Globex", "the buyer of Globex".
    private func beforeAccount(_ place: Int, isObject: Bool) -> (person: Head.Person, end: Int)? {
        let first = afterHonorifics(place)
        let isUnnamed = SmallWords.articles.contains(line[first]) || Self.anybody.contains(line[first])
        let isPlain = isUnnamed || first > place || line[first]?.isCapital ?? false
        if isObject, Self.nouns.contains(line[place - 1]), !isPlain { return nil }
        for end in first + 1..<first + 5 {
            guard end < line.count, line.pause(in: first..<end + 1) == .none, !isJoined(end - 1) else { return nil }
            let isName = isUnnamed || isPartOfName(line.words[end - 1])
            guard isName, ReplyVerb.match(line, at: end - 1) == nil else { return nil }
            let isLink = SmallWords.at.contains(line[end]) || SmallWords.from.contains(line[end])
            if isLink, context.accounts.match(line, at: end + 1, isLed: true) != nil {
                return (isUnnamed ? .unnamed : .unknown(line.text(first..<end)), end)
            }
        }
        return nil
    }

    /// "Tom Miller", where the account is known and the line pauses behind the name, or goes on with a German verb: "1 Tom angerufen".
    private func capital(_ place: Int, isLed: Bool) -> (person: Head.Person, end: Int)? {
        let first = afterHonorifics(place)
        var end = first
        while let word = line[end], isPartOfName(word), word.isCapital || first > place || Self.particles.contains(word)
        {
            end += 1
            if line.pause(after: end - 1) > .none || isJoined(end - 1) { break }
        }
        let length = (first..<end).count { !Self.particles.contains(line.words[$0]) }
        guard account != nil, (1...3).contains(length) else { return nil }
        let isClosed =
            line.pause(after: end - 1) > .none || isJoined(end - 1) || SmallWords.and.contains(line[end])
            || Self.wentWell.contains(line[end]) || isMoment(end)
        return isLed && isClosed || verbEnd == nil && ReplyVerb.isDone(line, at: end)
            ? (.unknown(line.text(first..<end)), end) : nil
    }

    /// "with Lena yesterday", "with Lena 9:30"
    private func isMoment(_ place: Int) -> Bool {
        MomentReader(zone: context.zone, now: context.now).match(line, at: place).map { !$0.isLoose } ?? false
    }

    private func afterHonorifics(_ place: Int) -> Int {
        var place = place
        while SmallWords.honorifics.contains(line[place]) { place += 1 }
        return place
    }

    private func isPartOfName(_ word: TypedLine.Word) -> Bool {
        Self.particles.contains(word) || !CommonWords.contains(word.folding) && word.number == nil
    }

    private static let particles = WordSet("van von de der den di da zu el al")
}
