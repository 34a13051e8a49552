import CivilTime

/// A day that people name by about when it is: "until January", "end of month", "after Christmas", "for a month", "bis KW 2". It is taken
/// for one day, which the answer shows; of what was done only a day that is said counts.
struct RoughDay {
    let day: CivilDate
    /// With what leads to it.
    let words: Range<Int>
    /// Whether it is any day of a week or a month, of which the first one is taken.
    let isSpan: Bool

    init?(_ line: TypedLine, _ range: Range<Int>, today: CivilDate) {
        for place in range {
            guard let found = Self.match(line, at: place, today), found.end <= range.upperBound else { continue }
            var first = place
            while first > range.lowerBound, Self.leads.contains(line[first - 1]), line.pause(after: first - 1) == .none
            {
                first -= 1
            }
            // "May" may be somebody, and "in the March report" is no day.
            if found.isLoose, first == place { continue }
            (day, words, isSpan) = (found.day, first..<found.end, found.isSpan)
            return
        }
        return nil
    }

    private static let leads = SmallWords.onWords + WordSet("in im the den dem der after nach")

    private typealias Found = (day: CivilDate, end: Int, isLoose: Bool, isSpan: Bool)

    private static func match(_ line: TypedLine, at place: Int, _ today: CivilDate) -> Found? {
        month(line, place, today) ?? end(line, place, today) ?? next(line, place, today) ?? length(line, place, today)
            ?? feast(line, place, today) ?? week(line, place, today)
    }

    /// "January", "mid January", "end of March"
    private static func month(_ line: TypedLine, _ place: Int, _ today: CivilDate) -> Found? {
        let part = parts.match(line, at: place)
        let name = part?.end ?? place
        guard let month = line[name].flatMap(MonthWords.month), line[name + 1]?.number == nil,
            let first = CivilDate(year: today.year + (month < today.month ? 1 : 0), month: month, day: 1)
        else { return nil }
        let (day, isLoose) = part.map { (first.adding(days: $0.meaning), false) } ?? (first, true)
        let last = day.month == first.month ? day : first.lastOfMonth
        return last > today ? (last, name + 1, isLoose, part == nil) : nil
    }

    /// Days behind the first of the month.
    private static let parts = PhraseTable<Int>([
        (0, "early,anfang,beginning of,start of,the beginning of"), (14, "mid,middle of,mitte,the middle of"),
        (40, "late,end of,the end of,ende"),
    ])

    /// "end of month", "Ende des Jahres"
    private static func end(_ line: TypedLine, _ place: Int, _ today: CivilDate) -> Found? {
        guard let match = ends.match(line, at: place) else { return nil }
        let day =
            switch match.meaning {
            case .week: today.adding(days: (5 - today.weekday.rawValue + 7) % 7)
            case .month: today.lastOfMonth
            case .year: CivilDate(year: today.year, month: 12, day: 31) ?? today
            }
        return (day, match.end, false, false)
    }

    private enum Span { case week, month, year }

    private static let ends = PhraseTable<Span>([
        (.week, "end of week,end of the week,ende der woche"),
        (.month, "end of month,end of the month,month end,monatsende,ende des monats"),
        (.year, "end of year,end of the year,year end,jahresende,ende des jahres"),
    ])

    /// "next week", its Monday; "next month", its first.
    private static func next(_ line: TypedLine, _ place: Int, _ today: CivilDate) -> Found? {
        guard let match = nexts.match(line, at: place) else { return nil }
        let day =
            match.meaning == .week
            ? today.adding(days: 8 - today.weekday.rawValue) : today.lastOfMonth.adding(days: 1)
        return (day, match.end, false, true)
    }

    private static let nexts = PhraseTable<Span>([
        (.week, "next week,nächste woche,nächster woche,kommende woche"),
        (.month, "next month,nächsten monat,nächstem monat,kommenden monat"),
    ])

    /// "for a month", "two months"
    private static func length(_ line: TypedLine, _ place: Int, _ today: CivilDate) -> Found? {
        guard let count = line[place]?.count, (1...24).contains(count), months.contains(line[place + 1]),
            line.pause(after: place) == .none
        else { return nil }
        let all = today.month - 1 + count
        guard let first = CivilDate(year: today.year + all / 12, month: all % 12 + 1, day: 1) else { return nil }
        let day = CivilDate(year: first.year, month: first.month, day: today.day) ?? first.lastOfMonth
        return (day, place + 2, true, false)
    }

    private static let months = WordSet("month months monat monate monaten")

    /// "Christmas"; behind "after" the day on which it is over.
    private static func feast(_ line: TypedLine, _ place: Int, _ today: CivilDate) -> Found? {
        guard let feast = feasts.match(line, at: place) else { return nil }
        let isAfter = place > 0 && afters.contains(line[place - 1])
        let (month, day) = feast.meaning == .christmas ? (12, isAfter ? 27 : 24) : (1, isAfter ? 2 : 1)
        let found = (0...1).lazy.compactMap { CivilDate(year: today.year + $0, month: month, day: day) }.first {
            $0 > today
        }
        return found.map { ($0, feast.end, true, false) }
    }

    private enum Feast { case christmas, newYear }
    private static let feasts = PhraseTable<Feast>([
        (.christmas, "christmas,xmas,weihnachten"), (.newYear, "new year,the new year,neujahr,silvester,jahreswechsel"),
    ])
    private static let afters = WordSet("after nach")

    /// "KW 2", its Monday.
    private static func week(_ line: TypedLine, _ place: Int, _ today: CivilDate) -> Found? {
        guard let monday = monday(line, at: place, today) else { return nil }
        return (monday.day, monday.end, false, false)
    }

    /// The Monday of a numbered week of this year, or of the next where it is over.
    static func monday(_ line: TypedLine, at place: Int, _ today: CivilDate) -> (day: CivilDate, end: Int)? {
        guard ["kw", "week"].contains(line[place]?.key), let number = line[place + 1]?.number, (1...53).contains(number)
        else { return nil }
        let days = (0...1).compactMap { year -> CivilDate? in
            // The week of 4 January is the first one.
            guard let fourth = CivilDate(year: today.year + year, month: 1, day: 4) else { return nil }
            return fourth.adding(days: 1 - fourth.weekday.rawValue + 7 * (number - 1))
        }
        return days.first { $0.adding(days: 6) >= today }.map { ($0, place + 2) }
    }
}

extension CivilDate {
    fileprivate var lastOfMonth: CivilDate {
        let next = CivilDate(year: year + month / 12, month: month % 12 + 1, day: 1)
        return next?.adding(days: -1) ?? self
    }
}
