import CivilTime

/// Next steps, milestones and holds.
extension LineReader {
    /// "next Globex: send the audit note, fri"
    func next(_ place: Int, _ known: RowID?) -> Reply? {
        if Self.notNext.contains(line[place]) { return nil }
        let isWeekday = line[place].flatMap(WeekdayWords.weekday) != nil
        if known == nil, isWeekday, context.accounts.match(line, at: place).map({ $0.end == place + 1 }) ?? true {
            return nil
        }
        return reading { () throws(AskBack) in
            var (account, end) = try account(known, at: place)
            switch ReplyVerb.match(line, at: end) {
            case (.done, let last)?, (.kept, let last)?:
                if line.words[last...].allSatisfy({ !$0.isCapital || context.accounts.name(of: account) != nil }) {
                    return .stepDone(account: account)
                }
            case (.moved, let last)?: end = last
            default: break
            }
            let range = end..<max(end, line.count)
            let dated = DatedText(line, range, today: context.today)
            let words = dated.text.droppingFirst(of: Self.isWords).droppingFirst(of: SmallWords.to)
            // "next meeting at Globex is friday" tells of the customer, and is no step.
            if !isPause(before: end), TypedLine(words).words.contains(where: Self.telling.contains) { return nil }
            // A day alone moves what was to come next.
            guard let text = words.isEmpty ? context.names.steps[account] : words else { throw AskBack(.textMissing) }
            if let problem = dated.required(.nextStep, line, range) { throw AskBack(problem) }
            return dated.date.map { .nextStep(account: account, text: text, on: $0) }
        }
    }

    /// "next week", "next time", "next one please".
    private static let notNext = WordSet(
        "week month quarter year time one day weekend to door up level please year's thing")

    private static let isWords = WordSet("is ist")
    private static let telling = WordSet("is are was were will ist sind war waren wird")

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
            let dated = DatedText(line, range, today: context.today, isUntil: true)
            if let problem = dated.required(.hold, line, range) { throw AskBack(problem) }
            let reason = dated.text.withoutBecause
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
}
