import Chat
import CivilTime
import Coaching
import Store
import Testing

@testable import Engine

/// Morning plans of Monday 2 March 2026, 09:00 in UTC; the working day ends at 17:30.
@Suite("How long a message waits for its channel")
struct PatienceTests {
    @Test("a channel that takes nothing for a while keeps its messages; after ten minutes their fallback takes over")
    func patience() throws {
        for (back, channel) in [("09:08", "reps"), ("12:00", "fallback")] {
            let world = try World.ofReps(10)
            world.routeReps(fallback: World.webhook("spare"))
            let back = try at("2026-03-02 \(back)")
            world.answer = { shipment, now in
                shipment.channel.name == "reps" && now < back ? .refusesConnections : .ok
            }
            try world.run(until: at("2026-03-02 12:30"))
            #expect(world.said(.morning).count == 10 && world.said(.morning).allSatisfy { $0.channel == channel })
            let (early, late) = (try at("2026-03-02 09:08"), try at("2026-03-02 09:20"))
            #expect(world.said(.morning).allSatisfy { early <= $0.at && $0.at <= late })
        }
    }

    @Test(
        "what would be over before a channel takes messages again goes to the fallback at once, also what comes later",
        arguments: [429, 503])
    func pauseBeyondTheEnd(status: Int) throws {
        let world = try World.ofReps(10)
        world.routeReps(fallback: World.webhook("spare"))
        world.answer = { shipment, _ in
            shipment.channel.name == "reps" ? .status(status, retryAfter: "43200") : .ok
        }
        world.act(at: try at("2026-03-02 12:00")) {
            try world.account("New", of: try #require(world.said.first?.person), rank: 4)
        }
        try world.run(until: at("2026-03-02 17:29"))
        #expect(world.attempts.count { $0.channel == "reps" } == 1)
        #expect(world.said(.morning).count == 10 && world.said(.afternoon).count == 1)
        #expect(world.said.allSatisfy { $0.channel == "fallback" })
        let minute = try at("2026-03-02 09:01")
        #expect(world.said(.morning).allSatisfy { $0.at < minute })
        #expect(try world.count("SELECT count(*) FROM outbox WHERE state = 'expired'") == 0)
    }

    @Test("of channels that are shut for unlike spans each keeps what it can still send")
    func unlikePauses() throws {
        let world = try World.ofReps(4)
        world.routeReps(fallback: World.webhook("spare"))
        world.routing.channels["long"] = Channel(name: "long", platform: World.webhook("long"))
        for index in 0..<2 {
            world.routing.people["rep\(index)@example.com"] = Routes()
            world.routing.people["rep\(index)@example.com"]?.rep = "long"
        }
        let calm = try at("2026-03-02 09:30")
        world.answer = { shipment, now in
            switch shipment.channel.name {
            case "long": .status(503, retryAfter: "43200")
            case "reps" where now < calm: .status(503, retryAfter: "3600")
            default: .ok
            }
        }
        try world.run(until: at("2026-03-02 09:15"))
        #expect(world.said.map(\.channel) == ["fallback", "fallback"])
        try world.run(until: at("2026-03-02 12:00"))
        #expect(world.said.map(\.channel) == ["fallback", "fallback", "reps", "reps"])
    }

    @Test("nor is the last try before its end the end of a message that has a fallback")
    func lastTry() throws {
        let world = try World.ofReps(3)
        world.routeReps(fallback: World.webhook("spare"))
        // A quarter of an hour before the end of the day nothing is open for ten minutes yet.
        let down = try at("2026-03-02 17:27")
        world.answer = { shipment, now in
            shipment.channel.name != "reps" ? .ok : now < down ? .status(429, retryAfter: "900") : .refusesConnections
        }
        try world.run(until: at("2026-03-02 18:00"))
        #expect(world.said(.morning).count == 3 && world.said.allSatisfy { $0.channel == "fallback" })
        #expect(try world.count("SELECT count(*) FROM outbox WHERE state = 'expired'") == 0)
    }

    @Test("a server that only asks for fewer messages is waited for, however often it does")
    func patienceWithThrottles() throws {
        let world = try World.ofReps(2)
        world.routeReps(fallback: World.webhook("spare"))
        let calm = try at("2026-03-02 11:00")
        world.answer = { shipment, now in
            shipment.channel.name == "reps" && now < calm ? .status(429, retryAfter: "300") : .ok
        }
        try world.run(until: at("2026-03-02 12:00"))
        #expect(world.attempts.count >= 10)
        #expect(world.said.count == 2 && world.said.allSatisfy { $0.channel == "reps" })
    }

    @Test("mailboxes that take nothing yet say nothing of the others")
    func greylisting() throws {
        let world = try World.ofReps(20)
        world.routing.channels["reps"] = Channel(
            name: "reps",
            platform: Email(server: "smtps://mail.example.com", from: try #require(EmailAddress("coachd@example.com"))))
        let listed = try at("2026-03-02 09:05")
        world.answer = { shipment, now in
            shipment.row.id % 2 == 0 && now < listed ? .status(451, "4.7.1 greylisted, try later") : .status(250)
        }
        try world.run(until: at("2026-03-02 09:00:30"))
        #expect(try world.count("SELECT count(*) FROM outbox WHERE state = 'delivered'") == 10)
        try world.restart()
        try world.run(until: at("2026-03-02 09:20"))
        #expect(try world.count("SELECT count(*) FROM outbox WHERE state = 'delivered'") == 20)
        #expect(!world.reports.contains { if case .opened = $0.report { true } else { false } })
    }

    @Test("what nobody understands may have been a yes: the repeat says so, or waits for the operator")
    func unclearAnswer() throws {
        for choice in OnAmbiguous.allCases {
            let world = try World.ofReps(1)
            world.routing.channels["reps"] = Channel(name: "reps", platform: World.slack("reps"), onAmbiguous: choice)
            var count = 0
            world.answer = { _, _ in
                count += 1
                return count == 1 ? .status(200, "<html>Welcome</html>") : .ok
            }
            try world.run(until: at("2026-03-02 12:00"))
            #expect(world.attempts.count == (choice == .hold ? 1 : 2))
            #expect(world.said.map(\.isMarkedRepeat) == (choice == .hold ? [] : [true]))
        }
    }
}
