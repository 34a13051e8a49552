import CivilTime

/// Dates as mails and HTTP write them: "Tue, 24 Nov 2026 09:00:00 …".
enum InternetDate {
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// "Tue, 24 Nov 2026 09:00:00 +0000" (RFC 5322, 3.3), in UTC.
    static func text(of instant: Instant) -> String {
        let utc = Zone.utc.local(instant)
        let month = months[utc.date.month - 1]
        let time = [utc.time.hour, utc.time.minute, utc.time.second].map(padded).joined(separator: ":")
        return "\(utc.date.weekday.shortName), \(utc.date.day) \(month) \(utc.date.year) \(time) +0000"
    }

    /// The words of "Sun, 06 Nov 1994 08:49:37 GMT", the only form of HTTP-date that is still written (RFC 9110, 5.6.7).
    static func instant(of words: [String]) -> Instant? {
        guard words.count == 6, words[5] == "GMT", let month = months.firstIndex(of: words[2]), let day = Int(words[1])
        else { return nil }
        return try? Instant(rfc3339: "\(words[3])-\(padded(month + 1))-\(padded(day))T\(words[4])Z")
    }

    /// "24-Nov-2026 09:00:00 +0000", a day below 10 with a blank before it (RFC 3501, date-time).
    static func instant(ofInternalDate text: String) -> Instant? {
        let words = text.split(separator: " ")
        guard words.count == 3, case let date = words[0].split(separator: "-"), date.count == 3,
            let month = months.firstIndex(of: String(date[1])), let day = Int(date[0]), words[2].utf8.count == 5
        else { return nil }
        let offset = "\(words[2].prefix(3)):\(words[2].suffix(2))"
        return try? Instant(rfc3339: "\(date[2])-\(padded(month + 1))-\(padded(day))T\(words[1])\(offset)")
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
