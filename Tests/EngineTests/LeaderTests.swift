import Chat
import CivilTime
import Coaching
import Store
import Testing

@testable import Engine

/// From Monday 2 March 2026 on; all in London unless a test says otherwise.
@Suite("What a leader hears", .enabled(if: Zones.areThere, "tzdata is not installed"))
struct LeaderTests {
    struct Team {
        let world: World
        let team: RowID
        let mara: RowID
        let ana: RowID
        let acme: RowID
    }

    /// A leader and a rep with one account that nothing is found of.
    private func team(zone: String = "Europe/London", leaderZone: String? = nil) throws -> Team {
        let world = try World()
        world.forgetIdleness()
        let team = try world.team(zone: zone)
        let mara = try world.leader(of: team, zone: leaderZone ?? zone, hours: "08:30-17:30")
        let ana = try world.person("Ana", team: team, zone: zone)
        let acme = try world.account("Acme", of: ana, nextStep: World.farStep)
        return Team(world: world, team: team, mara: mara, ana: ana, acme: acme)
    }

    /// The local times of a person's messages of a kind, as "2026-03-10 09:00".
    private func times(
        _ kind: Message.Kind, to person: RowID, in zone: String = "Europe/London", _ world: World
    ) throws -> [String] {
        try world.said(kind, to: person).map { said in
            let local = try EngineTests.zone(zone).local(said.at)
            return "\(local.date.iso) \(local.time)"
        }
    }

    private func note(_ t: Team, _ kind: String = "talk", account: RowID? = nil) throws {
        try t.world.sql(
            """
            INSERT INTO coaching_note(leader_id, rep_id, account_id, kind, at)
            VALUES (\(t.mara), \(t.ana), \(account.map { "\($0)" } ?? "NULL"), '\(kind)', \(t.world.now.secondsSinceEpoch))
            """)
    }

    private func resolutions(_ kind: FindingKind, _ world: World) throws -> [String?] {
        try world.store.database.query("SELECT resolved_by FROM finding WHERE kind = '\(kind.rawValue)' ORDER BY id") {
            $0.optionalText(0)
        }
    }

