import CivilTime
import Coaching
import Store
import Testing

@testable import Engine

@Suite("What a rep hears before his team", .enabled(if: Zones.areThere, "tzdata is not installed"))
struct PrivateFirstTests {
    /// Two reps with more gaps than they can be asked about in a week; nobody acts.
    private func weeks(_ weeks: Int64) throws -> (world: World, leader: RowID) {
        let world = try World("2026-03-02 00:00")
        let team = try world.team(zone: "Europe/London")
        let leader = try world.leader(of: team, zone: "Europe/London")
        for number in 1...2 {
            let rep = try world.person("Rep\(number)", team: team, zone: "Europe/London")
            for rank in 1...25 {
                try world.account(
                    "Account \(number)-\(rank)", of: rep, rank: rank, nextStep: rank % 3 == 0 ? "2026-02-20" : nil,
                    touched: at("2026-02-\(10 + rank % 18) 10:00", in: "Europe/London"))
            }
        }
        try world.run(until: world.now.adding(seconds: weeks * 7 * 86_400))
        return (world, leader)
    }

    @Test("no gap that can wait is taken up by a huddle before its rep was asked, be it the same morning")
    func privateFirst() throws {
        let (world, leader) = try weeks(3)
        let asked = Set(
            world.said.filter { $0.kind == .morning || $0.kind == .afternoon }
                .flatMap { said in said.message.items.compactMap { item in item.findingID.map { Mention($0, said.at) } }
                })
        var named = 0
        for agenda in world.said(.huddle, to: leader) {
            for item in agenda.message.items where item.kind?.asksForSupport ?? false && item.state != .rotation {
                guard let finding = item.findingID, item.kind != .holdEnded, item.kind != .milestoneNear else {
                    continue
                }
                named += 1
                #expect(
                    asked.contains { $0.finding == finding && $0.at < agenda.at.adding(seconds: 43_200) },
                    "\(agenda.at.rfc3339) \(item.heading.text)")
            }
        }
        #expect(named > 30)
    }

    private struct Mention: Hashable {
        var finding: RowID
        var at: Instant

        init(_ finding: RowID, _ at: Instant) {
            self.finding = finding
            self.at = at
        }
    }
}
