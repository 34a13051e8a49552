import CivilTime

/// Milestones: reached, planned, moved.
extension LineReader {
    // MARK: Reached

    /// "done CFO met at Globex", "erreicht: CFO getroffen, Globex"; "done with the Hooli demo prep" is a word that was kept.
    func done(_ place: Int, _ known: RowID?) -> Reply? {
        // "reached out to Petra"
        if line[place]?.key == "out" { return nil }
        let first = SmallWords.with.contains(line[place]) ? place + 1 : place
        return reading { () throws(AskBack) in
            try check(from: place)
            if isWholeWord(first..<line.count) { return .kept(words: line.text(from: first)) }
            let (account, range) = try accountAnywhere(known, in: first..<max(first, line.count))
            guard
                let found = milestone(of: account, in: (first..<max(first, line.count)).filter { !range.contains($0) }),
                !says(more: found.words, range, from: first)
            else {
                if isPartOfWord(first..<line.count) { return .kept(words: line.text(from: first)) }
                if isStep(of: account, in: (first..<line.count).filter { !range.contains($0) }) {
                    return .stepDone(account: account)
                }
                throw AskBack(.milestoneUnknown(account: account, known: context.milestoneNames(of: account)))
            }
            guard found.entries.count == 1 else { throw AskBack(.several(found.entries.map(\.name))) }
            return .milestoneDone(
                account: account, milestone: found.entries[0].id,
                on: try doneDate(in: first..<max(first, line.end(from: first, of: .note))))
        }
    }

    /// The longest of an account's titles at one of the places.
    func milestone(
        of account: RowID, in places: [Int]
    ) -> (entries: [ReplyNames.Entry], words: Range<Int>)? {
        let milestones = context.milestones(of: account)
        let found = places.compactMap { place in
            NameMatch.beginning(milestones, in: line, at: place, takesCommon: true).map { (place..<$0.end, $0.entries) }
        }
        return found.max { $0.0.count < $1.0.count }.map { ($0.1, $0.0) }
    }

    /// Whether words of the first clause are neither the title nor the account nor small: they are of something else then.
    private func says(more title: Range<Int>, _ account: Range<Int>, from first: Int) -> Bool {
        let reader = DateReader(today: context.today, side: .behind)
        var place = first
        let end = line.end(from: max(title.upperBound, account.upperBound) - 1, of: .comma)
        while place < end {
            if title.contains(place) || account.contains(place) {
                place += 1
            } else if let date = reader.match(line, at: place) {
                place = date.end
            } else if CommonWords.contains(line.words[place].folding) {
                place += 1
            } else {
                return true
            }
        }
        return false
    }

    /// "Globex CFO met done": only where every word before the verb is the account or all of the milestone's title; or a word of the
    /// writer's that is open: "hooli demo prep done".
    var doneBefore: Reply? {
        guard let verb = verb(.done, endingAt: line.count), verb > start else { return nil }
        if isWholeWord(start..<verb) { return .kept(words: words(start..<verb)) }
        if let reached = reached(in: start..<verb), reached.unclear == nil { return reached }
        if let (account, range) = try? accountAnywhere(item, in: start..<verb),
            isStep(of: account, in: (start..<verb).filter { !range.contains($0) })
        {
            return .stepDone(account: account)
        }
        return isPartOfWord(start..<verb) ? .kept(words: words(start..<verb)) : reached(in: start..<verb)
    }

    /// The milestone that the words name: reached where they are all of its title, else proposed where they are a part of it and the
    /// name of a talk, as in "CFO-Termin bei Fischer".
    func reached(in range: Range<Int>) -> Reply? {
        guard let (account, words) = try? accountAnywhere(item, in: range),
            let name = context.accounts.name(of: account)
        else { return nil }
        let rest = range.filter { !words.contains($0) }
        guard let found = milestone(of: account, in: rest), found.entries.count == 1 else { return nil }
        let (title, others) = (found.entries[0], Set(rest).subtracting(found.words))
        let isWhole = context.milestones(of: account).contains {
            $0.entry == title && $0.words.count == found.words.count
        }
        if isWhole, others.isEmpty {
            return .milestoneDone(account: account, milestone: title.id, on: context.today)
        }
        func isTalk(_ place: Int) -> Bool {
            if case .activity? = ReplyVerb.match(line, at: place)?.verb { true } else { false }
        }
        let isOfTalk =
            others.contains(where: isTalk) && others.allSatisfy { isTalk($0) || Self.isSmall(line.words[$0]) }
        return isOfTalk
            ? unclear(
                .meant(context.language.word("done \(title.name) at \(name)", "erreicht: \(title.name) bei \(name)")))
            : nil
    }

