import CivilTime
import JSON

/// The delay that a server asks for (RFC 9110, 10.2.3): seconds, whole or with a fraction, or an HTTP-date.
enum RetryAfter {
    /// No server keeps a message longer than a day.
    static let maximum = 86_400

    /// - Returns: whole seconds from `now`, rounded up; nil when there is no header or it makes no sense.
    static func seconds(_ header: String?, at now: Instant) -> Int? {
        guard let words = header?.split(separator: " ").map(String.init), let first = words.first else { return nil }
        if words.count == 1, let seconds = seconds(first) { return seconds }
        return InternetDate.instant(of: words).map { min(maximum, max(0, Int($0.seconds(since: now)))) }
    }

    /// "30", "0.25": whole seconds, rounded up.
    static func seconds(_ number: String) -> Int? {
        Double(number).flatMap(seconds)
    }

    /// Whole seconds, rounded up, and no more than the maximum.
    static func seconds(_ delay: Double) -> Int? {
        guard delay >= 0, delay.isFinite else { return nil }
        return Int(min(delay, Double(maximum)).rounded(.up))
    }

    /// The delay until a point in time that stands in milliseconds since 1970.
    static func seconds(untilMilliseconds header: String, at now: Instant) -> Int? {
        guard let milliseconds = Int64(header.filter { $0 != " " }), milliseconds > 0 else { return nil }
        return Int(min(max(0, (milliseconds - 1) / 1000 + 1 - now.secondsSinceEpoch), Int64(maximum)))
    }
}

extension JSON {
    /// A delay in seconds, whole or with a fraction, rounded up.
    var seconds: Int? { delay.flatMap(RetryAfter.seconds) }

    /// A delay in milliseconds, in seconds and rounded up.
    var secondsOfMilliseconds: Int? { delay.flatMap { RetryAfter.seconds($0 / 1000) } }

    private var delay: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let text), .string(let text): Double(text)
        default: nil
        }
    }
}
