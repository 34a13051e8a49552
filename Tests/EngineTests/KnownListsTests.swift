import CivilTime
import Coaching
import Store
import Testing

@testable import Engine

/// The engine remembers lists: what it remembers is what the store says, whoever wrote it and however.
@Suite("What the engine remembers of lists")
struct KnownListsTests {
    private func at(_ text: String) throws -> Instant { try CivilTestClock.utc(text) }

    /// Ana with Acme (1), Borg (2) and Cole (3), Ben with Duff (4); looked at once.
    private func world() throws -> (World, ana: RowID, ben: RowID) {
        let world = try World()
        let team = try world.team()
        let (ana, ben) = (try world.person("Ana", team: team), try world.person("Ben", team: team))
        for name in ["Acme", "Borg", "Cole"] { try world.account(name, of: ana, nextStep: World.farStep) }
        try world.account("Duff", of: ben, nextStep: World.farStep)
        try world.run(until: at("2026-03-02 10:00"))
        return (world, ana, ben)
    }

    private func expectNothingForgotten(_ world: World, _ reps: RowID...) throws {
        let engine = try world.engine
        for id in reps {
            let member = try #require(engine.roster.members[id])
            let fresh = try Survey(of: member.rep, at: world.now, in: world.store)
            let remembered = try world.store.database.transaction { try engine.survey(member, world.now) }
            #expect(remembered.accounts == fresh.accounts)
            #expect(remembered.states == fresh.states)
        }
    }

    @Test(
        "a change by plain SQL is seen at the next step",
        arguments: [
            "UPDATE account SET name = 'Acme AG', industry = 'paper', source = 'crm', external_id = 'a1' WHERE id = 1",
            "UPDATE account SET rank = 5 - id WHERE id < 4",
            "UPDATE account SET rep_id = 2 WHERE id = 2", "UPDATE account SET status = 'won' WHERE id = 3",
            "UPDATE account SET rep_id = NULL WHERE id = 2", "DELETE FROM account WHERE id = 2",
            "UPDATE account SET own_message = 'Written for one and the same reader of all these words' WHERE id < 4",
            "INSERT INTO account(rep_id, name, rank) VALUES (1, 'Esso', 1)",
            "INSERT INTO stakeholder(account_id, name) VALUES (1, 'Jonas')", "UPDATE stakeholder SET role = 'user'",
            "DELETE FROM stakeholder WHERE account_id = 1",
            "INSERT INTO milestone(account_id, title, due_on) VALUES (1, 'Pilot', '2026-03-03')",
            "INSERT INTO hold(account_id, from_on, until_on, reason) VALUES (1, '2026-03-02', '2026-03-20', 'budget')",
            "INSERT INTO research_item(account_id, topic, answer) VALUES (1, 'business', 'ships')",
            "INSERT INTO activity(person_id, account_id, kind, direction, occurred_at) VALUES (2, 1, 'call', 'out', 1772445600)",
            "INSERT OR REPLACE INTO account(id, rep_id, name, selected_on) VALUES (1, 2, 'Acme', '2026-01-01')",
            "UPDATE person SET workdays = 'sun-thu' WHERE id = 1",
            "INSERT INTO holiday(on_date) VALUES ('2026-02-27')",
        ])
    func change(_ statement: String) throws {
        let (world, ana, ben) = try world()
        try world.sql(statement)
        try world.run(until: at("2026-03-02 10:01"))
        try expectNothingForgotten(world, ana, ben)
        try world.run(until: at("2026-03-03 10:00"))
        try expectNothingForgotten(world, ana, ben)
    }

    @Test("what another program wrote since the step began is seen as well")
    func since() throws {
        let (world, ana, ben) = try world()
        try world.sql("UPDATE account SET rank = 9, next_step_on = NULL WHERE id = 1")
        try expectNothingForgotten(world, ana, ben)
    }

