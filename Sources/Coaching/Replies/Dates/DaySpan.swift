import CivilTime

/// Some days from one to another, both included: "mon to fri", "21.12. - 2.1.", "until thu", "2026-12-21..2027-01-02", "tomorrow".
struct DaySpan {
    private(set) var from: CivilDate?
    /// Nil of "from mon", which is open.
    private(set) var through: CivilDate?
    private(set) var problem: Unclear?
    /// Behind its last word.
    private(set) var end: Int

    init(_ line: TypedLine, from start: Int, today: CivilDate) {
        end = start
        var isUntil = false
        var isFrom = false
        func skipWords(_ place: inout Int) {
            while let word = line[place], Self.before.contains(word) {
                isFrom = isFrom || Self.begins.contains(word)
                isUntil = isUntil || SmallWords.until.contains(word)
                place += 1
            }
        }
        skipWords(&end)
        if !isUntil, takeWeek(line, today) { return }
        if takeDaysOfMonth(line, today) { return }
        if isUntil, let week = RoughDay.monday(line, at: end, today) {
            (from, through, end) = (today, week.day.adding(days: 4), week.end)
            return
        }
        guard let first = DateReader(today: today, side: .ahead).match(line, at: end) else { return }
        guard let day = take(first, line) else { return }
        (from, through) = isUntil ? (today, day) : (day, isFrom ? nil : day)
        if isUntil { return }
        var place = end
        let isParted =
            line[place - 1].map { word in word.gap.contains { "-–".contains($0) } || word.gap.contains("..") } ?? false
        skipWords(&place)
        guard isParted || isUntil || Self.joins.contains(line[place]) else { return }
        let (isAnd, beginning) = (SmallWords.and.contains(line[place]), place)
        if Self.joins.contains(line[place]) { place += 1 }
        // A weekday is the next one from the first day on.
        let weekday = DateReader(today: day.adding(days: -1), side: .ahead).match(line, at: place)
        guard
            let last = weekday?.isWeekday ?? false
                ? weekday : DateReader(today: today, side: .ahead).match(line, at: place)
        else { return }
        through = take(last, line, from: place)
        // "monday and thursday" are two days, and not those between them.
        if isAnd, let from, let through, through.days(since: from) > 1 {
            problem = .notADate(line.text(beginning..<end))
        }
    }

    /// "next week", from its Monday to its Friday; "rest of the week", from today on.
    private mutating func takeWeek(_ line: TypedLine, _ today: CivilDate) -> Bool {
        guard let week = Self.weeks.match(line, at: end) else { return false }
        let monday = today.adding(days: 1 - today.weekday.rawValue + 7 * week.meaning)
        let friday = monday.adding(days: 4)
        (from, through, end) = (max(monday, today), max(friday, today), week.end)
        return true
    }

    private static let weeks = PhraseTable<Int>([
        (0, "this week,rest of the week,the rest,all week,diese woche,den rest,die ganze woche"),
        (1, "next week,all next week,nächste woche,nächster woche,kommende woche,die nächste woche"),
    ])

    /// "1. bis 5. Dezember", "21-27 Dec"
    private mutating func takeDaysOfMonth(_ line: TypedLine, _ today: CivilDate) -> Bool {
        guard let first = line[end], let day = first.number, first.key.count <= 2 else { return false }
        let isParted = first.gap.contains { "-–".contains($0) }
        let isJoined = Self.joins.contains(line[end + 1]) || SmallWords.until.contains(line[end + 1])
        let reader = DateReader(today: today, side: .ahead)
        guard isParted || isJoined, let last = reader.match(line, at: isJoined ? end + 2 : end + 1),
            case .day(let through) = last.found, !last.isWeekday, !last.isLoose,
            let from = CivilDate(year: through.year, month: through.month, day: day)
        else { return false }
        (self.from, self.through, end) = (from, through, last.end)
        return true
    }

    private mutating func take(_ match: DateReader.Match, _ line: TypedLine, from place: Int? = nil) -> CivilDate? {
        switch match.found {
        case .day(let day):
            end = match.end
            return day
        case .either(let days): problem = .whichDay(days)
        case .wrong: problem = .notADate(line.text((place ?? end)..<match.end))
        }
        return nil
    }

    private static let before = WordSet("from on ab am von vom until till til bis through zum thru")
    private static let begins = WordSet("from ab von vom")
    private static let joins = WordSet("to and und")
}
