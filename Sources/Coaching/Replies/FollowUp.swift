import CivilTime
import Diagnostics

/// Words that complete a line which was asked back: "fri" behind "On which day?".
struct FollowUp {
    private let line: TypedLine
    private let unclear: Unclear
    private let context: ReplyContext

    init(_ line: String, _ unclear: Unclear, _ context: ReplyContext) {
        self.line = TypedLine(line)
        self.unclear = unclear
        self.context = context
    }

    private static let agreements: Set<String> = [
        "yes", "y", "yep", "yeah", "yup", "sure", "ok", "okay", "right", "correct", "exactly", "ja", "jo", "jep",
        "jawohl",
        "genau", "passt", "richtig", "stimmt", "👍",
    ]
    private static let fillers: Set<String> = [
        "please", "pls", "bitte", "that", "do", "it", "one", "gerne", "thanks", "danke",
    ]

    /// Whether the words agree to what was proposed.
    static func isAgreement(_ words: String) -> Bool {
        let all = words.lowercased().split { $0.isWhitespace || $0.isPunctuation }.map(String.init)
        guard let first = all.first, agreements.contains(first) else { return false }
        return all.dropFirst().allSatisfy { agreements.contains($0) || fillers.contains($0) }
    }

    /// Whether the words want nothing done: "never mind", "no wait".
    static func isRefusal(_ words: String) -> Bool {
        let line = TypedLine(words)
        guard var place = refusals.match(line, at: 0)?.end ?? Courtesy.nothing.match(line, at: 0)?.end else {
            return false
        }
        while let further = refusals.match(line, at: place)?.end ?? Courtesy.phrases.match(line, at: place)?.end {
            place = further
        }
        return line.words[place...].allSatisfy { fillers.contains($0.key) }
    }

    /// Where words end that want nothing done, or something else.
    static func refusalEnd(_ line: TypedLine, from place: Int = 0) -> Int? { refusals.match(line, at: place)?.end }

    private static let refusals = PhraseTable<Bool>([
        (
            true,
            "no,nope,not,never mind,nevermind,nvm,cancel,wait,forget it,forget that,sorry,oops,wrong,scratch that,skip it,"
                + "leave it,nein,nee,nö,nicht,doch nicht,quatsch,abbrechen,warte,moment,vergiss es,vergiss das,falsch,egal,"
                + "lass gut sein,lass es,vertippt"
        )
    ])

    /// The lines that the words may make of the one before, the likeliest first; none where they are a message of their own.
    func lines(with words: String) -> [String] {
        guard !words.trimmed.isEmpty, !Self.isRefusal(words) else { return [] }
        let answer = BareAnswer(words, context)
        switch unclear {
        case .meant, .noVerb(near: _?), .stillToCome, .kindMissing, .doneOrPlanned:
            return settled(words.trimmed, answer)
        case .several, .noAccount, .milestoneUnknown, .roleUnknown, .topicUnknown, .personUnknown:
            return named(words.trimmed, answer)
        case .whichDay(let days) where Ordinal(words) != nil: return day(words, of: days)
        case .dateMissing, .notADate, .whichDay, .longAgo, .dateOver: return answer.day.map(dated) ?? withReason(answer)
        case .reasonMissing, .fitMissing: return answer.reason.map { ["\(line.text): \($0)"] } ?? []
        case .textMissing, .nameMissing: return answer.words.map { ["\(line.text): \($0)"] } ?? []
        default: return []
        }
    }

    /// What was meant, or whether it was.
    private func settled(_ words: String, _ answer: BareAnswer) -> [String] {
        switch unclear {
        case .meant(let meant) where Self.isAgreement(words): [meant]
        case .noVerb(let near?) where Self.isAgreement(words): corrected(to: near)
        case .stillToCome where Self.isAgreement(words): [WordForTheDay(line.text).text(in: context.language)]
        case .kindMissing: SpokenKind(line).lines(with: words)
        case .doneOrPlanned: doneOrPlanned(answer)
        default: []
        }
    }

