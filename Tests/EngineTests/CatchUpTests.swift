import CivilTime
import Coaching
import Store
import Testing

@testable import Engine

/// Monday 2 March 2026 to Friday 6 March, all in UTC.
@Suite("Downtime and clocks that are set")
struct CatchUpTests {
    /// A team of one rep who has something to hear every morning.
    private func world() throws -> (world: World, team: RowID, ana: RowID) {
        let world = try World()
        world.forgetIdleness()
        let team = try world.team()
        try world.leader(of: team)
        let ana = try world.person("Ana", team: team)
        for number in 1...40 { try world.account("Account \(number)", of: ana, rank: number) }
        return (world, team, ana)
    }

    @Test(
        "a slot missed by downtime is run late, once, and marked where more than ten minutes passed",
        arguments: [("09:00", false), ("09:09", false), ("09:11", true), ("10:55", true), ("14:30", true)])
    func runsLate(back: String, isMarked: Bool) throws {
        let (world, _, ana) = try world()
        try world.run(until: at("2026-03-03 08:00"))
        try world.sleep(until: at("2026-03-03 \(back)"))
        try world.run(until: at("2026-03-03 23:00"))
        let midnight = try at("2026-03-03 00:00")
        let morning = world.said(.morning, to: ana).filter { $0.at > midnight }
        #expect(try morning.map(\.at) == [at("2026-03-03 \(back)")])
        #expect(morning.allSatisfy { $0.text.contains("Meant for 09:00") } == isMarked)
        #expect(try world.slots(.morning, of: .person(ana)).map(\.outcome) == ["sent", isMarked ? "late" : "sent"])
    }

    @Test("past its cut-off a slot is skipped and recorded as skipped, and nothing is said")
    func skips() throws {
        let (world, team, ana) = try world()
        try world.run(until: at("2026-03-03 08:00"))
        try world.sleep(until: at("2026-03-03 17:01"))
        try world.run(until: at("2026-03-04 07:00"))
        #expect(try world.slots(.huddle, of: .team(team)).map(\.outcome) == ["sent", "skipped"])
        #expect(try world.slots(.morning, of: .person(ana)).map(\.outcome) == ["sent", "skipped"])
        #expect(try world.slots(.afternoon, of: .person(ana)).map(\.outcome).last == "skipped")
        let midnight = try at("2026-03-03 00:00")
        #expect(world.said.allSatisfy { $0.at < midnight })
    }

    @Test("a huddle that is set after the usual cut-off bears a late moment like any other")
    func lateHuddle() throws {
        let (world, team, _) = try world()
        world.policy.top.huddleAt = try time("13:00")
        try world.run(until: at("2026-03-03 12:59"))
        try world.sleep(until: at("2026-03-03 13:00:20"))
        try world.run(until: at("2026-03-03 14:00"))
        let slots = try world.slots(.huddle, of: .team(team))
        #expect(slots.map(\.outcome) == ["sent", "sent"])
    }

    @Test("days that passed without coachd are recorded as skipped, each once, and the last slot is made up for")
    func missedDays() throws {
        let (world, team, ana) = try world()
        try world.run(until: at("2026-03-02 18:00"))
        try world.sleep(until: at("2026-03-06 10:00"))
        try world.run(until: at("2026-03-06 23:00"))
        let days = ["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06"]
        let outcomes = ["sent", "skipped", "skipped", "skipped", "late"]
        #expect(try world.slots(.huddle, of: .team(team)).map(\.date) == days)
        #expect(try world.slots(.huddle, of: .team(team)).map(\.outcome) == outcomes)
        #expect(try world.slots(.morning, of: .person(ana)).map(\.date) == days)
        #expect(try world.slots(.morning, of: .person(ana)).map(\.outcome) == outcomes)
        #expect(world.said(.huddle).count == 2)
    }