    @Test("after a large import marks are looked at in pieces, a list's together; no slot runs before all are")
    func pieces() throws {
        let (world, ana, _) = try world()
        let text = "One and the same letter, written for no particular reader and sent to each and every one of them"
        try world.sql(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
              INSERT INTO person(email, name, team_id) SELECT 'p' || i || '@example.com', 'P' || i, 1 FROM n;
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)
              INSERT INTO account(rep_id, name, selected_on) SELECT p.id, 'C' || i, '2026-01-05' FROM n, person p WHERE p.id > 2;
            """)
        try world.run(until: at("2026-03-03 08:50"))
        try world.sql("UPDATE account SET own_message = '\(text)', next_step_on = '2026-03-02'")
        world.setClock(to: try at("2026-03-03 09:00"))
        let engine = try world.engine
        #expect(try engine.step(at: world.now) == world.now)
        #expect(try world.store.isAnythingMarked())
        let mornings = "SELECT count(*) FROM slot WHERE kind = 'morning' AND on_date = '2026-03-03'"
        #expect(try world.count(mornings) == 0)
        var steps = 1
        while try engine.step(at: world.now) == world.now { steps += 1 }
        #expect(steps == 2404 / Engine.marksAtOnce.accounts)
        #expect(try world.count(mornings) == 62)
        for id in [ana, 30, 62] {
            try expectNothingForgotten(world, id)
            let rep = try #require(engine.roster.members[id]?.rep)
            let expected = try Survey(of: rep, at: world.now, in: world.store).findings
            let kept = try world.store.openEpisodes(.rep(id)).map(\.finding)
            #expect(kept.count == expected.count && Set(kept) == Set(expected))
            #expect(kept.contains { $0.kind == .genericMessage })
        }
    }

    @Test("activity that was written ahead of its time answers at its instant, without a slot or a mark")
    func comesTrue() throws {
        let world = try World()
        let ana = try world.person("Ana")
        let acme = try world.account("Acme", of: ana, nextStep: World.farStep, touched: at("2026-02-02 10:00"))
        try world.run(until: at("2026-03-02 11:00"))
        try world.touch(acme, by: ana, at: at("2026-03-02 11:10"))
        try world.run(until: at("2026-03-02 11:09"))
        #expect(try world.count("SELECT count(*) FROM finding WHERE kind = 'stalled' AND resolved_at IS NULL") == 1)
        try world.run(until: at("2026-03-02 11:10"))
        #expect(try world.count("SELECT count(*) FROM finding WHERE kind = 'stalled' AND resolved_at IS NULL") == 0)
    }

    @Test("the slots of many people run in pieces, agendas after all of their teams' people")
    func manyPeople() throws {
        let world = try World()
        let team = try world.team()
        try world.leader(of: team)
        try world.sql(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(Engine.peopleAtOnce + 1))
              INSERT INTO person(email, name, team_id) SELECT 'p' || i || '@example.com', 'P' || i, 1 FROM n;
            """)
        world.setClock(to: try at("2026-03-03 09:00"))
        let engine = try world.engine
        while try world.store.isAnythingMarked() { _ = try engine.step(at: world.now) }
        let huddles = "SELECT count(*) FROM slot WHERE kind = 'huddle'"
        #expect(try world.count("SELECT count(*) FROM evaluation") == Engine.peopleAtOnce)
        #expect(try world.count(huddles) == 0)
        #expect(try engine.settle(at: world.now) > world.now)
        #expect(try world.count("SELECT count(*) FROM evaluation") == Engine.peopleAtOnce + 2)
        #expect(try world.count(huddles) == 1)
    }

    @Test("activity that was written ahead of its time comes true for a list that is remembered")
    func ahead() throws {
        let (world, ana, _) = try world()
        try world.touch(1, by: ana, at: at("2026-03-02 12:00"))
        try world.run(until: at("2026-03-02 11:00"))
        try expectNothingForgotten(world, ana)
        try world.run(until: at("2026-03-02 15:00"))
        try expectNothingForgotten(world, ana)
    }

    @Test("a clock that is set back forgets what had come true")
    func setBack() throws {
        let (world, ana, _) = try world()
        try world.touch(1, by: ana, at: at("2026-03-02 09:30"))
        try world.run(until: at("2026-03-02 10:01"))
        world.setClock(to: try at("2026-03-02 09:00"))
        try world.tick()
        try expectNothingForgotten(world, ana)
    }

    @Test("a company with more accounts than are remembered is read each time, and nothing is wrong")
    func many() throws {
        var lists = KnownLists()
        let account = { (id: RowID) in
            Account(id: id, repID: id / 50, name: "A", selectedOn: CivilDate(dayNumber: 0))
        }
        for rep: RowID in 0..<60 { lists[rep] = RepList((0..<50).map { account(rep * 50 + $0) }) }
        #expect((0..<60).count { lists[$0] != nil } == 40)
        lists.forget(3)
        lists[59] = RepList([account(59 * 50)])
        #expect(lists[3] == nil && lists[59]?.accounts.count == 1)
        lists.renew(59 * 50, nil)
        #expect(lists[59]?.accounts.isEmpty == true)
    }
}
