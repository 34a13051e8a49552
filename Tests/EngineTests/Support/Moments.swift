import CivilTime

/// The zones of the system, read once for all tests.
enum Zones {
    static let database = ZoneDatabase()
    static var areThere: Bool { (try? database.zone("Europe/London")) != nil }
}

func zone(_ identifier: String) throws -> Zone { try Zones.database.zone(identifier) }
func date(_ iso: String) throws -> CivilDate { try CivilDate(iso: iso) }
func time(_ text: String) throws -> TimeOfDay { try TimeOfDay(parsing: text) }

/// The instant at which clocks of the zone show "2026-03-02 08:40" or "2026-03-02 08:40:30".
func at(_ local: String, in identifier: String = "UTC") throws -> Instant {
    let parts = local.split(separator: " ").map(String.init)
    return try zone(identifier).instant(of: CivilDateTime(date: date(parts[0]), time: time(parts[1])))
}

extension CivilDate {
    /// The days from this one up to, and without, the other.
    func days(before end: CivilDate) -> [CivilDate] { (dayNumber..<end.dayNumber).map(CivilDate.init(dayNumber:)) }
}
