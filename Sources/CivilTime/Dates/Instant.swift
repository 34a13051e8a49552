/// A point on the UTC time line, to the second, leap seconds not counted (POSIX time). Arithmetic stays at the ends of `Int64`.
package struct Instant: Hashable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z.
    package let secondsSinceEpoch: Int64

    package init(secondsSinceEpoch: Int64) {
        self.secondsSinceEpoch = secondsSinceEpoch
    }

    package func adding(seconds: Int64) -> Instant {
        Instant(secondsSinceEpoch: secondsSinceEpoch.addingSaturated(seconds))
    }

    /// Positive when `other` is earlier.
    package func seconds(since other: Instant) -> Int64 {
        secondsSinceEpoch.subtractingSaturated(other.secondsSinceEpoch)
    }
}

extension Instant: Comparable {
    package static func < (left: Instant, right: Instant) -> Bool {
        left.secondsSinceEpoch < right.secondsSinceEpoch
    }
}
