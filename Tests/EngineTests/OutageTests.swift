import Chat
import CivilTime
import Coaching
import HTTP
import SQLite
import Store
import Testing

@testable import Engine

/// Channels that take nothing for a while, or for good; morning plans of Monday 2 March 2026, 09:00 in UTC.
@Suite("Outages, and their quiet end")
struct OutageTests {
    private func world(reps: Int, rate: Rate? = nil) throws -> World {
        let world = try World.ofReps(reps)
        world.routing.channels["reps"]?.rate = rate
        return world
    }

    private func opened(_ world: World) -> [Bool] {
        world.reports.compactMap { if case .opened(_, let isDead, _, _) = $0.report { isDead } else { nil } }
    }

    private func closed(_ world: World) -> Int {
        world.reports.count { if case .closed = $0.report { true } else { false } }
    }

    @Test("a channel that takes nothing is tried by one message now and then, and that is told once")
    func opensAndCloses() throws {
        let world = try world(reps: 20)
        let back = try at("2026-03-02 15:00")
        world.answer = { _, now in now < back ? .status(500) : .ok }
        try world.run(until: at("2026-03-02 14:00"))
        #expect(opened(world) == [false] && closed(world) == 0)
        #expect(world.attempts.count < 25)
        // From the fifth on, one at a time and ever rarer, up to an hour.
        let tries = world.attempts.dropFirst(5).map(\.at.secondsSinceEpoch)
        let waits = zip(tries, tries.dropFirst()).map { $1 - $0 }
        #expect(waits.allSatisfy { (5...3600).contains($0) } && (waits.last ?? 0) >= 1800)
        try world.run(until: at("2026-03-02 17:00"))
        #expect(opened(world) == [false] && closed(world) == 1)
        #expect(Set(world.said(.morning).map(\.person)).count == 20)
    }

    @Test("a server that was down for a day finds nothing lost, no storm and the order kept")
    func downForADay() throws {
        let world = try world(reps: 100, rate: Rate(count: 5, seconds: 1))
        let (down, up) = (try at("2026-03-02 09:00"), try at("2026-03-03 09:00:20"))
        world.answer = { _, now in down <= now && now < up ? .refusesConnections : .ok }
        try world.run(until: at("2026-03-03 23:00"))
        // A day of failures costs a probe now and then.
        #expect(world.attempts.count { $0.at < up } < 60)
        let perSecond = Dictionary(grouping: world.attempts, by: \.at)
        #expect(perSecond.values.allSatisfy { $0.count <= 5 })
        // The first day's messages ended with it, on the record; the second day's all arrived.
        #expect(try world.count("SELECT count(*) FROM outbox WHERE state = 'expired' AND reason IS NOT NULL") >= 100)
        #expect(try world.count("SELECT count(*) FROM outbox WHERE ended_at IS NULL") == 0)
        #expect(Set(world.said(.morning).map(\.person)).count == 100)
        for (_, said) in Dictionary(grouping: world.said, by: \.person) {
            #expect(said.map(\.messageID) == said.map(\.messageID).sorted())
        }
    }

    @Test(
        "what waits for a dead channel goes to the fallback, which says why, and hardly anything else asks there again")
    func deadChannel() throws {
        let world = try world(reps: 30)
        world.routeReps(fallback: World.webhook("spare"))
        world.answer = { shipment, _ in shipment.channel.name == "reps" ? .status(404, "no such hook") : .ok }
        try world.run(until: at("2026-03-02 13:00"))
        #expect(opened(world) == [true])
        #expect(world.attempts.count { $0.channel == "reps" } <= 3)
        #expect(world.said.count == 30 && world.said.allSatisfy { $0.channel == "fallback" })
        #expect(world.said.allSatisfy { $0.text.contains(#"(Came here because \"reps\" could not be reached.)"#) })
        #expect(try world.count("SELECT count(*) FROM outbox WHERE is_fallback = 1 AND state = 'delivered'") == 30)
    }

    @Test("a channel is dead also where one says so that was on its way when the others had failed")
    func deadAmongFailing() throws {
        let world = try world(reps: 20)
        world.routeReps(fallback: World.webhook("spare"))
        var count = 0
        world.answer = { shipment, _ in
            guard shipment.channel.name == "reps" else { return .ok }
            count += 1
            // Three that arrive let eight go at once: one of these is refused when the other seven have failed already.
            if count <= 3 { return .ok }
            var answer = Answer.status(count == 4 ? 404 : 503)
            answer.after = count == 4 ? 2 : 0
            return answer
        }
        // Before the first probe of a channel that only fails.
        try world.run(until: at("2026-03-02 09:00:04"))
        #expect(count == 11)
        #expect(world.said.count { $0.channel == "fallback" } == 17)
    }

