import CivilTime

/// Moments as people write them: a time of today, a day with or without a time, an instant.
package enum TimeWord {
    package static let forms =
        "16:20, yesterday, \"fri 9:30\", \"2026-11-25 14:00\", or with its zone 2026-11-25T14:00:00Z"

    /// The moment that is meant by somebody in the zone; nil when the text is none. A day alone is its noon, today is now.
    package static func instant(_ text: String, in zone: Zone, now: Instant) -> Instant? {
        if let instant = try? Instant(rfc3339: text) { return instant }
        let line = TypedLine(spaced(text.trimmed))
        // A command's time is written in digits.
        guard line.lead.isEmpty,
            line.words.contains(where: { $0.number != nil }) || !line.words.contains(where: TimeReader.isNoon),
            let match = MomentReader(zone: zone, now: now).match(line, at: 0),
            match.end == line.count
        else { return nil }
        return match.instant
    }

    /// A day and a time stand with a space between them, or as in ISO 8601 with a T.
    private static func spaced(_ text: String) -> String {
        guard let date = try? CivilDate(iso: String(text.prefix(10))), text.dropFirst(10).first == "T" else {
            return text
        }
        return "\(date.iso) \(text.dropFirst(11))"
    }
}
