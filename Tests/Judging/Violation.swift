/// A promise that was broken, with what it takes to look at it.
package struct Violation: Hashable, Sendable, CustomStringConvertible {
    package var rule: String
    /// The local date, ISO.
    package var day: String
    package var detail: String

    package var description: String { "\(day) \(rule): \(detail)" }
}
