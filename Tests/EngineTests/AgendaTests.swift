import CivilTime
import Coaching
import Store
import Testing

@testable import Engine

@Suite("What an agenda remembers", .enabled(if: Zones.areThere, "tzdata is not installed"))
struct AgendaTests {
    private func team(reps: Int = 2, accounts: Int = 1) throws -> (world: World, team: RowID, reps: [RowID]) {
        let world = try World()
        world.forgetIdleness()
        let team = try world.team(zone: "Europe/London")
        try world.leader(of: team, zone: "Europe/London")
        let reps = try (1...reps).map { number in
            let rep = try world.person("Rep\(number)", team: team, zone: "Europe/London")
            for rank in 1...accounts {
                try world.account("Account \(number)-\(rank)", of: rep, rank: rank, nextStep: World.farStep)
            }
            return rep
        }
        return (world, team, reps)
    }

    @Test("good work is told once, and kept")
    func highlights() throws {
        let (world, _, reps) = try team()
        try world.sql("INSERT INTO milestone(account_id, title) VALUES (1, 'CFO met')")
        // Early on Tuesday: of this day's agenda and of the next one's span.
        world.act(at: try at("2026-03-03 07:00", in: "Europe/London")) {
            try world.sql("UPDATE milestone SET done_on = '2026-03-03' WHERE title = 'CFO met'")
        }
        try world.run(until: at("2026-03-05 12:00", in: "Europe/London"))
        let told = world.said(.huddle).map { $0.text.contains("Rep1 reached \"CFO met\" at Account 1-1.") }
        #expect(told == [false, true, false, false])
        #expect(
            try world.store.database.query("SELECT rep_id, kind, on_date, note FROM highlight") {
                "\($0.int64(0)) \($0.text(1)) \($0.text(2)) \($0.text(3))"
            } == ["\(reps[0]) milestone 2026-03-03 CFO met"])
    }

    @Test("what was written down late is told as well, and within five working days only")
    func lateHighlights() throws {
        let (world, _, _) = try team()
        try world.sql("INSERT INTO milestone(account_id, title) VALUES (1, 'CFO met'), (2, 'CFO met')")
        world.act(at: try at("2026-03-12 17:00", in: "Europe/London")) {
            try world.sql("UPDATE milestone SET done_on = '2026-03-06' WHERE account_id = 1 AND title = 'CFO met'")
            try world.sql("UPDATE milestone SET done_on = '2026-03-05' WHERE account_id = 2 AND title = 'CFO met'")
        }
        try world.run(until: at("2026-03-18 12:00", in: "Europe/London"))
        let told = world.said(.huddle).filter { $0.text.contains("reached \"CFO met\"") }
        #expect(told.map { String($0.at.rfc3339.prefix(10)) } == ["2026-03-13"])
        #expect(told.first?.text.contains("Rep1 reached \"CFO met\" at Account 1-1.") == true)
    }

    @Test("a first contact and the first talk with somebody there are one highlight")
    func oneAnAccount() throws {
        let world = try World()
        let team = try world.team(zone: "Europe/London")
        try world.leader(of: team, zone: "Europe/London")
        let ana = try world.person("Ana", team: team, zone: "Europe/London")
        let acme = try world.account("Acme", of: ana, selected: "2026-01-05", nextStep: World.farStep)
        let call = try at("2026-03-03 11:00", in: "Europe/London")
        world.act(at: call) {
            try world.sql(
                """
                INSERT INTO activity(person_id, account_id, kind, direction, stakeholder_id, occurred_at)
                SELECT \(ana), \(acme), 'call', 'two-way', id, \(call.secondsSinceEpoch) FROM stakeholder WHERE role = 'champion'
                """)
        }
        try world.run(until: at("2026-03-06 12:00", in: "Europe/London"))
        let highlights = world.said(.huddle).map { said in
            said.text.split(separator: "\n").filter { $0.hasPrefix("• Ana") || $0.hasPrefix("• Tom") }.map(String.init)
        }
        #expect(highlights.map(\.count) == [0, 0, 1, 0, 0])
        #expect(highlights[2].first?.contains("first contact with Acme") == true)
    }

    @Test("an account that moves again is told by the touch that ended its silence, not by what came after")
    func movingAgain() throws {
        let world = try World()
        let team = try world.team(zone: "Europe/London")
        try world.leader(of: team, zone: "Europe/London")
        let ana = try world.person("Ana", team: team, zone: "Europe/London")
        let acme = try world.account("Acme", of: ana, nextStep: World.farStep)
        let duff = try world.account("Duff", of: ana, nextStep: World.farStep)
        try world.sql("UPDATE account SET stall_after = 3 WHERE id = \(duff)")
        func log(_ account: RowID, _ kind: ActivityKind, _ direction: Direction, _ name: String, _ time: String) throws
        {
            let person = try world.store.database.first(
                "SELECT id FROM stakeholder WHERE account_id = \(account) AND name LIKE '\(name)%'"
            ) { $0.int64(0) }
            let instant = try at(time, in: "Europe/London")
            let activity = LoggedActivity(
                personID: ana, accountID: account, kind: kind, direction: direction, at: instant, stakeholderID: person)
            if instant < world.now {
                try world.store.log(activity)
            } else {
                world.act(at: instant) { try world.store.log(activity) }
            }
        }
        for account in [acme, duff] {
            try log(account, .call, .twoWay, "Petra", "2026-02-09 10:00")
            try log(account, .call, .twoWay, "Tom", "2026-02-10 10:00")
        }
        // Watched closely: three days without a touch are no silence to the team.
        try log(duff, .call, .twoWay, "Petra", "2026-02-27 10:00")
        try log(duff, .call, .twoWay, "Petra", "2026-03-06 10:00")
        try log(acme, .email, .out, "Petra", "2026-03-09 11:00")
        try log(acme, .call, .twoWay, "Petra", "2026-03-09 15:00")
        try log(acme, .demo, .twoWay, "Tom", "2026-03-10 08:00")
        world.act(at: try at("2026-03-09 20:00", in: "Europe/London")) { try world.account("Zeta", of: ana) }
        try world.run(until: at("2026-03-11 12:00", in: "Europe/London"))
        let highlights = world.said(.huddle).flatMap { said in
            said.text.split(separator: "\n").filter { $0.contains("moving again") }.map(String.init)
        }
        #expect(
            highlights == ["• Ana got Acme moving again after 18 working days: the call with Petra (economic buyer)."])
        let thanks = world.said(.morning, to: ana).flatMap(\.message.items).filter { $0.state == .thanks }
        let words = thanks.first { $0.accountID == acme }?.heading.text ?? ""
        #expect(
            words.hasPrefix("Acme is moving again: a call with Petra (economic buyer) yesterday, after 18 "), "\(words)"
        )
    }

    @Test("what was done on an account stays done when it is won and leaves the list")
    func won() throws {
        let (world, _, reps) = try team(reps: 1, accounts: 2)
        try world.sql("INSERT INTO plan(rep_id, kind, count) VALUES (\(reps[0]), 'touch', 2)")
        for day in ["02", "03", "04"] {
            for hour in ["11", "15"] {
                let call = try at("2026-03-\(day) \(hour):00", in: "Europe/London")
                world.act(at: call) { try world.touch(1, by: reps[0]) }
            }
        }
        let signed = try at("2026-03-05 08:00", in: "Europe/London")
        world.act(at: signed) {
            try world.store.editing(as: "rep1@example.com", at: signed) {
                try world.store.closeAccount(1, as: .won, because: "signed")
            }
        }
        try world.run(until: at("2026-03-05 12:00", in: "Europe/London"))
        let agenda = world.said(.huddle).last?.text ?? ""
        #expect(agenda.contains("• Rep1 won Account 1-1."), "\(agenda)")
        #expect(agenda.contains("• Rep1 did the whole plan, three working days running."), "\(agenda)")
        #expect(agenda.contains("Rep1  ▁▁▇▇▇  6 of 10\n"), "\(agenda)")
    }

    @Test("a run of full plans is told at growing marks, with its number")
    func streaks() throws {
        let (world, _, reps) = try team(reps: 1)
        try world.sql("INSERT INTO plan(rep_id, kind, count) VALUES (\(reps[0]), 'touch', 1)")
        for day in 0..<60 {
            let noon = try at("2026-03-02 12:00", in: "Europe/London").adding(seconds: Int64(day) * 86_400)
            world.act(at: noon) { try world.touch(1, by: reps[0]) }
        }
        try world.run(until: at("2026-04-30 12:00", in: "Europe/London"))
        let told = world.said(.huddle).compactMap { said in
            said.text.split(separator: "\n").first { $0.contains("the whole plan") }.map(String.init)
        }
        #expect(
            told
                == ["three", "five", "ten", "20", "40"].map {
                    "• Rep1 did the whole plan, \($0) working days running."
                })
    }

    @Test(
        "accounts that a handover left on nobody's list are told on the first day and once a week, by their last team")
    func unlisted() throws {
        let (world, team, reps) = try team(accounts: 2)
        let other = try world.team("South", zone: "Europe/London")
        try world.leader("Nils", of: other, zone: "Europe/London")
        let handover = try at("2026-03-03 15:00", in: "Europe/London")
        world.act(at: handover) {
            try world.store.editing(as: "mara@example.com", at: handover) {
                try world.sql("UPDATE account SET rep_id = NULL, rank = NULL WHERE rep_id = \(reps[0])")
            }
        }
        try world.run(until: at("2026-03-10 12:00", in: "Europe/London"))
        let line = "2 accounts that Rep1 had are on nobody's list: Account 1-1 and Account 1-2."
        let told = world.said(.huddle).filter { $0.text.contains(line) }
        #expect(told.map { String($0.at.rfc3339.prefix(10)) } == ["2026-03-04", "2026-03-09"])
        #expect(told.allSatisfy { $0.team == team })
    }

    @Test("who shares a first name is told apart by the initial, wherever others read")
    func namesakes() throws {
        let world = try World()
        world.forgetIdleness()
        let team = try world.team(zone: "Europe/London")
        let mara = try world.leader("Mara Lind", of: team, zone: "Europe/London")
        for name in ["Ana Reis", "Ana Silva", "Ben Roth", "Ben Rau"] {
            let rep = try world.person(name, team: team, zone: "Europe/London")
            try world.account("\(name) Ltd", of: rep)
        }
        try world.sql("INSERT INTO ask(rep_id, text, asked_at) VALUES (2, 'who knows?', 0), (4, 'who else?', 0)")
        try world.run(until: at("2026-03-06 23:00", in: "Europe/London"))
        let agenda = world.said(.huddle, to: mara).first?.text ?? ""
        #expect(agenda.contains("• Ana R., ") && agenda.contains("• Ben Roth, "), "\(agenda)")
        let weekly = world.said(.weekly, to: mara).first?.text ?? ""
        #expect(weekly.contains("On the agenda: Ana R. ") && weekly.contains("Ana S. ") && weekly.contains("Ben Rau "))
        #expect(world.said(.morning, to: 2).first?.text.hasPrefix("Good morning Ana. ") == true)
    }

    @Test("who is known in two circles has the longer of the names by which they tell him apart", arguments: 0..<8)
    func twoCircles(teamsBefore: Int) throws {
        let world = try World()
        for number in 0..<teamsBefore { try world.team("Before \(number)") }
        let (north, south) = (try world.team("North"), try world.team("South"))
        try world.leader("Mara", of: north)
        try world.leader("Nils", of: south)
        let braun = try world.person("Eva Braun", team: north)
        try world.person("Eva Bach", team: north)
        try world.person("Eva Klein", team: south)
        try world.sql("UPDATE team SET deputy_id = \(braun) WHERE id = \(south)")
        #expect(try world.engine.roster.members[braun]?.rep.shortName == "Eva Braun")
    }

    @Test("everybody of the team may ask; who is on leave said nothing for the day; the leader's leave is named")
    func people() throws {
        let (world, team, reps) = try team()
        let mara: RowID = 1
        let obi = try world.person("Obi", .observer, team: team)
        let dora = try world.person("Dora", .leader, team: team, zone: "Europe/London")
        try world.sql("UPDATE team SET deputy_id = \(dora)")
        try world.away(mara, "2026-03-04", "2026-03-05")
        try world.away(reps[1], "2026-03-04", "2026-03-04")
        try world.sql(
            """
            INSERT INTO ask(rep_id, text, asked_at) VALUES (\(mara), 'who has time?', \(world.now.secondsSinceEpoch)),
              (\(obi), 'who knows Oslo?', \(world.now.secondsSinceEpoch));
            INSERT INTO commitment(rep_id, account_id, text, due_on, made_at) VALUES (\(reps[1]), 2, 'demo', '2026-03-04', 0);
            """)
        try world.run(until: at("2026-03-05 12:00", in: "Europe/London"))
        let agendas = world.said(.huddle).map(\.text)
        #expect(agendas[0].contains("• Mara, ") && agendas[0].contains("• Obi, "))
        #expect(agendas[2].contains(" · Away: Rep2, back Thu 5 Mar; Mara, back Fri 6 Mar\n"))
        #expect(!agendas[2].contains("Rep2: demo"))
        #expect(agendas[3].contains("Rep2: demo"))
    }

    @Test("on the leader's holiday the deputy leads, and a leader far away has no huddle on a day off")
    func holidays() throws {
        let (world, _, _) = try team()
        let dora = try world.person("Dora", .leader, team: 1, zone: "Europe/London")
        try world.sql("UPDATE team SET deputy_id = \(dora)")
        try world.sql("INSERT INTO holiday(on_date, person_id) VALUES ('2026-03-03', 1)")
        try world.run(until: at("2026-03-04 12:00", in: "Europe/London"))
        #expect(world.said(.huddle).map(\.person) == [1, dora, 1])
        let far = try World()
        far.forgetIdleness()
        let team = try far.team(zone: "Pacific/Auckland")
        try far.leader(of: team, zone: "America/Los_Angeles")
        let rep = try far.person("Rep", team: team, zone: "Pacific/Auckland")
        try far.account("Acme", of: rep, nextStep: World.farStep)
        try far.run(until: at("2026-03-16 23:00", in: "Pacific/Auckland"))
        let days = try far.said(.huddle).map { try zone("America/Los_Angeles").date(at: $0.at).weekday }
        #expect(days.prefix(6) == [.monday, .tuesday, .wednesday, .thursday, .friday, .monday])
        #expect(try far.slots(.huddle, of: .team(team)).allSatisfy { $0.outcome == "sent" })
    }

    @Test("a pattern is told at a team's first huddle and then once a week, each time with its question")
    func pattern() throws {
        let world = try World("2026-03-04 00:00")
        let team = try world.team(zone: "Europe/London")
        try world.leader(of: team, zone: "Europe/London")
        let rep = try world.person("Rep", team: team, zone: "Europe/London")
        for rank in 1...6 {
            try world.account("Account \(rank)", of: rep, rank: rank, touched: at("2026-01-12 10:00"))
        }
        try world.run(until: at("2026-03-17 12:00", in: "Europe/London"))
        let told = world.said(.huddle).filter { $0.text.contains("Pattern: ") }
        #expect(told.map { String($0.at.rfc3339.prefix(10)) } == ["2026-03-04", "2026-03-09", "2026-03-16"])
        #expect(told.allSatisfy { $0.text.contains("Worth ten minutes this week: ") })
    }

    @Test("an ask says how many huddles heard it while each does, then once a week only since when it is")
    func askHuddles() throws {
        let (world, _, reps) = try team(accounts: 4)
        world.act(at: try at("2026-03-03 10:00", in: "Europe/London")) {
            try world.sql(
                """
                INSERT INTO ask(rep_id, text, asked_at) VALUES (\(reps[0]), 'who knows?', \(world.now.secondsSinceEpoch))
                """)
        }
        try world.run(until: at("2026-03-17 12:00", in: "Europe/London"))
        let lines = world.said(.huddle).map { said in
            said.text.split(separator: "\n").first { $0.hasPrefix("• ") && $0.contains("who knows?") }.map(String.init)
        }
        let proposed = "Proposed: Rep1 and Mara, 20 minutes today."
        let heard: [String?] = [
            ("third", proposed), ("fourth", proposed), ("fifth", "Has anything come of it?"),
            ("sixth", "Has anything come of it?"),
        ].map { "• Rep1, since Tue 3 Mar, \($0) huddle: \"who knows?\" \($1)" }
        #expect(lines.prefix(2) == [nil, nil])
        #expect(lines[2] == "• Rep1, since yesterday: \"who knows?\" Who takes it up today?")
        #expect(lines[4...7] == heard[...])
        #expect(lines[8...11] == [nil, nil, "• Rep1, since Tue 3 Mar: \"who knows?\" Still wanted?", nil])
    }

    @Test("an ask is matched with who passed the same point, at most twice a week, and keeps its colleague")
    func colleagues() throws {
        let (world, _, reps) = try team(accounts: 4)
        try world.sql("UPDATE account SET industry = 'energy' WHERE name IN ('Account 1-1', 'Account 2-1')")
        try world.sql(
            """
            INSERT INTO milestone(account_id, title, done_on) VALUES
              ((SELECT id FROM account WHERE name = 'Account 2-1'), 'CFO met', '2026-02-12');
            INSERT INTO milestone(account_id, title, due_on)
              SELECT id, 'CFO met', '2026-12-01' FROM account WHERE rep_id = \(reps[0]);
            """)
        for rank in 1...3 {
            world.act(at: try at("2026-03-02 1\(rank):00", in: "Europe/London")) {
                try world.sql(
                    """
                    INSERT INTO ask(rep_id, account_id, text, asked_at) SELECT \(reps[0]), id, 'who has met a CFO? \(rank)',
                      \(world.now.secondsSinceEpoch) FROM account WHERE name = 'Account 1-\(rank)'
                    """)
            }
        }
        try world.run(until: at("2026-03-09 12:00", in: "Europe/London"))
        let agendas = world.said(.huddle).map(\.text)
        let proposal = "Rep2 passed \"CFO met\" at Account 2-1 (energy) on Thu 12 Feb."
        #expect(agendas[1].contains("\"who has met a CFO? 1\" \(proposal)"))
        #expect(agendas[1].contains("\"who has met a CFO? 2\" \(proposal)"))
        #expect(agendas[1].contains("\"who has met a CFO? 3\"\n"))
        #expect(agendas[2].contains("\"who has met a CFO? 1\" \(proposal)"))
        // The week after there is room again.
        #expect(agendas[5].contains("\"who has met a CFO? 3\" \(proposal)"))
        // One of the two that had their week rests, and keeps its colleague; of the other it is asked what came of it.
        #expect(agendas[5].contains("\"who has met a CFO? 1\" Did Rep1 and Rep2 get to it?"))
        #expect(!agendas[5].contains("\"who has met a CFO? 2\" \(proposal)"))
        #expect(try world.count("SELECT count(*) FROM ask_match") == 3)
    }

    @Test("the aim is shown as what it breaks back into, and the preview keeps nothing")
    func aim() throws {
        let (world, team, reps) = try team(accounts: 3)
        try world.sql("UPDATE team SET aim = 'Ten plants by June.'")
        try world.sql("INSERT INTO plan(rep_id, kind, count) VALUES (\(reps[0]), 'touch', 6)")
        try world.sql("INSERT INTO milestone(account_id, title, due_on) VALUES (1, 'CFO met', '2026-03-06')")
        try world.sql("INSERT INTO milestone(account_id, title, done_on) VALUES (2, 'CFO met', '2026-03-02')")
        let before = try world.dump()
        let found = try #require(try world.engine.roster.team(named: "Team North"))
        let preview = try world.engine.previewHuddle(found, at: at("2026-03-03 08:40", in: "Europe/London"))
        #expect(
            preview?.agenda.plainText.contains(
                "The aim \"Ten plants by June\" today: 6 projects, 1 milestone this week, 6 touches planned today.")
                == true)
        #expect(preview?.room?.plainText.contains("aim") != true)
        #expect(try world.dump() == before)
        _ = team
    }

    @Test("over ten weeks of stalls the reps have the same number of places", arguments: [3, 4, 8])
    func evenPlaces(reps: Int) throws {
        let world = try World("2026-01-05 00:00")
        let team = try world.team(zone: "Europe/London")
        try world.leader(of: team, zone: "Europe/London")
        for number in 1...reps {
            let rep = try world.person("Rep\(number)", team: team, zone: "Europe/London")
            for rank in 1...6 { try world.account("Account \(number)-\(rank)", of: rep, rank: rank) }
        }
        try world.run(until: world.now.adding(seconds: 70 * 86_400))
        let places = try world.store.database.query(
            """
            SELECT count(*) FROM message_item i JOIN account a ON a.id = i.account_id JOIN message m ON m.id = i.message_id
            WHERE m.kind = 'huddle' GROUP BY a.rep_id
            """
        ) { $0.int(0) }
        #expect(places.count == reps && (places.max() ?? 0) - (places.min() ?? 0) <= 3, "\(places)")
    }

    @Test("in ten weeks each of a team's 250 accounts comes up, and rotating places are shared evenly")
    func tenWeeks() throws {
        let world = try World("2026-01-05 00:00")
        let team = try world.team(zone: "Europe/London")
        let mara = try world.leader(of: team, zone: "Europe/London")
        var reps: [RowID] = []
        var dice = SeededGenerator(seed: 5)
        for number in 1...5 {
            let rep = try world.person("Rep\(number)", team: team, zone: "Europe/London", plan: ["touch": 6])
            reps.append(rep)
            for rank in 1...50 {
                // Two in three have a step; all were touched lately.
                let step = Int.random(in: 0..<3, using: &dice) > 0
                try world.account(
                    "Account \(number)-\(rank)", of: rep, rank: rank,
                    nextStep: step ? "2026-02-\(10 + rank % 18)" : nil,
                    touched: world.now.adding(seconds: -Int64.random(in: 1..<12, using: &dice) * 86_400))
            }
        }
        // Six touches a day, over the list in turn with some luck.
        for day in 0..<70 {
            for rep in reps {
                for _ in 0..<6 {
                    let account = (rep - reps[0]) * 50 + RowID.random(in: 1...50, using: &dice)
                    let instant = world.now.adding(
                        seconds: Int64(day) * 86_400 + Int64.random(in: 36_000..<60_000, using: &dice))
                    world.act(at: instant) { try world.touch(account, by: rep) }
                }
            }
        }
        try world.run(until: world.now.adding(seconds: 70 * 86_400))
        let never = try world.store.database.query(
            """
            SELECT name FROM account a
            WHERE NOT EXISTS (SELECT 1 FROM message_item i WHERE i.account_id = a.id AND i.voided = 0)
            """
        ) { $0.text(0) }
        #expect(never.isEmpty, "\(never)")
        let turns = try world.store.database.query(
            """
            SELECT count(*) FROM message_item i JOIN account a ON a.id = i.account_id JOIN message m ON m.id = i.message_id
            WHERE m.kind = 'huddle' AND i.state = 'rotation' GROUP BY a.rep_id
            """
        ) { $0.int(0) }
        #expect(turns.count == 5 && (turns.max() ?? 0) - (turns.min() ?? 0) <= 1, "\(turns)")
        #expect(world.said(.huddle, to: mara).count == 50)
    }
}
