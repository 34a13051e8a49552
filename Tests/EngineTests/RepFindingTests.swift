import CivilTime
import Coaching
import SQLite
import Store
import Testing

@testable import Engine

/// From Monday 2 March 2026 on, in UTC unless a test says otherwise.
@Suite("What a rep said, wrote and where his touches went")
struct RepFindingTests {
    private func world() throws -> (world: World, ana: RowID) {
        let world = try World()
        world.forgetIdleness()
        return (world, try world.person("Ana"))
    }

    private func open(_ world: World, _ rep: RowID) throws -> [Finding] {
        try world.store.openEpisodes(.rep(rep)).map(\.finding).sorted { $0.kind.priority < $1.kind.priority }
    }

    // MARK: Commitments

    private func say(_ text: String, in world: World, by rep: RowID, on account: RowID?, due: String) throws {
        _ = try world.insert(
            "INSERT INTO commitment(rep_id, account_id, text, due_on, made_at) VALUES (?, ?, ?, ?, ?)", .integer(rep),
            Value(account), .text(text), .text(due), Value(world.now))
    }

    private func row(_ world: World) throws -> String {
        try world.store.database.first("SELECT due_on || ' ' || moved || ' ' || (kept_at IS NOT NULL) FROM commitment")
        {
            $0.text(0)
        } ?? ""
    }

    @Test("an act of the named kind keeps it at once; nobody has to say so")
    func kept() throws {
        let (world, ana) = try world()
        let hooli = try world.account("Hooli", of: ana, nextStep: World.farStep)
        try world.run(until: at("2026-03-02 08:45"))
        try say("demo", in: world, by: ana, on: hooli, due: "2026-03-02")
        world.act(at: try at("2026-03-02 11:00")) { try world.touch(hooli, by: ana, .call) }
        world.act(at: try at("2026-03-02 15:00")) { try world.touch(hooli, by: ana, .demo) }
        try world.run(until: at("2026-03-02 14:59"))
        #expect(try row(world) == "2026-03-02 0 0")
        try world.run(until: at("2026-03-02 15:00"))
        #expect(try row(world) == "2026-03-02 0 1")
        try world.run(until: at("2026-03-03 23:00"))
        #expect(try row(world) == "2026-03-02 0 1")
    }