    // MARK: The next step by its own words

    /// Whether the words are of what comes next at the account.
    private func isStep(of account: RowID, in places: [Int]) -> Bool {
        guard let step = context.names.steps[account] else { return false }
        let has = TypedLine(step).words
        let wanted = places.map { line.words[$0] }.filter { !Self.isSmall($0) }
        return !wanted.isEmpty && wanted.count * 2 >= has.count { !Self.isSmall($0) }
            && wanted.allSatisfy { word in has.contains { $0.isLike(word.folding) } }
    }

    /// "send the model moved to friday": the only account whose next step it is.
    private func movedStep(saying range: Range<Int>, to date: CivilDate) -> Reply? {
        let named = try? accountAnywhere(item, in: range)
        let places = range.filter { !(named?.1.contains($0) ?? false) }
        let found = named.map { [$0.0] } ?? context.names.own.map(\.id)
        let accounts = found.filter { isStep(of: $0, in: places) }
        guard accounts.count == 1, let step = context.names.steps[accounts[0]] else { return nil }
        return .nextStep(account: accounts[0], text: step, on: date)
    }

    // MARK: The writer's own words

    /// Whether all words of something that the writer said he would do stand there.
    func isWholeWord(_ range: Range<Int>) -> Bool {
        let has = content(of: range)
        return context.names.said.contains { said in
            let wanted = TypedLine(said).words.filter { !Self.isSmall($0) }
            return wanted.count > 1 && wanted.allSatisfy { word in has.contains { $0.isLike(word.folding) } }
        }
    }

    /// Whether all that is said there is of the only such thing.
    func isPartOfWord(_ range: Range<Int>) -> Bool {
        let has = content(of: range)
        guard has.count > 1 || item != nil && !has.isEmpty else { return false }
        return context.names.said.count { said in
            let words = TypedLine(said).words
            return has.allSatisfy { word in words.contains { $0.isLike(word.folding) } }
        } == 1
    }

    func content(of range: Range<Int>) -> [TypedLine.Word] {
        let named = item.flatMap(context.accounts.name).map { TypedLine($0).words.prefix(1) } ?? []
        return range.map { line.words[$0] }.filter { !Self.isSmall($0) } + (range.contains(start) ? [] : named)
    }

    private static func isSmall(_ word: TypedLine.Word) -> Bool {
        SmallWords.articles.contains(word) || SmallWords.at.contains(word) || SmallWords.with.contains(word)
            || SmallWords.forWords.contains(word) || SmallWords.to.contains(word) || SmallWords.onWords.contains(word)
    }

    // MARK: Planned

    /// "milestone Globex: contract signed, 31 Jan"
    func plannedMilestone(_ place: Int, _ known: RowID?) -> Reply? {
        reading { () throws(AskBack) in
            try checkQuestion(from: place)
            let (account, end) = try account(known, at: place)
            let range = end..<max(end, line.count)
            let dated = DatedText(line, range, today: context.today)
            guard !dated.text.isEmpty else { throw AskBack(.textMissing) }
            if let problem = dated.required(.milestone, line, range) { throw AskBack(problem) }
            let words = end == place ? withoutAccount(dated.text) : dated.text
            return dated.date.map { .milestonePlanned(account: account, title: title(words, of: account), on: $0) }
        }
    }

    /// "contract signed" of "contract signed at Globex"
    private func withoutAccount(_ title: String) -> String {
        let typed = TypedLine(title)
        let place = typed.words.indices.first { place in
            (SmallWords.at.contains(typed[place]) || SmallWords.forWords.contains(typed[place]))
                && context.accounts.match(typed, at: place + 1, isLed: true)?.end == typed.count
        }
        return place.map { $0 > 0 ? typed.text(0..<$0) : title } ?? title
    }

    /// As the account has it, where it is one of its own.
    private func title(_ words: String, of account: RowID) -> String {
        let typed = TypedLine(words)
        return context.milestones(of: account).first {
            $0.shared(with: typed, at: 0) == typed.count && $0.words.count == typed.count
        }?
        .entry.name ?? words
    }

