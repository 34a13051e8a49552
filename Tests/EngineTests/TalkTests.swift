import Chat
import CivilTime
import Coaching
import Store
import Testing

@testable import Engine

/// Friday 27 November 2026, 10:05 in London: Ana sells, Mara leads her.
@Suite("A conversation", .enabled(if: Zones.areThere, "tzdata is not installed"))
struct TalkTests {
    private let world: World
    private let (mara, ana): (RowID, RowID)
    private let (acme, globex): (RowID, RowID)

    init() throws {
        world = try World("2026-11-27 10:05")
        let team = try world.team(zone: "Europe/London")
        mara = try world.leader(of: team)
        ana = try world.person("Ana", team: team, plan: ["touch": 3])
        acme = try world.account("Acme Logistics", of: ana, rank: 1)
        globex = try world.account("Globex", of: ana, rank: 2)
        _ = try world.account("Acme Steel", of: ana, rank: 3)
        try world.sql(
            """
            INSERT INTO stakeholder(account_id, name, role) VALUES (\(globex), 'Petra Lind', 'champion');
            INSERT INTO milestone(account_id, title, due_on) VALUES (\(globex), 'CFO met', '2026-12-04');
            INSERT INTO research_item(account_id, topic, answer) VALUES (\(globex), 'business', 'they ship pumps');
            """)
    }

    private func say(_ text: String, as person: RowID? = nil) throws -> [String] {
        try world.say(text, as: person ?? ana)
    }

    private func value(_ sql: String) throws -> String { try world.value(sql) }

    @Test("a word sets the last act right: it is taken back and done as it was")
    func corrected() throws {
        _ = try say("called Globex: wants the audit")
        #expect(try say("no, it was acme logistics").contains("Taken back: \"called Globex: wants the audit\"."))
        #expect(
            try value("SELECT a.name || ': ' || v.note FROM activity v JOIN account a ON a.id = v.account_id")
                == "Acme Logistics: wants the audit")
        _ = try say("i meant emailed")
        #expect(try value("SELECT kind FROM activity") == "email")
        _ = try say("undo")
        #expect(try value("SELECT count(*) || '' FROM activity") == "0")
    }

    @Test("what answers a question back corrects nothing, and what no word can set right is said")
    func notCorrected() throws {
        _ = try say("called Globex: wants the audit")
        _ = try say("called Petra yesterday")
        _ = try say("it was acme logistics")
        #expect(
            try value(
                "SELECT group_concat(a.name) FROM (SELECT * FROM activity ORDER BY id) v JOIN account a ON a.id = v.account_id"
            )
                == "Globex,Acme Logistics")
        _ = try say("next globex: send the audit, 1 dec")
        #expect(
            try say("no, 2 dec") == ["Nothing is changed. undo takes the last one back; then write it anew."])
        #expect(
            try value("SELECT next_step || next_step_on FROM account WHERE id = \(globex)")
                == "send the audit2026-12-01")
    }

    @Test("which of two is meant is answered by a word")
    func chosen() throws {
        #expect(try say("called acme").last == "Which one: Acme Logistics, Acme Steel?")
        #expect(try say("steel").first == "Noted: call, not answered yet, Acme Steel, today 10:05.")
    }

    @Test("an account is shown to its rep and its leader")
    func shown() throws {
        for (words, reader) in [("globex?", ana), ("what about globex", mara)] {
            let card = try say(words, as: reader)
            #expect(card.first?.hasPrefix("Globex · ") == true)
            #expect(card.contains("No touch yet.") && card.contains("business: they ship pumps"), "\(card)")
            #expect(card.contains { $0.contains("Petra Lind (champion)") }, "\(card)")
        }
        #expect(try say("how is ana doing?", as: mara).first?.hasPrefix("Ana: 3 accounts") == true)
    }

    @Test("what is said for a day off stands on the next working day, and says so")
    func dayOff() throws {
        #expect(
            try say("i'll call petra at globex tomorrow") == [
                "Said for Mon 30 Nov: call petra at globex (Globex)", "Sat 28 Nov is a day off for you.",
            ])
    }

    @Test("a milestone is planned, moved and reached once")
    func milestones() throws {
        #expect(
            try say("milestone globex: pilot agreed by 20 dec") == [
                "New milestone at Globex: \"Pilot agreed\", Sun 20 Dec."
            ]
                || value("SELECT title FROM milestone ORDER BY id DESC LIMIT 1") == "pilot agreed")
        #expect(try say("globex cfo met moved to 11 dec") == ["Milestone of Globex: CFO met, Fri 11 Dec."])
        #expect(try value("SELECT due_on FROM milestone WHERE title = 'CFO met'") == "2026-12-11")
        _ = try say("undo")
        #expect(try value("SELECT due_on FROM milestone WHERE title = 'CFO met'") == "2026-12-04")
        #expect(try say("done cfo met at globex on wed").first == "Reached at Globex: CFO met, Wed 25 Nov.")
        #expect(try say("done cfo met at globex") == ["Globex reached CFO met already, on Wed 25 Nov."])
    }

    @Test("an account that is won or lost leaves the list, and an undo brings it back to its place")
    func closed() throws {
        #expect(try say("lost globex").last == "Why? A few words are enough.")
        #expect(try say("they merged") == ["Globex is lost: they merged."])
        #expect(
            try value("SELECT name || rank FROM account WHERE status = 'active' ORDER BY rank")
                == "Acme Logistics1 Acme Steel2")
        _ = try say("undo")
        #expect(
            try value("SELECT name || rank FROM account WHERE status = 'active' ORDER BY rank")
                == "Acme Logistics1 Globex2 Acme Steel3")
    }
}
