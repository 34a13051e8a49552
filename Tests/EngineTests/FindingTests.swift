import CivilTime
import Coaching
import Store
import Testing

@testable import Engine

/// From Monday 2 March 2026 on, in UTC.
@Suite("Episodes follow the rows")
struct FindingTests {
    @Test("what was open at the first look is a backlog, what opens later is not")
    func backlog() throws {
        let world = try World()
        world.forgetIdleness()
        let ana = try world.person("Ana")
        for number in 1...5 { try world.account("Old \(number)", of: ana, rank: number) }
        world.act(at: try at("2026-03-02 11:00")) { try world.account("New", of: ana, rank: 6) }
        try world.run(until: at("2026-03-02 12:00"))
        let episodes = try world.store.openEpisodes(.rep(ana))
        #expect(episodes.count == 6)
        #expect(episodes.count(where: \.isBacklog) == 5)
    }

    @Test("a store without marks, as an import leaves it, is a backlog at the first look")
    func backlogAfterImport() throws {
        let world = try World()
        world.forgetIdleness()
        let ana = try world.person("Ana")
        for number in 1...5 { try world.account("Old \(number)", of: ana, rank: number) }
        try world.sql("DELETE FROM changed_account; DELETE FROM changed_person; DELETE FROM changed_day")
        try world.run(until: at("2026-03-03 12:00"))
        #expect(try world.store.openEpisodes(.rep(ana)).count(where: \.isBacklog) == 5)
    }

    @Test("a first look on a weekend waits for Monday, and is still the first")
    func weekend() throws {
        let world = try World("2026-02-28 10:00")
        world.forgetIdleness()
        let ana = try world.person("Ana")
        try world.account("Acme", of: ana)
        try world.run(until: at("2026-03-01 23:00"))
        #expect(try world.store.openEpisodes(.rep(ana)).isEmpty)
        try world.restart()
        try world.run(until: at("2026-03-02 08:00"))
        #expect(try world.store.openEpisodes(.rep(ana)).map(\.isBacklog) == [true])
    }

