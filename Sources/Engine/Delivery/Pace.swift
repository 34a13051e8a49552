import Chat
import CivilTime

/// How many messages may leave by a rate, exactly, although instants are whole seconds: what a second leaves over is carried into the next.
struct Pace: Sendable {
    /// What was saved up, of which a message costs the rate's `seconds` and each second brings its `count`; nil is all that can be.
    private var credit: Int?
    private var countedAt = Instant(secondsSinceEpoch: 0)

    /// How many may leave now.
    func allowance(of rate: Rate, at now: Instant) -> Int { credit(of: rate, at: now) / rate.seconds }

    /// A message leaves.
    /// - Returns: when the next one may.
    mutating func spend(_ rate: Rate, at now: Instant) -> Instant {
        let left = credit(of: rate, at: now) - rate.seconds
        (credit, countedAt) = (left, now)
        let missing = max(0, rate.seconds - left)
        return now.adding(seconds: Int64((missing + rate.count - 1) / rate.count))
    }

    /// So much can be saved up that no span of the rate's length sees more than its count leave.
    private func credit(of rate: Rate, at now: Instant) -> Int {
        let most = rate.seconds + rate.count - 1
        guard let credit else { return most }
        let gained = min(Int64(most), now.seconds(since: countedAt)) * Int64(rate.count)
        return min(most, credit + Int(gained))
    }
}