    @Test("a fallback says so where the message may have arrived at its usual place")
    func perhapsTwice() throws {
        let world = try world(reps: 1)
        world.routeReps(fallback: World.webhook("spare"))
        var count = 0
        world.answer = { shipment, _ in
            guard shipment.channel.name == "reps" else { return .ok }
            count += 1
            return count == 1 ? .fallsSilent : .status(503)
        }
        try world.run(until: at("2026-03-02 13:00"))
        #expect(world.said.last?.channel == "fallback")
        #expect(world.said.last?.text.contains(#"\"reps\" gave no answer; it may have arrived there.)"#) == true)
    }

    @Test("a new configuration lets one message try at once")
    func reload() throws {
        let world = try world(reps: 10)
        let mended = try at("2026-03-02 09:30")
        world.answer = { _, now in now < mended ? .status(401) : .ok }
        try world.run(until: mended)
        // The first was refused for good, as was each that tried again since; the others wait.
        let refused = try world.count("SELECT count(*) FROM outbox WHERE state = 'refused'")
        #expect(refused < 5)
        try world.reload()
        try world.run(until: at("2026-03-02 09:31"))
        #expect(closed(world) == 1 && world.said.count == 10 - refused)
    }

    @Test("after a restart one message tries a channel that took none, not all of them")
    func restart() throws {
        let world = try world(reps: 50)
        world.answer = { _, _ in .refusesConnections }
        try world.run(until: at("2026-03-02 10:00"))
        for _ in 0..<5 {
            let before = world.attempts.count
            try world.restart()
            try world.run(until: world.now.adding(seconds: 4))
            #expect(world.attempts.count == before + 1)
        }
        #expect(opened(world) == [false])
    }

    @Test("the operator's wish tries a channel at once, and one failure ends it", arguments: [true, false])
    func wanted(isWell: Bool) throws {
        let world = try world(reps: 10)
        world.answer = { _, _ in .refusesConnections }
        try world.run(until: at("2026-03-02 10:00"))
        if isWell { world.answer = { _, _ in .ok } }
        let before = world.attempts.count
        for id in 1...10 { try world.store.retry(RowID(id), at: world.now) }
        try world.run(until: world.now.adding(seconds: 2))
        #expect(world.attempts.count == (isWell ? before + 10 : before + 1))
        #expect(try world.count("SELECT count(*) FROM outbox WHERE wanted = 1") == 0)
    }

    @Test("the operator's wish does not ask a server again before the delay that it asked for is over")
    func wantedWithinDelay() throws {
        let world = try world(reps: 10)
        var count = 0
        world.answer = { _, _ in
            count += 1
            return count <= 5 ? .status(503) : .status(429, retryAfter: "600")
        }
        try world.run(until: at("2026-03-02 09:03"))
        #expect(world.attempts.count == 6)
        for id in 1...10 { try world.store.retry(RowID(id), at: world.now) }
        try world.run(until: at("2026-03-02 09:09"))
        #expect(world.attempts.count == 6)
        try world.run(until: at("2026-03-02 09:14"))
        #expect(world.attempts.count == 7)
    }

    @Test("thirty dead channels take no time from one that is well, and one request each")
    func manyDeadChannels() throws {
        let world = try world(reps: 300)
        for number in 0..<30 {
            world.routing.channels["dead\(number)"] = Channel(
                name: "dead\(number)", platform: World.webhook("dead\(number)"))
        }
        for index in 0..<300 where index % 31 != 30 {
            world.routing.people["rep\(index)@example.com"] = Routes()
            world.routing.people["rep\(index)@example.com"]?.rep = "dead\(index % 31)"
        }
        world.answer = { shipment, _ in
            shipment.channel.name == "reps" ? .ok : Answer(.failure(.timedOut(sent: false)), after: 30)
        }
        try world.run(until: at("2026-03-02 09:00:10"))
        let nine = try at("2026-03-02 09:00")
        #expect(world.said.count == 9 && world.said.allSatisfy { $0.at == nine })
        let others = Dictionary(grouping: world.attempts.filter { $0.channel != "reps" }, by: \.channel)
        #expect(others.count == 30 && others.values.allSatisfy { $0.count == 1 })
    }

    @Test("asked for fewer messages without a word for how long, a channel rests as a whole")
    func throttled() throws {
        let world = try world(reps: 20)
        let calm = try at("2026-03-02 09:05")
        world.answer = { _, now in now < calm ? .status(429) : .ok }
        try world.run(until: at("2026-03-02 10:00"))
        let early = world.attempts.filter { $0.at < calm }
        #expect(early.count < 60 && Set(early.map(\.at)).count == early.count)
        #expect(world.said.count == 20 && opened(world).isEmpty)
    }

