import Chat
import CivilTime
import Coaching
import Store
import Testing

@testable import Engine

/// Tuesday 24 November 2026, 10:05 in London: Ana and Ben sell, Mara leads them.
@Suite("What a conversation goes on with", .enabled(if: Zones.areThere, "tzdata is not installed"))
struct ProposalConversationTests {
    private let world: World
    private let (mara, ana, ben): (RowID, RowID, RowID)
    private let globex: RowID

    init() throws {
        world = try World("2026-11-24 10:05")
        let team = try world.team(zone: "Europe/London")
        mara = try world.leader(of: team)
        ana = try world.person("Ana", team: team)
        ben = try world.person("Ben", team: team)
        globex = try world.account("Globex", of: ana, rank: 1)
        _ = try world.account("Hooli", of: ana, rank: 2)
        _ = try world.account("Duff", of: ben)
        try world.sql(
            """
            INSERT INTO stakeholder(account_id, name, role) VALUES (\(globex), 'Jonas Berg', 'user');
            INSERT INTO milestone(account_id, title) VALUES (\(globex), 'CFO met');
            """)
    }

    private func say(_ text: String, as person: RowID? = nil) throws -> [String] {
        try world.say(text, as: person ?? ana)
    }

    private func value(_ sql: String) throws -> String { try world.value(sql) }

    @Test("a new message is no reason, and nothing leaves the list by it")
    func newMessage() throws {
        for words in ["how many accounts do I have left", "called Jonas", "lost Hooli", "never mind"] {
            _ = try say("lost Globex")
            _ = try say(words)
            #expect(try value("SELECT status FROM account WHERE id = \(globex)") == "active")
        }
        _ = try say("lost Globex")
        #expect(try say("never mind") == ["Then nothing is noted."])
        _ = try say("lost Globex")
        #expect(try say("they went with a competitor") == ["Globex is lost: they went with a competitor."])
    }

