import CivilTime

/// Finds a date among typed words, in English or German.
struct DateReader: Sendable {
    let today: CivilDate
    let side: DateWord.Side

    /// A date that begins at a word.
    struct Match {
        var end: Int
        var found: Found
        /// A weekday alone.
        var isWeekday = false
        /// So short a word, or so plain a number, that it is a date only where one is looked for: "so", "4.12".
        var isLoose = false
        var part: PartOfDay?
    }

    enum Found: Hashable {
        case day(CivilDate)
        /// "next friday" is said of two days.
        case either([CivilDate])
        /// It looks like a date and is none: "31 Feb", "Mon 26 Nov" of a Thursday.
        case wrong
    }

    func match(_ line: TypedLine, at place: Int) -> Match? {
        guard place < line.count else { return nil }
        guard
            var match = relative(line, place) ?? counted(line, place) ?? ofLastWeek(line, place) ?? weekday(line, place)
                ?? calendar(line, place) ?? ordinal(line, place)
        else { return nil }
        addWeeks(to: &match, line)
        if let word = line[match.end], line.pause(after: match.end - 1) == .none, let part = PartOfDay(word) {
            match.part = part
            match.end += 1
        }
        return match
    }

    // MARK: Seen from today

    private func relative(_ line: TypedLine, _ place: Int) -> Match? {
        Self.days.match(line, at: place).map { Match(end: $0.end, found: .day(today.adding(days: $0.meaning))) }
    }

    private static let days = PhraseTable<Int>([
        (0, "today,heute"), (1, "tomorrow,tmrw,tmr,tomorow,tommorow,tommorrow,morgen"),
        (-1, "yesterday,yday,yest,ystrday,yesterdy,last nite,last night,gestern,gstern"),
        (2, "day after tomorrow,übermorgen"), (-2, "day before yesterday,vorgestern,vorgstern"),
    ])

    /// "in 3 days", "vor zwei Wochen", "2 days ago".
    private func counted(_ line: TypedLine, _ place: Int) -> Match? {
        let lead = line[place]?.key
        let isAfterLead = lead == "in" || lead == "vor" || side == .ahead && (lead == "for" || lead == "für")
        let first = isAfterLead ? place + 1 : place
        guard line.pause(in: place..<min(first + 2, line.count)) == .none, let count = line[first]?.count,
            let unit = line[first + 1],
            let days = Self.dayWords.contains(unit) ? 1 : Self.weekWords.contains(unit) ? 7 : nil
        else { return nil }
        if isAfterLead {
            return Match(end: first + 2, found: .day(today.adding(days: (lead == "vor" ? -1 : 1) * count * days)))
        }
        guard line[first + 2]?.key == "ago" else { return nil }
        return Match(end: first + 3, found: .day(today.adding(days: -count * days)))
    }

    private static let dayWords = WordSet("day days tag tage tagen")
    private static let weekWords = WordSet("week weeks woche wochen")

    /// "heute in einer Woche", "monday week".
    private func addWeeks(to match: inout Match, _ line: TypedLine) {
        guard side == .ahead, case .day(let day) = match.found, line.pause(after: match.end - 1) == .none else {
            return
        }
        if match.isWeekday, line[match.end]?.key == "week" {
            match = Match(end: match.end + 1, found: .day(day.adding(days: 7)))
        } else if line[match.end]?.key == "in",
            match.isWeekday || line[match.end - 1].map(Self.todays.contains) ?? false,
            let weeks = counted(line, match.end), case .day(let then) = weeks.found
        {
            match = Match(end: weeks.end, found: .day(day.adding(days: then.days(since: today))))
        }
    }

    private static let todays = WordSet("today heute")

    // MARK: Weekdays

    /// "Monday last week", "letzte Woche Montag".
    private func ofLastWeek(_ line: TypedLine, _ place: Int) -> Match? {
        let isWeekFirst = Self.lastWeek.match(line, at: place) != nil
        let dayPlace = isWeekFirst ? place + (["on", "am"].contains(line[place + 2]?.key) ? 3 : 2) : place
        guard let day = line[dayPlace].flatMap(WeekdayWords.weekday),
            let end = isWeekFirst ? dayPlace + 1 : Self.lastWeek.match(line, at: place + 1)?.end,
            line.pause(in: place..<end) <= .comma
        else { return nil }
        return Match(end: end, found: .day(today.adding(days: day.rawValue - today.weekday.rawValue - 7)))
    }

    private static let lastWeek = PhraseTable<Bool>([(true, "last week,letzte woche,letzter woche,vorige woche")])

