import CivilTime
import Coaching
import Testing

@Suite("The line of the week")
struct WeeklyTests {
    private static func report() -> WeeklyReport {
        WeeklyReport(
            team: "Team North", day: RepDay(rep("Lea Roth", id: 100), at: "2026-11-27 16:00"),
            shares: [.init(rep: "Ana", talks: 9), .init(rep: "Ben", talks: 3), .init(rep: "Dana", talks: 11)],
            talkedAbout: 19, movedOn: 14, accounts: 200, touched: 181)
    }

    @Test("talks, what moved, coverage and evenness, and nothing of an outcome")
    func whole() {
        #expect(
            Message.weekly(Self.report()).plainText == """
                The week of Team North · Fri 27 Nov

                This week 19 accounts came up in huddles and talks, 23 times; 14 of them have moved since. Coverage: 181 of 200 accounts touched in 20 working days. \
                By rep: Ana 9, Ben 3, Dana 11.
                """)
    }

    @Test("a rep with none is named to the leader; who was away all week is not")
    func uneven() {
        var report = Self.report()
        report.shares[1].talks = 0
        #expect(Message.weekly(report).plainText.contains("By rep: Ana 9, Ben none yet, Dana 11."))
        report.shares[1].wasAway = true
        #expect(Message.weekly(report).plainText.contains("By rep: Ana 9, Dana 11."))
        report.shares = report.shares.map { WeeklyReport.Share(rep: $0.rep, talks: 0) }
        #expect(
            Message.weekly(report).plainText.contains(
                "This week no account came up in a huddle or a talk that is noted. Coverage:"))
    }

    @Test("a kind that never helps is proposed for silence beside one that does, as an item that is remembered")
    func proposal() {
        var report = Self.report()
        report.effects = [
            Effect(.noNextStep, mentions: 60, helped: 41), Effect(.genericMessage, mentions: 35, helped: 2),
        ]
        report.proposed = [.genericMessage]
        let message = Message.weekly(report)
        #expect(message.items.map(\.kind) == [.genericMessage])
        #expect(
            message.items.first?.text == """
                Of the messages about generic text 2 of 35 were acted on within 2 working days, of those about missing \
                next steps 41 of 60.
                Leave them out? coachd effect --quiet generic-message
                """)
        report.effects += [Effect(.offList, mentions: 22, helped: 0), Effect(.listShort, mentions: 22, helped: 0)]
        report.effects.append(Effect(.activityMissing, mentions: 22, helped: 0))
        report.proposed = [.genericMessage, .offList, .listShort, .activityMissing]
        #expect(Message.weekly(report).items.count == 3)
        #expect(Message.weekly(report, and: [report]).items.count == 2)
        report.proposed = [.genericMessage]
        report.isOneOfSeveral = true
        #expect(Message.weekly(report).plainText.hasSuffix("--quiet generic-message --team \"Team North\""))
    }

    @Test("what is off is said every week")
    func quieted() {
        var report = Self.report()
        report.quieted = [QuietNotice(.genericMessage, on: "2026-11-26")]
        #expect(
            Message.weekly(report).plainText.hasSuffix(
                "Messages about generic text are off since yesterday (coachd effect --resume generic-message)."))
    }

    @Test("who leads several teams has one message, a part for each")
    func severalTeams() {
        var south = Self.report()
        (south.team, south.isOneOfSeveral) = ("Team South", true)
        south.quieted = [QuietNotice(.genericMessage, on: "2026-11-26", team: "Team South")]
        let message = Message.weekly(Self.report(), and: [south])
        #expect(message.title.text == "The week of Team North and Team South · Fri 27 Nov")
        #expect(message.sections.map(\.heading?.text) == ["Team North", "Team South", nil])
        #expect(
            message.plainText.hasSuffix(
                "are off since yesterday (coachd effect --resume generic-message --team \"Team South\")."))
    }

    @Test("coachd's own words stay clean")
    func words() {
        var report = Self.report()
        for kind in FindingKind.allCases {
            report.effects.append(Effect(kind, mentions: 35, helped: 2))
            report.proposed.append(kind)
            report.quieted.append(QuietNotice(kind, on: "2026-11-02"))
        }
        for phrase in Message.weekly(report).phrases {
            let tokens = phrase.ownWords.lowercased().split { !$0.isLetter }
            #expect(Banned.words(in: tokens, .english) == [])
            #expect(Banned.pronouns.isDisjoint(with: tokens) && !phrase.ownWords.contains("!"))
        }
    }

    @Test(
        "the day is the weekday, or the last working day before it in its week",
        arguments: [
            ("2026-11-23", "2026-11-27", []), ("2026-11-27", "2026-11-27", []), ("2026-11-28", "2026-12-04", []),
            ("2026-11-23", "2026-11-26", ["2026-11-27"]),
            ("2026-11-23", "2026-11-24", ["2026-11-25", "2026-11-26", "2026-11-27"]),
            ("2026-11-21", "2026-12-04", ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"]),
        ] as [(CivilDate, CivilDate, [CivilDate])])
    func days(from: CivilDate, expected: CivilDate, off: [CivilDate]) {
        let calendar = WorkingCalendar(workdays: .mondayToFriday, daysOff: off)
        for around in 0..<7 {
            let weekly = calendar.weekly(on: .friday, around: from.adding(days: around))
            #expect(weekly.next(onOrAfter: from) == expected)
        }
    }

    @Test("a week of Sunday to Thursday ends on Thursday")
    func sunday() {
        let calendar = WorkingCalendar(workdays: WeekdaySet([.sunday, .monday, .tuesday, .wednesday, .thursday]))
        let weekly = calendar.weekly(on: .friday, around: "2026-11-23")
        #expect(weekly.next(onOrAfter: "2026-11-20") == "2026-11-26")
        #expect(weekly.next(after: "2026-11-26") == "2026-12-03")
    }
}

