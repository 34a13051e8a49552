import CivilTime

/// A date of the calendar among typed words: "2026-11-27", "27 Nov", "Nov 27th", "27. November 2026", "27.11.", "27.11.26".
struct CalendarDate {
    let day: Int
    let month: Int
    /// Where one stands there.
    let year: Int?
    let end: Int
    /// "4.12" without its second full stop may be another number.
    let isLoose: Bool

    init?(_ line: TypedLine, _ place: Int) {
        guard let date = Self.iso(line, place) ?? Self.dotted(line, place) ?? Self.named(line, place) else {
            return nil
        }
        self = date
    }

    init(day: Int, month: Int, end: Int) { self.init(day, month, nil, end: end) }

    private init(_ day: Int, _ month: Int, _ year: Int?, end: Int, isLoose: Bool = false) {
        self.day = day
        self.month = month
        self.year = year
        self.end = end
        self.isLoose = isLoose
    }

    /// Nil when there is no such day. Without a year it is the next one, or the last one, of that name; but what was so until two
    /// months ago, or will be so within two months, is meant itself, and it is for the reader to say that it is over or still to come.
    func day(seenFrom today: CivilDate, _ side: DateWord.Side) -> CivilDate? {
        if let year { return CivilDate(year: year, month: month, day: day) }
        let margin = 60
        let first = side == .ahead ? today.adding(days: -margin) : today.adding(days: margin - 364)
        return (first.year...first.year + 1).lazy.compactMap { CivilDate(year: $0, month: month, day: day) }
            .first { $0 >= first }.flatMap { $0.days(since: first) <= 365 ? $0 : nil }
    }

    // MARK: Its forms

    private static func iso(_ line: TypedLine, _ place: Int) -> CalendarDate? {
        guard let year = line[place], year.key.count == 4, year.gap == "-", let month = line[place + 1],
            month.gap == "-",
            let day = line[place + 2], let year = year.number, let month = month.number, let day = day.number
        else { return nil }
        return CalendarDate(day, month, year, end: place + 3)
    }

    private static func dotted(_ line: TypedLine, _ place: Int) -> CalendarDate? {
        guard let first = line[place], first.gap.isDot, let second = line[place + 1], let day = first.number,
            let month = second.number, (1...31).contains(day), (1...12).contains(month)
        else { return nil }
        let isClosed = second.gap.first == "."
        if line[place + 2]?.key == "uhr" { return nil }
        if isClosed, second.gap.isDot, let year = line[place + 2]?.fullYear(isShort: second.gap == ".") {
            return CalendarDate(day, month, year, end: place + 3)
        }
        // "12.12.20266"
        if second.gap == ".", line[place + 2]?.isDigits ?? false { return nil }
        return CalendarDate(day, month, nil, end: place + 2, isLoose: !isClosed)
    }

    private static func named(_ line: TypedLine, _ place: Int) -> CalendarDate? {
        guard let first = line[place], let second = line[place + 1], first.gap.isSpaceOrDot else { return nil }
        // "20 Nov 20266"
        if second.gap.isSpaceOrDot, let year = line[place + 2], year.isDigits, year.key.count > 4 { return nil }
        let hasOf = second.key == "of" && second.gap.isSpaceOrDot
        let (month, last) = hasOf ? (line[place + 2], place + 2) : (second, place + 1)
        if let day = first.dayOfMonth, let month = month.flatMap(MonthWords.month) {
            return CalendarDate(day, month, line.year(after: last), end: line.yearEnd(after: last))
        }
        guard let month = MonthWords.month(first), let day = second.dayOfMonth, second.gap != ":" else {
            return nil
        }
        return CalendarDate(day, month, line.year(after: place + 1), end: line.yearEnd(after: place + 1))
    }
}

extension TypedLine {
    /// The year that stands behind a day and a month.
    fileprivate func year(after place: Int) -> Int? {
        guard pause(after: place) <= .comma, self[place + 1]?.gap.first != ":" else { return nil }
        return self[place + 1]?.fullYear(isShort: false)
    }

    fileprivate func yearEnd(after place: Int) -> Int { year(after: place) == nil ? place + 1 : place + 2 }
}

extension TypedLine.Word {
    /// A year of this century, in four digits or in two.
    fileprivate func fullYear(isShort: Bool) -> Int? {
        guard let number else { return nil }
        if key.count == 4, (2000...2099).contains(number) { return number }
        return isShort && key.count == 2 ? 2000 + number : nil
    }

    /// "4", "4th".
    fileprivate var dayOfMonth: Int? {
        let digits = key.prefix(while: \.isNumber)
        guard digits.count <= 2, ["", "st", "nd", "rd", "th"].contains(key.dropFirst(digits.count)) else { return nil }
        return Int(digits).flatMap { (1...31).contains($0) ? $0 : nil }
    }
}

extension Substring {
    fileprivate var isDot: Bool { self == "." || self == ". " }
    fileprivate var isSpaceOrDot: Bool { isDot || self == " " }
}
