import CivilTime

/// What joins a list and leaves it.
extension LineReader {
    // MARK: Joining

    /// "add Initech to my list: audit in May", "Siemens hinzufügen", "swap Wonka for Gringotts".
    var joining: Reply? { item == nil ? swapped ?? added ?? leaving ?? nearlyAdded : nil }

    /// "add Siemens: audit in May", "Siemens zu meiner Liste": a new name, which may be something else that is to be added.
    private var nearlyAdded: Reply? {
        let isOrdered = ["add", "select"].contains(line[start]?.key)
        let first = isOrdered ? start + 1 : start
        let pause = line.end(from: first, of: .comma)
        let end = (first..<pause).first { SmallWords.because.contains(line[$0]) } ?? pause
        let list = (first..<end).first { Self.ontoList.match(line, at: $0) != nil }
        let name = first..<(list ?? end)
        guard isOrdered || list != nil, (1...3).contains(name.count), name.allSatisfy({ line.words[$0].isCapital }),
            NameMatch.person(context.everybody, in: line, at: first) == nil,
            NameMatch.person(context.people, in: line, at: first) == nil,
            context.accounts.match(line, at: first, isLed: true) == nil
        else { return nil }
        let rest = list.flatMap { Self.ontoList.match(line, at: $0)?.end } ?? end
        let fit = rest < line.count ? ": \(line.text(from: rest).withoutBecause)" : ""
        let act = context.language.word("add \(line.text(name)) to my list", "\(line.text(name)) hinzufügen")
        return unclear(.meant(act + fit))
    }

    private var added: Reply? {
        let isFirst = Self.adding.match(line, at: start)
        let first = isFirst?.end ?? start
        let end = line.end(from: first, of: .note)
        let list = (first..<end).first { Self.ontoList.match(line, at: $0) != nil }
        let behind = (first..<end).first { Self.addingBehind.contains(line[$0]) }
        let nameEnd = min(list ?? end, behind ?? end)
        // "add Petra" may be somebody: only with the list, or as an account.
        guard isFirst != nil || behind != nil, list != nil || isFirst?.meaning == true || behind != nil,
            (1...5).contains(nameEnd - first), !SmallWords.articles.contains(line[first])
        else { return nil }
        let wordsEnd = list.flatMap { Self.ontoList.match(line, at: $0)?.end } ?? nameEnd
        let rest = behind.map { max(wordsEnd, $0 + 1) } ?? wordsEnd
        return joining(first..<nameEnd, because: rest, insteadOf: nil)
    }

    /// "swap Wonka for Gringotts: the audit"
    private var swapped: Reply? {
        guard Self.swaps.contains(line[start]), let out = context.accounts.match(line, at: start + 1, isLed: true),
            Self.forOther.contains(line[out.end])
        else { return nil }
        guard out.entries.count == 1 else { return unclear(.several(out.entries.map(\.name))) }
        let end = line.end(from: out.end + 1, of: .note)
        return joining(out.end + 1..<end, because: end, insteadOf: out.entries[0].id)
    }

    private func joining(_ name: Range<Int>, because rest: Int, insteadOf out: RowID?) -> Reply? {
        guard !name.isEmpty else { return unclear(.nameMissing) }
        if let known = context.accounts.match(line, at: name.lowerBound, isLed: true), known.end == name.upperBound,
            known.entries.count == 1
        {
            return .show(account: known.entries[0].id)
        }
        // "Nordlicht wieder aufnehmen" of what is on the list.
        if context.accounts.match(line, at: name.lowerBound, isLed: true) != nil,
            Self.again.contains(line[name.upperBound - 1])
        {
            return nil
        }
        let words = line.text(name)
        let closed = context.names.closed.first { Folding($0.name).isLike(Folding(words)) }
        let fit = line.text(from: rest).withoutBecause
        guard !fit.isEmpty || closed != nil else { return unclear(.fitMissing(words)) }
        return .select(name: closed?.name ?? words, fit: fit.isEmpty ? nil : fit, insteadOf: out)
    }

    /// The meaning: whether it says by itself that an account is meant.
    private static let adding = PhraseTable<Bool>([
        (false, "add,put,select,nimm,setze"),
        (
            true,
            "add account,add an account,new account,add the account,neuer kunde,neuen kunden,kunde neu,select account"
        ),
    ])
    private static let addingBehind = WordSet("hinzufügen aufnehmen dazunehmen")
    private static let ontoList = PhraseTable<Bool>([
        (
            true,
            "to my list,to the list,on my list,on the list,onto my list,to my 50,to my accounts,as an account,as account,"
                + "zur liste,auf die liste,auf meine liste,in die liste,in meine liste,zu meiner liste"
        )
    ])
    private static let again = WordSet("wieder again")
    private static let swaps = WordSet("swap replace exchange tausche tauschen ersetze")
    private static let forOther = WordSet("for with gegen durch mit")

    // MARK: Leaving

    /// "take Wonka off", "remove Acme Steel from the list"
    private var leaving: Reply? {
        guard Self.taking.contains(line[start]), case .one(_, let end) = place(at: start + 1) else { return nil }
        let isOff = Self.offList.match(line, at: end) != nil
        guard isOff || end >= line.count && Self.removing.contains(line[start]) else { return nil }
        return close(as: .dropped, start + 1, nil)
    }

    private static let removing = WordSet("remove delete entferne entfernen lösche")
    private static let taking = removing + WordSet("take kick nimm streiche")

    /// It says where from, and not why.
    static let offList = PhraseTable<Bool>([
        (
            true,
            "off,off my list,off the list,from my list,from the list,from list,off my 50,von der liste,von meiner liste,"
                + "aus der liste,aus meiner liste,runter"
        )
    ])

    // MARK: Coming back

    /// "reopen Globex", "resume Globex" of what was lost; "reopen CFO met at Globex" of a milestone.
    var reopened: Reply? {
        guard let verb = Self.reopening.match(line, at: start) else { return nil }
        guard !line.asks(in: start..<line.count) else { return nil }
        if let closed = NameInText.one(of: context.names.closed, in: line.text(from: verb.end)) {
            return .select(name: closed.name, fit: nil, insteadOf: nil)
        }
        guard verb.meaning, let (account, words) = try? accountAnywhere(item, in: verb.end..<max(verb.end, line.count))
        else { return nil }
        let places = (verb.end..<max(verb.end, line.count)).filter { !words.contains($0) }
        guard let found = milestone(of: account, in: places), found.entries.count == 1 else { return nil }
        return .milestoneReopened(account: account, milestone: found.entries[0].id)
    }

    /// The meaning: whether a milestone may be meant.
    private static let reopening = PhraseTable<Bool>([
        (true, "reopen,re open,wieder öffnen,wiedereröffnen"),
        (false, "resume,restart,reactivate,wieder aufnehmen,weiter mit,reaktivieren"),
    ])
}
