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
