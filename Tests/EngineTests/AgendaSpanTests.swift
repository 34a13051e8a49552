import CivilTime
import Coaching
import Store
import Testing

@testable import Engine

@Suite("Which days an agenda looks back on", .enabled(if: Zones.areThere, "tzdata is not installed"))
struct AgendaSpanTests {
    /// Mara leads Ana, who has a call a day to do, and Mara is away from Monday 9 to Wednesday 11 March.
    private func team(deputy: Bool) throws -> (world: World, ana: RowID) {
        let world = try World()
        world.forgetIdleness()
        let team = try world.team(zone: "Europe/London")
        let mara = try world.leader(of: team, zone: "Europe/London")
        let ana = try world.person("Ana", team: team, zone: "Europe/London", plan: ["touch": 1])
        try world.account("Acme", of: ana, nextStep: World.farStep)
        if deputy {
            let dora = try world.person("Dora", .leader, team: team, zone: "Europe/London")
            try world.sql("UPDATE team SET deputy_id = \(dora)")
        }
        try world.away(mara, "2026-03-09", "2026-03-11")
        return (world, ana)
    }

    private func agendas(_ world: World) -> [String: String] {
        Dictionary(
            world.said(.huddle).map { (String($0.at.rfc3339.prefix(10)), $0.text) },
            uniquingKeysWith: { _, last in last })
    }

    @Test("after the leader's absence the bars show the days that the reps worked", arguments: [true, false])
    func bars(deputy: Bool) throws {
        let (world, ana) = try team(deputy: deputy)
        for day in ["09", "10", "11"] {
            let noon = try at("2026-03-\(day) 12:00", in: "Europe/London")
            world.act(at: noon) { try world.touch(1, by: ana) }
        }
        try world.run(until: at("2026-03-12 12:00", in: "Europe/London"))
        #expect(agendas(world)["2026-03-12"]?.contains("Ana  ▁▁▇▇▇  3 of 5\n") == true)
    }

    private func say(_ text: String, by rep: RowID, for day: String, keptAt kept: String?, in world: World) throws {
        let instant = try kept.map { try at($0, in: "Europe/London").secondsSinceEpoch }
        try world.sql(
            """
            INSERT INTO commitment(rep_id, text, due_on, made_at, kept_at)
              VALUES (\(rep), '\(text)', '\(day)', 0, \(instant.map(String.init) ?? "NULL"))
            """)
    }

    @Test("what was said for the days in between is told with its day where nobody led a huddle")
    func alone() throws {
        let (world, ana) = try team(deputy: false)
        try say("the pricing", by: ana, for: "2026-03-09", keptAt: "2026-03-09 15:00", in: world)
        try world.run(until: at("2026-03-12 12:00", in: "Europe/London"))
        let agenda = agendas(world)["2026-03-12"] ?? ""
        #expect(agenda.contains("Said since Fri 6 Mar and for today (2 min)\n"), "\(agenda)")
        #expect(agenda.contains("Ana: the pricing, kept on Mon 9 Mar\n"), "\(agenda)")
    }

    @Test("what an agenda of the deputy told already is not told again")
    func deputy() throws {
        let (world, ana) = try team(deputy: true)
        try say("the pricing", by: ana, for: "2026-03-09", keptAt: "2026-03-09 15:00", in: world)
        try say("the early call", by: ana, for: "2026-03-11", keptAt: "2026-03-11 08:00", in: world)
        try say("the model", by: ana, for: "2026-03-11", keptAt: "2026-03-11 15:00", in: world)
        try world.run(until: at("2026-03-12 12:00", in: "Europe/London"))
        let told = agendas(world)
        #expect(told["2026-03-10"]?.contains("the pricing, kept") == true)
        #expect(told["2026-03-11"]?.contains("the early call, kept") == true)
        let agenda = told["2026-03-12"] ?? ""
        #expect(agenda.contains("Said yesterday and for today (2 min)\nAna: the model, kept\n"), "\(agenda)")
    }

    @Test("what is kept by hand does not move any more, also where the clock comes to it anew")
    func keptByHand() throws {
        let (world, ana) = try team(deputy: true)
        try say("the pricing", by: ana, for: "2026-03-03", keptAt: "2026-03-04 14:00", in: world)
        try world.run(until: at("2026-03-06 12:00", in: "Europe/London"))
        let told = agendas(world)
        #expect(told["2026-03-04"]?.contains("the pricing, said") == true)
        #expect(told["2026-03-05"]?.contains("the pricing, kept") == true)
        #expect(told["2026-03-06"]?.contains("the pricing") == false)
        #expect(try world.count("SELECT moved FROM commitment") == 1)
    }

