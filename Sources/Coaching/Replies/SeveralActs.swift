/// One line that stands for several: "1 and 2 called", "1: wants a pilot, 2: the CFO is ill", "called Globex, Umbra and Hooli".
struct SeveralActs {
    private let line: TypedLine
    private let context: ReplyContext

    init(_ line: String, _ context: ReplyContext) {
        self.line = TypedLine(line)
        self.context = context
    }

    /// A line for each act; the one as it is where it holds one.
    var lines: [String] {
        partsBySemicolon ?? listOfItems ?? partsByItem ?? listOfPeople ?? listOfAccounts ?? commitments ?? [line.text]
    }

    /// "called Jonas at Acme; emailed Rita at Initech"
    private var partsBySemicolon: [String]? {
        let starts = [0] + line.words.indices.dropFirst().filter { line[$0 - 1]?.gap.contains(";") ?? false }
        guard starts.count > 1, starts.allSatisfy({ ReplyVerb.isDone(line, at: $0) }) else { return nil }
        return zip(starts, starts.dropFirst() + [line.count]).map { line.text($0..<$1) }
    }

    // MARK: Colleagues

    /// "talked to Ben, Ana and Chidi", "praise Ana and Ben: great demo": one with each.
    private var listOfPeople: [String]? {
        guard let verb = ReplyVerb.match(line, at: 0), [.spoke, .talk, .praise].contains(verb.verb) else { return nil }
        let isLed = SmallWords.with.contains(line[verb.end]) || SmallWords.to.contains(line[verb.end])
        let first = isLed ? verb.end + 1 : verb.end
        var (people, place): ([Range<Int>], Int) = ([], first)
        while let match = NameMatch.person(context.people, in: line, at: place), match.entries.count == 1 {
            people.append(place..<match.end)
            let isParted = line.pause(after: match.end - 1) == .comma || line[match.end - 1]?.gap.contains("&") ?? false
            place = SmallWords.and.contains(line[match.end]) ? match.end + 1 : isParted ? match.end : line.count
        }
        guard people.count > 1, let end = people.last?.upperBound else { return nil }
        return people.map { person in
            [line.text(0..<first), line.text(person), line.text(from: end)].filter { !$0.isEmpty }.joined(
                separator: " ")
        }
    }

    // MARK: Items

    private func item(at place: Int) -> Int? {
        // "1&1" is a company.
        guard let number = line[place]?.number, context.names.items[number] != nil,
            context.accounts.match(line, at: 0) == nil
        else { return nil }
        return number
    }

    /// "1 and 2 called", "1, 2 and 4 done", "1-3 emailed".
    private var listOfItems: [String]? {
        guard let first = item(at: 0) else { return nil }
        var (numbers, place) = ([first], 1)
        while place < line.count {
            if line[place - 1]?.gap.contains(where: { "-–".contains($0) }) ?? false, let last = item(at: place),
                let from = numbers.last, last > from, last - from < 10
            {
                numbers += (from + 1...last).filter { context.names.items[$0] != nil }
                place += 1
            } else if SmallWords.and.contains(line[place]) || line[place]?.text == "&", let number = item(at: place + 1)
            {
                numbers.append(number)
                place += 2
            } else if line[place - 1]?.gap.contains(where: { ",+&/".contains($0) }) ?? false,
                let number = item(at: place)
            {
                numbers.append(number)
                place += 1
            } else {
                break
            }
        }
        let rest = line.text(from: place)
        guard numbers.count > 1, !rest.isEmpty else { return nil }
        return numbers.map { "\($0) \(rest)" }
    }

    /// "1: they want a pilot, 2: the CFO is ill", "1 called, 2 emailed", "1 called 2 emailed".
    private var partsByItem: [String]? {
        guard item(at: 0) != nil else { return nil }
        let starts = line.words.indices.filter { place in
            guard place > 0, item(at: place) != nil else { return place == 0 }
            let isMarked = line[place]?.gap.first.map { ":)".contains($0) } ?? false
            return ReplyVerb.isDone(line, at: place + 1) || isMarked && line.pause(after: place - 1) > .none
        }
        guard starts.count > 1 else { return nil }
        return zip(starts, starts.dropFirst() + [line.count]).map { first, end in
            // "1 called and 2 emailed"
            let last = SmallWords.and.contains(line[end - 1]) ? end - 1 : end
            return last < line.count ? line.text(first..<last) : line.text(from: first)
        }
    }