    @Test(
        "what was not kept moves to each next working day, over a weekend and days away, and is asked about once from the third"
    )
    func moved() throws {
        let (world, ana) = try world()
        let hooli = try world.account("Hooli", of: ana, nextStep: World.farStep)
        try world.away(ana, "2026-03-10", "2026-03-12")
        try world.run(until: at("2026-03-05 08:45"))
        try say("demo", in: world, by: ana, on: hooli, due: "2026-03-05")
        var seen: [String] = []
        for day in ["05", "06", "07", "08", "09", "10", "12", "13", "16"] {
            try world.run(until: at("2026-03-\(day) 12:00"))
            seen.append(try row(world))
        }
        #expect(
            seen == [
                "2026-03-05 0 0", "2026-03-06 1 0", "2026-03-06 1 0", "2026-03-06 1 0", "2026-03-09 2 0",
                "2026-03-09 2 0", "2026-03-09 2 0", "2026-03-13 3 0", "2026-03-16 4 0",
            ])
        let asked = world.said(.morning).filter { $0.message.items.contains { $0.kind == .commitmentOpen } }
        #expect(asked.map { String($0.at.rfc3339.prefix(10)) } == ["2026-03-13"])
        #expect(try open(world, ana).map(\.days) == [4])
        try world.touch(hooli, by: ana, .demo)
        try world.tick()
        #expect(try open(world, ana).isEmpty)
        #expect(try row(world) == "2026-03-16 4 1")
        #expect(try world.count("SELECT count(*) FROM finding WHERE resolved_by = 'activity'") == 1)
    }

    @Test("a day that the rep gives it begins the count anew, is thanked for, and asked about no more")
    func newDay() throws {
        let (world, ana) = try world()
        let hooli = try world.account("Hooli", of: ana, nextStep: World.farStep)
        try world.account("Acme", of: ana)
        try world.run(until: at("2026-03-02 08:45"))
        try say("demo", in: world, by: ana, on: hooli, due: "2026-03-02")
        let moved = try at("2026-03-05 15:00")
        world.act(at: moved) {
            let said = try #require(try world.store.openSaid(.commitment, at: moved).first)
            try world.store.move(said, to: CivilDate(iso: "2026-03-09"))
            // Thanks alone make no message.
            try world.account("Duff", of: ana)
        }
        try world.run(until: at("2026-03-05 12:00"))
        #expect(try row(world) == "2026-03-05 3 0")
        try world.run(until: at("2026-03-09 12:00"))
        #expect(try row(world) == "2026-03-09 0 0")
        let thanks = world.said(.morning).filter { $0.text.contains("demo (Hooli) has a day that fits") }
        #expect(thanks.map { String($0.at.rfc3339.prefix(10)) } == ["2026-03-06"])
        #expect(thanks.first?.text.contains("has a day that fits: Mon 9 Mar. Thank you.") == true)
        try world.run(until: at("2026-03-31 12:00"))
        let asked = world.said(.morning).filter {
            $0.message.items.contains { $0.kind == .commitmentOpen && $0.state != .thanks }
        }
        #expect(asked.map { String($0.at.rfc3339.prefix(10)) } == ["2026-03-05"])
    }

    @Test(
        "what was said about an account that rests or is no longer one of the 50 waits: it moves not, and nobody is asked",
        arguments: [
            "UPDATE account SET status = 'lost'",
            "INSERT INTO hold(account_id, from_on, until_on, reason) VALUES (1, '2026-03-03', '2026-04-30', 'audit')",
        ])
    func resting(sql: String) throws {
        let (world, ana) = try world()
        let hooli = try world.account("Hooli", of: ana, nextStep: World.farStep)
        try world.run(until: at("2026-03-02 08:45"))
        try say("demo", in: world, by: ana, on: hooli, due: "2026-03-02")
        try world.run(until: at("2026-03-02 18:00"))
        try world.sql(sql)
        try world.run(until: at("2026-03-10 18:00"))
        #expect(try row(world) == "2026-03-02 0 0")
        #expect(try open(world, ana).isEmpty)
    }

    @Test("a week of downtime moves it once")
    func downtime() throws {
        let (world, ana) = try world()
        try world.run(until: at("2026-03-02 08:45"))
        try say("look at the list", in: world, by: ana, on: nil, due: "2026-03-02")
        try world.sleep(until: at("2026-03-11 10:00"))
        try world.tick()
        #expect(try row(world) == "2026-03-11 1 0")
    }

    @Test("the day is the rep's own, and so is the act: a colleague's keeps nothing", .enabled(if: Zones.areThere))
    func zones() throws {
        let world = try World()
        world.forgetIdleness()
        let dana = try world.person("Dana", zone: "America/Los_Angeles")
        let ben = try world.person("Ben")
        let duff = try world.account("Duff", of: dana, nextStep: World.farStep)
        try world.run(until: at("2026-03-02 18:00"))
        try say("call back", in: world, by: dana, on: duff, due: "2026-03-02")
        world.act(at: try at("2026-03-02 19:00")) { try world.touch(duff, by: ben) }
        // 06:00 in UTC is still the evening of the day before.
        try world.run(until: at("2026-03-03 06:00"))
        #expect(try row(world) == "2026-03-02 0 0")
        try world.touch(duff, by: dana)
        try world.tick()
        try world.run(until: at("2026-03-03 12:00"))
        #expect(try row(world) == "2026-03-02 0 1")
    }

    @Test("an observer of the store at any instant finds what the daemon finds, and writes nothing")
    func survey() throws {
        let (world, ana) = try world()
        try world.run(until: at("2026-03-02 08:45"))
        try say("look at the list", in: world, by: ana, on: nil, due: "2026-03-02")
        try world.sql("UPDATE commitment SET moved = 2")
        let rep = try #require(try world.engine.roster.members[ana]?.rep)
        let before = try world.dump()
        let found = try Survey(of: rep, at: at("2026-03-03 07:00"), in: world.store).findings
        #expect(found.map(\.kind) == [.commitmentOpen])
        #expect(found.map(\.days) == [3])
        #expect(try world.dump() == before)
        try world.run(until: at("2026-03-03 07:00"))
        #expect(try open(world, ana) == found)
    }

    // MARK: Own messages

    private static let text = "Every truck that waits at your gate costs you ninety euros an hour; we cut that by half."

    @Test(
        "a copied text is found on the later account at the next step, and resolved when either is written anew",
        arguments: [0, 1])
    func generic(rewritten: Int) throws {
        let (world, ana) = try world()
        let accounts = try ["Acme", "Globex"].map { try world.account($0, of: ana, nextStep: World.farStep) }
        try world.run(until: at("2026-03-02 10:00"))
        for (id, name) in zip(accounts, ["Acme", "Globex"]) {
            try world.sql("UPDATE account SET own_message = 'Dear \(name), \(Self.text)' WHERE id = \(id)")
        }
        try world.run(until: at("2026-03-02 10:01"))
        var found = try open(world, ana)
        #expect(found.map(\.kind) == [.genericMessage])
        #expect(found.map(\.accountID) == [accounts[1]])
        #expect(found.map(\.otherAccountID) == [accounts[0]])
        #expect(found.map(\.percent) == [100])
        // Something else about the account changes nothing.
        try world.touch(accounts[1], by: ana)
        try world.run(until: at("2026-03-03 10:00"))
        #expect(try open(world, ana) == found)
        try world.sql(
            "UPDATE account SET own_message = 'Your night shift in Brno starts in March without a plan.' WHERE id = \(accounts[rewritten])"
        )
        try world.run(until: at("2026-03-03 10:01"))
        found = try open(world, ana)
        #expect(found.isEmpty)
        #expect(try world.count("SELECT count(*) FROM finding WHERE resolved_by = 'information'") == 1)
    }

    @Test(
        "messages that come or go together, by whatever statement, are seen at once",
        arguments: [
            "UPDATE account SET own_message = 'TEXT'",
            """
            UPDATE account SET own_message = 'TEXT' WHERE name = 'Acme';
            INSERT INTO account(name, rep_id, selected_on, next_step, next_step_on, own_message)
              SELECT 'Old', rep_id, '2020-01-01', next_step, next_step_on, 'TEXT' FROM account WHERE name = 'Acme';
            """,
        ])
    func together(change: String) throws {
        let (world, ana) = try world()
        // The later in the file was selected first.
        try world.account("Acme", of: ana, nextStep: World.farStep)
        try world.account("Globex", of: ana, nextStep: World.farStep)
        try world.sql("UPDATE account SET selected_on = '2025-01-01' WHERE name = 'Globex'")
        try world.run(until: at("2026-03-02 10:00"))
        try world.store.database.execute(change.replacing("TEXT", with: Self.text))
        try world.run(until: at("2026-03-02 10:01"))
        let found = try open(world, ana).filter { $0.kind == .genericMessage }
        #expect(found.count == 1)
        // Without the other it is like no other.
        let other = try #require(found.first?.otherAccountID)
        try world.sql("DELETE FROM account WHERE id = \(other)")
        try world.run(until: at("2026-03-02 10:02"))
        #expect(try open(world, ana).allSatisfy { $0.kind != .genericMessage })
    }

    @Test("an account that leaves the list takes its likeness along, and nobody is thanked for it")
    func genericClosed() throws {
        let (world, ana) = try world()
        let accounts = try ["Acme", "Globex"].map { try world.account($0, of: ana, nextStep: World.farStep) }
        try world.sql("UPDATE account SET own_message = '\(Self.text)'")
        try world.run(until: at("2026-03-02 10:00"))
        #expect(try open(world, ana).map(\.kind) == [.genericMessage])
        try world.sql("UPDATE account SET status = 'lost' WHERE id = \(accounts[0])")
        try world.run(until: at("2026-03-02 10:01"))
        #expect(try open(world, ana).isEmpty)
        #expect(try world.count("SELECT count(*) FROM finding WHERE resolved_by = 'lapsed'") == 1)
    }

    // MARK: Research

    @Test("what is learnt resolves its gap and shows the next, on the same day, and is thanked for")
    func research() throws {
        let (world, ana) = try world()
        world.policy.top.research = ["business", "decision process"].map(ResearchTopic.init)
        let acme = try world.account("Acme", of: ana, nextStep: World.farStep)
        try world.run(until: at("2026-03-02 10:00"))
        #expect(try open(world, ana).map(\.topic) == ["business"])
        try world.sql("INSERT INTO research_item(account_id, topic, answer) VALUES (\(acme), 'Business', 'ferries')")
        try world.run(until: at("2026-03-02 18:00"))
        #expect(try open(world, ana).map(\.topic) == ["decision process"])
        #expect(world.said(.afternoon).isEmpty, "one gap a day")
        try world.run(until: at("2026-03-31 18:00"))
        let said = world.said(.morning).map(\.text).joined()
        #expect(said.contains("Acme: we know now what they live on. Thank you.") || said.contains("How they decide"))
    }

    // MARK: The list

    @Test("touches off the list are counted over 20 working days; a colleague's accounts and customers are no spray")
    func offList() throws {
        let (world, ana) = try world()
        let ben = try world.person("Ben")
        let acme = try world.account("Acme", of: ana, nextStep: World.farStep)
        let duff = try world.account("Duff", of: ben, nextStep: World.farStep)
        let customer = try world.account("Stark", of: ana, nextStep: World.farStep)
        let dropped = try world.account("Umbra", of: ana, nextStep: World.farStep)
        let nobodys = try world.insert("INSERT INTO account(name, selected_on) VALUES ('Vega', '2026-01-01')")
        try world.run(until: at("2026-03-02 08:00"))
        for day in 2...4 { try world.touch(dropped, by: ana, at: at("2026-03-0\(day) 07:00")) }
        try world.sql("UPDATE account SET status = 'won' WHERE id = \(customer)")
        try world.run(until: at("2026-03-05 10:00"))
        for account in [acme, duff, customer, acme] { try world.touch(account, by: ana) }
        for _ in 1...4 { try world.touch(nobodys, by: ana) }
        try world.run(until: at("2026-03-05 10:01"))
        func counts() throws -> (Int, Int) {
            let start = try at("2026-03-01 00:00")
            return (
                try world.store.touches(by: ana, from: start, at: world.now).all,
                try world.store.touchesOffList(by: ana, from: start, at: world.now)
            )
        }
        #expect(try counts() == (11, 4))
        _ = try world.insert(
            "INSERT INTO activity(person_id, kind, occurred_at) VALUES (\(ana), 'event', \(world.now.secondsSinceEpoch))"
        )
        try world.run(until: at("2026-03-05 10:02"))
        #expect(try counts() == (12, 5))
        // Weeks are counted once a day.
        try world.run(until: at("2026-03-06 00:05"))
        #expect(try open(world, ana).map(\.kind) == [.offList])
        #expect(try open(world, ana).map(\.percent) == [41])
        // On the list now: it was spray no longer.
        try world.sql("UPDATE account SET rep_id = \(ana) WHERE id = \(nobodys)")
        try world.run(until: at("2026-03-06 00:06"))
        #expect(try counts() == (12, 1))
        #expect(try open(world, ana).map(\.kind).contains(.offList) == false)
        try world.run(until: at("2026-04-20 10:00"))
        #expect(try open(world, ana).map(\.kind).contains(.offList) == false)
    }

    @Test("what was done before there was a list was not off it")
    func beforeTheList() throws {
        let (world, ana) = try world()
        let nobodys = try world.insert("INSERT INTO account(name, selected_on) VALUES ('Vega', '2026-01-01')")
        for day in 2...6 { try world.touch(nobodys, by: ana, at: at("2026-03-0\(day) 07:00")) }
        try world.account("Acme", of: ana, selected: "2026-03-09", nextStep: World.farStep)
        try world.run(until: at("2026-03-09 10:00"))
        #expect(try open(world, ana).map(\.kind).contains(.offList) == false)
        for hour in 10...14 { try world.touch(nobodys, by: ana, at: at("2026-03-09 \(hour):00")) }
        try world.run(until: at("2026-03-10 10:00"))
        #expect(try open(world, ana).first { $0.kind == .offList }?.planned == 5)
    }

    @Test("a touch of what was dropped is on the list before the day it was dropped, and off it afterwards")
    func dropped() throws {
        let (world, ana) = try world()
        let umbra = try world.account("Umbra", of: ana, nextStep: World.farStep)
        let now = Instant(secondsSinceEpoch: try world.store.database.first("SELECT unixepoch()") { $0.int64(0) } ?? 0)
        for back in [7200, 3600] { try world.touch(umbra, by: ana, at: now.adding(seconds: -Int64(back))) }
        try world.sql("UPDATE account SET status = 'dropped'")
        for ahead in [3600, 7200, 9000] { try world.touch(umbra, by: ana, at: now.adding(seconds: Int64(ahead))) }
        let (start, end) = (now.adding(seconds: -86_400), now.adding(seconds: 86_400))
        #expect(try world.store.touches(by: ana, from: start, at: end) == (5, 5))
        #expect(try world.store.touchesOffList(by: ana, from: start, at: end) == 3)
    }

    @Test("a list is short until it has its number, and the last one is thanked for")
    func listShort() throws {
        let (world, ana) = try world()
        world.policy.top.listShort = 2
        try world.account("Acme", of: ana, nextStep: World.farStep)
        try world.run(until: at("2026-03-02 10:00"))
        #expect(try open(world, ana).map(\.done) == [1])
        #expect(world.said(.morning).last?.text.contains("Your list has 1 account and room for 50.") == true)
        try world.account("Globex", of: ana)
        try world.run(until: at("2026-03-03 10:00"))
        #expect(try open(world, ana).map(\.kind) == [.noNextStep])
        #expect(world.said.contains { $0.text.contains("Your list has 2 accounts or more now. Thank you.") })
    }

    // MARK: What was asked and said

    @Test("a question of the agenda is not asked again in the morning, and the other way round")
    func questions() throws {
        let world = try World()
        world.forgetIdleness()
        let team = try world.team()
        try world.leader(of: team)
        let ana = try world.person("Ana", team: team)
        let acme = try world.account("Acme", of: ana, rank: 1)
        try world.run(until: at("2026-03-13 23:00"))
        var asked: [String] = []
        for said in world.said where said.kind == .huddle || said.kind == .morning {
            asked += said.message.items.filter { $0.accountID == acme }.compactMap(\.questionKey)
        }
        #expect(asked.count > 3)
        #expect(Set(asked).count == asked.count)
    }

    @Test("each plan line that is behind counts as mentioned with the one item")
    func activity() throws {
        let world = try World()
        world.forgetIdleness()
        let ana = try world.person("Ana", plan: ["touch": 6, "research": 1, "call": 2])
        try world.account("Acme", of: ana, nextStep: World.farStep)
        try world.run(until: at("2026-03-02 14:31"))
        #expect(world.said(.afternoon).map { $0.message.items.count } == [1])
        let episodes = try world.store.openEpisodes(.rep(ana)).filter { $0.finding.kind == .activityMissing }
        #expect(episodes.count > 1)
        #expect(episodes.allSatisfy { $0.mentions == 1 })
        #expect(try world.count("SELECT count(*) FROM message_item WHERE question IS NOT NULL") == 1)
        let id = try #require(world.said(.afternoon).first?.messageID)
        let kept = try #require(try world.store.message(id))
        #expect(kept == world.said(.afternoon).first?.message)
        #expect(kept.items.first?.findingIDs.count == episodes.count)
    }
}
