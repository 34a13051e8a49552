import CivilTime

/// Dates as people write them, in English or German: `2026-11-27`, `today`, `morgen`, `fri`, `27 Nov`, `27.11.`.
package enum DateWord {
    package static let forms = "2026-11-27, today, tomorrow, yesterday, 27 nov, or a weekday such as fri"

    /// Which Friday "fri" is.
    package enum Side: Sendable {
        /// The next one, for what is to come.
        case ahead
        /// Today's or the last one, for what was done.
        case behind
    }

    package static func date(
        _ text: String, today: CivilDate, _ side: Side = .ahead
    ) throws(TimeFormatError) -> CivilDate {
        switch match(text, today: today, side)?.found {
        // A command's date is written one way; only a chat reads "26/11/2026".
        case .day(let date) where !text.contains("/"): return date
        case .either(let dates):
            throw TimeFormatError(message: "\"\(text)\" may be \(dates.map(\.iso).joined(separator: " or "))")
        case .day, .wrong, nil: return try CivilDate(iso: text)
        }
    }

    /// The last day of a span: a weekday is the next one from the first day on, whatever today is.
    package static func last(
        _ text: String, from first: CivilDate, today: CivilDate
    ) throws(TimeFormatError) -> CivilDate {
        let isWeekday = match(text, today: today, .ahead)?.isWeekday ?? false
        return try date(text, today: isWeekday ? first.adding(days: -1) : today)
    }

    /// Whether the text is one of these and no other operand; also one that the calendar has not, such as 31 feb.
    @Sendable package static func isOne(_ text: String) -> Bool {
        match(text, today: CivilDate(dayNumber: 0), .ahead) != nil
    }

    /// The text as one date and nothing besides.
    private static func match(_ text: String, today: CivilDate, _ side: Side) -> DateReader.Match? {
        let line = TypedLine(text.trimmed)
        let match = DateReader(today: today, side: side).match(line, at: 0)
        return match.flatMap { $0.end == line.count && line.lead.isEmpty ? $0 : nil }
    }
}
