import CivilTime

/// What stands behind the head and would have belonged to it, had it been understood: a day, a further account, a further item. A note
/// that swallows them makes a wrong entry, so the line is asked back.
struct Leftover {
    private let line: TypedLine
    private let head: Head
    private let context: ReplyContext

    init(_ line: TypedLine, _ head: Head, _ context: ReplyContext) {
        self.line = line
        self.head = head
        self.context = context
    }

    // MARK: Days

    /// The day or time at the end of the act's own clause, behind what was done it with: "(emailed) the model to Globex on Monday".
    /// - Returns: the match and its words, with what leads to them.
    var moment: (match: MomentReader.Match, words: Range<Int>)? {
        if head.end > 0, line.pause(after: head.end - 1) > .none { return nil }
        let end = line.end(from: head.end, of: .comma)
        let reader = MomentReader(zone: context.zone, now: context.now)
        for place in head.end..<max(head.end, end) {
            if Self.opensClause.contains(line.words[place]), !leadsToName(at: place), !isObject(at: place) {
                return nil
            }
            if Self.purposes.contains(line[place]), context.accounts.match(line, at: place + 1, isLed: true) == nil {
                return nil
            }
            guard let match = reader.match(line, at: place), match.end == end, match.instant != nil, !match.isLoose
            else {
                continue
            }
            // "last month on Monday"
            let isClear = !(head.end..<place).contains {
                Self.spans.contains(line[$0]) || Self.leads.contains(line[$0])
            }
            return isClear ? (match, place..<match.end) : nil
        }
        return nil
    }

    /// "(sent) it yesterday"
    private func isObject(at place: Int) -> Bool { place == head.end && Self.objects.contains(line[place]) }

    private static let objects = WordSet("it them him her es ihn sie ihm ihnen")

    /// The words that tell when and are no day: "last month", "in October", "the other day".
    var dateWords: String? {
        if head.end > 0, line.pause(after: head.end - 1) > .comma { return nil }
        let isBehindComma = head.end > 0 && line.pause(after: head.end - 1) == .comma
        var place = head.end
        let end = line.end(from: place, of: .comma)
        while place < end, let word = line[place] {
            if Self.opensClause.contains(word), !leadsToName(at: place), !isObject(at: place) { return nil }
            if let last = day(at: place) {
                // Behind a comma only what has a day and nothing besides was said of the act.
                if isBehindComma, last < end || !(head.end..<place).allSatisfy({ Self.leads.contains(line[$0]) }) {
                    return nil
                }
                return line.text(head.end..<last)
            }
            place += 1
        }
        return nil
    }

    /// "the deck to Globex", but not "to confirm".
    private func leadsToName(at place: Int) -> Bool {
        SmallWords.to.contains(line[place]) && context.accounts.match(line, at: place + 1, isLed: true) != nil
    }

    /// Behind the words at the place that tell when; nil where there are none.
    private func day(at place: Int) -> Int? {
        guard let word = line[place] else { return nil }
        let isLed = place > head.end && Self.leads.contains(line[place - 1])
        let isPurpose = place > head.end && Self.purposes.contains(line[place - 1])
        if isPurpose { return nil }
        if let match = MomentReader(zone: context.zone, now: context.now).match(line, at: place),
            !match.isLoose || Self.shortDays.contains(word)
        {
            return match.end
        }
        if Self.spans.contains(word) || word.key.hasSuffix("ish") && word.key.first?.isNumber ?? false {
            return place + 1
        }
        if let end = hours(at: place) ?? impossible(at: place) { return end }
        if MonthWords.month(word) != nil, isLed || !Self.looseMonths.contains(word) { return place + 1 }
        return Self.phrases.match(line, at: place)?.end
    }

    /// "10-11", "from 9 to 10", "before 9"
    private func hours(at place: Int) -> Int? {
        if ["before", "after", "vor", "nach"].contains(line[place]?.key), let hour = line[place + 1]?.number, hour < 24,
            line.pause(after: place + 1) > .none
        {
            return place + 2
        }
        let isLed = ["from", "von"].contains(line[place]?.key)
        let first = isLed ? place + 1 : place
        guard let from = line[first], let hour = from.number, (0...23).contains(hour), from.key.count <= 2 else {
            return nil
        }
        let isJoined = isLed && ["to", "until", "till", "bis"].contains(line[first + 1]?.key)
        let last = isJoined ? first + 2 : first + 1
        guard isJoined || from.gap.contains(where: { "-–".contains($0) }), let until = line[last]?.number,
            (hour...24).contains(until)
        else { return nil }
        return last + 1
    }