    // MARK: What may have arrived

    @Test("a repeat sends the bytes that were sent, whatever was answered before and since, and over a restart")
    func sameBytes() throws {
        let world = try world(reps: 1)
        var count = 0
        world.answer = { _, now in
            count += 1
            return now.rfc3339 < "2026-03-02T09:40"
                ? .refusesConnections : now.rfc3339 < "2026-03-02T11" ? .fallsSilent : .ok
        }
        world.act(at: try at("2026-03-02 09:30")) {
            try world.sql("UPDATE account SET next_step_on = '2026-04-01' WHERE rank = 1")
        }
        try world.run(until: at("2026-03-02 10:59"))
        world.act(at: world.now) { try world.sql("UPDATE account SET next_step_on = '2026-04-01' WHERE rank = 2") }
        try world.restart()
        try world.run(until: at("2026-03-02 13:00"))
        let arrived = world.attempts.filter(\.arrived)
        #expect(arrived.count >= 2 && Set(arrived.map(\.body)).count == 1 && Set(arrived.map(\.id)).count == 1)
        #expect(arrived[0].body.contains("Account 0-2") && !arrived[0].body.contains("Account 0-1"))
        #expect(try world.count("SELECT count(*) FROM outbox WHERE payload IS NOT NULL") == 0)
    }

    @Test("where a repeat cannot be recognised it says the same, without what was left out before")
    func sameWords() throws {
        let world = try world(reps: 1)
        world.routing.channels["reps"] = Channel(name: "reps", platform: World.slack("reps"))
        var count = 0
        world.answer = { _, now in
            guard now.rfc3339 >= "2026-03-02T09:40" else { return .refusesConnections }
            count += 1
            return count == 1 ? .fallsSilent : .ok
        }
        world.act(at: try at("2026-03-02 09:30")) {
            try world.sql("UPDATE account SET next_step_on = '2026-04-01' WHERE rank = 1")
        }
        try world.run(until: at("2026-03-02 13:00"))
        let arrived = world.said.map(\.text)
        #expect(arrived.count == 2 && world.said.map(\.isMarkedRepeat) == [false, true])
        #expect(arrived.allSatisfy { !$0.contains("Account 0-1") && $0.contains("Account 0-2") })
    }

    /// A receiver that recognises repeats for an hour.
    private struct Forgetful: Platform {
        static let typeName = "forgetful"
        let webhook = StandardWebhook(url: Secret("https://hooks.example.com/reps"), signingSecrets: [])
        var reachesEachPersonAlone: Bool { true }
        var usualRate: Rate? { nil }
        var repeats: RepeatSafety { .within(seconds: 3600) }
        var room: Secret { webhook.room }

        func delivery(of message: Message, in envelope: Envelope, isShort: Bool) -> Outgoing {
            var message = message
            if envelope.mayBeRepeat { message.lateness = "This may be a repeat." }
            return webhook.delivery(of: message, in: envelope, isShort: isShort)
        }

        func verdict(of response: IncomingResponse, at now: Instant) -> Verdict {
            webhook.verdict(of: response, at: now)
        }
    }

    @Test(
        "a repeat is marked once the receiver has forgotten the first", arguments: [("09:40", false), ("11:00", true)])
    func forgotten(back: String, isMarked: Bool) throws {
        let world = try world(reps: 1)
        world.routing.channels["reps"] = Channel(name: "reps", platform: Forgetful())
        var answer = Answer.ok
        answer.after = 30
        world.answer = { _, _ in answer }
        try world.run(until: at("2026-03-02 09:00:10"))
        try world.sleep(until: at("2026-03-02 \(back)"))
        answer.after = 0
        try world.run(until: at("2026-03-02 13:00"))
        #expect(world.said.map(\.isMarkedRepeat) == [false, isMarked])
        #expect((world.attempts[0].body == world.attempts[1].body) == !isMarked)
    }

