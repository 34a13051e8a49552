import Chat
import CivilTime
import Coaching
import Store
import Testing

@testable import Engine

/// Monday 2 March 2026, in UTC.
@Suite("Who is reached where, and what is previewed")
struct RouteTests {
    private func world(reps: Int = 2) throws -> (world: World, team: RowID, mara: RowID, reps: [RowID]) {
        let world = try World()
        world.forgetIdleness()
        let team = try world.team()
        let mara = try world.leader(of: team)
        let reps = try ["Ana", "Ben", "Chidi"].prefix(reps).map { name in
            let rep = try world.person(name, team: team)
            for number in 1...4 { try world.account("\(name) \(number)", of: rep, rank: number) }
            return rep
        }
        return (world, team, mara, reps)
    }

    @Test("what waits for a channel that was renamed goes to the one that leads there now, and that is told")
    func renamed() throws {
        let (world, _, _, reps) = try world()
        world.routeReps()
        world.answer = { _, _ in .status(503) }
        try world.run(until: at("2026-03-02 09:00:30"))
        world.routing.channels = ["ana": Channel(name: "ana", platform: World.webhook("ana"))]
        world.routing.top.rep = "ana"
        try world.engine.reconfigure(policy: world.policy, routing: world.routing)
        let reports = try world.queue.reconfigured(
            at: world.now, roster: world.engine.roster, channels: world.routing.channels)
        #expect(reports == [.rerouted(channel: "reps", to: "ana", count: 2)])
        world.answer = { _, _ in .ok }
        let before = world.said.count
        try world.run(until: at("2026-03-02 12:00"))
        let said = world.said.dropFirst(before).filter { $0.kind == .morning }
        #expect(Set(said.map(\.channel)) == ["ana"] && Set(said.compactMap(\.person)) == Set(reps))
    }