    @Test("undo behind what was not noted says so, and takes the older entry back at a second word")
    func undoInDoubt() throws {
        _ = try say("called Globex")
        _ = try say("what is this nonsense")
        #expect(
            try say("undo") == [
                "Nothing was stored of \"what is this nonsense\".",
                "The last entry is \"called Globex\", today 10:05. To take that back: undo",
            ])
        #expect(try value("SELECT count(*) || '' FROM activity") == "1")
        #expect(try say("undo") == ["Taken back: \"called Globex\"."])
        _ = try say("called Hooli")
        _ = try say("what is this nonsense")
        _ = try say("undo")
        #expect(try say("yes") == ["Taken back: \"called Hooli\"."])
        // Also where the answer was understood, and nothing was to be noted.
        _ = try say("called Hooli ")
        _ = try say("Hooli signed")
        _ = try say("no")
        #expect(try say("undo ").first == "Nothing was stored of \"no\".")
    }

    @Test("a correction behind several acts says that it cannot know which one is meant")
    func severalCorrected() throws {
        _ = try say("called Globex and Hooli")
        #expect(try say("no, it was Duff").first?.hasPrefix("Nothing is changed, for these were several acts") == true)
        #expect(try value("SELECT count(*) || '' FROM activity") == "2")
        _ = try say("undo")
        _ = try say("called Globex")
        #expect(try say("no, it was Hooli").first == "Noted: call, not answered yet, Hooli, today 10:05.")
    }

    @Test("what is agreed to is done, and a closed account can be taken back")
    func agreed() throws {
        #expect(try say("Globex signed!!").last == "Is it meant as \"won Globex\"? Then write yes.")
        #expect(try say("yes") == ["Globex is won, and off the list of the 50."])
        #expect(
            try say("called Jonas at Globex") == [
                "Globex is won, and stands on no list any more. To take it back on the list, write yes."
            ])
        #expect(try say("yes") == ["Globex is back on the list, number 2 of 2."])
        _ = try say("lost Globex: price")
        #expect(try say("reopen Globex", as: mara) == ["Globex is back on the list, number 2 of 2."])
        #expect(try value("SELECT rep_id || '' FROM account WHERE id = \(globex)") == "\(ana)")
        #expect(try value("SELECT status FROM account WHERE id = \(globex)") == "active")
    }

    @Test("an account joins the list for a reason, swaps its place, and an undo leaves it off")
    func joining() throws {
        #expect(
            try say("add Cyberdyne to my list").last
                == "Why Cyberdyne? Each of the 50 is selected for a reason; a few words are enough.")
        #expect(try say("audit in May") == ["Cyberdyne is on the list, number 3 of 3: audit in May."])
        #expect(try value("SELECT fit_note FROM account WHERE name = 'Cyberdyne'") == "audit in May")
        _ = try say("undo")
        #expect(try value("SELECT status FROM account WHERE name = 'Cyberdyne'") == "dropped")
        #expect(try value("SELECT group_concat(rank, ' ') FROM account WHERE rep_id = \(ana) AND rank > 0") == "1 2")
        #expect(try say("add Duff to my list: beer") == ["Duff is on the list of Ben."])
        #expect(
            try say("swap Hooli for Gringotts: bank audit").last
                == "Gringotts is on the list, number 2 of 2: bank audit.")
        #expect(try value("SELECT status FROM account WHERE name = 'Hooli'") == "dropped")
    }

    @Test("a full list says which accounts would best give way")
    func fullList() throws {
        for number in 3...50 { _ = try world.account("Filler \(number)", of: ana) }
        let answer = try say("add Cyberdyne to my list: audit")
        #expect(answer.count == 1)
        #expect(answer.first?.contains("These would best give way: ") == true)
        #expect(answer.first?.contains("for Cyberdyne: why") == true)
        #expect(try value("SELECT count(*) || '' FROM account WHERE name = 'Cyberdyne'") == "0")
    }

    @Test("a next step moves with its day alone, and is finished by a word")
    func steps() throws {
        _ = try say("next Globex: send the model, fri")
        #expect(try say("next Globex today") == ["Next step at Globex: send the model, today."])
        #expect(
            try say("sent the model to Globex").last
                == "The next step there was \"send the model\". What comes next? next Globex: what, and the day")
        #expect(try say("Globex next step done").first == "Done at Globex: send the model.")
        #expect(try value("SELECT next_step FROM account WHERE id = \(globex)") == "-")
        _ = try say("undo")
        #expect(try value("SELECT next_step FROM account WHERE id = \(globex)") == "send the model")
    }

    @Test("a milestone is left out for a reason, and opened again")
    func milestones() throws {
        _ = try say("skip CFO met at Globex")
        #expect(try say("they decide alone") == ["Left out at Globex: CFO met: they decide alone."])
        #expect(try value("SELECT skip_reason FROM milestone WHERE title = 'CFO met'") == "they decide alone")
        #expect(try say("reopen CFO met at Globex") == ["Open again at Globex: CFO met."])
        #expect(try value("SELECT skipped_on FROM milestone WHERE title = 'CFO met'") == "-")
    }

    @Test("who left is removed once that is agreed to, and comes back by undo")
    func personLeft() throws {
        #expect(try say("Jonas left Globex").last == "Is it meant as \"who Globex: Jonas Berg left\"? Then write yes.")
        _ = try say("yes")
        #expect(try value("SELECT count(*) || '' FROM stakeholder WHERE name = 'Jonas Berg'") == "0")
        _ = try say("undo")
        #expect(try value("SELECT role FROM stakeholder WHERE name = 'Jonas Berg'") == "user")
    }

    @Test("the same word for a day is one, and a choice among several is answered by its number")
    func saidTwice() throws {
        _ = try say("today call Hooli")
        _ = try say("today call Hooli")
        #expect(try value("SELECT count(*) || '' FROM commitment") == "1")
        _ = try say("today send Hooli the model")
        #expect(try say("kept Hooli") == ["Which one? \"call Hooli\", \"send Hooli the model\""])
        #expect(try say("2") == ["Kept: send Hooli the model"])
        #expect(try say("cancel call Hooli") == ["Not to be done any more: call Hooli"])
        #expect(try value("SELECT dropped_at IS NOT NULL || '' FROM commitment WHERE text = 'call Hooli'") == "1")
    }

    @Test("what an activity has kept is no word for the day any more, and a word without an account is heard by all")
    func keptByAct() throws {
        _ = try say("today call Hooli")
        #expect(try say("plan").contains { $0.contains("call Hooli") })
        _ = try say("called Hooli")
        #expect(try !say("plan ").contains { $0.contains("call Hooli") })
        #expect(try say("today: job interview at 3").last == "It stands in the next huddle.")
    }

    @Test("who tried and who spoke are told apart when an account has waited")
    func hearsAgain() throws {
        try world.sql("UPDATE account SET selected_on = '2026-10-01'")
        try world.sql(
            """
            INSERT INTO activity(person_id, account_id, kind, direction, occurred_at)
            VALUES (\(ana), \(globex), 'call', 'out', unixepoch('2026-10-05'))
            """)
        #expect(try say("called Globex, no answer").contains("Globex has heard from you again."))
        _ = try say("undo")
        #expect(try say("called Jonas at Globex").contains("Globex is moving again."))
    }

    @Test("a leader's remark about somebody is private to the two unless it is wanted otherwise")
    func privateRemark() throws {
        world.forgetIdleness()
        _ = try say("support Globex: joined the call", as: mara)
        let answer = try say("Globex: I think Ana is not up to it", as: mara)
        #expect(answer.first?.contains("with the account Ana would read it") == true)
        #expect(try say("yes", as: mara).first?.hasPrefix("Noted for the two of you: talk with Ana") == true)
        #expect(try value("SELECT count(*) || '' FROM research_item") == "0")
    }

    @Test(
        "what a leader says of somebody's work does not stand with the account, in whichever act he says it",
        arguments: [
            "hold Globex until friday: Ana is burnt out", "next Globex: talk to Ana about her calls, fri",
            "skip CFO met at Globex: Ana is not ready", "lost Globex: Ana was too slow",
            "know Globex business: Ana oversold here", "milestone Globex: replace Ana, 20 Dec",
        ])
    func personalWords(text: String) throws {
        let answer = try say(text, as: mara)
        #expect(answer.first?.contains("with the account Ana would read it") == true)
        #expect(try value("SELECT status || ifnull(next_step, '') FROM account WHERE id = \(globex)") == "active")
        #expect(
            try value("SELECT (SELECT count(*) FROM hold) || (SELECT count(*) FROM research_item)") == "00")
        #expect(try say("yes", as: mara) == ["Noted for the two of you: talk with Ana, Globex."])
    }

    @Test("a surname names somebody as well, unless it is an account's, and words about several go to nobody")
    func personalNames() throws {
        try world.sql(
            "UPDATE person SET name = 'Ana Weber' WHERE id = \(ana); UPDATE person SET name = 'Ben Okafor' WHERE id = \(ben)"
        )
        _ = try world.account("Weber GmbH", of: ben)
        #expect(try say("lost Globex: Weber cannot handle it", as: mara).first?.contains("talk Ana Weber") == true)
        #expect(try value("SELECT status FROM account WHERE id = \(globex)") == "active")
        #expect(
            try say("know Weber GmbH business: they ship pumps", as: mara).first
                == "Noted for Weber GmbH, business: they ship pumps")
        #expect(
            try say("don't tell Ben but I will give Globex to Ana", as: mara)
                == ["Not noted: they would read it there, Ana and Ben. A word for one alone: talk NAME: …"])
        _ = try say("yes", as: mara)
        #expect(
            try value("SELECT (SELECT count(*) FROM research_item) || (SELECT count(*) FROM coaching_note)") == "10")
    }

    @Test("what a leader means to do about somebody is no promise to him")
    func aboutSomebody() throws {
        #expect(try say("I'll talk to HR about Ben tomorrow", as: mara).first?.contains("for the two of you") == true)
        _ = try say("tomorrow: fire Ben", as: mara)
        #expect(try value("SELECT (SELECT count(*) FROM promise) || (SELECT count(*) FROM commitment)") == "00")
    }

    @Test("an activity is noted without the leader's words about somebody, and a name alone is no such word")
    func personalNote() throws {
        let answer = try say("called Jonas at Globex: Ana was badly prepared", as: mara)
        #expect(
            answer.last
                == "Without the words about Ana, who would read them there. For the two of you: \"talk Ana: Globex: Ana was badly prepared\""
        )
        #expect(try value("SELECT ifnull(note, 'none') FROM activity") == "none")
        #expect(
            try say("next Globex: Ana calls Jonas, fri", as: mara) == [
                "Next step at Globex: Ana calls Jonas, Fri 27 Nov."
            ])
    }

    @Test("a promise is kept by whom it was for")
    func keptPromise() throws {
        for words in ["the promise to Ben is done", "kept ben", "I kept my promise to Ben", "promise Ben done"] {
            _ = try say("promise Ben: a word with the CFO by fri", as: mara)
            #expect(try say(words, as: mara) == ["Kept: a word with the CFO"])
        }
        #expect(try value("SELECT count(*) || '' FROM promise WHERE kept_at IS NULL") == "0")
    }

    @Test("what was reached stays so when its date is moved, and its day can be set right")
    func reachedStays() throws {
        _ = try say("done CFO met at Globex")
        #expect(
            try say("milestone Globex: CFO met, 4 Dec") == [
                "Globex reached CFO met already, today.",
                "Open again, for Fri 4 Dec: reopen CFO met at Globex, then the date once more",
            ])
        #expect(
            try value("SELECT done_on || ifnull(due_on, ' as before') FROM milestone WHERE title = 'CFO met'")
                == "2026-11-24 as before")
        _ = try say("CFO met at Globex was on monday")
        #expect(try say("yes") == ["Reached at Globex: CFO met, yesterday."])
    }

    @Test("what a rep promises is his word for the day")
    func promiseOfRep() throws {
        #expect(try say("I promised Jonas the numbers by friday").first == "Said for Fri 27 Nov: Jonas the numbers")
    }

    @Test("one word is enough to call off the only thing that it fits")
    func calledOff() throws {
        _ = try say("tomorrow: Hooli demo")
        #expect(try say("cancel demo") == ["Not to be done any more: Hooli demo"])
    }

    @Test("what is said of the only customer of a name may be kept at his account")
    func noteOfPerson() throws {
        #expect(try say("Jonas's last day is friday").last == "To keep it among the notes of Globex, write yes.")
        _ = try say("yes")
        #expect(try value("SELECT answer FROM research_item") == "Jonas's last day is friday")
    }

    @Test("a yes behind a question for a reason asks it once more")
    func noReason() throws {
        let asked = try say("lost Globex")
        #expect(try say("yes") == asked)
        #expect(try say("no budget") == ["Globex is lost: no budget."])
    }

    @Test("a leader asks of his people, tells of their leave, and keeps his promises")
    func leading() throws {
        _ = try say("called Globex")
        #expect(try say("what did Ana do today?", as: mara) == ["Ana, today: call Globex."])
        #expect(try say("what did Ana do yesterday?", as: mara) == ["Ana, yesterday: nothing is noted."])
        #expect(
            try say("what did Ana do this week?", as: mara) == ["Ana, Mon 23 Nov to Tue 24 Nov: call Globex."])
        #expect(try say("Ana is sick today", as: mara) == ["Ana is away: today."])
        #expect(try say("who's away?", as: mara) == ["Ana is away: today."])
        #expect(try say("undo", as: mara).first == "Nothing was stored of \"who's away?\".")
        _ = try say("undo", as: mara)
        #expect(try say("who's away? ", as: mara) == ["Nobody is away within a week."])
        _ = try say("I will introduce Ben to the CFO of Duff by Friday", as: mara)
        #expect(
            try say("what did I promise Ben?", as: mara)
                == ["Promised to Ben, Fri 27 Nov: introduce Ben to the CFO of Duff"])
        #expect(try say("promise done", as: mara) == ["Kept: introduce Ben to the CFO of Duff"])
        #expect(
            try say("talked to Ben yesterday about Duff", as: mara)
                == ["Noted for the two of you: talk with Ben, Duff, yesterday."])
        #expect(try value("SELECT date(at, 'unixepoch') FROM coaching_note") == "2026-11-23")
    }

    @Test("who is back hears again")
    func back() throws {
        _ = try say("away mon to fri: skiing")
        #expect(try say("I'm back") == ["You were not away."])
        _ = try say("sick today")
        #expect(try say("wieder gesund") == ["Good to have you back: your messages come again."])
        #expect(try value("SELECT from_on FROM away") == "2026-11-30")
    }
}
