import Chat
import CivilTime
import Coaching
import Store
import Testing

@testable import Engine

/// Tuesday 24 November 2026, 10:05 in London: Ana and Ben sell, Mara leads them.
@Suite("What people write, and what is answered", .enabled(if: Zones.areThere, "tzdata is not installed"))
struct ConversationTests {
    private let world: World
    private let (mara, ana, ben): (RowID, RowID, RowID)
    private let (acme, globex, duff): (RowID, RowID, RowID)

    init() throws {
        world = try World("2026-11-24 10:05")
        let team = try world.team(zone: "Europe/London")
        mara = try world.leader(of: team)
        ana = try world.person("Ana", team: team, plan: ["touch": 3])
        ben = try world.person("Ben", team: team)
        acme = try world.account("Acme Logistics", of: ana, rank: 1)
        globex = try world.account("Globex", of: ana, rank: 2)
        duff = try world.account("Duff", of: ben)
        try world.sql(
            """
            INSERT INTO stakeholder(account_id, name, role) VALUES (\(acme), 'Jonas Berg', 'user');
            INSERT INTO milestone(account_id, title) VALUES (\(acme), 'CFO met');
            """)
    }

    private func say(_ text: String, as person: RowID? = nil) throws -> [String] {
        try world.say(text, as: person ?? ana)
    }

    private func value(_ sql: String) throws -> String { try world.value(sql) }

