import CivilTime
import Coaching
import Testing

@Suite("The afternoon bundle")
struct AfternoonTests {
    private static let morning: Instant = "2026-11-24 09:00"

    @Test("what is new since the morning, and what the plan still waits for")
    func whole() {
        #expect(
            Message.afternoon(Fixture.afternoon, since: Self.morning)?.plainText == """
                Ana, 14:00: 2 of 6 touches, research done. Three hours to go.

                1. Hooli
                   No next step since the demo with Sam (evaluator) yesterday.
                   What would Sam say the next step is?

                2. Still open: 4 touches.
                   Which two calls would you be glad of at five o'clock?
                """)
    }

    @Test("what was open in the morning already waits for its turn; without a morning it is new")
    func sinceMorning() {
        let accounts = { (message: Message?) in message?.items.compactMap(\.accountID) ?? [] }
        #expect(accounts(Message.afternoon(Fixture.afternoon, since: Self.morning)) == [4])
        #expect(accounts(Message.afternoon(Fixture.afternoon, since: nil)) == [2, 4])
        var backlog = Fixture.afternoon
        for place in backlog.episodes.indices { backlog.episodes[place].isBacklog = true }
        #expect(accounts(Message.afternoon(backlog, since: nil)) == [])
    }

    @Test("with nothing missing and nothing new there is no message")
    func nothing() {
        var briefing = Fixture.afternoon
        briefing.episodes.removeAll { $0.finding.kind != .stalled }
        #expect(Message.afternoon(briefing, since: Self.morning) == nil)
    }

    @Test("what was said once today is not said again")
    func once() {
        var briefing = Fixture.afternoon
        for place in briefing.episodes.indices {
            briefing.episodes[place].mentions = 1
            briefing.episodes[place].firstMentionedOn = "2026-11-24"
            briefing.episodes[place].lastMentionedOn = "2026-11-24"
        }
        #expect(Message.afternoon(briefing, since: Self.morning) == nil)
    }

    @Test(
        "the title tells the time to the minute and what is left of the day",
        arguments: [
            ("2026-11-24 14:00:07", "Ana, 14:00: 0 of 6 touches, 0 of 1 research. Three hours to go."),
            ("2026-11-24 15:45", "Ana, 15:45: 0 of 6 touches, 0 of 1 research. A good hour to go."),
            ("2026-11-24 16:30", "Ana, 16:30: 0 of 6 touches, 0 of 1 research. 30 minutes to go."),
            ("2026-11-24 16:59:30", "Ana, 16:59: 0 of 6 touches, 0 of 1 research. 1 minute to go."),
            ("2026-11-24 15:55", "Ana, 15:55: 0 of 6 touches, 0 of 1 research. An hour to go."),
            ("2026-11-24 15:15", "Ana, 15:15: 0 of 6 touches, 0 of 1 research. A good hour and a half to go."),
            ("2026-11-24 15:30", "Ana, 15:30: 0 of 6 touches, 0 of 1 research. An hour and a half to go."),
            ("2026-11-24 14:29:59", "Ana, 14:29: 0 of 6 touches, 0 of 1 research. Two and a half hours to go."),
            ("2026-11-24 14:31", "Ana, 14:31: 0 of 6 touches, 0 of 1 research. A good two hours to go."),
            ("2026-11-24 17:30", "Ana, 17:30: 0 of 6 touches, 0 of 1 research."),
        ] as [(Instant, String)])
    func title(now: Instant, title: String) {
        let briefing = Fixture.one(finding(.noNextStep), account(), at: now, of: Fixture.ana)
        #expect(Message.afternoon(briefing, since: nil)?.title.text == title)
    }

    @Test("without a plan there is nothing to count, and one planned thing is one")
    func plans() {
        let title = { (plan: [PlanLine]) -> String? in
            var briefing = Fixture.one(finding(.noNextStep), account(), at: "2026-11-24 14:00", of: rep(plan: plan))
            briefing.doneToday = [.call: 1]
            return Message.afternoon(briefing, since: nil)?.title.text
        }
        #expect(title([]) == "Ana, 14:00.")
        #expect(title([.touches(1)]) == "Ana, 14:00: touch done. Three hours to go.")
        #expect(title([.touches(1), .research(0)]) == "Ana, 14:00: touch done. Three hours to go.")
    }

    @Test("all that is open is counted in one form, in German as well")
    func oneForm() {
        var briefing = Fixture.one(
            finding(.noNextStep), account(), at: "2026-11-24 18:00",
            of: rep(plan: [.touches(5), .research(1), PlanLine(.activity(.proposal), count: 1)]))
        #expect(
            Message.afternoon(briefing, since: nil)?.title.text
                == "Ana, 18:00: 0 of 5 touches, 0 of 1 research, 0 of 1 proposal.")
        briefing.bank = .german
        #expect(
            Message.afternoon(briefing, since: nil)?.title.text
                == "Ana, 18:00 Uhr: Kontakte 0 von 5, Recherche 0 von 1, Angebot 0 von 1.")
    }

    @Test("kinds are counted in words that a rep would use")
    func kinds() {
        let plan = ActivityKind.allCases.map { PlanLine(.activity($0), count: 2) }
        var briefing = Fixture.one(finding(.noNextStep), account(), at: "2026-11-24 18:00", of: rep(plan: plan))
        #expect(
            Message.afternoon(briefing, since: nil)?.title.text
                == "Ana, 18:00: 0 of 2 calls, 0 of 2 e-mails, 0 of 2 meetings, "
                + "0 of 2 demos, 0 of 2 visits, 0 of 2 social messages, 0 of 2 events, 0 of 2 research, 0 of 2 proposals, "
                + "0 of 2 internal tasks.")
        briefing.doneToday = Dictionary(uniqueKeysWithValues: ActivityKind.allCases.map { ($0, 2) })
        #expect(
            Message.afternoon(briefing, since: nil)?.title.text
                == "Ana, 18:00: calls done, e-mails done, meetings done, "
                + "demos done, visits done, social messages done, events done, research done, proposals done, internal tasks done."
        )
    }

    @Test("what is open besides stands in the counts, and the item is about what is behind")
    func openBesides() {
        let plan: [PlanLine] = [
            .touches(1), PlanLine(.activity(.meeting), count: 1), PlanLine(.activity(.proposal), count: 2),
            .research(1),
        ]
        var briefing = Fixture.one(finding(.noNextStep), account(), at: "2026-11-24 14:00", of: rep(plan: plan))
        briefing.doneToday = [.research: 1]
        briefing.episodes = [episode(missing(.activity(.proposal), planned: 2, due: 1, done: 0), id: 9)]
        let message = Message.afternoon(briefing, since: nil)
        #expect(message?.title.text.contains("0 of 1 touch, 0 of 1 meeting, 0 of 2 proposals, research done") == true)
        #expect(
            message?.items.map(\.heading.text) == [
                "Worth a look now: 2 proposals."
            ])
    }

    @Test("where nothing is ever logged the fifth afternoon says that it is the last one")
    func farewell() {
        var briefing = Fixture.afternoon
        briefing.idleAfternoons = 3
        #expect(Message.afternoon(briefing, since: Self.morning)?.items.last?.questionKey != nil)
        briefing.idleAfternoons = 4
        let last = Message.afternoon(briefing, since: Self.morning)?.items.last
        #expect(last?.heading.text == "Still open: 4 touches.")
        #expect(
            last?.question?.text
                == "Does this plan fit your days? After five afternoons without an entry it is not asked "
                + "about again until something is logged.")
        briefing.idleAfternoons = 5
        #expect(Message.afternoon(briefing, since: Self.morning)?.items.map(\.kind) == [.noNextStep])
    }

    @Test("calls are asked about only where a call or a touch is behind", arguments: Language.allCases)
    func callsOnlyForCalls(language: Language) {
        func reasons(_ kinds: PlanKind...) -> Set<QuestionReason> {
            var found: Set<QuestionReason> = []
            for id in RowID(1)...40 {
                var briefing = Fixture.one(finding(.noNextStep), account(), at: "2026-11-24 14:00", of: rep(id: id))
                briefing.bank = .builtIn(language)
                briefing.episodes = kinds.enumerated().map { offset, kind in
                    episode(missing(kind, planned: 2, due: 1, done: 0), id: RowID(offset))
                }
                let key = Message.afternoon(briefing, since: nil)?.items.first?.questionKey
                found.formUnion(
                    briefing.bank.questions.filter { $0.value.contains { $0.template == key } }.map(\.key))
            }
            return found
        }
        #expect(reasons(.activity(.proposal)) == [.activityMissing])
        #expect(reasons(.activity(.email), .activity(.research)) == [.activityMissing])
        #expect(reasons(.activity(.call)) == [.callsMissing])
        #expect(reasons(.activity(.proposal), .touch) == [.callsMissing])
    }

    @Test("every plan line that is behind belongs to the one item, and what is done meanwhile is left out of it")
    func severalLines() {
        var briefing = Fixture.one(finding(.noNextStep), account(), at: "2026-11-24 14:30")
        briefing.episodes = [
            episode(missing(.touch, planned: 6, due: 3, done: 2), id: 9),
            episode(missing(.activity(.research), planned: 1, due: 1, done: 0), id: 10),
        ]
        let message = Message.afternoon(briefing, since: nil)
        let item = message?.items.first
        #expect(item?.findingIDs == [9, 10])
        #expect(item?.heading.text == "Still open: 4 touches, 1 research.")
        var later = message
        later?.leaveOut([9])
        #expect(later?.items.first?.heading.text == "Still open: 1 research.")
        #expect(later?.items.first?.findingIDs == [10])
        later?.leaveOut([10])
        #expect(later?.items.isEmpty == true)
    }
}