    /// "hooli demo moved to 9 dec" of an account's title; what somebody said he would do has more words, or no such title.
    func movedMilestone(saying range: Range<Int>, to date: CivilDate?) -> Reply? {
        guard let date, !isWholeWord(range) else { return nil }
        if !isPartOfWord(range), let step = movedStep(saying: range, to: date) { return step }
        let named: (RowID, Range<Int>)?
        do throws(AskBack) {
            named = try accountAnywhere(item, in: range)
        } catch {
            if case .several = error.reason, !isPartOfWord(range) { return unclear(error.reason) }
            named = nil
        }
        guard let (account, words) = named,
            let found = milestone(of: account, in: range.filter { !words.contains($0) }), found.entries.count == 1
        else { return isPartOfWord(range) ? nil : movedTitle(saying: range) }
        let isWhole = context.milestones(of: account).contains {
            $0.entry == found.entries[0] && $0.words.count == found.words.count
        }
        guard isWhole || !isPartOfWord(range) else { return nil }
        return .milestonePlanned(account: account, title: found.entries[0].name, on: date)
    }

    /// "cfo meeting" of several accounts' "CFO met": at which one is asked.
    private func movedTitle(saying range: Range<Int>) -> Reply? {
        guard (try? accountAnywhere(item, in: range)) == nil, let first = line[range.lowerBound],
            !Self.isSmall(first)
        else { return nil }
        let found = context.names.own.filter { account in
            context.milestones(of: account.id).contains { $0.words.first.map(first.isLike) ?? false }
        }
        return found.isEmpty
            ? nil : unclear(found.count == 1 ? .noAccount(near: found[0].name) : .several(found.map(\.name)))
    }

    /// "skip CFO met at Globex: their CEO decides alone"
    func skipped(_ place: Int) -> Reply? {
        let end = line.end(from: place, of: .note)
        guard let (account, words) = try? accountAnywhere(item, in: place..<end),
            let found = milestone(of: account, in: (place..<end).filter { !words.contains($0) }),
            found.entries.count == 1
        else { return nil }
        let last = max(words.upperBound, found.words.upperBound)
        let reason = line.text(from: last).withoutBecause
        guard !reason.isEmpty else { return unclear(.reasonMissing) }
        return .milestoneSkipped(account: account, milestone: found.entries[0].id, reason: reason)
    }

    private func doneDate(in range: Range<Int>) throws(AskBack) -> CivilDate {
        let reader = DateReader(today: context.today, side: .behind)
        for place in range {
            guard let match = reader.match(line, at: place), !match.isLoose || isPause(before: match.end) else {
                continue
            }
            guard case .day(let date) = match.found else {
                throw AskBack(.notADate(line.text(place..<match.end)))
            }
            guard date <= context.today else { throw AskBack(.stillToCome) }
            return date
        }
        return context.today
    }

    /// The only account that some words name, and which of them do.
    func accountAnywhere(
        _ known: RowID?, in range: Range<Int>
    ) throws(AskBack) -> (RowID, Range<Int>) {
        var found: [(entries: [ReplyNames.Entry], words: Range<Int>)] = []
        var place = range.lowerBound
        while place < range.upperBound {
            let isLed = place > range.lowerBound && SmallWords.at.contains(line[place - 1])
            guard let match = context.accounts.match(line, at: place, isLed: isLed) else {
                place += 1
                continue
            }
            found.append((match.entries, (isLed ? place - 1 : place)..<match.end))
            place = match.end
        }
        if let known { return (known, found.first { $0.entries.contains { $0.id == known } }?.words ?? 0..<0) }
        let entries = found.flatMap(\.entries).unique
        guard entries.count <= 1 else { throw AskBack(.several(entries.map(\.name))) }
        guard let entry = entries.first else {
            throw AskBack(.noAccount(near: context.accounts.nearest(to: line, in: range)))
        }
        return (entry.id, found[0].words)
    }

    /// Where a verb begins that ends here.
    func verb(_ verb: ReplyVerb, endingAt end: Int) -> Int? {
        (max(start, end - 3)..<max(start, end)).first {
            ReplyVerb.match(line, at: $0).map { $0.verb == verb && $0.end == end } ?? false
        }
    }
}