    @Test("an act is done in the writer's name as it was understood, and the answer says so")
    func done() throws {
        #expect(
            try say("called Acme with Jonas for CFO: the audit comes first")
                == [
                    "Noted: call with Jonas Berg, Acme Logistics, today 10:05, for CFO met.",
                    "It is the first touch of Acme Logistics.", "Today: 1 of 3 touches.",
                ])
        #expect(
            try value(
                """
                SELECT p.name || '/' || v.kind || '/' || v.direction || '/' || s.name || '/' || v.note FROM activity v
                JOIN person p ON p.id = v.person_id JOIN stakeholder s ON s.id = v.stakeholder_id
                """) == "Ana/call/two-way/Jonas Berg/the audit comes first")
        #expect(try value("SELECT milestone_id IS NOT NULL || '' FROM activity") == "1")
    }

    @Test("several lines are several acts, and how far the day is stands once below them")
    func several() throws {
        #expect(
            try say("called Acme, no answer\nmailed Globex\nnext Globex thu: send the model")
                == [
                    "Noted: call, not answered yet, Acme Logistics, today 10:05.",
                    "It is the first touch of Acme Logistics.",
                    "Noted: e-mail, not answered yet, Globex, today 10:05.", "It is the first touch of Globex.",
                    "Next step at Globex: send the model, Thu 26 Nov.", "Today: 2 of 3 touches.",
                ])
        #expect(try value("SELECT next_step_on FROM account WHERE id = \(globex)") == "2026-11-26")
    }

    @Test("a word takes back all that the last words did, and only once")
    func undone() throws {
        _ = try say("mailed Globex")
        _ = try say("called Acme\ndone Acme CFO met\nnext Acme fri: send it\nhold Globex until 4 Dec: budget round")
        #expect(try value("SELECT count(*) || '' FROM activity") == "2")
        #expect(try say("undo").first?.hasPrefix("Taken back: \"called Acme") == true)
        #expect(try value("SELECT kind FROM activity") == "email")
        #expect(try value("SELECT done_on FROM milestone WHERE title = 'CFO met'") == "-")
        #expect(try value("SELECT next_step FROM account WHERE id = \(acme)") == "-")
        #expect(try value("SELECT count(*) || '' FROM hold") == "0")
        #expect(try say("undo ") == ["Taken back: \"mailed Globex\"."])
        #expect(try say("undo  ") == ["There is nothing of this week to take back."])
    }

    @Test(
        "the newest act is taken back, whatever it was, and never one before it",
        arguments: [
            ("away mon to fri", "SELECT count(*) || '' FROM away"),
            ("know Acme pain: late trucks", "SELECT count(*) || '' FROM research_item"),
            ("who Acme: Jonas Berg, champion", "SELECT role FROM stakeholder WHERE name = 'Jonas Berg'"),
            ("today Globex demo", "SELECT count(*) || '' FROM commitment"),
            ("hold Globex until 11 Dec: budget", "SELECT count(*) || '' FROM hold"),
        ])
    func newest(text: String, sql: String) throws {
        _ = try say("mailed Globex")
        let before = try value(sql)
        _ = try say(text)
        #expect(try value(sql) != before)
        #expect(try say("undo") == ["Taken back: \"\(text)\"."])
        #expect(try value(sql) == before)
        #expect(try value("SELECT count(*) || '' FROM activity") == "1")
    }

    @Test("a prolonged hold goes back to what it was, and so does a word that was moved")
    func prolonged() throws {
        _ = try say("hold Globex until fri: budget round")
        _ = try say("hold Globex until 11 Dec: still")
        _ = try say("undo")
        #expect(try value("SELECT until_on || ' ' || reason FROM hold") == "2026-11-27 budget round")
        _ = try say("today Acme call")
        _ = try say("moved call to thu")
        _ = try say("undo")
        #expect(try value("SELECT due_on FROM commitment") == "2026-11-24")
    }

    @Test("what a colleague changed since is left to him")
    func goneOn() throws {
        _ = try say("next Globex fri: a")
        _ = try say("next Globex thu: b", as: mara)
        #expect(try say("undo") == ["Left as it is, for it was changed since: \"next Globex fri: a\"."])
        #expect(try value("SELECT next_step FROM account WHERE id = \(globex)") == "b")
    }

    @Test("an account that went to another is his, also for an undo")
    func handedOver() throws {
        _ = try say("next Globex fri: a")
        try world.sql("UPDATE account SET rep_id = \(ben), rank = 2 WHERE id = \(globex)")
        #expect(try say("undo").first?.hasPrefix("Left as it is") == true)
        #expect(try value("SELECT next_step FROM account WHERE id = \(globex)") == "a")
        // Nor does a second one reach for what was done before.
        _ = try say("undo")
        #expect(try value("SELECT next_step FROM account WHERE id = \(globex)") == "a")
    }

    @Test("undo below other lines takes those back, and nothing before them")
    func undoneAtOnce() throws {
        _ = try say("mailed Globex")
        #expect(try say("called Acme\nundo")[2] == "All of that is taken back.")
        #expect(try value("SELECT kind FROM activity") == "email")
        _ = try say("undo")
        #expect(try value("SELECT count(*) || '' FROM activity") == "0")
    }

    @Test("what was asked back is completed by the next words")
    func completed() throws {
        #expect(try say("called Globxe").last == "At which account? Did you mean Globex?")
        #expect(try say("yes").first == "Noted: call, not answered yet, Globex, today 10:05.")
        _ = try say("next acme: send the model")
        #expect(try say("thu") == ["Next step at Acme Logistics: send the model, Thu 26 Nov."])
        _ = try say("hold globex")
        #expect(try say("4 Dec").last == "Why? A few words are enough.")
        #expect(try say("their budget round") == ["Globex rests until Fri 4 Dec: their budget round."])
        // What says something of its own completes nothing.
        _ = try say("called Acme last week")
        #expect(try say("should I call Globex?").first?.hasPrefix("Globex") == true)
        // It completes nothing twice.
        #expect(try say("4 Dec").first == "Not noted: \"4 Dec\"")
    }

    @Test("what answers an item is kept for its account; what only names one is kept when that is wanted")
    func kept() throws {
        world.forgetIdleness()
        try world.run(until: at("2026-11-24 14:00", in: "Europe/London"))
        let item = try #require(world.said(.morning, to: ana).last?.message.items.first)
        #expect(
            try say("1 the CFO decides in January") == ["Kept for \(item.account ?? ""): the CFO decides in January"])
        #expect(try say("Globex has a new CIO").last == "To keep it among the notes of Globex, write yes.")
        #expect(try say("yes") == ["Kept for Globex: Globex has a new CIO"])
        #expect(
            try value("SELECT topic || ': ' || answer FROM research_item ORDER BY id")
                == "notes: the CFO decides in January notes: Globex has a new CIO")
    }

    @Test("an ask for one alone does not go to the whole huddle, and an answer goes to the ask that is meant")
    func askedOfOne() throws {
        #expect(try say("ask mara: what about my pay?").first?.hasPrefix("Not noted: the whole huddle hears") == true)
        #expect(try value("SELECT count(*) || '' FROM ask") == "0")
        _ = try say("ask: who knows a user in energy?")
        _ = try say("ask: who has met a CFO?")
        #expect(try say("answer ana: me", as: ben).first?.hasPrefix("Ana asked more than one thing") == true)
        #expect(
            try say("answer ana: the CFO of Duff", as: ben).first
                == "Noted as your answer to Ana: \"who has met a CFO?\".")
    }

    @Test("a leader sees and keeps what he promised")
    func promises() throws {
        _ = try say("promise ana: a word with Globex", as: mara)
        #expect(try say("plan", as: mara) == ["Nothing is planned for today.", "Promised to Ana: a word with Globex"])
        #expect(
            try say("list", as: mara).map { String($0.prefix { $0 != "," }) } == ["Ana: 2 accounts", "Ben: 1 account"])
        #expect(try say("kept", as: mara) == ["Kept: a word with Globex"])
        #expect(try value("SELECT kept_at IS NOT NULL || '' FROM promise") == "1")
    }

    @Test("a number stands for the account of that item in the last message that arrived")
    func numbered() throws {
        world.forgetIdleness()
        try world.run(until: at("2026-11-24 14:00", in: "Europe/London"))
        let item = try #require(
            world.said(.morning, to: ana).last?.message.items.first { $0.number == 2 || $0.number == nil })
        let number = item.number ?? 1
        _ = try say("\(number) called")
        #expect(try value("SELECT account_id || '' FROM activity") == "\(item.accountID ?? 0)")
        #expect(try say("9 called").last == "The last message has no item 9.")
    }

    @Test("the plan of an account is its rep's and the leader's; a touch is anybody's")
    func rights() throws {
        #expect(try say("next Duff fri: send it") == ["Duff is on the list of Ben."])
        #expect(try say("done Duff x").first?.hasPrefix("Not noted") == true)
        #expect(try say("hold Duff until 4 Dec: budget") == ["Duff is on the list of Ben."])
        #expect(try value("SELECT next_step FROM account WHERE id = \(duff)") == "-")
        #expect(try say("called Duff")[0] == "Noted: call, not answered yet, Duff, today 10:05.")
        #expect(try say("next Duff fri: send it", as: mara) == ["Next step at Duff: send it, Fri 27 Nov."])
    }

    @Test("what belongs to leading is refused to who does not lead", arguments: ["talk ben: x", "praise ben: x"])
    func leading(text: String) throws {
        #expect(try say(text) == ["That is for whoever leads the team."])
        #expect(try value("SELECT count(*) || '' FROM coaching_note") == "0")
        #expect(try value("SELECT count(*) || '' FROM highlight") == "0")
    }

    @Test("a leader notes talks, praise, promises and support in the chat")
    func leaderActs() throws {
        #expect(
            try say("talk ana Globex: the audit first", as: mara) == [
                "Noted for the two of you: talk with Ana, Globex."
            ])
        #expect(try say("praise ben: good note", as: mara) == ["Praise for Ben: good note"])
        #expect(try say("support Duff: called their CFO", as: mara) == ["Noted for you and Ben: support on Duff."])
        #expect(try value("SELECT kind FROM coaching_note ORDER BY id") == "talk support")
        #expect(try value("SELECT count(*) || '' FROM history WHERE new_value LIKE '%audit%'") == "0")
        _ = try say("undo", as: mara)
        #expect(try value("SELECT kind FROM coaching_note ORDER BY id") == "talk")
    }

    @Test("commitments are said, kept and moved by a word of theirs")
    func commitments() throws {
        #expect(try say("today Globex demo") == ["Said for today: Globex demo"])
        #expect(try say("tomorrow: send Acme the offer") == ["Said for tomorrow: send Acme the offer (Acme Logistics)"])
        #expect(try say("kept") == ["Which one? \"Globex demo\", \"send Acme the offer\""])
        #expect(try say("kept demo") == ["Kept: Globex demo"])
        #expect(try say("moved offer to thu") == ["Moved to Thu 26 Nov: send Acme the offer"])
        #expect(try value("SELECT due_on FROM commitment WHERE kept_at IS NULL") == "2026-11-26")
        #expect(try say("kept offer") == ["Kept: send Acme the offer"])
        #expect(try say("kept ") == ["Nothing that you said is open."])
    }

    @Test("who asked hears the answer with the next message, once")
    func asks() throws {
        world.forgetIdleness()
        #expect(
            try say("ask: who has met a CFO in energy?") == [
                "It stands in the next huddle: who has met a CFO in energy?"
            ])
        #expect(
            try say("answer ana: I have, call me at two", as: ben)
                == ["Noted as your answer to Ana: \"who has met a CFO in energy?\"."])
        try world.run(until: at("2026-11-26 23:00", in: "Europe/London"))
        let told = world.said.filter { $0.person == ana && $0.text.contains("Ben answers") }
        #expect(told.count == 1)
        #expect(
            told.first?.text.contains("Ben answers \"who has met a CFO in energy?\": \"I have, call me at two\"")
                == true)
    }

    @Test("what breaks a rule of the store is refused, and the other lines are done")
    func refused() throws {
        let answer = try say("away 1 Dec to 5 Dec: skiing\ncalled Globex")
        #expect(answer.first == "You are away Tue 1 Dec to Sat 5 Dec. Nothing comes then.")
        #expect(try value("SELECT from_on || ' ' || until_on FROM away") == "2026-12-01 2026-12-05")
        #expect(try value("SELECT count(*) || '' FROM activity") == "1")
    }

    @Test("an account that stood still is told to move again, in the writer's language")
    func german() throws {
        world.policy.top.questions = QuestionSettings(language: .german)
        try world.reload()
        _ = try say("gestern Globex angerufen, nicht erreicht")
        #expect(
            try say("heute mit Jonas von Acme telefoniert: erst das Audit")
                == [
                    "Notiert: Anruf mit Jonas Berg, Acme Logistics, heute 10:05.",
                    "Das ist der erste Kontakt mit Acme Logistics.", "Heute: Kontakte 1 von 3.",
                ])
        #expect(try say("keine Ahnung was das soll").first == "Nicht notiert: „keine Ahnung was das soll“")
    }

    @Test("the list and the plan are there for the asking")
    func overview() throws {
        #expect(try say("list").first == "Your list: 2")
        #expect(try say("list ")[2].hasPrefix("Globex · "))
        #expect(try say("plan") == ["Today: 0 of 3 touches."])
        #expect(try say("thanks") == [])
        #expect(try !say("help").isEmpty)
    }

    @Test("a rep whose channel takes answers is told so with the first message and each week, until he has written")
    func invitation() throws {
        world.forgetIdleness()
        world.routing.channels["bot"] = Channel(
            name: "bot", platform: Telegram(token: Secret("1:a"), chat: nil), takesReplies: true)
        world.routing.top.rep = "bot"
        try world.store.setHandle(of: ana, on: "telegram", to: "4711")
        try world.reload()
        let engine = try world.engine
        func invites(_ day: String) throws -> Bool {
            let member = try #require(engine.roster.members[ana])
            return try !engine.inviting(Message(.morning, title: "Good morning Ana."), member, on: date(day)).sections
                .isEmpty
        }
        #expect(try invites("2026-11-24"))
        _ = try engine.settle(at: world.now)
        #expect(try value("SELECT text FROM message WHERE person_id = \(ana)").contains("You can answer right here"))
        #expect(try !invites("2026-11-25"))
        #expect(try invites("2026-11-30"))
        _ = try say("plan")
        #expect(try !invites("2026-11-30"))
    }
}