    @Test("what was open on the first day is one number that only falls, whoever is away then")
    func backlog() throws {
        let world = try World()
        let team = try world.team(zone: "Europe/London")
        try world.leader(of: team, zone: "Europe/London")
        for name in ["Ana", "Ben"] {
            let rep = try world.person(name, team: team, zone: "Europe/London")
            for rank in 1...8 { try world.account("\(name) \(rank)", of: rep, rank: rank) }
            if name == "Ben" { try world.away(rep, "2026-03-02", "2026-03-03") }
        }
        try world.run(until: at("2026-03-06 12:00", in: "Europe/London"))
        let counts = world.said(.huddle).map { said in
            said.text.split(separator: "\n").first { $0.contains("open on the first day") }
                .flatMap { Int($0.prefix { $0.isNumber }) } ?? 0
        }
        #expect(counts.first == 16)
        #expect(counts == counts.sorted(by: >))
    }

    @Test("praise for asking comes with the first agenda after it, or not at all")
    func asking() throws {
        let (world, ana) = try team(deputy: true)
        // Written down late: nobody answered it for days.
        let asked = try at("2026-03-03 10:00", in: "Europe/London").secondsSinceEpoch
        world.act(at: try at("2026-03-05 10:00", in: "Europe/London")) {
            try world.sql("INSERT INTO ask(rep_id, text, asked_at) VALUES (\(ana), 'who knows?', \(asked))")
        }
        try world.run(until: at("2026-03-10 12:00", in: "Europe/London"))
        #expect(world.said(.huddle).allSatisfy { !$0.text.contains("asked the team for help") })
        let fresh = try at("2026-03-10 13:00", in: "Europe/London").secondsSinceEpoch
        world.act(at: try at("2026-03-10 13:00", in: "Europe/London")) {
            try world.sql("INSERT INTO ask(rep_id, text, asked_at) VALUES (\(ana), 'who else?', \(fresh))")
        }
        try world.run(until: at("2026-03-13 12:00", in: "Europe/London"))
        let told = world.said(.huddle).filter { $0.text.contains("Ana asked the team for help") }
        #expect(told.map { String($0.at.rfc3339.prefix(10)) } == ["2026-03-11"])
    }

    @Test("the first touch of an account where milestones are done is no first contact")
    func known() throws {
        let world = try World()
        let team = try world.team(zone: "Europe/London")
        try world.leader(of: team, zone: "Europe/London")
        let ana = try world.person("Ana", team: team, zone: "Europe/London")
        let acme = try world.account("Acme", of: ana, selected: "2026-01-05", nextStep: World.farStep)
        try world.sql(
            "INSERT INTO milestone(account_id, title, done_on) VALUES (\(acme), 'First meeting', '2026-01-20')")
        let mail = try at("2026-03-03 11:00", in: "Europe/London")
        world.act(at: mail) {
            try world.store.log(
                LoggedActivity(
                    personID: ana, accountID: acme, kind: .email, direction: .out, at: mail, stakeholderID: nil))
        }
        try world.run(until: at("2026-03-05 12:00", in: "Europe/London"))
        #expect(world.said(.huddle).allSatisfy { !$0.text.contains("first step") })
        let thanks = world.said(.morning, to: ana).flatMap(\.message.items).filter { $0.state == .thanks }
        #expect(thanks.first?.heading.text.hasPrefix("The first touch at Acme is logged: an e-mail") == true)
    }

    @Test("what the leader praised begins the rep's next message, once")
    func praise() throws {
        let world = try World()
        world.forgetIdleness()
        let team = try world.team(zone: "Europe/London")
        let mara = try world.leader("Mara Lind", of: team, zone: "Europe/London")
        let ana = try world.person("Ana", team: team, zone: "Europe/London")
        for rank in 1...12 { try world.account("Account \(rank)", of: ana, rank: rank) }
        for (day, time) in [("2026-03-03", "12:00"), ("2026-03-05", "08:59")] {
            let instant = try at("\(day) \(time)", in: "Europe/London")
            world.act(at: instant) {
                try world.store.editing(as: "mara.lind@example.com", at: instant) {
                    _ = try world.store.praise(ana, by: mara, about: 1, on: date(day), "the visit was brave")
                }
            }
        }
        try world.run(until: at("2026-03-06 23:00", in: "Europe/London"))
        let heard = world.said(.morning, to: ana).map { said in
            said.text.split(separator: "\n").dropFirst().first.map(String.init)
                == "Mara on Account 1: the visit was brave."
        }
        #expect(heard == [false, false, true, true, false])
        #expect(world.said(.afternoon, to: ana).allSatisfy { !$0.text.contains("brave") })
    }
}