    @Test(
        "a clock that is set back never brings a slot twice",
        arguments: [
            ("2026-03-03 09:30", "2026-03-03 08:00"), ("2026-03-03 09:00", "2026-03-03 08:59"),
            ("2026-03-04 12:00", "2026-03-03 07:00"), ("2026-03-05 00:30", "2026-03-04 23:30"),
            ("2026-03-05 15:00", "2026-03-02 00:30"),
        ])
    func clockBack(from: String, to: String) throws {
        let (world, team, ana) = try world()
        try world.run(until: at(from))
        world.setClock(to: try at(to))
        try world.run(until: at("2026-03-06 23:00"))
        let days = ["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06"]
        #expect(try world.slots(.huddle, of: .team(team)).map(\.date) == days)
        #expect(try world.slots(.morning, of: .person(ana)).map(\.date) == days)
        #expect(world.said(.huddle).count == 5 && world.said(.morning).count == 5)
    }

    @Test("a clock that jumps ahead is treated as downtime")
    func clockAhead() throws {
        let (world, team, ana) = try world()
        try world.run(until: at("2026-03-02 12:00"))
        world.setClock(to: try at("2026-03-04 12:00"))
        try world.run(until: at("2026-03-04 13:00"))
        #expect(try world.slots(.huddle, of: .team(team)).map(\.outcome) == ["sent", "skipped", "skipped"])
        #expect(try world.slots(.morning, of: .person(ana)).map(\.outcome) == ["sent", "skipped", "late"])
    }

    @Test("after a clock was a month ahead for a moment, the days until then have their slots")
    func clockAheadAndBack() throws {
        let (world, team, ana) = try world()
        try world.run(until: at("2026-03-02 12:00"))
        world.setClock(to: try at("2026-04-01 12:00"))
        try world.tick()
        world.setClock(to: try at("2026-03-02 12:01"))
        try world.run(until: at("2026-03-06 23:00"))
        let slots = (try world.slots(.huddle, of: .team(team)), try world.slots(.morning, of: .person(ana)))
        #expect(slots.0.count { $0.outcome == "sent" } == 5)
        #expect(slots.1.count { $0.outcome == "sent" } == 5)
        // The day that was visited early comes once more, and changes nothing.
        try world.run(until: at("2026-04-03 23:00"))
        #expect(try world.slots(.huddle, of: .team(team)).count { $0.date == "2026-04-01" } == 1)
        #expect(try world.slots(.huddle, of: .team(team)).last?.date == "2026-04-03")
    }

    private func retries(in world: World) throws -> [OutboxRow] {
        var rows: [OutboxRow] = []
        try world.store.forEachOutboxEntry(of: nil, isEndedToo: false) { rows.append($0.row) }
        return rows.filter { $0.attempts > 0 }
    }

    @Test("a retry that was put off after the clock jumped ahead waits no longer for it, and the message is not lost")
    func retryAfterTheStep() throws {
        let (world, _, ana) = try world()
        world.routeReps()
        let well = try at("2026-03-02 13:20")
        world.answer = { _, now in now < well ? .status(503) : .ok }
        try world.run(until: at("2026-03-02 09:05"))
        // A machine that slept: what waits is tried at once, in vain, and the daemon notices the step seconds later.
        world.setClock(to: try at("2026-03-02 13:10"))
        try world.tick()
        let beat = try at("2026-03-02 13:10:12")
        world.setClock(to: beat)
        try world.queue.clockWasSet(by: 4 * 3600, since: at("2026-03-02 13:09:57"), at: beat)
        try world.run(until: at("2026-03-02 16:00"))
        let arrived = world.said(.morning, to: ana).filter { $0.at >= well }
        #expect(arrived.count == 1 && arrived.allSatisfy { $0.at <= well.adding(seconds: 3600) })
    }

    @Test("a retry that was put off before the clock was set still waits as long as it should, ahead or back")
    func retryBeforeTheStep() throws {
        for (clock, expected) in [("13:05", "13:30"), ("06:05", "06:30")] {
            let (world, _, _) = try world()
            world.routeReps()
            let (first, morning) = (try at("2026-03-02 09:00"), try at("2026-03-02 \(expected)"))
            world.answer = { _, now in now == first ? .status(429, retryAfter: "1800") : .ok }
            try world.run(until: at("2026-03-02 09:05"))
            let now = try at("2026-03-02 \(clock)")
            let step = now.secondsSinceEpoch - world.now.secondsSinceEpoch
            try world.queue.clockWasSet(by: step, since: now.adding(seconds: -15), at: now)
            #expect(try retries(in: world).map(\.nextAttemptAt) == [morning])
        }
    }

