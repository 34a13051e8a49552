import CivilTime

/// Next steps, milestones and holds.
extension LineReader {
    /// "next Globex: send the audit note, fri"
    func next(_ place: Int, _ known: RowID?) -> Reply? {
        if Self.notNext.contains(line[place]) { return nil }
        if known == nil, line[place].flatMap(WeekdayWords.weekday) != nil { return nil }
        return reading { () throws(AskBack) in
            let (account, end) = try account(known, at: place)
            let range = end..<max(end, line.count)
            let dated = DatedText(line, range, today: context.today)
            let text = dated.text.droppingFirst(of: Self.isWords).droppingFirst(of: SmallWords.to)
            guard !text.isEmpty else { throw AskBack(.textMissing) }
            if let problem = dated.required(.nextStep, line, range) { throw AskBack(problem) }
            return dated.date.map { .nextStep(account: account, text: text, on: $0) }
        }
    }

    /// "next week", "next time", "next one please".
    private static let notNext = WordSet(
        "week month quarter year time one day weekend to door up level please year's thing")

    private static let isWords = WordSet("is ist")

    /// "hold Initech until 4 Dec: their new CIO starts"
    func hold(_ place: Int, _ known: RowID?) -> Reply? {
        if known == nil, Self.notHold.contains(line[place]), case .none = self.place(at: place) { return nil }
        return reading { () throws(AskBack) in
            try checkQuestion(from: place)
            let (account, end) = try account(known, at: place)
            if SmallWords.and.contains(line[end]), let other = context.accounts.match(line, at: end + 1) {
                let first = [context.accounts.name(of: account)].compactMap { $0 }
                throw AskBack(.several(first + other.entries.map(\.name)))
            }
            let first = ReplyVerb.match(line, at: end)?.verb == .hold ? end + 2 : end
            let range = first..<max(first, line.count)
            let dated = DatedText(line, range, today: context.today)
            if let problem = dated.required(.hold, line, range) { throw AskBack(problem) }
            let reason = dated.text.droppingFirst(of: SmallWords.because)
            guard !reason.isEmpty else { throw AskBack(.reasonMissing) }
            return dated.date.map { .hold(account: account, until: $0, reason: reason) }
        }
    }

    private static let notHold = WordSet("on the off up")

    /// "resume Initech", "weiter mit Initech"
    func resume(_ place: Int, _ known: RowID?) -> Reply? {
        reading { () throws(AskBack) in
            try check(from: place)
            let (account, end) = try account(known, at: place)
            let isAlone =
                isPause(before: end) || end >= line.count
                || (end..<line.count).allSatisfy { Self.now.contains(line[$0]) }
            guard isAlone, end > place || known != nil else { throw AskBack(.doneOrPlanned) }
            return .resume(account: account)
        }
    }

    private static let now = WordSet("now again jetzt wieder mit today heute please bitte")

    // MARK: Milestones

    /// "done CFO met at Globex", "erreicht: CFO getroffen, Globex"
    func done(_ place: Int, _ known: RowID?) -> Reply? {
        // "reached out to Petra"
        if line[place]?.key == "out" { return nil }
        return reading { () throws(AskBack) in
            try check(from: place)
            let (account, range) = try accountAnywhere(known, in: place..<max(place, line.count))
            let places = (place..<max(place, line.count)).filter { !range.contains($0) }
            let milestones = context.milestones(of: account)
            let found = places.compactMap { place in
                NameMatch.beginning(milestones, in: line, at: place, takesCommon: true).map { (place, $0) }
            }
            guard let best = found.max(by: { $0.1.end - $0.0 < $1.1.end - $1.0 })?.1 else {
                throw AskBack(
                    .milestoneUnknown(account: account, known: context.milestoneNames(of: account)))
            }
            guard best.entries.count == 1 else { throw AskBack(.several(best.entries.map(\.name))) }
            let date = try doneDate(in: place..<line.count)
            return .milestoneDone(account: account, milestone: best.entries[0].id, on: date)
        }
    }

    /// "Globex CFO met done": only where every word before the verb is the account or all of the milestone's title.
    var doneBefore: Reply? {
        guard let verb = verb(.done, endingAt: line.count), verb > start else { return nil }
        guard let (account, range) = try? accountAnywhere(item, in: start..<verb) else { return nil }
        let milestones = context.milestones(of: account)
        let rest = (start..<verb).filter { !range.contains($0) }
        guard let first = rest.first,
            let match = NameMatch.beginning(milestones, in: line, at: first, takesCommon: true),
            match.entries.count == 1, Set(rest) == Set(first..<match.end),
            milestones.contains(where: { $0.entry == match.entries[0] && $0.words.count == rest.count })
        else { return nil }
        return .milestoneDone(account: account, milestone: match.entries[0].id, on: context.today)
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
    private func accountAnywhere(
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
