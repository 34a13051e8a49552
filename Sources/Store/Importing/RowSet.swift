import Coaching

/// Row numbers that were met, a bit each: SQLite gives them out one after the other, so that ten million take about a megabyte.
package final class RowSet {
    private var bits: [UInt64] = []
    /// Numbers that somebody chose far from the others.
    private var distant: Set<RowID> = []

    /// 16 MiB at the most.
    private static let near: Range<RowID> = 0..<1 << 27

    package init() {}

    func contains(_ id: RowID) -> Bool {
        guard Self.near.contains(id) else { return distant.contains(id) }
        let word = Int(id >> 6)
        return word < bits.count && bits[word] & Self.bit(of: id) != 0
    }

    func insert(_ id: RowID) {
        guard Self.near.contains(id) else {
            distant.insert(id)
            return
        }
        let word = Int(id >> 6)
        if word >= bits.count {
            let wanted = min(max(word + 1, 2 * bits.count), Int(Self.near.upperBound) / UInt64.bitWidth)
            bits += repeatElement(0, count: wanted - bits.count)
        }
        bits[word] |= Self.bit(of: id)
    }

    private static func bit(of id: RowID) -> UInt64 { 1 << UInt64(id & 63) }
}
