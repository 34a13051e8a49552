import Diagnostics

/// Finds an account by its name, its beginning or its first word, the writer's own before the others.
struct AccountFinder: Sendable {
    private struct Candidate: Sendable {
        let name: NamedWords
        let isOwn: Bool
        /// How many words are enough for the whole name: "Acme Logistics" of "Acme Logistics GmbH".
        let core: Int
    }

    /// "Müller" is all that is said of "Müller & Co" and the beginning of "Müller Maschinenbau".
    private enum Fit: Comparable { case beginning, core, whole }

    private var candidates: [Candidate] = []
    private var byFirstWord: [String: [Int]] = [:]
    private let names: [RowID: String]

    init(_ names: ReplyNames) {
        self.names = Dictionary((names.own + names.others).map { ($0.id, $0.name) }) { first, _ in first }
        for entry in names.own { add(entry, isOwn: true) }
        for entry in names.others { add(entry, isOwn: false) }
    }

    private mutating func add(_ entry: ReplyNames.Entry, isOwn: Bool) {
        let name = NamedWords(entry)
        add(Candidate(name: name, isOwn: isOwn, core: Self.core(of: name.words)))
        // "The Bakery" goes by "Bakery" as well.
        if name.words.count > 1, let first = name.words.first, SmallWords.articles.contains(first) {
            let rest = NamedWords(entry, words: Array(name.words.dropFirst()))
            add(Candidate(name: rest, isOwn: isOwn, core: Self.core(of: rest.words)))
        }
    }

    private mutating func add(_ candidate: Candidate) {
        for form in candidate.name.words.first?.forms ?? [] { byFirstWord[form, default: []].append(candidates.count) }
        candidates.append(candidate)
    }

    private static func core(of words: [Folding]) -> Int {
        let core = words.count - words.reversed().prefix(while: legalForms.contains).count
        return core == 0 ? words.count : core
    }

    private static let legalForms = WordSet(
        "gmbh ag kg se ohg ug co inc ltd llc plc corp sa bv nv srl spa company limited holding group")

    /// They are typed behind a name that is known without.
    private static let writtenForms = WordSet("gmbh ag kg inc ltd llc plc corp")

    func name(of account: RowID) -> String? { names[account] }

    // MARK: Finding

    /// - Parameter isLed: A word such as "at" or "bei" stands before it, behind which also a common word may be a name.
    func match(_ line: TypedLine, at place: Int, isLed: Bool = false) -> NameMatch? {
        guard let word = line[place] else { return nil }
        var found: [(candidate: Candidate, count: Int, fit: Fit)] = []
        for index in indices(of: word).sorted() {
            let candidate = candidates[index]
            let count = candidate.name.shared(with: line, at: place)
            guard count > 0 else { continue }
            let fit =
                count == candidate.name.words.count ? Fit.whole : count >= candidate.core ? .core : .beginning
            // "E-Mail" is not the beginning of "E.ON".
            if count == 1, fit == .beginning, word.key.count == 1 { continue }
            if count == 1, CommonWords.contains(word.folding), !isLed || fit == .beginning { continue }
            if count == 1, fit == .beginning, CommonWords.isEveryday(line, at: place) { continue }
            found.append((candidate, count, fit))
        }
        guard let most = found.map(\.count).max() else {
            return begun(line, at: place, isLed: isLed) ?? byLaterWord(line, at: place, isLed: isLed)
        }
        let longest = found.filter { $0.count == most }
        func best(isOwn: Bool) -> (fit: Fit, entries: [ReplyNames.Entry])? {
            let these = longest.filter { $0.candidate.isOwn == isOwn }
            guard let fit = these.map(\.fit).max() else { return nil }
            return (fit, these.filter { fit < .whole || $0.fit == .whole }.map(\.candidate.name.entry))
        }
        var end = place + most
        while Self.writtenForms.contains(line[end]), line.pause(after: end - 1) == .none { end += 1 }
        let (own, others) = (best(isOwn: true), best(isOwn: false))
        let entries =
            if let own, let others, others.fit > .beginning, own.fit == .beginning { own.entries + others.entries } else
            {
                own?.entries ?? others?.entries ?? []
            }
        return NameMatch(end: end, entries: entries.unique)
    }

    private func indices(of word: TypedLine.Word) -> Set<Int> {
        let forms = word.folding.forms.union(word.owner?.forms ?? [])
        return forms.reduce(into: []) { $0.formUnion(byFirstWord[$1] ?? []) }
    }

    /// One of the writer's own by the first letters of its name: "glob" at a place where a name is looked for, or "Glob".
    private func begun(_ line: TypedLine, at place: Int, isLed: Bool) -> NameMatch? {
        guard let word = line[place], word.key.count >= 4, isLed || word.isCapital,
            !CommonWords.contains(word.folding), !CommonWords.isEveryday(line, at: place)
        else {
            return nil
        }
        let found = candidates.filter { $0.isOwn && $0.name.words.first.map(word.folding.begins) ?? false }
        return found.isEmpty ? nil : NameMatch(end: place + 1, entries: found.map(\.name.entry).unique)
    }

    /// The only one of the writer's own that has the word further back in its name: "Harbor" of "Blue Harbor Shipping".
    private func byLaterWord(_ line: TypedLine, at place: Int, isLed: Bool) -> NameMatch? {
        guard let word = line[place], word.key.count >= (isLed || word.isCapital ? 4 : 5),
            !CommonWords.contains(word.folding), !Self.ofManyNames.contains(word), !Self.legalForms.contains(word)
        else { return nil }
        let found = candidates.filter { candidate in
            candidate.isOwn && candidate.name.words.dropFirst().contains { word.isLike($0) }
        }.map(\.name.entry).unique
        return found.count == 1 ? NameMatch(end: place + 1, entries: found) : nil
    }

    /// What a company does is no name of it.
    private static let ofManyNames = WordSet(
        "logistics industries enterprises foods steel systems software services service solutions group bank energy media "
            + "clinics clinic hospital shipping traders trading brewery beer center centre world partner partners consulting "
            + "international technologies technology labs works motors airlines insurance capital digital medical pharma "
            + "technik bau möbel werke werk versicherung versicherungen hotel klinik kliniken handel söhne maschinenbau "
            + "systeme lösungen energie logistik brauerei molkerei druck verlag apotheke sons audit")

    /// The account whose name one or two of the words are nearly.
    func nearest(to line: TypedLine, in range: Range<Int>) -> String? {
        let names = candidates.map(\.name.entry.name)
        let firstWords = candidates.compactMap { $0.name.entry.name.split(separator: " ").first.map(String.init) }
        for place in range.clamped(to: 0..<line.count) where !CommonWords.contains(line.words[place].folding) {
            let one = String(line.words[place].text)
            let two = place + 1 < line.count ? line.text(place..<place + 2) : one
            if let near = nearestName(to: two, in: names) { return near }
            let begun = candidates.first {
                one.count >= 3 && $0.name.words.first.map(line.words[place].folding.begins) ?? false
            }
            if let begun { return begun.name.entry.name }
            guard one.count >= 5, let near = nearestName(to: one, in: names + firstWords) else { continue }
            return candidates.first { $0.name.entry.name == near || $0.name.entry.name.hasPrefix("\(near) ") }?.name
                .entry.name
        }
        return nil
    }
}
