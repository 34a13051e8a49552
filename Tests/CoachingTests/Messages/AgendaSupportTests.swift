import CivilTime
import Coaching
import Testing

@Suite("What an agenda says of the accounts to support")
struct AgendaSupportTests {
    private static func quiet(accounts: Int) -> HuddleBriefing {
        var briefing = HuddleTests.quiet(accounts: accounts)
        briefing.backlog = 1
        return briefing
    }

    private static func stalled(_ id: RowID, rep: RowID = 2, days: Int = 10, asked: Bool = true, backlog: Bool = false)
        -> Episode
    {
        episode(
            finding(.stalled, account: id, rep: rep, days: days), id: id, backlog: backlog, mentions: asked ? 1 : 0,
            first: asked ? "2026-11-23" : nil)
    }

    private static func headings(_ briefing: HuddleBriefing) -> [String] {
        Message.huddle(briefing).items.map(\.heading.text)
    }

    @Test("what its rep was asked about in private goes first, then what he will be asked about first")
    func askedFirst() {
        var briefing = Self.quiet(accounts: 5)
        briefing.policy.rotation = 0
        briefing.support[0].episodes = [Self.stalled(1, days: 80, asked: false, backlog: true)]
        briefing.support[1].episodes = [Self.stalled(2, days: 12)]
        briefing.support[2].episodes = [Self.stalled(3, days: 10, asked: false)]
        briefing.support[3].episodes = [Self.stalled(4, days: 40)]
        briefing.support[4].episodes = [
            episode(finding(.noOwnMessage, account: 5, rep: 2), id: 55, mentions: 1, first: "2026-11-23"),
            Self.stalled(5, days: 60, asked: false),
        ]
        func accounts(_ places: Int) -> Set<RowID> {
            briefing.policy.places = places
            return Set(HuddleAgenda(briefing).choice.needed.map(\.account.id))
        }
        #expect(accounts(1) == [4])
        #expect(accounts(2) == [4, 2])
        #expect(accounts(3) == [4, 2, 3])
        #expect(accounts(4) == [4, 2, 3, 5])
    }