    /// "fri", "this friday", "letzten Freitag", and "Thu 26 Nov" as messages write it.
    private func weekday(_ line: TypedLine, _ place: Int) -> Match? {
        let which = line[place].flatMap(Which.init)
        let first = which == nil ? place : place + 1
        guard let word = line[first], let day = WeekdayWords.weekday(word), line.pause(in: place..<first + 1) == .none
        else { return nil }
        let dated = ["den", "the"].contains(line[first + 1]?.key) ? first + 2 : first + 1
        if which == nil, line.pause(after: first) <= .comma, let date = calendar(line, dated) {
            guard case .day(let dated) = date.found else { return date }
            return Match(end: date.end, found: dated.weekday == day ? date.found : .wrong)
        }
        let ahead = (day.rawValue - today.weekday.rawValue + 6) % 7 + 1
        let (coming, last) = (today.adding(days: ahead), today.adding(days: ahead - 7))
        switch which {
        case .coming: return Match(end: first + 1, found: .day(coming))
        case .last: return Match(end: first + 1, found: .day(last == today ? last.adding(days: -7) : last))
        case .next: return Match(end: first + 1, found: .either([coming, coming.adding(days: 7)]))
        case nil:
            let day = side == .ahead ? coming : last
            return Match(
                end: first + 1, found: .day(day), isWeekday: true, isLoose: WeekdayWords.isLoose(word))
        }
    }

    private enum Which {
        case coming, last, next

        init?(_ word: TypedLine.Word) {
            if Self.comingWords.contains(word) {
                self = .coming
            } else if Self.lastWords.contains(word) {
                self = .last
            } else if Self.nextWords.contains(word) {
                self = .next
            } else {
                return nil
            }
        }

        private static let comingWords = WordSet("this coming diesen diese kommenden kommende")
        private static let lastWords = WordSet("last letzten letzter letzte vergangenen")
        private static let nextWords = WordSet("next nächsten nächster nächste")
    }

    // MARK: Of the calendar

    private func calendar(_ line: TypedLine, _ place: Int) -> Match? {
        guard let date = CalendarDate(line, place) else { return slashed(line, place) }
        return Match(
            end: date.end, found: date.day(seenFrom: today, side).map(Found.day) ?? .wrong, isLoose: date.isLoose)
    }

    /// "the 30th": the next one, or the last one.
    private func ordinal(_ line: TypedLine, _ place: Int) -> Match? {
        let isLed = line[place]?.key == "the" && line.pause(after: place) == .none
        guard let key = line[isLed ? place + 1 : place]?.key, key.count <= 4, key.count >= 3,
            ["st", "nd", "rd", "th"].contains(key.suffix(2)), let number = Int(key.dropLast(2)),
            (1...31).contains(number),
            line.pause(after: isLed ? place + 1 : place) > .none
                || !Self.counted.contains(line[isLed ? place + 2 : place + 1])
        else { return nil }
        let found = (0...62).lazy.map { today.adding(days: side == .ahead ? $0 : -$0) }.first { $0.day == number }
        // A loose one, for there are fifth calls and thirtieth floors.
        return found.map { Match(end: isLed ? place + 2 : place + 1, found: .day($0), isWeekday: true, isLoose: true) }
    }

    /// "the 25th floor"
    private static let counted = WordSet("floor call meeting time attempt try visit email demo stock etage")

    /// "4/12" is April to some and December to others; with its year "26/11/2026" is one day.
    private func slashed(_ line: TypedLine, _ place: Int) -> Match? {
        if let date = slashedWithYear(line, place) { return Match(end: place + 3, found: .day(date)) }
        guard let first = line[place], first.gap == "/", let second = line[place + 1],
            let numbers = [first.number, second.number] as? [Int],
            numbers.allSatisfy({ (1...31).contains($0) })
        else { return nil }
        // "24/12" has no month 24.
        if second.gap != "/", (numbers[0] > 12) != (numbers[1] > 12),
            let day = CalendarDate(day: max(numbers[0], numbers[1]), month: min(numbers[0], numbers[1]), end: place + 2)
                .day(seenFrom: today, side)
        {
            return Match(end: place + 2, found: .day(day))
        }
        return Match(
            end: second.gap == "/" && line[place + 2]?.number != nil ? place + 3 : place + 2, found: .wrong,
            isLoose: true)
    }
}

extension DateReader {
    private func slashedWithYear(_ line: TypedLine, _ place: Int) -> CivilDate? {
        guard let first = line[place], first.gap == "/", let second = line[place + 1], second.gap == "/",
            let third = line[place + 2], third.key.count == 4, let year = third.number, let one = first.number,
            let two = second.number, one > 12 || two > 12 || one == two
        else { return nil }
        return CivilDate(year: year, month: one > 12 ? two : one, day: one > 12 ? one : two)
    }
}

extension TypedLine.Word {
    /// A small number, in digits or as a word.
    var count: Int? { number.map { min($0, 999) } ?? Self.counts[key] }

    private static let counts: [String: Int] = {
        var counts = ["a": 1, "an": 1, "eine": 1, "einem": 1, "einen": 1, "einer": 1]
        for language in Language.allCases {
            for number in 1...10 { for key in Folding(language.number(number)).forms { counts[key] = number } }
        }
        return counts
    }()
}
