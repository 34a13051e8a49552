import Diagnostics

/// Text that is not the date, time or weekday it should be. The message says what was found and what was expected.
package struct TimeFormatError: Error, Hashable, CustomStringConvertible {
    /// One sentence without a full stop.
    package let message: String

    package init(message: String) {
        self.message = message
    }

    /// `"8:40" is not a time of day: expected HH:MM, such as 08:40`
    init(_ found: String, isNot kind: String, _ expectation: String) {
        let limit = 60
        let shown = found.count > limit ? "\(found.prefix(limit))…" : found
        message = "\"\(shown.escapingControls)\" is not \(kind): \(expectation)"
    }

    package var description: String { message }
}