@Suite("What messages bring about")
struct EffectTests {
    private static func mention(
        on date: CivilDate, resolved: CivilDate? = nil, by resolution: Resolution? = .nextStep
    ) -> Effect.Mention {
        Effect.Mention(
            .noNextStep, personID: 1, on: date, resolvedOn: resolved, resolution: resolved == nil ? nil : resolution)
    }

    @Test(
        "an act within 2 working days counts",
        arguments: [
            (mention(on: "2026-11-19", resolved: "2026-11-19"), 1, 1),
            (mention(on: "2026-11-19", resolved: "2026-11-23"), 1, 1),
            (mention(on: "2026-11-19", resolved: "2026-11-22"), 1, 1),
            (mention(on: "2026-11-18", resolved: "2026-11-23"), 1, 0),
            (mention(on: "2026-11-19", resolved: "2026-11-20", by: .lapsed), 1, 0),
            (mention(on: "2026-11-18"), 1, 0), (mention(on: "2026-11-23"), 0, 0), (mention(on: "2026-11-24"), 0, 0),
        ])
    func tally(mention: Effect.Mention, mentions: Int, helped: Int) {
        let calendar = WorkingCalendar(workdays: .mondayToFriday)
        let effects = Effect.tally([mention], today: "2026-11-24") { _ in calendar }
        #expect(effects == (mentions == 0 ? [] : [Effect(.noNextStep, mentions: mentions, helped: helped)]))
        #expect(Effect.tally([mention], today: "2026-11-24") { _ in nil }.isEmpty)
    }

    @Test(
        "noise is said often and hardly ever of use",
        arguments: [(19, 0, false), (20, 1, true), (20, 2, false), (60, 5, true), (60, 6, false)])
    func noise(mentions: Int, helped: Int, expected: Bool) {
        #expect(Effect(.genericMessage, mentions: mentions, helped: helped).isNoise == expected)
    }
}