    @Test("what can wait until its rep was asked about it is not named before, and the account with what he knows of")
    func unheard() {
        var briefing = Self.quiet(accounts: 3)
        briefing.policy.rotation = 0
        for place in 0..<3 {
            briefing.support[place].episodes = [Self.stalled(RowID(place + 1), asked: false)]
            briefing.support[place].unheard = [RowID(place + 1)]
        }
        #expect(Self.headings(briefing).isEmpty)
        // Asked this morning.
        briefing.support[0].unheard = []
        briefing.support[1].episodes.append(
            episode(
                finding(.milestonePassed, account: 2, rep: 2, milestone: 1), id: 20, mentions: 1, first: "2026-11-23"))
        briefing.support[1].story.account.milestones = [milestone(due: "2026-11-20")]
        // Of groundwork that he was asked about nobody speaks while the account stands still.
        briefing.support[2].episodes.append(
            episode(finding(.noOwnMessage, account: 3, rep: 2), id: 30, mentions: 1, first: "2026-11-23"))
        #expect(
            Self.headings(briefing) == [
                "Duff 2 · Ben · CFO met was planned for Fri 20 Nov", "Duff 1 · Ben · 10 working days without a touch",
            ])
    }

    @Test("a turn by rotation waits as well, while there are others")
    func rotationWaits() {
        var briefing = Self.quiet(accounts: 3)
        briefing.policy.places = 1
        briefing.policy.rotation = 1
        for place in 0..<3 { briefing.support[place].lastHuddleOn = "2026-11-02" }
        briefing.support[0].episodes = [episode(finding(.noNextStep, rep: 2))]
        briefing.support[0].lastHuddleOn = nil
        briefing.support[1].lastHuddleOn = "2026-10-26"
        func rotating() -> RowID? { HuddleAgenda(briefing).choice.rotating.first?.account.id }
        #expect(rotating() == 2)
        briefing.support[0].episodes[0].mentions = 1
        #expect(rotating() == 1)
    }

    @Test("nothing is called stuck of which its rep was never asked")
    func neverAsked() {
        var briefing = Self.quiet(accounts: 1)
        briefing.support[0].huddles = 2
        briefing.support[0].episodes = [Self.stalled(1, asked: false)]
        #expect(Self.headings(briefing) == ["Duff 1 · Ben · 10 working days without a touch"])
        #expect(!Message.huddle(briefing).plainText.contains("Proposed"))
        briefing.support[0].episodes = [Self.stalled(1)]
        #expect(Self.headings(briefing) == ["Duff 1 · Ben · third huddle · 10 working days without a touch"])
    }

    @Test("what has moved between huddles is counted anew, and the words say so")
    func countedAnew() {
        var briefing = Self.quiet(accounts: 1)
        briefing.support[0].huddles = 2
        briefing.support[0].isCountedAnew = true
        briefing.support[0].episodes = [Self.stalled(1)]
        #expect(
            Self.headings(briefing)
                == ["Duff 1 · Ben · third huddle since it last moved · 10 working days without a touch"])
        briefing.bank = .german
        #expect(
            Self.headings(briefing)
                == ["Duff 1 · Ben · zum 3. Mal im Huddle seit der letzten Bewegung · 10 Arbeitstage ohne Kontakt"])
    }

    @Test("where all that waits rests it is not looked at again: it is decided about")
    func allRest() {
        var briefing = Self.quiet(accounts: 2)
        for place in 0...1 {
            briefing.support[place].episodes = [Self.stalled(RowID(place + 1))]
            briefing.support[place].huddles = 8
            briefing.support[place].lastHuddleOn = "2026-11-16"
        }
        briefing.members[0].strip = [.stalled, .stalled]
        #expect(Message.huddle(briefing).items.isEmpty)
        let line =
            "At rest after many huddles: Duff 1 (Ben), Duff 2 (Ben). Keep, hold with a date, or give the place to another?"
        #expect(Message.huddle(briefing).plainText.contains("\n\(line)\n"))
        briefing.backlog = 0
        #expect(
            Message.huddle(briefing).plainText
                == "Huddle · Team North · Tue 24 Nov · nothing new waits for the huddle today. \(line)")
        // After its eighth huddle an account rests six working days.
        briefing.support[1].lastHuddleOn = "2026-11-13"
        #expect(Self.headings(briefing).map { $0.prefix(22) } == ["Duff 2 · Ben · ninth h"])
        #expect(!Message.huddle(briefing).plainText.contains("At rest"))
    }

    @Test("what is generic is said to its rep alone: at the huddle the account is a healthy one")
    func generic() {
        var briefing = Self.quiet(accounts: 1)
        briefing.bank = .english
        briefing.support[0].episodes = [episode(finding(.genericMessage, rep: 2))]
        let item = Message.huddle(briefing).items.first
        #expect(item?.heading.text.hasPrefix("Duff 1 · Ben · going well") == true)
        #expect(item?.kind == nil && item?.findingID == nil)
        #expect(QuestionBank.english.questions[.healthy]?.contains { $0.template == item?.questionKey } == true)
    }

    @Test(
        "the milestone and its date stand in the line where the question is about them, and are said once",
        arguments: [
            (.noNextStep, "2026-11-25", "no next step, CFO met planned for tomorrow"),
            (.singleThreaded, "2026-11-25", "one role of three live, CFO met planned for tomorrow"),
            (.noNextStep, "2026-12-18", "no next step"),
            (.stalled, "2026-11-25", "10 working days without a touch, CFO met planned for tomorrow"),
            (.milestoneNear, "2026-11-25", "CFO met tomorrow, nothing logged for it yet"),
        ] as [(FindingKind, CivilDate, String)])
    func namesMilestone(kind: FindingKind, due: CivilDate, line: String) {
        var briefing = Self.quiet(accounts: 1)
        briefing.policy.rotation = 0
        briefing.policy.ladder.escalation = 0
        briefing.support[0].story.account.milestones = [milestone(due: due)]
        briefing.support[0].episodes = [
            episode(
                finding(
                    kind, rep: 2, milestone: kind == .milestoneNear ? 1 : nil, days: 10,
                    threads: kind == .singleThreaded ? 1 : nil), mentions: 1,
                first: "2026-11-23")
        ]
        #expect(Self.headings(briefing) == ["Duff 1 · Ben · \(line)"])
    }
}

@Suite("Who sits down with whom")
struct SittingTests {
    /// Stalls of two reps, both in their third huddle; no colleague stood where they are.
    private static func stuck(of reps: [RowID]) -> HuddleBriefing {
        var briefing = HuddleTests.quiet(accounts: reps.count)
        for (place, id) in reps.enumerated() {
            let day = RepDay(rep("Rep\(id)", id: id), at: tuesday)
            briefing.support[place].day = day
            briefing.support[place].story.account.repID = id
            briefing.support[place].huddles = 2
            briefing.support[place].episodes = [
                episode(
                    finding(.stalled, account: RowID(place + 1), rep: id, days: 10), id: RowID(place + 1), mentions: 1,
                    first: "2026-11-23")
            ]
        }
        return briefing
    }

    private static func proposals(_ briefing: HuddleBriefing) -> [String] {
        Message.huddle(briefing).plainText.split(separator: "\n").compactMap { line in
            line.range(of: "Proposed: ").map { String(line[$0.lowerBound...]) }
        }
    }