    @Test("a long backlog of a channel that is gone goes in pieces between which others may write, and is told once")
    func backlog() throws {
        let (world, _, _, reps) = try world()
        world.routeReps()
        world.answer = { _, _ in .status(503) }
        try world.run(until: at("2026-03-02 09:00:30"))
        try world.sql(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500)
              INSERT INTO message(kind, person_id, on_date, composed_at, text, body)
              SELECT kind, person_id, on_date, composed_at, text, body FROM n, message WHERE kind = 'morning' AND person_id = \(reps[0]);
            INSERT INTO outbox(message_id, channel, key, not_before, next_attempt_at, expires_at)
              SELECT m.id, 'reps', m.id, o.not_before, o.next_attempt_at, o.expires_at FROM message m,
                (SELECT * FROM outbox WHERE channel = 'reps' LIMIT 1) o
              WHERE m.kind = 'morning' AND m.id NOT IN (SELECT message_id FROM outbox);
            """)
        let waiting = try world.count("SELECT count(*) FROM outbox WHERE channel = 'reps' AND ended_at IS NULL")
        world.routing.channels = ["ana": Channel(name: "ana", platform: World.webhook("ana"))]
        world.routing.top.rep = "ana"
        try world.engine.reconfigure(policy: world.policy, routing: world.routing)
        let first = try world.store.database.transaction {
            try world.queue.reroute(from: "reps", world.engine.roster, world.now)
        }
        #expect(first == [.rerouted(channel: "reps", to: "ana", count: 4 * DeliveryQueue.batch)])
        let reports = try world.queue.reconfigured(
            at: world.now, roster: world.engine.roster, channels: world.routing.channels)
        #expect(reports == [.rerouted(channel: "reps", to: "ana", count: waiting - 4 * DeliveryQueue.batch)])
        #expect(try world.count("SELECT count(*) FROM outbox WHERE channel = 'reps' AND ended_at IS NULL") == 0)
    }

    @Test("what may have arrived at the channel that is gone says so where it goes now")
    func mayHaveArrived() throws {
        let (world, _, _, _) = try world()
        world.routeReps()
        world.answer = { _, _ in Answer(.failure(.connectionLost(sent: true))) }
        try world.run(until: at("2026-03-02 09:00:30"))
        world.routing.channels = ["ana": Channel(name: "ana", platform: World.webhook("ana"))]
        world.routing.top.rep = "ana"
        try world.engine.reconfigure(policy: world.policy, routing: world.routing)
        _ = try world.queue.reconfigured(
            at: world.now, roster: world.engine.roster, channels: world.routing.channels)
        world.answer = { _, _ in .ok }
        try world.run(until: at("2026-03-02 12:00"))
        let there = world.said.filter { $0.channel == "ana" && $0.kind == .morning }
        #expect(there.count == 2)
        #expect(
            there.allSatisfy {
                $0.text.contains(#"(Came here because \"reps\" gave no answer; it may have arrived there.)"#)
            })
    }

    @Test("what waits for a channel that is gone and has no other way is dropped, and told with its count")
    func removed() throws {
        let (world, _, _, _) = try world()
        world.routeReps()
        world.routeLeader()
        world.answer = { _, _ in .status(503) }
        try world.run(until: at("2026-03-02 09:00:30"))
        world.routing.channels["reps"] = nil
        world.routing.top.rep = nil
        try world.engine.reconfigure(policy: world.policy, routing: world.routing)
        let reports = try world.queue.reconfigured(
            at: world.now, roster: world.engine.roster, channels: world.routing.channels)
        #expect(reports == [.rerouted(channel: "reps", to: nil, count: 2)])
        #expect(try world.outbox().filter { $0.channel == "reps" }.allSatisfy { $0.state == "dropped" })
    }

    @Test("with nothing routed all is said on the console")
    func console() throws {
        let (world, _, _, _) = try world()
        try world.run(until: at("2026-03-02 12:00"))
        #expect(Set(world.said.map(\.channel)) == ["console"])
        #expect(world.said.map(\.kind).sorted { $0.rawValue < $1.rawValue } == [.huddle, .morning, .morning])
    }

    @Test("other settings that cannot be taken over, since the store cannot be read, change nothing")
    func failedReconfiguration() throws {
        let (world, _, _, _) = try world()
        world.routeReps()
        try world.run(until: at("2026-03-02 08:00"))
        var policy = PolicySettings()
        policy.top.morning = try TimeOfDay(parsing: "10:00")
        try world.sql("BEGIN; ALTER TABLE away RENAME TO elsewhere")
        #expect(throws: (any Error).self) { try world.engine.reconfigure(policy: policy, routing: Routing()) }
        try world.sql("ROLLBACK")
        // Somebody new has the engine look at everybody again.
        let newcomer = try world.person("Dilan")
        try world.account("Dilan 1", of: newcomer, rank: 1)
        try world.run(until: at("2026-03-02 09:00"))
        #expect(world.said(.morning).count == 3 && Set(world.said(.morning).map(\.channel)) == ["reps"])
    }

    @Test("a room of several reps is not theirs alone: nothing private is sent there, and the roster says why")
    func sharedRoom() throws {
        let (world, _, _, reps) = try world()
        world.routeReps(to: World.slack("reps"))
        world.routeLeader()
        try world.run(until: at("2026-03-02 23:00"))
        #expect(world.said.map(\.kind) == [.huddle])
        let roster = try world.engine.roster
        for rep in reps { #expect(roster.members[rep]?.unreached?.contains("reps") == true) }
        #expect(try world.outbox().map(\.kind) == ["huddle"])
    }

    @Test("a team that wants its nudges in its room says so, and gets them there")
    func wantedRoom() throws {
        let (world, _, _, _) = try world()
        world.routeReps(to: World.slack("reps"), isShared: true)
        try world.run(until: at("2026-03-02 12:00"))
        #expect(world.said.map(\.kind) == [.morning, .morning])
    }

    @Test("an incoming webhook may serve one person; a webhook that gets the recipient in its body may serve all")
    func ownRooms() throws {
        let (world, _, _, reps) = try world(reps: 3)
        world.routing.channels["ana"] = Channel(name: "ana", platform: World.slack("ana"))
        world.routing.channels["all"] = Channel(name: "all", platform: World.webhook("all"))
        world.routing.top.rep = "all"
        world.routing.people["ana@example.com"] = Routes()
        world.routing.people["ana@example.com"]?.rep = "ana"
        try world.run(until: at("2026-03-02 12:00"))
        #expect(world.said.filter { $0.channel == "ana" }.map(\.person) == [reps[0]])
        #expect(Set(world.said.filter { $0.channel == "all" }.map(\.person)) == [reps[1], reps[2]])
        let bodies = world.attempts.filter { $0.channel == "all" }.map(\.body)
        #expect(
            bodies.contains { $0.contains("ben@example.com") } && bodies.contains { $0.contains("chidi@example.com") })
    }

    @Test("the routes of a team and of a person go before those of all")
    func layers() throws {
        let (world, _, _, reps) = try world()
        for name in ["top", "north", "ana"] {
            world.routing.channels[name] = Channel(name: name, platform: World.webhook(name))
        }
        world.routing.top.rep = "top"
        world.routing.teams["Team North"] = Routes()
        world.routing.teams["Team North"]?.rep = "north"
        world.routing.people["ana@example.com"] = Routes()
        world.routing.people["ana@example.com"]?.rep = "ana"
        let zoe = try world.person("Zoe")
        try world.account("Zoe's", of: zoe)
        try world.run(until: at("2026-03-02 12:00"))
        let channels = Dictionary(uniqueKeysWithValues: world.said(.morning).map { ($0.person, $0.channel) })
        #expect(channels == [reps[0]: "ana", reps[1]: "north", zoe: "top"])
    }

    @Test(
        "a rep whose own room is the team's room, or somebody else's, is not sent his nudges there",
        arguments: ["team", "leader"])
    func othersRoom(route: String) throws {
        let (world, _, _, _) = try world(reps: 1)
        world.routing.channels["room"] = Channel(name: "room", platform: World.slack("room"))
        world.routing.people["ana@example.com"] = Routes()
        world.routing.people["ana@example.com"]?.rep = "room"
        if route == "team" { world.routing.top.team = "room" } else { world.routing.top.leader = "room" }
        try world.run(until: at("2026-03-02 12:00"))
        #expect(world.said(.morning).isEmpty)
    }

    @Test("two channels with one address are one room")
    func oneAddress() throws {
        let (world, _, _, _) = try world()
        for name in ["ana", "ben"] {
            world.routing.channels[name] = Channel(name: name, platform: World.slack("same"))
            world.routing.people["\(name)@example.com"] = Routes()
            world.routing.people["\(name)@example.com"]?.rep = name
        }
        try world.run(until: at("2026-03-02 12:00"))
        #expect(world.said(.morning).isEmpty)
    }

    @Test("a fallback that is a room of several reps is not used for what is private")
    func sharedFallback() throws {
        let (world, _, _, _) = try world()
        world.routeReps(fallback: World.slack("all"))
        world.answer = { shipment, _ in shipment.channel.name == "reps" ? .status(404) : .ok }
        try world.run(until: at("2026-03-02 23:00"))
        #expect(world.said.isEmpty)
        #expect(try Set(world.outbox().map(\.state)) == ["refused"])
    }

    @Test("an agenda goes neither to the team's room nor there as its fallback, and the roster says so")
    func agendaInTheOpen() throws {
        let (world, _, _, _) = try world()
        world.routing.channels["room"] = Channel(name: "room", platform: World.slack("room"))
        world.routing.channels["same"] = Channel(name: "same", platform: World.slack("room"))
        (world.routing.top.team, world.routing.top.fallback) = ("room", "same")
        world.routeLeader()
        world.answer = { shipment, _ in shipment.channel.name == "leads" ? .status(404) : .ok }
        try world.run(until: at("2026-03-02 23:00"))
        #expect(Set(world.said.map(\.kind)) == [.team])
        #expect(try world.engine.roster.problems.contains { $0.contains("the fallback \"same\" is a room of several") })
        world.routing.top.leader = "same"
        try world.restart()
        let roster = try world.engine.roster
        #expect(roster.teams.first?.leaderChannel == nil)
        #expect(roster.problems.contains { $0.contains("the agenda names gaps, so it does not go to \"same\"") })
    }

    @Test("the fallback that reps share is none for an agenda; the leader's own is")
    func agendaFallback() throws {
        let (world, _, mara, _) = try world()
        world.routeLeader()
        world.routeReps(fallback: World.slack("all"))
        #expect(try world.engine.roster.teams.first?.agendaFallback == nil)
        world.routing.channels["mara"] = Channel(name: "mara", platform: World.slack("mara"))
        world.routing.people["mara@example.com"] = Routes()
        world.routing.people["mara@example.com"]?.fallback = "mara"
        try world.restart()
        let roster = try world.engine.roster
        #expect(roster.teams.first?.agendaFallback?.name == "mara" && roster.members[mara]?.fallback?.name == "mara")
    }

    @Test("an id on a platform that two people have reaches neither alone, and a bot without the leader's id is told")
    func handles() throws {
        let (world, _, mara, reps) = try world(reps: 3)
        let matrix = Matrix(server: "https://matrix.example.com", token: Secret("token"), roomID: nil)
        world.routeReps(to: matrix)
        world.routeLeader(to: matrix)
        for (rep, id) in zip(reps, ["!both:example.com", "!both:example.com", "!chidi:example.com"]) {
            try world.store.database.run(
                "INSERT INTO handle(person_id, platform, value) VALUES (?, 'matrix', ?)", .integer(rep), .text(id))
        }
        let roster = try world.engine.roster
        #expect(roster.members[reps[0]]?.unreached == "the id on matrix is another person's too")
        #expect(roster.members[reps[1]]?.channel == nil && roster.members[reps[2]]?.channel?.name == "reps")
        #expect(roster.members[mara]?.channel == nil)
        #expect(
            roster.problems.contains { $0.contains("the agenda does not reach mara@example.com through \"leads\"") })
    }

    @Test("a team's room hears praise, focus and who is away, and nothing else")
    func teamRoom() throws {
        let (world, _, _, reps) = try world()
        world.routing.channels["room"] = Channel(name: "room", platform: World.slack("room"))
        world.routing.top.team = "room"
        world.routeLeader()
        try world.away(reps[1], "2026-03-02", "2026-03-03")
        try world.run(until: at("2026-03-02 23:00"))
        #expect(world.said.filter { $0.channel == "room" }.map(\.kind) == [.team])
        let text = try #require(world.said(.team).first?.text)
        #expect(text.contains("Ben") && text.contains("Wed 4 Mar"))
        #expect(!text.contains("next step") && !text.contains("of 6") && !text.contains("□"))
    }

    @Test(
        "a preview says what would be said and changes nothing in the store",
        arguments: ["2026-03-02 00:00", "2026-03-02 08:59", "2026-03-04 12:00", "2026-03-07 12:00"])
    func preview(moment: String) throws {
        let (world, _, _, reps) = try world()
        if moment > "2026-03-02 08" { try world.run(until: at("2026-03-02 08:59")) }
        try world.sql("UPDATE account SET next_step_on = '2026-04-01' WHERE rank = 1")
        let before = try world.dump()
        let engine = try world.engine
        let ana = try #require(engine.roster.members[reps[0]])
        let team = try #require(engine.roster.teams.first)
        for kind in [Message.Kind.morning, .afternoon] { _ = try engine.preview(kind, for: ana, at: at(moment)) }
        _ = try engine.previewHuddle(team, at: at(moment))
        #expect(try world.dump() == before)
        #expect(!world.store.database.isInTransaction)
    }

    @Test("what is previewed at the second of the slot is what is said")
    func previewIsTrue() throws {
        let (world, _, _, reps) = try world()
        try world.run(until: at("2026-03-02 08:39"))
        let engine = try world.engine
        let ana = try #require(engine.roster.members[reps[0]])
        let agenda = try engine.previewHuddle(try #require(engine.roster.teams.first), at: at("2026-03-02 08:40"))
        // What the agenda asks about an account the morning does not ask again.
        try world.run(until: at("2026-03-02 08:59"))
        let morning = try engine.preview(.morning, for: ana, at: at("2026-03-02 09:00"))
        try world.run(until: at("2026-03-02 09:00"))
        #expect(world.said(.huddle).map(\.text) == [agenda?.agenda.plainText])
        #expect(world.said(.morning, to: reps[0]).map(\.text) == [morning?.plainText])
    }
}
