import Chat
import CivilTime
import Coaching
import Store
import Testing

@testable import Engine

/// Weeks from Monday 2 March 2026 on, in UTC.
@Suite("When nothing is said")
struct SilenceTests {
    private func world() throws -> (world: World, team: RowID, mara: RowID, ana: RowID, ben: RowID) {
        let world = try World()
        world.forgetIdleness()
        let team = try world.team()
        let mara = try world.leader(of: team)
        let reps = try ["Ana", "Ben"].map { name in
            let rep = try world.person(name, team: team)
            for number in 1...40 { try world.account("\(name) \(number)", of: rep, rank: number) }
            return rep
        }
        return (world, team, mara, reps[0], reps[1])
    }

    private func days(_ said: [World.Said]) -> [String] { said.map { String($0.at.rfc3339.prefix(10)) } }

    @Test(
        "on a day off a rep hears nothing, and his colleague does",
        arguments: [
            "INSERT INTO holiday(on_date, person_id) SELECT '2026-03-04', id FROM person WHERE name = 'Ana'",
            "INSERT INTO away(person_id, from_on, until_on) SELECT id, '2026-03-04', '2026-03-04' FROM person WHERE name = 'Ana'",
            "UPDATE person SET workdays = 'mon tue thu fri' WHERE name = 'Ana'",
        ])
    func dayOff(sql: String) throws {
        let (world, _, _, ana, ben) = try world()
        world.act(at: try at("2026-03-03 20:00")) { try world.sql(sql) }
        try world.run(until: at("2026-03-09 08:00"))
        #expect(days(world.said(.morning, to: ana)) == ["2026-03-02", "2026-03-03", "2026-03-05", "2026-03-06"])
        #expect(days(world.said(.morning, to: ben)).count == 5)
    }

    @Test("on a holiday of all, or of the team, nobody hears anything, the leader included", arguments: [true, false])
    func holiday(isOfTeam: Bool) throws {
        let (world, team, _, _, _) = try world()
        try world.sql("INSERT INTO holiday(on_date, team_id) VALUES ('2026-03-04', \(isOfTeam ? "\(team)" : "NULL"))")
        try world.run(until: at("2026-03-06 23:00"))
        #expect(!days(world.said).contains("2026-03-04"))
        #expect(days(world.said(.huddle)) == ["2026-03-02", "2026-03-03", "2026-03-05", "2026-03-06"])
    }

    @Test("the accounts of who left stand on the first agenda after that and once a week, until somebody has them")
    func leftBehind() throws {
        let world = try World()
        world.forgetIdleness()
        let team = try world.team()
        try world.leader(of: team)
        let (ana, ben) = (try world.person("Ana", team: team), try world.person("Ben", team: team))
        for number in 1...5 { try world.account("Account \(number)", of: ana, rank: number) }
        try world.account("Ben's", of: ben)
        try world.sql("UPDATE person SET left_on = '2026-03-04' WHERE id = \(ana)")
        world.act(at: try at("2026-03-12 12:00")) { try world.sql("UPDATE account SET rep_id = \(ben), rank = NULL") }
        try world.run(until: at("2026-03-20 23:00"))
        let words = "5 accounts of Ana, who left, wait for somebody: Account 1, Account 2, Account 3 and 2 more."
        let days = world.said(.huddle).filter { $0.text.contains(words) }.map { String($0.at.rfc3339.prefix(10)) }
        #expect(days == ["2026-03-04", "2026-03-09"])
        #expect(!world.said(.huddle).filter { $0.at.rfc3339 > "2026-03-13" }.contains { $0.text.contains("who left") })
    }

    @Test("who left is silent from that day, whenever the row is written")
    func left() throws {
        let (world, _, _, ana, ben) = try world()
        world.act(at: try at("2026-03-03 20:00")) {
            try world.sql("UPDATE person SET left_on = '2026-03-05' WHERE id = \(ana)")
        }
        try world.run(until: at("2026-03-20 08:00"))
        #expect(days(world.said(.morning, to: ana)) == ["2026-03-02", "2026-03-03", "2026-03-04"])
        #expect(world.said(.morning, to: ben).count > 10)
    }