    // MARK: Accounts

    /// "called Globex, Umbra and Hooli": one activity at each, where the list ends the act.
    private var listOfAccounts: [String]? {
        guard let verb = line.words.indices.first(where: { ReplyVerb.isDone(line, at: $0) }) else { return nil }
        var runs: [(accounts: [(entry: ReplyNames.Entry, words: Range<Int>)], end: Int)] = []
        var place = 0
        while place < line.count {
            let run = accounts(from: place)
            if run.count > 1, let end = run.last?.words.upperBound {
                runs.append((run, end))
                place = end
            } else {
                place += 1
            }
        }
        guard runs.count == 1, let list = runs.first, let first = list.accounts.first?.words.lowerBound else {
            return nil
        }
        // Behind the verb the list ends the act; before it the verb does: "Globex und Umbra angerufen".
        let isBehind = verb < first && line.pause(in: verb..<first + 1) == .none
        let isBefore = list.end <= verb && line.pause(in: list.end - 1..<verb + 1) == .none
        let isClosed = line.pause(after: list.end - 1) > .none
        guard isBehind ? isClosed || goesOn(at: list.end) : isBefore && first == 0 else { return nil }
        let (before, rest) = (line.text(0..<first), line.text(from: list.end))
        // What somebody said is said of where he is.
        let speakers = accounts(ofPeopleFrom: list.end)
        let told = list.accounts.map(\.entry.id).filter(speakers.contains)
        guard speakers.isEmpty || told.count == 1 else { return nil }
        return list.accounts.map { account in
            let name = line.text(account.words)
            let note = speakers.isEmpty || account.entry.id == told[0] ? rest : ""
            return [before, name + (isBehind && isClosed && !note.isEmpty ? ":" : ""), note].filter { !$0.isEmpty }
                .joined(separator: " ")
        }
    }

    /// "about the event", "yesterday": said of all of them.
    private func goesOn(at place: Int) -> Bool {
        FollowUp.beforeTopic.contains(line[place])
            || MomentReader(zone: context.zone, now: context.now).match(line, at: place).map { !$0.isLoose } ?? false
    }

    /// The accounts that know somebody who is named there.
    private func accounts(ofPeopleFrom first: Int) -> Set<RowID> {
        let named = (first..<max(first, line.count)).flatMap { place -> [ReplyNames.Entry] in
            guard line[place]?.isCapital ?? false else { return [] }
            return NameMatch.person(context.everybody, in: line, at: place, byBeginning: false)?.entries ?? []
        }
        let ids = Set(named.map(\.id))
        return Set(context.names.stakeholders.filter { $0.value.contains { ids.contains($0.id) } }.keys)
    }

    /// The accounts that stand one behind the other, parted by commas or "and".
    private func accounts(from first: Int) -> [(entry: ReplyNames.Entry, words: Range<Int>)] {
        var (found, place): ([(entry: ReplyNames.Entry, words: Range<Int>)], Int) = ([], first)
        while let match = context.accounts.match(line, at: place, isLed: false), match.entries.count == 1,
            !found.contains(where: { $0.entry == match.entries[0] })
        {
            found.append((match.entries[0], place..<match.end))
            let isParted = line.pause(after: match.end - 1) == .comma || line[match.end - 1]?.gap.contains("&") ?? false
            if SmallWords.and.contains(line[match.end]) {
                place = match.end + 1
            } else if isParted {
                place = SmallWords.and.contains(line[match.end]) ? match.end + 1 : match.end
            } else {
                break
            }
        }
        return found
    }

    // MARK: Words for the day

    /// "today: call Globex, Umbra demo": a word each, where each part names an account of its own.
    private var commitments: [String]? {
        guard let match = ReplyVerb.match(line, at: 0), match.verb == .today || match.verb == .tomorrow,
            match.end < line.count
        else { return nil }
        var (parts, first): ([Range<Int>], Int) = ([], match.end)
        while first < line.count {
            let end = line.end(from: first, of: .comma)
            parts.append(first..<end)
            first = end
        }
        let accounts = parts.map { part in Set(part.compactMap { context.accounts.match(line, at: $0)?.entries }) }
        guard parts.count > 1, accounts.allSatisfy({ $0.count == 1 && $0.first?.count == 1 }),
            Set(accounts).count == parts.count
        else { return nil }
        return parts.map { "\(line.text(0..<match.end)): \(line.text($0))" }
    }
}
