import CivilTime
import Coaching
import Testing

@Suite("The huddle agenda")
struct HuddleTests {
    @Test("a full agenda, in its order")
    func whole() {
        #expect(
            Message.huddle(Fixture.huddle).plainText == """
                Huddle · Team North · Tue 24 Nov · 15 min · Away: Chidi, back Thu 26 Nov

                Highlights (2 min)
                • Ana got Globex moving again after 14 working days: the e-mail from Petra (champion).
                • Ben reached "CFO met" at Initech Inc.

                Said yesterday and for today (2 min)
                Ana: demo (Hooli), kept · Ben: call (Duff), moved once; pricing (Vandelay), kept · Dana: nothing said
                Say today's in the round.

                Asks (2 min)
                • Dana on Tyrell, since Fri 20 Nov: "who has met a CFO in energy?"

                Support today (6 min)
                1. Acme Logistics · Ana · 12 working days without a touch, CFO met planned for Thu 26 Nov · no economic buyer yet
                   Ask: on whose desk do the costs of this land: "trucks wait two hours at the gate"?
                2. Tyrell · Dana · third huddle · 10 working days on the list without a touch · one role of three live
                   Ask: what would Kit (evaluator) need to bring a colleague along?
                   Proposed: Dana and Lea, 20 minutes today.
                3. Duff · Ben · going well, last looked at together on Mon 26 Oct
                   Ask: what works here that you would repeat elsewhere?

                You told Ana: "a word with Globex's director", for Fri 27 Nov.
                You said: "the price list", for Fri 20 Nov.
                24 things that were open on the first day wait for their turn, a few a day.

                Last five days, touches done of planned
                Ana    ▇▆▇▆▇  28 of 30
                Ben    ▇▇▇▇▇  31 of 30
                Dana   ·▃▅▃▅  12 of 24

                The 50s (■ moving, ▪ quiet, □ stalled, · resting)
                Ana    ■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■■▪▪▪▪▪▪□□□··  39, 6, 3, 2
                Ben    ■  1, 0, 0, 0
                Dana   □  0, 0, 1, 0
                """)
    }

    /// Healthy accounts and nothing else.
    static func quiet(accounts: Int) -> HuddleBriefing {
        let ben = RepDay(rep("Ben Ode", id: 2), at: tuesday)
        var briefing = HuddleBriefing(
            team: "Team North", day: RepDay(rep("Lea", id: 100), at: tuesday), bank: Fixture.bank)
        briefing.members = [TeamMember(day: ben, strip: Array(repeating: .moving, count: accounts))]
        briefing.support = (0..<accounts).map { offset in
            let id = RowID(offset + 1)
            return SupportCandidate(
                story: AccountStory(account("Duff \(id)", id: id, rep: 2, touch: "2026-11-20 10:00")), day: ben,
                lastHuddleOn: id == 2 ? nil : "2026-11-10")
        }
        return briefing
    }

    private static func line(_ briefing: HuddleBriefing) -> String {
        Message.huddle(briefing).plainText.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    @Test("with nothing to say it is one line, and names healthy accounts to look at, each rep's in turn")
    func nothing() {
        #expect(
            Self.line(Self.quiet(accounts: 3))
                == "Huddle · Team North · Tue 24 Nov · all 3 accounts are moving; nobody asked for help. "
                + "A good day to look at some together: Duff 2 (Ben) Duff 1 (Ben) Duff 3 (Ben)")
        #expect(
            Self.line(Self.quiet(accounts: 1)).hasSuffix("A good day to look at one together: Duff 1 (Ben)."))
        #expect(Self.line(Self.quiet(accounts: 1)).contains(" · the one account is moving; nobody asked for help. "))
        #expect(
            Self.line(Self.quiet(accounts: 0)) == "Huddle · Team North · Tue 24 Nov · no accounts are selected yet. "
                + "Each rep's list of at most 50 is where it starts.")
        var resting = Self.quiet(accounts: 3)
        resting.members[0].strip[0] = .resting
        #expect(Self.line(resting).contains(" · nothing new waits for the huddle today; nobody asked for help. "))
    }

    @Test("an ask that is told once a week is none that nobody made")
    func quietAsk() {
        var briefing = Self.quiet(accounts: 3)
        briefing.asks = [Ask(id: 7, repID: 2, rep: "Ben", text: "who knows a CFO?", askedOn: "2026-11-02")]
        briefing.askHuddles = [7: 12]
        briefing.isNewWeek = false
        #expect(Self.line(briefing).contains("all 3 accounts are moving. A good day"))
    }

    @Test("what stands still and is silenced is neither said nor called going well")
    func silenced() {
        var briefing = Self.quiet(accounts: 3)
        for place in [0, 2] { briefing.support[place].isSilenced = true }
        #expect(Self.line(briefing).hasSuffix("A good day to look at one together: Duff 2 (Ben)."))
    }

    @Test("the healthy account of a quiet day is an item, so that tomorrow another one has its turn")
    func quietRotation() {
        let message = Message.huddle(Self.quiet(accounts: 3))
        #expect(message.items.map(\.accountID) == [2, 1, 3])
        #expect(message.items.map(\.state) == [.rotation, .rotation, .rotation])
        #expect(
            Message.team(Self.quiet(accounts: 3))?.sections.flatMap(\.lines).map(\.text) == [
                "Together today: Duff 2, Duff 1, Duff 3."
            ])
    }

    @Test("who is away stands in the heading of a quiet day too")
    func quietAway() {
        var briefing = Self.quiet(accounts: 3)
        briefing.members[0].backOn = "2026-11-26"
        #expect(Self.line(briefing).contains("Tue 24 Nov · Away: Ben, back Thu 26 Nov · all 3 accounts"))
    }

    @Test("the backlog of the first day has its line, also where nothing else is to be said")
    func backlog() {
        var briefing = Self.quiet(accounts: 3)
        briefing.backlog = 1
        #expect(
            Message.huddle(briefing).plainText.contains("1 thing that was open on the first day waits for its turn."))
    }

    @Test("a milestone that is near has its line, also where nothing else is to be said")
    func near() {
        var briefing = Self.quiet(accounts: 1)
        briefing.support[0].story.account.milestones = [milestone(due: "2026-11-25", served: "2026-11-20 10:00")]
        #expect(Message.huddle(briefing).plainText.contains("Near: Duff 1, CFO met, tomorrow (Ben)"))
    }

    @Test("of one date what has nothing logged for it is named first, and the others are counted")
    func nearFirst() {
        func line(_ accounts: Int) -> String? {
            var briefing = Self.quiet(accounts: accounts)
            for place in 0..<accounts {
                briefing.support[place].story.account.milestones = [
                    milestone(due: "2026-11-25", served: place < accounts - 1 ? "2026-11-20 10:00" : nil)
                ]
            }
            return Message.huddle(briefing).plainText.split(separator: "\n").first { $0.hasPrefix("Near: ") }.map(
                String.init)
        }
        #expect(
            line(9)
                == "Near: Duff 9, CFO met, tomorrow (Ben) · Duff 1, CFO met, tomorrow (Ben) · Duff 2, CFO met, tomorrow (Ben)"
                + " · Duff 3, CFO met, tomorrow (Ben) · and 5 more")
        #expect(line(10)?.hasSuffix(" · Duff 3, CFO met, tomorrow (Ben) · and 6 more") == true)
    }

    @Test("what is near stands by its date, and all of today's is named")
    func nearByDate() {
        var briefing = Self.quiet(accounts: 7)
        for place in 0..<7 {
            briefing.support[place].story.account.milestones = [
                milestone(due: place < 1 ? "2026-11-25" : "2026-11-24", served: place < 2 ? nil : "2026-11-20 10:00")
            ]
        }
        // What the rotating items name is not said again.
        briefing.support[5].story.account.milestones = []
        let line = Message.huddle(briefing).plainText.split(separator: "\n").first { $0.hasPrefix("Near: ") }
        let today = [2, 3, 4, 5, 7].filter { number in
            !Message.huddle(briefing).items.contains { $0.accountID == RowID(number) }
        }
        #expect(
            line.map(String.init)
                == "Near: " + today.map { "Duff \($0), CFO met, today (Ben)" }.joined(separator: " · ")
                + " · and 1 more")
    }

    @Test(
        "after a weekend what was said is for the day that it was said for",
        arguments: [
            ("2026-11-24 08:40", "Said yesterday and for today (2 min)", "Zugesagt für gestern und heute (2 Min.)"),
            (
                "2026-11-23 08:40", "Said for Fri 20 Nov and for today (2 min)",
                "Zugesagt für Fr 20. Nov. und heute (2 Min.)"
            ),
        ] as [(Instant, String, String)])
    func afterAWeekend(now: Instant, english: String, german: String) {
        var briefing = Fixture.huddle
        briefing.day = RepDay(rep("Lea", id: 100), at: now)
        #expect(Message.huddle(briefing).plainText.contains("\n\(english)\n"))
        briefing.bank = .german
        #expect(Message.huddle(briefing).plainText.contains("\n\(german)\n"))
    }

    @Test("the sections' minutes are a quarter of an hour at most")
    func minutes() {
        let headings = Message.huddle(Fixture.huddle).sections.compactMap { $0.heading?.text }
        let minutes = headings.compactMap { heading in
            heading.split(separator: "(").last.flatMap { Int($0.prefix { $0.isNumber }) }
        }
        #expect(minutes.count == 4 && minutes.reduce(0, +) <= 15)
    }

    @Test("with more good work than places, who was praised longest ago goes first")
    func fairness() {
        var briefing = Self.quiet(accounts: 1)
        briefing.members = (1...4).map { TeamMember(day: RepDay(rep("Rep\($0)", id: RowID($0)), at: tuesday)) }
        briefing.highlights = (1...4).flatMap { id in
            (1...2).map { Highlight(repID: RowID(id), rep: "Rep\(id)", account: "A\($0)", kind: .askedForHelp) }
        }
        briefing.lastPraised = [1: "2026-11-23", 2: "2026-11-02", 4: "2026-11-20"]
        briefing.policy.highlights = 3
        #expect(HuddleAgenda(briefing).highlights.map(\.repID) == [2, 3, 4])
        briefing.policy.highlights = 5
        #expect(HuddleAgenda(briefing).highlights.map(\.repID) == [1, 2, 3, 3, 4])
    }

    @Test(
        "new voices and asking for help are good work too",
        arguments: [
            (
                .newRole(name: "Petra Novak", role: .champion, by: .call),
                "Ana had a first talk with Petra (champion) at Initech Inc.",
                "Ana had a first talk with Petra at Initech Inc."
            ),
            (
                .newRole(name: "Petra Novak", role: .champion, by: .email),
                "Ana has a first answer from Petra (champion) at Initech Inc.",
                "Ana has a first answer from Petra at Initech Inc."
            ),
            (
                .metEconomicBuyer(name: "Omar Said", by: .visit),
                "Ana met Omar Said, who decides about money at Initech Inc.",
                "Ana met the economic buyer at Initech Inc."
            ),
            (
                .metEconomicBuyer(name: "Omar Said", by: .call),
                "Ana is talking with Omar Said, who decides about money at Initech Inc.",
                "Ana is talking with the economic buyer at Initech Inc."
            ),
            (
                .metEconomicBuyer(name: "Omar Said", by: .social),
                "Ana is in touch with Omar Said, who decides about money at Initech Inc.",
                "Ana is in touch with the economic buyer at Initech Inc."
            ),
            (
                .firstReply(name: "Petra Novak", by: .email), "Petra at Initech Inc. answered Ana.",
                "Petra at Initech Inc. answered Ana."
            ),
            (
                .firstReply(name: "Petra Novak", by: .demo), "Ana held a demo with Petra at Initech Inc.",
                "Ana held a demo with Petra at Initech Inc."
            ),
            (
                .firstReply(name: "Petra Novak", by: .event), "Ana met Petra from Initech Inc. at an event.",
                "Ana met Petra from Initech Inc. at an event."
            ),
            (.won, "Ana won Initech Inc.", "Ana won Initech Inc."),
            (.askedForHelp, "Ana asked the team for help on Initech Inc.", nil),
        ] as [(Highlight.Kind, String, String?)])
    func kinds(kind: Highlight.Kind, expected: String, inRoom: String?) {
        var briefing = Self.quiet(accounts: 1)
        briefing.highlights = [Highlight(repID: 1, rep: "Ana", account: "Initech Inc.", kind: kind)]
        #expect(Message.huddle(briefing).plainText.contains("• \(expected)\n"))
        let room = Message.team(briefing)?.plainText ?? ""
        #expect(room.contains(inRoom ?? "Together today: Duff 1."))
        #expect(!room.contains("Petra (") && !room.contains("asked"))
    }

    @Test("the days are counted from where the rule counts them, and the agenda says so")
    func idleSince() {
        func reason(_ account: Account) -> String? {
            var briefing = Self.quiet(accounts: 1)
            briefing.support[0].story = AccountStory(account)
            briefing.support[0].episodes = [episode(finding(.stalled, rep: 2, days: 10))]
            return Message.huddle(briefing).items.first?.heading.text
        }
        let touch: Instant = "2026-10-21 10:00"
        #expect(
            reason(account("Duff", rep: 2, touch: touch))?.hasPrefix("Duff · Ben · 10 working days without a touch")
                == true)
        #expect(
            reason(account("Duff", rep: 2, selected: "2026-11-09", touch: touch))?
                .hasPrefix("Duff · Ben · 10 working days on the list without a touch") == true)
        #expect(
            reason(account("Duff", rep: 2, touch: touch, holds: [hold("2026-10-26", "2026-11-09")]))?
                .hasPrefix("Duff · Ben · 10 working days since its hold ended, without a touch") == true)
    }

    @Test("where nobody works today neither a pattern nor the backlog is told of")
    func nobodyThere() {
        var briefing = Self.quiet(accounts: 6)
        briefing.backlog = 9
        for place in briefing.support.indices {
            briefing.support[place].episodes = [
                episode(finding(.stalled, rep: 2, days: 10)), episode(finding(.noNextStep, rep: 2), id: 2),
            ]
        }
        #expect(Message.huddle(briefing).plainText.contains("Pattern: 6 of 6"))
        let away = RepDay(rep("Ben Ode", id: 2, away: ["2026-11-23"..."2026-11-27"]), at: tuesday)
        for place in briefing.support.indices { briefing.support[place].day = away }
        briefing.members = [TeamMember(day: away, backOn: "2026-11-30", strip: [.stalled])]
        #expect(
            Self.line(briefing) == "Huddle · Team North · Tue 24 Nov · Away: Ben, back Mon 30 Nov · "
                + "nothing new waits for the huddle today; nobody asked for help.")
    }

    @Test(
        "a pattern is told once a week, with its question; what rests is not near, and of an account only what is next")
    func once() {
        var briefing = Self.quiet(accounts: 6)
        for place in briefing.support.indices {
            briefing.support[place].episodes = [
                episode(finding(.stalled, rep: 2, days: 10)), episode(finding(.noNextStep, rep: 2), id: 2),
            ]
        }
        briefing.support[0].story.account.milestones = [
            milestone("Pilot", id: 1, due: "2026-11-25"), milestone("CFO met", id: 2, due: "2026-11-26"),
        ]
        briefing.support[1].story.account.milestones = [milestone("Demo", id: 3, due: "2026-11-25")]
        briefing.support[1].story.account.holds = [hold("2026-11-20", "2026-11-30")]
        // What an item names is not said again.
        #expect(
            Message.huddle(briefing).plainText.contains(
                "Duff 1 · Ben · 10 working days without a touch, Pilot planned for tomorrow"))
        #expect(!Message.huddle(briefing).plainText.contains("Near:"))
        #expect(
            Message.huddle(briefing).plainText.contains(
                "Pattern: 6 of 6 stalls have no next step. Worth ten minutes this week: "))
        briefing.isNewWeek = false
        #expect(!Message.huddle(briefing).plainText.contains("Pattern"))
    }

    @Test("whoever was away yesterday had nothing to say for it")
    func backToday() {
        var briefing = Fixture.huddle
        #expect(Message.huddle(briefing).plainText.contains("Dana: nothing said"))
        let back = rep("Dana Kim", id: 3, away: ["2026-11-20"..."2026-11-23"])
        briefing.members[2].day = RepDay(back, at: "2026-11-24 08:40")
        #expect(!Message.huddle(briefing).plainText.contains("nothing said"))
    }

    @Test("an ask in its third huddle is marked and gets an owner; where the colleague did not help, the leader")
    func stuckAsk() {
        var briefing = Fixture.huddle
        briefing.asks[0].id = 7
        briefing.asks[0].repID = 3
        briefing.asks[0].accountID = 20
        briefing.support[2].story.account.milestones = [
            milestone("Pilot agreed", done: "2026-11-16"), milestone("CFO met", id: 2, done: "2026-11-12"),
        ]
        func ask(on date: CivilDate, huddles: Int) -> String? {
            briefing.asks[0].askedOn = date
            briefing.askHuddles = [7: huddles]
            return Message.huddle(briefing).plainText.split(separator: "\n").first { $0.contains("who has met") }.map(
                String.init)
        }
        let passed = "Ben passed \"CFO met\" at Duff on Thu 12 Nov."
        #expect(
            ask(on: "2026-11-20", huddles: 1)
                == "• Dana on Tyrell, since Fri 20 Nov: \"who has met a CFO in energy?\" \(passed)")
        #expect(
            ask(on: "2026-11-19", huddles: 2)
                == "• Dana on Tyrell, since Thu 19 Nov, third huddle: \"who has met a CFO in energy?\" "
                + "\(passed) Proposed: Dana and Ben, 20 minutes today.")
        // Who was proposed before is asked what came of it.
        briefing.matched = [7: AskMatch(helperID: 2, on: "2026-11-17")]
        #expect(
            ask(on: "2026-11-17", huddles: 4)
                == "• Dana on Tyrell, since Tue 17 Nov, fifth huddle: \"who has met a CFO in energy?\" "
                + "Did Dana and Ben get to it?")
        #expect(
            ask(on: "2026-11-16", huddles: 5)
                == "• Dana on Tyrell, since Mon 16 Nov, sixth huddle: \"who has met a CFO in energy?\" "
                + "Proposed: Dana and Lea, 20 minutes today.")
        // Then it is the first huddle of a week that asks for it, and the huddles that did not hear it are not counted.
        #expect(
            ask(on: "2026-11-13", huddles: 6)
                == "• Dana on Tyrell, since Fri 13 Nov: \"who has met a CFO in energy?\" Still wanted?")
        briefing.isNewWeek = false
        #expect(ask(on: "2026-11-13", huddles: 6) == nil)
        #expect(ask(on: "2026-11-16", huddles: 5) != nil)
    }

    @Test("a colleague who knows the way stands beside the ask; the aim breaks back into what is there")
    func askAndAim() {
        var briefing = Fixture.huddle
        briefing.asks[0].id = 7
        briefing.asks[0].accountID = 20
        briefing.support[1].story.account.milestones = [milestone("CFO met")]
        briefing.support[1].story.account.industry = "Energy"
        briefing.support[2].story.account.milestones = [milestone("CFO met", done: "2026-11-12")]
        briefing.support[2].story.account.industry = "energy"
        briefing.aim = "twelve plants by June"
        let text = Message.huddle(briefing).plainText
        #expect(
            text.contains("\"who has met a CFO in energy?\" Ben passed \"CFO met\" at Duff (energy) on Thu 12 Nov."))
        #expect(
            text.contains(
                "The aim \"twelve plants by June\" today: 3 projects, 1 milestone this week, 6 touches planned today."))
        briefing.helpsThisWeek = [2: 2]
        #expect(!Message.huddle(briefing).plainText.contains("Ben passed"))
        // Of this week it is one of the two; of an earlier one it rests.
        briefing.matched = [7: AskMatch(helperID: 2, on: "2026-11-23")]
        #expect(Message.huddle(briefing).plainText.contains("Ben passed"))
        briefing.matched = [7: AskMatch(helperID: 2, on: "2026-11-20")]
        #expect(!Message.huddle(briefing).plainText.contains("Ben passed"))
    }

    @Test(
        "a pattern is told from 5 stalls and 60 % sharing a reason",
        arguments: [(4, 4, nil), (5, 2, nil), (5, 3, "3 of 5"), (7, 4, nil), (7, 5, "5 of 7")] as [(Int, Int, String?)])
    func pattern(stalls: Int, sharing: Int, words: String?) {
        var briefing = Self.quiet(accounts: 10)
        for place in 0..<stalls {
            let id = briefing.support[place].account.id
            briefing.support[place].episodes = [episode(finding(.stalled, account: id, rep: 2, days: 10), id: id)]
            if place < sharing {
                briefing.support[place].episodes.append(
                    episode(finding(.noEconomicBuyer, account: id, rep: 2), id: id + 100))
            }
        }
        let text = Message.huddle(briefing).plainText
        #expect(text.contains("Pattern: ") == (words != nil))
        if let words {
            #expect(text.contains("Pattern: \(words) stalls have no economic buyer. Worth ten minutes this week:"))
        }
    }

    @Test(
        "the pattern is the reason that most share, with another question each week, and single lines do not repeat it")
    func strongestPattern() {
        var briefing = Self.quiet(accounts: 10)
        for place in 0..<5 {
            let id = briefing.support[place].account.id
            // Three without an economic buyer would do; all five without a next step are more.
            let kinds: [FindingKind] = [.stalled, .noNextStep] + (place < 3 ? [.noEconomicBuyer] : [])
            briefing.support[place].episodes = kinds.enumerated().map { offset, kind in
                episode(finding(kind, account: id, rep: 2, days: 10), id: id * 10 + RowID(offset))
            }
        }
        func text() -> String { Message.huddle(briefing).plainText }
        #expect(text().contains("Pattern: 5 of 5 stalls have no next step. "))
        #expect(text().contains("10 working days without a touch · no economic buyer yet"))
        for place in 0..<5 { briefing.support[place].episodes.removeAll { $0.finding.kind == .noNextStep } }
        #expect(text().contains("Pattern: 3 of 5 stalls have no economic buyer. "))
        #expect(!text().contains("no economic buyer yet"))
        // A date long ago has its question as well.
        briefing.day = RepDay(rep("Lea", id: 100), at: "1962-01-02 08:40")
        #expect(text().contains("Worth ten minutes this week: "))
        let questions = (0..<4).map { week in
            briefing.day = RepDay(rep("Lea", id: 100), at: tuesday.adding(seconds: Int64(week) * 7 * 86_400))
            return text().split(separator: "Worth ten minutes this week: ").last?.split(separator: "\n").first.map(
                String.init)
        }
        #expect(Set(questions).count == 3 && questions[0] == questions[3])
    }

    @Test("more promises than there is room for are counted")
    func promises() {
        var briefing = Self.quiet(accounts: 1)
        briefing.promises = (1...5).map {
            Promise(text: "call \($0).", rep: "Max", account: "Acme Inc.", dueOn: "2026-11-25")
        }
        let text = Message.huddle(briefing).plainText
        #expect(text.contains("You told Max: \"call 3\" (Acme Inc.), for tomorrow.\nYou said 2 more."))
        #expect(!text.contains("call 4"))
    }

    @Test("the aim and what the leader said he will do are not in an observer's copy")
    func observersCopy() {
        var briefing = Fixture.huddle
        briefing.aim = "twelve plants by June"
        let agenda = HuddleAgenda(briefing)
        (briefing.aim, briefing.promises) = (nil, [])
        #expect(agenda.message.plainText.contains("The aim") && agenda.message.plainText.contains("You told Ana"))
        #expect(agenda.observersMessage == HuddleAgenda(briefing).message)
    }

    @Test("accounts that a handover left on nobody's list have their line, and who is off in the leader's team too")
    func leftBehind() {
        var briefing = Self.quiet(accounts: 1)
        briefing.leftBehind = [
            LeftBehind(name: "Bob", accounts: ["Acme", "Boll", "Cary", "Duff"], isHandedOver: true),
            LeftBehind(name: "Eve", accounts: ["Stark Inc."]),
        ]
        briefing.othersAway = [Absence(name: "Mara", backOn: "2026-11-27")]
        let text = Message.huddle(briefing).plainText
        #expect(text.hasPrefix("Huddle · Team North · Tue 24 Nov · 15 min · Away: Mara, back Fri 27 Nov\n"))
        #expect(text.contains("4 accounts that Bob had are on nobody's list: Acme, Boll, Cary and 1 more."))
        #expect(text.contains("1 account of Eve, who left, waits for somebody: Stark Inc.\n"))
    }

    @Test("two live roles are roles")
    func plural() {
        var briefing = Self.quiet(accounts: 1)
        briefing.backlog = 1
        briefing.support[0].episodes = [
            episode(finding(.stalled, rep: 2, days: 10), id: 1),
            episode(finding(.singleThreaded, rep: 2, threads: 2), id: 2),
        ]
        #expect(Message.huddle(briefing).items.first?.heading.text.hasSuffix(" · two roles of three live") == true)
    }

    @Test("pictures keep their columns, whatever the names are")
    func columns() {
        var briefing = Fixture.huddle
        briefing.members[1].day = RepDay(rep("Maximiliana-Anastasia Ode", id: 2), at: tuesday)
        for section in Message.huddle(briefing).sections where section.isPicture {
            let starts = section.lines.map { line in
                line.text.firstIndex { "▁▂▃▄▅▆▇·■▪□".contains($0) }.map { line.text[..<$0].count }
            }
            #expect(Set(starts).count == 1)
        }
    }
}
