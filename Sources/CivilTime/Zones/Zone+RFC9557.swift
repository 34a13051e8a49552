extension Zone {
    /// The instant as its clocks show it, with the zone: `2026-03-02T09:00:00+01:00[Europe/Berlin]` (RFC 9557).
    package func rfc9557(_ instant: Instant) -> String {
        let local = local(instant)
        let offset = offset(at: instant)
        let time = [local.time.hour, local.time.minute, local.time.second].map { $0.zeroPadded(to: 2) }
        // RFC 3339 has no seconds in an offset: those of the time before standard time are dropped.
        let minutes = abs(offset) / 60
        return "\(local.date.iso)T\(time[0]):\(time[1]):\(time[2])\(offset < 0 ? "-" : "+")"
            + "\((minutes / 60).zeroPadded(to: 2)):\((minutes % 60).zeroPadded(to: 2))[\(identifier)]"
    }
}
