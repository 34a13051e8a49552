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
        "please", "pls", "bitte", "that", "do", "it", "gerne", "thanks", "danke",
    ]

    /// Whether the words agree to what was proposed.
    static func isAgreement(_ words: String) -> Bool {
        let all = words.lowercased().split { $0.isWhitespace || $0.isPunctuation }.map(String.init)
        guard let first = all.first, agreements.contains(first) else { return false }
        return all.dropFirst().allSatisfy { agreements.contains($0) || fillers.contains($0) }
    }

    /// Whether the words want nothing done: they are no reason, and no text either.
    private static func isRefusal(_ words: String) -> Bool {
        let line = TypedLine(words)
        return refusals.match(line, at: 0) != nil || Courtesy.nothing.match(line, at: 0)?.end == line.count
    }

    private static let refusals = PhraseTable<Bool>([
        (
            true,
            "no,nope,not,never mind,nevermind,cancel,wait,forget it,sorry,oops,i meant,wrong,thanks,thank you,"
                + "nein,nicht,doch nicht,quatsch,abbrechen,warte,moment,vergiss es,ich meinte,falsch,egal,danke,vertippt"
        )
    ])

    /// The lines that the words may make of the one before, the likeliest first.
    func lines(with words: String) -> [String] {
        let added = words.trimmed
        guard !added.isEmpty, !Self.isRefusal(added) else { return [] }
        switch unclear {
        case .meant(let meant): return Self.isAgreement(added) ? [meant] : []
        case .noVerb(let near?): return Self.isAgreement(added) ? corrected(to: near) : []
        case .kindMissing: return kind(added)
        case .doneOrPlanned: return doneOrPlanned(added)
        case .stillToCome: return Self.isAgreement(added) ? [WordForTheDay(line.text).text(in: context.language)] : []
        case .several(let names): return choosing(added, of: names)
        case .noAccount(let near):
            if Self.isAgreement(added) {
                return near.map { corrected(to: $0) + [inserting("at \($0)"), inserting($0)] } ?? []
            }
            let name = TypedLine(added).droppingLead(Self.beforeName)
            let typed = TypedLine(name)
            guard typed.count <= 3 || context.accounts.match(typed, at: 0, isLed: true)?.end == typed.count else {
                return []
            }
            // What was nearly another account's name was meant for this one's.
            let misspelt = near.flatMap { corrected(to: $0, as: name).first }
            return misspelt.map { [$0] } ?? [inserting("at \(name)"), inserting(name)]
        case .dateMissing(.hold): return [inserting("until \(added)"), inserting(added)]
        case .dateMissing(.away): return ["away \(added)", inserting(added)]
        case .notADate(let words):
            return replacing(words, with: added).map { [$0] } ?? [inserting(added), "\(line.text) \(added)"]
        case .whichDay(let days): return day(added, of: days)
        case .dateMissing, .dateOver: return [inserting(added), "\(line.text) \(added)"]
        case .milestoneUnknown(_, let known):
            let title = Ordinal(added).flatMap { $0.element(of: known) } ?? Self.only(added, of: known)
            return ["\(line.text) \(title ?? added)"]
        case .reasonMissing, .textMissing, .nameMissing:
            return TypedLine(added).words.contains { $0.number == nil } ? ["\(line.text): \(added)"] : []
        case .roleUnknown: return ["\(line.text) \(added)"]
        case .topicUnknown, .personUnknown: return [inserting(added)]
        default: return []
        }
    }

    private static let beforeName = WordSet(
        "the one at in with it was is that das der die war bei beim mit im an es und and")

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
        return [inserting("at \(name)"), inserting(name)]
    }

    /// The only name that has all words in it.
    private static func only(_ words: String, of names: [String]) -> String? {
        let wanted = TypedLine(TypedLine(words).droppingLead(beforeName)).words
        guard !wanted.isEmpty else { return nil }
        let found = names.filter { name in
            let has = TypedLine(name).words
            return wanted.allSatisfy { word in
                has.contains { word.isLike($0.folding) || word.folding.begins($0.folding) }
            }
        }
        return found.count == 1 ? found[0] : names.first { $0.lowercased() == words.lowercased() }
    }

    private func day(_ words: String, of days: [CivilDate]) -> [String] {
        let chosen = Ordinal(words).flatMap { $0.element(of: days) }?.iso ?? words
        let reader = DateReader(today: context.today, side: .ahead)
        for place in line.words.indices {
            guard let match = reader.match(line, at: place), case .either = match.found else { continue }
            return [line.replacing(place..<match.end, with: chosen)]
        }
        return [inserting(chosen), "\(line.text) \(chosen)"]
    }

    /// "call" of what was spoken.
    private func kind(_ words: String) -> [String] {
        let typed = TypedLine(TypedLine(words).droppingLead(SmallWords.articles + Self.beforeName))
        guard typed.count == 1, case .activity(let kind, _) = ReplyVerb.match(typed, at: 0)?.verb,
            let place = line.words.indices.first(where: { ReplyVerb.match(line, at: $0)?.verb == .spoke })
        else { return [] }
        return [line.replacing(place..<place + 1, with: Self.pastVerbs[kind] ?? kind.noun)]
    }

    private static let pastVerbs: [ActivityKind: String] = [
        .call: "called", .meeting: "met", .visit: "visited", .email: "emailed", .social: "messaged",
    ]

    private func doneOrPlanned(_ words: String) -> [String] {
        let typed = TypedLine(words)
        if typed.words.contains(where: Self.toDo.contains) {
            return [WordForTheDay(line.text).text(in: context.language)]
        }
        guard typed.words.contains(where: Self.done.contains) else { return [] }
        return ["had \(line.text)", "did \(line.text)"]
    }

    private static let done = WordSet(
        "done was did had happened took already getan erledigt gemacht war gehabt schon passiert")
    private static let toDo = WordSet("todo planned plan will be to later noch geplant vorhaben kommt tun")

    /// The misspelt word as it was meant.
    private func corrected(to near: String, as text: String? = nil) -> [String] {
        let names = [near] + (near.split(separator: " ").first.map { [String($0)] } ?? [])
        return line.words.indices.filter { nearestName(to: String(line.words[$0].text), in: names) != nil }.prefix(1)
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
