/// What clocks showed in a zone through time: the transitions of a TZif file and the rule for all that comes after the last.
struct OffsetHistory {
    /// Ascending seconds since the epoch; each is the first second of its period.
    let transitions: [Int64]
    /// One more than there are transitions: the first holds for all that was before them.
    let localTimes: [LocalTime]
    /// Holds from the last transition on; nil when the last local time does.
    let rule: PosixTimeZone?

    /// The last second for which the rule is worked out in advance: 2100-01-01T00:00:00Z.
    private static let horizon: Int64 = 4_102_444_800

    init(transitions: [Int64], localTimes: [LocalTime], rule: PosixTimeZone?) {
        var (transitions, localTimes) = (transitions, localTimes)
        // Files may leave even the present to the rule, and a look into the table is several times quicker than the rule.
        if let rule, let last = transitions.last, last > Int64(Int32.min) {
            var period = rule.period(at: last)
            localTimes[localTimes.count - 1] = period.localTime
            while period.end < Self.horizon {
                transitions.append(period.end)
                period = rule.period(at: period.end)
                localTimes.append(period.localTime)
            }
        }
        self.transitions = transitions
        self.localTimes = localTimes
        self.rule = rule
    }

    func period(at second: Int64) -> OffsetPeriod {
        let index = transitions.partitioningIndex { $0 > second }
        let start = index == 0 ? Int64.min : transitions[index - 1]
        if index == transitions.count, let rule {
            let period = rule.period(at: second)
            return OffsetPeriod(start: max(period.start, start), end: period.end, localTime: period.localTime)
        }
        let end = index == transitions.count ? Int64.max : transitions[index]
        return OffsetPeriod(start: start, end: end, localTime: localTimes[index])
    }
}

/// How local time differs from UTC for a while.
struct LocalTime: Hashable {
    /// Seconds east of UTC. RFC 9636 section 3.2 keeps it between -25 and +26 hours.
    let offset: Int

    static let offsets = -89_999...93_599
}

/// A stretch of time, `start` ..< `end` in seconds since the epoch, with one local time.
struct OffsetPeriod {
    let start: Int64
    let end: Int64
    let localTime: LocalTime
}
