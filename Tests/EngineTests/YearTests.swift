import Foundation
import Judging
import Testing

@testable import Engine

/// The promises of the domain, over a year of dice: acts, leave, holidays, dead servers, lost answers, kills, downtime, clocks set back. The
/// judge reads the store; here is what only the wire shows.
@Suite("A year of work", .enabled(if: Zones.areThere, "tzdata is not installed"))
struct YearTests {
    /// Nine weeks and two shorter runs in the suite; with COACHD_SEEDS so many whole years more.
    static let years: [(seed: UInt64, days: Int)] = {
        let more = ProcessInfo.processInfo.environment["COACHD_SEEDS"].flatMap(UInt64.init) ?? 0
        return [(1, 63)] + (2..<4).map { ($0, 10) } + (0..<more).map { (100 + $0, 364) }
    }()

    @Test("holds what was promised", arguments: years)
    func promises(seed: UInt64, days: Int) throws {
        let year = try YearOfWork(seed: seed, days: days)
        try year.run()
        let record = try Record(year.world.store, zones: Zones.database, through: year.last)
        let broken = Judge.violations(of: record)
        #expect(broken.isEmpty, "\(broken.map(\.description).joined(separator: "\n"))")
        try expectEndOfEveryRow(year)
        try expectNoUnmarkedRepeat(year)
        #expect(year.world.said.count > days * 4)
    }

    private func expectEndOfEveryRow(_ year: YearOfWork) throws {
        #expect(try year.world.count("SELECT count(*) FROM outbox WHERE ended_at IS NULL") == 0)
        #expect(
            try year.world.count(
                "SELECT count(*) FROM outbox WHERE state NOT IN ('delivered', 'refused', 'expired', 'answered', 'dropped')"
            ) == 0)
        #expect(try year.world.count("SELECT count(*) FROM outbox WHERE state <> 'delivered' AND reason IS NULL") == 0)
        // What the store calls delivered was heard, and what was heard counts as said.
        let delivered = Set(
            try year.world.store.database.query("SELECT message_id FROM outbox WHERE state = 'delivered'") {
                $0.int64(0)
            })
        let heard = Set(year.world.said.map(\.messageID))
        #expect(delivered.isSubset(of: heard))
        #expect(
            try year.world.count(
                """
                SELECT count(*) FROM message_item i WHERE i.voided = 0 AND i.message_id NOT IN
                  (SELECT message_id FROM outbox WHERE state = 'delivered')
                """) == 0)
    }

    /// A message comes twice only where an answer was lost, and then under its id, or marked.
    private func expectNoUnmarkedRepeat(_ year: YearOfWork) throws {
        for (row, attempts) in Dictionary(grouping: year.world.attempts, by: \.shipment.row.id) {
            let arrived = attempts.filter(\.arrived)
            guard arrived.count > 1 else { continue }
            for repeated in arrived.dropFirst() {
                if repeated.id != nil {
                    #expect(repeated.id == arrived[0].id && repeated.body == arrived[0].body, "row \(row)")
                } else {
                    #expect(repeated.body.contains("may be a repeat"), "row \(row)")
                }
            }
        }
        let ids = Dictionary(grouping: year.world.attempts.filter { $0.id != nil }, by: { $0.id ?? "" })
        #expect(ids.values.allSatisfy { Set($0.map(\.shipment.row.id)).count == 1 })
    }
}
