/// A time of day without a zone (RFC 3339 `partial-time`; TOML 1.1 lets the seconds be left out).
package struct TOMLLocalTime: Hashable, Sendable {
    /// 0...23.
    package let hour: Int
    /// 0...59.
    package let minute: Int
    /// 0...59, or 60 where a leap second can fall.
    package let second: Int
    /// 0...999_999_999; further digits of the document are cut off, as TOML asks.
    package let nanosecond: Int

    package init(hour: Int, minute: Int, second: Int = 0, nanosecond: Int = 0) {
        self.hour = hour
        self.minute = minute
        self.second = second
        self.nanosecond = nanosecond
    }
}

extension TOMLLocalTime: CustomStringConvertible {
    /// `07:32:00`, or `07:32:00.5` with as many digits as it takes.
    package var description: String {
        let time = "\(hour.padded(to: 2)):\(minute.padded(to: 2)):\(second.padded(to: 2))"
        guard nanosecond > 0 else { return time }
        var fraction = nanosecond.padded(to: 9)
        while fraction.hasSuffix("0") { fraction.removeLast() }
        return "\(time).\(fraction)"
    }
}
