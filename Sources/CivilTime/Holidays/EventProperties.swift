/// The properties of one VEVENT (RFC 5545 section 3.6.1) on the way to a `HolidayEvent`.
struct EventProperties {
    /// Why an event is not read; the reason is a clause.
    struct Problem: Error {
        let reason: String
        let line: ContentLine?
    }

    private var lines: [String: [ContentLine]] = [:]

    mutating func add(_ line: ContentLine) {
        lines[line.name, default: []].append(line)
    }

    var summary: String {
        first("SUMMARY")?.plainText ?? "an event without a SUMMARY"
    }

    /// Nil when the event was cancelled.
    func event() throws(Problem) -> HolidayEvent? {
        if first("STATUS")?.value.uppercased() == "CANCELLED" { return nil }
        guard let start = first("DTSTART") else { throw Problem(reason: "it has no DTSTART", line: nil) }
        let firstDate = try date(start)
        for name in ["RECURRENCE-ID", "RDATE", "EXRULE"] {
            if let line = first(name) { throw Problem(reason: "\(name) is not supported", line: line) }
        }
        return HolidayEvent(
            summary: summary, firstDate: firstDate, lastDate: try lastDate(from: firstDate),
            recurrence: try recurrence(),
            exceptions: try exceptions())
    }

    private func first(_ name: String) -> ContentLine? {
        lines[name]?.first
    }

    /// The value of DTSTART or DTEND. Some programs leave out VALUE=DATE.
    private func date(_ line: ContentLine) throws(Problem) -> CivilDate {
        if let date = CivilDate(basic: line.value) { return date }
        let isTimed = line.value.contains("T")
        let reason = isTimed ? "only events of whole days are read" : "\(line.name) has no such date as \(line.value)"
        throw Problem(reason: reason, line: line)
    }

    /// DTEND is the day after the last; without it and without DURATION the event is one day (section 3.6.1). Programs that write the
    /// same day twice mean one day.
    private func lastDate(from firstDate: CivilDate) throws(Problem) -> CivilDate {
        if let end = first("DTEND") {
            let dayAfter = try date(end)
            guard dayAfter >= firstDate else { throw Problem(reason: "DTEND is before DTSTART", line: end) }
            return max(firstDate, dayAfter.adding(days: -1))
        }
        guard let duration = first("DURATION") else { return firstDate }
        guard let days = Self.days(ofDuration: duration.value) else {
            throw Problem(reason: "DURATION is not a number of days or weeks", line: duration)
        }
        return firstDate.adding(days: max(1, days) - 1)
    }

    /// `P2D` or `P1W`, the forms that section 3.8.2.5 allows for a start without a time of day.
    private static func days(ofDuration value: String) -> Int? {
        let text = value.uppercased().drop { $0 == "+" }
        guard text.hasPrefix("P"), let unit = text.last, unit == "D" || unit == "W" else { return nil }
        let digits = text.dropFirst().dropLast()
        guard digits.utf8.count <= 6, digits.utf8.allSatisfy({ (48...57).contains($0) }), let count = Int(digits) else {
            return nil
        }
        return unit == "W" ? count * 7 : count
    }

    private func recurrence() throws(Problem) -> YearlyRecurrence? {
        guard let rules = lines["RRULE"], let rule = rules.first else { return nil }
        guard rules.count == 1 else { throw Problem(reason: "it has more than one RRULE", line: rules[1]) }
        do throws(YearlyRecurrence.Unsupported) {
            return try YearlyRecurrence(rrule: rule.value)
        } catch {
            throw Problem(reason: error.reason, line: rule)
        }
    }

    /// Of an EXDATE with a time of day, which some programs write also here, the date counts.
    private func exceptions() throws(Problem) -> Set<CivilDate> {
        var dates: Set<CivilDate> = []
        for line in lines["EXDATE"] ?? [] {
            for element in line.elements {
                guard let date = CivilDate(basic: element.prefix(8)) else {
                    throw Problem(reason: "EXDATE has no such date as \(element)", line: line)
                }
                dates.insert(date)
            }
        }
        return dates
    }
}
