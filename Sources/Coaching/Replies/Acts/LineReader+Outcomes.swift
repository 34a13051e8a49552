import CivilTime

/// What ends an account's place on a list, told and not ordered: "Globex signed", "they went with a competitor". It is proposed.
extension LineReader {
    var outcome: Reply? {
        guard line.count - start <= 14, !line.asks(in: start..<line.count),
            !(start..<line.count).contains(where: { Self.notYet.contains(line[$0]) })
        else { return nil }
        for place in start..<line.count {
            if let end = Self.wins.match(line, at: place)?.end { return won(place..<end) }
            if let loss = Self.losses.match(line, at: place), isClosed(loss.end) { return ended(as: loss.meaning) }
        }
        return nil
    }

    /// Whether the words say no more than that it was won: "signed the NDA" and "the office closed" say something else.
    private func won(_ words: Range<Int>) -> Reply? {
        let clause = start..<max(words.upperBound, line.end(from: words.upperBound - 1, of: .comma))
        return endOf(clause) { name, account in
            let rest = clause.filter { !words.contains($0) && !account.contains($0) }
            guard rest.allSatisfy({ Self.aroundWin.contains(line[$0]) }) else { return nil }
            return context.language.word("won \(name)", "gewonnen \(name)")
        }
    }

    private func ended(as status: AccountStatus) -> Reply? {
        endOf(start..<line.count) { name, account in
            let reason = [
                line.text(start..<max(start, account.lowerBound)), line.text(from: max(start, account.upperBound)),
            ]
            let words = reason.filter { !$0.isEmpty }.joined(separator: " ")
            return status == .lost
                ? context.language.word("lost \(name): \(words)", "verloren \(name): \(words)")
                : context.language.word("drop \(name): \(words)", "streiche \(name): \(words)")
        }
    }

    private func endOf(_ clause: Range<Int>, _ act: (String, Range<Int>) -> String?) -> Reply? {
        reading { () throws(AskBack) in
            let (account, words): (RowID, Range<Int>)
            if let item {
                (account, words) = (item, start..<start)
            } else if let found = try? accountAnywhere(nil, in: start..<line.count) {
                (account, words) = found
            } else {
                // "they went with a competitor": who?
                guard Self.customers.contains(line[start]) else { return nil }
                (account, words) = try accountAnywhere(nil, in: start..<line.count)
            }
            let name = context.accounts.name(of: account) ?? ""
            return act(name, words).map { unclear(.meant($0)) }
        }
    }

    private func isClosed(_ end: Int) -> Bool {
        isPause(before: end) || end >= line.count || Self.behindLoss.contains(line[end])
    }

    /// Whether a verb behind an account's name says what the customer does, and orders nothing: "Hooli won an award", "Initech hold a meeting
    /// on friday". An order pauses there, or goes on with a day or a reason.
    func tellsOfCustomer(behind match: (verb: ReplyVerb, end: Int)) -> Bool {
        let end = match.end
        guard end < line.count, !isPause(before: end) else { return false }
        switch match.verb {
        case .won: return !SmallWords.because.contains(line[end])
        case .lost, .drop: return !SmallWords.because.contains(line[end]) && !isToSomebody(at: end)
        case .hold:
            if SmallWords.because.contains(line[end]) || SmallWords.until.contains(line[end]) { return false }
            let day = DateReader(today: context.today, side: .ahead).match(line, at: end)
            return !(day.map { isPause(before: $0.end) || SmallWords.because.contains(line[$0.end]) } ?? false)
        // "Globex support was slow"
        case .support: return true
        default: return false
        }
    }

    /// "to a competitor", "an Siemens", but not "an employee".
    private func isToSomebody(at place: Int) -> Bool {
        guard SmallWords.to.contains(line[place]), let next = line[place + 1] else { return false }
        return next.isCapital || SmallWords.articles.contains(next)
    }

    private static let notYet = WordSet("yet if maybe perhaps almost nearly noch wenn falls vielleicht fast")
    private static let customers = WordSet("they sie")
    private static let behindLoss =
        SmallWords.because + SmallWords.at + WordSet("anymore any more and und after nach of now instead this")
    private static let aroundWin =
        SmallWords.fillers + SmallWords.articles + SmallWords.haveWords + SmallWords.gotWords + SmallWords.from
        + SmallWords.at + SmallWords.with
        + WordSet(
            "they sie deal deals contract vertrag auftrag order po finally endlich today heute yesterday gestern"
        )

    private static let wins = PhraseTable<Bool>([
        (
            true,
            "signed,is signed,closed,won,is won,got the po,got a po,got the order,got the contract,got the deal,got the signature,"
                + "has ordered,have ordered,is a customer now,in the bag,unterschrieben,gewonnen,auftrag bekommen,"
                + "auftrag erhalten,zuschlag bekommen,zuschlag erhalten,hat bestellt,ist jetzt kunde,ist gewonnen,ist unterschrieben"
        )
    ])
    /// The meaning: whether they ended it, or we do.
    private static let losses = PhraseTable<AccountStatus>([
        (
            .dropped,
            "isn't a fit,is not a fit,not a fit,not a good fit,no fit,not worth it,forget about,passt nicht,passt nicht zu uns,"
                + "lohnt nicht,lohnt sich nicht"
        ),
        (
            .lost,
            "is dead,is lost,ist tot,ist gestorben,"
                + "went with a competitor,went with the competition,went with someone else,went with somebody else,"
                + "chose a competitor,chose the competition,chose someone else,chose somebody else,bought from a competitor,"
                + "said no,turned us down,not interested,no interest,no longer interested,decided against us,went elsewhere,"
                + "konkurrenz entschieden,konkurrenz gegangen,zur konkurrenz,wettbewerber entschieden,mitbewerber entschieden,anderen anbieter entschieden,"
                + "gegen uns entschieden,kein interesse,nicht interessiert,nicht mehr interessiert,haben uns abgesagt"
        ),
    ])
}