    private func named(_ words: String, _ answer: BareAnswer) -> [String] {
        switch unclear {
        case .several(let names): return choosing(words, of: names)
        case .noAccount(let near?) where Self.isAgreement(words):
            return corrected(to: near) + [insertingAccount(near), inserting(near)]
        case .noAccount(let near):
            guard let name = answer.account else { return [] }
            // What was nearly another account's name was meant for this one's.
            let misspelt = near.flatMap { corrected(to: $0, as: name).first }
            return misspelt.map { [$0] } ?? [insertingAccount(name), inserting(name)]
        case .milestoneUnknown(_, let known):
            let title = Ordinal(words).flatMap { $0.element(of: known) } ?? Self.only(words, of: known)
            return title.map { ["\(line.text) \($0)"] } ?? []
        case .roleUnknown: return answer.words.map { ["\(line.text) \($0)"] } ?? []
        case .topicUnknown: return answer.words.map { [inserting($0)] } ?? []
        case .personUnknown(_, let near?) where Self.isAgreement(words): return corrected(to: near)
        case .personUnknown(_, let near):
            guard let name = answer.colleague else { return [] }
            return near.flatMap { corrected(to: $0, as: name).first }.map { [$0] } ?? [inserting(name)]
        default: return []
        }
    }

    private func dated(_ day: String) -> [String] {
        switch unclear {
        case .dateMissing(.hold):
            let isLed = TypedLine(day).words.first.map(SmallWords.until.contains) ?? false
            return isLed ? [inserting(day)] : [inserting("until \(day)"), inserting(day)]
        case .dateMissing(.away): return ["away \(day)", inserting(day)]
        case .notADate(let words): return replacing(words, with: day).map { [$0] } ?? [inserting(day)]
        case .whichDay(let days): return self.day(day, of: days)
        default: return [inserting(day), "\(line.text) \(day)"]
        }
    }

    private func withReason(_ answer: BareAnswer) -> [String] {
        guard case .dateMissing(.hold) = unclear, let words = answer.dayWithReason else { return [] }
        return ["\(line.text) until \(words)"]
    }

    // MARK: What the words choose

    /// "logistics", "2", "the second one" of "Acme Logistics, Acme Foods".
    private func choosing(_ words: String, of names: [String]) -> [String] {
        guard let name = Ordinal(words).flatMap({ $0.element(of: names) }) ?? Self.only(words, of: names) else {
            return []
        }
        let named = TypedLine(name)
        // The words of the line that are the beginning, or another part, of the name give way to all of it.
        for place in line.words.indices {
            guard let part = named.words.firstIndex(where: { line.words[place].isLike($0.folding) }) else { continue }
            var end = place
            while end < line.count, part + end - place < named.count,
                line.words[end].isLike(named.words[part + end - place].folding)
            {
                end += 1
            }
            return [line.replacing(place..<end, with: name)]
        }
        return [insertingAccount(name), inserting(name)]
    }

    /// The only name that has all words in it.
    private static func only(_ words: String, of names: [String]) -> String? {
        let wanted = TypedLine(TypedLine(words).droppingLead(BareAnswer.leads)).words
        guard !wanted.isEmpty else { return nil }
        let found = names.filter { name in
            let has = TypedLine(name).words
            return wanted.allSatisfy { word in
                has.contains { word.isLike($0.folding) || word.folding.begins($0.folding) }
            }
        }
        return found.count == 1 ? found[0] : names.first { $0.lowercased() == words.lowercased() }
    }

    /// "2", "the first", "both" of what was asked about.
    static func chosen(_ words: String, of names: [String]) -> [String] {
        let line = TypedLine(words)
        guard names.count > 1 else { return [] }
        if line.count <= 2, all.contains(line[0]), line.count == 1 || fillers.contains(line.words[1].key) {
            return names
        }
        return (Ordinal(words).flatMap { $0.element(of: names) } ?? only(words, of: names)).map { [$0] } ?? []
    }

    private static let all = WordSet("both all alle beide beides")

    private func day(_ words: String, of days: [CivilDate]) -> [String] {
        let chosen = Ordinal(words).flatMap { $0.element(of: days) }?.iso ?? words
        let reader = DateReader(today: context.today, side: .ahead)
        for place in line.words.indices {
            guard let match = reader.match(line, at: place), case .either = match.found else { continue }
            return [line.replacing(place..<match.end, with: chosen)]
        }
        return [inserting(chosen), "\(line.text) \(chosen)"]
    }

