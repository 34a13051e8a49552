/// The wait between two tries: exponential with full jitter, so that many messages do not come back as one wave.
package struct Backoff: Sendable {
    /// Seconds.
    package var first: Int
    package var longest: Int

    package init(first: Int = 5, longest: Int = 3600) {
        self.first = first
        self.longest = longest
    }

    /// - Parameters:
    ///   - attempt: The number of attempts made, from 1.
    ///   - asked: The delay that the server asked for; the wait is never shorter.
    ///   - random: Gives a number of the range.
    func seconds(after attempt: Int, asked: Int?, random: (ClosedRange<Int>) -> Int) -> Int {
        let ceiling = min(longest, first << min(max(0, attempt - 1), 20))
        return max(asked ?? 0, random(1...ceiling))
    }
}
