import Chat
import CivilTime
import Coaching
import Foundation
import Store
import Testing

@testable import Engine

/// The promises of the domain, over a year of dice: acts, leave, holidays, dead servers, lost answers, kills, downtime, clocks set back.
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
        try expectCaps(year)
        try expectQuietHours(year)
        try expectSlotsOnce(year)
        try expectLadders(year)
        try expectNoRepeatedQuestion(year)
        try expectEndOfEveryRow(year)
        try expectNoUnmarkedRepeat(year)
        if days > 60 { try expectEveryAccountComesUp(year) }
        #expect(year.world.said.count > days * 4)
    }

    private func rep(_ id: RowID?, _ year: YearOfWork) throws -> Rep? {
        try id.flatMap { try year.world.engine.roster.members[$0]?.rep }
    }

    /// Two nudges a day to a rep, three messages to who leads, repeats of the same message not counted twice.
    private func expectCaps(_ year: YearOfWork) throws {
        var perDay: [String: Set<RowID>] = [:]
        for said in year.world.said {
            guard let person = said.person, let rep = try rep(person, year) else { continue }
            perDay["\(person) on \(rep.zone.date(at: said.at))", default: []].insert(said.messageID)
        }
        let leads = ["\(year.leader) on ", "\(year.deputy) on "]
        for (day, messages) in perDay {
            #expect(messages.count <= (leads.contains(where: day.hasPrefix) ? 3 : 2), "\(day)")
        }
        #expect(
            year.world.said.allSatisfy { $0.kind == .huddle || $0.message.items.count { $0.state != .thanks } <= 5 })
    }

    private func expectQuietHours(_ year: YearOfWork) throws {
        for said in year.world.said {
            guard let rep = try rep(said.person, year) else { continue }
            let local = rep.zone.local(said.at)
            let start = said.kind == .huddle ? min(PolicyDefaults.huddleAt, rep.hours.start) : rep.hours.start
            #expect(local.time >= start && local.time <= rep.hours.end, "\(said.kind) to \(rep.name) at \(local)")
            #expect(rep.calendar.workdays.contains(local.date.weekday), "\(said.kind) to \(rep.name) on \(local)")
        }
    }

    /// Every working day has its slot, done or skipped, from the first to the last.
    private func expectSlotsOnce(_ year: YearOfWork) throws {
        for id in year.reps {
            let rep = try #require(try rep(id, year))
            for kind in [Message.Kind.morning, .afternoon] {
                let dates = try year.world.slots(kind, of: .person(id)).map(\.date)
                #expect(Set(dates).count == dates.count)
                let (first, last) = (try #require(dates.first), try #require(dates.last))
                let expected = try date(first).days(before: date(last).adding(days: 1)).filter(rep.calendar.isWorking)
                // Leave that was entered while it lasted may have a slot on a day that is off now.
                #expect(Set(expected.map(\.iso)).isSubset(of: Set(dates)), "\(kind) of \(rep.name)")
            }
        }
    }

    private struct Mention: Hashable {
        var finding: RowID
        var rep: RowID
        var date: CivilDate
    }

    private func expectLadders(_ year: YearOfWork) throws {
        let mentions = try year.world.store.database.query(
            """
            SELECT i.finding_id, f.rep_id, i.on_date FROM message_item i JOIN finding f ON f.id = i.finding_id
            WHERE i.to_rep = 1 AND i.voided = 0 AND i.state <> 'thanks' AND f.account_id IS NOT NULL
              AND f.kind NOT IN ('ask-open', 'promise-open', 'stall-unanswered', 'coaching-debt-account')
            ORDER BY i.id
            """
        ) {
            Mention(
                finding: $0.int64(0), rep: $0.int64(1),
                date: CivilDate(iso: Array($0.text(2).utf8)) ?? CivilDate(dayNumber: 0))
        }
        for (finding, said) in Dictionary(grouping: mentions, by: \.finding) {
            let rep = try #require(try rep(said[0].rep, year))
            #expect(said.count <= 3, "finding \(finding)")
            for (index, days) in [2, 6].enumerated() where said.count > index + 1 {
                // Days off that were entered later are counted as they are now.
                let passed = rep.calendar.workingDays(after: said[0].date, before: said[index + 1].date) + 1
                #expect(passed >= days - 5 && said[index + 1].date > said[index].date, "finding \(finding)")
            }
        }
        let thanked = try year.world.count(
            """
            SELECT count(*) FROM (SELECT 1 FROM message_item WHERE state = 'thanks' AND voided = 0
                                  GROUP BY finding_id HAVING count(*) > 1)
            """)
        #expect(thanked == 0)
    }

    private func expectNoRepeatedQuestion(_ year: YearOfWork) throws {
        struct Asked { var key: String, rep: RowID, date: CivilDate }
        let asked = try year.world.store.database.query(
            """
            SELECT i.account_id || ' ' || i.question, m.person_id, i.on_date
            FROM message_item i JOIN message m ON m.id = i.message_id
            WHERE i.question IS NOT NULL AND i.account_id IS NOT NULL AND i.voided = 0 AND m.kind <> 'huddle' ORDER BY i.id
            """
        ) {
            Asked(
                key: $0.text(0), rep: $0.int64(1),
                date: CivilDate(iso: Array($0.text(2).utf8)) ?? CivilDate(dayNumber: 0))
        }
        for (key, times) in Dictionary(grouping: asked, by: \.key) {
            for (earlier, later) in zip(times, times.dropFirst()) {
                // Ten working days are at least twelve calendar days; days off that came later make them fewer.
                #expect(later.date.days(since: earlier.date) >= 12, "\(key) on \(earlier.date) and \(later.date)")
            }
        }
    }

    private func expectEveryAccountComesUp(_ year: YearOfWork) throws {
        let never = try year.world.store.database.query(
            """
            SELECT a.name FROM account a WHERE a.selected_on < '2026-02-01' AND a.status = 'active'
              AND EXISTS (SELECT 1 FROM finding f WHERE f.account_id = a.id AND f.opened_on < '2026-02-01')
              AND NOT EXISTS (SELECT 1 FROM message_item i WHERE i.account_id = a.id AND i.voided = 0)
            """
        ) { $0.text(0) }
        #expect(never.isEmpty)
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
