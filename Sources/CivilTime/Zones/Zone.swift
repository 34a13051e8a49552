/// A time zone as the system's tzdata describes it. Two zones are equal when they have the same name and the same data.
package final class Zone: Sendable {
    /// The IANA name, such as `Europe/London`.
    package let identifier: String
    private let history: OffsetHistory
    /// Of the bytes of the zone's file.
    let contentHash: UInt64

    /// The built-in UTC, which needs no tzdata.
    package static let utc = Zone(
        identifier: "UTC",
        history: OffsetHistory(
            transitions: [], localTimes: [LocalTime(offset: 0)], rule: nil),
        contentHash: 0)

    private init(identifier: String, history: OffsetHistory, contentHash: UInt64) {
        self.identifier = identifier
        self.history = history
        self.contentHash = contentHash
    }

    /// A zone from the bytes of its TZif file (RFC 9636).
    convenience init(identifier: String, tzif bytes: [UInt8]) throws(TZif.Damage) {
        // FNV-1a.
        let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        self.init(identifier: identifier, history: try TZif.parse(bytes), contentHash: hash)
    }

    /// Seconds east of UTC.
    package func offset(at instant: Instant) -> Int {
        history.period(at: instant.secondsSinceEpoch).localTime.offset
    }

    /// What calendars and clocks show at the instant.
    package func local(_ instant: Instant) -> CivilDateTime {
        CivilDateTime(secondsOnClock: instant.secondsSinceEpoch.addingSaturated(Int64(offset(at: instant))))
    }

    package func date(at instant: Instant) -> CivilDate { local(instant).date }

    /// The first instant at which clocks show the time or a later one. A time that exists twice is therefore the first of the two,
    /// and one that does not exist is the first instant after the gap.
    package func instant(of local: CivilDateTime) -> Instant {
        let wanted = local.secondsOnClock
        // No clock is ahead of this one, so that none has shown the wanted time before the period that is looked at first.
        var period = history.period(at: wanted - Int64(LocalTime.offsets.upperBound))
        while true {
            let candidate = max(period.start, wanted - Int64(period.localTime.offset))
            if candidate < period.end || period.end == .max { return Instant(secondsSinceEpoch: candidate) }
            period = history.period(at: period.end)
        }
    }

    /// The first instant of the day, which is not midnight where a gap swallows that. Of a day that does not exist, the first
    /// instant after it.
    package func startOfDay(_ date: CivilDate) -> Instant {
        instant(of: CivilDateTime(date: date, time: .midnight))
    }

    /// Whether the calendar of the zone has the day: where the date line was moved one was skipped, such as 2011-12-30 in Pacific/Apia.
    package func exists(_ date: CivilDate) -> Bool {
        self.date(at: startOfDay(date)) == date
    }
}

extension Zone: Hashable {
    package static func == (left: Zone, right: Zone) -> Bool {
        left === right || left.contentHash == right.contentHash && left.identifier == right.identifier
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(identifier)
    }
}

extension Zone: CustomStringConvertible {
    package var description: String { identifier }
}