    @Test("no retry is moved past the longest back-off or past its message's time")
    func retryNearTheEnd() throws {
        let (world, _, _) = try world()
        world.routeReps()
        world.answer = { _, _ in .status(429, retryAfter: "1800") }
        try world.run(until: at("2026-03-02 09:05"))
        let now = try at("2026-03-02 17:00")
        world.setClock(to: now)
        try world.queue.clockWasSet(
            by: now.seconds(since: at("2026-03-02 09:05")), since: now.adding(seconds: -15), at: now)
        let retries = try retries(in: world)
        #expect(!retries.isEmpty && retries.allSatisfy { $0.nextAttemptAt < $0.expiresAt && $0.nextAttemptAt > now })
    }

    @Test("a clock that was ten years ahead at the very start takes no slot from the days that come")
    func clockFarAheadAtTheStart() throws {
        let (world, team, ana) = try world()
        world.setClock(to: try at("2036-03-03 12:00"))
        try world.tick()
        #expect(try world.slots(.morning, of: .person(ana)).map(\.date) == ["2036-03-03"])
        world.setClock(to: try at("2026-03-02 07:00"))
        try world.restart()
        try world.run(until: at("2026-03-04 23:00"))
        let days = ["2026-03-02", "2026-03-03", "2026-03-04"]
        #expect(try world.slots(.huddle, of: .team(team)).map(\.date).filter { $0 < "2036" } == days)
        #expect(try world.slots(.morning, of: .person(ana)).map(\.date).filter { $0 < "2036" } == days)
        #expect(world.said(.huddle).count { $0.at > (try? at("2026-03-02 00:00")) ?? world.now } == 3)
    }

    @Test("a clock that shows a time before all that the store knows brings nothing")
    func clockOfAnEmptyBattery() throws {
        let (world, team, _) = try world()
        try world.run(until: at("2026-03-02 12:00"))
        let before = world.said.count
        world.setClock(to: try at("1999-01-04 08:00"))
        try world.restart()
        try world.run(until: at("1999-01-05 12:00"))
        #expect(try world.slots(.huddle, of: .team(team)).allSatisfy { $0.date > "2026" })
        #expect(world.said.count == before)
    }

    @Test("restarts change nothing of what is said")
    func restarts() throws {
        func week(restartingEvery minutes: Int64?) throws -> [String] {
            let (world, _, ana) = try world()
            let acme = try world.account("Acme", of: ana)
            world.act(at: try at("2026-03-03 11:00")) { try world.touch(acme, by: ana) }
            world.act(at: try at("2026-03-04 10:00")) {
                try world.sql("UPDATE account SET next_step_on = '2026-04-01' WHERE rank < 6")
            }
            let end = try at("2026-03-10 23:00")
            while let minutes, world.now < end {
                try world.run(until: world.now.adding(seconds: minutes * 60))
                try world.restart()
            }
            try world.run(until: end)
            return world.said.map { "\($0.at) \($0.kind) \($0.text)" }
        }
        let undisturbed = try week(restartingEvery: nil)
        #expect(undisturbed.count > 10)
        #expect(try week(restartingEvery: 47) == undisturbed)
        #expect(try week(restartingEvery: 600) == undisturbed)
    }

    @Test("a first start at noon says the morning plan once and records nothing of the days before")
    func firstStart() throws {
        let (world, _, ana) = try world()
        world.setClock(to: try at("2026-03-04 12:00"))
        try world.run(until: at("2026-03-04 13:00"))
        #expect(try world.slots(.morning, of: .person(ana)).map(\.date) == ["2026-03-04"])
        #expect(try world.said(.morning).map(\.at) == [at("2026-03-04 12:00")])
    }
}