    @Test(
        "a debt opens after 5 working days and comes after the huddle: at once, 2 and 6 days later, then after 10 days of rest"
    )
    func debt() throws {
        let t = try team()
        try t.world.run(until: at("2026-04-01 23:00", in: "Europe/London"))
        let debts = t.world.said(.morning, to: t.mara).filter {
            $0.message.items.contains { $0.kind == .coachingDebtRep }
        }
        #expect(
            debts.map { String($0.at.rfc3339.prefix(10)) } == ["2026-03-10", "2026-03-12", "2026-03-18", "2026-04-01"])
        #expect(try times(.morning, to: t.mara, t.world).first == "2026-03-10 09:00")
        #expect(debts.first?.text.contains("No talk with Ana is noted yet, in 5 working days.") == true)
        #expect(try times(.huddle, to: t.mara, t.world).contains("2026-03-10 08:40"))
        #expect(t.world.said.allSatisfy { $0.person != t.ana })
    }

    @Test("a talk ends the debt at once, and it comes back after 5 more working days")
    func talk() throws {
        let t = try team()
        t.world.act(at: try at("2026-03-11 10:00", in: "Europe/London")) { try note(t) }
        try t.world.run(until: at("2026-03-11 10:00", in: "Europe/London"))
        #expect(try resolutions(.coachingDebtRep, t.world) == ["coached"])
        try t.world.run(until: at("2026-03-20 23:00", in: "Europe/London"))
        #expect(try times(.morning, to: t.mara, t.world).map { $0.prefix(10) } == ["2026-03-10", "2026-03-19"])
        #expect(t.world.said(.morning, to: t.mara).last?.text.contains("You and Mara") == false)
        #expect(
            t.world.said(.morning, to: t.mara).last?.text.contains(
                "You and Ana last sat down on Wed 11 Mar.") == true)
    }

    @Test("asks and promises come first and end with the act, on a day off as well")
    func asksAndPromises() throws {
        let t = try team()
        let monday = try at("2026-03-02 10:00", in: "Europe/London").secondsSinceEpoch
        try t.world.sql(
            """
            INSERT INTO ask(rep_id, account_id, text, asked_at) VALUES (\(t.ana), \(t.acme), 'who knows a CFO?', \(monday));
            INSERT INTO promise(leader_id, rep_id, text, due_on, made_at)
              VALUES (\(t.mara), \(t.ana), 'a word with their director', '2026-03-03', \(monday));
            """)
        try t.world.run(until: at("2026-03-04 12:00", in: "Europe/London"))
        // Tuesday's huddle has both. The ask is Wednesday's as well, so that it is not told twice on a morning; the promise whose day is
        // over is the leader's alone.
        #expect(t.world.said(.huddle, to: t.mara).map { $0.text.contains("who knows a CFO?") } == [false, true, true])
        #expect(t.world.said(.huddle, to: t.mara).map { $0.text.contains("You told Ana") } == [false, true, false])
        #expect(try times(.morning, to: t.mara, t.world) == ["2026-03-04 09:00"])
        let items = t.world.said(.morning, to: t.mara).flatMap(\.message.items)
        #expect(items.map(\.kind) == [.promiseOpen])
        #expect(items.map(\.personID) == [t.ana])
        let saturday = try at("2026-03-07 11:00", in: "Europe/London")
        t.world.act(at: saturday) {
            try t.world.sql("UPDATE ask SET answered_at = \(saturday.secondsSinceEpoch), answer = 'Ben'")
            try t.world.sql("UPDATE promise SET kept_at = \(saturday.secondsSinceEpoch)")
        }
        try t.world.run(until: saturday)
        #expect(try resolutions(.askOpen, t.world) == ["answered"])
        #expect(try resolutions(.promiseOpen, t.world) == ["kept"])
    }

    @Test("what ended a ladder is the leader's, and ends with the rep's act at once")
    func ladder() throws {
        let world = try World()
        world.forgetIdleness()
        let team = try world.team(zone: "Europe/London")
        let mara = try world.leader(of: team, zone: "Europe/London")
        let ana = try world.person("Ana", team: team, zone: "Europe/London")
        let acme = try world.account("Acme", of: ana)
        try world.run(until: at("2026-03-16 12:00", in: "Europe/London"))
        let items = world.said(.morning, to: mara).flatMap(\.message.items).filter { $0.kind == .stallUnanswered }
        #expect(items.map(\.accountID) == [acme])
        #expect(items.first?.heading.text == "Acme (Ana): no next step; asked 3 times since Mon 2 Mar.")
        world.act(at: try at("2026-03-16 13:00", in: "Europe/London")) {
            try world.store.setNextStep(of: acme, to: "call", on: date("2026-03-20"))
        }
        try world.run(until: at("2026-03-16 13:00", in: "Europe/London"))
        #expect(try resolutions(.stallUnanswered, world) == ["next-step"])
    }

    @Test("while the leader is away his matters go to the deputy, and on his return to him")
    func deputy() throws {
        let t = try team()
        let dora = try t.world.person("Dora", .leader, team: t.team, zone: "Europe/London")
        try t.world.sql("UPDATE team SET deputy_id = \(dora)")
        try t.world.away(t.mara, "2026-03-09", "2026-03-10")
        let said = try at("2026-03-06 15:00", in: "Europe/London").secondsSinceEpoch
        t.world.act(at: try at("2026-03-06 15:00", in: "Europe/London")) {
            try t.world.sql(
                """
                INSERT INTO promise(leader_id, rep_id, text, due_on, made_at)
                  VALUES (\(t.mara), \(t.ana), 'a word', '2026-03-09', \(said))
                """)
        }
        try t.world.run(until: at("2026-03-12 23:00", in: "Europe/London"))
        // Through its day a promise is the huddle's.
        #expect(try times(.morning, to: dora, t.world) == ["2026-03-10 09:00"])
        #expect(t.world.said(.morning, to: dora).first?.text.contains("while Mara is away.") == true)
        // The ladder counts the days of whoever reads.
        let promises = t.world.said(.morning, to: t.mara).flatMap(\.message.items).filter { $0.kind == .promiseOpen }
        #expect(try times(.morning, to: t.mara, t.world).last == "2026-03-12 09:00")
        #expect(promises.map(\.rung) == [2])
    }

    @Test(
        "where the huddle comes later than the leader's morning, his own message waits for it",
        arguments: [
            ("Europe/London", "10:30", "2026-03-10 10:30"), ("America/New_York", "08:40", "2026-03-10 12:40"),
            ("Asia/Kolkata", "08:40", "2026-03-10 09:00"),
        ])
    func afterTheHuddle(zone: String, huddle: String, expected: String) throws {
        let t = try team(zone: zone, leaderZone: "Europe/London")
        t.world.policy.top.huddleAt = try time(huddle)
        t.world.policy.top.huddleLateUntil = try time("12:00")
        try t.world.run(until: at("2026-03-10 23:00", in: "Europe/London"))
        #expect(try times(.morning, to: t.mara, t.world) == [expected])
        #expect(t.world.said(.morning, to: t.mara).first?.message.lateness == nil)
        let said = t.world.said.filter { $0.person == t.mara && $0.at.rfc3339.hasPrefix("2026-03-10") }
        #expect(said.map(\.kind) == [.huddle, .morning])
        // A team in another zone: the agenda lives as long as the leader's day where he is.
        let expires = try t.world.store.database.query("SELECT expires_at FROM outbox WHERE channel = 'console'") {
            Instant(secondsSinceEpoch: $0.int64(0))
        }
        #expect(try expires.contains(at("2026-03-10 17:30", in: "Europe/London")))
    }

    @Test("a week in which the clocks change keeps the order", arguments: ["2026-03-30", "2026-10-26"])
    func clocks(monday: String) throws {
        let t = try team(zone: "America/New_York", leaderZone: "Europe/London")
        t.world.setClock(to: try at("\(monday) 00:00", in: "Europe/London").adding(seconds: -14 * 86_400))
        try t.world.run(until: at("\(monday) 23:00", in: "Europe/London").adding(seconds: 4 * 86_400))
        let bundles = t.world.said(.morning, to: t.mara)
        #expect(!bundles.isEmpty)
        for bundle in bundles {
            let agenda = t.world.said(.huddle, to: t.mara).last { $0.at <= bundle.at }
            #expect(agenda.map { bundle.at.seconds(since: $0.at) < 3_600 * 3 } == true)
        }
    }

    @Test("the week's line comes on Friday at 16:00 where the leader is, on a day off the day before")
    func weekly() throws {
        let t = try team(zone: "America/New_York", leaderZone: "Europe/London")
        try t.world.sql("INSERT INTO holiday(on_date, person_id) VALUES ('2026-03-13', \(t.mara))")
        t.world.act(at: try at("2026-03-04 10:00", in: "Europe/London")) { try note(t, "support", account: t.acme) }
        t.world.act(at: try at("2026-03-05 10:00", in: "Europe/London")) { try t.world.touch(t.acme, by: t.ana) }
        try t.world.run(until: at("2026-03-20 23:00", in: "Europe/London"))
        #expect(
            try times(.weekly, to: t.mara, t.world) == ["2026-03-06 16:00", "2026-03-12 16:00", "2026-03-20 16:00"])
        let text = t.world.said(.weekly).first?.text ?? ""
        #expect(
            text.contains("This week 1 account came up in huddles and talks, twice; it has moved since."),
            "\(text)")
        #expect(text.contains("Coverage: 1 of 1 account touched in 20 working days."))
    }

    @Test("what only heard from us did not move, and a talk is a talk although it was about no account")
    func movement() throws {
        let t = try team()
        t.world.act(at: try at("2026-03-04 10:00", in: "Europe/London")) {
            try note(t, "support", account: t.acme)
            try note(t, "one-to-one")
        }
        let mail = try at("2026-03-05 10:00", in: "Europe/London")
        t.world.act(at: mail) {
            try t.world.store.log(
                LoggedActivity(personID: t.ana, accountID: t.acme, kind: .email, direction: .out, at: mail))
        }
        try t.world.run(until: at("2026-03-06 23:00", in: "Europe/London"))
        let text = t.world.said(.weekly).first?.text ?? ""
        #expect(text.contains("; it has heard from us since."), "\(text)")
        #expect(text.contains("Talks noted: Ana 1."), "\(text)")
    }

    @Test("a message about the day's plan is one, and planned activity after it on its day is its effect")
    func effects() throws {
        let t = try team()
        try t.world.sql(
            "INSERT INTO plan(rep_id, kind, count) VALUES (\(t.ana), 'touch', 6), (\(t.ana), 'research', 1)")
        for (day, hour) in [("02", "16"), ("03", "16"), ("04", "11")] {
            let call = try at("2026-03-\(day) \(hour):00", in: "Europe/London")
            t.world.act(at: call) { try t.world.touch(t.acme, by: t.ana) }
        }
        try t.world.run(until: at("2026-03-05 08:00", in: "Europe/London"))
        #expect(t.world.said(.afternoon, to: t.ana).count == 3)
        let roster = try t.world.engine.roster
        let effects = try Effects(store: t.world.store, roster: roster).effects(in: roster.teams[0], at: t.world.now)
        #expect(effects.first { $0.kind == .activityMissing } == Effect(.activityMissing, mentions: 3, helped: 2))
    }

    @Test("a leader who sells hears three times a day at most; on the day of the week's line there is no afternoon")
    func caps() throws {
        let t = try team()
        for number in 1...40 { try t.world.account("Own \(number)", of: t.mara, rank: number) }
        try t.world.sql("INSERT INTO plan(rep_id, kind, count) VALUES (\(t.mara), 'touch', 6)")
        try t.world.run(until: at("2026-03-20 23:00", in: "Europe/London"))
        let days = Dictionary(grouping: t.world.said.filter { $0.person == t.mara }) { $0.at.rfc3339.prefix(10) }
        #expect(days.values.allSatisfy { $0.count <= 3 })
        #expect(days["2026-03-05"]?.map(\.kind) == [.huddle, .morning, .afternoon])
        #expect(days["2026-03-06"]?.map(\.kind) == [.huddle, .morning, .weekly])
        let mixed = t.world.said(.morning, to: t.mara).filter {
            $0.message.items.contains { $0.kind?.subject == .leader }
        }
        #expect(!mixed.isEmpty)
        #expect(mixed.allSatisfy { $0.message.items.count { $0.state != .thanks } <= 5 })
    }

    @Test(
        "the agendas of a leader of three teams count as one, his own message comes with them, and the week's lines are one"
    )
    func threeTeams() throws {
        let t = try team()
        for name in ["South", "West"] {
            let other = try t.world.team(name, zone: "Europe/London")
            try t.world.sql("UPDATE team SET leader_id = \(t.mara) WHERE id = \(other)")
            let rep = try t.world.person("\(name) Rep", team: other, zone: "Europe/London")
            try t.world.account("\(name) Ltd", of: rep)
        }
        try t.world.run(until: at("2026-03-20 23:00", in: "Europe/London"))
        let days = Dictionary(grouping: t.world.said.filter { $0.person == t.mara }) { $0.at.rfc3339.prefix(10) }
        let agendas: [Message.Kind] = [.huddle, .huddle, .huddle]
        #expect(days["2026-03-05"]?.map(\.kind) == agendas)
        #expect(days["2026-03-10"]?.map(\.kind) == agendas + [.morning])
        #expect(days["2026-03-06"]?.map(\.kind) == agendas + [.weekly])
        #expect(days["2026-03-13"]?.map(\.kind) == agendas + [.morning, .weekly])
        let weekly = t.world.said(.weekly)
        #expect(weekly.count == 3)
        #expect(weekly.first?.text.hasPrefix("The week of Team North, South and West · Fri 6 Mar\n") == true)
        #expect(try t.world.count("SELECT count(*) FROM slot WHERE kind = 'weekly'") == 9)
    }

    @Test(
        "where the line's time is outside the working hours it comes an hour before their end, never before the agenda",
        arguments: [("06:00-14:00", "08:40", "2026-03-06 13:00"), ("07:00-15:30", "15:00", "2026-03-06 15:00")])
    func earlyLeader(hours: String, huddle: String, expected: String) throws {
        let t = try team()
        try t.world.sql("UPDATE person SET hours = '\(hours)' WHERE id = \(t.mara)")
        t.world.policy.top.huddleAt = try time(huddle)
        try t.world.run(until: at("2026-03-06 23:00", in: "Europe/London"))
        #expect(try times(.weekly, to: t.mara, t.world) == [expected])
        #expect(t.world.said.filter { $0.person == t.mara }.suffix(2).map(\.kind) == [.huddle, .weekly])
    }

    @Test("a silenced kind is found and said to nobody; the next agenda and each week's line say so")
    func quieted() throws {
        let world = try World()
        world.forgetIdleness()
        let team = try world.team(zone: "Europe/London")
        let mara = try world.leader(of: team, zone: "Europe/London")
        let ana = try world.person("Ana", team: team, zone: "Europe/London")
        try world.account("Acme", of: ana)
        let silenced = try at("2026-03-02 20:00", in: "Europe/London")
        world.act(at: silenced) { try world.store.quiet(.noNextStep, in: team, at: silenced) }
        try world.run(until: at("2026-03-06 23:00", in: "Europe/London"))
        #expect(world.said(.morning, to: ana).count == 1)
        #expect(try world.store.openEpisodes(.rep(ana)).map(\.finding.kind) == [.noNextStep])
        let line = "Messages about missing next steps are off since "
        #expect(world.said(.huddle, to: mara).map { $0.text.contains(line) } == [false, true, false, false, false])
        #expect(world.said(.weekly, to: mara).first?.text.contains(line) == true)
    }

    @Test("an observer with a route reads the agenda and hears nothing else")
    func observer() throws {
        let t = try team()
        let olaf = try t.world.person("Olaf", .observer, team: t.team)
        t.world.routeLeader()
        t.world.routing.channels["olaf"] = Channel(name: "olaf", platform: World.slack("olaf"))
        var routes = Routes()
        routes.leader = "olaf"
        try t.world.sql(
            """
            UPDATE team SET aim = 'Ten plants by June';
            INSERT INTO promise(leader_id, text, due_on, made_at) VALUES (\(t.mara), 'a word', '2026-12-01', 0);
            """)
        t.world.routing.people["olaf@example.com"] = routes
        try t.world.run(until: at("2026-03-13 23:00", in: "Europe/London"))
        #expect(t.world.said.filter { $0.person == olaf }.map(\.kind) == Array(repeating: .huddle, count: 10))
        for word in ["Ten plants", "You said"] {
            let readers = t.world.said(.huddle).filter { $0.text.contains(word) }.map(\.person)
            #expect(readers == Array(repeating: t.mara, count: 10))
        }
    }

    @Test(
        "a leader without a place of his own hears in his agenda's, unless somebody else reads there",
        arguments: [true, false])
    func privacy(isShared: Bool) throws {
        let t = try team()
        t.world.routeLeader()
        if isShared {
            let other = try t.world.team("South", zone: "Europe/London")
            try t.world.leader("Nils", of: other)
        }
        try t.world.run(until: at("2026-03-10 12:00", in: "Europe/London"))
        #expect(t.world.said(.morning, to: t.mara).isEmpty == isShared)
        #expect(try (t.world.engine.roster.members[t.mara]?.unreached != nil) == isShared)
    }
}