    @Test("a leader who left hears no agenda; the deputy leads, where there is one", arguments: [true, false])
    func leaderLeft(hasDeputy: Bool) throws {
        let (world, team, mara, _, _) = try world()
        let dora = try world.person("Dora", .leader, team: team)
        if hasDeputy { try world.sql("UPDATE team SET deputy_id = \(dora)") }
        try world.sql("UPDATE person SET left_on = '2026-03-04' WHERE id = \(mara)")
        try world.run(until: at("2026-03-06 23:00"))
        #expect(days(world.said(.huddle, to: mara)) == ["2026-03-02", "2026-03-03"])
        #expect(
            days(world.said(.huddle, to: dora)) == (hasDeputy ? ["2026-03-04", "2026-03-05", "2026-03-06"] : []))
    }

    @Test("while the leader is away the deputy gets the agenda, on the deputy's working days")
    func deputy() throws {
        let (world, team, mara, _, _) = try world()
        let dora = try world.person("Dora", .leader, team: team, workdays: "tue wed thu fri")
        try world.sql("UPDATE team SET deputy_id = \(dora)")
        try world.away(mara, "2026-03-05", "2026-03-11")
        try world.run(until: at("2026-03-13 23:00"))
        #expect(
            days(world.said(.huddle, to: mara)) == [
                "2026-03-02", "2026-03-03", "2026-03-04", "2026-03-12", "2026-03-13",
            ])
        #expect(days(world.said(.huddle, to: dora)) == ["2026-03-05", "2026-03-06", "2026-03-10", "2026-03-11"])
    }

    @Test("without a deputy nobody gets the agenda while the leader is away")
    func noDeputy() throws {
        let (world, _, mara, _, _) = try world()
        try world.away(mara, "2026-03-03", "2026-03-04")
        try world.run(until: at("2026-03-06 23:00"))
        #expect(days(world.said(.huddle)) == ["2026-03-02", "2026-03-05", "2026-03-06"])
    }

    @Test("an outage of servers makes no attempt outside working hours, whatever waits")
    func quietHours() throws {
        let (world, _, mara, _, _) = try world()
        world.routeReps()
        world.routeLeader()
        world.answer = { _, now in
            // Up again in the evening only, and on the third day.
            let hour = now.secondsSinceEpoch / 3600 % 24
            return hour >= 18 || now.rfc3339 >= "2026-03-04" ? .ok : .refusesConnections
        }
        try world.run(until: at("2026-03-05 08:00"))
        #expect(!world.attempts.isEmpty)
        for attempt in world.attempts {
            let time = String(attempt.at.rfc3339.dropFirst(11).prefix(5))
            let begin = attempt.shipment.row.personID == mara ? "08:40" : "09:00"
            #expect(time >= begin && time < "17:30", "\(attempt.at)")
        }
        // What was missed is not sent twice or in a heap: one agenda and one plan each on the third day.
        #expect(days(world.said(.huddle)) == ["2026-03-04"])
        #expect(days(world.said(.morning)) == ["2026-03-04", "2026-03-04"])
    }

    @Test("a morning plan never comes before the working hours begin", arguments: ["11:00-19:00", "12:30-20:00"])
    func lateHours(hours: String) throws {
        let (world, _, _, ana, _) = try world()
        try world.sql("UPDATE person SET hours = '\(hours)' WHERE id = \(ana)")
        try world.run(until: at("2026-03-02 23:00"))
        #expect(try world.said(.morning, to: ana).map(\.at) == [at("2026-03-02 \(hours.prefix(5))")])
    }

    @Test(
        "whoever works at other hours hears of missing activity while there is time to do it",
        arguments: [
            ("09:00-13:00", "11:30"), ("06:00-10:00", "09:30"), ("14:00-18:00", "16:30"), ("09:00-17:30", "14:30"),
            ("15:00-20:00", "18:15"),
        ])
    func otherHours(hours: String, comes: String) throws {
        let world = try World()
        let ana = try world.person("Ana", hours: hours)
        try world.account("Acme", of: ana, nextStep: World.farStep)
        try world.sql("INSERT INTO plan(rep_id, kind, count) VALUES (\(ana), 'touch', 12)")
        try world.run(until: at("2026-03-03 23:59"))
        let said = world.said(.afternoon, to: ana).filter { $0.text.contains("Still open") }
        #expect(try said.last?.at == at("2026-03-03 \(comes)"))
    }

    @Test("more holds that end on one day than a plan has places are named all the same, and counted once")
    func manyHolds() throws {
        let world = try World()
        world.forgetIdleness()
        let ana = try world.person("Ana")
        for number in 1...8 { try world.account("Acme \(number)", of: ana, nextStep: World.farStep) }
        try world.run(until: at("2026-03-02 18:00"))
        try world.sql(
            """
            INSERT INTO hold(account_id, from_on, until_on, reason)
              SELECT id, '2026-03-03', '2026-03-04', 'stocktaking' FROM account
            """)
        try world.run(until: at("2026-03-05 12:00"))
        let plan = world.said(.morning, to: ana).last?.text ?? ""
        for number in 1...8 { #expect(plan.contains("Acme \(number)"), "\(plan)") }
        #expect(plan.contains("Also back from their holds: Acme 6, Acme 7, Acme 8."), "\(plan)")
        #expect(!plan.contains("can wait"), "\(plan)")
    }

    @Test("whose work ends before the usual morning plan gets it at the start of work")
    func earlyHours() throws {
        let (world, _, _, ana, _) = try world()
        try world.sql("UPDATE person SET hours = '05:00-08:30' WHERE id = \(ana)")
        try world.run(until: at("2026-03-02 23:00"))
        let start = try at("2026-03-02 05:00")
        #expect(world.said(.morning, to: ana).map(\.at) == [start])
    }

    @Test(
        "a plan that is due after the usual cut-off bears a late moment like any other",
        arguments: [("15:00-23:00", "15:00:05"), ("18:00-23:30", "18:00:05"), ("18:00-23:30", "18:20:00")])
    func lateHoursCutOff(hours: String, back: String) throws {
        let (world, _, _, ana, _) = try world()
        try world.sql("UPDATE person SET hours = '\(hours)' WHERE id = \(ana)")
        try world.run(until: at("2026-03-03 14:00"))
        try world.sleep(until: at("2026-03-03 \(back)"))
        try world.run(until: at("2026-03-03 23:59"))
        let slots = try world.slots(.morning, of: .person(ana))
        #expect(slots.last?.outcome != "skipped")
    }

    @Test("a plan that could only be late after the end of work is skipped, not composed and dropped")
    func shortDay() throws {
        let (world, _, _, ana, _) = try world()
        try world.sql("UPDATE person SET hours = '08:00-12:00' WHERE id = \(ana)")
        try world.run(until: at("2026-03-03 08:00"))
        try world.sleep(until: at("2026-03-03 13:00"))
        try world.run(until: at("2026-03-03 23:59"))
        #expect(world.said(.morning, to: ana).count == 1)
        let slots = try world.slots(.morning, of: .person(ana))
        #expect(slots.map(\.outcome) == ["sent", "skipped"])
    }

    @Test("a rep hears at most two messages a day, a leader who sells at most three")
    func caps() throws {
        let (world, _, mara, ana, _) = try world()
        for number in 1...40 { try world.account("Mara \(number)", of: mara, rank: number) }
        // Something new all the time.
        for day in 2...20 {
            for hour in [7, 10, 12, 13, 15, 16] {
                let text = "2026-03-\(day < 10 ? "0" : "")\(day) \(hour < 10 ? "0" : "")\(hour):30"
                world.act(at: try at(text)) {
                    let rank = (day * 7 + hour) % 40 + 1
                    try world.sql("UPDATE account SET next_step_on = '2026-05-01' WHERE rank = \(rank)")
                    try world.sql("UPDATE account SET next_step_on = NULL WHERE rank = \(rank % 40 + 1)")
                }
            }
        }
        try world.run(until: at("2026-03-20 23:00"))
        let perDay = Dictionary(grouping: world.said, by: { "\($0.person ?? 0) \($0.at.rfc3339.prefix(10))" })
        #expect(perDay.filter { $0.key.hasPrefix("\(ana) ") }.values.allSatisfy { $0.count <= 2 })
        #expect(perDay.values.allSatisfy { $0.count <= 3 })
        #expect(perDay.values.contains { $0.count == 3 })
        #expect(
            world.said.allSatisfy {
                $0.kind == .huddle || $0.kind == .weekly
                    || (1...5).contains($0.message.items.count { $0.state != .thanks })
            })
    }
}
