import CivilTime
import Coaching
import Testing

@Suite("The line of the week")
struct WeeklyTests {
    private static func report() -> WeeklyReport {
        WeeklyReport(
            team: "Team North", day: RepDay(rep("Lea Roth", id: 100), at: "2026-11-27 16:00"),
            shares: [
                .init(rep: "Ana", places: 9, talks: 1), .init(rep: "Ben", places: 1), .init(rep: "Dana", places: 11),
            ], talkedAbout: 19, times: 23, movedOn: 14, heardFromUs: 3, accounts: 200, touched: 181)
    }

    @Test("talks, what moved, coverage and evenness, and nothing of an outcome")
    func whole() {
        #expect(
            Message.weekly(Self.report()).plainText == """
                The week of Team North · Fri 27 Nov

                This week 19 accounts came up in huddles and talks, 23 times; 14 of them have moved since, 3 more have heard from us. \
                Coverage: 181 of 200 accounts touched in 20 working days. On the agenda: Ana 9 times, Ben once, Dana 11 times. \
                Talks noted: Ana 1, Ben none, Dana none.
                """)
    }

    @Test(
        "what only heard from us did not move",
        arguments: [
            (
                9, 1, 7, "1 of them has moved since, 7 more have heard from us.",
                "1 davon hat sich seitdem bewegt, 7 weitere haben von uns gehört."
            ),
            (
                9, 0, 1, "none of them has moved yet, 1 has heard from us.",
                "bewegt hat sich davon noch keiner, 1 hat von uns gehört."
            ),
            (9, 9, 0, "9 of them have moved since.", "9 davon haben sich seitdem bewegt."),
            (1, 1, 0, "it has moved since.", "er hat sich seitdem bewegt."),
            (1, 0, 1, "it has heard from us since.", "er hat seitdem von uns gehört."),
            (1, 0, 0, "it has not moved yet.", "bewegt hat er sich noch nicht."),
        ])
    func movement(accounts: Int, moved: Int, heard: Int, english: String, german: String) {
        for (language, words) in [(Language.english, english), (.german, german)] {
            var report = Self.report()
            (report.language, report.talkedAbout, report.times) = (language, accounts, accounts)
            (report.movedOn, report.heardFromUs) = (moved, heard)
            #expect(Message.weekly(report).plainText.contains("; " + words))
        }
    }

    @Test("messages about the day's plan are measured by the same day, and the proposal says so")
    func dayPlan() {
        var report = Self.report()
        report.effects = [
            Effect(.activityMissing, mentions: 30, helped: 2), Effect(.noNextStep, mentions: 60, helped: 41),
        ]
        report.proposed = [.activityMissing]
        #expect(
            Message.weekly(report).items.first?.heading.text
                == "Of the messages about the day's plan 2 of 30 were acted on later that day, "
                + "of those about missing next steps 41 of 60 (within 2 working days).")
        #expect(report.effects[0].words == "2 of 30 later that day")
    }

    @Test("in German a count stands with what it counts")
    func german() {
        var report = Self.report()
        report.language = .german
        report.shares[1].places = 0
        let text = Message.weekly(report).plainText
        #expect(text.contains("Diese Woche kamen 19 Accounts in Huddles und Gesprächen vor, insgesamt 23-mal; "))
        #expect(text.contains("Auf der Agenda: Ana 9-mal, Ben diese Woche nicht, Dana 11-mal."))
        #expect(text.hasSuffix("Notierte Gespräche: Ana 1, Ben keins, Dana keins."))
    }

    @Test("a rep with none is named to the leader; who was away all week is away")
    func uneven() {
        var report = Self.report()
        report.shares[1].places = 0
        #expect(
            Message.weekly(report).plainText.contains("On the agenda: Ana 9 times, Ben not this week, Dana 11 times."))
        report.shares[1].wasAway = true
        #expect(Message.weekly(report).plainText.contains("On the agenda: Ana 9 times, Ben away, Dana 11 times."))
        #expect(Message.weekly(report).plainText.hasSuffix("Talks noted: Ana 1, Dana none."))
        report.shares[1].talks = 1
        report.language = .german
        let german = Message.weekly(report).plainText
        #expect(german.contains("Auf der Agenda: Ana 9-mal, Ben nicht da, Dana 11-mal."))
        report.language = .english
        report.shares[1].talks = 0
        report.shares[0].talks = 0
        #expect(Message.weekly(report).plainText.hasSuffix(" No talk is noted."))
        report.shares = report.shares.map { WeeklyReport.Share(rep: $0.rep, places: 0) }
        report.talkedAbout = 0
        let text = Message.weekly(report).plainText
        #expect(text.contains("This week no account came up in a huddle or a talk that is noted. Coverage:"))
        #expect(text.hasSuffix("in 20 working days."))
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
                Leave out those about generic text? coachd effect --quiet generic-message
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
            .noNextStep, personID: 1, on: date, at: tuesday, resolvedOn: resolved,
            resolution: resolved == nil ? nil : resolution)
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
        "a message about the day's plan helped when planned activity followed that day, whether the whole plan came of it or not",
        arguments: [
            ("2026-11-23", true, 1, 1), ("2026-11-23", false, 1, 0), ("2026-11-24", true, 1, 1),
            ("2026-11-24", false, 0, 0),
        ] as [(CivilDate, Bool, Int, Int)])
    func plan(on date: CivilDate, isFollowed: Bool, mentions: Int, helped: Int) {
        var mention = Effect.Mention(
            .activityMissing, personID: 1, on: date, at: tuesday, resolvedOn: date, resolution: .lapsed)
        mention.isFollowed = isFollowed
        let effects = Effect.tally([mention], today: "2026-11-24") { _ in WorkingCalendar(workdays: .mondayToFriday) }
        #expect(effects == (mentions == 0 ? [] : [Effect(.activityMissing, mentions: mentions, helped: helped)]))
    }

    @Test(
        "noise is said often and hardly ever of use",
        arguments: [(19, 0, false), (20, 1, true), (20, 2, false), (60, 5, true), (60, 6, false)])
    func noise(mentions: Int, helped: Int, expected: Bool) {
        #expect(Effect(.genericMessage, mentions: mentions, helped: helped).isNoise == expected)
    }
}