    @Test("numbers and dates that nobody can mean, as SQL can write them, stop nothing", arguments: [Int64.max, .min])
    func extremes(number: Int64) throws {
        let world = try World()
        let team = try world.team()
        let mara = try world.leader(of: team)
        let ana = try world.person("Ana", team: team, plan: ["call": 1])
        let acme = try world.account("Acme", of: ana, rank: 1)
        try world.account("Borg", of: ana, rank: 2, touched: at("2026-03-02 00:00"))
        let large = max(number, 1)
        let (first, last) = ("0001-01-01", "9999-12-31")
        try world.sql(
            """
            UPDATE plan SET count = \(max(number, 0));
            INSERT INTO commitment(rep_id, account_id, text, due_on, made_at, moved) VALUES
              (\(ana), \(acme), 'call', '2026-02-27', 0, \(number)), (\(ana), NULL, 'plan', '2026-03-02', 0, \(number)),
              (\(ana), NULL, 'rest', '\(last)', 32503680000, 0);
            UPDATE account SET rank = \(large), stall_after = \(large), next_step = 'call', next_step_on = '\(last)',
              selected_on = '\(first)' WHERE id = \(acme);
            INSERT INTO milestone(account_id, title, due_on, done_on) VALUES
              (\(acme), 'far', '\(last)', NULL), (\(acme), 'long ago', '\(first)', NULL), (\(acme), 'done', NULL, '\(last)');
            INSERT INTO hold(account_id, from_on, until_on, reason) VALUES (2, '\(last)', '\(last)', 'x'), (2, '\(first)', '\(first)', 'x');
            INSERT INTO activity(person_id, account_id, kind, direction, occurred_at) VALUES
              (\(ana), \(acme), 'call', 'two-way', 32503680000), (\(ana), \(acme), 'call', 'out', 0);
            INSERT INTO promise(leader_id, rep_id, text, due_on, made_at) VALUES (\(mara), \(ana), 'call', '\(first)', 0);
            INSERT INTO ask(rep_id, account_id, text, asked_at) VALUES (\(ana), \(acme), 'who?', 0);
            INSERT INTO away(person_id, from_on, until_on) VALUES (\(mara), '2027-01-01', '\(last)');
            INSERT INTO holiday(on_date) VALUES ('\(first)'), ('\(last)');
            INSERT INTO finding(kind, rep_id, account_id, days, planned, due, done, threads, percent, mentions, opened_at, opened_on)
              VALUES ('stalled', \(ana), 2, \(number), \(number), \(number), \(number), \(number), \(number), \(number), \(number), '\(first)'),
                ('coaching-debt-rep', \(mara), NULL, \(number), NULL, NULL, NULL, NULL, NULL, \(number), \(number), '\(first)');
            """)
        try world.run(until: at("2026-03-06 18:00"))
        #expect(world.said(.huddle).count == 5)
        #expect(!world.said(.morning, to: ana).isEmpty)
        #expect(
            try world.store.commitments(of: ana, from: date("2026-03-02"), through: date("2026-03-09"), at: world.now)
                .allSatisfy { (0...1_000).contains($0.moved) })
    }

    @Test("the list of a rep who joins later is his backlog, and nobody else's")
    func joining() throws {
        let world = try World()
        world.forgetIdleness()
        let ana = try world.person("Ana")
        try world.account("Acme", of: ana, nextStep: World.farStep)
        try world.run(until: at("2026-03-03 10:00"))
        let ben = try world.person("Ben")
        for number in 1...3 { try world.account("Ben's \(number)", of: ben) }
        try world.sql("UPDATE account SET next_step_on = NULL WHERE rep_id = \(ana)")
        try world.run(until: at("2026-03-03 11:00"))
        #expect(try world.store.openEpisodes(.rep(ana)).map(\.isBacklog) == [false])
        let episodes = try world.store.openEpisodes(.rep(ben))
        #expect(episodes.map(\.isBacklog) == [true, true, true])
    }

    struct Act: CustomTestStringConvertible {
        var testDescription: String
        var sql: String
        /// The kinds that are resolved, by what.
        var resolves: [String: String]
    }

    static let acts = [
        Act(
            testDescription: "a touch",
            sql:
                "INSERT INTO activity(person_id, account_id, kind, occurred_at) SELECT rep_id, id, 'call', NOW FROM account",
            resolves: ["stalled": "touch"]),
        Act(
            testDescription: "a touch that is logged a day late",
            sql:
                "INSERT INTO activity(person_id, account_id, kind, occurred_at) SELECT rep_id, id, 'visit', NOW - 86400 FROM account",
            resolves: ["stalled": "touch"]),
        Act(
            testDescription: "research, which is no touch",
            sql:
                "INSERT INTO activity(person_id, account_id, kind, occurred_at) SELECT rep_id, id, 'research', NOW FROM account",
            resolves: [:]),
        Act(
            testDescription: "a next step far away", sql: "UPDATE account SET next_step_on = '2026-12-01'",
            resolves: ["no-next-step": "next-step"]),
        Act(
            testDescription: "a hold",
            sql:
                "INSERT INTO hold(account_id, from_on, until_on, reason) SELECT id, '2026-03-02', '2026-03-20', 'audit' FROM account",
            resolves: [
                "stalled": "hold", "no-next-step": "hold", "milestone-passed": "hold", "no-economic-buyer": "hold",
            ]),
        Act(
            testDescription: "a milestone that is done", sql: "UPDATE milestone SET done_on = '2026-03-02'",
            resolves: ["milestone-passed": "milestone"]),
        Act(
            testDescription: "an economic buyer",
            sql: "INSERT INTO stakeholder(account_id, name, role) SELECT id, 'Nora', 'economic buyer' FROM account",
            resolves: ["no-economic-buyer": "stakeholder"]),
        Act(
            testDescription: "an account that is won", sql: "UPDATE account SET status = 'won'",
            resolves: [
                "stalled": "closed", "no-next-step": "closed", "milestone-passed": "closed",
                "no-economic-buyer": "closed",
            ]),
    ]

    @Test(
        "plain SQL of another program resolves what it answers at the next step, on a day off too", arguments: acts,
        [false, true])
    func answered(act: Act, isWeekend: Bool) throws {
        let world = try World()
        let ana = try world.person("Ana")
        let acme = try world.account("Acme", of: ana, touched: at("2026-02-02 10:00"))
        try world.sql("UPDATE stakeholder SET role = 'user' WHERE role = 'economic buyer'")
        try world.sql("INSERT INTO milestone(account_id, title, due_on) VALUES (\(acme), 'CFO met', '2026-02-20')")
        try world.run(until: at(isWeekend ? "2026-03-07 10:00" : "2026-03-02 10:00"))
        #expect(
            Set(try world.store.openEpisodes(.rep(ana)).map(\.finding.kind.rawValue))
                == ["stalled", "no-next-step", "milestone-passed", "no-economic-buyer"])
        try world.sql(act.sql.replacing("NOW", with: String(world.now.secondsSinceEpoch)))
        world.setClock(to: world.now.adding(seconds: 1))
        try world.tick()
        let resolved = try world.store.database.query(
            "SELECT kind, resolved_by FROM finding WHERE resolved_at = \(world.now.secondsSinceEpoch)"
        ) { ($0.text(0), $0.text(1)) }
        let found = Dictionary(uniqueKeysWithValues: resolved)
        // A hold that begins before the weekend's day, or a date of it, is the same act.
        #expect(found.filter { act.resolves[$0.key] != nil } == act.resolves)
        let open = Set(try world.store.openEpisodes(.rep(ana)).map(\.finding.kind.rawValue))
        #expect(open.isDisjoint(with: act.resolves.keys))
        #expect(act.resolves.isEmpty == found.isEmpty)
    }

    @Test("nothing opens on a day off")
    func dayOff() throws {
        let world = try World()
        world.forgetIdleness()
        let ana = try world.person("Ana")
        try world.account("Acme", of: ana, nextStep: World.farStep)
        try world.run(until: at("2026-03-07 10:00"))
        try world.sql("UPDATE account SET next_step_on = NULL")
        try world.run(until: at("2026-03-08 23:59"))
        #expect(try world.store.openEpisodes(.rep(ana)).isEmpty)
        try world.run(until: at("2026-03-09 00:00"))
        #expect(try world.store.openEpisodes(.rep(ana)).map(\.finding.kind) == [.noNextStep])
    }

    struct Layers: CustomTestStringConvertible {
        var account: Int?
        var person: Int?
        var team: Int?
        var top: Int?
        var expected: Int
        var testDescription: String {
            "account \(account ?? 0), person \(person ?? 0), team \(team ?? 0), top \(top ?? 0)"
        }
    }

    @Test(
        "the threshold of a stall is the account's, else the person's, the team's, the file's, the default",
        arguments: [
            Layers(account: 3, person: 4, team: 6, top: 7, expected: 3),
            Layers(person: 4, team: 6, top: 7, expected: 4),
            Layers(team: 6, top: 7, expected: 6), Layers(top: 7, expected: 7), Layers(expected: 10),
        ])
    func thresholds(layers: Layers) throws {
        let world = try World()
        let team = try world.team()
        let ana = try world.person("Ana", team: team)
        // On Monday the count of a touch on Sunday begins with 0, on Tuesday it is 1.
        let acme = try world.account("Acme", of: ana, nextStep: World.farStep, touched: at("2026-03-01 10:00"))
        if let days = layers.account { try world.sql("UPDATE account SET stall_after = \(days) WHERE id = \(acme)") }
        world.policy.people["ana@example.com"] = PolicySettings.Layer()
        world.policy.people["ana@example.com"]?.stalled = layers.person
        world.policy.teams["Team North"] = PolicySettings.Layer()
        world.policy.teams["Team North"]?.stalled = layers.team
        world.policy.top.stalled = layers.top
        try world.run(until: at("2026-03-20 23:00"))
        let opened = try world.store.database.query(
            "SELECT opened_on FROM finding WHERE kind = 'stalled' ORDER BY id"
        ) { $0.text(0) }
        let calendar = WorkingCalendar(workdays: .mondayToFriday)
        #expect(opened == [calendar.adding(workingDays: layers.expected, to: try date("2026-03-02"))?.iso])
    }

    @Test("missing activity is an item of its day in the afternoon, and of no other")
    func activity() throws {
        let world = try World()
        world.forgetIdleness()
        let ana = try world.person("Ana", plan: ["touch": 6, "research": 1])
        let acme = try world.account("Acme", of: ana, nextStep: World.farStep)
        world.act(at: try at("2026-03-03 10:00")) {
            for _ in 1...6 { try world.touch(acme, by: ana) }
            try world.touch(acme, by: ana, .research)
        }
        try world.run(until: at("2026-03-04 23:00"))
        let behind = world.said(.afternoon).filter { $0.message.items.contains { $0.kind == .activityMissing } }
        #expect(behind.map { String($0.at.rfc3339.prefix(16)) } == ["2026-03-02T14:30", "2026-03-04T14:30"])
        #expect(world.said(.morning).isEmpty)
    }

    @Test("the day's plan is asked about on five afternoons in a row, then not before something is logged")
    func patience() throws {
        let world = try World()
        world.forgetIdleness()
        let ana = try world.person("Ana", plan: ["touch": 6])
        let acme = try world.account("Acme", of: ana, nextStep: World.farStep)
        world.act(at: try at("2026-03-17 10:00")) { try world.touch(acme, by: ana) }
        try world.run(until: at("2026-03-18 23:00"))
        let days = world.said(.afternoon).map { String($0.at.rfc3339.dropFirst(5).prefix(5)) }
        #expect(days == ["03-02", "03-03", "03-04", "03-05", "03-06", "03-17", "03-18"])
        #expect(world.said(.afternoon)[4].text.contains("not asked about again until something is logged"))
        #expect(try world.count("SELECT count(DISTINCT opened_on) FROM finding WHERE kind = 'activity-missing'") == 13)
    }
}
