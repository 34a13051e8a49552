import Chat
import CivilTime
import Coaching
import Store
import Testing

@testable import Engine

/// From Monday 2 March 2026 on, in UTC.
@Suite("What is mentioned, when, and how often")
struct LadderTests {
    /// A rep with one account, and nothing but its missing next step to speak of.
    private func world(accounts: Int = 1) throws -> (world: World, ana: RowID, accounts: [RowID]) {
        let world = try World()
        world.forgetIdleness()
        let ana = try world.person("Ana")
        let accounts = try (1...accounts).map { try world.account("Account \($0)", of: ana, rank: $0) }
        return (world, ana, accounts)
    }

    private func days(_ said: [World.Said]) -> [String] { said.map { String($0.at.rfc3339.prefix(10)) } }

    /// The days on which an account was an item, thanks not counted.
    private func mentions(of account: RowID, in world: World) -> [String] {
        days(world.said.filter { $0.message.items.contains { $0.accountID == account && $0.state != .thanks } })
    }

    @Test("an episode is mentioned when its turn comes, 2 and 6 working days later, and never again")
    func ladder() throws {
        let (world, _, accounts) = try world()
        try world.run(until: at("2026-06-30 23:00"))
        #expect(mentions(of: accounts[0], in: world) == ["2026-03-02", "2026-03-04", "2026-03-10"])
        #expect(world.said.flatMap(\.message.items).map(\.rung) == [1, 2, 3])
        #expect(world.said.flatMap(\.message.items).map(\.state) == [.new, .still, .still])
    }

    @Test("the ladder counts the rep's own working days")
    func ownWorkingDays() throws {
        let (world, ana, accounts) = try world()
        try world.away(ana, "2026-03-03", "2026-03-06")
        try world.run(until: at("2026-06-30 23:00"))
        #expect(mentions(of: accounts[0], in: world) == ["2026-03-02", "2026-03-10", "2026-03-16"])
    }

    @Test("what no channel delivered does not count as said", arguments: [404, 0, 503])
    func undelivered(status: Int) throws {
        let (world, _, accounts) = try world()
        world.routeReps()
        world.answer = { _, now in
            now.rfc3339 >= "2026-03-05" ? .ok : status == 0 ? .refusesConnections : .status(status)
        }
        try world.run(until: at("2026-06-30 23:00"))
        #expect(mentions(of: accounts[0], in: world) == ["2026-03-05", "2026-03-09", "2026-03-13"])
        #expect(world.said.flatMap(\.message.items).map(\.rung) == [1, 2, 3])
    }

    @Test("a person whom no channel reaches is told nothing, so nothing counts as said")
    func unreached() throws {
        let (world, ana, _) = try world()
        world.routeLeader()
        try world.run(until: at("2026-03-20 23:00"))
        #expect(world.said.isEmpty)
        #expect(try world.outbox().isEmpty)
        #expect(try world.store.openEpisodes(.rep(ana)).allSatisfy { $0.mentions == 0 && $0.firstMentionedOn == nil })
    }

    @Test("a quiet account is asked about once")
    func quiet() throws {
        let world = try World()
        let ana = try world.person("Ana")
        try world.account("Wayne", of: ana, nextStep: World.farStep, touched: at("2026-02-27 10:00"))
        try world.run(until: at("2026-03-19 23:00"))
        // Quiet after 5 whole working days, stalled after 10: another episode.
        #expect(days(world.said.filter { $0.message.items.contains { $0.kind == .quiet } }) == ["2026-03-09"])
        #expect(days(world.said.filter { $0.message.items.contains { $0.kind == .stalled } }).first == "2026-03-16")
    }

