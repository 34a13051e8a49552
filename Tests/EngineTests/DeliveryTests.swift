import Chat
import CivilTime
import Coaching
import HTTP
import Store
import Testing

@testable import Engine

/// Morning plans of Monday 2 March 2026, 09:00 in UTC; Ana has three accounts without a next step.
@Suite("From the outbox to its outcome")
struct DeliveryTests {
    private func world(reps: Int = 1) throws -> (world: World, reps: [RowID]) {
        let world = try World()
        world.forgetIdleness()
        let reps = try (0..<reps).map { index in
            let rep = try world.person(index == 0 ? "Ana" : "Rep\(index)")
            for number in 1...3 { try world.account("Account \(index)-\(number)", of: rep, rank: number) }
            return rep
        }
        world.routeReps()
        return (world, reps)
    }

    /// The JSON of a webhook's request.
    private func data(_ attempt: Attempt) throws -> WebhookBody { try WebhookBody(attempt.shipment.request.body) }

    // MARK: Refusals and fallbacks

    @Test(
        "a refused message goes to the fallback once, and both ends are recorded",
        arguments: [400, 401, 403, 404, 410, 422, 301])
    func refused(status: Int) throws {
        let (world, _) = try world()
        world.routeReps(fallback: World.webhook("spare"))
        world.answer = { shipment, _ in shipment.channel.name == "reps" ? .status(status, "no such hook") : .ok }
        try world.run(until: at("2026-03-02 23:00"))
        #expect(
            try world.outbox().map { [$0.channel, $0.state] } == [["reps", "refused"], ["fallback", "delivered"]])
        #expect(try world.outbox()[0].reason?.contains("\(status)") == true)
        #expect(world.said.map(\.channel) == ["fallback"])
        // Statuses that every other message would get as well are told of the channel, too.
        #expect(world.reports.count == ([400, 422].contains(status) ? 1 : 2))
        guard case .refused("reps", .morning, _, "fallback")? = world.reports.first?.report else {
            Issue.record("\(world.reports)")
            return
        }
    }

    @Test("refused without a fallback nothing counts as said, and the next bundle takes it up")
    func refusedForGood() throws {
        let (world, reps) = try world()
        world.answer = { _, now in now.rfc3339 < "2026-03-02T10" ? .status(404) : .ok }
        try world.run(until: at("2026-03-02 10:00"))
        #expect(try world.store.openEpisodes(.rep(reps[0])).map(\.mentions) == [0, 0, 0])
        try world.run(until: at("2026-03-03 23:00"))
        #expect(world.said.first?.message.items.map(\.state) == [.new, .new, .new])
    }

    @Test(
        "a fallback that refused a message does not take it over again: nothing counts as said",
        arguments: [(400, "refused"), (503, "expired")])
    func fallbackInVain(status: Int, end: String) throws {
        let world = try World.ofReps(1)
        world.routeReps(fallback: World.webhook("spare"))
        world.answer = { shipment, _ in .status(shipment.channel.name == "reps" ? status : 400) }
        try world.run(until: at("2026-03-02 11:00"))
        #expect(try world.outbox().last?.channel == "fallback" && world.outbox().last?.state == "refused")
        try world.store.revive(1, at: world.now)
        try world.run(until: at("2026-03-02 18:00"))
        #expect(try world.outbox().first?.state == end)
        #expect(try world.count("SELECT count(*) FROM message_item WHERE message_id = 1 AND voided = 0") == 0)
    }

    @Test("the afternoon bundle takes up what the morning could not deliver")
    func nextBundle() throws {
        let (world, _) = try world()
        try world.run(until: at("2026-03-02 08:00"))
        // Not a backlog of the first day, which waits for its turn.
        try world.sql("UPDATE finding SET backlog = 0")
        world.answer = { _, now in now.rfc3339 < "2026-03-02T10" ? .status(404) : .ok }
        try world.run(until: at("2026-03-02 23:00"))
        #expect(world.said.map(\.kind) == [.afternoon])
    }

    @Test("after failures for ten minutes the fallback takes over, once")
    func fiveFailures() throws {
        let (world, _) = try world()
        world.routeReps(fallback: World.webhook("spare"))
        world.answer = { shipment, _ in shipment.channel.name == "reps" ? .status(503) : .ok }
        try world.run(until: at("2026-03-02 23:00"))
        let tries = world.attempts.count { $0.channel == "reps" }
        #expect((5..<20).contains(tries))
        #expect(world.said.map(\.channel) == ["fallback"])
        let (early, late) = (try at("2026-03-02 09:10"), try at("2026-03-02 09:20"))
        #expect(world.said.allSatisfy { early <= $0.at && $0.at <= late })
        #expect(
            try world.outbox().map { [$0.channel, $0.state] } == [["reps", "dropped"], ["fallback", "delivered"]])
        #expect(try world.count("SELECT count(*) FROM attempt WHERE verdict = 'later'") == tries)
    }

    @Test("the fallback takes over also where the fifth failure was an ambiguous one")
    func fiveAmbiguousFailures() throws {
        let (world, _) = try world()
        world.routeReps(fallback: World.webhook("spare"))
        var count = 0
        world.answer = { shipment, _ in
            guard shipment.channel.name == "reps" else { return .ok }
            count += 1
            return count == 5 ? Answer(.failure(.timedOut(sent: true))) : .status(503)
        }
        try world.run(until: at("2026-03-02 23:00"))
        #expect(world.said.map(\.channel) == ["fallback"])
    }

    @Test("without a fallback it is tried until its time is over")
    func noFallback() throws {
        let (world, reps) = try world()
        world.answer = { _, _ in .status(500) }
        try world.run(until: at("2026-03-02 23:00"))
        #expect(world.attempts.count > 8)
        let end = try at("2026-03-02 17:30")
        #expect(world.attempts.allSatisfy { $0.at < end })
        #expect(try world.outbox().map(\.state) == ["expired"])
        #expect(try world.store.openEpisodes(.rep(reps[0])).map(\.mentions) == [0, 0, 0])
        world.answer = { _, _ in .ok }
        try world.run(until: at("2026-03-03 09:00"))
        #expect(world.said.first?.message.items.map(\.state) == [.new, .new, .new])
    }

    // MARK: What needs no network

    @Test("on a console that nobody reads nothing was said; it is once somebody does")
    func console() throws {
        let (world, _) = try world()
        world.routing = Routing()
        world.isConsoleRead = false
        world.act(at: try at("2026-03-02 09:20")) { world.isConsoleRead = true }
        try world.run(until: at("2026-03-02 09:19"))
        #expect(try world.outbox().map(\.state) == ["queued"] && world.said.isEmpty)
        try world.run(until: at("2026-03-02 11:00"))
        #expect(try world.outbox().map(\.state) == ["delivered"] && world.said.count == 1)
    }

    // MARK: Waits

    @Test(
        "a server's delay is honoured, whatever its form", arguments: ["120", "119.2", "Mon, 02 Mar 2026 09:02:00 GMT"])
    func retryAfter(header: String) throws {
        let (world, _) = try world()
        var isFirst = true
        world.answer = { _, _ in
            defer { isFirst = false }
            return isFirst ? .status(429, retryAfter: header) : .ok
        }
        try world.run(until: at("2026-03-02 12:00"))
        let earliest = try at("2026-03-02 09:02")
        #expect(world.attempts.count == 2 && world.attempts[1].at >= earliest)
    }

    @Test("a channel that asked for a pause gets no other message either")
    func pauseOfAChannel() throws {
        let (world, _) = try world(reps: 20)
        world.routing.channels["reps"]?.rate = Rate(count: 1, seconds: 1)
        var isFirst = true
        world.answer = { _, _ in
            defer { isFirst = false }
            return isFirst ? .status(429, retryAfter: "120") : .ok
        }
        try world.run(until: at("2026-03-02 12:00"))
        let earliest = try at("2026-03-02 09:02")
        #expect(world.said.count == 20)
        #expect(world.attempts.dropFirst().allSatisfy { $0.at >= earliest })
    }

    @Test("the wait grows from 5 seconds to an hour, with full jitter, and never undercuts the server's")
    func backoff() {
        let backoff = Backoff()
        let ceilings = [1: 5, 2: 10, 3: 20, 4: 40, 5: 80, 10: 2560, 11: 3600, 40: 3600, 10_000: 3600]
        for (attempt, ceiling) in ceilings {
            #expect(backoff.seconds(after: attempt, asked: nil, random: \.upperBound) == ceiling)
            #expect(backoff.seconds(after: attempt, asked: nil, random: \.lowerBound) == 1)
            #expect(backoff.seconds(after: attempt, asked: 30, random: \.lowerBound) == 30)
            #expect(backoff.seconds(after: attempt, asked: 7200, random: \.upperBound) == 7200)
        }
    }

    @Test("messages through a channel keep its pace")
    func rate() throws {
        let (world, _) = try world(reps: 12)
        world.routing.channels["reps"]?.rate = Rate(count: 1, seconds: 2)
        try world.run(until: at("2026-03-02 12:00"))
        let times = world.attempts.map(\.at.secondsSinceEpoch)
        #expect(times.count == 12)
        #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 >= 2 })
        let minute = try at("2026-03-02 09:01")
        #expect(world.said.allSatisfy { $0.at <= minute })
    }

    @Test(
        "a pace that no whole second fits is kept to the message", arguments: [(45, 60), (7, 2), (100, 3600), (15, 60)])
    func unevenRate(count: Int, seconds: Int) {
        let rate = Rate(count: count, seconds: seconds)
        var pace = Pace()
        let sent = (0..<4 * seconds).map { second in
            let now = Instant(secondsSinceEpoch: 1_000_000 + Int64(second))
            let allowed = pace.allowance(of: rate, at: now)
            for _ in 0..<allowed { _ = pace.spend(rate, at: now) }
            return allowed
        }
        // In every span of its length, not only from the first message on.
        let spans = (0...3 * seconds).map { sent[$0..<$0 + seconds].reduce(0, +) }
        #expect(Set(spans) == [count])
    }

    @Test("fifty a second is fifty a second")
    func fastRate() throws {
        let (world, _) = try world(reps: 60)
        world.routing.channels["reps"]?.rate = Rate(count: 50, seconds: 1)
        try world.run(until: at("2026-03-02 12:00"))
        let perSecond = Dictionary(grouping: world.attempts, by: \.at)
        #expect(world.said.count == 60 && perSecond.values.allSatisfy { $0.count <= 50 })
        #expect(perSecond.count <= 4)
    }

    @Test("a clock that is set back does not hold a channel up until it is again what it was")
    func paceOfAClockSetBack() throws {
        let (world, _) = try world()
        world.routing.channels["reps"] = Channel(name: "reps", platform: World.slack("reps"), isShared: true)
        world.setClock(to: try at("2026-03-02 12:00"))
        try world.run(until: at("2026-03-02 12:00:05"))
        world.setClock(to: try at("2026-03-02 07:00"))
        let ben = try world.person("Ben", hours: "10:00-18:00")
        try world.account("Ben's", of: ben)
        try world.run(until: at("2026-03-02 14:00"))
        #expect(world.said.count == 2)
        let ten = try at("2026-03-02 10:00")
        #expect(world.said(.morning, to: ben).map(\.at) == [ten])
    }

    @Test("a dead channel delays no other")
    func deadChannel() throws {
        let (world, reps) = try world(reps: 2)
        world.routing.channels["dead"] = Channel(name: "dead", platform: World.slack("dead"))
        world.routing.people["ana@example.com"] = Routes()
        world.routing.people["ana@example.com"]?.rep = "dead"
        world.answer = { shipment, _ in
            shipment.channel.name == "dead" ? Answer(.failure(.timedOut(sent: false)), after: 30) : .ok
        }
        try world.run(until: at("2026-03-02 12:00"))
        #expect(world.said.map(\.person) == [reps[1]])
        #expect(try world.said.map(\.at) == [at("2026-03-02 09:00")])
    }

    @Test("nor does one with a hundred messages waiting")
    func longQueueOfADeadChannel() throws {
        let (world, reps) = try world(reps: 100)
        world.routing.channels["dead"] = Channel(name: "dead", platform: World.slack("dead"), isShared: true)
        world.routing.channels["own"] = Channel(name: "own", platform: World.webhook("own"))
        world.routing.top.rep = "dead"
        world.routing.people["rep99@example.com"] = Routes()
        world.routing.people["rep99@example.com"]?.rep = "own"
        world.answer = { shipment, _ in
            shipment.channel.name == "dead" ? Answer(.failure(.timedOut(sent: false)), after: 30) : .ok
        }
        try world.run(until: at("2026-03-02 09:10"))
        let nine = try at("2026-03-02 09:00")
        #expect(world.said(.morning, to: reps[99]).map(\.at) == [nine])
    }

    @Test("where not all can leave at once each channel has its share, and takes what another leaves")
    func shares() throws {
        let (world, _) = try world(reps: 9)
        world.routing.channels["other"] = Channel(name: "other", platform: World.webhook("other"))
        for number in 1...4 {
            world.routing.people["rep\(number)@example.com"] = Routes()
            world.routing.people["rep\(number)@example.com"]?.rep = "other"
        }
        let (engine, nine) = try (world.engine, at("2026-03-02 09:00"))
        _ = try engine.step(at: nine)
        func turn(_ answered: [DeliveryQueue.Shipment], atMost most: Int) throws -> [DeliveryQueue.Shipment] {
            try world.queue.turn(
                answered.map { .init($0, .success(HTTPResponse(status: 200))) }, at: nine, roster: engine.roster,
                channels: engine.routing.channels, atMost: most
            ).shipments
        }
        // Each channel begins with one at once.
        let first = try turn([], atMost: 9)
        #expect(first.map(\.channel.name).sorted() == ["other", "reps"])
        let second = try turn(first, atMost: 2)
        #expect(second.map(\.channel.name).sorted() == ["other", "reps"])
        let third = try turn(second, atMost: 5)
        #expect(third.map(\.channel.name).sorted() == ["other", "other", "reps", "reps", "reps"])
    }

    @Test("what is said to a person arrives in its order")
    func order() throws {
        let (world, reps) = try world()
        world.act(at: try at("2026-03-02 12:00")) { try world.account("New", of: reps[0], rank: 4) }
        // Down until just before the afternoon; the retry of the morning is due a little after it.
        let up = try at("2026-03-02 14:20")
        world.answer = { _, now in now < up ? .status(503, retryAfter: "1200") : .ok }
        try world.run(until: at("2026-03-02 23:00"))
        #expect(Set(world.said.map(\.kind)) == [.morning, .afternoon])
        #expect(world.said.map(\.kind) == [.morning, .afternoon])
    }

    // MARK: The last look before sending

    @Test("what was answered before it was sent is left out, and the rest is numbered and counted anew")
    func answeredInPart() throws {
        let (world, _) = try world()
        world.answer = { _, now in now.rfc3339 < "2026-03-02T10" ? .refusesConnections : .ok }
        world.act(at: try at("2026-03-02 09:30")) {
            try world.sql("UPDATE account SET next_step_on = '2026-04-01' WHERE rank = 1")
        }
        try world.run(until: at("2026-03-02 23:00"))
        let first = try #require(world.attempts.first)
        let last = try #require(world.attempts.last)
        #expect(try data(first).items.map(\.account) == ["Account 0-1", "Account 0-2", "Account 0-3"])
        #expect(try data(last).items.map(\.account) == ["Account 0-2", "Account 0-3"])
        let text = try data(last).text
        #expect(text.contains("1. Account 0-2") && text.contains("2. Account 0-3") && !text.contains("Account 0-1"))
        #expect(text.hasPrefix("Good morning Ana. Mon 2 Mar: two accounts where an hour would count."))
        // What was left out was not said.
        #expect(try world.count("SELECT count(*) FROM message_item WHERE voided = 1") == 1)
    }

    @Test(
        "an agenda that had to wait names no account that was touched meanwhile, and comes although all of them were",
        arguments: [1, 2])
    func answeredAgenda(touched: Int) throws {
        let world = try World()
        let team = try world.team()
        try world.leader(of: team)
        let ana = try world.person("Ana", team: team)
        let accounts = try ["Acme", "Globex"].map {
            try world.account($0, of: ana, nextStep: World.farStep, touched: at("2026-02-02 10:00"))
        }
        world.routeLeader()
        world.answer = { _, now in now.rfc3339 < "2026-03-02T10" ? .refusesConnections : .ok }
        world.act(at: try at("2026-03-02 09:30")) {
            for account in accounts.prefix(touched) { try world.touch(account, by: ana, at: world.now) }
        }
        try world.run(until: at("2026-03-02 12:00"))
        let agenda = try #require(world.said(.huddle).first)
        let asked = agenda.text.split(separator: "\n").filter { $0.contains("without a touch") }
        #expect(asked.count == 2 - touched, "\(agenda.text)")
        #expect(!asked.contains { $0.contains("Acme") })
    }

    @Test(
        "what was left out as answered stays left out when the operator has the message sent again, though it may have arrived"
    )
    func revived() throws {
        let (world, reps) = try world()
        world.answer = { _, now in
            switch now.rfc3339 {
            case ..<"2026-03-02T09:45": .refusesConnections
            case ..<"2026-03-02T10:30": Answer(.failure(.connectionLost(sent: true)))
            default: .ok
            }
        }
        world.act(at: try at("2026-03-02 09:30")) {
            try world.sql("UPDATE account SET next_step_on = '2026-04-01' WHERE rank = 1")
        }
        try world.run(until: at("2026-03-02 10:20"))
        let row = try #require(try world.store.outboxEntry(1)?.row)
        #expect(row.isFrozen)
        try world.store.drop(row, at: world.now, reason: "dropped by the operator")
        try world.sql("UPDATE account SET next_step_on = '2026-04-01' WHERE rank = 2")
        try world.run(until: at("2026-03-02 10:31"))
        try world.store.revive(row.id, at: world.now)
        try world.run(until: at("2026-03-02 12:00"))
        #expect(try data(try #require(world.attempts.last)).items.map(\.account) == ["Account 0-3"])
        #expect(try world.outbox().map(\.state) == ["delivered"])
        #expect(try world.store.openEpisodes(.rep(reps[0])).map(\.mentions) == [1])
    }

    @Test("a message that was answered whole is not sent")
    func answered() throws {
        let (world, _) = try world()
        world.answer = { _, now in now.rfc3339 < "2026-03-02T10" ? .refusesConnections : .ok }
        world.act(at: try at("2026-03-02 09:30")) { try world.sql("UPDATE account SET next_step_on = '2026-04-01'") }
        try world.run(until: at("2026-03-03 23:00"))
        #expect(world.said.isEmpty)
        #expect(try world.outbox().map(\.state) == ["answered"])
        // Nothing was said, so there is nothing to thank for.
        #expect(try world.count("SELECT count(*) FROM message_item WHERE voided = 0") == 0)
    }

    @Test("thanks alone wait for the next message, and are not lost")
    func thanksAlone() throws {
        let (world, reps) = try world()
        world.routing.channels["reps"] = Channel(name: "reps", platform: World.slack("reps"))
        world.act(at: try at("2026-03-03 08:00")) {
            try world.sql("UPDATE account SET next_step_on = '2026-04-01'")
            try world.account("Other", of: reps[0], rank: 4)
        }
        world.answer = { _, now in now.rfc3339.hasPrefix("2026-03-03T09") ? .refusesConnections : .ok }
        world.act(at: try at("2026-03-03 09:30")) { try world.sql("UPDATE account SET next_step_on = '2026-04-01'") }
        world.act(at: try at("2026-03-04 08:00")) { try world.account("Third", of: reps[0], rank: 5) }
        try world.run(until: at("2026-03-04 12:00"))
        let days = world.said.map { String($0.at.rfc3339.prefix(10)) }
        #expect(days == ["2026-03-02", "2026-03-04"])
        #expect(world.said.contains { $0.at.rfc3339 > "2026-03-03" && $0.text.contains("Thank you") })
        #expect(world.attempts.allSatisfy { !$0.body.contains("\"elements\":[]") })
    }

    @Test(
        "nothing is sent to whom it is no working day any more",
        arguments: [
            "INSERT INTO away(person_id, from_on, until_on) SELECT id, '2026-03-02', '2026-03-06' FROM person",
            "UPDATE person SET left_on = '2026-03-02'", "INSERT INTO holiday(on_date) VALUES ('2026-03-02')",
        ])
    func dayOffMeanwhile(sql: String) throws {
        let (world, _) = try world()
        world.answer = { _, now in now.rfc3339 < "2026-03-02T10" ? .refusesConnections : .ok }
        world.act(at: try at("2026-03-02 09:30")) { try world.sql(sql) }
        try world.run(until: at("2026-03-02 23:00"))
        #expect(world.said.isEmpty)
    }

    @Test("once an attempt may have arrived the message stays as it is, under the same id")
    func frozen() throws {
        let (world, _) = try world()
        var isFirst = true
        world.answer = { _, _ in
            defer { isFirst = false }
            return isFirst ? .fallsSilent : .ok
        }
        world.act(at: try at("2026-03-02 09:00:10")) { try world.sql("UPDATE account SET next_step_on = '2026-04-01'") }
        try world.run(until: at("2026-03-02 12:00"))
        #expect(world.attempts.count == 2)
        #expect(world.attempts.first?.id != nil && world.attempts.first?.id == world.attempts.last?.id)
        #expect(world.attempts.first?.body == world.attempts.last?.body)
        #expect(try world.outbox().map(\.state) == ["delivered"])
        #expect(try world.count("SELECT count(*) FROM attempt WHERE verdict = 'ambiguous'") == 1)
    }

    @Test("where a repeat cannot be recognised it says that it may be one")
    func markedRepeat() throws {
        let (world, _) = try world()
        world.routing.channels["reps"] = Channel(name: "reps", platform: World.slack("reps"))
        var isFirst = true
        world.answer = { _, _ in
            defer { isFirst = false }
            return isFirst ? .fallsSilent : .ok
        }
        try world.run(until: at("2026-03-02 12:00"))
        #expect(world.said.map(\.isMarkedRepeat) == [false, true])
    }

    @Test("what is too long for a platform is shortened once, then refused", arguments: [false, true])
    func tooLong(isStillTooLong: Bool) throws {
        let (world, _) = try world()
        var isFirst = true
        world.answer = { _, _ in
            defer { isFirst = false }
            return isFirst || isStillTooLong ? .status(413) : .ok
        }
        try world.run(until: at("2026-03-02 23:00"))
        #expect(world.attempts.count == 2)
        #expect(try world.outbox().map(\.state) == [isStillTooLong ? "refused" : "delivered"])
    }

    @Test("an answer that repeats the secret address is kept without it")
    func secretInAnswer() throws {
        let (world, _) = try world()
        world.routing.channels["reps"] = Channel(
            name: "reps", platform: Slack(url: Secret("https://hooks.example.com/services/T0/B0/TOPSECRETTOKEN")))
        world.answer = { _, _ in
            .status(404, #"{"error":"Not Found","path":"/services/T0/B0/TOPSECRETTOKEN","last":"TOPSECRETTOKEN"}"#)
        }
        try world.run(until: at("2026-03-02 12:00"))
        let kept = try world.store.database.query(
            "SELECT ifnull(detail, '') FROM attempt UNION ALL SELECT ifnull(reason, '') FROM outbox"
        ) { $0.text(0) }
        #expect(kept.contains { $0.contains("Not Found") } && !kept.joined().contains("SECRET"))
        #expect(!world.reports.map { "\($0.report)" }.joined().contains("SECRET"))
    }

    // MARK: The end of the process

    /// The first request is still on its way when the process ends.
    private func answerFirstLate(_ world: World) {
        var isFirst = true
        world.answer = { _, _ in
            defer { isFirst = false }
            var answer = Answer.ok
            answer.after = isFirst ? 30 : 0
            return answer
        }
    }

    @Test("what was in flight when the process ended is sent again, frozen, under its id", arguments: [true, false])
    func interrupted(isSafeToRepeat: Bool) throws {
        let (world, _) = try world()
        if !isSafeToRepeat {
            world.routing.channels["reps"] = Channel(name: "reps", platform: World.slack("reps"))
        }
        answerFirstLate(world)
        try world.run(until: at("2026-03-02 09:00:10"))
        #expect(try world.outbox().map(\.state) == ["sending"])
        try world.sql("UPDATE account SET next_step_on = '2026-04-01'")
        try world.restart()
        try world.run(until: at("2026-03-02 12:00"))
        #expect(world.attempts.count == 2)
        #expect(try world.outbox().map { [$0.state, "\($0.attempts)"] } == [["delivered", "2"]])
        #expect(try world.count("SELECT count(*) FROM attempt WHERE verdict = 'interrupted'") == 1)
        if isSafeToRepeat {
            #expect(world.attempts[0].id == world.attempts[1].id && world.attempts[0].body == world.attempts[1].body)
        } else {
            #expect(world.said.map(\.isMarkedRepeat) == [false, true])
        }
    }

    @Test(
        "what was in flight and cannot be said in the same words goes out under another id, marked",
        arguments: [
            "UPDATE person SET name = 'Ann Other' WHERE role = 'rep'",
            // As another version would write it.
            "UPDATE message SET body = replace(body, '\"Good morning ', '\"Hello ')",
        ])
    func otherWords(change: String) throws {
        let (world, _) = try world()
        answerFirstLate(world)
        try world.run(until: at("2026-03-02 09:00:10"))
        try world.sql(change)
        try world.restart()
        try world.run(until: at("2026-03-02 12:00"))
        #expect(try world.outbox().map { [$0.state, "\($0.attempts)"] } == [["delivered", "2"]])
        #expect(world.attempts[0].id != world.attempts[1].id)
        #expect(world.said.map(\.isMarkedRepeat) == [false, true])
    }

    @Test("a second process takes up nothing that was delivered")
    func deliveredStays() throws {
        let (world, _) = try world()
        try world.run(until: at("2026-03-02 09:00"))
        try world.restart()
        try world.restart()
        try world.run(until: at("2026-03-02 12:00"))
        #expect(world.attempts.count == 1)
    }

    @Test("another store's messages have other ids, so that no receiver takes them for repeats")
    func idsOfStores() throws {
        let ids = try (0..<2).map { _ in
            let (world, _) = try world()
            try world.run(until: at("2026-03-02 12:00"))
            return try #require(world.attempts.first?.id)
        }
        #expect(ids[0] != ids[1])
        #expect(ids.allSatisfy { !$0.contains(".") })
    }

    @Test("a channel that is gone from the configuration ends what waits for it")
    func goneChannel() throws {
        let (world, _) = try world()
        world.answer = { _, _ in .refusesConnections }
        try world.run(until: at("2026-03-02 09:10"))
        world.routing.channels["reps"] = nil
        try world.run(until: at("2026-03-02 23:00"))
        #expect(try world.outbox().map(\.state) == ["dropped"])
        #expect(try world.count("SELECT count(*) FROM message_item WHERE voided = 0") == 0)
    }
}