    @Test("an ask and the accounts of who asked are one sitting, and what is both counts once")
    func askAndAccounts() {
        var briefing = Self.stuck(of: [2, 2, 2])
        briefing.asks = [
            Ask(
                id: 7, repID: 2, rep: "Rep2", accountID: 2, account: "Duff 2", text: "who knows a CFO?",
                askedOn: "2026-11-19")
        ]
        briefing.askHuddles = [7: 2]
        let joined = "Proposed: Rep2 and Lea, in the same 20 minutes."
        #expect(Self.proposals(briefing) == ["Proposed: Rep2 and Lea, 20 minutes today.", joined, joined])
        #expect(Message.huddle(briefing).items.map(\.facts.count) == [2, 2, 1])
    }

    @Test("nobody but the leader sits down twice, and he no more than that")
    func oncePerPerson() {
        #expect(
            Self.proposals(Self.stuck(of: [2, 3, 4]))
                == ["Proposed: Rep2 and Lea, 20 minutes today.", "Proposed: Rep3 and Lea, 20 minutes today."])
        // Whoever helps has his own account looked at in the same sitting.
        var briefing = Self.stuck(of: [2, 3, 4])
        briefing.support[0].story.account.milestones = [milestone("CFO met")]
        briefing.support[1].story.account.milestones = [
            milestone("CFO met", done: "2026-11-02"), milestone("Pilot", id: 2),
        ]
        #expect(
            Self.proposals(briefing) == [
                "Proposed: Rep2 and Rep3, 20 minutes today.", "Proposed: Rep3 and Rep2, in the same 20 minutes.",
                "Proposed: Rep4 and Lea, 20 minutes today.",
            ])
    }

    @Test("where nobody has 20 minutes left for an ask, the huddle is asked")
    func nobodyLeft() {
        var briefing = Self.stuck(of: [])
        briefing.asks = (2...4).map {
            Ask(id: $0, repID: $0, rep: "Rep", text: "who knows a CFO?", askedOn: "2026-11-19")
        }
        briefing.askHuddles = [2: 2, 3: 2, 4: 2]
        #expect(Self.proposals(briefing).count == 2)
        #expect(Message.huddle(briefing).plainText.contains("\"who knows a CFO?\" Who takes it up today?"))
    }
}

@Suite("The minutes of an agenda")
struct AgendaMinutesTests {
    @Test(
        "go by what stands there, and all of it is a quarter of an hour at most",
        arguments: [
            (1, 0, 0, false, ["Support today (2 min)"]), (3, 0, 0, false, ["Support today (6 min)"]),
            (7, 0, 0, false, ["Support today (14 min)"]),
            (
                7, 4, 2, true,
                [
                    "Highlights (2 min)", "Said yesterday and for today (2 min)", "Asks (3 min)",
                    "Support today (7 min)",
                ]
            ),
            (2, 1, 1, false, ["Highlights (1 min)", "Asks (2 min)", "Support today (4 min)"]),
        ] as [(Int, Int, Int, Bool, [String])])
    func minutes(accounts: Int, highlights: Int, asks: Int, hasCommitments: Bool, headings: [String]) {
        var briefing = HuddleTests.quiet(accounts: 9)
        briefing.policy.places = accounts
        briefing.policy.rotation = accounts
        briefing.backlog = 1
        briefing.support = briefing.support.map { candidate in
            var candidate = candidate
            candidate.lastHuddleOn = nil
            return candidate
        }
        briefing.highlights = (0..<highlights).map { place in
            Highlight(repID: 2, rep: "Ben", account: "A\(place)", kind: .askedForHelp)
        }
        briefing.asks = (0..<asks).map { _ in Ask(rep: "Ben", text: "who knows a CFO?", askedOn: "2026-11-23") }
        if hasCommitments {
            briefing.members[0].commitments = [Commitment(repID: 2, text: "demo", dueOn: "2026-11-24")]
        }
        #expect(
            Message.huddle(briefing).sections.compactMap { $0.heading?.text }.prefix(headings.count) == headings[...])
    }
    @Test(
        "no more accounts are taken up than there is time for: a minute and a half where something is to move",
        arguments: [(0, 0, false, 5, 2), (2, 1, false, 5, 2), (2, 1, true, 4, 2), (4, 2, true, 3, 2)])
    func accounts(highlights: Int, asks: Int, hasCommitments: Bool, needed: Int, rotating: Int) {
        var briefing = HuddleTests.quiet(accounts: 20)
        for place in 0..<10 {
            let id = RowID(place + 1)
            briefing.support[place].episodes = [episode(finding(.stalled, account: id, rep: 2, days: 10), id: id)]
        }
        briefing.highlights = (0..<highlights).map { place in
            Highlight(repID: 2, rep: "Ben", account: "A\(place)", kind: .askedForHelp)
        }
        briefing.asks = (0..<asks).map { _ in Ask(rep: "Ben", text: "who knows a CFO?", askedOn: "2026-11-23") }
        if hasCommitments {
            briefing.members[0].commitments = [Commitment(repID: 2, text: "demo", dueOn: "2026-11-24")]
        }
        let choice = HuddleAgenda(briefing).choice
        #expect([choice.needed.count, choice.rotating.count] == [needed, rotating])
    }
}