    @Test(
        "a touch on the day on which a quiet account stalls answers what was asked about it: thanked for, and an effect"
    )
    func quietThenStalled() throws {
        let world = try World()
        world.policy.top.quiet = 9
        let team = try world.team()
        let ana = try world.person("Ana", team: team)
        let wayne = try world.account("Wayne", of: ana, nextStep: World.farStep, touched: at("2026-02-27 10:00"))
        world.act(at: try at("2026-03-16 12:00")) {
            try world.touch(wayne, by: ana, at: world.now)
            try world.account("Another", of: ana, rank: 2, touched: world.now)
        }
        try world.run(until: at("2026-03-17 23:00"))
        #expect(
            days(world.said.filter { $0.message.items.contains { $0.kind == .quiet && $0.state != .thanks } }) == [
                "2026-03-13"
            ])
        #expect(
            days(world.said.filter { $0.message.items.contains { $0.accountID == wayne && $0.state == .thanks } })
                == ["2026-03-16"])
        let roster = try world.engine.roster
        let effects = try Effects(store: world.store, roster: roster).effects(in: roster.teams[0], at: world.now)
        #expect(effects.first { $0.kind == .quiet } == Effect(.quiet, mentions: 1, helped: 1))
    }

    @Test("a ladder that ended becomes an item for the leader", arguments: [true, false])
    func leader(isStalled: Bool) throws {
        let world = try World()
        if !isStalled { world.forgetIdleness() }
        let team = try world.team()
        try world.leader(of: team)
        let ana = try world.person("Ana", team: team)
        let acme = try world.account(
            "Acme", of: ana, nextStep: isStalled ? World.farStep : nil, touched: at("2026-02-02 10:00"))
        // Enough others that rotation alone does not bring it every day.
        for number in 1...30 {
            try world.account("Healthy \(number)", of: ana, nextStep: World.farStep, touched: at("2026-03-02 08:00"))
            world.policy.top.quiet = isStalled ? nil : 10_000
        }
        for day in ["05", "10", "13", "18", "23", "27"] {
            world.act(at: try at("2026-03-\(day) 11:00")) {
                try world.sql(
                    """
                    INSERT INTO activity(person_id, account_id, kind, occurred_at)
                    SELECT rep_id, id, 'call', \(world.now.secondsSinceEpoch) FROM account WHERE name LIKE 'Healthy%'
                    """)
            }
        }
        try world.run(until: at("2026-03-20 23:00"))
        // First mentioned on 2 March: ten working days later is 16 March.
        let onAgenda = world.said(.huddle).filter { said in
            said.message.items.contains { $0.accountID == acme && $0.state != .rotation }
        }
        let isLeaders = days(onAgenda).contains { $0 >= "2026-03-16" }
        if isStalled {
            #expect(isLeaders)
        } else {
            #expect(isLeaders)
        }
    }

    @Test("a question that was answered by an act is thanked for once, by the act")
    func thanks() throws {
        let (world, _, accounts) = try world(accounts: 30)
        // The first to be asked about.
        world.act(at: try at("2026-03-02 15:00")) {
            try world.sql(
                "UPDATE account SET next_step = 'send the model', next_step_on = '2026-03-20' WHERE id = \(accounts[0])"
            )
        }
        try world.run(until: at("2026-03-13 23:00"))
        let thanks = world.said.flatMap { said in
            said.message.items.filter { $0.state == .thanks }.map { (said.at, $0) }
        }
        #expect(thanks.map(\.1.accountID) == [accounts[0]])
        #expect(try thanks.map(\.0) == [at("2026-03-03 09:00")])
        #expect(thanks.first?.1.heading.text.contains("send the model") == true)
        #expect(thanks.first?.1.number == nil)
    }

    @Test("one act that answers two questions about an account is thanked for once")
    func oneThanksAnAct() throws {
        let world = try World()
        let ana = try world.person("Ana")
        let acme = try world.account("Acme", of: ana)
        try world.account("Boll", of: ana)
        try world.account("Cary", of: ana)
        try world.run(until: at("2026-03-13 18:00"))
        try world.sql(
            """
            INSERT INTO hold(account_id, from_on, until_on, reason)
              VALUES (\(acme), '2026-03-16', '2026-05-29', 'budget freeze')
            """)
        try world.run(until: at("2026-03-31 18:00"))
        #expect(
            try world.store.database.first(
                "SELECT count(DISTINCT id) FROM finding WHERE account_id = ? AND mentions > 0 AND resolved_by = 'hold'",
                .integer(acme)
            ) { $0.int(0) } ?? 0 > 1)
        let thanks = world.said(.morning, to: ana).filter { $0.text.contains("Acme rests until") }
        #expect(thanks.count == 1)
    }

    @Test("a thank you does not hide what only today makes possible")
    func thanksBesideToday() throws {
        let world = try World()
        let ana = try world.person("Ana")
        let acme = try world.account("Acme", of: ana)
        try world.run(until: at("2026-03-13 18:00"))
        try world.sql(
            """
            INSERT INTO hold(account_id, from_on, until_on, reason)
              VALUES (\(acme), '2026-03-16', '2026-03-17', 'stocktaking')
            """)
        try world.run(until: at("2026-03-18 18:00"))
        let last = world.said(.morning, to: ana).last
        #expect(last?.text.contains("its hold ended yesterday") == true, "\(last?.text ?? "")")
    }

    @Test("thanks that did not arrive are said in the next message that does")
    func lostThanks() throws {
        let (world, _, accounts) = try world(accounts: 30)
        world.routeReps()
        world.answer = { _, now in now.rfc3339.hasPrefix("2026-03-03") ? .status(404) : .ok }
        world.act(at: try at("2026-03-02 15:00")) {
            try world.sql("UPDATE account SET next_step_on = '2026-03-20' WHERE id = \(accounts[0])")
        }
        try world.run(until: at("2026-03-13 23:00"))
        let thanked = world.said.filter { $0.message.items.contains { $0.state == .thanks } }
        #expect(days(thanked) == ["2026-03-04"])
    }

    @Test("over the weeks every account with something open comes up")
    func rotation() throws {
        let (world, ana, accounts) = try world(accounts: 50)
        try world.run(until: at("2026-05-29 23:00"))
        let heard = Set(world.said(.morning, to: ana).flatMap(\.message.items).compactMap(\.accountID))
        #expect(heard == Set(accounts))
    }

    @Test("an account is not asked the same question again within ten working days")
    func questions() throws {
        let (world, ana, _) = try world(accounts: 8)
        for account in 1...8 {
            try world.sql(
                "INSERT INTO milestone(account_id, title, due_on) SELECT id, 'CFO met', '2026-03-01' FROM account WHERE rank = \(account)"
            )
        }
        try world.run(until: at("2026-05-29 23:00"))
        let calendar = WorkingCalendar(workdays: .mondayToFriday)
        var asked: [String: CivilDate] = [:]
        for said in world.said(.morning, to: ana) {
            let day = try date(String(said.at.rfc3339.prefix(10)))
            for item in said.message.items {
                guard let key = item.questionKey, let account = item.accountID else { continue }
                if let before = asked["\(account) \(key)"] {
                    #expect(calendar.workingDays(after: before, before: day) + 1 > 10, "\(key) on \(before) and \(day)")
                }
                asked["\(account) \(key)"] = day
            }
        }
        #expect(asked.count > 20)
    }
}
