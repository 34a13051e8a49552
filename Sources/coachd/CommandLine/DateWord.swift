import CivilTime

/// Dates as people write them in a line: `2026-11-27`, `today`, `tomorrow`, `yesterday`, `fri`.
enum DateWord {
    static let forms = "2026-11-27, today, tomorrow, yesterday, or a weekday such as fri"

    /// Which Friday "fri" is.
    enum Side {
        /// The next one, for what is to come.
        case ahead
        /// Today's or the last one, for what was done.
        case behind
    }

    static func date(_ text: String, today: CivilDate, _ side: Side = .ahead) throws(TimeFormatError) -> CivilDate {
        switch text.lowercased() {
        case "today": return today
        case "tomorrow": return today.adding(days: 1)
        case "yesterday": return today.adding(days: -1)
        default: break
        }
        if let weekday = try? Weekday(name: text) {
            let ahead = (weekday.rawValue - today.weekday.rawValue + 6) % 7 + 1
            return today.adding(days: side == .ahead ? ahead : ahead - 7)
        }
        return try CivilDate(iso: text)
    }

    /// The last day of a span: a weekday is the next one from the first day on, whatever today is.
    static func last(_ text: String, from first: CivilDate, today: CivilDate) throws(TimeFormatError) -> CivilDate {
        let isWeekday = (try? Weekday(name: text)) != nil
        return try date(text, today: isWeekday ? first.adding(days: -1) : today)
    }

    /// Whether the text is one of these and no other operand.
    @Sendable static func isOne(_ text: String) -> Bool { (try? date(text, today: CivilDate(dayNumber: 0))) != nil }
}

extension Invocation {
    /// The date of an option, seen from the day that is today where it counts.
    func date(_ option: String, today: CivilDate, _ side: DateWord.Side = .ahead) throws(UsageError) -> CivilDate? {
        guard let text = value(option) else { return nil }
        do throws(TimeFormatError) {
            return try DateWord.date(text, today: today, side)
        } catch {
            throw UsageError("\(option): \(error)", hint: "a date is \(DateWord.forms)")
        }
    }

    /// The option's text without white space around it.
    /// - Throws: when it is given and empty.
    func text(_ option: String) throws(UsageError) -> String? {
        guard let value = value(option) else { return nil }
        return try Self.filled(value, option)
    }

    /// The operand's text without white space around it.
    /// - Throws: when it is empty.
    func text(operand place: Int, _ what: String) throws(UsageError) -> String {
        try Self.filled(operands[place], what)
    }

    private static func filled(_ text: String, _ what: String) throws(UsageError) -> String {
        let trimmed = text.trimmed
        guard !trimmed.isEmpty else { throw UsageError("\(what) is empty") }
        return trimmed
    }

    /// The whole number of an option.
    func number(_ option: String, _ range: ClosedRange<Int>) throws(UsageError) -> Int? {
        guard let text = value(option) else { return nil }
        return try Self.number(text, option, range)
    }

    static func number(_ text: String, _ what: String, _ range: ClosedRange<Int>) throws(UsageError) -> Int {
        guard let number = Int(text), range.contains(number) else {
            throw UsageError(
                "\(what): \"\(text)\" is not a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// At most one of the options may be given.
    func checkExclusive(_ options: String...) throws(UsageError) {
        let given = options.filter(has)
        if given.count > 1 { throw UsageError("\(given[0]) and \(given[1]) do not go together") }
    }
}

extension String {
    /// Without white space around it.
    var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
