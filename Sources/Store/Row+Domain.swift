import CivilTime
import SQLite

extension Row {
    func instant(_ column: Int32) -> Instant { Instant(secondsSinceEpoch: int64(column)) }
    func optionalInstant(_ column: Int32) -> Instant? { isNull(column) ? nil : instant(column) }

    /// A number of things or days. Any program may write any integer; what nobody can mean is read as the nearest that somebody may, so
    /// that the rules can reckon with it.
    func count(_ column: Int32, upTo limit: Int = 1_000_000) -> Int { min(max(int(column), 0), limit) }
    func optionalCount(_ column: Int32) -> Int? { isNull(column) ? nil : count(column) }

    /// The date of a column that the schema checks; nil for NULL.
    func optionalDate(_ column: Int32) -> CivilDate? {
        isNull(column) ? nil : withUTF8(column) { CivilDate(iso: $0) }
    }

    /// The date of a column that is never NULL. What the schema would have refused reads as 1970-01-01.
    func date(_ column: Int32) -> CivilDate { optionalDate(column) ?? CivilDate(dayNumber: 0) }
}

extension Value {
    package init(_ instant: Instant) { self = .integer(instant.secondsSinceEpoch) }
    package init(_ instant: Instant?) { self = instant.map { .integer($0.secondsSinceEpoch) } ?? .null }
    package init(_ date: CivilDate) { self = .text(date.iso) }
    package init(_ date: CivilDate?) { self = date.map { .text($0.iso) } ?? .null }
}