    /// "25:99", "12.12.20266": what looks like a time or a date, and is none.
    private func impossible(at place: Int) -> Int? {
        func isJoined(_ place: Int, by sign: Character) -> Bool {
            line[place]?.isDigits ?? false && line[place]?.gap == String(sign)[...]
                && line[place + 1]?.isDigits ?? false
        }
        if isJoined(place, by: ":"), line[place + 1]?.key.count == 2 { return place + 2 }
        for sign in ".-/" where isJoined(place, by: sign) && isJoined(place + 1, by: sign) { return place + 3 }
        // "32.11."
        if isJoined(place, by: "."), line[place + 1]?.gap.first == "." { return place + 2 }
        return hour(at: place)
    }

    /// "at 25", "at 13pm", "um 25 Uhr"
    private func hour(at place: Int) -> Int? {
        guard place > 0, ["at", "um"].contains(line[place - 1]?.key), let key = line[place]?.key else { return nil }
        let digits = key.prefix { $0.isNumber }
        let isHalf = key.hasSuffix("am") || key.hasSuffix("pm")
        guard (1...2).contains(digits.count), let hour = Int(digits),
            digits.count == key.count || isHalf || key.hasSuffix("h"), hour > (isHalf ? 12 : 23)
        else { return nil }
        let end = Self.clocks.contains(line[place + 1]) ? place + 2 : place + 1
        return line.pause(after: end - 1) > .none ? end : nil
    }

    private static let clocks = WordSet("h o'clock oclock uhr am pm")

    /// What is said behind these is of somebody or something else.
    private static let opensClause =
        SmallWords.pronouns + SmallWords.because + SmallWords.until
        + SmallWords.arranged
        + WordSet(
            "to will would should must need needs want wants if wenn soll sollte muss müsste wird werden werde going "
                + "but aber that dass about re regarding wegen über who which whose is are was were has have had ist sind war "
                + "waren hat haben by bis said says meint sagt")
    private static let leads = WordSet(
        "on in at the am im um last this past early late since during letzten letzte letzter diesen vorigen anfang ende "
            + "mitte")
    private static let purposes = WordSet("for für")
    private static let shortDays = WordSet("mon wed sun mo mi sa")
    private static let looseMonths = WordSet("may mar mai")
    private static let spans = WordSet(
        "week weeks month months quarter year weekend woche wochen monat monate quartal jahr wochenende noon midday "
            + "midnight mittag mittags nachmittags vormittags abends morgens tonight yesterday gestern")
    private static let phrases = PhraseTable<Bool>([
        (
            true,
            "other day,in the morning,in the afternoon,in the evening,am morgen,am vormittag,am nachmittag,am abend,"
                + "half past,quarter past,quarter to,neulich,at lunch,over lunch,beim mittagessen"
        )
    ])

    // MARK: Accounts

    /// The further accounts and items of a list: "called Acme, Globex and Umbra", "1 called, 2 emailed".
    var accounts: [ReplyNames.Entry] {
        var found: [ReplyNames.Entry] = []
        var place = head.end
        while place > 0, place < line.count, !(line[place - 1]?.gap.contains(":") ?? false) {
            while Self.joins.contains(line[place]) { place += 1 }
            if let match = context.accounts.match(line, at: place), isClosed(match.end) {
                found += match.entries
                place = match.end
            } else if let item = item(at: place) {
                return (found + [item]).unique
            } else {
                break
            }
        }
        return found.unique
    }

    private func isClosed(_ end: Int) -> Bool { line.pause(after: end - 1) > .none || Self.joins.contains(line[end]) }

    private func item(at place: Int) -> ReplyNames.Entry? {
        guard line.pause(after: place - 1) > .none || Self.joins.contains(line[place - 1]),
            let number = ItemNumber(line, at: place),
            ReplyVerb.match(line, at: number.end) != nil, let id = context.names.items[number.value]
        else { return nil }
        return context.accounts.name(of: id).map { ReplyNames.Entry(id, $0) }
    }

    private static let joins = SmallWords.and + WordSet("also too auch as well then dann ebenso")
}
