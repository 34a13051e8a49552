import CivilTime
import Coaching
import Testing

/// Sixty working days of one rep with 50 accounts, nudged each morning.
private struct Quarter {
    let accounts = (1...50).map { account("Account \($0)", id: RowID($0)) }
    var open: [Episode] = []
    var lastMention: [RowID: CivilDate] = [:]
    var itemsADay: [Int] = []
    private var nextID: RowID = 1

    mutating func find(_ kind: FindingKind, _ account: RowID, on today: CivilDate) {
        open.append(episode(finding(kind, account: account, days: 10), id: nextID, opened: today))
        nextID += 1
    }

    mutating func resolve(_ kind: FindingKind, _ account: RowID) {
        open.removeAll { $0.finding.kind == kind && $0.finding.accountID == account }
    }

    /// - Parameter events: What opens and is resolved in the morning of each day, by its number.
    mutating func run(_ events: (inout Quarter, Int, CivilDate) -> Void) {
        let rep = rep()
        var today: CivilDate = "2026-11-24"
        for number in 0..<60 {
            events(&self, number, today)
            let day = RepDay(rep, at: Zone.utc.startOfDay(today).adding(seconds: 9 * 3600))
            let byID = Dictionary(uniqueKeysWithValues: accounts.map { ($0.id, $0) })
            let said = NudgePolicy().select(open, accounts: byID, lastMention: lastMention, on: day).episodes
            itemsADay.append(said.count)
            for episode in said {
                guard let place = open.firstIndex(where: { $0.id == episode.id }) else { continue }
                open[place].mentions += 1
                open[place].firstMentionedOn = open[place].firstMentionedOn ?? today
                open[place].lastMentionedOn = today
                lastMention[episode.finding.accountID ?? 0] = today
            }
            today = rep.calendar.next(after: today) ?? today
        }
    }

    var neverMentioned: [RowID] { accounts.map(\.id).filter { lastMention[$0] == nil } }
}

@Suite("A rep sees all of his 50 over time")
struct RotationTests {
    @Test("when everything is open at once and nobody acts, every account comes up within 60 working days")
    func backlog() {
        var quarter = Quarter()
        quarter.run { quarter, number, today in
            guard number == 0 else { return }
            for id in RowID(1)...50 {
                for kind in [FindingKind.stalled, .noNextStep, .noEconomicBuyer] { quarter.find(kind, id, on: today) }
            }
        }
        #expect(quarter.neverMentioned == [])
        #expect(quarter.itemsADay.allSatisfy { 1...3 ~= $0 })
        // What was begun is followed up: twice in nearly all cases.
        let begun = quarter.open.filter { $0.firstMentionedOn.map { $0 < "2027-01-29" } ?? false }
        #expect(begun.count > 40 && begun.count { $0.mentions < 3 } * 10 < begun.count)
    }

    @Test(
        "when groundwork is open everywhere and ten accounts stall all the time, every account comes up within 60 working days"
    )
    func groundwork() {
        var quarter = Quarter()
        quarter.run { quarter, number, today in
            if number == 0 {
                for id in RowID(1)...50 {
                    for kind in [FindingKind.noChampion, .noOwnMessage, .researchGap] {
                        quarter.find(kind, id, on: today)
                    }
                }
            }
            for id in RowID(1)...10 {
                if (number + Int(id)) % 5 == 0 { quarter.resolve(.stalled, id) }
                if (number + Int(id)) % 5 == 1 { quarter.find(.stalled, id, on: today) }
            }
        }
        #expect(quarter.neverMentioned == [])
        #expect(quarter.itemsADay.allSatisfy { $0 <= 3 })
    }

    @Test("when the first thirty accounts stall again and again, the twenty after them come up as well")
    func busyTop() {
        var quarter = Quarter()
        quarter.run { quarter, number, today in
            for id in RowID(31)...50 where number == 0 { quarter.find(.noEconomicBuyer, id, on: today) }
            for id in RowID(1)...30 {
                if (number + Int(id)) % 10 == 0 { quarter.resolve(.stalled, id) }
                if (number + Int(id)) % 10 == 1 || number == 0 { quarter.find(.stalled, id, on: today) }
            }
        }
        #expect(quarter.neverMentioned == [])
    }

    @Test("when three things are of today only on every day, the others still have their turn")
    func busyDays() {
        var quarter = Quarter()
        quarter.run { quarter, number, today in
            for id in RowID(31)...50 where number == 0 { quarter.find(.noEconomicBuyer, id, on: today) }
            for offset in 0..<3 {
                quarter.find(.milestoneNear, RowID((number * 3 + offset) % 30 + 1), on: today)
                if number > 0 { quarter.resolve(.milestoneNear, RowID(((number - 1) * 3 + offset) % 30 + 1)) }
            }
        }
        #expect(quarter.neverMentioned == [])
        #expect(quarter.itemsADay.allSatisfy { 1...5 ~= $0 })
    }
}