    @Test("held, a message that may have arrived waits for the operator, and what comes after it passes")
    func held() throws {
        let world = try world(reps: 1)
        world.routing.channels["reps"] = Channel(name: "reps", platform: World.slack("reps"), onAmbiguous: .hold)
        var count = 0
        world.answer = { _, _ in
            count += 1
            return count == 1 ? .fallsSilent : .ok
        }
        world.act(at: try at("2026-03-02 12:00")) {
            try world.account("New", of: try #require(world.said.first?.person), rank: 4)
        }
        try world.run(until: at("2026-03-02 15:00"))
        #expect(world.said.map(\.kind) == [.morning, .afternoon] && world.said.allSatisfy { !$0.isMarkedRepeat })
        #expect(try world.count("SELECT count(*) FROM outbox WHERE held = 1 AND state = 'queued'") == 1)
        #expect(world.reports.contains { if case .held = $0.report { true } else { false } })
        #expect(
            world.reports.contains { if case .failing(_, _, _, retryAt: nil, _) = $0.report { true } else { false } })
        try world.store.retry(1, at: world.now)
        try world.run(until: world.now.adding(seconds: 5))
        #expect(world.said.map(\.isMarkedRepeat) == [false, false, true])
        #expect(try world.outbox().map(\.state) == ["delivered", "delivered"])
    }

    @Test("held is only what the receiver would not recognise; the rest goes to the fallback with all others")
    func heldWhereNotRecognised() throws {
        for (platform, held) in [(World.webhook("reps"), 0), (World.slack("reps"), 3)] {
            let world = try world(reps: 10)
            world.routeReps(to: platform, fallback: World.webhook("spare"), isShared: true)
            world.routing.channels["reps"]?.onAmbiguous = .hold
            var count = 0
            world.answer = { shipment, _ in
                guard shipment.channel.name == "reps" else { return .ok }
                count += 1
                return count <= 3 ? .fallsSilent : .status(410, "channel_is_archived")
            }
            // Before the first probe of a dead channel.
            try world.run(until: at("2026-03-02 09:03"))
            #expect(world.said.count { $0.channel == "fallback" } == 10 - held)
            #expect(try world.count("SELECT count(*) FROM outbox WHERE frozen = 1 AND ended_at IS NULL") == held)
        }
    }

    @Test("held until its time is over, it ends with the reason")
    func heldToItsEnd() throws {
        let world = try world(reps: 1)
        world.routing.channels["reps"] = Channel(name: "reps", platform: World.slack("reps"), onAmbiguous: .hold)
        world.answer = { _, _ in .fallsSilent }
        try world.run(until: at("2026-03-02 14:00"))
        try world.restart()
        try world.run(until: at("2026-03-02 23:00"))
        #expect(world.attempts.count == 1)
        #expect(try world.outbox().map(\.reason) == ["held, as it may have arrived, until its time was over"])
    }

    @Test("one message that cannot be read any more stops no other")
    func damaged() throws {
        let world = try world(reps: 3)
        world.answer = { _, now in now.rfc3339 < "2026-03-02T09:10" ? .status(503, retryAfter: "600") : .ok }
        try world.run(until: at("2026-03-02 09:05"))
        try world.sql("UPDATE message SET body = '{' WHERE id = 1")
        try world.run(until: at("2026-03-02 13:00"))
        #expect(try world.outbox().map(\.state) == ["dropped", "delivered", "delivered"])
        #expect(world.reports.contains { if case .damaged = $0.report { true } else { false } })
    }

    @Test("a leader is told once a day whom no message reaches, until one arrives; a fallback that took it counts")
    func unreached() throws {
        let told = try huddles(fallback: nil).map { $0.contains("No message has reached") }
        #expect(told == [false, true, true, true, false])
        let line = try huddles(fallback: nil)[2].split(separator: "\n").last { $0.hasPrefix("No message") }
        #expect(
            line?.hasPrefix("No message has reached Ana and Ben since Mon 2 Mar: \"reps\" did not take it (") == true)
        #expect(line?.hasSuffix("). Whoever runs coachd can mend it.") == true)
        let other = try huddles(fallback: World.webhook("other"))
        #expect(other.count == 5 && !other.contains { $0.contains("No message has reached") })
    }

    /// The agendas of a week in which the reps' channel is dead until Wednesday noon; it is tried again by Thursday.
    private func huddles(fallback: (any Platform)?) throws -> [String] {
        let world = try World()
        world.forgetIdleness()
        let team = try world.team()
        try world.leader(of: team)
        for name in ["Ana", "Ben"] {
            let rep = try world.person(name, team: team)
            for number in 1...9 { try world.account("\(name) \(number)", of: rep, rank: number) }
        }
        world.routeReps(fallback: fallback)
        world.routeLeader()
        let mended = try at("2026-03-04 12:00")
        world.answer = { shipment, now in
            shipment.channel.name == "reps" && now < mended ? .status(410) : .ok
        }
        try world.run(until: at("2026-03-06 08:50"))
        return world.said(.huddle).map(\.message.plainText)
    }
}
