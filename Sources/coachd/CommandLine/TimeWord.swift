import CivilTime

/// Moments as people write them in a line: a time of today, a day with or without a time, an instant.
enum TimeWord {
    static let forms = "16:20, yesterday, \"fri 9:30\", \"2026-11-25 14:00\", or with its zone 2026-11-25T14:00:00Z"

    /// The moment that is meant by somebody in the zone; nil when the text is none. A day alone is its noon, today is now.
    static func instant(_ text: String, in zone: Zone, now: Instant) -> Instant? {
        if let instant = try? Instant(rfc3339: text) { return instant }
        let today = zone.date(at: now)
        let parts = parts(of: text)
        if parts.count == 1 {
            if let time = time(parts[0]) { return zone.instant(of: CivilDateTime(date: today, time: time)) }
            guard let date = try? DateWord.date(parts[0], today: today, .behind) else { return nil }
            return date == today
                ? now : TimeOfDay(hour: 12).map { zone.instant(of: CivilDateTime(date: date, time: $0)) }
        }
        guard parts.count == 2, let date = try? DateWord.date(parts[0], today: today, .behind),
            let time = time(parts[1])
        else { return nil }
        return zone.instant(of: CivilDateTime(date: date, time: time))
    }

    /// A day and a time stand with a space between them, or as in ISO 8601 with a T.
    private static func parts(of text: String) -> [String] {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard words.count == 1, let date = try? CivilDate(iso: String(text.prefix(10))), text.dropFirst(10).first == "T"
        else { return words }
        return [date.iso, String(text.dropFirst(11))]
    }

    private static func time(_ text: String) -> TimeOfDay? {
        try? TimeOfDay(parsing: text.dropFirst().first == ":" ? "0\(text)" : text)
    }
}