    private func doneOrPlanned(_ answer: BareAnswer) -> [String] {
        if answer.isOnly(Self.done) { return ["had \(line.text)", "did \(line.text)"] }
        return answer.isOnly(Self.toDo) ? [WordForTheDay(line.text).text(in: context.language)] : []
    }

    private static let done = WordSet(
        "done was did had happened took already getan erledigt gemacht war gehabt schon passiert")
    private static let toDo = WordSet("todo planned plan will be to later noch geplant vorhaben kommt tun")

    /// The misspelt word as it was meant.
    private func corrected(to near: String, as text: String? = nil) -> [String] {
        let names = [near] + (near.split(separator: " ").first.map { [String($0)] } ?? [])
        return line.words.indices.filter { place in
            NameMatch.person(context.everybody, in: line, at: place, byBeginning: false) == nil
        }
        .filter { nearestName(to: String(line.words[$0].text), in: names) != nil }.prefix(1)
        .map { line.replacing($0..<$0 + 1, with: text ?? near) }
    }

    // MARK: Where the words go

    private func replacing(_ words: String, with added: String) -> String? {
        guard let range = line.text.firstRange(of: words) else { return nil }
        let lead = TypedLine(words).words.first.flatMap {
            SmallWords.onWords.contains($0) ? String($0.text) + " " : nil
        }
        let hasLead = TypedLine(added).words.first.map(SmallWords.onWords.contains) ?? false
        return line.text.replacingCharacters(range, with: (hasLead ? "" : lead ?? "") + added)
    }

    /// Before what an act was about, and before a note: "emailed Ty (at Soylent) about the pilot".
    private func insertingAccount(_ name: String) -> String {
        let reader = LineReader(line.text, context)
        guard let end = ActivityReader(line, from: reader.start, item: reader.item, context).endOfAct else {
            return inserting("at \(name)")
        }
        let clause = end..<max(end, line.end(from: end - 1, of: .comma))
        let place = clause.first { Self.beforeTopic.contains(line[$0]) } ?? clause.upperBound
        guard let index = line[place - 1]?.text.endIndex else { return inserting("at \(name)") }
        return "\(line.text[..<index]) at \(name)\(line.text[index...])"
    }

    static let beforeTopic = SmallWords.about + SmallWords.because + WordSet("regarding re wegen bezüglich")

    /// The words stand at the end of what is before a colon.
    private func inserting(_ words: String) -> String {
        guard let colon = line.text.firstIndex(of: ":") else { return "\(line.text) \(words)" }
        return "\(line.text[..<colon].description.trimmed) \(words)\(line.text[colon...])"
    }
}

/// "2", "the second one", "letzte": which of a few.
private struct Ordinal {
    private let place: Int

    init?(_ words: String) {
        let rest = TypedLine(words).words.filter { !Self.fillers.contains($0) }
        guard rest.count == 1 else { return nil }
        if let number = rest[0].number, number > 0 {
            place = number - 1
        } else if let found = Self.names.firstIndex(where: { $0.contains(rest[0]) }) {
            place = found
        } else if Self.last.contains(rest[0]) {
            place = -1
        } else {
            return nil
        }
    }

    func element<Element>(of all: [Element]) -> Element? {
        place < 0 ? all.last : all.indices.contains(place) ? all[place] : nil
    }

    private static let fillers = WordSet("the one der die das number nr nummer please bitte")
    private static let names = [
        WordSet("first 1st erste erster ersten erstes"), WordSet("second 2nd zweite zweiter zweiten zweites"),
        WordSet("third 3rd dritte dritter dritten drittes"),
    ]
    private static let last = WordSet("last latter letzte letzter letzten letztes")
}

extension TypedLine {
    /// The line with other words in the place of some.
    func replacing(_ range: Range<Int>, with text: String) -> String {
        guard let first = self[range.lowerBound], let last = self[range.upperBound - 1] else { return self.text }
        return self.text.replacingCharacters(first.text.startIndex..<last.text.endIndex, with: text)
    }

    /// Without the words at the beginning that lead to what is meant.
    func droppingLead(_ words: WordSet) -> String {
        let first = self.words.indices.first { !words.contains(self.words[$0]) } ?? 0
        return text(from: first)
    }
}

extension String {
    fileprivate func replacingCharacters(_ range: Range<String.Index>, with other: String) -> String {
        String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
    }
}
